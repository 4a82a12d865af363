import type { CompetitionId, EventId, PersonId } from "@podium/engine";
import { searchWords } from "../facts/deed-words.ts";
import type { FoundBy } from "../facts/deed-search.ts";
import type { HeldRole } from "../people/roles.ts";
import type { Db } from "../storage/storage.ts";

/** Words of one search that count. */
const WORDS_MAX = 6;
/** Matches, events and chairs that a word may mean: a letter alone would mean all of them. */
const SUBJECTS_MAX = 2000;

/** What each word of a search may mean in a competition: its staff, and what its events, matches and entries are called. */
export async function meantBy(
  db: Db,
  competition: CompetitionId,
  { text, held }: { readonly text: string; readonly held: readonly HeldRole[] },
): Promise<FoundBy[]> {
  const words = searchWords(text).slice(0, WORDS_MAX);
  if (words.length === 0) return [];
  const named = await namedIn(db, competition);
  return words.map((word) => ({
    word,
    people: held.filter(({ name }) => hasWord(name, word)).map(({ person }): PersonId => person),
    subjects: [...new Set(named.filter(({ words: own }) => begins(own, word)).map(({ subject }) => subject))].slice(
      0,
      SUBJECTS_MAX,
    ),
  }));
}

function hasWord(name: string, word: string): boolean {
  return begins(searchWords(name), word);
}

function begins(words: readonly string[], word: string): boolean {
  return words.some((each) => each.startsWith(word));
}

/** A subject of facts with a word by which it is known. */
interface Named {
  readonly subject: string;
  readonly words: readonly string[];
}

/** The events of a competition by their titles, its matches and their chairs by their codes and by who plays them. */
async function namedIn(db: Db, competition: CompetitionId): Promise<Named[]> {
  const events = await db
    .selectFrom("events")
    .select(["id", "title"])
    .where("competition_id", "=", competition)
    .execute();
  const ids = events.map(({ id }) => id);
  if (ids.length === 0) return [];
  const players = await wordsOfEntries(db, ids);
  const matches = await db
    .selectFrom("matches")
    .select(["id", "event_id", "code", "home_entry", "away_entry"])
    .where("event_id", "in", ids)
    .execute();
  const ofMatches = new Map<string, string[]>(
    matches.map(({ id, event_id: event, code, home_entry: home, away_entry: away }) => [
      id,
      [...searchWords(code), ...[home, away].flatMap((entry) => players.get(`${event}/${entry}`) ?? [])],
    ]),
  );
  const chairs = await db
    .selectFrom("chairs")
    .innerJoin("matches", "matches.id", "chairs.match_id")
    .select(["chairs.id", "chairs.match_id as match"])
    .where("matches.event_id", "in", ids)
    .execute();
  return [
    ...events.map(({ id, title }) => ({ subject: id, words: searchWords(Object.values(JSON.parse(title)).join(" ")) })),
    ...[...ofMatches].map(([subject, words]) => ({ subject, words })),
    ...chairs.map(({ id, match }) => ({ subject: id, words: ofMatches.get(match) ?? [] })),
  ];
}

/** By `event/entry` the words of its code and of the names of its players, in every script. */
async function wordsOfEntries(db: Db, events: readonly EventId[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom("entries")
    .leftJoin("entry_players", "entry_players.entry_id", "entries.id")
    .leftJoin("players", "players.id", "entry_players.player_id")
    .select(["entries.event_id as event", "entries.code", "entries.name", "players.family", "players.given"])
    .select("players.names")
    .where("entries.event_id", "in", [...events])
    .execute();
  const words = new Map<string, string[]>();
  for (const { event, code, name, family, given, names } of rows) {
    const written = [code, family, given, ...inAll(name), ...inAll(names)].join(" ");
    const key = `${event}/${code}`;
    words.set(key, [...(words.get(key) ?? []), ...searchWords(written)]);
  }
  return words;
}

/** A text in all its languages. */
function inAll(text: string | null): string[] {
  return text === null ? [] : Object.values(JSON.parse(text));
}
