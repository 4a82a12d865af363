import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chairOf, lineAt } from "../scoring.testing.ts";
import { openPglite } from "../storage/pglite.testing.ts";
import { install, type Installation } from "../web-server/scenario.testing.ts";

/**
 * From the request of a chair to its answer: the beginning of its transaction, what is asked of chair and match, the line,
 * the row of the match, the end. With one more the other nodes are told.
 */
const STATEMENTS_MAX = 5;
/** The first rally of a minute notes that the chair was heard of; the first one at a node asks for chair, event and log. */
const FIRST_MAX = STATEMENTS_MAX + 4;

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
    assert.ok(asked.length <= (length === 0 ? FIRST_MAX : STATEMENTS_MAX), asked.join("\n"));
  }
});
