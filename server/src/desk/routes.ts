import { isRefused, refuse, type MatchId, type Refusal } from "@podium/engine";
import {
  inDeskOrder,
  captainLinkForm,
  lineUpForm,
  publications,
  replayForm,
  resultForm,
  substitutesForm,
  type ConsequenceView,
  type DeskMatch,
  type DeskMatchPage,
  type DeskNotice,
  type DeskPage,
  type ResultForm,
} from "@podium/protocol";
import { z } from "zod";
import { competitionRow, competitionRows, eventRow, eventRows } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { notFound, statusOf } from "../http/refusal-status.ts";
import { answer, type Answer, type RouteRequest, type Route } from "../http/route.ts";
import { issueCaptainLink } from "../matches/captains.ts";
import { issueChair, withdrawChair } from "../matches/chairs.ts";
import { earlierLogs } from "../matches/earlier-logs.ts";
import { handInLineUp, lineUpsOf, substitute } from "../matches/line-ups.ts";
import { matchRow, type StoredMatchRow } from "../matches/match-rows.ts";
import { refusedAfterTie } from "../matches/rubbers.ts";
import { replayMatch, rulesOf } from "../matches/matches.ts";
import { presentMatchById } from "../matches/present.ts";
import { holders, holdersAnywhere, holdsOne, organisersOfAll } from "../people/policy.ts";
import { transact, type ReplayedMatch, type UnitOfWork } from "../app.ts";
import { keepDraw } from "../medals/rulings.ts";
import { enterResult, foretellResult, publishResult, publishResults, type ForetoldResult } from "../results/results.ts";
import {
  codeOf,
  competitionIn,
  competitionOf,
  eventIn,
  matchCode,
  matchId,
  matchIdOf,
  matchIn,
} from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { orderReplay } from "../results/replays.ts";
import { deskAddress, filtered, filterOf, tablesOf } from "./desk-filter.ts";
import { backToDesk, noticeOf } from "./notice-cookie.ts";
import { deskMatchesOf, entriesIn, eventCards, isPlayed, presentConsequences } from "./present.ts";
import { enteredIn, readResult } from "./result-form.ts";

const atTheDesk = holders("organiser", "referee");
/** The version of the match that the person saw; a page always sends it. */
const signingOff = z.object({ version: z.coerce.number().int().min(0).optional() });

const MATCH = "/desk/matches/:competition/:event/:match";

export const deskRoutes: readonly Route[] = [
  { method: "GET", path: "/desk", policy: holdersAnywhere("organiser", "referee"), answer: showDesks },
  { method: "GET", path: "/desk/:competition", policy: atTheDesk, answer: (request) => showDesk(request, null) },
  { method: "GET", path: MATCH, policy: atTheDesk, answer: (request) => showMatch(request, {}) },
  { method: "POST", path: `${MATCH}/line-ups`, policy: atTheDesk, reads: lineUpForm, answer: takeLineUp },
  {
    method: "POST",
    path: `${MATCH}/line-ups/links`,
    policy: atTheDesk,
    reads: captainLinkForm,
    answer: makeCaptainLink,
  },
  { method: "POST", path: `${MATCH}/players`, policy: atTheDesk, reads: substitutesForm, answer: takeSubstitutes },
  { method: "POST", path: `${MATCH}/replay`, policy: atTheDesk, reads: replayForm, answer: takeReplay },
  { method: "POST", path: `${MATCH}/chair`, policy: atTheDesk, answer: handOutChair },
  { method: "POST", path: `${MATCH}/chair/withdrawal`, policy: atTheDesk, answer: takeChairBack },
  { method: "POST", path: `${MATCH}/result`, policy: atTheDesk, reads: resultForm, answer: takeResult },
  {
    method: "POST",
    path: "/desk/:competition/publications",
    policy: atTheDesk,
    reads: publications,
    answer: signOffMany,
  },
  { method: "POST", path: `${MATCH}/publication`, policy: atTheDesk, reads: signingOff, answer: signOff },
];

async function showDesks({ app, viewer }: RouteRequest): Promise<Answer> {
  const rows = await competitionRows(app.storage.db);
  const open = rows.filter((row) => viewer !== null && holdsOne(viewer, row.id, ["organiser", "referee"]));
  return answer.page({
    page: "desk-home",
    data: { mayBegin: organisersOfAll.allows(viewer, {}), competitions: open.map(presentCompetition) },
  });
}

async function showDesk(request: RouteRequest, notice: DeskNotice | null, status = 200): Promise<Answer> {
  const { app, params, path } = request;
  const { db } = app.storage;
  const competition = await competitionRow(db, competitionIn(params));
  if (competition === undefined) return answer.refusal(notFound(path));
  const events = await eventRows(db, competition.id);
  const all = (await Promise.all(events.map((event) => deskMatchesOf(db, event.id, request.viewer?.id))))
    .flat()
    .filter(isPlayed);
  const filter = filterOf(request);
  const data: DeskPage = {
    competition: presentCompetition(competition),
    events: await eventCards(db, events),
    matches: inDeskOrder(filtered(all, filter), app.clock()),
    filter,
    tables: tablesOf(all),
    mayAppoint: holders("organiser").allows(request.viewer, params),
    secondEyes: competition.second_eyes === 1,
    notice: notice ?? (await noticeOf(request)),
  };
  return { kind: "page", page: { page: "desk", data }, status };
}

interface Entered {
  readonly entered?: DeskMatchPage["entered"];
  readonly foretold?: ForetoldResult;
  readonly refusal?: Refusal;
  readonly captain?: DeskMatchPage["captain"];
  readonly lineUpEntered?: Readonly<Record<string, string>>;
}

async function showMatch(request: RouteRequest, shown: Entered): Promise<Answer> {
  const { db } = request.app.storage;
  const competition = await competitionRow(db, competitionIn(request.params));
  const desks = await deskMatchesOf(db, eventIn(request.params), request.viewer?.id);
  const desk = desks.find(({ row }) => row.id === matchIn(request.params));
  if (competition === undefined || desk === undefined) return answer.refusal(notFound(request.path));
  const data: DeskMatchPage = {
    competition: presentCompetition(competition),
    desk,
    tie: await tieOf(db, desk, desks),
    captain: shown.captain ?? null,
    lineUpEntered: shown.lineUpEntered ?? {},
    entered: shown.entered ?? null,
    consequences:
      shown.foretold === undefined
        ? []
        : [
            { code: "result-recorded", match: matchIn(request.params) },
            ...(await ralliesSetAside(request)),
            ...drawKept(request, shown),
            ...presentConsequences(shown.foretold.found, desks),
          ],
    goesOn: shown.foretold?.goesOn ?? null,
    winner: shown.foretold?.found.results.get(matchCode(codeOf(desk.row.id)))?.outcome.winner ?? null,
    earlier: await earlierLogs(db, matchIn(request.params)),
    entries: shown.foretold === undefined ? [] : entriesIn(desks),
    refusal: shown.refusal ?? null,
  };
  return {
    kind: "page",
    page: { page: "desk-match", data },
    status: shown.refusal === undefined ? 200 : statusOf(shown.refusal),
  };
}

/** A tie is scored by its rubbers, and those that are left when it is decided are not played. */
async function refusedChair(db: Db, row: StoredMatchRow): Promise<Refusal | undefined> {
  if (await isTie(db, row))
    return refuse("tie-of-rubbers", "A tie has no chair of its own: hand out those of its matches.");
  return refusedAfterTie(db, row);
}

/** Whether a match is a tie between two teams, whose score is of rubbers or games. */
async function isTie(db: Db, row: StoredMatchRow): Promise<boolean> {
  return row.tie === null && (await eventRow(db, row.event_id))?.kind === "team";
}

async function tieOf(db: Db, { row }: DeskMatch, desks: readonly DeskMatch[]): Promise<DeskMatchPage["tie"]> {
  const stored = row.kind === "team" ? await matchRow(db, matchId(row.id)) : undefined;
  const lineUps = stored === undefined ? null : await lineUpsOf(db, stored);
  return lineUps && { lineUps, rubbers: desks.filter((desk) => desk.row.tie === row.id) };
}

async function takeLineUp(request: RouteRequest): Promise<Answer> {
  const form = await request.read(lineUpForm);
  if (isRefused(form)) return actedOn(request, form);
  const { side, ...fields } = form;
  const names = Object.fromEntries(
    Object.entries(fields).map(([field, name]) => [field.replace("place-", ""), String(name)]),
  );
  const refusal = await transact(request.app, request.viewer?.id ?? null, async (unit) => {
    const row = await matchRow(unit.db, matchIn(request.params));
    return row === undefined ? notFound(request.path) : handInLineUp(unit, row, { side, names });
  });
  return actedOn(request, refusal);
}

/** The address is shown once: who holds it hands in the line-ups of the team. */
async function makeCaptainLink(request: RouteRequest): Promise<Answer> {
  const form = await request.read(captainLinkForm);
  if (isRefused(form)) return actedOn(request, form);
  const made = await transact(request.app, request.viewer?.id ?? null, async (unit) => {
    const row = await matchRow(unit.db, matchIn(request.params));
    if (row === undefined) return notFound(request.path);
    if (!(await isTie(unit.db, row))) return refuse("not-a-tie", "Only a tie between two teams has line-ups.");
    return issueCaptainLink(unit, row, form.side);
  });
  if (isRefused(made)) return actedOn(request, made);
  const captain = { side: form.side, href: `/captains/${made.token}` };
  return request.wantsJson ? answer.json(captain) : showMatch(request, { captain });
}

async function takeSubstitutes(request: RouteRequest): Promise<Answer> {
  const form = await request.read(substitutesForm);
  if (isRefused(form)) return actedOn(request, form);
  const refusal = await transact(request.app, request.viewer?.id ?? null, async (unit) => {
    const rubber = await matchRow(unit.db, matchIn(request.params));
    const tie = rubber?.tie == null ? undefined : await matchRow(unit.db, matchIdOf(rubber.event_id, rubber.tie));
    if (rubber === undefined) return notFound(request.path);
    if (tie === undefined) return refuse("not-a-tie", "Only a rubber of a tie has players of its own.");
    return substitute(unit, rubber, { tie, names: form });
  });
  return actedOn(request, refusal);
}

async function takeReplay(request: RouteRequest): Promise<Answer> {
  const form = await request.read(replayForm);
  if (isRefused(form)) return actedOn(request, form);
  const refusal = await transact(request.app, request.viewer?.id ?? null, (unit) =>
    orderReplay(unit, matchIn(request.params), form),
  );
  return actedOn(request, refusal);
}

/** Back to the match, or the match with what was typed and why nothing was done. */
async function actedOn(request: RouteRequest, refusal: Refusal | undefined): Promise<Answer> {
  const match = matchIn(request.params);
  if (refusal === undefined)
    return request.wantsJson ? answer.json({ match }) : answer.seeOther(`/desk/matches/${match}`);
  if (request.wantsJson) return answer.refusal(refusal);
  return showMatch(request, { refusal, lineUpEntered: await request.fields() });
}

/** Who goes on from the match although its result is corrected. */
function drawKept(request: RouteRequest, { entered, foretold }: Entered): ConsequenceView[] {
  const entry = foretold?.goesOn ?? null;
  const isKept = entered?.drawKept !== undefined && entered.drawKept !== null;
  return isKept && entry !== null ? [{ code: "draw-kept", match: matchIn(request.params), entry }] : [];
}

/** A result takes the place of the log of its match, with every rally in it. */
async function ralliesSetAside(request: RouteRequest): Promise<ConsequenceView[]> {
  const { storage, replays } = request.app;
  const match = matchIn(request.params);
  const replayed = await replayMatch(storage.db, match, replays.matches);
  if (isRefused(replayed) || replayed.state.rallies === 0) return [];
  return [{ code: "rallies-set-aside", match, rallies: replayed.state.rallies }];
}

/** The desk as it stands, with why nothing was done. */
function showRefused(request: RouteRequest, refusal: Refusal, match: MatchId | ""): Promise<Answer> {
  const notice = { kind: "refused", match, matches: 1, chairHref: null, refusal } as const;
  return showDesk(request, notice, statusOf(refusal));
}

/** Does something at the desk and goes back to it, where it is said what came of it. */
async function actAtDesk(
  request: RouteRequest,
  kind: "chair-issued" | "result-published",
  work: (match: MatchId) => Promise<{ chairHref?: string } | Refusal>,
): Promise<Answer> {
  const match = matchIn(request.params);
  const done = await work(match);
  if (isRefused(done)) return request.wantsJson ? answer.refusal(done) : showRefused(request, done, match);
  if (request.wantsJson) return answer.json({ match, ...done });
  return backToDesk(request, { kind, match, ...done });
}

async function handOutChair(request: RouteRequest): Promise<Answer> {
  return actAtDesk(request, "chair-issued", async (match) => {
    const issued = await transact(request.app, request.viewer?.id ?? null, async (unit) => {
      const row = await matchRow(unit.db, match);
      const refusal = row === undefined ? undefined : await refusedChair(unit.db, row);
      return refusal ?? issueChair(unit, match);
    });
    return isRefused(issued) ? issued : { chairHref: `/chair/${issued.token}` };
  });
}

async function takeChairBack(request: RouteRequest): Promise<Answer> {
  const match = matchIn(request.params);
  const done = await transact(request.app, request.viewer?.id ?? null, (unit) => withdrawChair(unit, match));
  if (isRefused(done)) return answer.refusal(done);
  return request.wantsJson ? answer.json({ match }) : answer.seeOther(deskAddress(request));
}

async function signOff(request: RouteRequest): Promise<Answer> {
  const form = await request.read(signingOff);
  if (isRefused(form)) return answer.refusal(form);
  return actAtDesk(request, "result-published", async (match) => {
    const done = await transact(request.app, request.viewer?.id ?? null, (unit) =>
      publishResult(unit, match, form.version),
    );
    return isRefused(done) ? done : {};
  });
}

/** Makes the results official that were chosen: in one transaction, so that what is said of them holds for all. */
async function signOffMany(request: RouteRequest): Promise<Answer> {
  const chosen = await request.read(publications);
  if (isRefused(chosen)) return request.wantsJson ? answer.refusal(chosen) : showRefused(request, chosen, "");
  const matches = Object.keys(chosen);
  const elsewhere = matches.find((match) => competitionOf(match) !== request.params["competition"]);
  if (elsewhere !== undefined) return answer.refusal(notFound(elsewhere));
  const refusal = await transact(request.app, request.viewer?.id ?? null, (unit) => publishResults(unit, chosen));
  if (isRefused(refusal))
    return request.wantsJson
      ? answer.refusal(refusal)
      : showRefused(request, refusal, matchId(String(refusal.detail["match"] ?? "")));
  if (request.wantsJson) return answer.json({ matches });
  return backToDesk(request, { kind: "results-published", matches: matches.length });
}

async function takeResult(request: RouteRequest): Promise<Answer> {
  const { db } = request.app.storage;
  const row = await matchRow(db, matchIn(request.params));
  if (row === undefined) return answer.refusal(notFound(request.path));
  const read = await readResult(request, { isTie: await isTie(db, row), rules: await rulesOf(db, row.id) });
  if (isRefused(read))
    return request.wantsJson
      ? answer.refusal(read)
      : showMatch(request, { entered: await enteredIn(request), refusal: read });
  const { form, confirmed } = read;
  if (!confirmed) return foretell(request, form);
  const done = await transact(request.app, request.viewer?.id ?? null, (unit) =>
    recordResult(unit, matchIn(request.params), form),
  );
  if (!isRefused(done))
    return request.wantsJson
      ? answer.json(await presentMatchById(request.app.storage.db, matchIn(request.params)))
      : backToDesk(request, { kind: "result-entered", match: matchIn(request.params) });
  return request.wantsJson
    ? answer.refusal(done)
    : showMatch(request, { entered: await enteredIn(request), refusal: done });
}

async function recordResult(unit: UnitOfWork, match: MatchId, form: ResultForm): Promise<ReplayedMatch | Refusal> {
  const refusal = form.drawKept === undefined ? undefined : await keepDraw(unit, match, form.drawKept);
  return refusal ?? enterResult(unit, match, form);
}

async function foretell(request: RouteRequest, form: ResultForm): Promise<Answer> {
  const foretold = await foretellResult(request.app.storage.db, matchIn(request.params), form);
  const entered = await enteredIn(request);
  if (isRefused(foretold)) return showMatch(request, { entered, refusal: foretold });
  return showMatch(request, { entered, foretold });
}
