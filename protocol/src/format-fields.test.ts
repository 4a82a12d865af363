import assert from "node:assert/strict";
import { test } from "node:test";
import { zone } from "./format-fields.ts";

test("a zone is known by every name that is in use, also where it has a former one", () => {
  const names =
    `UTC Europe/Paris Asia/Seoul Asia/Kolkata Asia/Calcutta Asia/Kathmandu Asia/Ho_Chi_Minh Asia/Yangon Europe/Kyiv
    America/Argentina/Buenos_Aires America/Port-au-Prince Australia/Lord_Howe Pacific/Chatham`.split(/\s+/);
  assert.deepEqual(
    names.filter((name) => !zone.safeParse(name).success),
    [],
  );
});

test("an offset, half a name and a place without clocks are no zones", () => {
  const names = [
    "",
    "+05:30",
    "GMT+5",
    "Europe",
    "europe/paris",
    "Europe/",
    "Mars/Olympus",
    "Asia/Kolkata ",
    "A".repeat(99),
  ];
  assert.deepEqual(
    names.filter((name) => zone.safeParse(name).success),
    [],
  );
});
