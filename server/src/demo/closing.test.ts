import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused, type PersonId } from "@podium/engine";
import { transact } from "../app.ts";
import { install, play, type Installation } from "../web-server/scenario.testing.ts";
import { chairOf, issueChair } from "../matches/chairs.ts";
import { signIn, viewerOf } from "../people/people.ts";
import { dismiss } from "../people/roles.ts";
import { closeDemo } from "./closing.ts";
import { matchId, personId } from "../storage/codes.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: ["club-open"] });
});

after(() => here.close());

async function handOut(who: PersonId | null): Promise<string> {
  const matches = await here.app.storage.db
    .selectFrom("matches")
    .leftJoin("chairs", "chairs.match_id", "matches.id")
    .select("matches.id")
    .where("status", "in", ["ready", "live"])
    .where("chairs.id", "is", null)
    .execute();
  const issued = await transact(here.app, who, (unit) => issueChair(unit, matches[0]?.id ?? matchId("none")));
  assert.ok(!isRefused(issued), isRefused(issued) ? issued.message : "");
  return issued.token;
}

test("a start without demo ends the sessions, passwords and chairs of its people, and of nobody else", async () => {
  const headers = new Headers({ cookie: await here.signIn("organiser"), host: new URL(here.url).host });
  const organiser = await viewerOf(here.app, headers);
  const ofDemo = await handOut(organiser?.id ?? null);
  const ofSomebody = await handOut(personId("somebody"));
  await closeDemo(here.app);
  const { db } = here.app.storage;
  const withdrawn = await chairOf(db, ofDemo);
  assert.equal(isRefused(withdrawn) && withdrawn.code, "chair-withdrawn");
  assert.ok(!isRefused(await chairOf(db, ofSomebody)));
  assert.equal(await viewerOf(here.app, headers), null);
  const form = { email: "organiser@demo.invalid", password: "one click as organiser" };
  await play(here, { name: "password", method: "POST", path: "/sign-in", form, expects: { status: 401 } });
});

test("a later start with demo lets its people in again", async () => {
  for (const name of ["first click", "second click"])
    await play(here, { name, method: "POST", path: "/demo/sign-in/organiser", form: {}, expects: { status: 303 } });
});

test("a person of the demo whose role was taken back is shut out by a start without demo too", async () => {
  const headers = new Headers({ cookie: await here.signIn("referee"), host: new URL(here.url).host });
  assert.ok((await viewerOf(here.app, headers)) !== null);
  assert.equal(await dismiss(here.app, { email: "referee@demo.invalid", role: "referee" }), "Teo Brandt");
  const withoutDemo = { ...here.app, config: { ...here.app.config, demo: false } };
  assert.equal(await viewerOf(withoutDemo, headers), null);
  const form = { email: "Referee@demo.invalid", password: "one click as referee" };
  const refused = await signIn(withoutDemo, headers, form);
  assert.equal(isRefused(refused) && refused.code, "wrong-password");
  await closeDemo(here.app);
  await play(here, { name: "password", method: "POST", path: "/sign-in", form, expects: { status: 401 } });
});
