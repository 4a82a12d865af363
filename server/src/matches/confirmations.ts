import {
  type EventId,
  isRefused,
  type MatchId,
  type Outcome,
  type Refusal,
  refuse,
  type Side,
  SIDES,
} from "@podium/engine";
import type { UnitOfWork } from "../app.ts";
import type { Db } from "../storage/storage.ts";
import { heldChair } from "./next-chair.ts";

/**
 * A side confirms the result on the phone of the chair. It counts as long as the match stays as it was. Refuses
 * `match-goes-on`, `match-undecided`, and `match-moved-on` for another version than was seen.
 */
export async function confirmResult(
  unit: UnitOfWork,
  token: string,
  { side, version }: { readonly side: Side; readonly version: number },
): Promise<undefined | Refusal> {
  const held = await heldChair(unit.db, token);
  if (isRefused(held)) return held;
  const { match } = held;
  if (match.version !== version)
    return refuse("match-moved-on", "The match has changed since you opened it. Look again.", {
      version: match.version,
    });
  if (isUndecided(match.outcome))
    return refuse("match-undecided", "The match was abandoned: there is nothing to confirm before it is decided.");
  if ((await confirmedSides(unit.db, match)).includes(side)) return undefined;
  const seen = { version, at_ms: unit.nowMs };
  await unit.db
    .insertInto("confirmations")
    .values({ match_id: match.id, side, ...seen })
    .onConflict((conflict) => conflict.columns(["match_id", "side"]).doUpdateSet(seen))
    .execute();
  await unit.record({
    kind: "result-confirmed",
    subject: { kind: "result", id: match.id },
    data: { side, entry: match[`${side}_entry`] ?? "" },
  });
  return undefined;
}

function isUndecided(outcome: string | null): boolean {
  const ended: Outcome | null = outcome === null ? null : JSON.parse(outcome);
  return ended?.undecided === true;
}

/** The sides that confirmed a match as it stands. */
export async function confirmedSides(
  db: Db,
  { id, version }: { readonly id: MatchId; readonly version: number },
): Promise<Side[]> {
  const rows = await db
    .selectFrom("confirmations")
    .select("side")
    .where("match_id", "=", id)
    .where("version", "=", version)
    .execute();
  return SIDES.filter((side) => rows.some((row) => row.side === side));
}

/** The sides that confirmed the matches of an event as they stand, by match. */
export async function confirmedMatches(db: Db, event: EventId): Promise<ReadonlyMap<string, readonly Side[]>> {
  const rows = await db
    .selectFrom("confirmations")
    .innerJoin("matches", "matches.id", "confirmations.match_id")
    .select(["matches.id", "confirmations.side"])
    .where("matches.event_id", "=", event)
    .whereRef("confirmations.version", "=", "matches.version")
    .execute();
  const sides = Map.groupBy(rows, ({ id }) => id);
  return new Map([...sides].map(([id, of]) => [id, SIDES.filter((side) => of.some((row) => row.side === side))]));
}
