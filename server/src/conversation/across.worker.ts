import { valuedAcross, type CommentVote } from "@podium/engine";
import { parentPort, workerData } from "node:worker_threads";

/** What readers of different camps value, by the votes of a thread: for `answerOfThread`. */
const votes: readonly CommentVote[] = workerData;
parentPort?.postMessage([...valuedAcross(votes)]);
