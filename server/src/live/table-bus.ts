import type { LiveMessage } from "@podium/protocol";
import { setTimeout } from "node:timers/promises";
import type { LiveMessageRow, NewLiveMessage } from "../storage/live-tables.ts";
import type { Db, OtherNodes, Tx } from "../storage/storage.ts";
import { inParts } from "../storage/parts.ts";
import { deliverEntry, type LiveBus, type LiveEntry } from "./bus.ts";
import type { Live } from "./live.ts";

/** A node looks this often where nothing wakes it. */
const POLL_MS = 1000;
/** What a node has not looked at for longer may be old. */
const CURRENT_MS = 2000;
/** Nobody waits longer for what another node told: the record is right, and only what is cached may be older. */
const REACH_MS_MAX = 2000;
/** How often a node asks itself whether its open pages are still told of now. */
const CURRENT_ASKED_MS = 250;
const AGAIN_MS = 200;
const READ_AT_ONCE = 500;
const WRITTEN_AT_ONCE = 200;
/** What a node that starts remembers for pages that come back: as many as `Live` does. */
const REMEMBERED = 512;
const STORED_MS = 10 * 60_000;
/** How often what is older is deleted: once in so many messages. */
const DELETED_EVERY = 64;

export interface TableBusOptions {
  readonly live: Live;
  readonly otherNodes: Omit<OtherNodes, "paces">;
  readonly clock: () => number;
}

/**
 * The bus of an installation of several nodes: a table, written in the transaction that it tells of. Writers take turns
 * over all nodes (storage/postgresql-driver.ts), so the ids rise in the order of the commits, and each node reads on from
 * the last one it knows: nothing is lost while a node or the database is away. Notifications only wake it.
 */
export async function openTableBus(options: TableBusOptions): Promise<LiveBus> {
  const bus = new TableBus(options);
  await bus.begin();
  return bus;
}

class TableBus implements LiveBus {
  readonly #given: TableBusOptions;
  readonly #stopping = new AbortController();
  #readId = 0;
  #currentAtMs = 0;
  #wake: (() => void) | null = null;
  #isDue = false;
  readonly #waiting = new Set<{ readonly id: number; readonly resolve: () => void }>();
  #ended: Promise<void> = Promise.resolve();
  #asking: NodeJS.Timeout | undefined;
  #wasCurrent = true;
  #saidCurrent = true;

  constructor(given: TableBusOptions) {
    this.#given = given;
  }

  /** Numbers go on from the newest message; the last ones are remembered for pages that come back from another node. */
  async begin(): Promise<void> {
    const { live, otherNodes } = this.#given;
    const newest = await otherNodes.db
      .selectFrom("live_messages")
      .selectAll()
      .orderBy("id", "desc")
      .limit(REMEMBERED)
      .execute();
    const rows = newest.reverse();
    this.#readId = (rows[0]?.id ?? 1) - 1;
    live.forgetUntil(this.#readId);
    for (const row of rows) this.#apply(row);
    this.#currentAtMs = performance.now();
    otherNodes.onWrite(() => this.#look());
    this.#ended = this.#follow();
    this.#asking = setInterval(() => this.#sayCurrent(), CURRENT_ASKED_MS).unref();
  }

  mayBeHeard(): boolean {
    return true;
  }

  async take(db: Tx, entries: readonly LiveEntry[]): Promise<() => Promise<void>> {
    if (entries.length === 0) return () => Promise.resolve();
    const nowMs = this.#given.clock();
    await forgetOlderWords(db, entries);
    const ids: number[] = [];
    for (const part of inParts(entries, WRITTEN_AT_ONCE)) {
      const rows = part.map((entry) => rowOf(entry, nowMs));
      const written = await db.insertInto("live_messages").values(rows).returning("id").execute();
      ids.push(...written.map(({ id }) => id));
    }
    const last = ids.reduce((a, b) => Math.max(a, b), 0);
    if (ids.some((id) => id % DELETED_EVERY === 0))
      await db
        .deleteFrom("live_messages")
        .where("at_ms", "<", nowMs - STORED_MS)
        .execute();
    return () => this.reach(last);
  }

  reach(id: number): Promise<void> {
    if (id <= this.#readId) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    const waiting = { id, resolve };
    this.#waiting.add(waiting);
    this.#look();
    const waited = setTimeout(REACH_MS_MAX, undefined, { ref: false });
    return Promise.race([promise, waited]).finally(() => this.#waiting.delete(waiting));
  }

  isCurrent(): boolean {
    return performance.now() - this.#currentAtMs < CURRENT_MS;
  }

  /** Said when it is found so twice: a node that stood still for a while has not looked yet, and has lost nobody. */
  #sayCurrent(): void {
    const isCurrent = this.isCurrent();
    if (isCurrent === this.#wasCurrent && isCurrent !== this.#saidCurrent) {
      this.#given.live.sayCurrent(isCurrent);
      this.#saidCurrent = isCurrent;
    }
    this.#wasCurrent = isCurrent;
  }

  async close(): Promise<void> {
    clearInterval(this.#asking);
    this.#stopping.abort();
    this.#look();
    await this.#ended;
  }

  #look(): void {
    this.#isDue = true;
    this.#wake?.();
  }

  /** Begun outside of any unit of work and any snapshot: what it reads is always the newest. */
  async #follow(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      this.#isDue = false;
      const isRead = await this.#readOn().catch(() => false);
      if (isRead) this.#currentAtMs = performance.now();
      // Whoever waits for what is already here is let go, also where a later read failed.
      for (const { id, resolve } of this.#waiting) if (id <= this.#readId) resolve();
      if (!isRead) await this.#sleep(AGAIN_MS);
      else if (!this.#isDue) await this.#sleep(POLL_MS);
    }
  }

  async #sleep(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    const slept = new AbortController();
    await Promise.race([
      promise,
      setTimeout(ms, undefined, { ref: false, signal: slept.signal }).catch(() => undefined),
    ]);
    slept.abort();
    this.#wake = null;
  }

  async #readOn(): Promise<boolean> {
    const { db } = this.#given.otherNodes;
    for (;;) {
      const rows = await rowsAfter(db, this.#readId);
      const [first] = rows;
      if (first === undefined) return true;
      if (first.id !== this.#readId + 1 && (await isForgotten(db, this.#readId)))
        this.#given.live.forgetUntil(first.id - 1);
      for (const row of rows) this.#apply(row);
      if (rows.length < READ_AT_ONCE) return true;
    }
  }

  #apply(row: LiveMessageRow): void {
    deliverEntry(this.#given.live, entryOf(row), row.id);
    this.#readId = row.id;
  }
}

function rowsAfter(db: Db, id: number): Promise<LiveMessageRow[]> {
  return db.selectFrom("live_messages").selectAll().where("id", ">", id).orderBy("id").limit(READ_AT_ONCE).execute();
}

/** Whether something after this id has been deleted. Ids that a unit took and gave back are no loss: older ones still stand. */
async function isForgotten(db: Db, id: number): Promise<boolean> {
  const oldest = await db.selectFrom("live_messages").select("id").orderBy("id").limit(1).executeTakeFirst();
  return oldest !== undefined && oldest.id > id + 1;
}

/** What was published before about the same thing is not sent again, by any node: the newest words take its place. */
async function forgetOlderWords(db: Tx, entries: readonly LiveEntry[]): Promise<void> {
  for (const entry of entries) {
    if (entry.kind !== "published" || entry.about === undefined) continue;
    await db
      .updateTable("live_messages")
      .set({ message: JSON.stringify(entry.message) })
      .where("about", "=", entry.about)
      .execute();
  }
}

function rowOf(entry: LiveEntry, nowMs: number): NewLiveMessage {
  const { kind } = entry;
  const words =
    kind === "published"
      ? { about: entry.about ?? null, message: JSON.stringify(entry.message) }
      : { about: null, message: null };
  return { at_ms: nowMs, kind, topics: JSON.stringify(entry.topics), ...words };
}

function entryOf({ kind, topics, about, message }: LiveMessageRow): LiveEntry {
  const read = JSON.parse(topics) as readonly string[];
  if (kind !== "published") return { kind, topics: read };
  return { kind, topics: read, message: JSON.parse(message ?? "null") as LiveMessage, about: about ?? undefined };
}
