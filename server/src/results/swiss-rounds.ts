import { isRefused, refuse, type EntryCode, type EventId, type Refusal, type SwissStanding } from "@podium/engine";
import type { PhasePart } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { swissPairs } from "../draw/draw-rules.ts";
import { amendDraw, drawOf, planBy, swissGroup } from "../draw/draw.ts";
import { matchIdOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { eventWithResults, type EventWithResults } from "./results.ts";

/** The Swiss system of an event, with the rounds that are paired. */
interface SwissPhase {
  readonly phase: PhasePart;
  readonly paired: number;
  readonly found: EventWithResults;
}

async function swissPhaseOf(db: Db, event: EventId): Promise<SwissPhase | null> {
  const found = await eventWithResults(db, event);
  const draw = await drawOf(db, event);
  const phase = draw?.phases?.find(({ format }) => format === "swiss");
  return found === null || phase === undefined ? null : { phase, paired: (phase.pairings ?? []).length, found };
}

/** The round of the Swiss system that can be paired now: the one before it is decided; null where there is none. */
export async function roundToPair(db: Db, event: EventId): Promise<number | null> {
  const swiss = await swissPhaseOf(db, event);
  return swiss === null ? null : nextRound(swiss);
}

function nextRound({ phase, paired, found }: SwissPhase): number | null {
  if (paired >= (phase.rounds ?? paired)) return null;
  const group = swissGroup(phase);
  const before = found.state.matches.filter((match) => match.group === group && roundOf(match.round) <= paired);
  return before.every(({ status }) => status === "over" || status === "bye") ? paired + 1 : null;
}

/** `s3` is the third round, whatever stands before it. */
function roundOf(round: string): number {
  return Number(/s(\d+)$/.exec(round)?.[1] ?? 0);
}

/** Pairs the next round of a Swiss system by its table as it stands. Refuses `rounds-undecided` and `no-pairing-left`. */
export async function pairNextRound(unit: UnitOfWork, event: EventId, round: number): Promise<undefined | Refusal> {
  const swiss = await swissPhaseOf(unit.db, event);
  const draw = await drawOf(unit.db, event);
  if (swiss === null || draw === null || nextRound(swiss) !== round)
    return refuse("rounds-undecided", `Round ${round} cannot be paired now: every match before it must be decided.`, {
      round,
    });
  const pairs = swissPairs(standingsOf(swiss), round);
  if (isRefused(pairs)) return pairs;
  const { phase, found } = swiss;
  const phases = draw.phases?.map((each) =>
    each.format === "swiss" ? { ...each, pairings: [...(each.pairings ?? []), pairs] } : each,
  );
  const amended = { ...draw, ...(phases === undefined ? {} : { phases }) };
  const planned = await planBy(unit.db, event, amended);
  if (isRefused(planned)) return planned;
  const plan = { ...found.plan, ...planned };
  await amendDraw(unit, event, { plan, draw: amended });
  const group = swissGroup(phase);
  const inRound = plan.matches.filter((each) => each.group === group && roundOf(each.round) === round);
  // Who has withdrawn leaves a match less.
  await unit.db
    .deleteFrom("matches")
    .where("event_id", "=", event)
    .where("round", "=", inRound[0]?.round ?? "")
    .where(
      "code",
      "not in",
      inRound.map(({ code }) => code),
    )
    .execute();
  for (const match of inRound)
    await unit.db
      .updateTable("matches")
      .set({ home_source: JSON.stringify(match.home), away_source: JSON.stringify(match.away) })
      .where("id", "=", matchIdOf(event, match.code))
      .execute();
  await unit.record({
    kind: "round-paired",
    subject: { kind: "event", id: event },
    data: { phase: phase.code ?? "main", round },
  });
  return undefined;
}

/** Everybody as the table has them, with whom they have met. */
function standingsOf({ phase, paired, found }: SwissPhase): SwissStanding[] {
  const group = swissGroup(phase);
  const played = found.state.matches.filter((match) => match.group === group && roundOf(match.round) <= paired);
  const rows = found.state.groups.find((each) => each.group === group)?.rows ?? [];
  const withdrawn = new Set(
    (found.plan.rulings ?? []).flatMap((made) => (made.ruling === "withdrawn" ? made.entry : [])),
  );
  const playing = rows.filter(({ entry }) => !withdrawn.has(entry));
  return playing.map(({ entry }) => {
    const own = played.filter(({ entries }) => entries.home === entry || entries.away === entry);
    const met = own.flatMap(({ entries }): EntryCode[] => {
      const other = entries.home === entry ? entries.away : entries.home;
      return other === null ? [] : [other];
    });
    const won = own.filter(({ status, winner }) => status === "bye" || winner === entry);
    return { entry, won: won.length, met, hadBye: own.some(({ status }) => status === "bye") };
  });
}
