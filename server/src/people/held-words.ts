import { moderate, refuse, wordList, type Refusal, type WordList } from "@podium/engine";
import { LISTED_WORDS_MAX } from "@podium/protocol";
import { stateIn, type App, type UnitOfWork } from "../app.ts";
import { cachedRead } from "../live/versioned-cache.ts";
import type { Db } from "../storage/storage.ts";

/** What stands for every competition. */
export const EVERYWHERE = "*";

const LISTS_CACHED = 64;
const cachedLists = { make: (app: App) => cachedRead<WordList>(app, LISTS_CACHED) };

/** The words that hold a text of a competition, ready to be looked for: its own and those of all. Null: those of all. */
export function heldWordsIn(app: App, competition: string | null): Promise<WordList> {
  return stateIn(app, cachedLists)(competition ?? EVERYWHERE, async () => {
    const value = await prepareWords(app.storage.db, competition);
    return { value, topics: placesOf(competition).map(listTopic) };
  });
}

/** The same, prepared anew: for whoever looks through many texts at once, in a transaction. */
export async function prepareWords(db: Db, competition: string | null): Promise<WordList> {
  const lists = await Promise.all(placesOf(competition).map((place) => wordsListed(db, place)));
  return wordList([...new Set(lists.flat())]);
}

function placesOf(competition: string | null): readonly string[] {
  return competition === null ? [EVERYWHERE] : [EVERYWHERE, competition];
}

function listTopic(place: string): string {
  return `held-words:${place}`;
}

/** The words on one list, by their letters. */
export async function wordsListed(db: Db, place: string): Promise<string[]> {
  const rows = await db
    .selectFrom("held_words")
    .select("word")
    .where("competition_id", "=", place)
    .orderBy("word")
    .execute();
  return rows.map(({ word }) => word);
}

/** Puts words on a list and takes others off it. A word that is there stays once, one that is not is not missed. */
export async function changeWords(
  unit: UnitOfWork,
  place: string,
  change: { readonly add: readonly string[]; readonly drop: readonly string[] },
): Promise<undefined | Refusal> {
  const listed = unit.db.deleteFrom("held_words").where("competition_id", "=", place);
  if (change.drop.length > 0) await listed.where("word", "in", change.drop).execute();
  const added = change.add.map((word) => ({ competition_id: place, word, added_by: unit.who, at_ms: unit.nowMs }));
  if (added.length > 0)
    await unit.db
      .insertInto("held_words")
      .values(added)
      .onConflict((clash) => clash.doNothing())
      .execute();
  if ((await wordsListed(unit.db, place)).length > LISTED_WORDS_MAX)
    return refuse("list-too-long", `A list has at most ${LISTED_WORDS_MAX} words.`, { most: LISTED_WORDS_MAX });
  unit.invalidate([listTopic(place)]);
  return undefined;
}

/** Why a name cannot be taken for its words; null when it can. Nobody looks at names one by one: another one is chosen. */
export async function whyNameHeld(app: App, name: string): Promise<Refusal | null> {
  const why = moderate({ text: name, known: { words: await heldWordsIn(app, null) } });
  return why.length === 0
    ? null
    : refuse("name-held", "This name has a word in it that moderators here do not let stand. Take another.");
}
