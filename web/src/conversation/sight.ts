import type { Frame, ThreadView } from "@podium/protocol";
import type { Sight } from "./comment-html.ts";
import { conversation } from "./conversation-words.ts";

/** How the reader of this page sees comments. What a person may really do is decided when it is done. */
export function sightOf(thread: ThreadView, frame: Frame): Sight {
  const roles = Object.values(frame.viewer?.roles ?? {});
  return {
    say: conversation(frame.language),
    language: frame.language,
    mayVote: frame.viewer !== null,
    mayPost: thread.mayPost,
    moderates: roles.some((held) => held.includes("moderator")),
  };
}
