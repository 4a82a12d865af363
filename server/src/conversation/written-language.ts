import { guessLanguage, isInLatinLetters } from "@podium/engine";

/** Of fewer words, those that are no words of a language (names, laughter) are told to be of one. */
const WORDS_MIN = 3;
/** By how much of its score the first language is to be ahead of the second. */
const LEAD_MIN = 0.05;
const LETTERS_READ = 600;
const WORDS = /\p{L}+/gu;
const LETTER = /\p{L}/u;
const QUOTED_LINES = /^[ \t]*>.*$/gmu;
const LINKS = /https?:\/\/\S+/giu;
/** The library knows no Indonesian, and takes it for Malay: better no language than a wrong one. */
const TAKEN_FOR_ANOTHER: ReadonlySet<string> = new Set(["ms", "tl"]);

/**
 * The language of what somebody wrote: by its letters where these tell, else by the library, loaded with the first text in Latin
 * letters. Null where neither is sure: better no language than a wrong one. The writer may always say it instead.
 */
export async function writtenLanguage(text: string, pageLanguage: string): Promise<string | null> {
  if (!isInLatinLetters(text)) return guessLanguage(text, pageLanguage);
  const { eld } = await import("eld/extrasmall");
  const own = ownWords(text);
  const found = eld.detect(own);
  if (found.language === "" || TAKEN_FOR_ANOTHER.has(found.language)) return null;
  // The page is a second witness.
  if (found.language === pageLanguage) return pageLanguage;
  const [first = 0, second = 0] = Object.values(found.getScores()).toSorted((a, b) => b - a);
  const isSure = found.isReliable() && (first - second) / first >= LEAD_MIN;
  return isSure && (own.match(WORDS)?.length ?? 0) >= WORDS_MIN ? found.language : null;
}

/** Without what somebody else wrote, as far as anything is left. */
function ownWords(text: string): string {
  const own = text.replaceAll(QUOTED_LINES, "").replaceAll(LINKS, " ");
  return (LETTER.test(own) ? own : text).slice(0, LETTERS_READ);
}
