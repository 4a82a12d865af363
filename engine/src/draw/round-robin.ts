import type { MatchCode } from "../brand.ts";
import type { Group, PlannedMatch, Source } from "./plan.ts";

interface RoundRobinOptions {
  /** How many of each group go on. It decides which match is played last (ITTF 3.7.5.5); 1 when left out. */
  readonly qualifying?: number;
  /** How often everybody meets everybody; once when left out. In every second meeting home and away change places. */
  readonly meetings?: number;
}

/**
 * Plans groups in which everybody meets everybody once, or more often, by the circle method.
 * The entries of a group stand in their ranking order. The last match of a group is the one between the last
 * place that goes on and the first that does not: 1 v 2 when one qualifies, 2 v 3 when two do (ITTF 3.7.5.5).
 * Codes are `a-1`, `a-2`, ... in order of play.
 */
export function planGroups(groups: readonly Group[], options: RoundRobinOptions = {}): PlannedMatch[] {
  return groups.flatMap((group) => planGroup(group, options));
}

function planGroup(group: Group, { qualifying = 1, meetings = 1 }: RoundRobinOptions): PlannedMatch[] {
  const sources = sourcesOf(group);
  const once = decidingPairLast(circle(sources.length), qualifying);
  const rounds = Array.from({ length: meetings }, (_, meeting) => (meeting % 2 === 0 ? once : once.map(turned))).flat();
  const prefix = group.name.trim().toLowerCase().replaceAll(/\s+/g, "-");
  const pairs = rounds.flatMap((ofRound, index) => ofRound.map((pair, position) => ({ pair, index, position })));
  return pairs.map(({ pair: [home, away], index, position }, number) => ({
    code: `${prefix}-${number + 1}` as MatchCode,
    phase: "groups",
    round: String(index + 1),
    order: position + 1,
    group: group.name,
    home: sourceAt(group, sources[home]),
    away: sourceAt(group, sources[away]),
  }));
}

/** Where the entries of a group come from, in its order. */
export function sourcesOf({ entries, slots }: Group): readonly Source[] {
  return slots ?? entries.map((entry) => ({ from: "entry", entry }));
}

function turned(pairs: readonly Pair[]): Pair[] {
  return pairs.map(([home, away]) => [away, home]);
}

/** Two positions in the group, from 0, the higher ranked first. */
type Pair = readonly [number, number];

/** Rounds of pairs: position 0 stands still, the others turn around it by one place a round. */
function circle(size: number): Pair[][] {
  const seats = size % 2 === 0 ? size : size + 1;
  const rounds: Pair[][] = [];
  for (let round = 0; round < seats - 1; round += 1) {
    const turned = (place: number) => (place === 0 ? 0 : 1 + ((place - 1 + round) % (seats - 1)));
    const pairs: Pair[] = [];
    for (let place = 0; place < seats / 2; place += 1) {
      const pair = [turned(place), turned(seats - 1 - place)].sort((a, b) => a - b);
      const [high, low] = pair;
      if (high !== undefined && low !== undefined && low < size) pairs.push([high, low]);
    }
    rounds.push(pairs);
  }
  return rounds.filter((pairs) => pairs.length > 0);
}

function decidingPairLast(rounds: readonly Pair[][], qualifying: number): Pair[][] {
  const isDeciding = ([high, low]: Pair) => high === qualifying - 1 && low === qualifying;
  const last = rounds.find((pairs) => pairs.some(isDeciding));
  if (!last) return [...rounds];
  const reordered = [...last.filter((pair) => !isDeciding(pair)), ...last.filter(isDeciding)];
  return [...rounds.filter((pairs) => pairs !== last), reordered];
}

function sourceAt(group: Group, source: Source | undefined): Source {
  if (source === undefined) throw new Error(`group ${group.name} has fewer positions`);
  return source;
}
