import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused, type LogEntry } from "@podium/engine";
import { competitionFile } from "@podium/protocol";
import { exportCompetition } from "../exchange/export.ts";
import { install, type Installation } from "../web-server/scenario.testing.ts";
import { transact } from "../app.ts";
import { recordLines } from "./matches.ts";
import { matchId } from "../storage/codes.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: ["club-open"] });
});

after(() => here.close());

const MATCH = matchId("riverside-open/os/qf-4");
const SERVE: LogEntry = { kind: "service", server: "home1" };

function send(from: number, count: number) {
  const lines = Array.from({ length: count }, (_, at) => ({
    entry: from + at === 0 ? SERVE : ({ kind: "let" } as const),
  }));
  return transact(here.app, null, (unit) => recordLines(unit, MATCH, { after: from, lines }));
}

test("a log is as long as the file of a competition can hold, and no longer", async () => {
  const full = await send(0, 5000);
  assert.ok(!isRefused(full) && full.length === 5000);
  const more = await send(5000, 1);
  assert.ok(isRefused(more) && more.code === "log-full");
  const file = await exportCompetition(here.app.storage.db, "riverside-open");
  assert.ok(!isRefused(file));
  assert.ok(competitionFile.safeParse(JSON.parse(JSON.stringify(file))).success);
});
