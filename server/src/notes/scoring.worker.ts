import { parentPort, workerData } from "node:worker_threads";
import { scoreNotes, type Rating } from "@podium/engine";

// Given by scoring.ts.
const ratings: readonly Rating[] = workerData;
parentPort?.postMessage(scoreNotes(ratings));
