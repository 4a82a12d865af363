import type { LiveMessage } from "@podium/protocol";
import type { LiveListener } from "./live-page.ts";
import { write } from "./patch.ts";

/** `<live-count thread="...">`: how many comments a thread shows; `data-one` and `data-other` are the words for it. */
export class LiveCount extends HTMLElement implements LiveListener {
  onMessage(message: LiveMessage): void {
    if (!("thread" in message) || message.thread !== this.getAttribute("thread")) return;
    const { shown } = message.count;
    const isOne = new Intl.PluralRules(document.documentElement.lang).select(shown) === "one";
    const number = new Intl.NumberFormat(document.documentElement.lang).format(shown);
    write(this, (isOne ? this.dataset["one"] : this.dataset["other"])?.replace("{count}", number) ?? shown);
  }
}
