import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { MailRhythm } from "@podium/protocol";
import { transact } from "../app.ts";
import { smallEvent } from "../exchange/small-event.testing.ts";
import { setMail } from "../people/letter-plan.ts";
import { install, load, play, type Installation } from "../web-server/scenario.testing.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
  const draw = { lines: ["e1", "e2", "e3", "e4"], bronzeMatch: false };
  await load(here.app, JSON.stringify(smallEvent(4, { draw, matches: [] })));
});

after(() => here.close());

const told = (name: string, expects: { readonly contains?: string[]; readonly absent?: string[] }) =>
  play(here, { name, path: "/notifications.json", as: "member", expects: { status: 200, ...expects } });

async function call(match: string, table: string): Promise<void> {
  await play(here, {
    name: `${match} is called`,
    method: "POST",
    path: `/desk/matches/cup/os/${match}/call`,
    as: "organiser",
    json: { table },
    expects: { status: 200, facts: ["match-called"] },
  });
}

test("whoever holds the page of a player is told that their match is called, and of no other match", async () => {
  const { text } = await play(here, {
    name: "the match",
    path: "/matches/cup/os/sf-2.json",
    expects: { status: 200 },
  });
  const player: string = JSON.parse(text).match.home.entry.players[0].id;
  await play(here, {
    name: "a member asks to hold the page",
    method: "POST",
    path: `/players/${player}/requests`,
    as: "member",
    json: { kind: "hold", words: "I am that player", reach: "player@example.org" },
    expects: { status: 200, facts: ["page-request-made"], remembers: { asked: /"id":"([\w-]+)"/ } },
  });
  await call("sf-1", "1");
  await told("nothing of the first", { absent: ['"kind":"called"'] });
  await play(here, {
    name: "it is granted",
    method: "POST",
    path: "/page-requests/{asked}",
    as: "organiser",
    json: { decision: "granted", answer: "Seen at the desk" },
    expects: { status: 200, facts: ["page-request-answered"] },
  });
  await call("sf-2", "7");
  await told("the call", { contains: ['"kind":"called"', '"table":"7"', '"match":"cup/os/sf-2"'] });
  const page = await play(here, {
    name: "in words",
    path: "/notifications",
    as: "member",
    expects: { status: 200, contains: ["You are called to table 7.", 'href="/matches/cup/os/sf-2"'] },
  });
  assert.equal(page.text.match(/You are called/g)?.length, 1);
});

test("my matches name the match that is called first, with its table", async () => {
  const { text } = await play(here, {
    name: "the match",
    path: "/matches/cup/os/sf-2.json",
    expects: { status: 200 },
  });
  const player: string = JSON.parse(text).match.away.entry.players[0].id;
  const mine = await play(here, { name: "mine", path: `/players/${player}/matches.json`, expects: { status: 200 } });
  const { toCome, played } = JSON.parse(mine.text);
  assert.deepEqual([toCome[0].id, toCome[0].table, played], ["cup/os/sf-2", "7", []]);
});

/** Whether a letter of the newest call waits to be sent. */
async function callWith(mail: { readonly rhythm: MailRhythm; readonly isConfirmed: boolean }, table: string) {
  const { db } = here.app.storage;
  await db.deleteFrom("jobs").where("name", "=", "send-letter").execute();
  const holder = await db.selectFrom("notifications").select("person_id").executeTakeFirstOrThrow();
  const person = holder.person_id;
  await transact(here.app, null, async (unit) => {
    await setMail(unit, person, { rhythm: mail.rhythm });
    const emailVerified = mail.isConfirmed ? 1 : 0;
    await unit.db.updateTable("persons").set({ emailVerified }).where("id", "=", person).execute();
  });
  await takeBack("sf-2");
  await call("sf-2", table);
  const [told, ...others] = await db
    .selectFrom("notifications")
    .select("mailed")
    .where("kind", "=", "called")
    .execute();
  assert.deepEqual(others, [], "what was called before is gone");
  const jobs = await db.selectFrom("jobs").select("due_at_ms").where("name", "=", "send-letter").execute();
  return { mailed: told?.mailed, dueInMs: jobs.map(({ due_at_ms: due }) => due - here.app.clock()) };
}

async function takeBack(match: string): Promise<void> {
  await play(here, {
    name: `${match} is called no more`,
    method: "POST",
    path: `/desk/matches/cup/os/${match}/call/withdrawal`,
    as: "organiser",
    json: {},
    expects: { status: 200, facts: ["call-taken-back"] },
  });
}

test("a letter of a call goes at once, or not at all: in a letter of the day it would be over", async () => {
  const goes = { mailed: 0, dueInMs: [0] };
  const none = { mailed: 1, dueInMs: [] };
  assert.deepEqual(await callWith({ rhythm: "each", isConfirmed: true }, "11"), goes);
  assert.deepEqual(await callWith({ rhythm: "daily", isConfirmed: true }, "12"), none);
  assert.deepEqual(await callWith({ rhythm: "weekly", isConfirmed: true }, "13"), none);
  assert.deepEqual(await callWith({ rhythm: "never", isConfirmed: true }, "14"), none);
  assert.deepEqual(await callWith({ rhythm: "each", isConfirmed: false }, "15"), none);
});

test("a call that is taken back is told nobody any more", async () => {
  await told("the call", { contains: ['"kind":"called"'] });
  await takeBack("sf-2");
  await told("nothing", { absent: ['"kind":"called"'] });
});
