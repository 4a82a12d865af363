import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { install, type Installation } from "../web-server/scenario.testing.ts";
import { takesTurn } from "./umpire.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
});

after(() => here.close());

test("of several nodes one scores for the invented umpire; when it is gone another one does", async () => {
  const at = { ms: 1_000_000 };
  const node = { storage: here.app.storage, clock: () => at.ms };
  const asked = async () => Promise.all(["one", "two", "three"].map((holder) => takesTurn(node, holder)));
  assert.deepEqual(await asked(), [true, false, false]);
  at.ms += 6_000;
  assert.deepEqual(await asked(), [true, false, false]);
  at.ms += 12_000;
  assert.equal(await takesTurn(node, "two"), false);
  at.ms += 6_000;
  assert.equal(await takesTurn(node, "two"), true);
  assert.deepEqual(await asked(), [false, true, false]);
});
