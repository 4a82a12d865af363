import type { Generated, Insertable, Selectable } from "kysely";

/** What a unit of work told open pages; see live/table-bus.ts. */
export interface LiveMessageTable {
  id: Generated<number>;
  at_ms: number;
  /** A message to readers, a change that nobody is told in words, or the end of streams. */
  kind: "published" | "invalidated" | "ended";
  /** JSON: a list of topics. */
  topics: string;
  /** The one thing that the message is about, whose newest words alone are stored. */
  about: string | null;
  /** JSON; null where nobody is told anything in words. */
  message: string | null;
}

export type LiveMessageRow = Selectable<LiveMessageTable>;
export type NewLiveMessage = Insertable<LiveMessageTable>;
