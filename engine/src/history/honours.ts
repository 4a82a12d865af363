import { MEDALS, type Medal } from "../medals/medals.ts";

/** A medal of an earlier competition, as a list of honours has it. */
export interface Honour {
  readonly year: number;
  readonly competition: string;
  readonly event: string;
  readonly medal: Medal;
  /** The association's code. */
  readonly association: string;
  /** `SUN Yingsha`; empty where the list names nobody. */
  readonly players: readonly string[];
  /** `table-tennis`; not known where it is left out. */
  readonly sport?: string;
}

/** The honours before a year, with the questions asked of them. They prove nothing about years they do not hold. */
export interface Honours {
  readonly all: readonly Honour[];
  /** The years in which medals were given, oldest first. */
  readonly years: readonly number[];
}

/** What the honours are asked for: the sport, the year, and the name of the competition itself. */
interface Asked {
  readonly sport: string;
  readonly year: number;
  readonly competition: string;
}

/** The medals of a sport before a year. */
export function honoursBefore({ sport, year }: Asked, lines: readonly Honour[]): Honours {
  const all = lines.filter((line) => line.sport === sport && line.year < year);
  return { all, years: [...new Set(all.map((line) => line.year))].sort((a, b) => a - b) };
}

/**
 * Lines that may tell of the time before, or may not: medals of the same year at another competition, and such whose
 * sport is not known. They prove nothing, and nothing is told that they could contradict.
 */
export function doubtfulHonours({ sport, year, competition }: Asked, lines: readonly Honour[]): Honour[] {
  const name = competition.toLowerCase();
  return lines
    .filter((line) => (line.sport === sport ? line.year === year : line.sport === undefined && line.year <= year))
    .filter((line) => line.year < year || !name.startsWith(line.competition.toLowerCase()));
}

/** The lines of an association. */
export function honoursOf(honours: Honours, association: string): Honour[] {
  return honours.all.filter((line) => line.association === association);
}

/** The lines of an event, named in any case. */
export function honoursIn(honours: Honours, event: string): Honours {
  const name = event.toLowerCase();
  const all = honours.all.filter((line) => line.event.toLowerCase() === name);
  return { all, years: honours.years.filter((year) => all.some((line) => line.year === year)) };
}

/** The lines of the newest year among these; none of none. */
export function latest(lines: readonly Honour[]): Honour[] {
  const newest = Math.max(...lines.map((line) => line.year));
  return lines.filter((line) => line.year === newest);
}

/** The years of the honours after this one: what lies between it and now. */
export function yearsAfter(honours: Honours, year: number): number[] {
  return honours.years.filter((candidate) => candidate > year);
}

/** Whether the first medal is at least as good as the second. */
export function isAsGood(medal: Medal, than: Medal): boolean {
  return MEDALS.indexOf(medal) <= MEDALS.indexOf(than);
}

/** The podiums (an event of a year) on which both associations stood, as the lines of the two. */
export function sharedPodiums(honours: Honours, one: string, other: string): Honour[][] {
  const podiums = new Map<string, Honour[]>();
  for (const line of honours.all) {
    if (line.association !== one && line.association !== other) continue;
    const key = podiumOf(line);
    podiums.set(key, [...(podiums.get(key) ?? []), line]);
  }
  return [...podiums.values()].filter((lines) => new Set(lines.map((line) => line.association)).size === 2);
}

/** The same for all medals of one event of one competition. */
export function podiumOf({ year, competition, event }: Pick<Honour, "year" | "competition" | "event">): string {
  return `${year} ${competition} ${event}`;
}

/** Whether these are the same people, whatever the order, the case and the hyphens of their names. */
export function areSamePeople(some: readonly string[], others: readonly string[]): boolean {
  if (some.length === 0 || some.length !== others.length) return false;
  const names = new Set(some.map(plainName));
  return others.every((name) => names.has(plainName(name)));
}

function plainName(name: string): string {
  const letters = name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\s]/gu, "");
  return letters.split(/\s+/).sort().join("");
}
