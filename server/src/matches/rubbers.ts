import {
  illegalFinal,
  isRefused,
  refuse,
  tieWinner,
  type BySide,
  type MatchId,
  type MatchRules,
  type Outcome,
  type PlayerId,
  type Refusal,
  type TeamFormat,
  type TieFigures,
  type TieRules,
} from "@podium/engine";
import { eventRow, teamFormatOf } from "../competitions/competitions.ts";
import type { Fact } from "../facts/fact.ts";
import { eventOf, matchId, matchIdOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";
import { withdrawChairs } from "./chairs.ts";
import { recordLinesOf, replayRow, resetMatch, rulesOfEvent, rulesOfMatch } from "./matches.ts";
import { matchRow, rubberRows, type StoredMatchRow } from "./match-rows.ts";

/** The rubbers of a tie, and the tie as they make it. */

/** A rubber as it is laid out: which it is, from 1, and who plays it as far as that is known. */
interface RubberForm {
  readonly rubber: number;
  readonly kind: "singles" | "doubles" | null;
  readonly seats: BySide<readonly PlayerId[]>;
}

/** Why a rubber that has not begun is not played: its tie is decided by those before it. */
export async function refusedAfterTie(db: Db, row: StoredMatchRow): Promise<Refusal | undefined> {
  if (row.tie === null || row.status !== "ready") return undefined;
  const [event, tie] = [await eventRow(db, row.event_id), await matchRow(db, matchIdOf(row.event_id, row.tie))];
  if (event === undefined || tie === undefined) return undefined;
  const rules = rulesOfEvent(event);
  const { score } = tallyOf(rules, await rubberRows(db, tie));
  if (rules.tie === undefined || tieWinner(rules.tie, score) === undefined) return undefined;
  return refuse("tie-over", "The tie is decided by the rubbers before; those left are not played.");
}

/** What a tie is worth by its rubbers. */
export interface TieTally extends TieFigures {
  readonly score: BySide<number>;
}

/**
 * Lays out a rubber of a tie, or names other players for one that has not begun. Refuses `match-not-ready`,
 * `too-many-matches`, `entry-size` and `plays-too-often`.
 */
export async function layOutRubber(
  unit: UnitOfWork,
  tie: StoredMatchRow,
  form: RubberForm,
): Promise<StoredMatchRow | Refusal> {
  if (tie.home_entry === null || tie.away_entry === null)
    return refuse("match-not-ready", "A tie has rubbers when both of its teams are known.");
  const format = await formatOf(unit.db, tie);
  const planned = format.matches[form.rubber - 1];
  if (planned === undefined)
    return refuse("too-many-matches", `A tie of this event has ${format.matches.length} rubbers.`, {
      matches: format.matches.length,
    });
  const known = await rubberRows(unit.db, tie);
  const kind = form.kind ?? planned.kind ?? kindOf(form.seats);
  const refusal = refusedSeats({ ...form, kind }) ?? refusedOften(format, form, known);
  if (refusal) return refusal;
  const code = rubberCode(tie.code, form.rubber);
  const seats = JSON.stringify(form.seats);
  const row = {
    ...tie,
    id: matchIdOf(tie.event_id, code),
    code,
    tie: tie.code,
    rubber: form.rubber,
    kind,
    seats,
    best_of: planned.bestOf ?? tie.best_of,
    handicap: null,
    figures: null,
    status: "ready" as const,
    games: "[]",
    outcome: null,
    version: 0,
    demo_umpire: 0,
  };
  const before = known.find((other) => other.rubber === form.rubber);
  const status = before === undefined || before.status === "waiting" ? row.status : before.status;
  const again = { kind, seats, status, home_entry: tie.home_entry, away_entry: tie.away_entry };
  await unit.db
    .insertInto("matches")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doUpdateSet(again))
    .execute();
  const subject = { kind: "result", id: row.id } as const;
  await unit.record({ kind: "rubber-laid-out", subject, data: { tie: tie.id, kind, ...form.seats } });
  return (await matchRow(unit.db, row.id)) ?? row;
}

/** The code of a rubber in its event. */
function rubberCode(tie: string, rubber: number): string {
  return `${tie}-rubber-${rubber}`;
}

/** Whether this may be the id of a rubber. */
function isRubber(match: string): boolean {
  return /-rubber-\d+$/.test(match);
}

async function formatOf(db: Db, tie: StoredMatchRow): Promise<TeamFormat> {
  const event = await eventRow(db, tie.event_id);
  const format = event === undefined ? null : teamFormatOf(event);
  if (format === null) throw new Error(`The match ${tie.id} is no tie.`);
  return format;
}

/** Two on a side play doubles. */
function kindOf({ home, away }: BySide<readonly PlayerId[]>): "singles" | "doubles" {
  return Math.max(home.length, away.length) === 2 ? "doubles" : "singles";
}

function refusedSeats({ rubber, kind, seats }: RubberForm): Refusal | undefined {
  const most = kind === "doubles" ? 2 : 1;
  const isFit = [seats.home, seats.away].every(
    (side) => (side.length === 0 || side.length === most) && new Set(side).size === side.length,
  );
  if (isFit) return undefined;
  const told = `Rubber ${rubber} is ${kind === "doubles" ? "a doubles: two different players" : "a singles: one player"} a side.`;
  return refuse("entry-size", told, { entry: String(rubber), needed: most });
}

function refusedOften(
  { matchesEach }: TeamFormat,
  { rubber, seats }: RubberForm,
  known: readonly StoredMatchRow[],
): Refusal | undefined {
  if (matchesEach === null) return undefined;
  const others = known.filter((row) => row.rubber !== rubber).flatMap((row) => everybodyIn(seatsOf(row)));
  const player = everybodyIn(seats).find((one) => others.filter((other) => other === one).length >= matchesEach);
  if (player === undefined) return undefined;
  return refuse("plays-too-often", `${player} plays in ${matchesEach} rubbers of this tie already.`, {
    player,
    most: matchesEach,
  });
}

function everybodyIn({ home, away }: BySide<readonly PlayerId[]>): readonly PlayerId[] {
  return [...home, ...away];
}

/** Who plays a rubber. */
export function seatsOf({ seats }: Pick<StoredMatchRow, "seats">): BySide<readonly PlayerId[]> {
  return seats === null ? { home: [], away: [] } : JSON.parse(seats);
}

/**
 * After anything that happened in a rubber, its tie: what the rubbers add up to, and, unless somebody told the tie by its
 * score, how it stands. Runs after every line of a rubber, and changes nothing where nothing changed.
 */
export async function followTie(unit: UnitOfWork, fact: Fact): Promise<void> {
  if (!isRubber(fact.subject.id)) return;
  const rubber = await matchRow(unit.db, matchId(fact.subject.id));
  if (rubber?.tie == null) return;
  const tie = await matchRow(unit.db, matchIdOf(eventOf(rubber.id), rubber.tie));
  if (tie !== undefined) await standTie(unit, tie);
}

async function standTie(unit: UnitOfWork, tie: StoredMatchRow): Promise<void> {
  const event = await eventRow(unit.db, tie.event_id);
  if (event === undefined) return;
  const rules = rulesOfEvent(event);
  if (rules.tie === undefined) return;
  const rubbers = await rubberRows(unit.db, tie);
  const tally = tallyOf(rules, rubbers);
  const replayed = await replayRow(unit.db, tie, unit.replayCache);
  const { outcome, byRubbers = false } = replayed.state;
  const isTold = outcome !== null && !byRubbers;
  const figures = isTold && !isWhole(outcome, tally) ? null : JSON.stringify(tally);
  const isOther = figures !== tie.figures;
  if (isOther) await unit.db.updateTable("matches").set({ figures }).where("id", "=", tie.id).execute();
  const entry = { kind: "rubbers", score: tally.score, progress: progressOf(rules.tie, tally, rubbers) } as const;
  if (!isTold && !standsSo(replayed.state.progress, replayed.state.gamesWon, entry)) {
    const stood = await recordLinesOf(unit, { ...tie, figures }, { after: replayed.length, lines: [{ entry }] });
    if (isRefused(stood)) throw new Error(stood.message);
    const { outcome: now } = stood.state;
    if (now !== null) for (const { id, status } of rubbers) if (status === "ready") await withdrawChairs(unit, id);
    if (JSON.stringify(now) !== JSON.stringify(outcome)) return;
  }
  // The score stands, and a table compares what has changed below it.
  if (isOther && outcome !== null) await recordFiguresChanged(unit, tie.id, outcome);
}

/** The outcome and the figures that a tie would have with this result of one of its rubbers; nobody has won where it would go on. */
export async function tieWith(
  db: Db,
  tie: StoredMatchRow,
  changed: Pick<StoredMatchRow, "id" | "games" | "outcome">,
): Promise<{ readonly outcome: Outcome; readonly tie: TieTally }> {
  const event = await eventRow(db, tie.event_id);
  if (event === undefined) throw new Error(`The tie ${tie.id} belongs to no event.`);
  const rules = rulesOfEvent(event);
  const rubbers = (await rubberRows(db, tie)).map((row) =>
    row.id === changed.id ? { ...row, ...changed, status: "over" as const } : row,
  );
  const tally = tallyOf(rules, rubbers);
  const winner = (rules.tie && tieWinner(rules.tie, tally.score)) ?? null;
  return { outcome: { winner, by: "play", gamesWon: tally.score }, tie: tally };
}

async function recordFiguresChanged(unit: UnitOfWork, id: MatchId, { winner }: Outcome): Promise<void> {
  await unit.record({ kind: "match-finished", subject: { kind: "result", id }, data: { winner } });
}

function standsSo(
  progress: string,
  won: BySide<number>,
  entry: { readonly score: BySide<number>; readonly progress: string },
): boolean {
  return progress === entry.progress && won.home === entry.score.home && won.away === entry.score.away;
}

/** Whether the rubbers that are known are all that the score of the tie counts. */
function isWhole({ gamesWon }: Outcome, { score }: TieTally): boolean {
  return gamesWon != null && gamesWon.home === score.home && gamesWon.away === score.away;
}

function progressOf(
  rules: TieRules,
  { score }: TieTally,
  rubbers: readonly StoredMatchRow[],
): "ready" | "playing" | "over" {
  if (tieWinner(rules, score) !== undefined) return "over";
  return rubbers.some(({ status }) => status === "live" || status === "over") ? "playing" : "ready";
}

/** What the rubbers add up to; games and points are known where they are of every rubber that was played. */
function tallyOf(rules: MatchRules, rubbers: readonly StoredMatchRow[]): TieTally {
  const begun = rubbers.filter(({ status }) => status === "live" || status === "over");
  const won = { home: 0, away: 0 };
  let games: BySide<number> | null = { home: 0, away: 0 };
  let points: BySide<number> | null = { home: 0, away: 0 };
  for (const row of begun) {
    const outcome: Outcome | null = row.outcome === null ? null : JSON.parse(row.outcome);
    if (outcome?.winner) won[outcome.winner] += 1;
    const scores: BySide<number>[] = JSON.parse(row.games);
    const isUnknown = outcome !== null && (outcome.gamesWon !== undefined || outcome.by === "walkover");
    games = sum(games, isUnknown ? (outcome.gamesWon ?? null) : gamesIn(scores, rulesOfMatch(rules, row)));
    points = isUnknown ? null : scores.reduce<BySide<number> | null>(sum, points);
  }
  const score = rules.tie?.counts === "games" ? (games ?? { home: 0, away: 0 }) : won;
  return { score, rubbers: won, games, points };
}

function gamesIn(scores: readonly BySide<number>[], rules: MatchRules): BySide<number> {
  const finished = scores.filter((score, at) => illegalFinal(rules, score, at + 1) === null);
  const home = finished.filter((score) => score.home > score.away).length;
  return { home, away: finished.length - home };
}

function sum(one: BySide<number> | null, other: BySide<number> | null): BySide<number> | null {
  return one && other && { home: one.home + other.home, away: one.away + other.away };
}

/** Others play the tie: what was laid out and played in it is not theirs. What happened stays in the journal. */
export async function removeRubbers(unit: UnitOfWork, tie: StoredMatchRow): Promise<void> {
  await unit.db.deleteFrom("line_ups").where("match_id", "=", tie.id).execute();
  const rubbers = await rubberRows(unit.db, tie);
  if (rubbers.length === 0) return;
  for (const { id, version } of rubbers) if (version > 0) await resetMatch(unit, id, "entries-changed");
  const ids = rubbers.map(({ id }) => id);
  await unit.db.updateTable("matches").set({ seats: null, status: "waiting" }).where("id", "in", ids).execute();
  await unit.db.updateTable("matches").set({ figures: null }).where("id", "=", tie.id).execute();
}
