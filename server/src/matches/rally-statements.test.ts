import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chairOf, lineAt } from "../scoring.testing.ts";
import { openPglite } from "../storage/pglite.testing.ts";
import { install, type Installation } from "../web-server/scenario.testing.ts";

/** From the request of a chair to its answer, the beginning and the end of its transaction with it; where nobody listens. */
const STATEMENTS_MAX = 9;

let here: Installation;
const asked: string[] = [];

before(async () => {
  here = await install({ examples: ["club-open"], open: () => openPglite((sql) => asked.push(sql)) });
});

after(() => here.close());

test("a rally asks the database for no more than it needs", async () => {
  const url = here.url + (await chairOf(here)) + "/log";
  const headers = { "content-type": "application/json" };
  for (let length = 0; length < 5; length += 1) {
    asked.length = 0;
    const body = JSON.stringify({ after: length, lines: [lineAt(length)] });
    assert.equal((await fetch(url, { method: "POST", headers, body })).status, 200);
  }
  assert.ok(asked.length <= STATEMENTS_MAX, asked.join("\n"));
});
