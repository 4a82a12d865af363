import { isRefused, refuse, type Refusal } from "@podium/engine";
import {
  assignmentForm,
  decisionForm,
  decisionsForm,
  heldWordsForm,
  moderationRulesForm,
  type CompetitionView,
  type ModerationPage,
} from "@podium/protocol";
import { transact, type UnitOfWork } from "../app.ts";
import { competitionRow, competitionRows } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { notFound, notSignedIn } from "../http/refusal-status.ts";
import { answer, type Answer, type Policy, type Route, type RouteRequest } from "../http/route.ts";
import { changeWords, EVERYWHERE, wordsListed } from "../people/held-words.ts";
import { holders, holdersAnywhere, holdsOne } from "../people/policy.ts";
import { competitionId } from "../storage/codes.ts";
import { presentCases } from "./case-views.ts";
import { CASES_A_PAGE, decidedCases, moderatedBy, waitingCases } from "./case-lists.ts";
import { assignCase, decideCase, reopenCase, type Decision } from "./cases.ts";
import { plainText } from "./plain-text.ts";
import { changeRules, rulesIn } from "./rules.ts";

/** In which competition a case is, is only known inside. */
const anyModerator = holdersAnywhere("moderator");
const moderatorsHere = holders("moderator");
const moderatorsOfAll: Policy = {
  description: "moderator of all competitions",
  allows: (viewer) => viewer !== null && holdsOne(viewer, undefined, ["moderator"]),
};

const QUEUE = "/moderation";
/** Where a decision leads, which says there what was done. */
const AFTER: Readonly<Record<Decision, string>> = {
  passed: `${QUEUE}?notice=case-passed`,
  removed: `${QUEUE}?notice=case-removed`,
};
const RULES = "/moderation/rules";
const RULES_HERE = "/moderation/:competition/rules";

/** What moderators do: the queue, and what is held for them. */
export const moderationRoutes: readonly Route[] = [
  { method: "GET", path: QUEUE, policy: anyModerator, answer: showQueue },
  { method: "POST", path: "/moderation/decisions", policy: anyModerator, reads: decisionsForm, answer: decideMany },
  {
    method: "POST",
    path: "/moderation/cases/:case/decision",
    policy: anyModerator,
    reads: decisionForm,
    answer: decide,
  },
  { method: "POST", path: "/moderation/cases/:case/reopening", policy: anyModerator, answer: reopen },
  {
    method: "POST",
    path: "/moderation/cases/:case/assignment",
    policy: anyModerator,
    reads: assignmentForm,
    answer: assign,
  },
  { method: "GET", path: RULES, policy: moderatorsOfAll, answer: (request) => showRules(request) },
  { method: "POST", path: RULES, policy: moderatorsOfAll, reads: moderationRulesForm, answer: setRules },
  { method: "POST", path: `${RULES}/words`, policy: moderatorsOfAll, reads: heldWordsForm, answer: setWords },
  { method: "GET", path: RULES_HERE, policy: moderatorsHere, answer: (request) => showRules(request) },
  { method: "POST", path: RULES_HERE, policy: moderatorsHere, reads: moderationRulesForm, answer: setRules },
  { method: "POST", path: `${RULES_HERE}/words`, policy: moderatorsHere, reads: heldWordsForm, answer: setWords },
];

async function showQueue({ app, viewer }: RouteRequest): Promise<Answer> {
  if (viewer === null) return answer.refusal(notSignedIn());
  const { db } = app.storage;
  const waiting = await waitingCases(db, viewer);
  const places = moderatedBy(viewer);
  const rows = (await competitionRows(db)).filter(({ id }) => places === null || places.includes(id));
  const data: ModerationPage = {
    cases: await presentCases(db, waiting.slice(0, CASES_A_PAGE), viewer),
    more: waiting.length > CASES_A_PAGE,
    decided: await presentCases(db, await decidedCases(db, viewer), viewer),
    places: [
      ...(places === null ? [null] : []),
      ...rows.map(presentCompetition).map(({ id, title }) => ({ id, title })),
    ],
  };
  return answer.page({ page: "moderation", data });
}

async function decide(request: RouteRequest): Promise<Answer> {
  const form = await request.read(decisionForm);
  if (isRefused(form)) return answer.refusal(form);
  const removed = "reason" in form ? plainText(form.reason) : null;
  const wanted = { decision: removed === null ? "passed" : "removed", reason: removed ?? "" } as const;
  const done = await decided(request, [request.params["case"] ?? ""], wanted);
  if (isRefused(done)) return answer.refusal(done);
  return back(request, AFTER[wanted.decision]);
}

async function decideMany(request: RouteRequest): Promise<Answer> {
  const form = await request.read(decisionsForm);
  if (isRefused(form)) return answer.refusal(form);
  const { decision, reason = "", ...ticked } = form;
  const ids = Object.keys(ticked).flatMap((name) => (name.startsWith("case.") ? [name.slice("case.".length)] : []));
  if (ids.length === 0 || ids.length > CASES_A_PAGE)
    return answer.refusal(refuse("form-invalid", `Choose between 1 and ${CASES_A_PAGE} cases.`));
  if (decision === "removed" && plainText(reason) === "")
    return answer.refusal(refuse("form-invalid", "What is removed is removed for a reason.", { field: "reason" }));
  const done = await decided(request, ids, { decision, reason: plainText(reason) });
  return isRefused(done) ? answer.refusal(done) : back(request, `${QUEUE}?notice=cases-decided`);
}

/** All of them, or none. */
function decided(
  request: RouteRequest,
  ids: readonly string[],
  wanted: { readonly decision: Decision; readonly reason: string },
): Promise<undefined | Refusal> {
  const { app, viewer } = request;
  if (viewer === null) return Promise.resolve(notSignedIn());
  return transact<undefined>(app, viewer.id, async (unit: UnitOfWork) => {
    for (const id of ids) {
      const done = await decideCase(unit, viewer, { id, ...wanted });
      if (isRefused(done)) return done;
    }
    return undefined;
  });
}

async function reopen(request: RouteRequest): Promise<Answer> {
  const { app, viewer, params } = request;
  if (viewer === null) return answer.refusal(notSignedIn());
  const done = await transact(app, viewer.id, (unit) => reopenCase(unit, viewer, params["case"] ?? ""));
  return isRefused(done) ? answer.refusal(done) : back(request, `${QUEUE}?notice=case-reopened`);
}

async function assign(request: RouteRequest): Promise<Answer> {
  const { app, viewer, params } = request;
  if (viewer === null) return answer.refusal(notSignedIn());
  const form = await request.read(assignmentForm);
  if (isRefused(form)) return answer.refusal(form);
  const id = params["case"] ?? "";
  const done = await transact(app, viewer.id, (unit) => assignCase(unit, viewer, { id, to: form.to }));
  return isRefused(done) ? answer.refusal(done) : back(request, `${QUEUE}#case-${done.id}`);
}

function back({ wantsJson }: RouteRequest, address: string): Answer {
  return wantsJson ? answer.json({}) : answer.seeOther(address);
}

async function showRules(request: RouteRequest, refusal: Refusal | null = null): Promise<Answer> {
  const { db } = request.app.storage;
  const competition = await competitionHere(request);
  if (isRefused(competition)) return answer.refusal(competition);
  const data = {
    competition,
    words: await wordsListed(db, competition?.id ?? EVERYWHERE),
    rules: await rulesIn(db, competition?.id ?? null),
    refusal,
    entered: refusal === null ? {} : await request.fields(),
  };
  return answer.form({ page: "moderation-rules", data }, refusal);
}

/** The competition that the address names; null for all of them. */
async function competitionHere({ app, params, path }: RouteRequest): Promise<CompetitionView | null | Refusal> {
  const id = params["competition"];
  if (id === undefined) return null;
  const row = await competitionRow(app.storage.db, competitionId(id));
  return row === undefined ? notFound(path) : presentCompetition(row);
}

async function setWords(request: RouteRequest): Promise<Answer> {
  const form = await request.read(heldWordsForm);
  return changed(request, form, (unit, place, { add = [], drop = [] }) => changeWords(unit, place, { add, drop }));
}

async function setRules(request: RouteRequest): Promise<Answer> {
  const form = await request.read(moderationRulesForm);
  return changed(request, form, async (unit, place, rules) => {
    await changeRules(unit, place, rules);
    return undefined;
  });
}

/** Back to the page with what was done, or the page once more with what was typed and why it was not. */
async function changed<Form>(
  request: RouteRequest,
  form: Form | Refusal,
  work: (unit: UnitOfWork, place: string, form: Form) => Promise<undefined | Refusal>,
): Promise<Answer> {
  const competition = await competitionHere(request);
  if (isRefused(competition)) return answer.refusal(competition);
  const place = competition?.id ?? EVERYWHERE;
  const done = isRefused(form)
    ? form
    : await transact<undefined>(request.app, request.viewer?.id ?? null, async (unit) => {
        const refusal = await work(unit, place, form);
        if (refusal !== undefined) return refusal;
        await unit.record({ kind: "moderation-changed", subject: { kind: "competition", id: place }, data: {} });
        return undefined;
      });
  if (isRefused(done)) return request.wantsJson ? answer.refusal(done) : showRules(request, done);
  if (request.wantsJson) return answer.json({});
  return answer.seeOther(`/moderation${competition === null ? "" : `/${competition.id}`}/rules?notice=rules-changed`);
}
