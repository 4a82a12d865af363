const SCRIPTS = [
  { language: "ko", letters: /\p{Script=Hangul}/gu },
  { language: "ja", letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu },
  { language: "zh", letters: /\p{Script=Han}/gu },
  { language: "th", letters: /\p{Script=Thai}/gu },
  { language: "el", letters: /\p{Script=Greek}/gu },
  { language: "he", letters: /\p{Script=Hebrew}/gu },
  { language: "ka", letters: /\p{Script=Georgian}/gu },
  { language: "hy", letters: /\p{Script=Armenian}/gu },
] as const;
const CYRILLIC = /\p{Script=Cyrillic}/gu;
/** Letters that tell a language in Cyrillic, the surest first; those of Central Asia leave open which of theirs it is. */
const CYRILLIC_LETTERS = [
  ["be", /ў/iu],
  ["uk", /[їєґ]/iu],
  ["sr", /[ђћџ]/iu],
  [null, /[әғқңөұүһҷӣӯ]/iu],
  ["ru", /[ыэ]/iu],
] as const;
const LETTERS = /\p{L}/gu;
const LATIN = /\p{Script=Latin}/gu;
/** Stands for no language: the tag of a script. */
const IN_LATIN = "und-Latn";
const WRITTEN_IN_LATIN = new Set(["en"]);

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/**
 * The language of a short text by its script: Hangul is Korean, Kana Japanese, Han alone Chinese, and Thai,
 * Greek, Hebrew, Georgian and Armenian letters are read in one language each; in Cyrillic the letters tell that only one has. A third of the
 * letters decides, because a syllable or a character says as much as three letters of an alphabet. Latin text has
 * the language of the page, if that is written in Latin letters: right for names and titles, which are typed on the page of
 * their language; of comments, `isInLatinLetters` says which need more than letters. Null when the script leaves it open: better no
 * language than a wrong one. The writer may always say it instead.
 */
export function guessLanguage(text: string, pageLanguage: string): string | null {
  const found = languageOfScript(text);
  if (found !== IN_LATIN) return found;
  return WRITTEN_IN_LATIN.has(pageLanguage) ? pageLanguage : null;
}

/** Whether the letters leave a text to whoever tells one language in Latin letters from another. */
export function isInLatinLetters(text: string): boolean {
  return languageOfScript(text) === IN_LATIN;
}

function languageOfScript(text: string): string | null {
  const letters = count(text, LETTERS);
  if (letters === 0) return null;
  const han = count(text, SCRIPTS[2].letters);
  for (const { language, letters: script } of SCRIPTS) {
    const own = count(text, script);
    const all = language === "ja" && own > 0 ? own + han : own;
    if (all > 0 && all * 3 >= letters) return language;
  }
  const told = count(text, CYRILLIC) * 3 >= letters ? CYRILLIC_LETTERS.find(([, own]) => own.test(text))?.[0] : null;
  if (told != null) return told;
  return count(text, LATIN) * 3 >= letters ? IN_LATIN : null;
}
