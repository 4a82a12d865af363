import "./live-elements.ts";
import type { Language, MomentCard } from "@podium/protocol";
import { liveWords, wordsOf } from "./live-words.ts";

/** How many comments are shown under a moment; the number follows where the page listens to the thread. */
export function CommentCount({ moment, language }: { readonly moment: MomentCard; readonly language: Language }) {
  const words = liveWords(language)("live.comments", { count: moment.comments });
  if (moment.thread === null) return <>{words}</>;
  return (
    <live-count
      thread={moment.thread}
      data-one={wordsOf("live.comments_one", language)}
      data-other={wordsOf("live.comments_other", language)}
    >
      {words}
    </live-count>
  );
}
