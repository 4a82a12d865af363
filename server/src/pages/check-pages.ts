import { type Claim, isRefused } from "@podium/engine";
import { checkForm } from "@podium/protocol";
import { admitCheck, checkFor, checkPage } from "../claims/checking.ts";
import { keptFacts, refusedCompetition } from "../claims/claims.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { anyone } from "../people/policy.ts";

const policy = anyone("what is sent is not kept, and what the record says is public");

/** A text held against the record: the page for people, and the same lines as the command for programs. */
export const checkPages: readonly Route[] = [
  { method: "GET", path: "/check", policy, answer: showForm },
  { method: "POST", path: "/check", policy, reads: checkForm, answer: checkText },
  { method: "GET", path: "/check/record/:competition", policy, answer: giveRecord },
];

async function showForm(request: RouteRequest): Promise<Answer> {
  const { competition = "all", text = "", language = request.language } = request.query;
  const asked = { text: text.slice(0, QUERY_MAX), competition, language, date: "" };
  return answer.page(await checkPage(request.app, asked, null));
}

/** A text may come with the address. */
const QUERY_MAX = 4000;

async function checkText(request: RouteRequest): Promise<Answer> {
  const calm = await admitCheck(request);
  if (isRefused(calm)) return answer.refusal(calm);
  const form = await request.read(checkForm);
  if (isRefused(form)) return answer.refusal(form);
  const { text, competition = "all", language = "en", date = "" } = form;
  const asked = { text, competition, language, date };
  const claims = await checkFor(request, asked);
  if (isRefused(claims)) return answer.refusal(claims);
  return request.wantsJson ? lines(claims) : answer.page(await checkPage(request.app, asked, claims));
}

/** What texts about a competition (`all`: the newest ones) are held against, for a browser that checks while somebody writes. */
async function giveRecord({ app, params }: RouteRequest): Promise<Answer> {
  const competition = params["competition"] ?? "";
  const refused = await refusedCompetition(app.storage.db, competition);
  if (refused !== undefined) return answer.refusal(refused);
  return answer.json({ record: await keptFacts(app, competition) });
}

/** A JSON line for each claim, as `podium check` prints them. */
function lines(claims: readonly Claim[]): Answer {
  const body = claims.map((claim) => `${JSON.stringify(claim)}\n`).join("");
  const headers = { "content-type": "application/x-ndjson; charset=utf-8", "cache-control": "no-store" };
  return { kind: "response", response: new Response(body, { headers }) };
}
