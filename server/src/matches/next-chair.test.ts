import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { dismiss } from "../people/roles.ts";
import { install, play, type Installation } from "../web-server/scenario.testing.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: ["club-open"] });
});

after(() => here.close());

test("a chair hands itself on only while who handed it out holds a role at the desk", async () => {
  const desk = "/desk/matches/riverside-open/os/qf-3/chair";
  const issued = await play(here, {
    name: "handed out by the referee",
    method: "POST",
    path: desk,
    as: "referee",
    json: {},
    expects: { status: 200, facts: ["chair-issued"] },
  });
  const chair: string = JSON.parse(issued.text).chairHref;
  const log = await play(here, { name: "log", path: `${chair}/log`, expects: { status: 200 } });
  const form = { kind: "retired", side: "away", after: String(JSON.parse(log.text).length) };
  await play(here, {
    name: "its match is over",
    method: "POST",
    path: `${chair}/log/touch`,
    form,
    expects: { status: 303, facts: ["match-line", "match-finished"] },
  });
  const action = `action="${chair}/next"`;
  await play(here, { name: "offered", path: `${chair}/next`, expects: { status: 200, contains: [action] } });
  assert.equal(await dismiss(here.app, { email: "referee@demo.invalid", role: "referee" }), "Teo Brandt");
  await play(here, { name: "offered no more", path: `${chair}/next`, expects: { status: 200, absent: [action] } });
  await play(here, {
    name: "nor given",
    method: "POST",
    path: `${chair}/next`,
    json: {},
    expects: { status: 422, contains: ['"code":"no-next-match"'], facts: [] },
  });
});
