import {
  type CompetitionId,
  type EntryRecord,
  type EventId,
  type EventRecord,
  type Honour,
  type MedalElsewhere,
  type Storyline,
  storylines,
} from "@podium/engine";
import type { Text } from "@podium/protocol";
import { associationRows, competitionRow, eventRow, eventRows, type EventRow } from "../competitions/competitions.ts";
import { presentAssociation } from "../competitions/present.ts";
import { entryRows, type EntryRow } from "../entries/entries.ts";
import { teamName } from "../entries/present.ts";
import { medalsOf } from "../medals/medals.ts";
import { eventWithResults } from "../results/results.ts";
import { entryCode, eventId } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { honourRows } from "./history.ts";

/** The storylines of an event, from its record alone; nothing before its draw. */
export async function storylinesOf(db: Db, event: EventId): Promise<Storyline[]> {
  const played = await recordOf(db, event);
  return played === null ? [] : storylines(played);
}

async function recordOf(db: Db, event: EventId): Promise<EventRecord | null> {
  const row = await eventRow(db, eventId(event));
  const competition = row && (await competitionRow(db, row.competition_id));
  const played = await eventWithResults(db, event);
  if (row === undefined || competition === undefined || played === null) return null;
  const names = new Map((await associationRows(db, competition.id)).map(({ code, name }) => [code, name]));
  const title: Text = JSON.parse(row.title);
  const ofCompetition: Text = JSON.parse(competition.title);
  return {
    id: event,
    sport: row.sport,
    competition: ofCompetition["en"] ?? competition.id,
    name: title["en"] ?? row.code,
    year: Number(competition.from_date.slice(0, 4)),
    bestOf: row.best_of,
    isOfTeams: row.kind === "team",
    entries: (await entryRows(db, event)).map((entry) => entryRecord(entry, names)),
    plan: played.plan,
    state: played.state,
    medals: await medalsOf(db, event),
    elsewhere: await medalsElsewhere(db, row),
    honours: await honoursOf(db, competition.id),
  };
}

/** The honours of a competition; lines that name no sport are of its own, if it has only one. */
async function honoursOf(db: Db, competition: CompetitionId): Promise<Honour[]> {
  const sports = new Set((await eventRows(db, competition)).map(({ sport }) => sport));
  const [only] = sports.size === 1 ? sports : [];
  return (await honourRows(db, competition)).map(
    ({ sport, players, year, competition: of, event, medal, association }) => {
      const known = sport ?? only;
      const line = { year, competition: of, event, medal, association, players: JSON.parse(players) as string[] };
      return known === undefined ? line : { ...line, sport: known };
    },
  );
}

/** The medals of the competition's other events in the same sport. An event is over with the last match that has a time. */
async function medalsElsewhere(db: Db, event: EventRow): Promise<MedalElsewhere[]> {
  const rows = await db
    .selectFrom("medals")
    .innerJoin("events", "events.id", "medals.event_id")
    .innerJoin("entries", "entries.id", "medals.entry_id")
    .select(["medals.event_id", "medals.medal", "entries.association"])
    .where("events.competition_id", "=", event.competition_id)
    .where("events.sport", "=", event.sport)
    .where("events.id", "!=", event.id)
    .orderBy("medals.entry_id")
    .execute();
  const ends = await endsOf(db, [event.id, ...rows.map(({ event_id }) => event_id)]);
  const own = ends.get(event.id) ?? null;
  return rows.flatMap(({ event_id, medal, association }) => {
    const end = ends.get(event_id) ?? null;
    const before = own === null || end === null || own === end ? null : end < own;
    return association === null ? [] : [{ event: event_id, medal, association, before }];
  });
}

/** When the last match of each event was to begin; null where none has a time. */
async function endsOf(db: Db, events: readonly EventId[]): Promise<Map<string, number | null>> {
  const rows = await db
    .selectFrom("matches")
    .select(({ fn }) => ["event_id", fn.max("start_ms").as("end")])
    .where("event_id", "in", [...new Set(events)])
    .groupBy("event_id")
    .execute();
  return new Map(rows.map(({ event_id, end }) => [event_id, end]));
}

function entryRecord(entry: EntryRow, names: ReadonlyMap<string, string>): EntryRecord {
  const players = entry.players.map((player) => `${player.family} ${player.given}`.trim());
  return {
    code: entryCode(entry.code),
    name: teamNames(entry, names) ?? namesOf(entry, players),
    players,
    association: entry.association === null ? null : associationRecord(entry.association, names),
    seed: entry.seed,
    rank: entry.rank,
    unranked: entry.unranked === 1,
  };
}

/** A team as it is called; null for a player and a pair. */
function teamNames(entry: EntryRow, associations: ReadonlyMap<string, string>): EntryRecord["name"] | null {
  const name = teamName(entry, associations);
  return name === null ? null : { ...name, en: name["en"] ?? Object.values(name)[0] ?? entry.code };
}

/** The pair in every language in which one of its players has a name; the others stand as the federation writes them. */
function namesOf(entry: EntryRow, latin: readonly string[]): EntryRecord["name"] {
  const known = entry.players.map((player): Text => JSON.parse(player.names));
  const languages = new Set(known.flatMap((names) => Object.keys(names)));
  const inEach = [...languages].map((language) => [
    language,
    known.map((names, at) => names[language] ?? latin[at] ?? "").join(" / "),
  ]);
  return { ...Object.fromEntries(inEach), en: latin.join(" / ") };
}

function associationRecord(code: string, names: ReadonlyMap<string, string>): EntryRecord["association"] {
  const { name } = presentAssociation(code, names);
  return { code, name: { ...name, en: name["en"] ?? code } };
}
