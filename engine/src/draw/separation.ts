import { FlowNetwork } from "./flow.ts";

/** Entries that are drawn alike: those of one association, or all that need not be kept apart from anybody. */
export interface Family {
  /** Whether its members are to be spread over the draw. */
  readonly isSpread: boolean;
  /** How many are still to be drawn into the upper half, the lower half, or anywhere. */
  readonly toDraw: { readonly upper: number; readonly lower: number; readonly anywhere: number };
  /** Lines, from 0, where members stand already. */
  readonly standing: readonly number[];
}

interface Flowing {
  readonly family: Family;
  readonly members: number;
  /** The arc by which the family reaches each open line. */
  readonly arcTo: Map<number, number>;
}

/**
 * Looks ahead in a draw. Every association is a tree of sections (halves, quarters, ... pairs of lines) through which its
 * entries flow to the open lines; a section asks for its even share, and less or more than that costs, a half
 * sixteen times as much as a quarter, and so on down. The cheapest flow breaks separation least; a line is open to an
 * association when a flow of the same cost leads there. So a draw never runs into a dead end (ITTF 3.6.3).
 */
export class Separation {
  /** What the best possible draw costs: 0 when every association can be spread evenly. */
  readonly cost: number;
  /** The same for each family. */
  readonly costs: readonly number[];
  /** Whether the open lines can hold everybody. */
  readonly isPossible: boolean;
  readonly #size: number;
  readonly #open: readonly number[];
  readonly #families: readonly Flowing[];
  readonly #network: FlowNetwork;
  readonly #lineNode: ReadonlyMap<number, number>;
  readonly #lineArc = new Map<number, number>();

  /** `size` lines, of which `open` (from 0) are still to be filled by the families. */
  constructor(size: number, open: readonly number[], families: readonly Family[]) {
    this.#size = size;
    this.#open = open;
    this.#families = families.map((family) => ({ family, members: membersOf(family), arcTo: new Map() }));
    this.#network = new FlowNetwork(2 + open.length + families.length * size);
    this.#lineNode = new Map(open.map((line, index) => [line, 2 + index]));
    for (const [line, node] of this.#lineNode)
      this.#lineArc.set(line, this.#network.addArc(node, SINK, { capacity: 1, cost: 0 }));
    for (const [index, flowing] of this.#families.entries()) this.#addFamily(flowing, 2 + open.length + index * size);
    const wanted = families.reduce((sum, { toDraw }) => sum + toDraw.upper + toDraw.lower + toDraw.anywhere, 0);
    this.isPossible = this.#network.fill(SOURCE, SINK) === wanted;
    this.costs = this.#families.map((flowing) => this.#costOf(flowing));
    this.cost = this.costs.reduce((sum, cost) => sum + cost, 0);
  }

  /** Takes this line for a member of the family if the least cost allows it; answers whether it did. */
  take(family: number, line: number): boolean {
    const arc = this.#families[family]?.arcTo.get(line);
    const lineArc = this.#lineArc.get(line);
    if (arc === undefined || lineArc === undefined) return false;
    if (this.#network.flow(arc) === 0 && !this.#network.force(arc)) return false;
    this.#network.freeze(arc);
    this.#network.freeze(lineArc);
    return true;
  }

  #costOf({ family, members, arcTo }: Flowing): number {
    if (!family.isSpread) return 0;
    const taken = [...arcTo].filter(([, arc]) => this.#network.flow(arc) > 0).map(([line]) => line);
    return unevenness([...family.standing, ...taken], members, this.#size);
  }

  /** Sections are numbered as in a heap: 1 is the whole draw, 2 and 3 its halves. A family not spread knows only halves. */
  #addFamily(flowing: Flowing, base: number): void {
    const { isSpread, toDraw } = flowing.family;
    this.#network.addArc(SOURCE, base + 1, { capacity: toDraw.upper + toDraw.lower + toDraw.anywhere, cost: 0 });
    const sections = isSpread ? this.#size : Math.min(this.#size, 4);
    for (let section = 2; section < sections; section += 1) this.#addSection(flowing, base, section);
    for (const line of this.#open) {
      const section = (this.#size + line) >> 1;
      const from = isSpread ? section : section >> Math.max(0, levelOf(section) - 1);
      this.#addLine(flowing, { from: base + from, line });
    }
  }

  #addLine({ arcTo }: Flowing, { from, line }: { from: number; line: number }): void {
    const to = this.#lineNode.get(line) ?? SINK;
    arcTo.set(line, this.#network.addArc(from, to, { capacity: 1, cost: 0 }));
  }

  #addSection({ family, members }: Flowing, base: number, section: number): void {
    const [from, to] = [base + (section >> 1), base + section];
    const weight = family.isSpread ? weightOf(levelOf(section), this.#size) : 0;
    const [least, most] = evenShare(members, levelOf(section));
    const standing = family.standing.filter((line) => isIn(line, section, this.#size)).length;
    const room = this.#roomIn(family, section);
    const upToLeast = Math.min(room, Math.max(0, least - standing));
    const upToMost = Math.min(room - upToLeast, Math.max(0, most - Math.max(standing, least)));
    const steps = [upToLeast, upToMost, room - upToLeast - upToMost];
    for (const [step, capacity] of steps.entries()) {
      if (capacity > 0) this.#network.addArc(from, to, { capacity, cost: step * weight });
    }
  }

  /** How many of the family may come into a section: the halves keep those who must not. */
  #roomIn({ toDraw }: Family, section: number): number {
    const { upper, lower, anywhere } = toDraw;
    const isUpper = section >> (levelOf(section) - 1) === 2;
    return anywhere + (isUpper ? upper : lower);
  }
}

const SOURCE = 0;
const SINK = 1;
const WEIGHT_STEP = 16;

/** How unevenly lines (from 0) of one association lie, half by half, quarter by quarter; 0 is as even as can be. */
export function unevenness(lines: readonly number[], members: number, size: number): number {
  let cost = 0;
  if (members < 2) return cost;
  for (let level = 1; 2 ** level < size; level += 1) {
    const [least, most] = evenShare(members, level);
    const counts = countsOf(lines, { level, size });
    const excess = counts.reduce((sum, count) => sum + Math.max(0, count - most) + Math.max(0, least - count), 0);
    cost += excess * weightOf(level, size);
  }
  return cost;
}

function countsOf(lines: readonly number[], { level, size }: { level: number; size: number }): number[] {
  const counts = Array.from({ length: 2 ** level }, () => 0);
  const length = size / 2 ** level;
  for (const line of lines) {
    const section = Math.floor(line / length);
    counts[section] = (counts[section] ?? 0) + 1;
  }
  return counts;
}

function membersOf({ toDraw, standing }: Family): number {
  return toDraw.upper + toDraw.lower + toDraw.anywhere + standing.length;
}

function evenShare(members: number, level: number): [least: number, most: number] {
  return [Math.floor(members / 2 ** level), Math.ceil(members / 2 ** level)];
}

/** What one entry too many or too few costs in a section of this level (1: halves). */
function weightOf(level: number, size: number): number {
  return WEIGHT_STEP ** (Math.log2(size) - 1 - level);
}

function levelOf(section: number): number {
  return 31 - Math.clz32(section);
}

function isIn(line: number, section: number, size: number): boolean {
  return (size + line) >> (Math.log2(size) - levelOf(section)) === section;
}
