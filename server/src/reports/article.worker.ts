import { parentPort, workerData } from "node:worker_threads";
import { articleOf, type FoundArticle } from "./article.ts";

/** The article in what the thread is given; null also where reading it goes deeper than a thread can. */
function articleOrNull({
  html,
  address,
}: {
  readonly html: string;
  readonly address: string | null;
}): FoundArticle | null {
  try {
    return articleOf(html, address);
  } catch (fault) {
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

parentPort?.postMessage(articleOrNull(workerData));
