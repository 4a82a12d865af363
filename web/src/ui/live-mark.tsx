import type { Language } from "@podium/protocol";
import { shared } from "./shared-words.ts";

/** Live is a word and a dot. */
export function LiveMark({ language }: { readonly language: Language }) {
  return <span class="live-mark">{shared(language)("ui.live")}</span>;
}
