import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Side } from "@podium/engine";
import type { MatchLine, MatchPage } from "@podium/protocol";
import { smallEvent } from "../exchange/small-event.testing.ts";
import { install, load, play, type Installation } from "../web-server/scenario.testing.ts";

let here: Installation;

type Log = NonNullable<MatchLine["log"]>;

const rallies = (side: Side, count: number): Log =>
  Array.from({ length: count }, () => ({ kind: "rally", winner: side }));

before(async () => {
  here = await install({ examples: [] });
  const log: Log = [
    { kind: "service", server: "home1" },
    ...rallies("home", 4),
    { kind: "time-out", side: "away" },
    { kind: "time-out-ended" },
    ...rallies("home", 7),
    // In singles the laws say who serves first in the second game: no line opens it.
    ...rallies("away", 2),
    { kind: "time-out", side: "home" },
    { kind: "undo" },
    { kind: "card", side: "home", card: "yellow" },
    ...rallies("away", 1),
    { kind: "card", side: "home", card: "yellow-red-1" },
    { kind: "medical", side: "home" },
  ];
  await load(
    here.app,
    JSON.stringify(smallEvent(2, { draw: { lines: ["e1", "e2"] }, matches: [{ code: "final", log }] })),
  );
});

after(() => here.close());

test("a time-out and a card stand in the game in which they were, after the points that were played, penalties among them", async () => {
  const { text } = await play(here, { name: "match", path: "/matches/cup/os/final.json", expects: { status: 200 } });
  const page: MatchPage = JSON.parse(text);
  assert.deepEqual(page.match.marks, [
    { game: 1, afterPoints: 4, kind: "time-out", side: "away" },
    { game: 2, afterPoints: 2, kind: "card", side: "home" },
    { game: 2, afterPoints: 3, kind: "card", side: "home" },
    { game: 2, afterPoints: 4, kind: "medical", side: "home" },
  ]);
});
