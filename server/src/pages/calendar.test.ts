import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { calendarText, type CalendarEntry } from "./calendar.ts";

const entry: CalendarEntry = {
  uid: "cup.os.final@podium.example",
  sequence: 2,
  isCancelled: false,
  startMs: Date.UTC(2026, 4, 2, 9, 5),
  endMs: Date.UTC(2026, 4, 2, 9, 35),
  summary: "P1 – P2",
  description: "",
  location: "Hall",
  url: "https://podium.example/matches/cup/os/final",
};

const textOf = (change: Partial<CalendarEntry> = {}) =>
  calendarText({ name: "Cup", atMs: Date.UTC(2026, 0, 1), entries: [{ ...entry, ...change }] });

/** As a reader of calendars undoes it: lines joined again, escapes taken back. */
function valueOf(text: string, name: string): string | undefined {
  const line = text
    .replaceAll("\r\n ", "")
    .split("\r\n")
    .find((each) => each.startsWith(`${name}:`));
  return line
    ?.slice(name.length + 1)
    .replaceAll(/\\([\\;,n])/g, (_whole, letter: string) => (letter === "n" ? "\n" : letter));
}

test("an entry has a UID, its time in UTC, how often it changed, and its state", () => {
  const text = textOf();
  for (const line of [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "UID:cup.os.final@podium.example",
    "DTSTAMP:20260101T000000Z",
    "DTSTART:20260502T090500Z",
    "DTEND:20260502T093500Z",
    "SEQUENCE:2",
    "STATUS:CONFIRMED",
    "END:VCALENDAR",
  ])
    assert.ok(text.includes(`${line}\r\n`), line);
  assert.ok(!text.includes("DESCRIPTION"));
});

test("what is not played is cancelled, under the same UID", () => {
  const text = textOf({ isCancelled: true, sequence: 3 });
  assert.ok(text.includes("STATUS:CANCELLED\r\n"));
  assert.ok(text.includes("UID:cup.os.final@podium.example\r\n"));
});

for (const [name, summary, written] of [
  ["a comma, a semicolon and a stroke", String.raw`A, B; C\D`, String.raw`A\, B\; C\\D`],
  ["a new line", "A\r\nB\nC", String.raw`A\nB\nC`],
  [
    "a line that would begin a property",
    "A\nATTENDEE:mailto:x@example.org",
    String.raw`A\nATTENDEE:mailto:x@example.org`,
  ],
  ["letters that control", "A\u0000B\u0007", "AB"],
] as const)
  test(`in a text ${name} does no harm`, () => {
    assert.ok(textOf({ summary }).includes(`SUMMARY:${written}\r\n`));
  });

test("no line has more than 75 octets, ends otherwise than with CR and LF, or tears a letter apart, and every text comes back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (summary) => {
      const text = textOf({ summary });
      const lines = text.split("\r\n");
      assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line)));
      assert.ok(!text.includes("\uFFFD") || summary.includes("\uFFFD"));
      const plain = summary.replaceAll(/\r\n|\r/g, "\n").replaceAll(/(?!\n)[\p{Cc}\p{Cs}]/gu, "");
      assert.equal(valueOf(text, "SUMMARY"), plain);
    }),
  );
});

test("a name of Han letters is folded between letters", () => {
  const summary = "王楚钦孙颖莎".repeat(12);
  assert.equal(valueOf(textOf({ summary }), "SUMMARY"), summary);
});
