import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { transact } from "../app.ts";
import { openStream } from "../live/stream.testing.ts";
import { DEMO_PEOPLE, demoWord } from "../people/demo.ts";
import { takeRoleBack } from "../people/roles.ts";
import {
  install,
  signIn,
  testScenarios,
  type Installation,
  type Scenario,
  type Who,
} from "../web-server/scenario.testing.ts";
import { eventId, momentId } from "../storage/codes.ts";

const MOMENT = "/moments/paris-2024-xd-podium";
const THREAD = "/threads/paris-2024-xd-podium";
const COMMENT = `${THREAD}/comments/xd-podium-01`;

let here: Installation;

before(async () => {
  here = await install();
  await here.app.storage.db
    .updateTable("moments")
    .set({ opened_at_ms: null })
    .where("id", "=", momentId("paris-2024-xd-podium"))
    .execute();
});

after(() => here.close());

const strangers: readonly (Who | null)[] = [null, "member", "referee"];

testScenarios(
  () => here,
  [
    ...strangers.flatMap((as) =>
      [MOMENT, `${MOMENT}.json`, THREAD, `${THREAD}.json`, COMMENT].map((path): Scenario => ({
        name: `${as ?? "a guest"} does not read ${path}`,
        path,
        as,
        expects: { status: 404 },
      })),
    ),
    {
      name: "a member does not write there",
      method: "POST",
      path: `${THREAD}/comments`,
      as: "member",
      json: { body: "Before it opens." },
      expects: { status: 404 },
    },
    {
      name: "a member does not vote there",
      method: "POST",
      path: `${COMMENT}/vote`,
      as: "member",
      json: { value: 1 },
      expects: { status: 404 },
    },
    ...strangers
      .filter((as) => as !== null)
      .concat("moderator")
      .flatMap((as) =>
        [
          "lock",
          "comments/xd-podium-01/removal",
          "comments/xd-podium-01/revision",
          "comments/xd-podium-01/deletion",
        ].map((address): Scenario => ({
          name: `${as} learns from ${address} nothing that an unknown conversation would not tell`,
          method: "POST",
          path: `${THREAD}/${address}`,
          as,
          json: { reason: "It is there.", body: "It is there." },
          expects: { status: 404 },
        })),
      ),
    ...(["organiser", "editor"] as const).flatMap((as): Scenario[] => [
      { name: `${as} reads the moment`, path: MOMENT, as, expects: { status: 200 } },
      { name: `${as} reads the thread`, path: `${THREAD}.json`, as, expects: { status: 200 } },
    ]),
    { name: "what staff has read is still nothing to a guest", path: MOMENT, expects: { status: 404 } },
    {
      name: "an editor writes there",
      method: "POST",
      path: `${THREAD}/comments`,
      as: "editor",
      json: { body: "Words of those who prepare." },
      expects: { status: 201, facts: ["comment-posted"] },
    },
  ],
);

/** What a live stream tells first to who was last told the number before the newest. */
async function firstTold(as: Who | null, topic = "thread:paris-2024-xd-podium"): Promise<string> {
  const stop = new AbortController();
  const headers = as === null ? {} : { cookie: await here.signIn(as) };
  const query = `topic=${topic}&since=${here.app.live.lastId() - 1}`;
  const stream = await fetch(`${here.url}/live?${query}`, { headers, signal: stop.signal });
  const first = await stream.body?.getReader().read();
  stop.abort();
  return new TextDecoder().decode(first?.value);
}

const COUNT = { posted: 1, shown: 1, removed: 0, deleted: 0, held: 0 };
const PREPARED = "paris-2024-xd-podium";

test("the live stream tells of it to those who prepare it alone", async () => {
  for (const as of strangers) assert.doesNotMatch(await firstTold(as), /Words of those|event: (comment|stale)/);
  assert.match(await firstTold("organiser"), /Words of those who prepare\./);
});

test("a change to a moment that is prepared is told to those who prepare it alone", async () => {
  here.app.live.invalidate(["moment:paris-2024-xd-podium"]);
  for (const as of strangers) assert.doesNotMatch(await firstTold(as, "moment:paris-2024-xd-podium"), /stale/);
  assert.match(await firstTold("editor", "moment:paris-2024-xd-podium"), /stale/);
});

test("who listens to a conversation before it is there is not told what is said there while it is prepared", async () => {
  const early = await openStream(here.url, ["thread:not-there-yet", "home"]);
  const message = { kind: "count", thread: "not-there-yet", count: COUNT } as const;
  here.app.live.publish(["thread:not-there-yet"], message);
  here.app.live.publish(["home"], { ...message, thread: "of-all" });
  assert.match((await early.next()).data, /of-all/);
  early.close();
});

/** How somebody loses what they could read, here or by another process on the same database. */
const LOST: Readonly<Record<string, (cookie: string) => Promise<unknown>>> = {
  "signs out": (cookie) => fetch(`${here.url}/sign-out`, { method: "POST", headers: { cookie }, redirect: "manual" }),
  "signs out on all devices": (cookie) =>
    fetch(`${here.url}/account/sessions/end`, { method: "POST", headers: { cookie }, redirect: "manual" }),
  "changes the password on another device": async () => {
    const [headers, editor] = [
      { cookie: await signIn(here.url, "editor") },
      DEMO_PEOPLE.find(({ key }) => key === "editor"),
    ];
    assert.ok(editor);
    const body = new URLSearchParams({ current: demoWord(editor), password: "wet old kite in june" });
    const changed = await fetch(`${here.url}/account/password`, { method: "POST", headers, body, redirect: "manual" });
    assert.equal(changed.headers.get("location"), "/account?notice=password-changed");
    // Who is let in by a click has the usual password again.
    await here.app.storage.db.deleteFrom("credentials").execute();
  },
  "loses the role": async () => {
    const { db } = here.app.storage;
    const held = await db.selectFrom("roles").select("person_id").where("role", "=", "editor").executeTakeFirst();
    assert.ok(held);
    const answer = await takeRoleBack(here.app, null, { person: held.person_id, role: "editor", competition: "*" });
    assert.equal(answer, undefined);
  },
  "has their sessions ended by the command": () => here.app.storage.db.deleteFrom("sessions").execute(),
};

for (const [how, lose] of Object.entries(LOST))
  test(`the open page of somebody who ${how} is told nothing more of what is prepared, and its stream ends`, async () => {
    const cookie = await signIn(here.url, "editor");
    const page = await openStream(here.url, [`thread:${PREPARED}`, "home"], { cookie });
    const everybody = await openStream(here.url, [`thread:${PREPARED}`, "home"]);
    const publish = () =>
      here.app.live.publish([`thread:${PREPARED}`], { kind: "count", thread: PREPARED, count: COUNT });
    publish();
    assert.match((await page.next()).data, new RegExp(PREPARED));
    await lose(cookie);
    publish();
    await page.ended;
    assert.deepEqual(page.unread, []);
    here.app.live.publish(["home"], { kind: "count", thread: "of-all", count: COUNT });
    assert.match((await everybody.next()).data, /of-all/, "who followed what everybody may follow stays");
    everybody.close();
  });

test("a thread that was read while it was open is nobody's after its event is reopened, and its streams end", async () => {
  const { db } = here.app.storage;
  await db.updateTable("moments").set({ opened_at_ms: 1 }).where("event_id", "=", eventId("paris-2024/xd")).execute();
  here.app.live.invalidate([THREAD.slice(1).replace("threads/", "thread:")]);
  const paths = [THREAD, `${THREAD}.json`, COMMENT];
  const statuses = () => Promise.all(paths.map(async (path) => (await fetch(here.url + path)).status));
  assert.deepEqual(await statuses(), [200, 200, 200]);
  const listening = await openStream(here.url, ["thread:paris-2024-xd-podium"]);
  const subject = { kind: "event", id: "paris-2024/xd" } as const;
  await transact(here.app, null, (unit) => unit.record({ kind: "event-reopened", subject, data: {} }));
  assert.deepEqual(await statuses(), [404, 404, 404]);
  await listening.ended;
});
