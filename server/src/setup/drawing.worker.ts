import { parentPort, workerData } from "node:worker_threads";
import type { EventPart } from "@podium/protocol";
import { drawnEvent, type DrawWish } from "./drawing.ts";

const { event, wish } = workerData as { readonly event: EventPart; readonly wish: DrawWish }; // from drawing-thread.ts

parentPort?.postMessage(drawnEvent(event, wish));
