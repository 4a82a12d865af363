import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { NEWEST_SHAPE } from "../storage/migrations.ts";
import { markSeen, removeNode } from "../storage/node-rows.ts";
import type { NodeTable } from "../storage/node-tables.ts";
import type { OtherNodes } from "../storage/storage.ts";
import type { Live } from "./live.ts";

const BEAT_MS = 2_000;

/** A node in the list of those that serve. */
export interface Heartbeat {
  /** Says from now on that the node is ending. */
  end(): Promise<void>;
  /** Takes it from the list. */
  stop(): Promise<void>;
}

/** Writes every two seconds that this node is there. A database that is away is tried again; pages do not wait for it. */
export function startHeartbeat({ db }: OtherNodes, live: Live, place: string): Heartbeat {
  const id = randomUUID();
  const stopping = new AbortController();
  let state: NodeTable["state"] = "serving";
  const beat = () =>
    markSeen(db, { id, place, shape: NEWEST_SHAPE, state, message_id: live.lastId() }).catch(() => undefined);
  const beating = (async () => {
    while (!stopping.signal.aborted) {
      await beat();
      await setTimeout(BEAT_MS, undefined, { ref: false, signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    end: async () => {
      state = "ending";
      await beat();
    },
    stop: async () => {
      stopping.abort();
      await beating;
      await removeNode(db, id).catch(() => undefined);
    },
  };
}
