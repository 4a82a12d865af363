import assert from "node:assert/strict";
import { test } from "node:test";
import { competitionFile, matchLine } from "./format.ts";
import { logEntry } from "./matches.ts";

const isTime = (start: string) => matchLine.safeParse({ code: "final", start }).success;

test("a time is one that a page can show: from 1800 to 2199", () => {
  assert.ok(isTime("1896-04-06T15:00:00+02:00"));
  assert.ok(isTime("2199-12-31T23:59:59Z"));
  for (const start of ["0000-01-01T00:00:00Z", "1799-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
    assert.ok(!isTime(start), start);
});

test("so is a day", () => {
  const competition = { id: "cup", title: "Cup", zone: "UTC", from: "2026-05-02", to: "0001-01-01" };
  const file = competitionFile.safeParse({
    format: "podium-competition/1",
    competition,
    players: [],
    events: [{ code: "os", title: "Open", kind: "singles", bestOf: 3, entries: [] }],
  });
  assert.deepEqual(
    file.error?.issues.map(({ path }) => path.join(".")),
    ["competition.to"],
  );
});

test("so is the time of a line of a log", () => {
  const isLine = (atMs: number) => logEntry.safeParse({ kind: "let", atMs }).success;
  assert.ok(isLine(Date.UTC(2199, 11, 31)));
  assert.ok(!isLine(Date.UTC(2200, 0)));
  assert.ok(!isLine(Number.MAX_SAFE_INTEGER));
});
