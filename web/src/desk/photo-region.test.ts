import assert from "node:assert/strict";
import { test } from "node:test";
import { array, assert as holds, double, property, record } from "fast-check";
import { between, moved, resized } from "./photo-region.ts";

const ORIGIN = { x: 0, y: 0 };
const FACE = { left: 40, top: 30, width: 20, height: 40 };

test("a part is moved and stays as large, also at the edge", () => {
  assert.deepEqual(moved(FACE, { x: 5, y: -1 }), { ...FACE, left: 45, top: 29 });
  assert.deepEqual(moved(FACE, { x: 500, y: 500 }), { ...FACE, left: 80, top: 60 });
  assert.deepEqual(moved(FACE, { x: -500, y: -500 }), { ...FACE, left: 0, top: 0 });
});

test("a part is made larger up to the edge, and never disappears", () => {
  assert.deepEqual(resized(FACE, { x: 1, y: -5 }), { ...FACE, width: 21, height: 35 });
  assert.deepEqual(resized(FACE, { x: 500, y: 500 }), { ...FACE, width: 60, height: 70 });
  assert.deepEqual(resized(FACE, { x: -500, y: -500 }), { ...FACE, width: 2, height: 2 });
});

test("from one corner to the other is the same whichever came first", () => {
  const [one, other] = [
    { x: 60, y: 70 },
    { x: 40, y: 30 },
  ] as const;
  assert.deepEqual(between(one, other), FACE);
  assert.deepEqual(between(other, one), FACE);
  assert.deepEqual(between(one, one), { left: 60, top: 70, width: 2, height: 2 });
});

test("whatever a hand does, the part is whole percents within the photo", () => {
  const point = record({
    x: double({ min: -300, max: 300, noNaN: true }),
    y: double({ min: -300, max: 300, noNaN: true }),
  });
  holds(
    property(
      array(point, { minLength: 4, maxLength: 4 }),
      ([one = ORIGIN, other = ORIGIN, move = ORIGIN, size = ORIGIN]) => {
        const region = resized(moved(between(one, other), move), size);
        for (const value of Object.values(region)) assert.ok(Number.isInteger(value) && value >= 0 && value <= 100);
        assert.ok(region.left + region.width <= 100 && region.top + region.height <= 100, JSON.stringify(region));
        assert.ok(region.width >= 2 && region.height >= 2, JSON.stringify(region));
      },
    ),
  );
});
