import { LANGUAGES } from "./languages/languages.ts";

const LETTERS = /\p{Letter}/gu;
const SCRIPTS = [
  { language: "ko", own: /\p{Script=Hangul}/gu, beside: null },
  { language: "ja", own: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, beside: /\p{Script=Han}/gu },
  { language: "zh", own: /\p{Script=Han}/gu, beside: null },
] as const;

/** How many of its small words make a language likelier than English. */
const LEAST_WORDS = 2;

/** A stretch of a text in one language: paragraphs, from where to where. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly language: string;
}

/** A text whose language nobody said, as stretches of paragraphs in one language each. */
export function stretchesOf(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (const paragraph of text.split("\n")) {
    const end = start + paragraph.length;
    const last = stretches.at(-1);
    const language = guessed(paragraph) ?? last?.language ?? null;
    if (last !== undefined && (language === null || language === last.language))
      stretches[stretches.length - 1] = { ...last, end };
    else stretches.push({ start, end, language: language ?? "en" });
    start = end + 1;
  }
  return stretches;
}

/** By its letters, of which a third decides, or by its small words; null where neither tells. */
function guessed(paragraph: string): string | null {
  const count = (letters: RegExp | null) => (letters === null ? 0 : (paragraph.match(letters)?.length ?? 0));
  const all = count(LETTERS);
  const script = SCRIPTS.find(({ own, beside }) => count(own) > 0 && (count(own) + count(beside)) * 3 >= all);
  if (script !== undefined) return script.language;
  const words = paragraph.toLowerCase().split(/[^\p{Letter}]+/u);
  const [first, second] = Object.values(LANGUAGES)
    .flatMap(({ grammar: { language, small } }) => {
      const own = new Set(small?.split(" "));
      return [{ language, number: words.filter((word) => own.has(word)).length }];
    })
    .toSorted((one, other) => other.number - one.number);
  return first === undefined || first.number < LEAST_WORDS || first.number === second?.number ? null : first.language;
}
