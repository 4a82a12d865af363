import {
  isRefused,
  lawsOf,
  refuse,
  type EntryId,
  type EntryKind,
  type EventId,
  type PlayerId,
  type Refusal,
} from "@podium/engine";
import type { EntryLine, PlayerLine } from "@podium/protocol";
import { firstDayOf } from "../competitions/competitions.ts";
import { lengthOf } from "../facts/journal.ts";
import { competitionOf, entryIdOf, playerId } from "../storage/codes.ts";
import { inParts } from "../storage/parts.ts";
import { keepRecordWords } from "../storage/record-search.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";

/** The first of a list that was refused: its place in the list, from 0, and why. */
export interface RefusedAt {
  readonly index: number;
  readonly refusal: Refusal;
}

/** Both databases limit the values of one statement. */
const ROWS_AT_ONCE = 200;

/**
 * Registers athletes. The id is the person: the same id in another competition is the same athlete,
 * so another family name under it is refused. Names in further scripts are added to those known.
 */
export async function registerPlayers(unit: UnitOfWork, forms: readonly PlayerLine[]): Promise<RefusedAt | undefined> {
  const ids = forms.map(({ id }) => playerId(id));
  const before = new Map((await playerRows(unit.db, ids)).map((row) => [row.id, row]));
  const after = new Map(before);
  for (const [index, form] of forms.entries()) {
    const id = playerId(form.id);
    const known = after.get(id);
    const refusal = known && refusedPlayer(known, form);
    if (refusal) return { index, refusal };
    after.set(id, known === undefined ? newPlayer(form) : withNames(known, form));
  }
  const renamed: PlayerRow[] = [];
  for (const row of after.values()) {
    const known = before.get(row.id);
    if (known === undefined || known.names === row.names) continue;
    await unit.db.updateTable("players").set({ names: row.names }).where("id", "=", row.id).execute();
    renamed.push(row);
    await invalidatePlayer(unit, row.id);
  }
  const fresh = [...after.values()].filter(({ id }) => !before.has(id));
  for (const rows of inParts(fresh, ROWS_AT_ONCE)) await unit.db.insertInto("players").values(rows).execute();
  const findable = [...renamed, ...fresh].map((row) => ({ subject: row.id, text: namesOf(row) }));
  await keepRecordWords(unit.db, "player", findable);
  return undefined;
}

/** All names of an athlete, in every script. */
function namesOf({ family, given, names }: PlayerRow): string {
  return [`${family} ${given}`, ...Object.values(JSON.parse(names) as Record<string, string>)].join("\n");
}

/** A name stands on the player's page and on those of every event played in. */
async function invalidatePlayer(unit: UnitOfWork, player: PlayerId): Promise<void> {
  const entered = await unit.db
    .selectFrom("entry_players")
    .innerJoin("entries", "entries.id", "entry_players.entry_id")
    .select("entries.event_id")
    .where("entry_players.player_id", "=", player)
    .execute();
  const events = entered.map(({ event_id }) => event_id);
  unit.invalidate([
    `player:${player}`,
    "home",
    ...events.flatMap((id) => [`event:${id}`, `competition:${competitionOf(id)}`]),
  ]);
}

function refusedPlayer(known: PlayerRow, { id, family, given = "" }: PlayerLine): Refusal | undefined {
  if (known.family === family && known.given === given) return undefined;
  const told = `${id} is known as ${known.family} ${known.given}, not as ${family} ${given}.`;
  return refuse("player-differs", told, { player: id });
}

function newPlayer({ id, family, given = "", names = {}, association }: PlayerLine): PlayerRow {
  return { id: playerId(id), family, given, names: JSON.stringify(names), association: association ?? null };
}

function withNames(known: PlayerRow, { names }: PlayerLine): PlayerRow {
  return { ...known, names: JSON.stringify({ ...JSON.parse(known.names), ...names }) };
}

/** An event as far as its entries must know it. */
interface EntriesOf {
  readonly id: EventId;
  readonly kind: EntryKind;
}

/** Enters players or pairs for an event, all of them or none. */
export async function makeEntries(
  unit: UnitOfWork,
  event: EntriesOf,
  forms: readonly EntryLine[],
): Promise<RefusedAt | undefined> {
  const entered = await readEntered(unit.db, event.id);
  const position = entered.codes.size;
  const registered = new Set<string>(
    (
      await playerRows(
        unit.db,
        forms.flatMap(({ players }) => players.map(playerId)),
      )
    ).map(({ id }) => id),
  );
  const pointsOfGame = await pointsOfGameIn(unit.db, event.id);
  for (const [index, form] of forms.entries()) {
    const refusal =
      refusedEntry(form, { kind: event.kind, entered, registered }) ?? refusedHandicap(form, pointsOfGame);
    if (refusal) return { index, refusal };
    enter(entered, form);
  }
  const rows = forms.map((form, index) => entryRow(event, form, position + index));
  for (const part of inParts(rows, ROWS_AT_ONCE)) await unit.db.insertInto("entries").values(part).execute();
  const fromDate = await firstDayOf(unit.db, competitionOf(event.id));
  const seats = forms.flatMap(({ code, players }) =>
    players.map((player, seat) => ({
      entry_id: entryIdOf(event.id, code),
      position: seat,
      player_id: playerId(player),
      from_date: fromDate,
    })),
  );
  for (const part of inParts(seats, ROWS_AT_ONCE)) await unit.db.insertInto("entry_players").values(part).execute();
  const subject = { kind: "event", id: event.id } as const;
  const facts = forms.map(({ code }) => ({ kind: "entry-made", subject, data: { entry: code } }) as const);
  await unit.recordAll(facts, await lengthOf(unit.db, subject));
  unit.invalidate([`event:${event.id}`, ...forms.flatMap(({ players }) => players.map((id) => `player:${id}`))]);
  return undefined;
}

/** How many points win a game of the event. */
async function pointsOfGameIn(db: Db, event: EventId): Promise<number> {
  const row = await db
    .selectFrom("events")
    .select(["sport", "edition"])
    .where("id", "=", event)
    .executeTakeFirstOrThrow();
  const laws = lawsOf(row);
  if (isRefused(laws)) throw new Error(laws.message);
  return laws.numbers.game.points;
}

function refusedHandicap({ code, handicap = 0 }: EntryLine, points: number): Refusal | undefined {
  if (handicap < points) return undefined;
  const told = `Of a game to ${points} nobody is given ${handicap}, as ${code} is.`;
  return refuse("handicap-too-high", told, { entry: code, points });
}

/** Who is entered for an event: what a further entry is held against. */
interface Entered {
  readonly codes: Set<string>;
  /** Entry codes by player, and by seed. */
  readonly players: Map<string, string>;
  readonly seeds: Map<number, string>;
}

async function readEntered(db: Db, event: EventId): Promise<Entered> {
  const rows = await db
    .selectFrom("entries")
    .leftJoin("entry_players", "entry_players.entry_id", "entries.id")
    .select(["entries.code", "entries.seed", "entry_players.player_id"])
    .where("entries.event_id", "=", event)
    .execute();
  const entered: Entered = { codes: new Set(), players: new Map(), seeds: new Map() };
  for (const { code, seed, player_id: player } of rows) {
    enter(entered, { code, players: player === null ? [] : [player], ...(seed === null ? {} : { seed }) });
  }
  return entered;
}

function enter(entered: Entered, { code, players, seed }: Pick<EntryLine, "code" | "players" | "seed">): void {
  entered.codes.add(code);
  for (const player of players) entered.players.set(player, code);
  if (seed !== undefined) entered.seeds.set(seed, code);
}

function entryRow({ id, kind }: EntriesOf, form: EntryLine, position: number) {
  return {
    id: entryIdOf(id, form.code),
    event_id: id,
    code: form.code,
    position,
    name: kind === "team" ? JSON.stringify(form.name ?? {}) : null,
    association: form.association ?? null,
    seed: form.seed ?? null,
    rank: form.rank ?? null,
    unranked: form.unranked === true ? 1 : 0,
    handicap: form.handicap ?? null,
  };
}

function refusedEntry(
  { code, players, seed, name, association }: EntryLine,
  known: { readonly kind: EntriesOf["kind"]; readonly entered: Entered; readonly registered: ReadonlySet<string> },
): Refusal | undefined {
  const refusal = refusedSize({ code, players, name, association }, known.kind);
  if (refusal) return refusal;
  if (known.entered.codes.has(code))
    return refuse("entry-exists", `The event has an entry ${code} already.`, { entry: code });
  for (const player of players) {
    if (!known.registered.has(player)) {
      const told = `The entry ${code} names a player ${player} who is not registered.`;
      return refuse("player-unknown", told, { entry: code, player });
    }
    const entry = known.entered.players.get(player);
    if (entry !== undefined)
      return refuse("player-entered-twice", `${player} is in the event already, as ${entry}.`, { player, entry });
  }
  const seeded = seed === undefined ? undefined : known.entered.seeds.get(seed);
  if (seed === undefined || seeded === undefined) return undefined;
  return refuse("seed-taken", `Seed ${seed} is ${seeded} already.`, { seed, entry: seeded });
}

/** One plays singles, two play doubles; a team has as many as are known, and a name or an association to be called by. */
function refusedSize(
  { code, players, name, association }: Pick<EntryLine, "code" | "players" | "name" | "association">,
  kind: EntryKind,
): Refusal | undefined {
  if (kind === "team") {
    if (name !== undefined || association !== undefined) return undefined;
    return refuse("team-nameless", `The team ${code} needs a name or an association.`, { entry: code });
  }
  if (name !== undefined)
    return refuse("team-nameless", `Only a team has a name of its own; ${code} is called by its players.`, {
      entry: code,
    });
  const needed = kind === "singles" ? 1 : 2;
  if (players.length === needed && new Set(players).size === needed) return undefined;
  const count = needed === 1 ? "one player" : "two different players";
  return refuse("entry-size", `The entry ${code} needs ${count}.`, { entry: code, needed });
}

export interface EntryRow {
  readonly id: EntryId;
  readonly event_id: EventId;
  readonly code: string;
  readonly name: string | null;
  readonly association: string | null;
  readonly seed: number | null;
  readonly rank: number | null;
  readonly unranked: number;
  readonly handicap: number | null;
  readonly players: readonly PlayerRow[];
}

export interface PlayerRow {
  readonly id: PlayerId;
  readonly family: string;
  readonly given: string;
  readonly names: string;
  readonly association: string | null;
}

/** The entries of an event in the order in which they were made, with their players. */
export async function entryRows(db: Db, event: EventId): Promise<EntryRow[]> {
  return gathered(await entriesWithPlayers(db).where("entries.event_id", "=", event).execute());
}

/** Some entries by their ids, in the order in which they were made. */
export async function entryRowsBy(db: Db, ids: readonly EntryId[]): Promise<EntryRow[]> {
  const rows: EntryRow[] = [];
  for (const part of inParts([...new Set(ids)], ROWS_AT_ONCE))
    rows.push(...gathered(await entriesWithPlayers(db).where("entries.id", "in", part).execute()));
  return rows;
}

function entriesWithPlayers(db: Db) {
  return db
    .selectFrom("entries")
    .leftJoin("entry_players", "entry_players.entry_id", "entries.id")
    .leftJoin("players", "players.id", "entry_players.player_id")
    .selectAll("entries")
    .select([
      "players.id as player_id",
      "players.family",
      "players.given",
      "players.names",
      "players.association as player_association",
    ])
    .orderBy("entries.event_id")
    .orderBy("entries.position")
    .orderBy("entry_players.position");
}

type EntryWithPlayer = Awaited<ReturnType<ReturnType<typeof entriesWithPlayers>["execute"]>>[number];

/** A row a player becomes an entry with its players. */
function gathered(rows: readonly EntryWithPlayer[]): EntryRow[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((seats) => {
    const [first] = seats;
    return first === undefined ? [] : [{ ...first, players: seats.flatMap(playerOf) }];
  });
}

/** None in the one row of a team whose players nobody knows. */
function playerOf(row: EntryWithPlayer): PlayerRow[] {
  const { player_id: id, family, given, names, player_association: association } = row;
  return id === null || family === null ? [] : [{ id, family, given: given ?? "", names: names ?? "{}", association }];
}

/** Some athletes by their ids. */
export async function playerRows(db: Db, ids: readonly PlayerId[]): Promise<PlayerRow[]> {
  const rows: PlayerRow[] = [];
  for (const part of inParts([...new Set(ids)], ROWS_AT_ONCE))
    rows.push(...(await db.selectFrom("players").selectAll().where("id", "in", part).execute()));
  return rows;
}

/** How many entries some events have. */
export async function entryCounts(db: Db, events: readonly EventId[]): Promise<Map<string, number>> {
  if (events.length === 0) return new Map();
  const rows = await db
    .selectFrom("entries")
    .select("event_id")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("event_id", "in", events)
    .groupBy("event_id")
    .execute();
  return new Map(rows.map(({ event_id: event, n }) => [event, Number(n)]));
}

/** An athlete as stored. */
export async function playerRow(db: Db, id: PlayerId): Promise<PlayerRow | undefined> {
  return db.selectFrom("players").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Everybody who has ever been registered: who may be meant by a name in a list. */
export async function everyPlayer(db: Db): Promise<PlayerRow[]> {
  return db.selectFrom("players").selectAll().orderBy("id").execute();
}

/** All athletes by their family names: a part of a list that may be long. */
export async function playersByName(
  db: Db,
  part: { readonly offset: number; readonly limit: number },
): Promise<PlayerRow[]> {
  return db
    .selectFrom("players")
    .selectAll()
    .orderBy((eb) => eb.fn("upper", ["family"]))
    .orderBy("given")
    .orderBy("id")
    .offset(part.offset)
    .limit(part.limit)
    .execute();
}

/**
 * What an athlete is entered for, the latest competition first, its events in their order: a part of a list that may be
 * long. The date stands beside the seat, so that the others are not read.
 */
export async function entriesOfPlayer(
  db: Db,
  player: PlayerId,
  part: { readonly offset: number; readonly limit: number },
): Promise<{ id: EntryId; event_id: EventId }[]> {
  const rows = await db
    .selectFrom("entry_players")
    .innerJoin("entries", "entries.id", "entry_players.entry_id")
    .innerJoin("events", "events.id", "entries.event_id")
    .select(["entries.id", "entries.event_id", "events.competition_id", "events.position"])
    .where("entry_players.player_id", "=", player)
    .orderBy("entry_players.from_date", "desc")
    .orderBy("entry_players.entry_id")
    .offset(part.offset)
    .limit(part.limit)
    .execute();
  const competitions = [...new Set(rows.map((row) => row.competition_id))];
  const place = (row: (typeof rows)[number]) => competitions.indexOf(row.competition_id);
  return rows.toSorted((one, other) => place(one) - place(other) || one.position - other.position);
}
