import type { JobKind } from "./jobs/queue.ts";

/** Every kind of job that this server does. What enqueues one needs its name and its data only. */
export const jobKinds: readonly JobKind[] = [];
