import { inParts } from "../storage/parts.ts";
import type { Db } from "../storage/storage.ts";
import type { Fact } from "./fact.ts";

/** Both databases limit the values of one statement. */
const WORDS_A_STATEMENT = 300;
/** A reason has 300 letters; of a longer text nobody searches the end. */
const WORDS_MAX = 60;

/** The words of a text as they are compared: without case and width; Chinese, which has no spaces, two signs at a time. */
export function searchWords(text: string): string[] {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.flatMap((word) => (/\p{sc=Han}/u.test(word) ? pairsIn(word) : [word])))].slice(0, WORDS_MAX);
}

function pairsIn(word: string): string[] {
  const signs = [...word];
  return signs.map((sign, at) => sign + (signs[at + 1] ?? ""));
}

/** Keeps the words in which a deed was told, so that the journal is searched without being read. */
export async function keepDeedWords(
  db: Db,
  deeds: readonly (Pick<Fact, "seq" | "data"> & { readonly competition: string | null })[],
): Promise<void> {
  const rows = deeds.flatMap(({ seq, data, competition }) =>
    competition === null ? [] : wordsOf(data).map((word) => ({ competition, word, seq })),
  );
  for (const part of inParts(rows, WORDS_A_STATEMENT)) await db.insertInto("deed_words").values(part).execute();
}

function wordsOf(data: Fact["data"]): string[] {
  const reason = "reason" in data && typeof data.reason === "string" ? data.reason : "";
  const role = "role" in data && typeof data.role === "string" ? data.role : "";
  const entry = "entry" in data && typeof data.entry === "string" ? data.entry : "";
  return searchWords(`${reason} ${role} ${entry}`);
}
