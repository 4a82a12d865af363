import { isRefused, type Refusal } from "../refusal.ts";
import { replanned } from "./replan.ts";
import type { MatchToSchedule, Placement, ScheduleRequest } from "./request.ts";
import { type Schedule, scheduled } from "./schedule.ts";

type Effort = Parameters<typeof scheduled>[1];

/**
 * Schedules all matches around some that are pinned: those stay on their tables at their times, even where they break
 * something (`violationsOf` says what), and nothing else breaks anything. Refuses what `scheduled` and `replanned` refuse.
 */
export function scheduledAround(
  request: ScheduleRequest,
  pinned: readonly Placement[],
  effort?: Effort,
): Schedule | Refusal {
  if (pinned.length === 0) return scheduled(request, effort);
  const pins = new Map(pinned.map((placement) => [placement.match, placement]));
  const matches = request.matches.map((match): MatchToSchedule => {
    const pin = pins.get(match.id);
    return pin === undefined ? match : { ...match, tables: [pin.table], notBefore: pin.start };
  });
  const first = scheduled({ ...request, matches }, effort);
  if (isRefused(first)) return first;
  const around = replanned(request, { plan: first.plan, fixed: pinned, now: request.from });
  if (isRefused(around)) return around;
  return { plan: around.plan, end: around.end, bound: Math.min(first.bound, around.end) };
}
