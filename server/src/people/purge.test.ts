import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { countOfAccounts } from "../storage/rows.testing.ts";
import { install, type Installation } from "../web-server/scenario.testing.ts";
import { planPurge, purgeOf } from "./purge.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
});

after(() => here.close());

const countOf = (table: "verifications" | "sessions") => countOfAccounts(here.app.storage.db, table);

const run = () => purgeOf(here.app).run({}, new AbortController().signal);

test("what has run out is deleted, and what still holds is kept", async () => {
  here.at.ms = Date.now();
  await here.signIn("member");
  await fetch(`${here.url}/api/auth/passkey/generate-authenticate-options`);
  await run();
  assert.deepEqual([await countOf("verifications"), await countOf("sessions")], [1, 1]);
  here.at.ms += 3_600_000;
  await run();
  assert.deepEqual([await countOf("verifications"), await countOf("sessions")], [0, 1]);
  here.at.ms += 61 * 86_400_000;
  await run();
  assert.deepEqual([await countOf("verifications"), await countOf("sessions")], [0, 0]);
});

test("one purge is planned, however often it is asked for", async () => {
  await planPurge(here.app, 1_000);
  await run();
  await planPurge(here.app, 1_000);
  assert.equal((await here.app.storage.db.selectFrom("jobs").select("id").execute()).length, 1);
});
