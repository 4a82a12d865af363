import type { Generated } from "kysely";

/** Work that waits; what has been done is deleted. */
export interface JobTable {
  id: Generated<number>;
  name: string;
  /** What the handler is given, as JSON. */
  data: string;
  created_at_ms: number;
  /** When it may be taken: while it is being worked on, when whoever took it is given up. */
  due_at_ms: number;
  /** How often it has been taken. */
  attempts: number;
  /** Who has taken it, by a random token. */
  claim: string | null;
  /** When it was given up. */
  failed_at_ms: number | null;
  /** Why the last attempt failed. */
  reason: string | null;
}
