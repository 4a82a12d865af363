import { countsOf } from "./crowding.ts";
import { FlowNetwork } from "./flow.ts";
import { type Cost, inOrder, levelsOf, plus, sectionOf } from "./levels.ts";

export type Half = "upper" | "lower" | "anywhere";

/** Entries that are drawn alike: those of one association, or all that need not be kept apart from anybody. */
export interface Family {
  /** Whether its members are to be spread over the draw. */
  readonly isSpread: boolean;
  /** How many are still to be drawn into the upper half, the lower half, or anywhere. They rank behind those who stand. */
  readonly toDraw: Readonly<Record<Half, number>>;
  /** Lines, from 0, where members stand already, in their ranking order. */
  readonly standing: readonly number[];
}

/** A draw of so many lines, of which some (from 0) are still open. */
interface Room {
  readonly size: number;
  readonly open: readonly number[];
}

/** Parallel arcs into a section, in the order in which they fill. */
interface Steps {
  /** For whoever is the first of the family there. */
  readonly first: readonly number[];
  /** Up to the even share, rounded down. */
  readonly share: readonly number[];
  /** The one more that rounding allows. */
  readonly more: readonly number[];
  readonly beyond: readonly number[];
}

interface Flowing {
  readonly family: Family;
  readonly members: number;
  /** Below this level its sections are not told apart, since no section of this level holds two. */
  readonly depth: number;
  /** By the section they lead into. */
  readonly steps: Map<number, Steps>;
  /** How its members come in. */
  readonly ways: Record<Half, number[]>;
}

const SOURCE = 0;
const SINK = 1;
const HALVES = ["upper", "lower", "anywhere"] as const;

/** Up to this size every association is followed down to the matches of the first round. */
const FOLLOWED_DOWN = 64;

/**
 * Looks ahead in a draw. Every association is a tree of sections (halves, quarters, ... pairs of lines) through which its
 * entries flow to the open lines. Of all flows those are kept that break the law least (ITTF 3.6.3), level by level: the
 * first two in different halves, the first four in different quarters, nobody against each other in the first round, the first
 * eight in different eighths, and so on; then the most even halves, quarters, and so on. A line is open to an association
 * when one of these flows leads there, so that a draw never runs into a dead end.
 *
 * Sections are numbered as in a heap: 1 is the whole draw, 2 and 3 its halves.
 */
export class Separation {
  /** What the best possible draw breaks: first the law, level by level in its order, then evenness. */
  readonly cost: Cost;
  /** The same for each family. */
  readonly costs: readonly Cost[];
  /** Whether the open lines can hold everybody. */
  readonly isPossible: boolean;
  readonly #size: number;
  readonly #levels: readonly number[];
  readonly #openIn: Int32Array;
  #network = new FlowNetwork();
  #families: Flowing[] = [];
  /** The node of each section where it no longer matters of which family a unit is. */
  #shared: number[] = [];
  /** The arc from each section to its half of it, and from a match to its lines. */
  #down: number[] = [];

  /**
   * The open lines are to be filled by the families. With a limit, whatever costs more than it is not looked into any
   * further: its cost is without end.
   */
  constructor({ size, open }: Room, families: readonly Family[], limit: Cost | null = null) {
    this.#size = size;
    this.#levels = levelsOf(size);
    this.#openIn = countsOf(open, size);
    const wanted = families.reduce((sum, family) => sum + unitsOf(family), 0);
    const depths = families.map((family) => depthOf(family, size));
    let isPossible = false;
    let isWithin = true;
    for (let isFollowed = false; !isFollowed;) {
      this.#build(families, depths);
      isPossible = this.#network.fill(SOURCE, SINK) === wanted;
      if (isPossible) isWithin = this.#keepBest(limit);
      if (!isWithin) break;
      const deeper = this.#families.flatMap((flowing, index) => (this.#isCrowded(flowing) ? [index] : []));
      for (const index of deeper) depths[index] = this.#levels.length;
      isFollowed = deeper.length === 0;
    }
    this.isPossible = isPossible;
    this.costs = isWithin ? this.#families.map((flowing) => this.#costOf(flowing)) : [];
    const nothing = [...this.#levels, ...this.#levels].map(() => 0);
    this.cost = isWithin ? this.costs.reduce(plus, nothing) : nothing.map(() => Infinity);
    for (const flowing of this.#families) this.#closeDepth(flowing);
  }

  /** Takes this line for a member of the family if the best draws allow it; answers whether it did. */
  take(family: number, line: number, half: Half = "anywhere"): boolean {
    const flowing = this.#families[family];
    if (!flowing || this.#openIn[this.#sectionAt(line, this.#levels.length)] === 0) return false;
    const undo: (() => void)[] = [];
    for (const arcs of this.#hops(flowing, line, half)) {
      const arc = this.#carrying(arcs);
      if (arc === null) {
        for (const back of undo) back();
        return false;
      }
      undo.push(this.#network.reserve(arc));
    }
    return true;
  }

  /** One of these arcs through which something runs, a settled one rather, or made to run. */
  #carrying(arcs: readonly number[]): number | null {
    const running = arcs.filter((arc) => this.#network.sent(arc) > 0);
    return (
      running.find((arc) => this.#network.isSettled(arc)) ??
      running[0] ??
      arcs.find((arc) => this.#network.force(arc)) ??
      null
    );
  }

  /** The way of a member to its line, hop by hop. */
  #hops({ family, depth, steps, ways }: Flowing, line: number, half: Half): number[][] {
    const last = this.#levels.length;
    const from = family.isSpread ? depth : half === "anywhere" ? 0 : Math.min(1, last);
    const hops: number[][] = [];
    const [into = -1, on = -1, lower = -1] = ways[half];
    hops.push([into]);
    if (family.isSpread && half === "anywhere" && on !== -1) {
      hops.push([sectionOf(line, 1, this.#size) === 0 ? on : lower]);
    }
    for (let level = 1; family.isSpread && level <= depth; level += 1) {
      hops.push(arcsOf(steps.get(this.#sectionAt(line, level))));
    }
    for (let level = from + 1; level <= last; level += 1) hops.push([this.#down[this.#sectionAt(line, level)] ?? -1]);
    hops.push([this.#down[this.#size + this.#sectionAt(line, last)] ?? -1]);
    return hops;
  }

  #sectionAt(line: number, level: number): number {
    return 2 ** level + sectionOf(line, level, this.#size);
  }

  #build(families: readonly Family[], depths: readonly number[]): void {
    const network = new FlowNetwork();
    this.#network = network;
    network.addNode();
    network.addNode();
    this.#shared = Array.from({ length: this.#size }, () => network.addNode());
    for (let section = 1; section < this.#size; section += 1) {
      const open = this.#openIn[section] ?? 0;
      const node = this.#shared[section] ?? 0;
      if (section > 1) this.#down[section] = network.addArc(this.#shared[section >> 1] ?? 0, node, open);
      if (section >= this.#size / 2) this.#down[this.#size + section] = network.addArc(node, SINK, open);
    }
    this.#families = families.map((family, index) => this.#flowing(family, depths[index] ?? 0));
  }

  #flowing(family: Family, depth: number): Flowing {
    const members = unitsOf(family) + family.standing.length;
    const flowing: Flowing = {
      family,
      members,
      depth,
      steps: new Map(),
      ways: { upper: [], lower: [], anywhere: [] },
    };
    if (unitsOf(family) === 0) return flowing;
    if (family.isSpread && depth > 0) this.#addTree(flowing);
    else this.#addPlain(flowing);
    return flowing;
  }

  /** Those who need not be kept apart from anybody come straight to where they must or may stand. */
  #addPlain({ family, ways }: Flowing): void {
    for (const half of HALVES) {
      const section = half === "anywhere" || this.#levels.length === 0 ? 1 : half === "upper" ? 2 : 3;
      ways[half] = [this.#network.addArc(SOURCE, this.#shared[section] ?? 0, family.toDraw[half])];
    }
  }

  #addTree(flowing: Flowing): void {
    const { family, ways } = flowing;
    const network = this.#network;
    const { upper, lower, anywhere } = family.toDraw;
    const root = network.addNode();
    const isBound = upper + lower > 0;
    const gates = isBound ? [network.addNode(), network.addNode()] : [root, root];
    const [above = root, below = root] = gates;
    ways.anywhere = [network.addArc(SOURCE, root, anywhere)];
    if (isBound) {
      ways.upper = [network.addArc(SOURCE, above, upper)];
      ways.lower = [network.addArc(SOURCE, below, lower)];
      ways.anywhere.push(network.addArc(root, above, anywhere), network.addArc(root, below, anywhere));
    }
    this.#addSections(flowing, { section: 2, from: above, level: 1 });
    this.#addSections(flowing, { section: 3, from: below, level: 1 });
  }

  #addSections(flowing: Flowing, { section, from, level }: Record<"section" | "from" | "level", number>): void {
    const open = this.#openIn[section] ?? 0;
    if (open === 0) return;
    const isDeepest = level === flowing.depth;
    const node = isDeepest ? (this.#shared[section] ?? 0) : this.#network.addNode();
    flowing.steps.set(section, this.#addSteps(flowing, { section, from, node, level }));
    if (isDeepest) return;
    for (const child of [2 * section, 2 * section + 1])
      this.#addSections(flowing, { section: child, from: node, level: level + 1 });
  }

  #addSteps(
    { family, members }: Flowing,
    { section, from, node, level }: Record<"section" | "from" | "node" | "level", number>,
  ): Steps {
    const standing = family.standing.filter((line) => this.#sectionAt(line, level) === section).length;
    const most = standing + Math.min(unitsOf(family), this.#openIn[section] ?? 0);
    let filled = standing;
    const upTo = (bound: number): number[] => {
      const capacity = Math.min(bound, most) - filled;
      if (capacity <= 0) return [];
      filled += capacity;
      return [this.#network.addArc(from, node, capacity)];
    };
    const [least, even] = evenShare(members, level);
    return { first: upTo(1), share: upTo(least), more: upTo(even), beyond: upTo(most) };
  }

  /** Answers false when it has become clear on the way that the limit will be passed. */
  #keepBest(limit: Cost | null): boolean {
    const stages = [
      ...inOrder(this.#size).map((level) => ({ level, prices: lawPrices, count: this.#brokenAt.bind(this) })),
      ...this.#levels.map((level) => ({ level, prices: evenPrices, count: this.#unevenAt.bind(this) })),
    ];
    let isBelow = limit === null;
    for (const [index, { level, prices, count }] of stages.entries()) {
      this.#keepCheapest(level, prices);
      if (isBelow) continue;
      const cost = this.#families.reduce((sum, flowing) => sum + count(flowing, level), 0);
      if (cost > (limit?.[index] ?? 0)) return false;
      isBelow = cost < (limit?.[index] ?? 0);
    }
    return true;
  }

  #keepCheapest(level: number, pricesOf: typeof lawPrices): void {
    const prices = new Map<number, -1 | 1>();
    for (const { family, members, steps } of this.#families) {
      // Where those who stand are the first already, nobody to come can break the law at this level.
      if (pricesOf === lawPrices && family.standing.length >= 2 ** level) continue;
      for (const [section, parts] of steps) {
        if (levelOf(section) === level) pricesOf(prices, parts, members > 2 ** level);
      }
    }
    if (prices.size > 0) this.#network.keepCheapest(prices);
  }

  /** Whether two of a family come together in a section below which they would no longer be told apart. */
  #isCrowded({ family, depth, steps }: Flowing): boolean {
    if (!family.isSpread || depth === this.#levels.length) return false;
    return [...steps].some(
      ([section, parts]) =>
        levelOf(section) === depth && arcsOf({ ...parts, first: [] }).some((arc) => this.#network.sent(arc) > 0),
    );
  }

  #closeDepth({ family, depth, steps }: Flowing): void {
    if (!family.isSpread || depth === this.#levels.length) return;
    for (const [section, parts] of steps) {
      if (levelOf(section) === depth) for (const arc of arcsOf({ ...parts, first: [] })) this.#network.close(arc);
    }
  }

  #costOf(flowing: Flowing): Cost {
    return [
      ...inOrder(this.#size).map((level) => this.#brokenAt(flowing, level)),
      ...this.#levels.map((level) => this.#unevenAt(flowing, level)),
    ];
  }

  /** How many of the first two, four, ... come into a section with another of them. */
  #brokenAt({ family, members, depth, steps }: Flowing, level: number): number {
    if (!family.isSpread || members < 2) return 0;
    const first = Math.min(members, 2 ** level);
    const held = new Set(family.standing.slice(0, first).map((line) => this.#sectionAt(line, level)));
    const toCome = first - Math.min(first, family.standing.length);
    if (toCome === 0) return first - held.size;
    if (level > depth) return first - held.size - Math.min(toCome, unitsOf(family));
    let entered = 0;
    for (let section = 2 ** level; section < 2 ** (level + 1); section += 1) {
      if (!held.has(section) && this.#drawnInto(steps.get(section)) > 0) entered += 1;
    }
    return first - held.size - Math.min(toCome, entered);
  }

  /** How many are too many or too few in the sections of a level. */
  #unevenAt({ family, members, steps }: Flowing, level: number): number {
    const [least, most] = evenShare(members, level);
    if (!family.isSpread || least === 0) return 0;
    const counts = Array.from({ length: 2 ** level }, (_, index) => this.#drawnInto(steps.get(2 ** level + index)));
    for (const line of family.standing) {
      const section = sectionOf(line, level, this.#size);
      counts[section] = (counts[section] ?? 0) + 1;
    }
    return counts.reduce((sum, count) => sum + Math.max(0, count - most, least - count), 0);
  }

  #drawnInto(steps: Steps | undefined): number {
    return arcsOf(steps).reduce((sum, arc) => sum + this.#network.sent(arc), 0);
  }
}

type Prices = Map<number, -1 | 1>;

/** The law asks that no section holds two as long as there are sections enough, and else that none stays empty. */
function lawPrices(prices: Prices, { first, share, more, beyond }: Steps, isMore: boolean): void {
  if (isMore) for (const arc of first) prices.set(arc, -1);
  else for (const arc of [...share, ...more, ...beyond]) prices.set(arc, 1);
}

/** Where there are more members than sections: too few in one weigh as much as too many in another. */
function evenPrices(prices: Prices, { first, share, beyond }: Steps, isMore: boolean): void {
  if (!isMore) return;
  for (const arc of [...first, ...share]) prices.set(arc, -1);
  for (const arc of beyond) prices.set(arc, 1);
}

function arcsOf(steps: Steps | undefined): number[] {
  return steps ? [...steps.first, ...steps.share, ...steps.more, ...steps.beyond] : [];
}

function unitsOf({ toDraw }: Family): number {
  return toDraw.upper + toDraw.lower + toDraw.anywhere;
}

/** How far down a family is followed at first. */
function depthOf(family: Family, size: number): number {
  const last = levelsOf(size).length;
  if (!family.isSpread || size <= FOLLOWED_DOWN) return last;
  return Math.min(last, Math.max(1, Math.ceil(Math.log2(unitsOf(family) + family.standing.length))));
}

function evenShare(members: number, level: number): [least: number, most: number] {
  return [Math.floor(members / 2 ** level), Math.ceil(members / 2 ** level)];
}

function levelOf(section: number): number {
  return 31 - Math.clz32(section);
}
