import { foldedName } from "../entries/person-names.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** A person in a photo, as far as they decide what is shown of them. */
export interface PhotoTag {
  readonly state: TagState;
  /** Their part of the photo is made unrecognisable. */
  readonly isBlurred: boolean;
  /** A minor, or somebody who wants it so: the photo is not shown before they, or who answers for them, have agreed. */
  readonly isConsentNeeded: boolean;
  /** Somebody has said which part of the photo is theirs. */
  readonly isLocated: boolean;
}

export type TagState = "proposed" | "accepted" | "declined";

/** What a person may decide at any time, as often as they like: to be named, not to be named, not to be seen either. */
export const TAG_CHOICES = ["accept", "decline", "blur"] as const;
export type TagChoice = (typeof TAG_CHOICES)[number];

/** The tag after a decision of its person. */
export function tagAfter<Tag extends PhotoTag>(tag: Tag, choice: TagChoice): Tag {
  return { ...tag, state: choice === "accept" ? "accepted" : "declined", isBlurred: choice === "blur" };
}

/** Silence is no consent: only who accepted is named. */
export function isNamed({ state }: PhotoTag): boolean {
  return state === "accepted";
}

/**
 * Whether a photo has to wait for somebody. Refuses `photo-consent-missing`, and `photo-region-missing` where somebody asked
 * not to be seen and nobody has said where they stand. Who is blurred need not agree: they are not seen.
 */
export function refusedShowing(tags: readonly PhotoTag[]): Refusal | undefined {
  if (tags.some((tag) => tag.isBlurred && !tag.isLocated))
    return refuse("photo-region-missing", "Somebody in this photo asked not to be seen. Say first where they stand.");
  const isMissing = tags.some((tag) => tag.isConsentNeeded && !isNamed(tag) && !tag.isBlurred);
  return isMissing
    ? refuse("photo-consent-missing", "Somebody in this photo has to agree before it is shown. Send them their link.")
    : undefined;
}

/** Names of one person: family and given name, and the whole name in other scripts. */
interface NamesOfPerson {
  readonly family: string;
  readonly given: string;
  readonly others: readonly string[];
}

/**
 * Whether words name a person: by family or given name as words of their own, whatever their case, accents, hyphens and
 * order, or by the whole name in another script, which needs no blanks around it.
 */
export function isNamedIn(words: string, { family, given, others }: NamesOfPerson): boolean {
  const folded = wordsOf(words);
  const parts = [family, given].map(wordsOf).filter((part) => part.length > 0);
  if (parts.some((part) => holds(folded, part))) return true;
  const joined = folded.join("");
  const whole = family === "" || given === "" ? [] : [`${family}${given}`, `${given}${family}`];
  return [...whole, ...others].map(foldedName).some((name) => name.length > 1 && joined.includes(name));
}

/**
 * Whether words name a person by the whole name: family and given name beside one another in either order, whatever their
 * case, accents and hyphens, or the whole name in another script. One name of the two alone may be somebody else's.
 */
export function isNamedInFull(words: string, { family, given, others }: NamesOfPerson): boolean {
  const folded = wordsOf(words);
  const isWritten = (name: string) => {
    const whole = foldedName(name);
    return whole.length > 1 && folded.some((_, at) => beginsWith(folded.slice(at), whole));
  };
  const joined = folded.join("");
  if (family === "" || given === "" ? isWritten(family + given) : [family + given, given + family].some(isWritten))
    return true;
  return others.some((name) => (isSpaced(name) ? isWritten(name) : joined.includes(foldedName(name))));
}

/** Whether the first of these words, written as one, are the name. */
function beginsWith(words: readonly string[], name: string): boolean {
  let rest = name;
  for (const word of words) {
    if (!rest.startsWith(word)) return false;
    rest = rest.slice(word.length);
    if (rest === "") return true;
  }
  return false;
}

/** Names in Han, Kana and Hangul stand in a text without blanks around them. */
function isSpaced(name: string): boolean {
  return !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(name);
}

function wordsOf(text: string): string[] {
  return text
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map(foldedName)
    .filter((word) => word !== "");
}

/** Whether the parts stand one after another: `Yu bin` in `Shin Yu-bin`. */
function holds(words: readonly string[], parts: readonly string[]): boolean {
  return words.some((_, at) => parts.every((part, index) => words[at + index] === part));
}
