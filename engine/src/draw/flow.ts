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
  #potential: number[] = [];

  constructor(nodes: number) {
    this.nodes = nodes;
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
      const arrival = this.#cheapestArrivals(source);
      if (arrival[sink] === undefined) break;
      sent += this.#push(this.#pathBack(arrival, { source, sink }));
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
    const arrival = this.#freeArrivals(head);
    if (head !== tail && arrival[tail] === undefined) return false;
    this.#push([...this.#pathBack(arrival, { source: head, sink: tail }), arc]);
    return true;
  }

  /** Takes an arc out of play with the flow it carries. */
  freeze(arc: number): void {
    this.capacity[arc] = 0;
    this.capacity[arc ^ 1] = 0;
  }

  /** For every node reached, the arc by which it is reached most cheaply. */
  #cheapestArrivals(source: number): (number | undefined)[] {
    const distance = Array.from({ length: this.nodes }, () => Infinity);
    const arrival: (number | undefined)[] = Array.from({ length: this.nodes });
    const isWaiting = Array.from({ length: this.nodes }, () => false);
    distance[source] = 0;
    const queue = [source];
    for (let head = 0; head < queue.length; head += 1) {
      const node = queue[head] ?? source;
      isWaiting[node] = false;
      for (const arc of this.arcsFrom[node] ?? []) {
        const next = this.to[arc] ?? 0;
        const reached = (distance[node] ?? 0) + (this.cost[arc] ?? 0);
        if ((this.capacity[arc] ?? 0) < 1 || reached >= (distance[next] ?? 0)) continue;
        distance[next] = reached;
        arrival[next] = arc;
        if (isWaiting[next] === false) queue.push(next);
        isWaiting[next] = true;
      }
    }
    return arrival;
  }

  /** The same over arcs that cost nothing against the potentials. */
  #freeArrivals(source: number): (number | undefined)[] {
    const arrival: (number | undefined)[] = Array.from({ length: this.nodes });
    const queue = [source];
    for (let head = 0; head < queue.length; head += 1) {
      for (const arc of this.arcsFrom[queue[head] ?? source] ?? []) {
        const next = this.to[arc] ?? 0;
        if (next === source || arrival[next] !== undefined) continue;
        if ((this.capacity[arc] ?? 0) < 1 || this.#reducedCost(arc) !== 0) continue;
        arrival[next] = arc;
        queue.push(next);
      }
    }
    return arrival;
  }

  #pathBack(arrival: readonly (number | undefined)[], { source, sink }: { source: number; sink: number }): number[] {
    const path: number[] = [];
    for (let node = sink; node !== source; ) {
      const arc = arrival[node];
      if (arc === undefined) throw new Error("a path breaks off");
      path.push(arc);
      node = this.to[arc ^ 1] ?? source;
    }
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
  #potentials(): number[] {
    const distance = Array.from({ length: this.nodes }, () => 0);
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
