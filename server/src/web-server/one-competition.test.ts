import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Role } from "@podium/protocol";
import { transact } from "../app.ts";
import { giveRole } from "../people/roles.ts";
import { install, type Installation, play } from "./scenario.testing.ts";

/** Roles as federations give them: for one competition of several. */

let here: Installation;

before(async () => {
  here = await install({ examples: ["paris-2024", "club-open"] });
});

after(() => here.close());

/** Gives the invented member of the demo a role in one competition. */
async function appointMember(competition: string, role: Role): Promise<void> {
  await here.signIn("member");
  const { id } = await here.app.storage.db
    .selectFrom("persons")
    .select("id")
    .where("email", "like", "member%")
    .executeTakeFirstOrThrow();
  await transact(here.app, null, (unit) => giveRole(unit, id, { competition, role, by: null }));
}

const THREAD = "/threads/paris-2024-xd-podium";

function lock(status: number) {
  return play(here, {
    name: `lock: ${status}`,
    method: "POST",
    path: `${THREAD}/lock`,
    as: "member",
    form: { reason: "Enough." },
    expects: status === 303 ? { status, facts: ["thread-locked"] } : { status },
  });
}

test("who moderates one competition moderates its threads, and those of no other", async () => {
  await lock(403);
  await appointMember("riverside-open", "moderator");
  await lock(403);
  await appointMember("paris-2024", "moderator");
  await lock(303);
});

test("who organises one competition has its desk, and no other", async () => {
  const desk = (competition: string, status: number) =>
    play(here, { name: competition, path: `/desk/${competition}`, as: "member", expects: { status } });
  await desk("riverside-open", 403);
  await appointMember("riverside-open", "organiser");
  await desk("riverside-open", 200);
  await desk("paris-2024", 403);
  await play(here, {
    name: "a result of another competition",
    method: "POST",
    path: "/desk/matches/paris-2024/xd/final/result",
    as: "member",
    json: { games: [], outcome: "walkover", winner: "home", version: 0 },
    expects: { status: 403 },
  });
  const { text } = await play(here, { name: "desks", path: "/desk.json", as: "member", expects: { status: 200 } });
  assert.ok(text.includes("riverside-open"));
  assert.ok(!text.includes("paris-2024"), "a desk that is not theirs is not listed");
});
