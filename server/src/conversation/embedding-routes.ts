import { isRefused, refuse, type Refusal } from "@podium/engine";
import { embeddingForm, type EmbeddedThread, type ThreadView } from "@podium/protocol";
import { z } from "zod";
import { transact } from "../app.ts";
import { competitionRow } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { anyone, holders } from "../people/policy.ts";
import { competitionId } from "../storage/codes.ts";
import { allowEmbedding, embeddingOrigins, originsIn } from "./embedding.ts";
import { presentThreadAbout } from "./present.ts";
import { findSubject, subjectIn } from "./subjects.ts";

const HERE = "/embedding/:competition";
const organisers = holders("organiser");
/** Comments under the page of another site; whoever wants more reads on here. */
const COMMENTS_EMBEDDED = 50;

const asked = z.object({ about: z.string().min(3).max(220) });

/** Conversations under the pages of other sites. */
export const embeddingRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/embed.js",
    policy: anyone("other sites show conversations by it"),
    isStatic: true,
    answer: async () => ({ kind: "embed-script" }),
  },
  {
    method: "GET",
    path: "/embedded",
    policy: anyone("a conversation is read by all; its organisers say under whose pages it may stand"),
    findsViewer: true,
    answer: tellEmbedded,
  },
  { method: "GET", path: HERE, policy: organisers, answer: (request) => showEmbedding(request) },
  { method: "POST", path: HERE, policy: organisers, reads: embeddingForm, answer: setEmbedding },
];

/** Read by the page of another site, without cookies: what everybody sees, where the organisers allow that site. */
async function tellEmbedded(request: RouteRequest): Promise<Answer> {
  const { app, query, headers } = request;
  const form = asked.safeParse(query);
  const subject = form.success ? subjectIn(form.data.about) : refuse("subject-unknown", "Name what it is about.");
  if (isRefused(subject)) return answer.refusal(subject);
  const found = await findSubject(app.storage.db, subject);
  const origin = headers.get("origin") ?? "";
  const allowed = found === null ? [] : await embeddingOrigins(app.storage.db, found.competition ?? "");
  if (!allowed.includes(origin))
    return answer.refusal(refuse("embedding-not-allowed", "The organisers do not show conversations on this site."));
  const thread = await presentThreadAbout(app, subject, { viewer: null, sort: "best", limit: COMMENTS_EMBEDDED });
  if (thread === null) return answer.refusal(notFound(request.path));
  return {
    kind: "response",
    response: Response.json(embedded(thread), {
      headers: {
        "access-control-allow-origin": origin,
        vary: "origin",
        "cache-control": "public, max-age=15",
        "x-content-type-options": "nosniff",
      },
    }),
  };
}

function embedded({ id, title, count, comments, next }: ThreadView): EmbeddedThread {
  return {
    title,
    href: `/threads/${id}#conversation`,
    shown: count.shown,
    more: next !== null,
    comments: comments.map(({ id: code, depth, state, author, atMs, language, body, html }) => ({
      id: code,
      depth,
      state,
      author,
      atMs,
      language,
      body,
      html,
    })),
  };
}

async function showEmbedding(request: RouteRequest, refusal: Refusal | null = null): Promise<Answer> {
  const { app, params, path } = request;
  const row = await competitionRow(app.storage.db, competitionId(params["competition"] ?? ""));
  if (row === undefined) return answer.refusal(notFound(path));
  const data = {
    competition: presentCompetition(row),
    origins: await embeddingOrigins(app.storage.db, row.id),
    refusal,
    entered: refusal === null ? {} : await request.fields(),
  };
  return answer.form({ page: "embedding", data }, refusal);
}

async function setEmbedding(request: RouteRequest): Promise<Answer> {
  const { app, viewer, params, path, wantsJson } = request;
  const competition = competitionId(params["competition"] ?? "");
  if ((await competitionRow(app.storage.db, competition)) === undefined) return answer.refusal(notFound(path));
  const form = await request.read(embeddingForm);
  const origins = isRefused(form) ? form : originsIn(form.origins);
  if (isRefused(origins)) return wantsJson ? answer.refusal(origins) : showEmbedding(request, origins);
  await transact(app, viewer?.id ?? null, (unit) => allowEmbedding(unit, competition, origins));
  return wantsJson ? answer.json({}) : answer.seeOther(`/embedding/${competition}?notice=rules-changed`);
}
