import type { Source } from "@podium/engine";
import type { UnitOfWork } from "../app.ts";
import { planOf } from "../draw/draw.ts";
import type { Fact } from "../facts/fact.ts";
import { eventId, matchIdOf } from "../storage/codes.ts";
import { inParts } from "../storage/parts.ts";
import { handicapsIn } from "./handicaps.ts";
import { firstDayMsOf } from "./matches.ts";
import { publishMatchById } from "./present.ts";

/** Both databases limit the values of one statement. */
const ROWS_AT_ONCE = 200;

/** When the draw is published, its matches are laid out. */
export async function layOutMatches(unit: UnitOfWork, fact: Fact): Promise<void> {
  const event = eventId(fact.subject.id);
  const plan = await planOf(unit.db, event);
  if (plan === null) return;
  const dayMs = await firstDayMsOf(unit.db, event);
  const handicapOf = await handicapsIn(unit.db, event);
  const rows = plan.matches.map((match, position) => ({
    id: matchIdOf(event, match.code),
    event_id: event,
    code: match.code,
    position,
    phase: match.phase,
    phase_code: match.phaseCode ?? null,
    best_of: match.bestOf ?? null,
    round: match.round,
    place_in_round: match.order,
    group_name: match.group,
    home_source: JSON.stringify(match.home),
    away_source: JSON.stringify(match.away),
    start_ms: null,
    day_ms: dayMs,
    day: null,
    table_name: null,
    demo_umpire: 0,
    home_entry: drawnFrom(match.home),
    away_entry: drawnFrom(match.away),
    status: drawnFrom(match.home) && drawnFrom(match.away) ? ("ready" as const) : ("waiting" as const),
    handicap: handicapOf({ home: drawnFrom(match.home), away: drawnFrom(match.away) }),
    games: "[]",
    outcome: null,
    version: 0,
  }));
  for (const part of inParts(rows, ROWS_AT_ONCE)) {
    await unit.db
      .insertInto("matches")
      .values(part)
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
  }
  for (const { id, home_entry: home, away_entry: away } of rows)
    if (home !== null || away !== null) publishMatchById(unit, id);
}

/** Who plays a match by the draw itself; what follows from results is not known yet. */
function drawnFrom(source: Source): string | null {
  return source.from === "entry" ? source.entry : null;
}
