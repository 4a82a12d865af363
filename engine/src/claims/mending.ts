import { weekday } from "./calendar.ts";
import type { Claim } from "./claim.ts";
import type { Grammar } from "./languages/grammar.ts";
import { LANGUAGES } from "./languages/languages.ts";

const FIGURE = /\d+/g;
const MEDALS = ["gold", "silver", "bronze"];

/**
 * What to write in the place of the words of a contradicted claim, as they stand in the text, so that it says what the
 * record has; null where that takes more than other figures or another word. `language` is that of the text, BCP 47.
 */
export function mended({ type, claim, truth = "" }: Claim, words: string, language: string): string | null {
  const grammar = LANGUAGES[language.toLowerCase().split("-")[0] ?? ""]?.grammar;
  switch (type) {
    case "score":
      return withFigures(words, largerWhere(words, truth));
    case "points":
      return withFigures(words, inOrderOf(words, claim, truth));
    case "game":
      return /^\d+-\d+$/.test(truth) ? withFigures(words, inOrderOf(words, claim, truth)) : null;
    case "length":
    case "entries":
      return withFigures(words, truth) ?? otherWord(words, grammar, ["number", claim, truth]);
    case "seed":
      // Several seeds: nobody can tell which of them was meant for which.
      if (truth.includes(",")) return null;
      return withFigures(words, truth) ?? otherWord(words, grammar, ["ordinal", figureOf(claim), figureOf(truth)]);
    case "date":
      return onDay(words, truth, grammar);
    case "medal":
      return MEDALS.includes(truth) ? otherMedal(words, truth, grammar) : null;
    case "round":
      return otherWord(words, grammar, ["round", claim, truth]);
    case "name":
      return truth
        .split(" ")
        .map((part) => (part === part.toUpperCase() ? part.charAt(0) + part.slice(1).toLowerCase() : part))
        .join(" ");
    default:
      return null;
  }
}

const figureOf = (text: string) => text.match(FIGURE)?.at(-1) ?? "";

/** The truth in the order in which the text has its figures: `lost 1-4` says of the loser what the claim says of the winner. */
function inOrderOf(words: string, claim: string, truth: string): string {
  const said = words.match(FIGURE) ?? [];
  const claimed = claim.match(FIGURE) ?? [];
  const isTurned = said.length === claimed.length && said[0] !== said[1] && said[0] === claimed[1];
  return isTurned ? truth.replaceAll(/(\d{1,3})-(\d{1,3})/g, "$2-$1") : truth;
}

/** A score as the text puts it: with the games of the loser first where it does so. */
function largerWhere(words: string, truth: string): string {
  const [one, other] = (words.match(FIGURE) ?? []).map(Number);
  return one !== undefined && other !== undefined && one < other ? truth.split("-").toReversed().join("-") : truth;
}

/** The words with other figures in their places; null where there are not as many. */
function withFigures(words: string, truth: string): string | null {
  const said = words.match(FIGURE) ?? [];
  const figures = truth.match(FIGURE) ?? [];
  if (said.length === 0 || said.length !== figures.length) return null;
  let at = 0;
  return words.replaceAll(FIGURE, () => figures[at++] ?? "");
}

type Tags = readonly [tag: string, said: string, truth: string];

/** The words with the one for another value of a tag; null where the language has none for it. */
function otherWord(words: string, grammar: Grammar | undefined, [tag, said, truth]: Tags): string | null {
  const from = wordsFor(grammar, `${tag}:${said}`);
  const to = wordsFor(grammar, `${tag}:${truth}`);
  const found = from.toSorted((one, other) => other.length - one.length).find((word) => places(words, word) >= 0);
  if (found === undefined) return null;
  const isPlural = found.endsWith("s");
  const word = to.find((one) => one.endsWith("s") === isPlural) ?? to[0];
  if (word === undefined) return null;
  return replaced(words, found, word);
}

/** The words with one in the place of another, with a capital where that had one. */
function replaced(words: string, found: string, word: string): string {
  const at = places(words, found);
  const isCapital = words.charAt(at) !== words.charAt(at).toLowerCase();
  const written = isCapital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  return words.slice(0, at) + written + words.slice(at + found.length);
}

function wordsFor(grammar: Grammar | undefined, tag: string): string[] {
  return (grammar?.words[tag] ?? "")
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/** Where a word of the grammar stands in the text: its hyphens are spaces there, and case makes no difference. */
function places(words: string, word: string): number {
  return words.toLowerCase().replaceAll("-", " ").indexOf(word.toLowerCase());
}

function otherMedal(words: string, truth: string, grammar: Grammar | undefined): string | null {
  const plain = (medal: string) => wordsFor(grammar, `medal:${medal}`).filter((word) => !word.includes(" "));
  const [other] = plain(truth);
  const found = MEDALS.flatMap(plain).find((word) => places(words, word) >= 0);
  return found === undefined || other === undefined ? null : replaced(words, found, other);
}

/** A weekday or a day of the month, as the text has it; null where the month is another one. */
function onDay(words: string, truth: string, grammar: Grammar | undefined): string | null {
  const [, month = "", day = ""] = truth.split("-");
  for (let said = 0; said < 7; said += 1) {
    const other = otherWord(words, grammar, ["weekday", String(said), String(weekday(truth))]);
    if (other !== null) return /\d/.test(other) ? null : other;
  }
  const figures = words.match(FIGURE) ?? [];
  const isOfMonth = wordsFor(grammar, `month:${Number(month)}`).some((word) => places(words, word) >= 0);
  if (isOfMonth && figures.length === 1) return words.replace(FIGURE, String(Number(day)));
  return figures.length === 2 && Number(figures[0]) === Number(month)
    ? withFigures(words, `${Number(month)} ${Number(day)}`)
    : null;
}
