import type { CountView, LiveMessage } from "@podium/protocol";
import type { Hearing } from "./live-page.ts";
import { write } from "./patch.ts";

/**
 * `<live-thread thread="...">`: the count line follows, and new comments are offered by a button; none pushes itself
 * between the ones that are being read. Parts: `[data-count=posted]` and the other counts; `[data-part=new]`, a hidden
 * link whose `data-one` and `data-other` are the words for one and for `{count}` new comments.
 */
export class LiveThread extends HTMLElement implements Hearing {
  #new = 0;

  hears(message: LiveMessage): void {
    if (message.kind === "match" || message.thread !== this.getAttribute("thread")) return;
    this.#patchCounts(message.count);
    if (message.kind === "comment" && message.comment.state === "shown" && !this.#isHere(message.comment.id)) this.#offer();
  }

  #patchCounts(count: CountView): void {
    for (const place of this.querySelectorAll<HTMLElement>("[data-count]")) {
      const counted = Object.entries(count).find(([name]) => name === place.dataset["count"]);
      if (counted) write(place, counted[1]);
    }
  }

  #isHere(comment: string): boolean {
    return document.getElementById(`comment-${comment}`) !== null;
  }

  #offer(): void {
    const link = this.querySelector<HTMLElement>("[data-part=new]");
    if (!link) return;
    this.#new += 1;
    const words = this.#new === 1 ? link.dataset["one"] : link.dataset["other"];
    link.textContent = (words ?? "").replace("{count}", String(this.#new));
    link.hidden = false;
  }
}
