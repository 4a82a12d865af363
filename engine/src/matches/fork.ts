import { isRefused, type Refusal, refuse } from "../refusal.ts";
import { foldedLog, type Standing } from "./folded-log.ts";
import type { LogEntry } from "./log.ts";
import { replay } from "./match.ts";
import type { MatchRules } from "../sports/match-rules.ts";
import type { MatchState } from "./state.ts";

type Happened = Exclude<LogEntry, { readonly kind: "undo" | "void" }>;

/** Two phones told a match differently: the log as it stands, and what the other one wrote after its first lines. */
export interface Fork {
  readonly rules: MatchRules;
  readonly log: readonly LogEntry[];
  /** The other phone knew so many lines of the log. */
  readonly after: number;
  readonly lines: readonly LogEntry[];
}

/** Something that one of the phones told and did not take back, after the last that both have. */
export interface ForkedLine {
  readonly of: "log" | "other";
  /** Its position among the lines of the log, or of the other phone, from 0. */
  readonly index: number;
  readonly entry: Happened;
  /** Both phones seem to have told the same. */
  readonly isTwin: boolean;
  /** Both phones had it, and one of them took it back. */
  readonly isTakenBack: boolean;
}

/** How a fork is settled: so many lines of the log are taken back, and these follow. */
export interface Settlement {
  readonly undos: number;
  readonly lines: readonly ForkedLine[];
  readonly state: MatchState;
}

/** What two phones note of one rally lies no further apart. */
const TWIN_MS = 8000;

interface Told {
  readonly index: number;
  readonly entry: Happened;
}

/** Where two phones part: what each told after that, in the order of their clocks. Refuses what `replay` refuses. */
export function forkedLines(fork: Fork): readonly ForkedLine[] | Refusal {
  const parted = partingOf(fork);
  if (isRefused(parted)) return parted;
  const { log, other } = parted;
  const twins = twinsIn(parted, fork.after);
  const ofLog = log.map((line): ForkedLine => ({
    of: "log",
    ...line,
    isTwin: twins.log.has(line.index),
    isTakenBack: line.index < fork.after && !twins.log.has(line.index),
  }));
  const ofOther = other.map(({ index, entry }): ForkedLine => ({
    of: "other",
    index: index - fork.after,
    entry,
    isTwin: twins.other.has(index),
    isTakenBack: index < fork.after && !twins.other.has(index),
  }));
  return inOrderOfTime(ofLog, ofOther);
}

/**
 * Settles a fork by the lines that happened. Refuses `fork-tangled` where corrections reach behind the parting, `fork-unknown`
 * for a line that is none of it, and what the laws refuse, with the number of the line among those chosen.
 */
export function settledFork(fork: Fork, chosen: readonly Pick<ForkedLine, "of" | "index">[]): Settlement | Refusal {
  const lines = forkedLines(fork);
  if (isRefused(lines)) return lines;
  const keys = new Set(chosen.map(keyOf));
  const happened = lines.filter((line) => keys.has(keyOf(line)));
  if (happened.length < keys.size) return refuse("fork-unknown", "This line is none of what the phones told.");
  const parted = partingOf(fork);
  if (isRefused(parted)) return parted;
  const kept = commonStart(parted.log, happened);
  const from = parted.log[kept]?.index ?? fork.log.length;
  const undos = kept === parted.log.length ? 0 : parted.standing.filter(({ index }) => index >= from).length;
  const rest = happened.slice(kept);
  const taken = Array.from({ length: undos }, (): LogEntry => ({ kind: "undo" }));
  const state = replay(fork.rules, [...fork.log, ...taken, ...rest.map(({ entry }) => entry)]);
  if (isRefused(state)) return { ...state, detail: { ...state.detail, line: lineIn(state, fork.log.length + undos) } };
  const expected = [...parted.common, ...happened].map(({ entry }) => entry);
  const stands = happenedIn(state).map(({ entry }) => entry);
  return JSON.stringify(stands) === JSON.stringify(expected) ? { undos, lines: rest, state } : tangled();
}

function tangled(): Refusal {
  return refuse("fork-tangled", "Corrections reach behind the place where the phones part. Enter the result instead.");
}

function lineIn({ detail }: Refusal, before: number): number {
  return Math.max(1, Number(detail["index"] ?? 0) - before + 1);
}

/** The lines of the log that are kept where they are: those that were chosen, before the first that was not. */
function commonStart(log: readonly Told[], happened: readonly ForkedLine[]): number {
  const first = log.findIndex(({ index }, at) => happened[at]?.of !== "log" || happened[at].index !== index);
  return first === -1 ? log.length : first;
}

function keyOf({ of, index }: Pick<ForkedLine, "of" | "index">): string {
  return `${of} ${index}`;
}

interface Parting {
  readonly common: readonly Told[];
  readonly log: readonly Told[];
  /** Numbered as if they followed on the first lines of the log. */
  readonly other: readonly Told[];
  readonly standing: readonly Standing[];
}

function partingOf({ rules, log, after, lines }: Fork): Parting | Refusal {
  const known = log.slice(0, after);
  const stands = replay(rules, log);
  if (isRefused(stands)) return stands;
  const told = replay(rules, [...known, ...lines]);
  if (isRefused(told)) return told;
  const [mine, theirs] = [happenedIn(stands), happenedIn(told)];
  const first = mine.findIndex(({ index }, at) => index >= after || theirs[at]?.index !== index);
  const common = first === -1 ? mine.length : first;
  return {
    common: mine.slice(0, common),
    log: mine.slice(common),
    other: theirs.slice(common),
    standing: standingIn(stands),
  };
}

/** The lines that stand, corrections among them, oldest first. */
function standingIn(state: MatchState): Standing[] {
  const lines: Standing[] = [];
  for (let line = foldedLog(state)?.standing ?? null; line !== null; line = line.below) lines.push(line);
  return lines.toReversed();
}

/** What has happened by a log: lines that were not taken back. */
function happenedIn(state: MatchState): Told[] {
  return standingIn(state).flatMap(({ index, entry, struck }) =>
    struck || entry.kind === "void" ? [] : [{ index, entry }],
  );
}

/** Pairs lines that say the same at about the same time, each once; a line that both had pairs with itself alone. */
function twinsIn({ log, other }: Pick<Parting, "log" | "other">, after: number) {
  const both = new Set(log.map(({ index }) => index).filter((index) => index < after));
  const known = other.map(({ index }) => index).filter((index) => both.has(index));
  const twins = { log: new Set(known), other: new Set(known) };
  const alike = new Map<string, Told[]>();
  for (const line of log.filter(({ index }) => index >= after)) {
    const words = wordsOf(line.entry);
    alike.set(words, alike.get(words) ?? []);
    alike.get(words)?.push(line);
  }
  for (const line of other) {
    if (line.index < after) continue;
    const same = alike.get(wordsOf(line.entry)) ?? [];
    const twin = same.findIndex(({ entry }) => isAtOnce(entry, line.entry));
    const [found] = twin === -1 ? [] : same.splice(twin, 1);
    if (found === undefined) continue;
    twins.log.add(found.index);
    twins.other.add(line.index);
  }
  return twins;
}

/** What a line says, whenever it was noted. */
function wordsOf({ atMs: _atMs, ...entry }: Happened): string {
  return JSON.stringify(entry);
}

function isAtOnce({ kind, atMs: one }: Happened, { atMs: two }: Happened): boolean {
  return kind !== "rally" || one === undefined || two === undefined || Math.abs(one - two) <= TWIN_MS;
}

/** Each phone's lines in their own order, whatever their clocks say; of the next two the earlier comes first. */
function inOrderOfTime(log: readonly ForkedLine[], other: readonly ForkedLine[]): ForkedLine[] {
  const [mine, theirs] = [[...log], [...other]];
  const merged: ForkedLine[] = [];
  for (;;) {
    const [one, two] = [mine[0], theirs[0]];
    if (one === undefined || two === undefined) return [...merged, ...mine, ...theirs];
    const isFirst = (one.entry.atMs ?? 0) <= (two.entry.atMs ?? 0);
    merged.push(isFirst ? one : two);
    (isFirst ? mine : theirs).shift();
  }
}
