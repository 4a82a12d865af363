import { isRefused, type MatchState, type Refusal } from "@podium/engine";
import type { LiveMessage } from "@podium/protocol";
import type { Config } from "./config.ts";
import type { Fact, FactKind, NewFact } from "./facts/fact.ts";
import { append } from "./facts/journal.ts";
import type { Live } from "./live/live.ts";
import type { Storage, Tx } from "./storage/storage.ts";

/** Everything a stage may touch: one installation of Podium. Time and chance come in here and nowhere else. */
export interface World {
  readonly config: Config;
  readonly storage: Storage;
  readonly live: Live;
  readonly flow: Flow;
  readonly clock: () => number;
  /** The matches scored lately, folded: so that a rally costs one step and not the whole log. */
  readonly folded: Map<string, FoldedMatch>;
  /** Random text for ids and tokens: letters, digits, - and _. */
  readonly randomId: (bytes: number) => string;
}

/** Where a folded match may be found. */
export type Folded = Pick<ReadonlyMap<string, FoldedMatch>, "get">;

/** A match log and the state it makes. `version` counts the facts of the match, `length` the lines of its log. */
export interface FoldedMatch {
  readonly version: number;
  readonly length: number;
  readonly state: MatchState;
}

/** What a fact causes. Total: a new kind of fact does not compile until somebody decides. */
export type Flow = { readonly [kind in FactKind]: readonly Reaction[] };

/** Runs in the transaction of the fact it answers, and is idempotent: run again, it changes nothing. */
export type Reaction = (change: Change, fact: Fact) => Promise<void>;

/** One act of one person: all of it happens, or nothing. */
export interface Change {
  readonly db: Tx;
  readonly who: string | null;
  readonly nowMs: number;
  readonly randomId: (bytes: number) => string;
  /** Matches folded lately, those of this act among them. */
  readonly folded: Folded;
  record(fact: NewFact): Promise<Fact>;
  /** Lets the facts recorded so far have their consequences now, for an act that builds on them. */
  settle(): Promise<void>;
  /** Told to open pages once the act has reached the disk. */
  tell(topics: readonly string[], message: LiveMessage): void;
  /** The same for what an act may touch many times: the message under this key is made once, when all is done. */
  tellOnce(key: string, topics: readonly string[], make: () => Promise<LiveMessage>): void;
  /** Keeps a folded match: for this act at once, for others when the act has reached the disk. */
  keep(match: string, folded: FoldedMatch): void;
}

class Withdrawn extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/**
 * Does something on behalf of a person (null: Podium itself). A refusal takes everything back.
 * The consequences of what was recorded belong to the same transaction; open pages hear of it after the commit.
 */
export async function change<T>(
  world: World,
  who: string | null,
  work: (change: Change) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const later: (() => void)[] = [];
  try {
    const answer = await world.storage.db.transaction().execute(async (db) => {
      const act = beginChange(world, { db, who, later });
      const answer = await work(act);
      if (isRefused(answer)) throw new Withdrawn(answer);
      await act.settle();
      await act.makeMessages();
      return answer;
    });
    for (const work of later) work();
    return answer;
  } catch (fault) {
    if (fault instanceof Withdrawn) return fault.refusal;
    throw fault;
  }
}

interface BegunChange extends Change {
  /** Makes what is told once; where nobody listens, pages that come back are only told to read themselves anew. */
  makeMessages(): Promise<void>;
}

function beginChange(world: World, act: { db: Tx; who: string | null; later: (() => void)[] }): BegunChange {
  const waiting: Fact[] = [];
  const toTell = new Map<string, { readonly topics: readonly string[]; readonly make: () => Promise<LiveMessage> }>();
  const foldedHere = new Map<string, FoldedMatch>();
  const nowMs = world.clock();
  const begun: BegunChange = {
    db: act.db,
    who: act.who,
    nowMs,
    randomId: world.randomId,
    folded: { get: (match) => foldedHere.get(match) ?? world.folded.get(match) },
    record: async (fact) => {
      const recorded = await append(act.db, fact, { who: act.who, nowMs });
      waiting.push(recorded);
      return recorded;
    },
    settle: async () => {
      for (let fact = waiting.shift(); fact !== undefined; fact = waiting.shift()) {
        for (const react of world.flow[fact.kind]) await react(begun, fact);
      }
    },
    tell: (topics, message) => {
      act.later.push(() => world.live.tell(topics, message));
    },
    tellOnce: (key, topics, make) => {
      toTell.set(key, { topics, make });
    },
    makeMessages: async () => {
      for (const { topics, make } of toTell.values()) {
        if (world.live.listeners() > 0) begun.tell(topics, await make());
        else act.later.push(() => world.live.touch(topics));
      }
    },
    keep: (match, folded) => {
      foldedHere.set(match, folded);
      act.later.push(() => keepFolded(world.folded, match, folded));
    },
  };
  return begun;
}

const FOLDED_KEPT = 500;

/** The oldest touched goes first: it can always be folded again from the journal. */
function keepFolded(kept: Map<string, FoldedMatch>, match: string, folded: FoldedMatch): void {
  kept.delete(match);
  kept.set(match, folded);
  if (kept.size > FOLDED_KEPT) kept.delete(kept.keys().next().value ?? match);
}
