import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused } from "@podium/engine";
import {
  movedSessions,
  readSessions,
  readTables,
  refusedSessions,
  writtenSessions,
  writtenTables,
} from "./sessions.ts";

const DAYS = { from: "2026-12-05", to: "2026-12-06" };
const ABOUT = { id: "cup", title: { en: "Cup" }, zone: "UTC", ...DAYS };

test("tables are written one by one or from one number to another, and are written again as they are read", () => {
  assert.deepEqual(readTables("1-3, Centre, 2"), ["1", "2", "3", "Centre"]);
  for (const written of ["1-6", "4, 5", "Centre, 1, 2"]) {
    const read = readTables(written);
    assert.ok(!isRefused(read));
    assert.equal(writtenTables(read), written);
  }
  for (const wrong of [" , ", "6-1", "1-999", "a table with far too long a name"]) {
    const read = readTables(wrong);
    assert.equal(isRefused(read) && read.code, "tables-unreadable", wrong);
  }
});

test("sessions are written one a line, the day left out where there is only one", () => {
  const text = "2026-12-05 09:00-13:00 Groups\n2026-12-06 14:00-18:30";
  const read = readSessions(text, DAYS);
  assert.deepEqual(read, [
    { date: "2026-12-05", from: "09:00", to: "13:00", title: "Groups" },
    { date: "2026-12-06", from: "14:00", to: "18:30" },
  ]);
  assert.ok(!isRefused(read));
  assert.equal(writtenSessions(read), text);
  const oneDay = { from: "2026-12-05", to: "2026-12-05" };
  assert.deepEqual(readSessions(" 9:00-13:00\n".replace("9", "09"), oneDay), [
    { date: "2026-12-05", from: "09:00", to: "13:00" },
  ]);
});

test("a line that is no session is refused by its number", () => {
  for (const wrong of ["09:00-13:00", "2026-12-05 9-13", "2026-12-05 25:61-13:00", "tomorrow"]) {
    const read = readSessions(`2026-12-05 09:00-10:00\n\n${wrong}`, DAYS);
    assert.deepEqual(isRefused(read) && [read.code, read.detail?.["line"]], ["sessions-unreadable", 3], wrong);
  }
});

test("a session lies within the days and ends after it begins", () => {
  const codeOf = (date: string, from: string, to: string) =>
    refusedSessions({ ...ABOUT, sessions: [{ date, from, to }] })?.code;
  assert.equal(codeOf("2026-12-07", "09:00", "10:00"), "session-outside-days");
  assert.equal(codeOf("2026-12-05", "10:00", "10:00"), "session-backwards");
  assert.equal(codeOf("2026-12-06", "22:00", "24:00"), undefined);
});

test("the sessions of a copy are held on the new days, those that have none left out", () => {
  const was = [
    { date: "2026-12-05", from: "09:00", to: "13:00" },
    { date: "2026-12-06", from: "09:00", to: "13:00", title: "Finals" },
  ];
  const moved = movedSessions(was, { was: "2026-12-05", from: "2027-03-27", to: "2027-03-27" });
  assert.deepEqual(moved, [{ date: "2027-03-27", from: "09:00", to: "13:00" }]);
});
