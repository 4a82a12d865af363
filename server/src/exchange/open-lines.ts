import { refuse, type EventPlan, type MatchCode, type Refusal } from "@podium/engine";
import type { MatchLine } from "@podium/protocol";
import { wallClock } from "../competitions/wall-clock.ts";
import type { StoredMatchRow } from "../matches/match-rows.ts";

/** A line of the file with its place there. */
export interface IndexedLine {
  readonly index: number;
  readonly line: MatchLine;
}

/** The lines of an event that no match has found yet, to be looked up by code or by the two entries. */
export interface OpenLines {
  readonly left: ReadonlySet<IndexedLine>;
  /** The line of a match; of several about the same two entries the earliest, whatever their order in the file. */
  take(row: StoredMatchRow): IndexedLine | undefined;
  /**
   * The two entries of this line are told of more often than so, and neither codes nor rounds nor times say which match is
   * which.
   */
  isAmbiguous(found: IndexedLine, meetings: number): boolean;
}

/** `zone` is where the competition is played: a day without an hour is a day there. */
export function openLines(told: readonly MatchLine[], zone: string): OpenLines {
  const left = new Set(told.map((line, index): IndexedLine => ({ index, line })));
  const byKey = Map.groupBy(left, ({ line }) => keyOf(line));
  const ambiguous = new Map<IndexedLine, number>();
  for (const [key, lines] of byKey) {
    if (lines.length === 1 || lines[0]?.line.code !== undefined) continue;
    byKey.set(
      key,
      lines.toSorted((a, b) => order(a.line, b.line, zone)),
    );
    for (const [at, line] of lines.entries()) {
      const open = lines.filter((other, index) => index !== at && order(line.line, other.line, zone) === 0);
      if (open.some((other) => !isAlike(line.line, other.line))) ambiguous.set(line, 1 + open.length);
    }
  }
  const take = (row: StoredMatchRow): IndexedLine | undefined => {
    const pair = pairKey(row.home_entry, row.away_entry);
    const keys = [row.code, ...roundsOfRow(row).map((round) => `${pair} ${round}`), pair];
    const [found] = keys.flatMap((key) => byKey.get(key) ?? []);
    if (found === undefined) return undefined;
    left.delete(found);
    const key = keyOf(found.line);
    const others = (byKey.get(key) ?? []).slice(1);
    if (others.length === 0) byKey.delete(key);
    else byKey.set(key, others);
    return found;
  };
  return { left, take, isAmbiguous: (found, meetings) => (ambiguous.get(found) ?? 0) > meetings };
}

function keyOf({ code, home, away, round }: MatchLine): string {
  const pair = pairKey(home, away);
  return code ?? (round === undefined ? pair : `${pair} ${round}`);
}

/** What the round of a line may name of a match: its round, its group, its phase, itself. */
export function roundsOfRow({ code, round, group_name: group, phase_code: phase }: StoredMatchRow): string[] {
  return [round, ...(group === null ? [] : [group]), phase ?? (group === null ? "main" : "groups"), code];
}

/** How often two entries meet in the group of a match; which of these meetings a line tells is without consequence. */
export function meetingsInGroups(rows: readonly StoredMatchRow[]): (row: StoredMatchRow) => number {
  const inGroup = ({ group_name: group, home_entry: home, away_entry: away }: StoredMatchRow) =>
    `${pairKey(home, away)} ${group}`;
  const meetings = Map.groupBy(
    rows.filter(({ group_name: group }) => group !== null),
    inGroup,
  );
  return (row) => (row.group_name === null ? 1 : (meetings.get(inGroup(row))?.length ?? 1));
}

/** Two entries in either order; a code has no blank, so that it is no such key. */
function pairKey(one: string | null | undefined, other: string | null | undefined): string {
  return [one ?? "", other ?? ""].sort().join(" ");
}

/** Before, after, or 0 where the times do not tell. */
function order(a: MatchLine, b: MatchLine, zone: string): number {
  if (a.start === undefined || b.start === undefined) return 0;
  const byDay = compare(dayOf(a.start, zone), dayOf(b.start, zone));
  if (byDay !== 0 || !isInstant(a.start) || !isInstant(b.start)) return byDay;
  return Date.parse(a.start) - Date.parse(b.start);
}

function isInstant(start: string): boolean {
  return start.includes("T");
}

function dayOf(start: string, zone: string): string {
  return isInstant(start) ? wallClock(zone, Date.parse(start)).date : start;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Of two lines that say the same it does not matter which is which. */
function isAlike(a: MatchLine, b: MatchLine): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** That a line names two entries who meet more than once, and does not say in which match. */
export function ambiguousLine({ home = "", away = "" }: MatchLine): Refusal {
  return refuse(
    "match-ambiguous",
    `${home} and ${away} meet more than once: say by its code, its round, or the times of all their matches, which this is. \
Where a group is played twice, its draw has "meetings": 2.`,
    { home, away },
  );
}

/**
 * The line that might as well tell another match: one without a code, whose two entries also meet in a match that nobody
 * told of and that does not come after it. The match that follows from it cannot be meant: it had to be played first.
 */
export function strayLine(
  plan: EventPlan,
  rows: readonly StoredMatchRow[],
  taken: ReadonlyMap<string, IndexedLine>,
): IndexedLine | undefined {
  const meetings = Map.groupBy(rows, (row) => pairKey(row.home_entry, row.away_entry));
  for (const row of rows) {
    const found = taken.get(row.code);
    if (found === undefined || found.line.code !== undefined) continue;
    const others = (meetings.get(pairKey(row.home_entry, row.away_entry)) ?? []).filter(
      ({ code, group_name: group }) => !taken.has(code) && (group === null || group !== row.group_name),
    );
    if (others.length === 0) continue;
    const later = following(plan, row.code);
    if (others.some(({ code }) => !later.has(code))) return found;
  }
  return undefined;
}

/** The matches that follow from this one: between its winner, its loser, or who came out of its group. */
function following({ matches, groups }: EventPlan, code: string): ReadonlySet<string> {
  const after = new Set<string>([code]);
  const groupsAfter = new Set<string>();
  const comesAfter = (source: EventPlan["matches"][number]["home"]): boolean =>
    "match" in source ? after.has(source.match) : source.from === "place" && groupsAfter.has(source.group);
  for (const match of matches) {
    const group = groups.find(({ name }) => name === match.group);
    const isInLater = group?.slots?.some(comesAfter) === true;
    if (comesAfter(match.home) || comesAfter(match.away) || isInLater) after.add(match.code);
    if (after.has(match.code) && match.group !== null) groupsAfter.add(match.group);
  }
  // A match of the same group is no consequence of this one.
  const own = matches.find((match) => match.code === (code as MatchCode))?.group ?? null;
  return new Set([...after].filter((later) => later !== code && (own === null || groupOf(matches, later) !== own)));
}

function groupOf(matches: EventPlan["matches"], code: string): string | null {
  return matches.find((match) => match.code === (code as MatchCode))?.group ?? null;
}

/** What is missing where a round of a Swiss system is not paired: who meets in it does not follow from the matches. */
function unpairedIn(rows: readonly StoredMatchRow[]): string {
  const open = rows.find(
    ({ round, home_source: home }) => /(^|-)s\d+$/.test(round) && JSON.parse(home).from === "open",
  );
  return open === undefined ? "" : `Say who meets in the round ${open.round} of the Swiss system by its pairings.`;
}

/** What to look at first where a line names a match that there is not: whom its entries play, or a round without pairs. */
export function whatInstead({ home, away }: MatchLine, rows: readonly StoredMatchRow[]): string {
  return [home, away].flatMap((entry) => dueIn(entry, rows)).join(" ") || unpairedIn(rows);
}

/** Where an entry stands that is named in a match it does not play: what to look at first. */
function dueIn(entry: string | undefined, rows: readonly StoredMatchRow[]): string[] {
  const due = rows.find(
    ({ status, home_entry: home, away_entry: away }) =>
      (status === "ready" || status === "waiting") && entry !== undefined && (home === entry || away === entry),
  );
  if (due === undefined) return [];
  const other = due.home_entry === entry ? due.away_entry : due.home_entry;
  return [`${entry} plays ${due.code} against ${other ?? "who is not known yet"}.`];
}
