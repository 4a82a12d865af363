import type { Letter, Script } from "./moderation/letter.ts";
import { lettersOf } from "./moderation/letters.ts";

/** Words one after another, as they stand in `searchStream`; one letter alone may be the beginning of a pair. */
interface SearchPhrase {
  readonly words: readonly string[];
  readonly isBeginning: boolean;
}

/** What has to be in a text: one of these phrases. */
export type SearchTerm = readonly SearchPhrase[];

/** Scripts whose words no blank parts, or to which particles are joined: two letters at a time are a word. */
const IN_PAIRS: ReadonlySet<Script> = new Set(["han", "hiragana", "katakana", "hangul", "thai"]);
const NO_WORD: ReadonlySet<Script> = new Set(["sign", "space"]);
/** Signs inside a name: Yu-bin is Yubin, O'Neil is ONeil. */
const JOINERS: ReadonlySet<number> = new Set([..."-‐‑–'’`·・"].map((sign) => sign.codePointAt(0) ?? 0));
/** Letters that no decomposition makes plain. */
const PLAIN: ReadonlyMap<number, string> = new Map(
  "łl øo đd ıi æae œoe ðd þth ŋn ħh".split(" ").map((pair) => [pair.codePointAt(0) ?? 0, pair.slice(1)]),
);
const MOST_TERMS = 12;

interface Run {
  readonly letters: string[];
  readonly inPairs: boolean;
  /** Nothing but a joiner stands between it and the run before. */
  readonly isJoined: boolean;
}

/**
 * The words of a text as they are searched, parted by blanks: without case, width, accents and variants; Chinese,
 * Japanese, Korean and Thai two letters at a time, so that 탁구 is in 탁구를 and 乒乓 in 乒乓球; behind them names in one piece
 * that are written with a hyphen. Linear in the length of the text.
 */
export function searchStream(text: string): string {
  const runs = runsOf(text);
  const words = runs.flatMap((run) =>
    run.inPairs ? [...pairsOf(run.letters), run.letters.at(-1) ?? ""] : [run.letters.join("")],
  );
  return [...words, ...joinedOf(runs)].join(" ");
}

/** What is looked for by a query: every term has to be there. */
export function searchTerms(query: string): SearchTerm[] {
  return query.split(/\s+/).flatMap(termsOf).slice(0, MOST_TERMS);
}

function termsOf(word: string): SearchTerm[] {
  const runs = runsOf(word);
  const joined = joinedOf(runs);
  const phrases = runs.map(phraseOf);
  const [whole] = joined;
  if (whole === undefined || joined.length > 1 || runs.some(({ inPairs }) => inPairs))
    return phrases.map((phrase) => [phrase]);
  const parts = { words: phrases.flatMap(({ words }) => words), isBeginning: false };
  return [[parts, { words: [whole], isBeginning: false }]];
}

function phraseOf({ letters, inPairs }: Run): SearchPhrase {
  if (!inPairs) return { words: [letters.join("")], isBeginning: false };
  return letters.length === 1 ? { words: letters, isBeginning: true } : { words: pairsOf(letters), isBeginning: false };
}

const pairsOf = (letters: readonly string[]): string[] =>
  letters.slice(1).map((letter, index) => `${letters[index] ?? ""}${letter}`);

/** Words that a sign parts inside, in one piece. */
function joinedOf(runs: readonly Run[]): string[] {
  const joined: string[] = [];
  let whole = "";
  for (const [index, { letters, inPairs, isJoined }] of runs.entries()) {
    const goesOn = isJoined && !inPairs && whole !== "";
    whole = inPairs ? "" : goesOn ? whole + letters.join("") : letters.join("");
    const isLast = runs[index + 1]?.isJoined !== true || runs[index + 1]?.inPairs === true;
    if (goesOn && isLast) joined.push(whole);
  }
  return joined;
}

function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let open: Run | null = null;
  let isJoiner = false;
  for (const letter of lettersOf(text)) {
    if (NO_WORD.has(letter.script)) {
      isJoiner = JOINERS.has(letter.code) && open !== null;
      open = null;
      continue;
    }
    const inPairs = IN_PAIRS.has(letter.script);
    if (open === null || open.inPairs !== inPairs) {
      open = { letters: [], inPairs, isJoined: isJoiner };
      runs.push(open);
    }
    open.letters.push(plainLetter(letter));
    isJoiner = false;
  }
  return runs;
}

function plainLetter({ code, bare, script }: Letter): string {
  return PLAIN.get(bare) ?? String.fromCodePoint(script === "latin" || script === "greek" ? bare : code);
}
