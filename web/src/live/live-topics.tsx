import "./live-elements.ts";
import type { Language } from "@podium/protocol";
import type { ComponentChildren } from "preact";
import { liveWords } from "./live-words.ts";

/** Says which topics this part of a page listens to; with none it is only a box and no connection is opened. */
export function LiveTopics({
  topics,
  language,
  children,
}: {
  readonly topics: readonly string[];
  readonly language: Language;
  readonly children: ComponentChildren;
}) {
  return (
    <live-page topics={topics.length === 0 ? undefined : topics.join(" ")}>
      {children}
      <p class="unseen" role="status" data-part="announcement" />
      <p class="live-lost" role="status" data-part="connection" data-lost={liveWords(language)("live.lost")} />
    </live-page>
  );
}
