import { storylines, type EntryRecord, type EventRecord, type Honour, type Storyline } from "@podium/engine";
import type { Text } from "@podium/protocol";
import { associationRows, competitionRow, eventRow } from "../competitions/competitions.ts";
import { presentAssociation } from "../competitions/present.ts";
import { entryRows, type EntryRow } from "../entries/entries.ts";
import { medalsOf } from "../medals/medals.ts";
import { eventRecord } from "../results/results.ts";
import { entryCode } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { honourRows } from "./history.ts";

/** What can be told of an event from its record alone; nothing before its draw. */
export async function storylinesOf(db: Db, event: string): Promise<Storyline[]> {
  const record = await recordOf(db, event);
  return record === null ? [] : storylines(record);
}

async function recordOf(db: Db, event: string): Promise<EventRecord | null> {
  const row = await eventRow(db, event);
  const competition = row && (await competitionRow(db, row.competition_id));
  const record = await eventRecord(db, event);
  if (row === undefined || competition === undefined || record === null) return null;
  const names = new Map((await associationRows(db, competition.id)).map(({ code, name }) => [code, name]));
  const title: Text = JSON.parse(row.title);
  return {
    id: event,
    name: title["en"] ?? row.code,
    year: Number(competition.from_date.slice(0, 4)),
    bestOf: row.best_of,
    entries: (await entryRows(db, event)).map((entry) => entryRecord(entry, names)),
    plan: record.plan,
    state: record.state,
    medals: await medalsOf(db, event),
    honours: (await honourRows(db, competition.id)).map((line): Honour => ({
      ...line,
      players: JSON.parse(line.players),
    })),
  };
}

function entryRecord(entry: EntryRow, names: ReadonlyMap<string, string>): EntryRecord {
  const players = entry.players.map((player) => `${player.family} ${player.given}`.trim());
  return {
    code: entryCode(entry.code),
    name: namesOf(entry, players),
    players,
    association: entry.association === null ? null : associationRecord(entry.association, names),
    seed: entry.seed,
    rank: entry.rank,
    unranked: entry.unranked === 1,
  };
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
