import { type Schedule, type ScheduleRequest, greedyEnd, isRefused, replanned, scheduled } from "@podium/engine";
import { competitionDay } from "./competition-days.ts";
import { type Row } from "./row.ts";

const SIZES = [30, 60, 120, 250, 500, 1000, 2000];
const DAYS = 8;

/** How far above the proven bound schedules end, beside the plain greedy, and the processor's time that takes. */
export function measureSchedule(): Row[] {
  const days = SIZES.flatMap((size) => Array.from({ length: DAYS }, (_, day) => measureDay(day * 7919 + size, size)));
  const largest = days.filter(({ size }) => size === Math.max(...SIZES));
  const note = `${days.length} days of ${SIZES.join(", ")} matches`;
  return [
    { what: "schedule above the bound, average", figure: percent(average(days.map(({ above }) => above))), note },
    { what: "schedule above the bound, most", figure: percent(Math.max(...days.map(({ above }) => above))), note },
    { what: "days more than 8 % above", figure: `${days.filter(({ above }) => above > 0.08).length}`, note },
    {
      what: "greedy above the bound, average",
      figure: percent(average(days.map(({ greedy }) => greedy))),
      note: "longest tail first",
    },
    {
      what: "2,000 matches scheduled",
      figure: milliseconds(largest.map(({ ms }) => ms)),
      note: "processor's time, the slowest day",
    },
    {
      what: "2,000 matches carried on",
      figure: milliseconds(largest.map(({ carriedMs }) => carriedMs)),
      note: "one match 30 minutes late",
    },
  ];
}

interface Measured {
  readonly size: number;
  /** Shares of the time from the beginning to the bound. */
  readonly above: number;
  readonly greedy: number;
  readonly ms: number;
  readonly carriedMs: number;
}

function measureDay(seed: number, size: number): Measured {
  const request = competitionDay(seed, size);
  const [schedule, ms] = timed(() => must(scheduled(request)));
  const least = schedule.bound - request.from;
  return {
    size,
    above: (schedule.end - request.from) / least - 1,
    greedy: (must(greedyEnd(request)) - request.from) / least - 1,
    ms,
    carriedMs: timed(() => carryLateMatch(request, schedule))[1],
  };
}

function carryLateMatch(request: ScheduleRequest, { plan }: Schedule): void {
  const now = request.from + 120;
  const minutes = new Map(request.matches.map((match) => [match.id, match.minutes]));
  const begun = plan.filter(({ start }) => start < now);
  const fixed = begun.map((one, index) => ({
    ...one,
    end: one.start + (minutes.get(one.match) ?? 0) + (index === 0 ? 30 : 0),
  }));
  must(replanned(request, { plan, fixed, now }));
}

function timed<Answer>(work: () => Answer): readonly [Answer, number] {
  const before = process.cpuUsage();
  const answer = work();
  const { user, system } = process.cpuUsage(before);
  return [answer, (user + system) / 1000];
}

function must<Answer>(answer: Answer): Exclude<Answer, { readonly refused: true }> {
  if (isRefused(answer)) throw new Error(answer.message);
  return answer as Exclude<Answer, { readonly refused: true }>;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function milliseconds(values: readonly number[]): string {
  return `${Math.ceil(Math.max(...values))} ms`;
}
