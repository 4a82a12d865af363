import { answerOfThread } from "../thread.ts";
import type { FoundArticle } from "./article.ts";

const LATE_MS = 5_000;

/** The article on a page of somebody else, read in a thread of its own: its markup is theirs, and may be made to be slow. */
export function articleBeside(html: string, address: string | null): Promise<FoundArticle | null> {
  const file = new URL("./article.worker.ts", import.meta.url);
  return answerOfThread<FoundArticle | null>(file, { html, address }, { afterMs: LATE_MS, answer: null });
}
