import { createHmac } from "node:crypto";
import { isRefused, type MatchId, type Refusal, refuse } from "@podium/engine";
import type { UnitOfWork } from "../app.ts";
import { holdsOne } from "../people/policy.ts";
import { rolesOf } from "../people/roles.ts";
import { competitionOf, eventOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { chairOf, issueChair, matchHandedInFor, noteNextChair, withdrawChairs, type ChairRow } from "./chairs.ts";
import { matchRow, type StoredMatchRow } from "./match-rows.ts";

/** A chair, and its match that is over. */
export interface HeldChair {
  readonly chair: ChairRow;
  readonly match: StoredMatchRow;
}

/** The next match of the table that a match was played on: it can begin, and nobody has its chair. Undefined where there is none. */
export async function nextAtTable(db: Db, match: StoredMatchRow): Promise<StoredMatchRow | undefined> {
  if (match.table_name === null) return undefined;
  return (
    db
      .selectFrom("matches")
      .innerJoin("events", "events.id", "matches.event_id")
      .leftJoin("chairs", (join) =>
        join.onRef("chairs.match_id", "=", "matches.id").on("chairs.withdrawn_at_ms", "is", null),
      )
      .leftJoin("matches as ties", (join) =>
        join.onRef("ties.event_id", "=", "matches.event_id").onRef("ties.code", "=", "matches.tie"),
      )
      .selectAll("matches")
      // A tie is scored by its rubbers, and those that are left when it is decided are not played.
      .where((eb) => eb.or([eb("events.kind", "!=", "team"), eb("ties.status", "!=", "over")]))
      .where("events.competition_id", "=", competitionOf(eventOf(match.id)))
      .where("matches.table_name", "=", match.table_name)
      .where("matches.status", "=", "ready")
      .where("matches.demo_umpire", "=", 0)
      .where("chairs.id", "is", null)
      .orderBy("matches.start_ms", (by) => by.asc().nullsLast())
      .orderBy("matches.event_id")
      .orderBy("matches.position")
      .orderBy("matches.rubber")
      .limit(1)
      .executeTakeFirst()
  );
}

/**
 * The match whose chair a held chair may be handed in for. None where who handed it out has no place at that desk any
 * more: its leave ended with the role.
 */
export async function nextFor(db: Db, { chair, match }: HeldChair): Promise<StoredMatchRow | undefined> {
  const roles = await rolesOf(db, chair.issued_by);
  const issuer = { id: chair.issued_by, name: "", roles };
  return holdsOne(issuer, competitionOf(eventOf(match.id)), ["organiser", "referee"])
    ? nextAtTable(db, match)
    : undefined;
}

/** A chair that was taken for another one. */
interface NextChair {
  readonly match: MatchId;
  readonly token: string;
}

/**
 * The key of the chair that follows on this one: whoever has the one is led on to the other, though of both only hashes
 * are stored.
 */
function keyAfter(secret: string, token: string): string {
  return createHmac("sha256", secret).update(`chair after ${token}`).digest("base64url").slice(0, 32);
}

/** The chair that this one was handed in for, while it is out: a second tap, a reload and a second phone go on there. */
export async function chairAfter(db: Db, secret: string, token: string): Promise<NextChair | undefined> {
  const next = keyAfter(secret, token);
  const match = await matchHandedInFor(db, token, next);
  return match === undefined ? undefined : { match, token: next };
}

/**
 * An umpire whose match is over hands its chair back and takes that of the next match of the table, by the leave of
 * whoever handed out the first; taken again, it is the same one. Refuses: `match-goes-on`, `no-next-match`.
 */
export async function takeNextChair(unit: UnitOfWork, secret: string, token: string): Promise<NextChair | Refusal> {
  const held = await heldChair(unit.db, token);
  if (isRefused(held)) return (await chairAfter(unit.db, secret, token)) ?? held;
  const next = await nextFor(unit.db, held);
  if (next === undefined) return refuse("no-next-match", "No match of this table can begin now. Ask the desk.");
  await withdrawChairs(unit, held.match.id);
  const given = { issuedBy: held.chair.issued_by, token: keyAfter(secret, token) };
  const issued = await issueChair(unit, next.id, given);
  if (isRefused(issued)) return issued;
  await noteNextChair(unit, held.chair.id, issued.id);
  return { match: next.id, token: issued.token };
}

/** An umpire whose match is over hands its chair back. Answers the match. Refuses: `match-goes-on`. */
export async function giveChairBack(unit: UnitOfWork, token: string): Promise<{ readonly match: MatchId } | Refusal> {
  const held = await heldChair(unit.db, token);
  if (isRefused(held)) return held;
  await withdrawChairs(unit, held.match.id);
  return { match: held.match.id };
}

/** The chair of an address, and its match that is over. */
export async function heldChair(db: Db, token: string): Promise<HeldChair | Refusal> {
  const chair = await chairOf(db, token);
  if (isRefused(chair)) return chair;
  const match = await matchRow(db, chair.match_id);
  if (match === undefined) throw new Error(`The chair ${chair.id} belongs to no match.`);
  return match.status === "over" ? { chair, match } : refuse("match-goes-on", "This match is not over yet.");
}
