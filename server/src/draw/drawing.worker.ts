import { parentPort, workerData } from "node:worker_threads";
import { drawPhases, type DrawWish } from "./drawing.ts";

parentPort?.postMessage(drawPhases(workerData as DrawWish)); // from drawing-thread.ts
