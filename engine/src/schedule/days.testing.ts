import * as fc from "fast-check";
import type { ScheduleRequest } from "./request.ts";

/** What a day may be made of. */
export interface Measures {
  readonly matches: number;
  readonly tables: number;
  readonly people: number;
  readonly minutes: number;
}

/** Any day at all: matches may wait for those before them in the list, so that nothing waits for itself. */
export function anyDay(most: Measures): fc.Arbitrary<ScheduleRequest> {
  const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
  const match = (tables: readonly string[]) =>
    fc.record({
      people: fc.uniqueArray(fc.constantFrom(...names("P", most.people)), { maxLength: 4 }),
      minutes: fc.integer({ min: 1, max: most.minutes }),
      after: fc.array(fc.nat(), { maxLength: 2 }),
      tables: fc.option(fc.subarray([...tables], { minLength: 1 }), { freq: 3 }),
      notBefore: fc.option(fc.nat(3 * most.minutes), { freq: 4 }),
    });
  return fc
    .integer({ min: 1, max: most.tables })
    .chain((count) =>
      fc.record({
        tables: fc.constant(names("T", count)),
        from: fc.nat(most.minutes),
        restMinutes: fc.nat(Math.ceil(most.minutes / 2)),
        breaks: fc.array(fc.record({ from: fc.nat(6 * most.minutes), length: fc.nat(2 * most.minutes) }), {
          maxLength: 2,
        }),
        matches: fc.array(match(names("T", count)), { maxLength: most.matches }),
      }),
    )
    .map(({ breaks, matches, ...day }) => ({
      ...day,
      breaks: breaks.map(({ from, length }) => ({ from, to: from + length })),
      matches: matches.map(({ people, minutes, after, tables, notBefore }, index) => ({
        id: `m${index}`,
        people,
        minutes,
        after: index === 0 ? [] : [...new Set(after.map((other) => `m${other % index}`))],
        ...(tables === null ? {} : { tables }),
        ...(notBefore === null ? {} : { notBefore }),
      })),
    }));
}
