import type { PersonId } from "@podium/engine";
import type { Db } from "../storage/storage.ts";

/** What a word of a search is found by: in what was told, as a name of who did it, or in what it is about. */
export interface FoundBy {
  /** The beginning of a word. */
  readonly word: string;
  /** Who did it, or whose role it is. */
  readonly people: readonly PersonId[];
  /** Ids of the matches, events and chairs it is about. */
  readonly subjects: readonly string[];
}

/** The same with the whole words that begin so. */
interface Found extends FoundBy {
  readonly words: readonly string[];
}

/** How many facts are looked at together. */
const WINDOW = 500;
/** Words with one beginning; of more of them the first are meant. */
const WORDS_MAX = 40;
/** Comes after every letter. */
const LAST = "\u{10FFFF}";

/**
 * The numbers of the deeds of a competition that all these words are found by, newest first, from before `before`. The word
 * that is found least leads, so that what is read does not grow with what was done.
 */
export async function* searchDeeds(
  db: Db,
  competition: string,
  { asked, before }: { readonly asked: readonly FoundBy[]; readonly before: number },
): AsyncGenerator<readonly number[]> {
  const found: Found[] = [];
  for (const one of asked) found.push({ ...one, words: await wordsFrom(db, competition, one.word) });
  const windows = await Promise.all(found.map((one) => windowOf(db, competition, { one, before })));
  const least = windows.map(({ length }) => length).indexOf(Math.min(...windows.map(({ length }) => length)));
  const [leading] = found.splice(least, 1);
  if (leading === undefined) return;
  let window = windows[least] ?? [];
  while (window.length > 0) {
    let left = window;
    for (const one of found) left = await among(db, competition, { one, seqs: left });
    yield left;
    const last = window.at(-1) ?? 0;
    if (window.length < WINDOW) return;
    window = await windowOf(db, competition, { one: leading, before: last });
  }
}

/** The whole words that begin so, one after the other by the index: a word that most deeds have is read once. */
async function wordsFrom(db: Db, competition: string, beginning: string): Promise<string[]> {
  const words: string[] = [];
  for (let after = ""; words.length < WORDS_MAX;) {
    const next = await db
      .selectFrom("deed_words")
      .select("word")
      .where("competition", "=", competition)
      .where("word", after === "" ? ">=" : ">", after === "" ? beginning : after)
      .where("word", "<", `${beginning}${LAST}`)
      .orderBy("word")
      .limit(1)
      .executeTakeFirst();
    if (next === undefined) break;
    words.push(next.word);
    after = next.word;
  }
  return words;
}

interface Window {
  readonly one: Found;
  readonly before: number;
}

/** The newest deeds from before a fact that a word is found by, at most a window of them. */
async function windowOf(db: Db, competition: string, { one, before }: Window): Promise<number[]> {
  const seqs = new Set<number>();
  for (const word of one.words) {
    const rows = await db
      .selectFrom("deed_words")
      .select("seq")
      .where("competition", "=", competition)
      .where("word", "=", word)
      .where("seq", "<", before)
      .orderBy("seq", "desc")
      .limit(WINDOW)
      .execute();
    for (const { seq } of rows) seqs.add(seq);
  }
  for (const person of one.people) {
    const rows = await db
      .selectFrom("facts")
      .select("seq")
      .where("competition", "=", competition)
      .where("who", "=", person)
      .where("seq", "<", before)
      .orderBy("seq", "desc")
      .limit(WINDOW)
      .execute();
    for (const { seq } of rows) seqs.add(seq);
  }
  for (const seq of await about(db, competition, { one, before })) seqs.add(seq);
  return [...seqs].sort((a, b) => b - a).slice(0, WINDOW);
}

const SUBJECT_KINDS = ["match", "result", "chair", "event", "person"];

async function about(db: Db, competition: string, { one, before }: Window): Promise<number[]> {
  const subjects = [...one.subjects, ...one.people];
  if (subjects.length === 0) return [];
  const rows = await db
    .selectFrom("facts")
    .select("seq")
    .where("subject_kind", "in", SUBJECT_KINDS)
    .where("subject_id", "in", subjects)
    .where("competition", "=", competition)
    .where("seq", "<", before)
    .orderBy("seq", "desc")
    .limit(WINDOW)
    .execute();
  return rows.map(({ seq }) => seq);
}

/** Those of some deeds that a word is found by too, in their order. */
async function among(
  db: Db,
  competition: string,
  { one, seqs }: { readonly one: Found; readonly seqs: readonly number[] },
): Promise<number[]> {
  if (seqs.length === 0) return [];
  const told =
    one.words.length === 0
      ? []
      : await db
          .selectFrom("deed_words")
          .select("seq")
          .where("competition", "=", competition)
          .where("word", "in", [...one.words])
          .where("seq", "in", [...seqs])
          .execute();
  const facts = await db
    .selectFrom("facts")
    .select(["seq", "who", "subject_id as subject"])
    .where("seq", "in", [...seqs])
    .execute();
  const people = new Set<string | null>(one.people);
  const subjects = new Set<string>([...one.subjects, ...one.people]);
  const named = facts.filter(({ who, subject }) => people.has(who) || subjects.has(subject));
  const found = new Set([...told, ...named].map(({ seq }) => seq));
  return seqs.filter((seq) => found.has(seq));
}
