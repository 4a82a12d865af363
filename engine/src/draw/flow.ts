const NONE = -1;

/** More than any path can cost. */
const UNREACHED = Number.MAX_SAFE_INTEGER;

/**
 * A network with costs, solved by successive shortest paths. Arcs come in pairs: arc `a` and its reverse `a ^ 1`.
 * All capacities and costs are whole numbers, costs not negative.
 */
export class FlowNetwork {
  readonly nodes: number;
  readonly arcsFrom: number[][];
  readonly to: number[] = [];
  readonly capacity: number[] = [];
  readonly cost: number[] = [];
  #potential: Float64Array;

  constructor(nodes: number) {
    this.nodes = nodes;
    this.#potential = new Float64Array(nodes);
    this.arcsFrom = Array.from({ length: nodes }, () => []);
  }

  /** Adds an arc and answers its number. */
  addArc(from: number, to: number, { capacity, cost }: { capacity: number; cost: number }): number {
    const arc = this.to.length;
    this.to.push(to, from);
    this.capacity.push(capacity, 0);
    this.cost.push(cost, -cost);
    this.arcsFrom[from]?.push(arc);
    this.arcsFrom[to]?.push(arc + 1);
    return arc;
  }

  /** How much runs through an arc. */
  flow(arc: number): number {
    return this.capacity[arc ^ 1] ?? 0;
  }

  /** Sends as much as can be sent at the least cost; answers how much. */
  fill(source: number, sink: number): number {
    let sent = 0;
    for (;;) {
      this.#potential = this.#distances(source);
      if (this.#potential[sink] === UNREACHED) break;
      for (let path = this.#freePath(source, sink); path !== null; path = this.#freePath(source, sink))
        sent += this.#push(path);
    }
    this.#potential = this.#potentials();
    return sent;
  }

  /**
   * Makes an arc carry one unit more without raising the cost, by turning the flow round a circle.
   * Answers whether that was possible; if not, nothing changes.
   */
  force(arc: number): boolean {
    const tail = this.to[arc ^ 1] ?? 0;
    const head = this.to[arc] ?? 0;
    if ((this.capacity[arc] ?? 0) < 1 || this.#reducedCost(arc) !== 0) return false;
    const path = this.#freePath(head, tail);
    if (path === null) return false;
    this.#push([...path, arc]);
    return true;
  }

  /** Takes an arc out of play with the flow it carries. */
  freeze(arc: number): void {
    this.capacity[arc] = 0;
    this.capacity[arc ^ 1] = 0;
  }

  /** The least cost at which every node is reached. */
  #distances(source: number): Float64Array {
    const distance = new Float64Array(this.nodes).fill(UNREACHED);
    const isWaiting = new Uint8Array(this.nodes);
    distance[source] = 0;
    const queue = [source];
    for (let head = 0; head < queue.length; head += 1) {
      const node = queue[head] ?? source;
      const here = distance[node] ?? 0;
      isWaiting[node] = 0;
      for (const arc of this.arcsFrom[node] ?? []) {
        if ((this.capacity[arc] ?? 0) < 1) continue;
        const next = this.to[arc] ?? 0;
        const reached = here + (this.cost[arc] ?? 0);
        if (reached >= (distance[next] ?? 0)) continue;
        distance[next] = reached;
        if (isWaiting[next] === 0) queue.push(next);
        isWaiting[next] = 1;
      }
    }
    return distance;
  }

  /** A path over arcs that cost nothing against the potentials; null when there is none. */
  #freePath(source: number, sink: number): number[] | null {
    const arrival = new Int32Array(this.nodes).fill(NONE);
    const stack = [source];
    while (arrival[sink] === NONE) {
      const node = stack.pop();
      if (node === undefined) return null;
      for (const arc of this.arcsFrom[node] ?? []) {
        if ((this.capacity[arc] ?? 0) < 1) continue;
        const next = this.to[arc] ?? 0;
        if (next === source || arrival[next] !== NONE || this.#reducedCost(arc) !== 0) continue;
        arrival[next] = arc;
        stack.push(next);
      }
    }
    return this.#pathBack(arrival, { source, sink });
  }

  #pathBack(arrival: Int32Array, { source, sink }: { source: number; sink: number }): number[] {
    const path: number[] = [];
    for (let node = sink; node !== source; node = this.to[(path.at(-1) ?? 0) ^ 1] ?? source)
      path.push(arrival[node] ?? NONE);
    return path.reverse();
  }

  #push(path: readonly number[]): number {
    const amount = Math.min(...path.map((arc) => this.capacity[arc] ?? 0));
    for (const arc of path) {
      this.capacity[arc] = (this.capacity[arc] ?? 0) - amount;
      this.capacity[arc ^ 1] = (this.capacity[arc ^ 1] ?? 0) + amount;
    }
    return amount;
  }

  #reducedCost(arc: number): number {
    const from = this.to[arc ^ 1] ?? 0;
    return (this.cost[arc] ?? 0) + (this.#potential[from] ?? 0) - (this.#potential[this.to[arc] ?? 0] ?? 0);
  }

  /** Distances from everywhere at once: with them no remaining arc has a negative reduced cost. */
  #potentials(): Float64Array {
    const distance = new Float64Array(this.nodes);
    let changed = true;
    while (changed) {
      changed = false;
      for (let arc = 0; arc < this.to.length; arc += 1) {
        if ((this.capacity[arc] ?? 0) < 1) continue;
        const reached = (distance[this.to[arc ^ 1] ?? 0] ?? 0) + (this.cost[arc] ?? 0);
        const to = this.to[arc] ?? 0;
        if (reached >= (distance[to] ?? 0)) continue;
        distance[to] = reached;
        changed = true;
      }
    }
    return distance;
  }
}
