import { type EntryId, type EventId, type Refusal, refuse, type Side } from "@podium/engine";
import type { UnitOfWork } from "../app.ts";
import { tokenHash } from "../people/token-hash.ts";
import { entryIdOf, PODIUM } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { StoredMatchRow } from "./match-rows.ts";

/** Captains hand in the line-ups of their team by a link of their own: nobody at the desk knows who plays before both are in. */

const TOKEN_BYTES = 24;

/** Makes the link of a team's captain anew; one that was given out before counts no more. Refuses `not-a-tie`, `match-not-ready`. */
export async function issueCaptainLink(
  unit: UnitOfWork,
  tie: StoredMatchRow,
  side: Side,
): Promise<{ readonly token: string } | Refusal> {
  const code = tie[`${side}_entry`];
  if (tie.tie !== null) return refuse("not-a-tie", "Only a tie between two teams has line-ups.");
  if (code === null) return refuse("match-not-ready", "Who plays this match is not known yet.");
  const token = unit.randomId(TOKEN_BYTES);
  const made = { token_hash: tokenHash(token), issued_at_ms: unit.nowMs, issued_by: unit.who ?? PODIUM };
  await unit.db
    .insertInto("captains")
    .values({ entry_id: entryIdOf(tie.event_id, code), ...made })
    .onConflict((conflict) => conflict.column("entry_id").doUpdateSet(made))
    .execute();
  return { token };
}

/** A team, as its captain's link names it. */
export interface Captain {
  readonly entry: EntryId;
  readonly event: EventId;
  readonly code: string;
}

/** Whose link this is; refuses `captain-unknown`. */
export async function captainBy(db: Db, token: string): Promise<Captain | Refusal> {
  const row = await db
    .selectFrom("captains")
    .innerJoin("entries", "entries.id", "captains.entry_id")
    .select(["entries.id as entry", "entries.event_id as event", "entries.code"])
    .where("captains.token_hash", "=", tokenHash(token))
    .executeTakeFirst();
  return row ?? refuse("captain-unknown", "This is no link of a captain any more. Ask the desk for a new one.");
}

/** On which side a team plays a tie; undefined where it does not. */
export function sideOf(tie: Pick<StoredMatchRow, "home_entry" | "away_entry">, { code }: Captain): Side | undefined {
  if (tie.home_entry === code) return "home";
  return tie.away_entry === code ? "away" : undefined;
}
