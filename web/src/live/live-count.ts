import type { LiveMessage } from "@podium/protocol";
import type { LiveListener } from "./live-page.ts";
import { write } from "./patch.ts";

/** `<live-count thread="...">`: how many comments a thread shows; `data-forms` has the words for it by plural category. */
export class LiveCount extends HTMLElement implements LiveListener {
  onMessage(message: LiveMessage): void {
    if (!("thread" in message) || message.thread !== this.getAttribute("thread")) return;
    const { shown } = message.count;
    const { lang } = document.documentElement;
    const forms = JSON.parse(this.dataset["forms"] ?? "{}") as Readonly<Record<string, string>>; // written by comment-count.tsx
    const form = forms[new Intl.PluralRules(lang).select(shown)] ?? forms["other"];
    write(this, form?.replace("{count}", new Intl.NumberFormat(lang).format(shown)) ?? shown);
  }
}
