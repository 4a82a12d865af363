import { parentPort, workerData } from "node:worker_threads";
import { isRefused, type Placement, reasonsOf, scheduledAround, type ScheduleRequest } from "@podium/engine";

/** Somebody waits for the page: half a second of search for a usual day, two for one of 2,000 matches. */
const LEAST_LAYINGS = 600_000;

// from scheduling-thread.ts
const { request, pinned } = workerData as { request: ScheduleRequest; pinned: readonly Placement[] };
const schedule = scheduledAround(request, pinned, { layings: Math.max(LEAST_LAYINGS, 700 * request.matches.length) });

parentPort?.postMessage(isRefused(schedule) ? schedule : { ...schedule, reasons: reasonsOf(request, schedule.plan) });
