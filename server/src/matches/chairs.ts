import { type ChairId, type EventId, isRefused, type MatchId, type Refusal, refuse } from "@podium/engine";
import { LRUCache } from "lru-cache";
import type { Fact } from "../facts/fact.ts";
import { tokenHash } from "../people/token-hash.ts";
import type { Db } from "../storage/storage.ts";
import { stateIn, type App, type UnitOfWork } from "../app.ts";
import { matchRow, type StoredMatchRow } from "./match-rows.ts";
import { chairId, matchId, PODIUM } from "../storage/codes.ts";

const TOKEN_BYTES = 24;

/** Hands out a chair for a match: an address that may score it. A chair handed out before is withdrawn. */
export async function issueChair(
  unit: UnitOfWork,
  match: MatchId,
  { issuedBy = unit.who ?? PODIUM, token = unit.randomId(TOKEN_BYTES) } = {},
): Promise<{ readonly id: ChairId; readonly token: string } | Refusal> {
  const row = await matchRow(unit.db, match);
  if (row === undefined) return refuse("match-unknown", `There is no match ${match}.`, { match });
  if (row.status === "bye" || row.status === "waiting")
    return refuse("match-not-ready", "Who plays this match is not known yet.");
  await withdrawChairs(unit, match);
  const id = chairId(unit.randomId(9));
  await unit.db
    .insertInto("chairs")
    .values({
      id,
      match_id: match,
      token_hash: tokenHash(token),
      issued_at_ms: unit.nowMs,
      issued_by: issuedBy,
      withdrawn_at_ms: null,
      last_line_at_ms: null,
      next_chair: null,
    })
    .execute();
  await unit.record({ kind: "chair-issued", subject: { kind: "chair", id }, data: { match } });
  return { id, token };
}

/** Takes the chair of a match back; its address scores no more. Nothing happens where none was out. */
export async function withdrawChair(unit: UnitOfWork, match: MatchId): Promise<undefined | Refusal> {
  if (!(await matchRow(unit.db, match))) return refuse("match-unknown", `There is no match ${match}.`, { match });
  await withdrawChairs(unit, match);
  return undefined;
}

/** When the desk has published a result, its chair is taken back: what is official changes at the desk alone. */
export async function closeChairs(unit: UnitOfWork, fact: Fact): Promise<void> {
  await withdrawChairs(unit, matchId(fact.subject.id));
}

/** Takes back whatever chair is out for a match. */
export async function withdrawChairs(unit: UnitOfWork, match: MatchId): Promise<void> {
  const out = await unit.db
    .selectFrom("chairs")
    .select("id")
    .where("match_id", "=", match)
    .where("withdrawn_at_ms", "is", null)
    .execute();
  for (const { id } of out) {
    await unit.db.updateTable("chairs").set({ withdrawn_at_ms: unit.nowMs }).where("id", "=", id).execute();
    await unit.record({ kind: "chair-withdrawn", subject: { kind: "chair", id }, data: { match } });
  }
}

const MINUTE_MS = 60_000;

/** Remembers in which minute a chair was last heard of, as the desk shows it: a rally of the same minute writes nothing. */
export async function noteChairUse(
  unit: UnitOfWork,
  { id, last_line_at_ms: lastMs }: Pick<ChairRow, "id" | "last_line_at_ms">,
): Promise<void> {
  if (lastMs !== null && Math.floor(lastMs / MINUTE_MS) === Math.floor(unit.nowMs / MINUTE_MS)) return;
  await unit.db.updateTable("chairs").set({ last_line_at_ms: unit.nowMs }).where("id", "=", id).execute();
}

/** Remembers for which chair one was handed in. */
export async function noteNextChair(unit: UnitOfWork, chair: ChairId, next: ChairId): Promise<void> {
  await unit.db.updateTable("chairs").set({ next_chair: next }).where("id", "=", chair).execute();
}

/** The match of the chair that this address was handed in for, while that chair is out. */
export async function matchHandedInFor(db: Db, token: string, nextToken: string): Promise<MatchId | undefined> {
  const found = await db
    .selectFrom("chairs")
    .innerJoin("chairs as next", "next.id", "chairs.next_chair")
    .select("next.match_id")
    .where("chairs.token_hash", "=", tokenHash(token))
    .where("next.token_hash", "=", tokenHash(nextToken))
    .where("next.withdrawn_at_ms", "is", null)
    .executeTakeFirst();
  return found?.match_id;
}

export type ChairRow = Awaited<ReturnType<typeof chairsOut>>[number];

/** The chair an address belongs to; only the hash of the address is stored. */
export async function chairOf(db: Db, token: string): Promise<ChairRow | Refusal> {
  const row = await db.selectFrom("chairs").selectAll().where("token_hash", "=", tokenHash(token)).executeTakeFirst();
  return stillOut(row);
}

/** A match, and when the chair that scores it was heard of. */
type ScoredMatch = StoredMatchRow & {
  readonly chair: ChairId;
  readonly last_line_at_ms: number | null;
  readonly withdrawn_at_ms: number | null;
};

/** The match that an address scores, and its chair, in one statement: each rally asks for them. */
export async function matchOfChair(db: Db, token: string): Promise<ScoredMatch | Refusal> {
  const row = await db
    .selectFrom("chairs")
    .innerJoin("matches", "matches.id", "chairs.match_id")
    .selectAll("matches")
    .select(["chairs.id as chair", "chairs.last_line_at_ms", "chairs.withdrawn_at_ms"])
    .where("chairs.token_hash", "=", tokenHash(token))
    .executeTakeFirst();
  return stillOut(row);
}

function stillOut<Row extends { readonly withdrawn_at_ms: number | null }>(row: Row | undefined): Row | Refusal {
  if (row === undefined) return refuse("chair-unknown", "This address is no chair. Ask the desk for a new one.");
  if (row.withdrawn_at_ms !== null)
    return refuse(
      "chair-withdrawn",
      "The desk has taken this chair back. What was sent before is kept; ask the desk for a new chair.",
    );
  return row;
}

const CHAIRS_KNOWN_MAX = 10_000;

/** Which chair an address is of, by the hash of its token: that never changes. Whether it still is out, each line asks anew. */
const knownChairs = { make: () => new LRUCache<string, ChairId>({ max: CHAIRS_KNOWN_MAX }) };

/** Which chair an address is of, from memory where a line came from it before; refused where it is of none, or was not out when it was asked. */
export async function chairIdOf(app: App, token: string): Promise<ChairId | Refusal> {
  const known = stateIn(app, knownChairs);
  const hash = tokenHash(token);
  const id = known.get(hash);
  if (id !== undefined) return id;
  const chair = await chairOf(app.storage.db, token);
  if (isRefused(chair)) return chair;
  known.set(hash, chair.id);
  return chair.id;
}

/** Lets the next line of an address ask first whether it is a chair's. */
export function forgetChair(app: App, token: string): void {
  stateIn(app, knownChairs).delete(tokenHash(token));
}

/** The chairs that are out for the matches of an event. */
export async function chairsOut(db: Db, event: EventId) {
  return db
    .selectFrom("chairs")
    .innerJoin("matches", "matches.id", "chairs.match_id")
    .selectAll("chairs")
    .where("matches.event_id", "=", event)
    .where("chairs.withdrawn_at_ms", "is", null)
    .execute();
}
