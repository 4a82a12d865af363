import { isRefused, type Refusal, refuse } from "@podium/engine";
import {
  clockOf,
  type ForetoldMove,
  minuteOf,
  type MovableMatch,
  moveForm,
  type MoveForm,
  type MovesPage,
} from "@podium/protocol";
import { transact } from "../app.ts";
import { competitionRow, type CompetitionRow } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { wallClock } from "../competitions/wall-clock.ts";
import { playerRows } from "../entries/entries.ts";
import { presentPlayer } from "../entries/present.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { dayInPlay, requestOf } from "../matches/day-in-play.ts";
import { type DayToMove, foretellMove, makeMove, mayMove, minutesOn, type Move } from "../matches/moves.ts";
import { presentMatches } from "../matches/present.ts";
import { holders } from "../people/policy.ts";
import { daysPlanned, keptDayPlan } from "../schedule/day-plans.ts";
import { competitionIn, playerId } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

const atTheDesk = holders("organiser", "referee");
const MOVES = "/desk/:competition/plan/moves";

/** Putting matches of a planned day elsewhere: what it would break is shown first. */
export const deskMoveRoutes: readonly Route[] = [
  { method: "GET", path: MOVES, policy: atTheDesk, answer: (request) => showMoves(request, {}) },
  { method: "POST", path: MOVES, policy: atTheDesk, reads: moveForm, answer: takeMove },
];

interface Shown {
  readonly entered?: Readonly<Record<string, string>>;
  readonly foretold?: ForetoldMove;
  readonly refusal?: Refusal;
}

async function showMoves(request: RouteRequest, { entered, foretold, refusal }: Shown): Promise<Answer> {
  const { db } = request.app.storage;
  const competition = await competitionRow(db, competitionIn(request.params));
  if (competition === undefined) return answer.refusal(notFound(request.path));
  const days = await daysPlanned(db, competition.id);
  const asked = entered?.["day"] ?? request.query["day"];
  const today = wallClock(competition.zone, request.app.clock()).date;
  const day = days.find((each) => each === asked) ?? days.find((each) => each >= today) ?? days.at(-1) ?? today;
  const of = await dayToMove(db, competition, { day, nowMs: request.app.clock() });
  const matches = of === null ? [] : await movable(db, of);
  const chosen = matches.find(({ row, mayMove: may }) => may && row.id === request.query["match"]);
  const data: MovesPage = {
    competition: presentCompetition(competition),
    day,
    days,
    tables: of === null ? [] : [...requestOf(of.day, of.plan).tables],
    matches,
    entered: entered ?? (chosen === undefined ? {} : enteredOf(chosen)),
    foretold: foretold ?? null,
    moved: matches.find(({ row }) => row.id === request.query["moved"])?.row.id ?? null,
    people: foretold === undefined ? {} : await peopleIn(db, foretold),
    refusal: refusal ?? null,
  };
  return answer.form({ page: "day-moves", data }, refusal);
}

/** The form for a match, as it stands. */
function enteredOf({ row, table, start, pinned }: MovableMatch): Readonly<Record<string, string>> {
  return { match: row.id, table, time: clockOf(start), ...(pinned ? { pinned: "yes" } : {}) };
}

/** A planned day; null where it was not planned. */
async function dayToMove(
  db: Db,
  competition: CompetitionRow,
  { day, nowMs }: { readonly day: string; readonly nowMs: number },
): Promise<DayToMove | null> {
  const plan = await keptDayPlan(db, competition.id, day);
  if (plan === null) return null;
  const { date, minute } = wallClock(competition.zone, nowMs);
  const now = date === day ? Math.max(plan.from, minute) : plan.from;
  return { day: await dayInPlay(db, competition, { plan, date: day }), plan, now, nowMs };
}

async function movable(db: Db, of: DayToMove): Promise<MovableMatch[]> {
  const minutes = minutesOn(of);
  const known = of.day.rows.filter(({ id }) => minutes.has(id));
  const views = new Map((await presentMatches(db, known)).map((view) => [view.id, view]));
  const matches = known.flatMap((stored): MovableMatch[] => {
    const row = views.get(stored.id);
    if (row === undefined) return [];
    const start = wallClock(of.day.zone, stored.start_ms ?? 0).minute;
    const end = start + (minutes.get(stored.id) ?? 0);
    return [{ row, table: stored.table_name ?? "", start, end, pinned: stored.pinned === 1, mayMove: mayMove(stored) }];
  });
  return matches.sort((a, b) => a.start - b.start);
}

async function peopleIn(db: Db, { violations }: ForetoldMove): Promise<MovesPage["people"]> {
  const ids = violations.flatMap((violation) => (violation.code === "no-rest" ? [playerId(violation.person)] : []));
  return Object.fromEntries((await playerRows(db, ids)).map((player) => [player.id, presentPlayer(player)]));
}

async function takeMove(request: RouteRequest): Promise<Answer> {
  const form = await request.read(moveForm);
  const entered = await request.fields();
  const refused = (refusal: Refusal, foretold?: ForetoldMove) =>
    request.wantsJson
      ? answer.refusal(refusal)
      : showMoves(request, { entered, refusal, ...(foretold === undefined ? {} : { foretold }) });
  if (isRefused(form)) return refused(form);
  const { db } = request.app.storage;
  const competition = await competitionRow(db, competitionIn(request.params));
  if (competition === undefined) return answer.refusal(notFound(request.path));
  const at = { day: form.day, nowMs: request.app.clock() };
  const of = await dayToMove(db, competition, at);
  if (of === null) return refused(NOT_PLANNED);
  const foretold = foretellMove(of, moveOf(form));
  if (isRefused(foretold)) return refused(foretold);
  if (form.confirm === undefined)
    return request.wantsJson ? answer.json(foretold) : showMoves(request, { entered, foretold });
  if (form.shown !== foretold.shown) return refused(MOVED_ON, foretold);
  const done = await transact(request.app, request.viewer?.id ?? null, async (unit) => {
    // Read again inside: what was foretold may have been overtaken since.
    const now = await dayToMove(unit.db, competition, at);
    const again = now === null ? NOT_PLANNED : foretellMove(now, moveOf(form));
    if (now === null || isRefused(again)) return again as Refusal;
    if (again.shown !== foretold.shown) return MOVED_ON;
    return makeMove(unit, now, { move: moveOf(form), others: again.others, date: form.day });
  });
  if (isRefused(done)) return refused(done, foretold);
  if (request.wantsJson) return answer.json({ matches: 1 + foretold.others.length });
  const shown = new URLSearchParams({ day: form.day, moved: form.match });
  return answer.seeOther(`/desk/${competition.id}/plan/moves?${shown.toString()}`);
}

const NOT_PLANNED = refuse("nothing-to-plan", "No match is left to be planned on this day.");
const MOVED_ON = refuse("plan-moved-on", "Something has changed since this plan was shown. Look at it again.");

function moveOf({ match, table, time, pinned, others }: MoveForm): Move {
  return { match, table, start: minuteOf(time), pinned: pinned === "yes", others };
}
