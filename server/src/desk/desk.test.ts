import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { smallEvent } from "../exchange/small-event.testing.ts";
import { install, load, play, type Installation } from "../web-server/scenario.testing.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
  await load(here.app, JSON.stringify(smallEvent(4, { draw: { lines: ["e1", "e2", "e3", "e4"] } })));
});

after(() => here.close());

const SEMI_FINAL = "/desk/matches/cup/os/sf-1";

/** What a browser does with a form of the desk: it is sent on, with the cookie it was given. */
async function sentOn(path: string, form: Readonly<Record<string, string>>): Promise<{ to: string; cookie: string }> {
  const cookie = await here.signIn("organiser");
  const request = { method: "POST", redirect: "manual", headers: { cookie }, body: new URLSearchParams(form) } as const;
  const answer = await fetch(here.url + path, request);
  assert.equal(answer.status, 303, await answer.text());
  const given = answer.headers.getSetCookie().join("; ");
  assert.match(given, /^podium-desk=[\w-]+; Path=\/desk\/cup; Max-Age=600; HttpOnly; SameSite=Strict$/);
  return { to: answer.headers.get("location") ?? "", cookie: `${cookie}; ${given.split(";", 1)[0]}` };
}

async function shown(path: string, cookie: string): Promise<string> {
  const answer = await fetch(here.url + path, { headers: { cookie } });
  assert.equal(answer.status, 200);
  return answer.text();
}

const CHAIR = /http:\/\/[^"]*\/chair\/[\w-]{20,}/;

test("the page of a chair just handed out is loaded again without taking the chair back", async () => {
  const { to, cookie } = await sentOn(`${SEMI_FINAL}/chair?table=2&event=os`, {});
  assert.match(to, /^\/desk\/cup\?table=2&event=os&did=[\w-]+$/);
  const first = CHAIR.exec(await shown(to, cookie))?.[0] ?? assert.fail("no chair is shown");
  assert.equal(CHAIR.exec(await shown(to, cookie))?.[0], first);
  assert.equal((await fetch(first)).status, 200);
  assert.doesNotMatch(await shown("/desk/cup", cookie), CHAIR, "an address that does not name it shows nothing");
  assert.doesNotMatch(await shown(to, await here.signIn("organiser")), CHAIR, "nor does another browser");
  assert.ok(!to.includes(first.split("/chair/")[1] ?? ""), "the key of the chair stands in no address of the desk");
  await sentOn(`${SEMI_FINAL}/chair`, {});
  assert.doesNotMatch(await shown(to, cookie), CHAIR, "an address that was taken back is shown no more");
});

test("a cookie that nobody made here says nothing", async () => {
  const cookie = await here.signIn("organiser");
  for (const value of ["", "e30", Buffer.from('{"id":"x","kind":"<b>"}').toString("base64url"), "a".repeat(3000)])
    assert.doesNotMatch(await shown("/desk/cup?did=x", `${cookie}; podium-desk=${value}`), /desk-notice/);
});

test("a result over a scored match says that the rallies leave the page, and keeps them readable at the desk", async () => {
  const { text } = await play(here, {
    name: "chair",
    method: "POST",
    path: `${SEMI_FINAL}/chair`,
    as: "organiser",
    json: {},
    expects: { status: 200, facts: ["chair-withdrawn", "chair-issued"] },
  });
  const rally = (id: number, winner: string) => ({ id: `rally-${id}00`, entry: { kind: "rally", winner } });
  const serve = { id: "serve-001", entry: { kind: "service", server: "home1" } };
  await play(here, {
    name: "two rallies",
    method: "POST",
    path: `${JSON.parse(text).chairHref}/log`,
    json: { after: 0, lines: [serve, rally(1, "home"), rally(2, "away")] },
    expects: { status: 200, facts: ["match-line", "match-line", "match-line"] },
  });
  const form = { games: "11-4 11-5", outcome: "play", version: "3" };
  await play(here, {
    name: "what follows",
    method: "POST",
    path: `${SEMI_FINAL}/result`,
    as: "organiser",
    form,
    expects: { status: 200, contains: ["its 2 rallies leave the public page", "P1 wins the match."] },
  });
  const { to, cookie } = await sentOn(`${SEMI_FINAL}/result`, { ...form, confirm: "yes" });
  assert.match(await shown(to, cookie), /is recorded/);
  const page = await shown(SEMI_FINAL, cookie);
  assert.match(page, /What stood before, rally by rally/);
  assert.match(page, /1-0 1-1/);
  assert.doesNotMatch(await shown("/desk/matches/cup/os/sf-2", cookie), /What stood before/);
});
