import type { MatchCode } from "../brand.ts";
import type { Group, PlannedMatch } from "./plan.ts";

interface RoundRobinOptions {
  /** How many of each group go on. It decides which match is played last (ITTF 3.7.5.5); 1 when left out. */
  readonly qualifying?: number;
}

/**
 * Plans groups in which everybody meets everybody once, by the circle method.
 * The entries of a group stand in their ranking order. The last match of a group is the one between the last
 * place that goes on and the first that does not: 1 v 2 when one qualifies, 2 v 3 when two do (ITTF 3.7.5.5).
 * Codes are `a-1`, `a-2`, ... in order of play.
 */
export function planGroups(groups: readonly Group[], options: RoundRobinOptions = {}): PlannedMatch[] {
  return groups.flatMap((group) => planGroup(group, options.qualifying ?? 1));
}

function planGroup(group: Group, qualifying: number): PlannedMatch[] {
  const rounds = decidingPairLast(circle(group.entries.length), qualifying);
  const prefix = group.name.trim().toLowerCase().replaceAll(/\s+/g, "-");
  const matches: PlannedMatch[] = [];
  for (const [index, pairs] of rounds.entries()) {
    for (const [position, pair] of pairs.entries()) {
      const code = `${prefix}-${matches.length + 1}` as MatchCode;
      const [home, away] = pair.map((place) => ({ from: "entry", entry: entryAt(group, place) }) as const);
      if (!home || !away) throw new Error("a pair has two members");
      matches.push({
        code,
        phase: "groups",
        round: String(index + 1),
        order: position + 1,
        group: group.name,
        home,
        away,
      });
    }
  }
  return matches;
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

function entryAt(group: Group, place: number) {
  const entry = group.entries[place];
  if (entry === undefined) throw new Error(`group ${group.name} has no position ${place + 1}`);
  return entry;
}
