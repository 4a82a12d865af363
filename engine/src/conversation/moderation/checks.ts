import { paced, type Pace } from "../pace.ts";
import { fingerprint, isCopy, SHORTEST_COMPARED, type Fingerprint } from "./near-duplicate.ts";
import type { How } from "./reading.ts";
import { findWords, type WordList } from "./word-list.ts";

/** Why a text is held. `rule` is the check that said so. */
export type Why =
  | { readonly rule: "length"; readonly letters: number; readonly most: number }
  | { readonly rule: "closed" }
  | { readonly rule: "rate"; readonly waitMs: number }
  | { readonly rule: "repeat"; readonly of: string; readonly accounts: number }
  | { readonly rule: "words"; readonly word: string; readonly how: How; readonly start: number; readonly end: number }
  | { readonly rule: "links"; readonly links: number; readonly most: number }
  | { readonly rule: "first-comments"; readonly approved: number; readonly needed: number }
  | { readonly rule: "people"; readonly person: string }
  | { readonly rule: "heat"; readonly waitMs: number }
  | { readonly rule: "duplicate-account"; readonly of: string };

/** What somebody wants to have shown: a comment, an edit, an import, a name, the text of a link, a note. */
interface Submission {
  readonly text: string;
  /**
   * What is known about where it goes and who wrote it. A check whose part is missing says nothing: a name has no
   * thread, an import no rate.
   */
  readonly known: Known;
}

export interface Known {
  readonly nowMs?: number;
  readonly mostLetters?: number;
  readonly closed?: boolean;
  readonly pace?: { readonly pace: Pace; readonly freeAtMs: number };
  /** What was posted lately on the whole site, and by whom; texts are compared by fingerprints made when they came. */
  readonly lately?: readonly { readonly id: string; readonly account: string; readonly print: Fingerprint }[];
  readonly words?: WordList;
  readonly author?: Author;
  /** Names of people in the photo the thread is about, for whom replies wait for a moderator. */
  readonly protectedPeople?: readonly { readonly id: string; readonly names: WordList }[];
  readonly heat?: Heat;
}

export interface Author {
  readonly account: string;
  readonly approvedComments: number;
  /** With fewer comments than this that stand, somebody is a newcomer. */
  readonly newcomerBelow: number;
  /** How many comments of a newcomer a moderator sees first; 0 for none. */
  readonly firstHeld: number;
  /** How many links a newcomer may post at once. */
  readonly newcomerLinks: number;
  /** Another account that is this one again, as whoever compares accounts found out; null if none. */
  readonly sameAs: string | null;
}

export interface Heat {
  /** Flags on all comments that are answered, up to the top. */
  readonly flagsAbove: number;
  readonly ownFlags: number;
  readonly lastCommentAtMs: number;
}

/** One thing that is looked at. */
interface Check {
  readonly rule: Why["rule"];
  look(submission: Submission): readonly Why[];
}

/** Accounts that post the same in one window before it counts as an attack, whoever they are. */
const ACCOUNTS_OF_AN_ATTACK = 3;
const MINUTE_MS = 60_000;
const COOLEST_MINUTES = 2;
const LINK = /(?:https?:\/\/|www\.)[^\s<>]+/giu;

/** Everything that is looked at, in this order; the cheap and certain first. Each says why. */
export const CHECKS: readonly Check[] = [
  { rule: "length", look: lookAtLength },
  { rule: "closed", look: ({ known }) => (known.closed === true ? [{ rule: "closed" }] : []) },
  { rule: "rate", look: lookAtRate },
  { rule: "repeat", look: lookAtRepeats },
  { rule: "words", look: lookAtWords },
  { rule: "links", look: lookAtLinks },
  { rule: "first-comments", look: lookAtFirstComments },
  { rule: "people", look: lookAtPeople },
  { rule: "heat", look: lookAtHeat },
  { rule: "duplicate-account", look: lookAtAccount },
];

/** Every reason to hold a text, in the order of the checks; none lets it pass. */
export function moderate(submission: Submission): readonly Why[] {
  return CHECKS.flatMap((check) => check.look(submission));
}

function lookAtLength({ text, known: { mostLetters } }: Submission): Why[] {
  return mostLetters !== undefined && text.length > mostLetters
    ? [{ rule: "length", letters: text.length, most: mostLetters }]
    : [];
}

function lookAtRate({ known: { pace, nowMs } }: Submission): Why[] {
  if (pace === undefined || nowMs === undefined) return [];
  const { admitted, waitMs } = paced(pace.pace, pace.freeAtMs, nowMs);
  return admitted ? [] : [{ rule: "rate", waitMs }];
}

/** One's own words again; or the same words from several accounts, a short cheer excepted. */
function lookAtRepeats({ text, known: { lately, author } }: Submission): Why[] {
  if (lately === undefined) return [];
  const print = fingerprint(text);
  const copies = lately.filter((other) => isCopy(other.print, print));
  const accounts = new Set([...copies.map(({ account }) => account), ...(author === undefined ? [] : [author.account])])
    .size;
  const own = copies.find(({ account }) => account === author?.account);
  const attack = print.normal.length >= SHORTEST_COMPARED && accounts >= ACCOUNTS_OF_AN_ATTACK;
  const of = own ?? (attack ? copies[0] : undefined);
  return of === undefined ? [] : [{ rule: "repeat", of: of.id, accounts }];
}

function lookAtWords({ text, known: { words } }: Submission): Why[] {
  return words === undefined ? [] : findWords(words, text).map((found) => ({ rule: "words", ...found }));
}

function lookAtLinks({ text, known: { author } }: Submission): Why[] {
  if (author === undefined || author.approvedComments >= author.newcomerBelow) return [];
  const links = text.match(LINK)?.length ?? 0;
  return links > author.newcomerLinks ? [{ rule: "links", links, most: author.newcomerLinks }] : [];
}

function lookAtFirstComments({ known: { author } }: Submission): Why[] {
  if (author === undefined || author.approvedComments >= author.firstHeld) return [];
  return [{ rule: "first-comments", approved: author.approvedComments, needed: author.firstHeld }];
}

function lookAtPeople({ text, known: { protectedPeople = [] } }: Submission): Why[] {
  return protectedPeople
    .filter(({ names }) => findWords(names, text).length > 0)
    .map(({ id }) => ({ rule: "people", person: id }));
}

/** Where comments are flagged, answers wait: two minutes, one more for every flag above, and two for every own one. */
function lookAtHeat({ known: { heat, nowMs } }: Submission): Why[] {
  if (heat === undefined || nowMs === undefined || heat.flagsAbove + heat.ownFlags === 0) return [];
  const delayMs = (COOLEST_MINUTES + heat.flagsAbove + 2 * heat.ownFlags) * MINUTE_MS;
  const waitMs = heat.lastCommentAtMs + delayMs - nowMs;
  return waitMs > 0 ? [{ rule: "heat", waitMs }] : [];
}

function lookAtAccount({ known: { author } }: Submission): Why[] {
  return author === undefined || author.sameAs === null ? [] : [{ rule: "duplicate-account", of: author.sameAs }];
}
