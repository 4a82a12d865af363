/** An entry in the ranking order: the row it is drawn in, and the block of its association whose members must not share a group. */
export interface Member {
  readonly row: number;
  readonly block: number;
}

/**
 * A way to fill the groups in which no row and no block has two in one group. As rows and blocks have no more members than there
 * are groups, there always is one (König: the edges of a bipartite graph need no more colours than its largest degree).
 * While lots are drawn, it is bent to what they bring: exchanging two groups along a chain of members leaves it a way.
 */
export class GroupWitness {
  readonly #members: readonly Member[];
  readonly #groupOf: number[] = [];
  readonly #fixed = new Set<number>();
  readonly #inRow = new Map<string, number>();
  readonly #inBlock = new Map<string, number>();

  constructor(members: readonly Member[], groups: number) {
    this.#members = members;
    for (let position = 0; position < members.length; position += 1) this.#add(position, groups);
  }

  /** Bends the way so that this member comes into this group; answers false, with nothing changed, when no exchange does it. */
  move(position: number, group: number): boolean {
    const from = this.#groupOf[position] ?? 0;
    if (from === group) return true;
    const chain = this.#chain(position, from, group);
    if (chain.some((member) => this.#fixed.has(member))) return false;
    this.#exchange(chain, from, group);
    return true;
  }

  /** Leaves a member where it is from now on. */
  fix(position: number): void {
    this.#fixed.add(position);
  }

  /** Puts a new member into a group that its row and its block have free, making one by an exchange when there is none in common. */
  #add(position: number, groups: number): void {
    const { row, block } = this.#member(position);
    const free = (map: ReadonlyMap<string, number>, line: number) => {
      for (let group = 0; group < groups; group += 1) if (!map.has(key(line, group))) return group;
      throw new Error("a row or a block is larger than the number of groups");
    };
    const [inRow, inBlock] = [free(this.#inRow, row), free(this.#inBlock, block)];
    const blocking = this.#inBlock.get(key(block, inRow));
    if (blocking !== undefined) this.#exchange(this.#chain(blocking, inRow, inBlock), inRow, inBlock);
    this.#put(position, inRow);
  }

  /** Everybody who must change between two groups when this member does. */
  #chain(position: number, from: number, to: number): number[] {
    const chain = new Set([position]);
    for (const member of chain) {
      const { row, block } = this.#member(member);
      const other = this.#groupOf[member] === from ? to : from;
      for (const next of [this.#inRow.get(key(row, other)), this.#inBlock.get(key(block, other))]) {
        if (next !== undefined) chain.add(next);
      }
    }
    return [...chain];
  }

  #exchange(chain: readonly number[], from: number, to: number): void {
    const moves = chain.map((member) => ({ member, group: this.#groupOf[member] === from ? to : from }));
    for (const { member } of moves) this.#take(member);
    for (const { member, group } of moves) this.#put(member, group);
  }

  #put(position: number, group: number): void {
    const { row, block } = this.#member(position);
    this.#groupOf[position] = group;
    this.#inRow.set(key(row, group), position);
    this.#inBlock.set(key(block, group), position);
  }

  #take(position: number): void {
    const { row, block } = this.#member(position);
    const group = this.#groupOf[position] ?? 0;
    this.#inRow.delete(key(row, group));
    this.#inBlock.delete(key(block, group));
  }

  #member(position: number): Member {
    const member = this.#members[position];
    if (!member) throw new Error(`nobody stands at ${position}`);
    return member;
  }
}

function key(line: number, group: number): string {
  return `${line} ${group}`;
}
