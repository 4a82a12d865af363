import "./live-elements.ts";
import type { Language, MomentCard } from "@podium/protocol";
import { formsOf, liveWords } from "./live-words.ts";

/** How many comments are shown under a moment; the number follows where the page listens to the thread. */
export function CommentCount({ moment, language }: { readonly moment: MomentCard; readonly language: Language }) {
  const words = liveWords(language)("live.comments", { count: moment.comments });
  if (moment.thread === null) return <>{words}</>;
  return (
    <live-count thread={moment.thread} data-forms={JSON.stringify(formsOf("live.comments", language))}>
      {words}
    </live-count>
  );
}
