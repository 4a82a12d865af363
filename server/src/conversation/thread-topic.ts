import type { ThreadId } from "@podium/engine";

/** The name under which open pages listen to a thread. */
export function threadTopic(thread: ThreadId): string {
  return `thread:${thread}`;
}
