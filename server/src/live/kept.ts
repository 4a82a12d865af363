import type { World } from "../world.ts";

/** What was read or made, kept until something it shows changes. */
export interface Kept<Value> {
  /** What was kept under a key, if it still holds. */
  find(key: string): Value | undefined;
  keep(key: string, value: Value, topics: readonly string[]): void;
}

export interface Keeping<Value> {
  /** Tells how often something under a topic has changed. */
  readonly versionOf: (topic: string) => number;
  readonly sizeOf: (value: Value) => number;
  /** How much is kept, in the unit of `sizeOf`; the least lately used goes first. */
  readonly room: number;
}

interface Held<Value> {
  readonly value: Value;
  readonly topics: readonly string[];
  readonly versions: readonly number[];
}

/** Keeps nothing yet. */
export function openKept<Value>({ versionOf, sizeOf, room }: Keeping<Value>): Kept<Value> {
  const all = new Map<string, Held<Value>>();
  let taken = 0;

  function drop(key: string, held: Held<Value>): void {
    all.delete(key);
    taken -= sizeOf(held.value);
  }

  return {
    find(key) {
      const held = all.get(key);
      if (held === undefined) return undefined;
      all.delete(key);
      if (held.topics.some((topic, index) => versionOf(topic) !== held.versions[index])) {
        taken -= sizeOf(held.value);
        return undefined;
      }
      all.set(key, held);
      return held.value;
    },
    keep(key, value, topics) {
      const before = all.get(key);
      if (before !== undefined) drop(key, before);
      all.set(key, { value, topics, versions: topics.map(versionOf) });
      taken += sizeOf(value);
      for (const [oldest, held] of all) {
        if (taken <= room) break;
        drop(oldest, held);
      }
    },
  };
}

type Changing = Pick<World, "live" | "storage">;

/** A topic of everything: what another process, such as an import on the command line, may have written. */
export const ELSEWHERE = "elsewhere";

/** How often something under a topic has changed in an installation. */
export function versionsOf({ live, storage }: Changing): (topic: string) => number {
  return (topic) => (topic === ELSEWHERE ? storage.writtenElsewhere() : live.versionOf(topic));
}

/** What was read, and what it shows; null for what is not to be kept. */
export interface Read<Value> {
  readonly value: Value;
  readonly topics: readonly string[] | null;
}

/** Reads what is the same for everybody, and reads it again only when something it shows has changed. */
export type ReadingOnce<Value> = (world: Changing, key: string, read: () => Promise<Read<Value>>) => Promise<Value>;

/** Keeps what was last read under so many keys, in each installation for itself. What is handed out is shared: nobody may change it. */
export function readingOnce<Value>(room: number): ReadingOnce<Value> {
  const keptIn = new WeakMap<Changing, Kept<Value>>();
  return async (world, key, read) => {
    const kept = keptIn.get(world) ?? openKept<Value>({ versionOf: versionsOf(world), sizeOf: () => 1, room });
    keptIn.set(world, kept);
    const known = kept.find(key);
    if (known !== undefined) return known;
    const before = stampOf(world);
    const { value, topics } = await read();
    if (topics !== null && stampOf(world) === before) kept.keep(key, value, [ELSEWHERE, ...topics]);
    return value;
  };
}

/** Changes when anything was recorded, here or by another process: what was read before and after may not belong together. */
export function stampOf({ live, storage }: Changing): string {
  return `${live.lastId()} ${storage.writtenElsewhere()}`;
}
