const NONE = -1;

/**
 * A network through which whole units flow, brought to the best of several wishes one after the other: each call of
 * `keepCheapest` leaves only such flows possible as cost least so far. Arcs come in pairs: arc `a` and its reverse `a ^ 1`.
 */
export class FlowNetwork {
  readonly #firstArc: number[] = [];
  readonly #nextArc: number[] = [];
  readonly #to: number[] = [];
  /** How much more can be sent; on a reverse arc, how much can be taken back. */
  readonly #left: number[] = [];
  readonly #sent: number[] = [];

  /** Adds a node and answers its number, from 0. */
  addNode(): number {
    this.#firstArc.push(NONE);
    return this.#firstArc.length - 1;
  }

  /** Adds an arc and answers its number, which is even. */
  addArc(from: number, to: number, capacity: number): number {
    const arc = this.#to.length;
    this.#to.push(to, from);
    this.#left.push(capacity, 0);
    this.#sent.push(0, 0);
    this.#nextArc.push(this.#firstArc[from] ?? NONE, this.#firstArc[to] ?? NONE);
    this.#firstArc[from] = arc;
    this.#firstArc[to] = arc + 1;
    return arc;
  }

  /** How much runs through an arc. */
  sent(arc: number): number {
    return this.#sent[arc] ?? 0;
  }

  /** Whether what runs through an arc is there in every flow that is left. */
  isSettled(arc: number): boolean {
    return this.#left[arc ^ 1] === 0;
  }

  /** Sends as much as can be sent; answers how much. */
  fill(source: number, sink: number): number {
    const excess = this.#noExcess();
    excess[source] = Number.MAX_SAFE_INTEGER;
    excess[sink] = -Number.MAX_SAFE_INTEGER;
    return this.#route(excess, null);
  }

  /**
   * Finds the flows that cost least, each unit on an arc at its price, and makes all others impossible. What is sent from
   * end to end stays the same.
   */
  keepCheapest(prices: ReadonlyMap<number, -1 | 1>): void {
    const excess = this.#noExcess();
    let isMoved = false;
    for (const [arc, cost] of prices) {
      const moved = cost < 0 ? (this.#left[arc] ?? 0) : -(this.#left[arc ^ 1] ?? 0);
      if (moved === 0) continue;
      isMoved = true;
      this.#move(arc, moved);
      excess[this.#to[arc] ?? 0] = (excess[this.#to[arc] ?? 0] ?? 0) + moved;
      excess[this.#to[arc ^ 1] ?? 0] = (excess[this.#to[arc ^ 1] ?? 0] ?? 0) - moved;
    }
    if (isMoved) this.#settle(prices, excess);
    else for (const [arc, cost] of prices) this.#left[cost < 0 ? arc ^ 1 : arc] = 0;
  }

  /** Sends on what there is too much of, each time over the cheapest arcs, and shuts those that no cheapest flow uses otherwise. */
  #settle(prices: ReadonlyMap<number, -1 | 1>, excess: Float64Array): void {
    const price = new Int8Array(this.#to.length);
    for (const [arc, cost] of prices) {
      price[arc] = cost;
      price[arc ^ 1] = -cost;
    }
    const potential = new Float64Array(this.#firstArc.length);
    const tight: Tight = { price, potential };
    while (excess.some((units) => units > 0)) {
      const nearest = this.#advance(excess, tight);
      if (nearest === null) throw new Error("what was sent before cannot be sent any more");
      this.#route(excess, tight);
    }
    for (let arc = 0; arc < this.#to.length; arc += 1) if (this.#reduced(arc, tight) > 0) this.#left[arc] = 0;
  }

  /** Makes an arc carry a unit more, by turning the flow round a circle. Answers whether that is possible; if not, nothing changes. */
  force(arc: number): boolean {
    if ((this.#left[arc] ?? 0) < 1) return false;
    const excess = this.#noExcess();
    const [head, tail] = [this.#to[arc] ?? 0, this.#to[arc ^ 1] ?? 0];
    excess[head] = 1;
    excess[tail] = -1;
    this.#move(arc, 1);
    // The unit must not go back the way it came.
    const back = this.#left[arc ^ 1] ?? 0;
    this.#left[arc ^ 1] = 0;
    const isDone = this.#route(excess, null) === 1;
    this.#left[arc ^ 1] = back;
    if (!isDone) this.#move(arc, -1);
    return isDone;
  }

  /** Takes a unit that runs through an arc out of play. Answers how to put it back. */
  reserve(arc: number): () => void {
    const taken = this.isSettled(arc) ? 0 : 1;
    const change = (by: number) => {
      this.#sent[arc] = (this.#sent[arc] ?? 0) + by;
      this.#left[arc ^ 1] = (this.#left[arc ^ 1] ?? 0) + by * taken;
    };
    change(-1);
    return () => change(1);
  }

  /** Lets an arc carry no more than it does. */
  close(arc: number): void {
    this.#left[arc] = 0;
  }

  #noExcess(): Float64Array {
    return new Float64Array(this.#firstArc.length);
  }

  #move(arc: number, units: number): void {
    this.#left[arc] = (this.#left[arc] ?? 0) - units;
    this.#left[arc ^ 1] = (this.#left[arc ^ 1] ?? 0) + units;
    const forward = arc & ~1;
    this.#sent[forward] = (this.#sent[forward] ?? 0) + (arc === forward ? units : -units);
  }

  #reduced(arc: number, { price, potential }: Tight): number {
    if ((this.#left[arc] ?? 0) < 1) return 0;
    return (price[arc] ?? 0) + (potential[this.#to[arc ^ 1] ?? 0] ?? 0) - (potential[this.#to[arc] ?? 0] ?? 0);
  }

  /** Moves units from where there are too many to where there are too few, over arcs that cost nothing. Answers how many. */
  #route(excess: Float64Array, tight: Tight | null): number {
    let routed = 0;
    for (let before = -1; before < routed;) {
      before = routed;
      const search: Search = {
        excess,
        tight,
        next: Int32Array.from(this.#firstArc),
        isClosed: new Uint8Array(this.#firstArc.length),
      };
      for (let start = 0; start < excess.length; start += 1) {
        while ((excess[start] ?? 0) > 0) {
          const path = this.#path(start, search);
          if (path === null) break;
          routed += this.#push(path, excess);
        }
      }
    }
    return routed;
  }

  /** A way from a node to one with too few units. Nodes from which none was found stay closed for the rest of the search. */
  #path(start: number, { excess, tight, next, isClosed }: Search): number[] | null {
    const path: number[] = [];
    isClosed[start] = 1;
    for (let node = start; (excess[node] ?? 0) >= 0;) {
      const arc = next[node] ?? NONE;
      if (arc === NONE) {
        const back = path.pop();
        if (back === undefined) return null;
        node = this.#to[back ^ 1] ?? 0;
        next[node] = this.#nextArc[back] ?? NONE;
        continue;
      }
      const to = this.#to[arc] ?? 0;
      if ((this.#left[arc] ?? 0) < 1 || isClosed[to] === 1 || (tight !== null && this.#reduced(arc, tight) !== 0)) {
        next[node] = this.#nextArc[arc] ?? NONE;
        continue;
      }
      isClosed[to] = 1;
      path.push(arc);
      node = to;
    }
    isClosed[start] = 0;
    for (const arc of path) isClosed[this.#to[arc] ?? 0] = 0;
    return path;
  }

  #push(path: readonly number[], excess: Float64Array): number {
    const [start, end] = [this.#to[(path.at(0) ?? 0) ^ 1] ?? 0, this.#to[path.at(-1) ?? 0] ?? 0];
    let units = Math.min(excess[start] ?? 0, -(excess[end] ?? 0));
    for (const arc of path) units = Math.min(units, this.#left[arc] ?? 0);
    for (const arc of path) this.#move(arc, units);
    excess[start] = (excess[start] ?? 0) - units;
    excess[end] = (excess[end] ?? 0) + units;
    return units;
  }

  /** Raises the potentials by the distance from where there are too many units, as far as the nearest place with too few. */
  #advance(excess: Float64Array, tight: Tight): number | null {
    const distance = new Float64Array(this.#firstArc.length).fill(Infinity);
    const waiting: number[][] = [[]];
    for (let node = 0; node < excess.length; node += 1) {
      if ((excess[node] ?? 0) <= 0) continue;
      distance[node] = 0;
      waiting[0]?.push(node);
    }
    let nearest: number | null = null;
    for (let reach = 0; reach < waiting.length && nearest === null; reach += 1) {
      const nodes = waiting[reach] ?? [];
      for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
        if (distance[node] !== reach) continue;
        if ((excess[node] ?? 0) < 0) nearest = reach;
        this.#reach(node, { distance, waiting, tight });
      }
    }
    if (nearest === null) return null;
    const { potential } = tight;
    for (let node = 0; node < distance.length; node += 1) {
      potential[node] = (potential[node] ?? 0) + Math.min(distance[node] ?? 0, nearest);
    }
    return nearest;
  }

  #reach(node: number, { distance, waiting, tight }: Reaching): void {
    for (let arc = this.#firstArc[node] ?? NONE; arc !== NONE; arc = this.#nextArc[arc] ?? NONE) {
      if ((this.#left[arc] ?? 0) < 1) continue;
      const next = this.#to[arc] ?? 0;
      const reached = (distance[node] ?? 0) + this.#reduced(arc, tight);
      if (reached >= (distance[next] ?? 0)) continue;
      distance[next] = reached;
      while (waiting.length <= reached) waiting.push([]);
      waiting[reached]?.push(next);
    }
  }
}

/** Prices of arcs, and potentials under which no arc that can carry more costs less than nothing. */
interface Tight {
  readonly price: Int8Array;
  readonly potential: Float64Array;
}

interface Search {
  /** How many units too many each node has, or too few. */
  readonly excess: Float64Array;
  /** Null where every arc costs nothing. */
  readonly tight: Tight | null;
  /** The next arc to be tried from each node. */
  readonly next: Int32Array;
  readonly isClosed: Uint8Array;
}

interface Reaching {
  readonly distance: Float64Array;
  readonly waiting: number[][];
  readonly tight: Tight;
}
