import { LRUCache } from "lru-cache";
import type { SnapshotMark, Storage } from "../storage/storage.ts";
import type { LiveBus } from "./bus.ts";
import { ELSEWHERE, type Live } from "./live.ts";

/** Values cached until something they show changes. */
export interface VersionedCache<Value> {
  /** The value under a key, if it is still current. */
  get(key: string): Value | undefined;
  set(key: string, value: Value, topics: readonly string[]): void;
  /** Caches what running scores have overtaken while it was read: it holds no longer than the lag. */
  setBehind(key: string, value: Value, topics: readonly string[]): void;
}

export interface VersionedCacheOptions<Value> {
  /** Counts how often something under a topic has changed. */
  readonly versionOf: (topic: string) => number;
  /** What may be older than what it shows, where only running scores have changed; nothing, where this is missing. */
  readonly lag?: Lag;
  readonly sizeOf: (value: Value) => number;
  /** The capacity, in the unit of `sizeOf`; the least recently used goes first. */
  readonly room: number;
}

/** How old a running score may be: a page that shows many matches is then made a few times a second, however many rallies are played. */
export interface Lag {
  /** Counts how often something under a topic has changed, running scores aside. */
  readonly versionButScores: (topic: string) => number;
  readonly ms: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly nowMs: () => number;
}

interface CacheEntry<Value> {
  readonly value: Value;
  readonly topics: readonly string[];
  /** Null where running scores had changed before it was cached. */
  readonly versions: readonly number[] | null;
  readonly versionsButScores: readonly number[];
  readonly untilMs: number;
}

/** Makes an empty cache. */
export function openVersionedCache<Value>({
  versionOf,
  lag,
  sizeOf,
  room,
}: VersionedCacheOptions<Value>): VersionedCache<Value> {
  const isUnchanged = ({ topics, versions }: CacheEntry<Value>) =>
    versions !== null && topics.every((topic, index) => versionOf(topic) === versions[index]);
  const isUnchangedButScores = ({ topics, versionsButScores, untilMs }: CacheEntry<Value>) =>
    lag !== undefined &&
    lag.nowMs() < untilMs &&
    topics.every((topic, index) => lag.versionButScores(topic) === versionsButScores[index]);
  const entries = new LRUCache<string, CacheEntry<Value>>({
    maxSize: room,
    sizeCalculation: ({ value }) => sizeOf(value),
  });
  const isKnown = (topics: readonly string[]) => !topics.some((topic) => Number.isNaN(versionOf(topic)));
  const add = (key: string, entry: Pick<CacheEntry<Value>, "value" | "topics" | "versions">) => {
    if (!isKnown(entry.topics)) return;
    entries.set(key, {
      ...entry,
      versionsButScores: lag === undefined ? [] : entry.topics.map(lag.versionButScores),
      untilMs: lag === undefined ? 0 : lag.nowMs() + lag.ms,
    });
  };
  return {
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      if (isUnchanged(entry) || isUnchangedButScores(entry)) return entry.value;
      // Where nothing is known of what others wrote, it may hold again when something is.
      if (isKnown(entry.topics)) entries.delete(key);
      return undefined;
    },
    set: (key, value, topics) => add(key, { value, topics, versions: topics.map(versionOf) }),
    setBehind: (key, value, topics) => add(key, { value, topics, versions: null }),
  };
}

/** What knows how often something has changed in an installation: its live messages and its storage. */
export interface VersionSource {
  readonly live: Live;
  readonly bus: Pick<LiveBus, "isCurrent">;
  readonly storage: Storage;
}

/** How often something under a topic has changed in an installation. */
export function versionsOf(
  source: VersionSource,
  versionOf: (topic: string) => number = source.live.versionOf,
): (topic: string) => number {
  return (topic) => (topic === ELSEWHERE ? versionElsewhere(source) : versionOf(topic));
}

/** What is equal to no version, itself included: what is cached then does not hold. */
const UNKNOWN_VERSION = Number.NaN;

function versionElsewhere({ live, bus, storage }: VersionSource): number {
  return bus.isCurrent() ? live.versionOf(ELSEWHERE) + storage.writtenElsewhere() : UNKNOWN_VERSION;
}

/** What was read, and what it shows; null for what is not to be cached. */
export interface CacheableValue<Value> {
  readonly value: Value;
  readonly topics: readonly string[] | null;
}

/**
 * Reads what is the same for everybody, and reads it again only when something it shows has changed. Its values are
 * shared: nobody may change them. `read` reads through the storage's `db`, of one snapshot.
 */
export type CachedRead<Value> = (key: string, read: () => Promise<CacheableValue<Value>>) => Promise<Value>;

/** Makes a cached read of one installation with room for so many keys. */
export function cachedRead<Value>(source: VersionSource, room: number): CachedRead<Value> {
  const cache = openVersionedCache<Value>({ versionOf: versionsOf(source), sizeOf: () => 1, room });
  return async (key, read) => {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const before = readMark(source);
    const { value, topics } = await source.storage.snapshot(read, before);
    if (topics !== null && isUnchangedSince(source, before, topics)) cache.set(key, value, [ELSEWHERE, ...topics]);
    return value;
  };
}

/** Marks the point at which a reading begins: within a snapshot that is as old as the snapshot. */
export function readMark({ live, storage }: VersionSource): SnapshotMark {
  return storage.heldMark() ?? { messageId: live.lastId(), writtenElsewhere: storage.writtenElsewhere() };
}

/**
 * The newest message under a topic that what is read now is sure to show: a page that listens from there on misses
 * nothing, and may be told something twice.
 */
export function versionRead(source: VersionSource, topic: string): number {
  return Math.min(source.live.versionOf(topic), readMark(source).messageId);
}

/**
 * Whether nothing under these topics was recorded since, here or by another process: what was read in between belongs
 * together. What happened elsewhere in the installation does not matter.
 */
export function isUnchangedSince(source: VersionSource, mark: SnapshotMark, topics: readonly string[]): boolean {
  return isUnchangedBy(source.live.versionOf, source, { mark, topics });
}

/** The same, running scores aside. */
export function isUnchangedButScoresSince(
  source: VersionSource,
  mark: SnapshotMark,
  topics: readonly string[],
): boolean {
  return isUnchangedBy(source.live.versionButScores, source, { mark, topics });
}

function isUnchangedBy(
  versionOf: (topic: string) => number,
  { storage, live }: VersionSource,
  { mark, topics }: { readonly mark: SnapshotMark; readonly topics: readonly string[] },
): boolean {
  if (storage.writtenElsewhere() !== mark.writtenElsewhere || live.versionOf(ELSEWHERE) > mark.messageId) return false;
  return topics.every((topic) => versionOf(topic) <= mark.messageId);
}
