import type { CompetitionId, EntryId, EventId, PlayerId } from "@podium/engine";
import type { Db } from "../storage/storage.ts";
import type { PlayerRow } from "./entries.ts";

/** What two athletes have entered together as a pair, the latest competition first: a part of a list that may be long. */
export async function entriesOfPair(
  db: Db,
  [one, other]: readonly [PlayerId, PlayerId],
  part: { readonly offset: number; readonly limit: number },
): Promise<{ id: EntryId; event_id: EventId }[]> {
  return db
    .selectFrom("entry_players")
    .innerJoin("entry_players as beside", "beside.entry_id", "entry_players.entry_id")
    .innerJoin("entries", "entries.id", "entry_players.entry_id")
    .innerJoin("events", "events.id", "entries.event_id")
    .select(["entries.id", "entries.event_id"])
    .where("entry_players.player_id", "=", one)
    .where("beside.player_id", "=", other)
    .where("events.kind", "=", "doubles")
    .orderBy("entry_players.from_date", "desc")
    .orderBy("entry_players.entry_id")
    .offset(part.offset)
    .limit(part.limit)
    .execute();
}

/** Athletes in whose names all words of a query stand, in any script and order, by their family names; none for no words. */
export async function playersCalled(db: Db, query: string, atMost: number): Promise<PlayerRow[]> {
  const words = query
    .toLowerCase()
    .split(/[\s/,\\%_]+/)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  return words
    .reduce(
      (rows, word) =>
        rows.where((eb) => {
          const like = `%${word}%`;
          const isIn = (name: "family" | "given" | "names") => eb(eb.fn<string>("lower", [name]), "like", like);
          return eb.or([isIn("family"), isIn("given"), isIn("names")]);
        }),
      db.selectFrom("players").selectAll(),
    )
    .orderBy((eb) => eb.fn("upper", ["family"]))
    .orderBy("given")
    .orderBy("id")
    .limit(atMost)
    .execute();
}

/** The competitions that somebody plays in, the latest first. */
export async function competitionsOfPlayer(
  db: Db,
  player: PlayerId,
): Promise<{ readonly id: string; readonly title: string }[]> {
  return db
    .selectFrom("competitions")
    .select(["competitions.id", "competitions.title"])
    .where("competitions.id", "in", (eb) =>
      eb
        .selectFrom("entry_players")
        .innerJoin("entries", "entries.id", "entry_players.entry_id")
        .innerJoin("events", "events.id", "entries.event_id")
        .select("events.competition_id")
        .where("entry_players.player_id", "=", player),
    )
    .orderBy("competitions.from_date", "desc")
    .orderBy("competitions.id")
    .execute();
}

/** Everybody who plays in a competition, by their family names. */
export async function playersOfCompetition(db: Db, competition: CompetitionId): Promise<PlayerRow[]> {
  return db
    .selectFrom("players")
    .selectAll("players")
    .where("players.id", "in", (eb) =>
      eb
        .selectFrom("entry_players")
        .innerJoin("entries", "entries.id", "entry_players.entry_id")
        .innerJoin("events", "events.id", "entries.event_id")
        .select("entry_players.player_id")
        .where("events.competition_id", "=", competition),
    )
    .orderBy((eb) => eb.fn("upper", ["players.family"]))
    .orderBy("players.given")
    .orderBy("players.id")
    .execute();
}
