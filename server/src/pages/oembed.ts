import { isRefused, refuse, type Refusal } from "@podium/engine";
import { inLanguage, type Language, type Page } from "@podium/protocol";
import { z } from "zod";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { momentRow } from "../moments/moments.ts";
import { anyone } from "../people/policy.ts";
import { momentIn } from "../storage/codes.ts";
import { CARD_HEIGHT, CARD_WIDTH } from "./card-drawing.ts";
import { cachedMatch } from "./match-pages.ts";
import { cachedMoment, showReport } from "./moment-pages.ts";

/** What other sites ask to show a page of ours among their own words (oembed.com, version 1.0). */
export const oembedRoute: Route = {
  method: "GET",
  path: "/oembed",
  policy: anyone("it tells of public pages what they show"),
  answer: describePage,
};

const asked = z.object({ url: z.url({ protocol: /^https?$/ }).max(1000), format: z.literal("json").optional() });

/** Which pages are told, by their addresses. Who asks is a program: what is prepared is shown to nobody. */
const PAGES: readonly (readonly [address: RegExp, show: (request: RouteRequest) => Promise<Answer>])[] = [
  [/^\/matches\/(?<competition>[\w-]+)\/(?<event>[\w-]+)\/(?<match>[\w-]+)$/, (request) => cachedMatch(request)],
  [/^\/moments\/(?<moment>[\w-]+)$/, openMoment],
  [/^\/moments\/(?<moment>[\w-]+)\/reports\/(?<report>[\w-]+)$/, (request) => showReport(request)],
];

async function openMoment(request: RouteRequest): Promise<Answer> {
  const row = await momentRow(request.app.storage.db, momentIn(request.params));
  return row?.opened_at_ms == null ? answer.refusal(notFound(request.path)) : cachedMoment(request);
}

async function describePage(request: RouteRequest): Promise<Answer> {
  const form = asked.safeParse(request.query);
  if (!form.success)
    return answer.refusal(
      refuse("form-invalid", "The field url is not right: it is the address of a page here, and the answer is JSON."),
    );
  const url = new URL(form.data.url);
  const page = isOurs(url, request) ? await pageAt(url, request) : notFound(request.path);
  if (isRefused(page)) return answer.refusal(page);
  const { title, card } = page;
  const thumbnail = { thumbnail_url: url.origin + card, thumbnail_width: CARD_WIDTH, thumbnail_height: CARD_HEIGHT };
  return answer.json({
    version: "1.0",
    type: "link",
    title,
    provider_name: "Podium",
    provider_url: `${url.origin}/`,
    cache_age: 300,
    ...(card === null ? {} : thumbnail),
  });
}

function isOurs({ origin, host }: URL, { app, headers }: RouteRequest): boolean {
  return app.config.origin === null ? host === headers.get("host") : origin === app.config.origin;
}

async function pageAt(url: URL, request: RouteRequest): Promise<{ title: string; card: string | null } | Refusal> {
  for (const [address, show] of PAGES) {
    const params = address.exec(url.pathname)?.groups;
    if (params === undefined) continue;
    const given = await show({ ...request, params, query: {}, path: url.pathname });
    if (given.kind === "page") return titleOf(given.page, request.language) ?? notFound(request.path);
    return given.kind === "refusal" ? given.refusal : notFound(request.path);
  }
  return notFound(request.path);
}

function titleOf(page: Page, language: Language): { title: string; card: string | null } | null {
  if (page.page === "moment") return { title: inLanguage(page.data.moment.title, language), card: page.data.card };
  if (page.page === "report") return { title: page.data.report.headline, card: page.data.card };
  if (page.page !== "match") return null;
  const { competition, event, card } = page.data;
  return { title: `${inLanguage(event.title, language)}, ${inLanguage(competition.title, language)}`, card };
}
