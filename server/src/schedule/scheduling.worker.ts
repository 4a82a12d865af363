import { parentPort, workerData } from "node:worker_threads";
import { isRefused, reasonsOf, scheduled, type ScheduleRequest } from "@podium/engine";

/** Somebody waits for the page: half a second of search for a usual day, two for one of 2,000 matches. */
const LEAST_LAYINGS = 600_000;

const request = workerData as ScheduleRequest; // from scheduling-thread.ts
const schedule = scheduled(request, { layings: Math.max(LEAST_LAYINGS, 700 * request.matches.length) });

parentPort?.postMessage(isRefused(schedule) ? schedule : { ...schedule, reasons: reasonsOf(request, schedule.plan) });
