import {
  type EventId,
  isRefused,
  type LiveEvent,
  type MatchId,
  type MatchState,
  type PersonId,
  type Refusal,
} from "@podium/engine";
import type { LiveMessage } from "@podium/protocol";
import type { Config } from "./config.ts";
import type { Fact, FactKind, NewFact } from "./facts/fact.ts";
import { LRUCache } from "lru-cache";
import { append, appendAll, appendEach, appendOnce } from "./facts/journal.ts";
import { enqueue, type JobGiven, type JobKind } from "./jobs/queue.ts";
import type { JobWorker } from "./jobs/worker.ts";
import type { Fetcher } from "./fetcher/fetcher.ts";
import type { Files } from "./files/files.ts";
import type { LiveBus, LiveEntry } from "./live/bus.ts";
import type { Live } from "./live/live.ts";
import type { Db, Storage, Tx } from "./storage/storage.ts";

/** One installation of Podium: everything a stage may use. Time and chance come in here and nowhere else. */
export interface App {
  readonly config: Config;
  readonly storage: Storage;
  readonly live: Live;
  /** Carries what is told to the pages of this node and of others. */
  readonly bus: LiveBus;
  /** Photos, beside the database. */
  readonly files: Files;
  /** The one way to an address that somebody gave. */
  readonly fetcher: Fetcher;
  readonly flow: Flow;
  readonly clock: () => number;
  /** What was worked out lately from the journal. */
  readonly replays: Replays;
  /** Who in this process works through the queue of jobs, and is woken when something was put into it. */
  readonly jobWorkers: Set<Pick<JobWorker, "wake">>;
  /** What the stages hold in memory for this installation, by their slots: see stateIn. */
  readonly states: Map<StateSlot<unknown>, unknown>;
  /** Random text for ids and tokens: letters, digits, - and _. */
  readonly randomId: (bytes: number) => string;
}

/** What a stage holds in memory for an installation, such as a cache: made when it is first needed, and gone with it. */
export interface StateSlot<State> {
  readonly make: (app: App) => State;
}

/** The state of a slot in this installation. */
export function stateIn<State>(app: App, slot: StateSlot<State>): State {
  if (!app.states.has(slot)) app.states.set(slot, slot.make(app));
  return app.states.get(slot) as State; // made by this very slot
}

/** What was worked out lately from the journal, and can always be worked out again. */
export interface Replays {
  /** Matches, so that a rally costs one step and not the whole log. */
  readonly matches: LRUCache<string, ReplayedMatch>;
  /** Events, so that the end of a match costs what hangs on it and not the whole event. */
  readonly events: LRUCache<string, ReplayedEvent>;
}

const MATCHES_REPLAYED_MAX = 500;
/** A match remembers the states it went through, so that an undo costs one step too: its lines are what it weighs. */
const LINES_REPLAYED_MAX = 50_000;
const EVENTS_REPLAYED_MAX = 64;

/** Holds nothing yet. */
export function noReplays(): Replays {
  return {
    matches: new LRUCache({
      max: MATCHES_REPLAYED_MAX,
      maxSize: LINES_REPLAYED_MAX,
      sizeCalculation: ({ length }) => length + 1,
    }),
    events: new LRUCache({ max: EVENTS_REPLAYED_MAX }),
  };
}

/** Where a replayed match may be found. */
export interface ReplayCache {
  get(match: MatchId): ReplayedMatch | undefined;
}

/** A match log and the state it makes. `version` counts the facts of the match, `length` the lines of its log. */
export interface ReplayedMatch {
  readonly version: number;
  readonly length: number;
  readonly state: MatchState;
}

/** An event that is followed result by result. `version` is the results_version of its row. */
export interface ReplayedEvent {
  readonly version: number;
  readonly live: LiveEvent;
}

/** An event taken by a unit. Where `isOfUnit`, this unit followed it: nobody else can have written to it since. */
export interface TakenEvent extends ReplayedEvent {
  readonly isOfUnit: boolean;
}

/** What a fact causes. Total: every kind of fact needs an entry. */
export type Flow = { readonly [kind in FactKind]: readonly Reaction[] };

/** Runs in the transaction of the fact it answers, and is idempotent: run again, it changes nothing. */
export type Reaction = (unit: UnitOfWork, fact: Fact) => Promise<void>;

/** One action of one person in one transaction: all of it happens, or nothing. */
export interface UnitOfWork {
  readonly db: Tx;
  readonly who: PersonId | null;
  readonly nowMs: number;
  readonly randomId: (bytes: number) => string;
  /** Matches replayed lately, those of this unit among them. */
  readonly replayCache: ReplayCache;
  record(fact: NewFact): Promise<Fact>;
  /** Records facts of one subject of which `after` are there already, with fewer statements. */
  recordAll(facts: readonly NewFact[], after: number): Promise<Fact[]>;
  /** Records a fact of a subject of which `after` are there already; null where the one of this client id is among them. */
  recordOnce(fact: NewFact, after: number): Promise<Fact | null>;
  /** Records facts of several subjects, with fewer statements. */
  recordEach(facts: readonly NewFact[]): Promise<Fact[]>;
  /** Lets the facts recorded so far have their consequences now, for work that builds on them. */
  settle(): Promise<void>;
  /** Does something once, at the end of the unit and within it: what was asked for last under this key. */
  atEnd(key: string, work: () => Promise<void>): void;
  /** Sent to open pages after the commit. `about` names the one thing whose newest words alone are sent from then on. */
  publish(topics: readonly string[], message: LiveMessage, about?: string): void;
  /** Cached pages that show something under these topics no longer hold after the commit. */
  invalidate(topics: readonly string[]): void;
  /** Ends the streams under these topics after the commit: who may listen has changed. */
  endStreams(topics: readonly string[]): void;
  /** The same as `publish` for what may change several times in one unit: the message under this key is made once, at the end. */
  publishOnce(key: string, once: PublishedOnce): void;
  /** Whether something is published under the key already. */
  isPublishing(key: string): boolean;
  /**
   * An event that was followed by an earlier unit, or in this one. It belongs to this unit alone from then on, since
   * it changes with each result: it is given back by `cacheEvent`, and lost when the unit fails.
   */
  takeEvent(event: EventId): TakenEvent | undefined;
  cacheEvent(event: EventId, replayed: ReplayedEvent): void;
  /** Puts a job into the queue: it is worked on after the commit, by this process or another one. */
  enqueue<Data>(kind: Pick<JobKind<Data>, "name" | "data">, given: JobGiven<Data>): Promise<void>;
  /** Caches a replayed match: for this unit at once, for others after the commit. */
  cacheReplay(match: MatchId, replayed: ReplayedMatch): void;
}

/** A message with its topics. */
export interface Publication {
  readonly topics: readonly string[];
  readonly message: LiveMessage;
}

/** What is published once for a unit. */
export interface PublishedOnce {
  readonly topics: readonly string[];
  readonly make: () => Promise<readonly Publication[]>;
}

class RolledBack extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/**
 * Does something on behalf of a person (null: Podium itself). A refusal takes everything back.
 * The consequences of what was recorded belong to the same transaction; open pages are told after the commit.
 */
export async function transact<T>(
  app: App,
  who: PersonId | null,
  work: (unit: UnitOfWork) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const later: (() => void)[] = [];
  try {
    const { answer, tellPages } = await inTransaction(app.storage.db, async (db) => {
      const toTell: LiveEntry[] = [];
      const unit = beginUnit(app, { db, who, later, toTell });
      const answer = await work(unit);
      if (isRefused(answer)) throw new RolledBack(answer);
      await unit.settle();
      await unit.end();
      await unit.makeMessages();
      return { answer, tellPages: await app.bus.take(db, toTell) };
    });
    for (const work of later) work();
    await tellPages();
    return answer;
  } catch (fault) {
    if (fault instanceof RolledBack) return fault.refusal;
    throw fault;
  }
}

/** Within a unit of work everything is of its transaction. */
function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return isWithin(db) ? work(db) : db.transaction().execute(work);
}

function isWithin(db: Db): db is Tx {
  return db.isTransaction;
}

/**
 * The app as it is within a unit of work: what is done with it is done in units of its own, whose records are kept or taken back
 * with the unit. A refusal takes nothing back here: whoever is refused something refuses the whole.
 */
export function appWithin(app: App, unit: UnitOfWork): App {
  return { ...app, storage: { ...app.storage, db: unit.db }, bus: busWithin(app.bus, unit) };
}

/** What inner units tell is told with the outer one, after its commit: nobody waits for it before. */
function busWithin(bus: LiveBus, unit: UnitOfWork): LiveBus {
  const done = Promise.resolve();
  return {
    mayBeHeard: () => bus.mayBeHeard(),
    take: async (_db, entries) => {
      for (const entry of entries)
        if (entry.kind === "published") unit.publish(entry.topics, entry.message, entry.about);
        else if (entry.kind === "invalidated") unit.invalidate(entry.topics);
        else unit.endStreams(entry.topics);
      return () => done;
    },
    reach: () => done,
    isCurrent: () => bus.isCurrent(),
    close: () => done,
  };
}

interface OpenUnit extends UnitOfWork {
  /** Does what was put off to the end. */
  end(): Promise<void>;
  /** Makes the messages of publishOnce; where nobody listens, their topics are only invalidated. */
  makeMessages(): Promise<void>;
}

interface UnitScope {
  readonly db: Tx;
  readonly who: PersonId | null;
  /** What is done after the commit. */
  readonly later: (() => void)[];
  /** What open pages are told after the commit. */
  readonly toTell: LiveEntry[];
}

function beginUnit(app: App, scope: UnitScope): OpenUnit {
  const waiting: Fact[] = [];
  const toPublish = new Map<string, PublishedOnce>();
  const putOff = new Map<string, () => Promise<void>>();
  const nowMs = app.clock();
  const unit: OpenUnit = {
    db: scope.db,
    who: scope.who,
    nowMs,
    randomId: app.randomId,
    ...recordingOf(scope, { nowMs, waiting }),
    settle: async () => {
      for (let fact = waiting.shift(); fact !== undefined; fact = waiting.shift()) {
        for (const react of app.flow[fact.kind]) await react(unit, fact);
      }
    },
    atEnd: (key, work) => void putOff.set(key, work),
    end: async () => {
      for (const work of putOff.values()) await work();
    },
    publish: (topics, message, about) => {
      scope.toTell.push({ kind: "published", topics, message, about });
    },
    invalidate: invalidatedOnce(scope.toTell),
    endStreams: (topics) => void scope.toTell.push({ kind: "ended", topics }),
    publishOnce: (key, once) => {
      toPublish.set(key, once);
    },
    isPublishing: (key) => toPublish.has(key),
    makeMessages: async () => {
      for (const { topics, make } of toPublish.values()) {
        if (!app.bus.mayBeHeard()) scope.toTell.push({ kind: "invalidated", topics });
        else for (const publication of await make()) unit.publish(publication.topics, publication.message);
      }
    },
    ...replaysOfUnit(app.replays, scope.later),
    enqueue: async (kind, given) => {
      await enqueue(unit, kind, given);
      scope.later.push(() => {
        for (const worker of app.jobWorkers) worker.wake();
      });
    },
  };
  return unit;
}

/** What a unit records waits for its consequences. */
function recordingOf(
  { db, who }: { readonly db: Tx; readonly who: PersonId | null },
  { nowMs, waiting }: { readonly nowMs: number; readonly waiting: Fact[] },
): Pick<UnitOfWork, "record" | "recordAll" | "recordOnce" | "recordEach"> {
  const noted = (recorded: Fact[]) => {
    waiting.push(...recorded);
    return recorded;
  };
  return {
    record: async (fact) => {
      const recorded = await append(db, fact, { who, nowMs });
      waiting.push(recorded);
      return recorded;
    },
    recordAll: async (facts, after) => noted(await appendAll(db, facts, { who, nowMs, after })),
    recordOnce: async (fact, after) => {
      const recorded = await appendOnce(db, fact, { who, nowMs, after });
      if (recorded !== null) waiting.push(recorded);
      return recorded;
    },
    recordEach: async (facts) => noted(await appendEach(db, facts, { who, nowMs })),
  };
}

/** All topics of a unit are invalidated in one go. */
function invalidatedOnce(toTell: LiveEntry[]): UnitOfWork["invalidate"] {
  const known = new Set<string>();
  const changed: string[] = [];
  return (topics) => {
    if (known.size === 0) toTell.push({ kind: "invalidated", topics: changed });
    for (const topic of topics) {
      if (known.has(topic)) continue;
      known.add(topic);
      changed.push(topic);
    }
  };
}

/**
 * What a unit works out: its matches are seen by others only after the commit; an event that it follows is taken from
 * the cache, and back in it only then.
 */
function replaysOfUnit(
  { matches, events }: Replays,
  later: (() => void)[],
): Pick<UnitOfWork, "replayCache" | "cacheReplay" | "takeEvent" | "cacheEvent"> {
  const scored = new Map<string, ReplayedMatch>();
  const followed = new Map<string, ReplayedEvent>();
  return {
    replayCache: { get: (match) => scored.get(match) ?? matches.get(match) },
    cacheReplay: (match, replayed) => {
      scored.set(match, replayed);
      later.push(() => matches.set(match, replayed));
    },
    takeEvent: (event) => {
      const ofUnit = followed.get(event);
      const replayed = ofUnit ?? events.get(event);
      followed.delete(event);
      events.delete(event);
      return replayed && { ...replayed, isOfUnit: ofUnit !== undefined };
    },
    cacheEvent: (event, replayed) => {
      followed.set(event, replayed);
      later.push(() => {
        if (followed.get(event) === replayed) events.set(event, replayed);
      });
    },
  };
}
