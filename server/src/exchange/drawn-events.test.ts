import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused } from "@podium/engine";
import { drawnLine, drawRecord, verifyDrawnLine, type DrawRules } from "@podium/protocol";
import { assert as assertAlways, constantFrom, integer, property, string } from "fast-check";
import { readConfig } from "../config.ts";
import { importCompetition } from "./import.ts";
import { smallEvent } from "./small-event.testing.ts";
import { openPodium } from "../podium.ts";
import { eventWithResults } from "../results/results.ts";
import { eventId } from "../storage/codes.ts";
import { openTestDatabase } from "../storage/database.testing.ts";
import { drawnEvent, phasesToDraw, rulesFrom, rulesOfDraw, type EventToDraw } from "../draw/draw-rules.ts";
import { commitmentsOf, drawPhases } from "../draw/drawing.ts";

function eventOf(size: number, ranked = size): EventToDraw {
  const entries = Array.from({ length: size }, (_, at) => ({
    code: `e${at + 1}`,
    name: `E${at + 1}`,
    association: `A${at % 5}`,
    ...(at < ranked ? { rank: at + 1 } : {}),
  }));
  return { sport: "table-tennis", entries };
}

const FORMATS: readonly (readonly [DrawRules, number])[] = [
  [{ format: "knock-out" }, 5],
  [{ format: "knock-out", places: 8, bestOf: { final: 3 } }, 8],
  [{ format: "knock-out", plate: true }, 11],
  [{ format: "groups", meetings: 2 }, 5],
  [{ format: "groups", groups: 3, medals: "each-group" }, 10],
  [{ format: "groups-then-knock-out", advance: 2, places: 4 }, 24],
  [{ format: "groups-then-knock-out", groups: 3, advance: 2, plate: true, bestOf: { groups: 1 } }, 13],
  [{ format: "swiss", rounds: 4 }, 9],
  [{ format: "double-elimination" }, 7],
  [{ format: "qualification", direct: 6, qualifiers: 2 }, 13],
  [{ format: "qualification", direct: 3, qualifiers: 1 }, 9],
  [{ format: "qualification", direct: 3, qualifiers: 3 }, 10],
  [{ format: "qualification", direct: 2, qualifiers: 5 }, 15],
  [{ format: "qualification", direct: 3, qualifiers: 6 }, 19],
];

for (const [rules, entries] of FORMATS) {
  const name = JSON.stringify(rules);
  test(`${name}: what is drawn of ${entries} can be played, and every phase of it verifies`, async () => {
    const event = eventOf(entries);
    const proven = drawPhases({ event, rules, randomness: "3 5 2 6" });
    assert.ok(!isRefused(proven), isRefused(proven) ? proven.message : "");
    for (const draw of proven) {
      const verified = verifyDrawnLine(drawnLine.parse(JSON.parse(JSON.stringify(draw))));
      assert.ok(!isRefused(verified), isRefused(verified) ? verified.message : "");
    }
    const commitments = commitmentsOf(event, rules);
    assert.ok(!isRefused(commitments));
    assert.deepEqual(
      proven.map(({ id, commitment }) => ({ id, commitment })),
      commitments,
    );
    const record = { draws: proven, randomness: "typed", at: "2026-05-02T10:00:00.000Z" };
    assert.deepEqual(drawRecord.parse(record), record);
    const podium = await openPodium({ ...readConfig({}), dataFolder: "/nowhere" }, openTestDatabase);
    try {
      const file = smallEvent(entries, { draw: drawnEvent(rules, proven), drawRules: rules });
      const imported = await importCompetition(podium.app, null, JSON.stringify(file));
      assert.ok(!isRefused(imported), isRefused(imported) ? imported.message : "");
      const found = await eventWithResults(podium.app.storage.db, eventId("cup/os"));
      assert.ok(found !== null && found.state.matches.some(({ status }) => status === "ready"));
    } finally {
      await podium.close();
    }
  });
}

for (const [rules, entries] of FORMATS)
  test(`${JSON.stringify(rules)}: the rules are read off the draw, and draw the same again`, () => {
    const event = eventOf(entries);
    const drawnBy = (by: DrawRules) => {
      const proven = drawPhases({ event, rules: by, randomness: "3 5 2 6" });
      assert.ok(!isRefused(proven));
      return drawnEvent(by, proven);
    };
    const draw = drawnBy(rules);
    assert.deepEqual(drawnBy(rulesOfDraw(draw)), draw);
  });

test("every entry is drawn once, whatever the format, the number and the randomness", () => {
  assertAlways(
    property(
      integer({ min: 8, max: 40 }),
      string({ minLength: 1 }),
      constantFrom(...FORMATS.map(([rules]) => rules)),
      (size, randomness, rules) => {
        const proven = drawPhases({ event: eventOf(size), rules, randomness });
        if (isRefused(proven)) return;
        const drawn = proven.flatMap(({ lines = [], drawn: groups = [] }) => [
          ...lines,
          ...groups.flatMap(({ entries }) => entries),
        ]);
        const codes = drawn.filter((id) => id !== null && /^e\d+$/.test(id)).sort();
        assert.deepEqual(
          codes,
          eventOf(size)
            .entries.map(({ code }) => code)
            .sort(),
        );
      },
    ),
    { numRuns: 60 },
  );
});

test("who is in the main draw without a seed or a rank is not guessed", () => {
  const refused = phasesToDraw(eventOf(12, 3), { format: "qualification", direct: 6, qualifiers: 2 });
  assert.equal(isRefused(refused) && refused.code, "direct-unknown");
});

test("two do not play for two places", () => {
  const refused = phasesToDraw(eventOf(8), { format: "qualification", direct: 6, qualifiers: 2 });
  assert.equal(isRefused(refused) && refused.code, "too-few-to-qualify");
});

test("those without a rank come into a Swiss system in an order drawn by lot", () => {
  const order = (randomness: string) => {
    const proven = drawPhases({ event: eventOf(12, 0), rules: { format: "swiss" }, randomness });
    assert.ok(!isRefused(proven));
    return proven[0]?.drawn?.[0]?.entries.join();
  };
  assert.notEqual(order("1"), order("2"));
});

test("of a form only what its format goes by is taken", () => {
  const form = { groups: 4, advance: 2, meetings: 2, rounds: 5, plate: "yes", places: 0, "bestOf-final": 7 } as const;
  assert.deepEqual(rulesFrom({ format: "knock-out", ...form }), {
    format: "knock-out",
    plate: true,
    bestOf: { final: 7 },
  });
  assert.deepEqual(rulesFrom({ format: "swiss", ...form }), { format: "swiss", rounds: 5 });
  assert.deepEqual(rulesFrom({ format: "groups", ...form }), { format: "groups", groups: 4, meetings: 2 });
});
