import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { instantAt, wallTime } from "./wall-clock.ts";

const TABLE: readonly (readonly [wall: string, zone: string, instant: string | null])[] = [
  ["2024-07-30T15:00", "Europe/Paris", "2024-07-30T13:00:00.000Z"],
  ["2024-01-30T15:00", "Europe/Paris", "2024-01-30T14:00:00.000Z"],
  ["2024-07-30T15:00", "Asia/Kathmandu", "2024-07-30T09:15:00.000Z"],
  // The clock skips from two to three.
  ["2026-03-29T02:30", "Europe/Paris", null],
  ["2026-02-30T10:00", "UTC", null],
  ["2026-13-01T10:00", "UTC", null],
];

for (const [wall, zone, instant] of TABLE)
  test(`${wall} in ${zone} is ${instant ?? "no instant"}`, () => {
    const ms = instantAt(zone, wall);
    assert.equal(ms === null ? null : new Date(ms).toISOString(), instant);
  });

test("what the clock shows at an instant is shown at the instant found for it", () => {
  const zones = fc.constantFrom("Europe/Paris", "America/St_Johns", "Australia/Lord_Howe", "Asia/Seoul", "UTC");
  const minutes = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 });
  fc.assert(
    fc.property(zones, minutes, (zone, minute) => {
      const wall = wallTime(zone, minute * 60_000);
      const found = instantAt(zone, wall);
      assert.ok(found !== null);
      assert.equal(wallTime(zone, found), wall);
    }),
  );
});
