import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import { install, type Installation } from "../web-server/scenario.testing.ts";
import { eventId } from "../storage/codes.ts";
import { checkBeside } from "./checking-thread.ts";

let here: Installation;

before(async () => {
  here = await install();
  // The thread starts, and learns what the record has.
  await checkBeside(here.app, FINAL);
});

after(() => here.close());

const FINAL = {
  text: "Wang and Sun won the final 4-1 against Ri and Kim.",
  competition: "paris-2024",
  language: "en",
};
const LONG = { text: "SUN WANG RI KIM ".repeat(1_240), competition: "paris-2024", language: "en" };

test("a text is held against the record as in the thread that answers", async () => {
  const claims = await checkBeside(here.app, FINAL);
  assert.ok(!isRefused(claims));
  assert.deepEqual(
    claims.filter(({ verdict }) => verdict === "contradicted").map(({ claim, truth }) => [claim, truth]),
    [["4-1", "4-2"]],
  );
});

test("who scores or reads does not wait while a long text is checked", async () => {
  const before = process.threadCpuUsage();
  await checkBeside(here.app, LONG);
  const { user, system } = process.threadCpuUsage(before);
  assert.ok(user + system < 50_000, `${(user + system) / 1000} ms of the thread that answers`);
});

test("a text is held against what the record has now", async () => {
  const { db } = here.app.storage;
  const event = eventId("paris-2024/xd");
  const claimed = { ...FINAL, text: "KIM Kum Yong and Ri won gold." };
  const verdict = async () => {
    const claims = await checkBeside(here.app, claimed);
    return isRefused(claims) ? claims.code : claims.map((claim) => claim.verdict).join();
  };
  assert.equal(await verdict(), "contradicted");
  await db.updateTable("matches").set({ outcome: null, status: "waiting" }).where("event_id", "=", event).execute();
  await db.deleteFrom("facts").where("kind", "in", ["match-line", "match-finished"]).execute();
  here.app.live.invalidate(["competition:paris-2024"]);
  assert.notEqual(await verdict(), "contradicted");
});

test("more texts than can be checked soon are refused, and those that wait are answered", async () => {
  const asked = await Promise.all(Array.from({ length: 40 }, () => checkBeside(here.app, FINAL)));
  const refused = asked.filter((each) => isRefused(each));
  assert.ok(refused.length > 0 && refused.length <= 20, String(refused.length));
  assert.ok(refused.every(({ code }) => code === "too-often"));
});
