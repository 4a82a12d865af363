import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { CompetitionPage, HomePage, MatchRow } from "@podium/protocol";
import { smallEvent, WON } from "../exchange/small-event.testing.ts";
import { install, load, play, type Installation } from "../web-server/scenario.testing.ts";

let here: Installation;

/** Four of a competition: three over, of which one has no time, and one that can begin. */
function played(id: string, day: string): string {
  const at = (hour: number) => `2026-05-${day}T${String(hour).padStart(2, "0")}:00:00Z`;
  const file = smallEvent(4, {
    draw: { groups: [{ name: "A", entries: ["e1", "e2", "e3", "e4"] }] },
    matches: [
      { code: "a-1", games: WON },
      { code: "a-2", games: WON, start: at(11) },
      { code: "a-3", games: WON, start: at(10) },
      { code: "a-4", start: at(12) },
      { code: "a-5", log: [{ kind: "game", score: { home: 11, away: 2 } }] },
    ],
  });
  return JSON.stringify({ ...file, competition: { ...file.competition, id } });
}

before(async () => {
  here = await install({ examples: [] });
  await load(here.app, played("first", "02"));
  await load(here.app, played("second", "03"));
});

after(() => here.close());

async function read<Data>(path: string): Promise<Data> {
  return JSON.parse((await play(here, { name: path, path: `${path}.json`, expects: { status: 200 } })).text);
}

const ids = (rows: readonly MatchRow[]) => rows.map((row) => row.id.replace("/os", ""));

test("of all competitions the home page shows what is live, what is next, and what was decided last", async () => {
  const home = await read<HomePage>("/home");
  assert.deepEqual(ids(home.live), ["first/a-5", "second/a-5"]);
  assert.deepEqual(ids(home.next), ["first/a-4", "second/a-4", "first/a-6", "second/a-6"]);
  assert.deepEqual(ids(home.decided), [
    "second/a-2",
    "second/a-3",
    "first/a-2",
    "first/a-3",
    "first/a-1",
    "second/a-1",
  ]);
});

test("the page of a competition shows its own", async () => {
  const page = await read<CompetitionPage>("/competitions/second");
  assert.deepEqual(
    [ids(page.live), ids(page.next), ids(page.decided)],
    [["second/a-5"], ["second/a-4", "second/a-6"], ["second/a-2", "second/a-3", "second/a-1"]],
  );
});
