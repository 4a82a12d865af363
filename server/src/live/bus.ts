import type { LiveMessage } from "@podium/protocol";
import type { Tx } from "../storage/storage.ts";
import type { Live } from "./live.ts";

/** What a unit of work tells open pages; see the methods of Live with the same meaning. */
export type LiveEntry =
  | {
      readonly kind: "published";
      readonly topics: readonly string[];
      readonly message: LiveMessage;
      readonly about: string | undefined;
    }
  | { readonly kind: "invalidated"; readonly topics: readonly string[] }
  | { readonly kind: "ended"; readonly topics: readonly string[] };

/** Carries what units of work tell to the open pages of every node of an installation. */
export interface LiveBus {
  /** Whether a page may be open, here or at another node: else messages need not be made. */
  mayBeHeard(): boolean;
  /**
   * Takes what a unit tells, in its transaction. What is answered is called after the commit, and returns when the pages
   * of this node have been told: what is read here from then on is as new as the unit.
   */
  take(db: Tx, entries: readonly LiveEntry[]): Promise<() => Promise<void>>;
  /** Waits until what has this number has been told here; not for long, where the database cannot be reached. */
  reach(id: number): Promise<void>;
  /** Whether this node knows what the others told until a moment ago: else what is cached may be old. */
  isCurrent(): boolean;
  close(): Promise<void>;
}

/** The bus of an installation of one process: nothing is written down. */
export function openBus(live: Live): LiveBus {
  const done = Promise.resolve();
  return {
    mayBeHeard: () => live.listeners() > 0,
    take: async (_db, entries) => async () => {
      for (const entry of entries) deliverEntry(live, entry);
    },
    reach: () => done,
    isCurrent: () => true,
    close: () => done,
  };
}

/** Sends it to the pages of this node. `id`: the number that all nodes know it by; this process counts where it is left out. */
export function deliverEntry(live: Live, entry: LiveEntry, id?: number): void {
  if (entry.kind === "published") live.publish(entry.topics, entry.message, { about: entry.about, id });
  else if (entry.kind === "invalidated") live.invalidate(entry.topics, id);
  else live.endStreams(entry.topics);
}
