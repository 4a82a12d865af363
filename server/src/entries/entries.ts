import { refuse, type EventId, type Refusal } from "@podium/engine";
import type { EntryLine, PlayerLine } from "@podium/protocol";
import { insideEvent } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";

/**
 * Registers an athlete. The id is the person: the same id in another competition is the same athlete,
 * so another family name under it is refused. Names in further scripts are added to those known.
 */
export async function registerPlayer(unit: UnitOfWork, form: PlayerLine): Promise<undefined | Refusal> {
  const known = await unit.db.selectFrom("players").selectAll().where("id", "=", form.id).executeTakeFirst();
  if (known === undefined) {
    await unit.db
      .insertInto("players")
      .values({
        id: form.id,
        family: form.family,
        given: form.given ?? "",
        names: JSON.stringify(form.names ?? {}),
        association: form.association ?? null,
      })
      .execute();
    return undefined;
  }
  if (known.family !== form.family || known.given !== (form.given ?? "")) {
    return refuse(
      "player-differs",
      `${form.id} is known as ${known.family} ${known.given}, not as ${form.family} ${form.given ?? ""}.`,
      { player: form.id },
    );
  }
  const names = JSON.stringify({ ...JSON.parse(known.names), ...form.names });
  await unit.db.updateTable("players").set({ names }).where("id", "=", form.id).execute();
  return undefined;
}

/** Enters a player or a pair for an event. */
export async function makeEntry(
  unit: UnitOfWork,
  event: { readonly id: EventId; readonly kind: "singles" | "doubles" },
  form: EntryLine,
): Promise<undefined | Refusal> {
  const refusal = await refusedEntry(unit.db, event, form);
  if (refusal) return refusal;
  const id = insideEvent(event.id, form.code);
  const { n } = await unit.db
    .selectFrom("entries")
    .select((all) => all.fn.countAll<number>().as("n"))
    .where("event_id", "=", event.id)
    .executeTakeFirstOrThrow();
  await unit.db
    .insertInto("entries")
    .values({
      id,
      event_id: event.id,
      code: form.code,
      position: Number(n),
      association: form.association ?? null,
      seed: form.seed ?? null,
      rank: form.rank ?? null,
      unranked: form.unranked === true ? 1 : 0,
    })
    .execute();
  await unit.db
    .insertInto("entry_players")
    .values(form.players.map((player, position) => ({ entry_id: id, position, player_id: player })))
    .execute();
  await unit.record({ kind: "entry-made", subject: { kind: "event", id: event.id }, data: { entry: form.code } });
  return undefined;
}

async function refusedEntry(
  db: Db,
  event: { readonly id: EventId; readonly kind: "singles" | "doubles" },
  form: EntryLine,
): Promise<Refusal | undefined> {
  const needed = event.kind === "singles" ? 1 : 2;
  if (new Set(form.players).size !== needed) {
    return refuse(
      "entry-size",
      `The entry ${form.code} needs ${needed === 1 ? "one player" : "two different players"}.`,
      { entry: form.code, needed },
    );
  }
  const twice = await db
    .selectFrom("entries")
    .select("id")
    .where("event_id", "=", event.id)
    .where("code", "=", form.code)
    .executeTakeFirst();
  if (twice) return refuse("entry-exists", `The event has an entry ${form.code} already.`, { entry: form.code });
  for (const player of form.players) {
    const known = await db.selectFrom("players").select("id").where("id", "=", player).executeTakeFirst();
    if (!known)
      return refuse("player-unknown", `The entry ${form.code} names a player ${player} who is not registered.`, {
        entry: form.code,
        player,
      });
    const entered = await enteredAs(db, event.id, player);
    if (entered)
      return refuse("player-entered-twice", `${player} is in the event already, as ${entered}.`, {
        player,
        entry: entered,
      });
  }
  if (form.seed === undefined) return undefined;
  const sameSeed = await db
    .selectFrom("entries")
    .select("code")
    .where("event_id", "=", event.id)
    .where("seed", "=", form.seed)
    .executeTakeFirst();
  return (
    sameSeed &&
    refuse("seed-taken", `Seed ${form.seed} is ${sameSeed.code} already.`, { seed: form.seed, entry: sameSeed.code })
  );
}

async function enteredAs(db: Db, event: string, player: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("entry_players")
    .innerJoin("entries", "entries.id", "entry_players.entry_id")
    .select("entries.code")
    .where("entries.event_id", "=", event)
    .where("entry_players.player_id", "=", player)
    .executeTakeFirst();
  return row?.code;
}

export interface EntryRow {
  readonly id: string;
  readonly event_id: string;
  readonly code: string;
  readonly association: string | null;
  readonly seed: number | null;
  readonly rank: number | null;
  readonly unranked: number;
  readonly players: readonly PlayerRow[];
}

export interface PlayerRow {
  readonly id: string;
  readonly family: string;
  readonly given: string;
  readonly names: string;
  readonly association: string | null;
}

/** The entries of an event in the order in which they were made, with their players. */
export async function entryRows(db: Db, event: string): Promise<EntryRow[]> {
  const entries = await db
    .selectFrom("entries")
    .selectAll()
    .where("event_id", "=", event)
    .orderBy("position")
    .execute();
  const seats = await db
    .selectFrom("entry_players")
    .innerJoin("entries", "entries.id", "entry_players.entry_id")
    .innerJoin("players", "players.id", "entry_players.player_id")
    .select([
      "entry_players.entry_id",
      "players.id",
      "players.family",
      "players.given",
      "players.names",
      "players.association",
    ])
    .where("entries.event_id", "=", event)
    .orderBy("entry_players.position")
    .execute();
  const players = Map.groupBy(seats, (seat) => seat.entry_id);
  return entries.map((entry) => ({ ...entry, players: players.get(entry.id) ?? [] }));
}

/** An athlete as kept. */
export async function playerRow(db: Db, id: string): Promise<PlayerRow | undefined> {
  return db.selectFrom("players").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Everything an athlete is entered for, the latest competition first. */
export async function entriesOfPlayer(db: Db, player: string): Promise<{ id: string; event_id: string }[]> {
  return db
    .selectFrom("entry_players")
    .innerJoin("entries", "entries.id", "entry_players.entry_id")
    .innerJoin("events", "events.id", "entries.event_id")
    .innerJoin("competitions", "competitions.id", "events.competition_id")
    .select(["entries.id", "entries.event_id"])
    .where("entry_players.player_id", "=", player)
    .orderBy("competitions.from_date", "desc")
    .orderBy("events.position")
    .execute();
}
