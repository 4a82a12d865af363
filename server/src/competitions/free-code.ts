import type { CompetitionId } from "@podium/engine";
import { codeOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

const LENGTH_MAX = 50;

/** A code that nothing in such a table of a competition has. */
export async function freeCodeIn(
  db: Db,
  table: "equipment" | "incidents" | "broadcasts",
  { competition, words }: { readonly competition: CompetitionId; readonly words: string },
): Promise<string> {
  const rows = await db.selectFrom(table).select("id").where("competition_id", "=", competition).execute();
  return freeCode(words, new Set(rows.map(({ id }) => codeOf(id))));
}

/** A code made of words that none of the taken ones has: small letters, digits and single hyphens. */
export function freeCode(words: string, taken: ReadonlySet<string>): string {
  const latin = words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LENGTH_MAX)
    .replace(/^-|-$/g, "");
  const code = latin === "" || RESERVED.has(latin) ? `e${inDigits(words)}` : latin;
  return numberedUntilFree(code, taken, "-");
}

/** The code itself, or where it is taken with the first number from 2 on that is free. */
export function numberedUntilFree(code: string, taken: ReadonlySet<string>, joint = ""): string {
  if (!taken.has(code)) return code;
  for (let number = 2; ; number += 1) if (!taken.has(code + joint + number)) return code + joint + number;
}

/** Codes that mean something else in a draw. */
const RESERVED = new Set(["bye", "open"]);

/** Words of another script by the numbers of their characters. */
function inDigits(words: string): string {
  return [...words.replace(/\s/g, "")]
    .slice(0, 8)
    .map((letter) => (letter.codePointAt(0) ?? 0).toString(36))
    .join("-");
}
