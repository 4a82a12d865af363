import type { Placement, Reason, Refusal, Schedule, ScheduleRequest } from "@podium/engine";
import { answerOfThread } from "../thread.ts";

/** A schedule, and why every match begins when it does. */
export interface ReasonedSchedule extends Schedule {
  readonly reasons: readonly Reason[];
}

/** Schedules a day around its pinned matches in a thread of its own: the search takes a second or two. */
export function scheduleBeside(
  request: ScheduleRequest,
  pinned: readonly Placement[],
): Promise<ReasonedSchedule | Refusal> {
  return answerOfThread(new URL("scheduling.worker.ts", import.meta.url), { request, pinned });
}
