import {
  type BySide,
  consequences,
  type Consequences,
  consequencesWithDrawKept,
  type EntryCode,
  type EventId,
  type EventPlan,
  eventState,
  type EventState,
  goingOnFrom,
  isRefused,
  LiveEvent,
  type LogEntry,
  type MatchCode,
  type MatchId,
  type MatchInEvent,
  type MatchResult,
  type MatchRules,
  type MatchState,
  newMatch,
  otherSide,
  type Outcome,
  record,
  type Refusal,
  refuse,
  refusedTwice,
  type Side,
} from "@podium/engine";
import type { ResultForm } from "@podium/protocol";
import { planOf } from "../draw/draw.ts";
import type { Fact } from "../facts/fact.ts";
import { withdrawChairs } from "../matches/chairs.ts";
import { refusedWhileForkWaits } from "../matches/forks.ts";
import { lineOfAbandoned, lineOfOutcome, linesOfResult } from "../matches/lines-of-result.ts";
import { replayMatch, recordLines, resetMatch, rulesOf } from "../matches/matches.ts";
import { handicapsIn } from "../matches/handicaps.ts";
import { matchRow, matchRows, matchRowsBy, type StoredMatchRow } from "../matches/match-rows.ts";
import { publishMatchById } from "../matches/present.ts";
import { refusedAfterTie, removeRubbers, tieWith } from "../matches/rubbers.ts";
import { uncalled } from "../matches/table-calls.ts";
import { dropCall } from "../matches/telling-called.ts";
import { refusedAsSameEyes } from "./second-eyes.ts";
import { codeOf, eventId, eventOf, matchCode, matchId, matchIdOf, PODIUM } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { App, UnitOfWork, ReplayedMatch } from "../app.ts";

/** An event with its plan and what its results make of it. */
export interface EventWithResults {
  readonly plan: EventPlan;
  readonly state: EventState;
  readonly results: ReadonlyMap<MatchCode, MatchResult>;
  readonly rows: readonly StoredMatchRow[];
}

/** Folds the results of an event; null before its draw. */
export async function eventWithResults(db: Db, event: EventId): Promise<EventWithResults | null> {
  const plan = await planOf(db, eventId(event));
  if (plan === null) return null;
  const rows = await matchRows(db, event);
  const results = new Map(rows.flatMap((row) => resultOf(row)).map((result) => [result.match, result]));
  return { plan, rows, results, state: eventState(plan, results) };
}

function resultOf(row: StoredMatchRow): MatchResult[] {
  if (row.outcome === null || row.by_withdrawal === 1) return [];
  const tie = row.figures === null ? {} : { tie: JSON.parse(row.figures) };
  return [{ match: matchCode(row.code), outcome: JSON.parse(row.outcome), games: JSON.parse(row.games), ...tie }];
}

/**
 * Carries what was decided down the event: who plays the later matches, which are ready, which no longer count.
 * Runs after the draw and after every end of a match, and changes nothing where nothing changed.
 */
export async function followResults(unit: UnitOfWork, fact: Fact): Promise<void> {
  const event = fact.subject.kind === "event" ? eventId(fact.subject.id) : eventOf(fact.subject.id);
  const followed = await followEvent(unit, event, fact);
  if (followed === null) return;
  const { live } = followed;
  const rows = await rowsOf(unit.db, event, followed);
  for (let row = rows.shift(); row !== undefined; row = rows.shift()) {
    const isReset = await followMatch(unit, row, live.match(matchCode(row.code)));
    if (!isReset) continue;
    const further = live.remove(matchCode(row.code)).map(({ code }) => code);
    const isWalkover = live.match(matchCode(row.code)).byWithdrawal === true;
    const due = new Set([...(isWalkover ? [] : [row]), ...rows].map(({ code }) => code));
    rows.push(
      ...(await matchRowsBy(
        unit.db,
        event,
        further.filter((code) => !due.has(code)),
      )),
    );
  }
}

/** The rows of matches in the order of the plan; the first of them is `own` where that is among them. */
async function rowsOf(
  db: Db,
  event: EventId,
  { changed, own }: { readonly changed: readonly MatchCode[]; readonly own: StoredMatchRow | undefined },
): Promise<StoredMatchRow[]> {
  const [first, ...others] = changed;
  if (own === undefined || first !== own.code) return matchRowsBy(db, event, changed);
  return [own, ...(await matchRowsBy(db, event, others))];
}

/**
 * Brings what is known of an event up to the result of one match, and answers the codes of the matches that may be
 * other than before, in the order of the plan; `own` is the row of the match itself, where it was read. Where another
 * process has written, or nothing is known yet, the whole event is worked out. Null before the draw.
 */
async function followEvent(unit: UnitOfWork, event: EventId, fact: Fact) {
  const known = unit.takeEvent(event);
  const before = known?.isOfUnit === true ? known.version : await resultsVersion(unit.db, event);
  unit.atEnd(`results_version ${event}`, () => noteResult(unit.db, event, fact));
  const version = Math.max(before, fact.seq);
  if (known === undefined || fact.subject.kind === "event" || known.version !== before) {
    const live = await replayEvent(unit.db, event);
    if (live === null) return null;
    unit.cacheEvent(event, { version, live });
    return { live, changed: live.plan.matches.map(({ code }) => code), own: undefined };
  }
  const { live } = known;
  const row = await matchRow(unit.db, matchId(fact.subject.id));
  const [result] = row === undefined ? [] : resultOf(row);
  const changed = result === undefined ? live.remove(matchCode(codeOf(fact.subject.id))) : live.record(result);
  unit.cacheEvent(event, { version, live });
  return { live, changed: changed.map(({ code }) => code), own: row };
}

/** The number of the last fact that changed the results of an event: what was worked out before is known by it. */
async function resultsVersion(db: Db, event: EventId): Promise<number> {
  const row = await db.selectFrom("events").select("results_version").where("id", "=", event).executeTakeFirst();
  return row?.results_version ?? 0;
}

/** A fact that is followed again changes nothing. */
async function noteResult(db: Db, event: EventId, { seq }: Fact): Promise<void> {
  await db
    .updateTable("events")
    .set({ results_version: seq })
    .where("id", "=", event)
    .where("results_version", "<", seq)
    .execute();
}

/** The event as this unit has followed it; null before its draw. */
export async function followedEvent(unit: UnitOfWork, event: EventId): Promise<LiveEvent | null> {
  const known = unit.takeEvent(event);
  const version = known?.isOfUnit === true ? known.version : await resultsVersion(unit.db, event);
  const live = known?.version === version ? known.live : await replayEvent(unit.db, event);
  if (live !== null) unit.cacheEvent(event, { version, live });
  return live;
}

/**
 * The event as it stands for a reader: from memory where it was followed or read lately; null before its draw. The state
 * is taken before anything else may run, since a unit of work changes what it follows.
 */
export async function currentState(app: Pick<App, "replays">, db: Db, event: EventId): Promise<EventState | null> {
  const version = await resultsVersion(db, event);
  const known = app.replays.events.get(event);
  if (known?.version === version) return known.live.state;
  const live = await replayEvent(db, event);
  const { events } = app.replays;
  if (live !== null && (events.get(event)?.version ?? -1) < version) events.set(event, { version, live });
  return live?.state ?? null;
}

async function replayEvent(db: Db, event: EventId): Promise<LiveEvent | null> {
  const plan = await planOf(db, event);
  if (plan === null) return null;
  const results = (await matchRows(db, event)).flatMap((row) => resultOf(row));
  return new LiveEvent(plan, new Map(results.map((result) => [result.match, result])));
}

/** Answers whether the log of the match was taken back, because others play it now. */
async function followMatch(unit: UnitOfWork, row: StoredMatchRow, match: MatchInEvent): Promise<boolean> {
  const sameEntries = row.home_entry === match.entries.home && row.away_entry === match.entries.away;
  const isReset = !sameEntries && hasLog(row);
  if (isReset) await resetMatch(unit, row.id, "entries-changed");
  if (!sameEntries && hadBoth(row)) {
    await removeRubbers(unit, row);
    // A phone that still shows the others would score for the wrong people.
    await withdrawChairs(unit, row.id);
    // Nor are those called any more who were to play before.
    await dropCall(unit.db, row.id);
  }
  const end = row.status === "live" && sameEntries ? undefined : endByWithdrawal(row, match);
  const status = sameEntries ? followStatus(row, match) : statusOfOthers(match);
  if (sameEntries && status === row.status && end === undefined) return false;
  if (sameEntries && end?.by_withdrawal === 1) await withdrawChairs(unit, row.id);
  const { home, away } = match.entries;
  const handicap = sameEntries ? row.handicap : (await handicapsIn(unit.db, row.event_id))(match.entries);
  await unit.db
    .updateTable("matches")
    .set({ home_entry: home, away_entry: away, status, handicap, ...(sameEntries ? {} : uncalled(row)), ...end })
    .where("id", "=", row.id)
    .execute();
  // A replay that was cached before anybody was to play it knows no handicap.
  if (handicap !== row.handicap) await cacheAnew(unit, row.id);
  publishMatchById(unit, row.id);
  return isReset;
}

async function cacheAnew(unit: UnitOfWork, match: MatchId): Promise<void> {
  const replayed = await replayMatch(unit.db, match, new Map());
  if (!isRefused(replayed)) unit.cacheReplay(match, replayed);
}

/** Others play it than before: what was recorded of it does not count for them. */
function statusOfOthers({ status, byWithdrawal }: MatchInEvent): StoredMatchRow["status"] {
  return status === "over" && byWithdrawal !== true ? "ready" : status;
}

/** What a withdrawal changes in the row of a match; undefined where it changes nothing. */
function endByWithdrawal(row: StoredMatchRow, { byWithdrawal, result }: MatchInEvent) {
  if (byWithdrawal !== true)
    return row.by_withdrawal === 1 ? { outcome: null, games: "[]", by_withdrawal: 0 } : undefined;
  const outcome = JSON.stringify(result?.outcome ?? null);
  return row.outcome === outcome ? undefined : { outcome, games: "[]", by_withdrawal: 1 };
}

/** A match under way knows best itself; the plan only says whether it can begin. */
function followStatus(row: StoredMatchRow, match: MatchInEvent): StoredMatchRow["status"] {
  return hasLog(row) ? row.status : match.status;
}

function hasLog(row: StoredMatchRow): boolean {
  return row.status === "live" || (row.status === "over" && row.by_withdrawal === 0);
}

/** Before both are known, a match has no line-ups, no rubbers and no chair. */
function hadBoth(row: StoredMatchRow): boolean {
  return row.home_entry !== null && row.away_entry !== null;
}

/** What follows from a result, and who goes on from the match now, where the draw may be kept as it was played. */
export interface ForetoldResult {
  readonly found: Consequences;
  readonly goesOn: EntryCode | null;
}

/** What entering this result would change elsewhere, shown before it is confirmed. Refused when the match changed after the person saw it. */
export async function foretellResult(db: Db, match: MatchId, form: ResultForm): Promise<ForetoldResult | Refusal> {
  const event = await eventWithResults(db, eventOf(match));
  const row = await matchRow(db, match);
  if (event === null || row === undefined) return refuse("match-unknown", `There is no match ${match}.`, { match });
  if (row.version !== form.version) return movedOn(row);
  const state = await stateFrom(db, match, form);
  if (isRefused(state)) return state;
  if (state.outcome === null) return notDecided();
  const corrected = await resultWith(db, row, state);
  const follow = form.drawKept === undefined ? consequences : consequencesWithDrawKept;
  const found = follow(event.plan, event.results, corrected);
  if (isRefused(found)) return found;
  const twice = refusedTwice(event.plan, found.state);
  if (twice !== undefined) return twice;
  const mayKeep = form.drawKept !== undefined || found.replaced.length > 0;
  return { found, goesOn: mayKeep ? goingOnFrom(event.plan, event.results, corrected.match) : null };
}

/** The result of a match of the plan that this state is, or that it makes as that of a rubber. */
async function resultWith(db: Db, row: StoredMatchRow, { outcome, games }: MatchState): Promise<MatchResult> {
  if (outcome === null) throw new Error(`The match ${row.id} is not decided.`);
  const scores = games.map(({ score }) => score);
  const tie = row.tie === null ? undefined : await matchRow(db, matchIdOf(row.event_id, row.tie));
  if (tie === undefined) return { match: matchCode(row.code), outcome, games: scores };
  const changed = { id: row.id, games: JSON.stringify(scores), outcome: JSON.stringify(outcome) };
  return { match: matchCode(tie.code), games: [], ...(await tieWith(db, tie, changed)) };
}

/** What is said to who decides on a match that has changed since. */
export function movedOn({ version }: StoredMatchRow): Refusal {
  return refuse(
    "match-moved-on",
    "The match has changed since you opened it. Look again before you enter the result.",
    { version },
  );
}

/**
 * Enters a result at the desk: the games as they were played, through the same laws as the chair.
 * What the log held before stays in the journal. Refused when the match changed after the person saw it.
 */
export async function enterResult(
  unit: UnitOfWork,
  match: MatchId,
  form: ResultForm,
): Promise<ReplayedMatch | Refusal> {
  const row = await matchRow(unit.db, match);
  if (row === undefined) return refuse("match-unknown", `There is no match ${match}.`, { match });
  if (row.version !== form.version) return movedOn(row);
  const state = await stateFrom(unit.db, match, form);
  if (isRefused(state)) return state;
  if (state.outcome === null) return notDecided();
  const replayed = await replayMatch(unit.db, match, unit.replayCache);
  if (isRefused(replayed)) return replayed;
  if (replayed.length > 0) {
    const reset = await resetMatch(unit, match, "result-entered");
    if (isRefused(reset)) return reset;
  }
  const lines = linesOf(state.rules, form).map((entry) => ({ entry }));
  return recordLines(unit, match, { after: 0, lines });
}

/** Signs a result off: what the desk has published is official. Refused when the match changed after the person saw it. */
export async function publishResult(
  unit: UnitOfWork,
  match: MatchId,
  seen: number | undefined,
): Promise<undefined | Refusal> {
  const row = await matchRow(unit.db, match);
  if (row === undefined) return refuse("match-unknown", `There is no match ${match}.`, { match });
  if (row.status !== "over") return notOver();
  if (isUndecided(row)) return undecided();
  if (seen !== undefined && seen !== row.version)
    return refuse(
      "match-moved-on",
      "The match has changed since you opened it. Look again before you publish the result.",
      { version: row.version },
    );
  const forked = await refusedWhileForkWaits(unit.db, match);
  if (forked !== undefined) return forked;
  const sameEyes = await refusedAsSameEyes(unit, row);
  if (sameEyes !== undefined) return sameEyes;
  const signed = { version: row.version, at_ms: unit.nowMs, who: unit.who ?? PODIUM };
  await unit.db
    .insertInto("publications")
    .values({ match_id: match, ...signed })
    .onConflict((conflict) => conflict.column("match_id").doUpdateSet(signed))
    .execute();
  await unit.record({
    kind: "result-published",
    subject: { kind: "result", id: match },
    data: { version: row.version },
  });
  return undefined;
}

/** What is said where a result is signed off that is none. */
export function notOver(): Refusal {
  return refuse("match-not-over", "Only a match that is over has a result to publish.");
}

/** Whether a match was abandoned and nobody has decided who goes on. */
function isUndecided({ outcome }: StoredMatchRow): boolean {
  const ended: Outcome | null = outcome === null ? null : JSON.parse(outcome);
  return ended?.undecided === true;
}

function undecided(): Refusal {
  return refuse(
    "match-undecided",
    "The match was abandoned: say who goes on, or have it played again, before it is official.",
  );
}

/** Signs several results off at once: all of them, or none. The refusal says in its detail which match it is about. */
export async function publishResults(
  unit: UnitOfWork,
  seen: Readonly<Record<string, number>>,
): Promise<undefined | Refusal> {
  for (const [match, version] of Object.entries(seen)) {
    const refusal = await publishResult(unit, matchId(match), version);
    if (refusal !== undefined) return { ...refusal, detail: { ...refusal.detail, match } };
  }
  return undefined;
}

async function stateFrom(db: Db, match: MatchId, form: ResultForm) {
  const row = await matchRow(db, match);
  const late = row === undefined ? undefined : await refusedAfterTie(db, row);
  if (late !== undefined) return late;
  if (form.outcome !== "play" && form.outcome !== "abandoned" && !isAgainstKnown(form))
    return refuse("against-missing", "Say which side was absent, gave up or was disqualified.");
  const begun = newMatch(await rulesOf(db, match));
  if (isRefused(begun)) return begun;
  let state = begun;
  for (const [index, entry] of linesOf(begun.rules, form).entries()) {
    const next = record(state, entry);
    if (isRefused(next)) return { ...next, detail: { ...next.detail, game: index + 1 } };
    state = next;
  }
  return state;
}

/** Neither came: only then is it against both. */
function isAgainstKnown({ outcome, against }: ResultForm): boolean {
  return against !== undefined && (against !== "both" || outcome === "walkover");
}

function linesOf(rules: MatchRules, form: ResultForm): LogEntry[] {
  const { games, outcome, against } = form;
  const alone = outcomeAlone(form);
  if (alone !== null) return [alone, ...linesOfResult(rules, { games, end: null })];
  if (outcome === "abandoned") return linesOfResult(rules, { games, end: { by: outcome, against: against ?? null } });
  const end = outcome === "play" || outcome === "lost" || against === undefined ? null : { by: outcome, against };
  return linesOfResult(rules, { games, end });
}

/** The line of a result of which no points are known; null where the games tell it. */
function outcomeAlone({ score, outcome, against }: ResultForm): LogEntry | null {
  const gamesWon = score ?? null;
  const winner = against === "home" || against === "away" ? otherSide(against) : null;
  if (outcome === "lost") return winner && lineOfOutcome({ winner, gamesWon, by: "play" });
  if (gamesWon === null || outcome === "walkover") return null;
  if (outcome === "abandoned") return lineOfAbandoned(against ?? null, { gamesWon });
  return lineOfOutcome({ winner: winner ?? ahead(gamesWon), gamesWon, by: outcome });
}

/** Who has won by a score; null where it is level, as the score of a tie can be. */
function ahead({ home, away }: BySide<number>): Side | null {
  if (home === away) return null;
  return home > away ? "home" : "away";
}

function notDecided(): Refusal {
  return refuse(
    "result-not-decided",
    "These games do not decide the match. Enter every game, or say how the match ended.",
  );
}
