import "./live-elements.ts";
import type { ComponentChildren } from "preact";

/** Says which topics this part of a page listens to; with none it is only a box and no connection is opened. */
export function LiveTopics({
  topics,
  children,
}: {
  readonly topics: readonly string[];
  readonly children: ComponentChildren;
}) {
  return (
    <live-page topics={topics.length === 0 ? undefined : topics.join(" ")}>
      {children}
      <p class="unseen" role="status" data-part="announcement" />
    </live-page>
  );
}
