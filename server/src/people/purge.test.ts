import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { PersonId } from "@podium/engine";
import { countOfAccounts } from "../storage/rows.testing.ts";
import { install, type Installation } from "../web-server/scenario.testing.ts";
import { devicesOf } from "./devices.ts";
import { planPurge, purgeOf } from "./purge.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
});

after(() => here.close());

const countOf = (table: "verifications" | "sessions") => countOfAccounts(here.app.storage.db, table);

const run = () => purgeOf(here.app).run({}, new AbortController().signal);

/** Of whoever is signed in. */
async function addDevice(): Promise<PersonId> {
  const { db } = here.app.storage;
  const { id, userId } = await db.selectFrom("sessions").select(["id", "userId"]).executeTakeFirstOrThrow();
  const asked = { p256dh: "point", auth: "secret", language: "en", at_ms: here.at.ms };
  const row = { id: "phone", endpoint: "https://push.example/phone", person_id: userId, session_id: id, ...asked };
  await db.insertInto("devices").values(row).execute();
  return userId;
}

test("what has run out is deleted, with the devices that were told by it, and what still holds is kept", async () => {
  here.at.ms = Date.now();
  await here.signIn("member");
  const member = await addDevice();
  await fetch(`${here.url}/api/auth/passkey/generate-authenticate-options`);
  await run();
  assert.deepEqual([await countOf("verifications"), await countOf("sessions")], [1, 1]);
  here.at.ms += 3_600_000;
  await run();
  assert.deepEqual([await countOf("verifications"), await countOf("sessions")], [0, 1]);
  assert.equal((await devicesOf(here.app.storage.db, member)).length, 1);
  here.at.ms += 61 * 86_400_000;
  await run();
  assert.deepEqual([await countOf("verifications"), await countOf("sessions")], [0, 0]);
  assert.deepEqual(await devicesOf(here.app.storage.db, member), []);
});

test("one purge is planned, however often it is asked for", async () => {
  await planPurge(here.app, 1_000);
  await run();
  await planPurge(here.app, 1_000);
  assert.equal((await here.app.storage.db.selectFrom("jobs").select("id").execute()).length, 1);
});
