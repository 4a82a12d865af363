import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { ClaimChecker } from "@podium/engine";
import { LRUCache } from "lru-cache";
import type { CheckAnswer, CheckOrder } from "./checking-thread.ts";

/** Answers the orders of checking-thread.ts, which uses the names in the same order and so knows which are forgotten. */
function answerOrders(port: MessagePort, most: number): void {
  const checkers = new LRUCache<string, ClaimChecker>({ max: most });
  port.on("message", ({ id, facts, text, competition, language, date }: CheckOrder) => {
    const checker = facts === null ? checkers.get(competition) : new ClaimChecker(facts);
    if (checker === undefined) throw new Error(`Nothing is known of ${competition}.`);
    checkers.set(competition, checker);
    const claims = checker.check(text, {
      language,
      ...(date === undefined ? {} : { date }),
      ...(competition === "all" ? {} : { competition }),
    });
    port.postMessage({ id, claims } satisfies CheckAnswer);
  });
}

if (parentPort !== null) answerOrders(parentPort, workerData as number); // from checking-thread.ts
