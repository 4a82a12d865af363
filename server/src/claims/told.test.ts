import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import { readConfig } from "../config.ts";
import { importCompetition } from "../exchange/import.ts";
import { smallEvent, WON } from "../exchange/small-event.testing.ts";
import { openPodium, type Podium } from "../podium.ts";
import { eventId, matchIdOf, playerId } from "../storage/codes.ts";
import { toldOfMatch } from "./told.ts";

let podium: Podium;
const folder = mkdtempSync(join(tmpdir(), "podium-told-"));

before(async () => {
  podium = await openPodium(readConfig({ PODIUM_DATA: folder, PODIUM_EXAMPLES: "none" }));
  for (const number of [1, 2, 3]) {
    const imported = await importCompetition(podium.app, null, knockOut(number));
    assert.ok(!isRefused(imported), JSON.stringify(imported));
  }
});

after(async () => {
  await podium.close();
  rmSync(folder, { recursive: true });
});

/** Four players; the upper one of two wins, and the first two meet in the final. */
function knockOut(number: number): string {
  const matches = [
    { home: "e1", away: "e3", games: WON },
    { home: "e2", away: "e4", games: WON },
    { home: "e1", away: "e2", games: WON },
  ];
  const day = `2026-0${number}-02`;
  const competition = { id: `cup-${number}`, title: { en: `Cup ${number}` }, zone: "UTC", from: day, to: day };
  return JSON.stringify(
    smallEvent(4, { code: "ms", draw: { lines: ["e1", "e3", "e2", "e4"] }, matches }, { competition }),
  );
}

const PLAYERS = [playerId("p1"), playerId("p2")];

async function ofFinal(number: number) {
  const id = matchIdOf(eventId(`cup-${number}/ms`), "final");
  return toldOfMatch(podium.app.storage.db, { id, players: PLAYERS });
}

test("of a match it is told how often the two had met until then, across competitions", async () => {
  const [third] = await ofFinal(3);
  assert.equal(third?.code, "met-before");
  assert.deepEqual([third?.facts["count"], third?.facts["won"], third?.facts["lost"]], [3, 3, 0]);
  const [second] = await ofFinal(2);
  assert.deepEqual([second?.code, second?.facts["count"]], ["met-before", 2]);
});

test("of the first match of two who have met since, no meeting before it is told", async () => {
  assert.ok((await ofFinal(1)).every(({ code }) => code !== "met-before"));
});
