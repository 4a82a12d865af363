import { z } from "zod";

/** A name that may be written as a number; the answer has it as it was written. */
const idLike = z.union([z.string().min(1).max(200), z.int()]);
const LAST_MINUTE = 60 * 24 * 60;
/** Minutes since midnight, for up to sixty days. */
const time = z.int().min(0).max(LAST_MINUTE);
const length = z
  .int()
  .min(0)
  .max(24 * 60);

const matchToSchedule = z.object({
  id: idLike,
  people: z.array(idLike).max(200).nullish(),
  minutes: length.min(1),
  after: z.array(idLike).max(10_000).nullish(),
  tables: z.array(idLike).max(1_000).nullish(),
  notBefore: time.nullish(),
});

/** One day to be scheduled: a line of `podium schedule`. */
export const scheduleRequest = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  tables: z.array(idLike).max(1_000),
  from: time,
  matches: z.array(matchToSchedule).max(10_000),
  restMinutes: length,
  breaks: z
    .array(z.object({ from: time, to: time }))
    .max(1_000)
    .nullish(),
});

export type ScheduleRequestLine = z.infer<typeof scheduleRequest>;
