import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { Chance } from "./chance.ts";
import { conflictsOf } from "./conflicts.ts";
import { anyDay } from "./days.testing.ts";
import { inverted, listAt, listsOf } from "./lists.ts";
import { backwards, inOrder, problemOf } from "./problem.ts";
import { Queue } from "./queue.ts";
import { resourcesOf } from "./resources.ts";
import { earliestEnd, room, sessionsOf } from "./sessions.ts";
import { KnownSums, Sums } from "./sums.ts";

const SEED = Number(process.env["PODIUM_SEED"] ?? 20260704);
const lengths = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 });

/** Whether these lengths, each as often as one likes, can add up to this one. */
function canAddUp(each: readonly number[], sum: number): boolean {
  return sum === 0 || each.some((length) => length <= sum && canAddUp(each, sum - length));
}

test(`the sums next below and next above a length, tried one by one (seed ${SEED})`, () => {
  fc.assert(
    fc.property(lengths, fc.nat(24), (each, length) => {
      const sums = new Sums(each);
      let [below, above] = [length, length];
      while (!canAddUp(each, below)) below -= 1;
      while (!canAddUp(each, above)) above += 1;
      assert.deepEqual([sums.atMost(length), sums.atLeast(length)], [below, above]);
    }),
    { seed: SEED, numRuns: 200 },
  );
});

test("a length beyond the table is taken as it is; of one length every multiple is known", () => {
  const two = new Sums([300, 500]);
  assert.deepEqual([two.atMost(3_499), two.atLeast(3_401)], [3_400, 3_500]);
  assert.deepEqual([two.atMost(100_001), two.atLeast(100_001)], [100_001, 100_001]);
  const one = new Sums([30]);
  assert.deepEqual([one.atMost(100_001), one.atLeast(100_001)], [99_990, 100_020]);
  const known = new KnownSums();
  assert.equal(known.of([5, 3, 5]), known.of([3, 5]));
  assert.notEqual(known.of([3, 5]), known.of([35]));
});

const breaks = fc
  .uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 6 })
  .map((edges) => edges.toSorted((a, b) => a - b))
  .map((edges) =>
    Array.from({ length: edges.length >> 1 }, (_, at) => ({ from: edges[2 * at] ?? 0, to: edges[2 * at + 1] ?? 0 })),
  );

test(`sessions are the minutes that no break has (seed ${SEED})`, () => {
  fc.assert(
    fc.property(breaks, (all) => {
      const sessions = sessionsOf({ breaks: all });
      for (let minute = 0; minute < 50; minute += 1) {
        const isFree = !all.some(({ from, to }) => from <= minute && minute < to);
        assert.equal(
          sessions.some(({ from, to }) => from <= minute && minute < to),
          isFree,
        );
      }
      assert.equal(
        sessions.every(({ from, to }) => from < to),
        true,
      );
    }),
    { seed: SEED, numRuns: 100 },
  );
});

/** The most that one place can play from one time to another, match after match at every minute, without rests after them. */
function mostPlayed(
  each: readonly number[],
  isFree: (minute: number) => boolean,
  [from, to]: readonly [number, number],
) {
  const most = Array.from({ length: to + 1 }, () => 0);
  for (let time = from + 1; time <= to; time += 1) {
    most[time] = most[time - 1] ?? 0;
    for (const length of each) {
      const begin = time - length;
      const fits = begin >= from && Array.from({ length }, (_, at) => begin + at).every(isFree);
      if (fits) most[time] = Math.max(most[time] ?? 0, (most[begin] ?? 0) + length);
    }
  }
  return most;
}

test(`what fits between two times and when so much work ends, tried minute by minute (seed ${SEED})`, () => {
  fc.assert(
    fc.property(breaks, lengths, fc.tuple(fc.nat(20), fc.nat(40)), (all, each, [from, work]) => {
      const sessions = sessionsOf({ breaks: all });
      const filling = { sessions, sums: new Sums(each), extra: 0 };
      const isFree = (minute: number) => !all.some((one) => one.from <= minute && minute < one.to);
      const most = mostPlayed(each, isFree, [from, 140]);
      for (const to of [from, from + 7, from + 31]) assert.equal(room(filling, from, to), most[to] ?? 0);
      const end = earliestEnd(filling, from, work);
      const possible = most.findIndex((played, time) => time >= from && played >= work);
      assert.ok(work === 0 || end <= possible, `${end} is no later than ${possible}`);
      if (all.length === 0) assert.equal(end, from + new Sums(each).atLeast(work));
    }),
    { seed: SEED, numRuns: 200 },
  );
});

test("the rest after the last match of a session goes on in the break", () => {
  const filling = { sessions: sessionsOf({ breaks: [{ from: 100, to: 130 }] }), sums: new Sums([40]), extra: 10 };
  assert.equal(room(filling, 0, 70), 80);
  assert.equal(room(filling, 0, 69), 40);
  assert.equal(room(filling, 0, 100), 80);
  assert.equal(room(filling, 25, 100), 80);
  assert.equal(room(filling, 31, 100), 40);
  assert.equal(room(filling, 0, 200), 160);
  assert.equal(earliestEnd(filling, 0, 80), 70);
  assert.equal(earliestEnd(filling, 31, 80), 160);
  assert.equal(earliestEnd(filling, 110, 40), 160);
});

test(`who is added comes out by key, and by number among equals (seed ${SEED})`, () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }), fc.nat(20), (keys, early) => {
      const queue = new Queue(keys.length);
      const expected = [...keys.entries()].sort(([a, x], [b, y]) => x - y || a - b).map(([match]) => match);
      for (const [match, key] of keys.entries()) queue.add(match, key);
      const first = Array.from({ length: Math.min(early, keys.length) }, () => queue.take());
      assert.deepEqual(first, expected.slice(0, first.length));
      for (const match of first) queue.add(match, keys[match] ?? 0);
      assert.deepEqual(
        keys.map(() => queue.take()),
        expected,
      );
      assert.equal(queue.size, 0);
    }),
    { seed: SEED, numRuns: 100 },
  );
});

test(`lists are found again, and the other way round (seed ${SEED})`, () => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(fc.nat(7))), (arrays) => {
      const lists = listsOf(arrays);
      assert.deepEqual(
        arrays.map((_, at) => [...listAt(lists, at)]),
        arrays,
      );
      const back = inverted(lists, 8);
      for (let item = 0; item < 8; item += 1)
        assert.deepEqual(
          [...listAt(back, item)],
          [...arrays.keys()].filter((at) => arrays[at]?.includes(item)),
        );
    }),
    { seed: SEED, numRuns: 100 },
  );
});

test("chance is xorshift32 (Marsaglia 2003), the same every time", () => {
  const chance = new Chance(1);
  assert.deepEqual(
    [0, 0, 0, 0].map(() => chance.below(2 ** 32)),
    [270_369, 67_634_689, 2_647_435_461, 307_599_695],
  );
  const share = new Chance(1).share();
  assert.equal(share, (270_369 % 2 ** 20) / 2 ** 20);
});

const DAY = anyDay({ matches: 12, tables: 4, people: 6, minutes: 9 });

test(`in either direction of the day every match comes once, after all it waits for (seed ${SEED})`, () => {
  fc.assert(
    fc.property(DAY, (request) => {
      const problem = problemOf(request);
      const ids = (order: Int32Array) => [...order].map((match) => request.matches[match]?.id ?? "");
      const [forth, back] = [ids(inOrder(problem)), ids(inOrder(backwards(problem, 100)))];
      for (const order of [forth, back]) assert.deepEqual(new Set(order).size, request.matches.length);
      for (const { id, after } of request.matches)
        for (const before of after) {
          assert.ok(forth.indexOf(before) < forth.indexOf(id));
          assert.ok(back.indexOf(before) > back.indexOf(id));
        }
    }),
    { seed: SEED, numRuns: 200 },
  );
});

/** How many of these matches can be on at once, by trying all of them. */
function mostAtOnce(lists: readonly (readonly string[])[]): number {
  const [first, ...others] = lists;
  if (first === undefined) return 0;
  const apart = others.filter((people) => !people.some((person) => first.includes(person)));
  return Math.max(mostAtOnce(others), 1 + mostAtOnce(apart));
}

test(`no more matches of a conflict can be on at once than it says, and whoever shares a person is in one (seed ${SEED})`, () => {
  fc.assert(
    fc.property(DAY, ({ matches, ...day }) => {
      const { all, ofMatch } = conflictsOf(problemOf({ ...day, matches }));
      const peopleOf = (match: number) => matches[match]?.people ?? [];
      for (const { atOnce, matches: own } of all) {
        assert.ok(own.length > atOnce);
        assert.ok(mostAtOnce([...own].map(peopleOf)) <= atOnce);
      }
      for (const [a] of matches.entries()) {
        assert.deepEqual(
          [...listAt(ofMatch, a)],
          [...all.keys()].filter((conflict) => all[conflict]?.matches.includes(a)),
        );
        for (let b = 0; b < a; b += 1)
          if (peopleOf(a).some((person) => peopleOf(b).includes(person)))
            assert.ok(all.some((one) => one.atOnce === 1 && one.matches.includes(a) && one.matches.includes(b)));
      }
    }),
    { seed: SEED, numRuns: 100 },
  );
});

test("in a group of an odd number somebody sits out, and three who all meet play one match at a time", () => {
  const among = (names: string) =>
    names.split("").flatMap((a, at) =>
      names
        .slice(0, at)
        .split("")
        .map((b) => ({ id: a + b, people: [a, b], minutes: 9, after: [] })),
    );
  const conflicts = (names: string) =>
    conflictsOf(problemOf({ tables: ["1"], from: 0, restMinutes: 0, matches: among(names) }))
      .all.map(({ atOnce, matches }) => `${matches.length}/${atOnce}`)
      .toSorted();
  assert.deepEqual(conflicts("abc"), ["3/1"]);
  assert.deepEqual(conflicts("abcd"), ["3/1", "3/1", "3/1", "3/1", "6/2"]);
  assert.deepEqual(conflicts("abcde"), ["10/2", "4/1", "4/1", "4/1", "4/1", "4/1"]);
});

test("a time is counted in the largest unit in which everything that matters is whole", () => {
  const unit = (lengths: readonly number[], more: { restMinutes?: number; breaks?: { from: number; to: number }[] }) =>
    problemOf({
      tables: ["1"],
      from: 600,
      restMinutes: 0,
      matches: lengths.map((minutes, at) => ({ id: `${at}`, people: [], minutes, after: [] })),
      ...more,
    }).unit;
  assert.equal(unit([30, 45], {}), 15);
  assert.equal(unit([30, 45], { restMinutes: 10 }), 5);
  assert.equal(unit([30], { restMinutes: 30, breaks: [{ from: 613, to: 640 }] }), 10);
  assert.equal(unit([30], { breaks: [{ from: 500, to: 590 }] }), 30);
  assert.equal(unit([30], { breaks: [{ from: 601, to: 607 }] }), 1);
});

test("every set of tables that matches are bound to is looked at, joined with the others up to two dozen", () => {
  const setsOf = (tables: readonly string[], bound: readonly (readonly string[])[]) =>
    resourcesOf(
      problemOf({
        tables,
        from: 0,
        restMinutes: 0,
        matches: bound.map((own, at) => ({ id: `${at}`, people: [], minutes: 9, after: [], tables: own })),
      }),
    )
      .tableSets.map(({ tables: count, holds }) => `${count}:${holds === null ? "all" : holds.join("")}`)
      .toSorted();
  assert.deepEqual(setsOf(["1", "2", "3", "4"], [["1"], ["1", "2"], ["3"], ["3", "1", "2", "4"]]), [
    "1:0010",
    "1:1000",
    "2:1010",
    "2:1100",
    "3:1110",
    "4:all",
  ]);
  const six = ["1", "2", "3", "4", "5", "6", "7"];
  assert.equal(
    setsOf(
      six,
      six.slice(1).map((table) => [table]),
    ).length,
    1 + 24,
  );
});
