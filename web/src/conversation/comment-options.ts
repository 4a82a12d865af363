import type { Frame, ThreadView } from "@podium/protocol";
import type { CommentOptions } from "./comment-html.ts";
import { conversation } from "./conversation-words.ts";

/** How the reader of this page sees comments. What a person may really do is decided when it is done. */
export function commentOptions(thread: ThreadView, frame: Frame): CommentOptions {
  const roles = Object.values(frame.viewer?.roles ?? {});
  return {
    t: conversation(frame.language),
    language: frame.language,
    mayVote: frame.viewer !== null,
    mayPost: thread.mayPost,
    mayEnter: frame.viewer === null && !thread.locked,
    moderates: roles.some((held) => held.includes("moderator")),
  };
}
