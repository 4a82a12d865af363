import type { LiveMessage } from "@podium/protocol";

/** The topic under which parts of a page (`<live-part topics>`) are to be read anew for a message; null where none is. */
export function topicOfStale(message: LiveMessage): string | null {
  if (message.kind === "moment") return `moment:${message.moment}`;
  return message.kind === "match" ? `match:${message.match.id}` : null;
}
