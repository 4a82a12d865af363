import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { play, install, type Installation } from "./scenario.testing.ts";

const REQUESTS = "/players/sun-yingsha/requests";
const HELD = "The player holds this page themselves";

let here: Installation;
before(async () => {
  here = await install();
});
after(() => here.close());

test("whoever leaves holds no page any more, and nobody reads what they asked or how they were reached", async () => {
  const asked = { kind: "hold", words: "Words of who leaves", reach: "reach-of-who-leaves@example.org" };
  await play(here, {
    name: "a member asks to hold the page",
    method: "POST",
    path: REQUESTS,
    as: "member",
    json: asked,
    expects: { status: 200, facts: ["page-request-made"], remembers: { asked: /"id":"([\w-]+)"/ } },
  });
  await play(here, {
    name: "it is granted",
    method: "POST",
    path: "/page-requests/{asked}",
    as: "organiser",
    json: { decision: "granted", answer: "Reason of the desk" },
    expects: { status: 200, facts: ["page-request-answered"] },
  });
  await play(here, { name: "it is held", path: "/players/sun-yingsha", expects: { status: 200, contains: [HELD] } });
  const mine = { name: "own data", path: "/account/data.json", as: "member" } as const;
  await play(here, { ...mine, expects: { status: 200, contains: [asked.reach, "Reason of the desk"] } });
  await play(here, {
    name: "the member leaves",
    method: "POST",
    path: "/account/leaving",
    as: "member",
    form: { choice: "keep", sure: "on" },
    expects: { status: 303, facts: ["role-taken-back", "page-request-ended", "member-left"] },
  });
  await play(here, { name: "nobody's", path: "/players/sun-yingsha", expects: { status: 200, absent: [HELD] } });
  const rows = JSON.stringify([...(await here.rows())]);
  for (const words of [asked.words, asked.reach, "Reason of the desk"])
    assert.ok(!rows.includes(words), `${words} is kept`);
});
