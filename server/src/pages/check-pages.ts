import { type Claim, CLAIM_LANGUAGES, isRefused } from "@podium/engine";
import { checkForm, type CheckAsked } from "@podium/protocol";
import { competitionRows } from "../competitions/competitions.ts";
import { checkBeside } from "../claims/checking-thread.ts";
import { refusedCompetition } from "../claims/claims.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { admit } from "../people/pacing.ts";
import { anyone } from "../people/policy.ts";

const policy = anyone("what is sent is not kept, and what the record says is public");

/** Of one network: somebody who checks while writing, and a room of editors behind one address. */
const CHECKS_FROM_A_NETWORK = { everyMs: 500, burst: 60 };

/** A longer text counts as several. */
const CHARACTERS_OF_ONE = 2_000;

/** How many competitions the form offers. */
const COMPETITIONS_OFFERED = 50;

/** A text held against the record: the page for people, and the same lines as the command for programs. */
export const checkPages: readonly Route[] = [
  { method: "GET", path: "/check", policy, answer: showForm },
  { method: "POST", path: "/check", policy, reads: checkForm, answer: checkText },
];

async function showForm(request: RouteRequest): Promise<Answer> {
  const { competition = "all", text = "", language = request.language } = request.query;
  return page(request, { text: text.slice(0, QUERY_MAX), competition, language, date: "" }, null);
}

/** A text may come with the address, as that of a comment does. */
const QUERY_MAX = 4000;

async function checkText(request: RouteRequest): Promise<Answer> {
  const calm = admit(request.app, CHECKS_FROM_A_NETWORK, [`check from ${request.client}`]);
  if (isRefused(calm)) return answer.refusal(calm);
  const form = await request.read(checkForm);
  if (isRefused(form)) return answer.refusal(form);
  const { text, competition = "all", language = "en", date = "" } = form;
  const weight = Math.floor(text.length / CHARACTERS_OF_ONE);
  const admitted = admit(request.app, { ...CHECKS_FROM_A_NETWORK, weight }, [`check from ${request.client}`]);
  if (isRefused(admitted)) return answer.refusal(admitted);
  const refused = await refusedCompetition(request.app.storage.db, competition);
  if (refused !== undefined) return answer.refusal(refused);
  const claims = await checkBeside(request.app, {
    text,
    competition,
    language,
    ...(date === "" ? {} : { date }),
  });
  if (isRefused(claims)) return answer.refusal(claims);
  return request.wantsJson ? lines(claims) : page(request, { text, competition, language, date }, claims);
}

/** A JSON line for each claim, as `podium check` prints them. */
function lines(claims: readonly Claim[]): Answer {
  const body = claims.map((claim) => `${JSON.stringify(claim)}\n`).join("");
  const headers = { "content-type": "application/x-ndjson; charset=utf-8", "cache-control": "no-store" };
  return { kind: "response", response: new Response(body, { headers }) };
}

async function page(
  { app }: Pick<RouteRequest, "app">,
  asked: CheckAsked,
  claims: readonly Claim[] | null,
): Promise<Answer> {
  const rows = await competitionRows(app.storage.db, { offset: 0, limit: COMPETITIONS_OFFERED });
  const competitions = rows.map(({ id, title }) => ({ id, title: JSON.parse(title) }));
  return answer.page({ page: "check", data: { asked, competitions, languages: CLAIM_LANGUAGES, claims } });
}
