import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import { transact } from "../app.ts";
import { issueChair } from "../matches/chairs.ts";
import { incidentsOfMatch } from "../moments/incidents.ts";
import { matchIn } from "../storage/codes.ts";
import { install, type Installation } from "../web-server/scenario.testing.ts";

const MATCH = matchIn({ competition: "riverside-open", event: "os", match: "qf-4" });

let here: Installation;
let chair = "";
before(async () => {
  here = await install({ examples: ["club-open"] });
  const issued = await transact(here.app, null, (unit) => issueChair(unit, MATCH));
  assert.ok(!isRefused(issued));
  chair = `${here.url}/chair/${issued.token}/incidents`;
});
after(() => here.close());

async function note(line: object): Promise<number> {
  const headers = { "content-type": "application/json" };
  return (await fetch(chair, { method: "POST", headers, body: JSON.stringify(line) })).status;
}

const timesNoted = async () =>
  (await incidentsOfMatch(here.app.storage.db, MATCH)).map(({ words, atMs }) => [words, here.at.ms - (atMs ?? 0)]);

test("what a phone kept without a network is noted at its time, and once however often and late it is sent", async () => {
  const line = { words: "The lamp above the net", id: "of-the-phone-1", secondsAgo: 600 };
  assert.deepEqual(await Promise.all([note(line), note(line), note(line)]), [200, 200, 200]);
  assert.deepEqual(await timesNoted(), [["The lamp above the net", 600_000]]);
  assert.equal(await note({ ...line, secondsAgo: 900 }), 200);
  assert.equal(await note({ words: "Another one" }), 200);
  assert.deepEqual(await timesNoted(), [
    ["The lamp above the net", 600_000],
    ["Another one", 0],
  ]);
});

test("what was taken back does not return when the phone sends it again", async () => {
  const [first] = await incidentsOfMatch(here.app.storage.db, MATCH);
  const id = first?.id.split("/").at(-1) ?? "";
  const removal = await fetch(`${chair}/${id}/removal`, { method: "POST", headers: { accept: "application/json" } });
  assert.equal(removal.status, 200);
  assert.equal(await note({ words: "The lamp above the net", id: "of-the-phone-1", secondsAgo: 1200 }), 200);
  assert.deepEqual(await timesNoted(), [["Another one", 0]]);
});
