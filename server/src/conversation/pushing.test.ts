import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { wordList } from "@podium/engine";
import { commentForm } from "@podium/protocol";
import { transact, type App } from "../app.ts";
import { readConfig } from "../config.ts";
import { openFetcher } from "../fetcher/fetcher.ts";
import { addDevice, devicesOf, dropDevicesOf, publicServerKey, pushes } from "../people/devices.ts";
import { notify } from "../people/notifications.ts";
import { openPushService, PUSH_HOST, type PushService } from "../people/push-receiver.testing.ts";
import { builtWeb } from "../web-server/scenario.testing.ts";
import { postComment } from "./conversation.ts";
import { sendPushesOf } from "./pushing.ts";
import { emptyApp, granted, opened, person, START_MS } from "./thread.testing.ts";
import { threadId } from "../storage/codes.ts";

let service: PushService;
let app: App & { at: { ms: number } };

before(async () => {
  service = await openPushService();
  const reached = openFetcher({
    ports: new Set([443, service.port]),
    resolve: async (name) => (name === PUSH_HOST ? ["127.0.0.1"] : ["10.0.0.7"]),
    mayReach: (address) => address === "127.0.0.1",
  });
  // Browsers are given addresses without a port; that of the test stands for 443.
  const fetcher = {
    ...reached,
    send: (address: string, sent: Parameters<typeof reached.send>[1]) =>
      reached.send(address.replace(`//${PUSH_HOST}/`, `//${PUSH_HOST}:${service.port}/`), sent),
  };
  const config = readConfig({ PODIUM_SECRET: "the-secret-of-a-test-as-long-as-such-a-secret-has-to-be" });
  app = { ...(await emptyApp()), config, fetcher };
  await opened(app);
});

after(async () => {
  await app.storage.close();
  await service.close();
});

const member = person("rena");

function device(endpoint: string, language = "en"): Promise<unknown> {
  const asked = { endpoint, keys: service.keys, language, session: "one" };
  return transact(app, member.id, (unit) => addDevice(unit, member.id, asked));
}

/** Somebody answers the member; what was planned is done. Answers why each job failed, or null. */
async function answered(words: string): Promise<(string | null)[]> {
  const writer = { ...person("wim"), name: "Wim" };
  app.at.ms += 60_000;
  const write = (viewer: typeof writer, body: string, parent?: string) =>
    transact(app, viewer.id, (unit) =>
      postComment(unit, {
        viewer,
        thread: threadId("thread-one"),
        form: commentForm.parse({ body, ...(parent === undefined ? {} : { parent }) }),
        pageLanguage: "en",
        words: wordList([]),
      }),
    );
  const asked = granted(await write({ ...member, name: "Rena" }, `Who served? ${words}`));
  const code = asked.id.slice(asked.id.indexOf("/") + 1);
  granted(await write(writer, words, code));
  return worked();
}

async function worked(): Promise<(string | null)[]> {
  const { db } = app.storage;
  const kind = sendPushesOf(app, (await builtWeb()).renderPush);
  const jobs = await db
    .selectFrom("jobs")
    .select(["id", "data"])
    .where("name", "=", pushes.name)
    .orderBy("id")
    .execute();
  await db.deleteFrom("jobs").where("name", "=", pushes.name).execute();
  const faults: (string | null)[] = [];
  for (const { data } of jobs)
    faults.push(
      await kind.run(kind.data.parse(JSON.parse(data)), new AbortController().signal).then(
        () => null,
        (fault: unknown) => String(fault),
      ),
    );
  return faults;
}

test("what a member is told reaches their device, encrypted for it, and signed by this installation", async () => {
  await device(`https://${PUSH_HOST}/one`, "ko");
  assert.deepEqual(await answered("She did, from the left."), [null]);
  const [first] = service.pushed;
  assert.ok(first !== undefined);
  const words = JSON.parse(first.words);
  assert.deepEqual(
    [first.path, words.title, words.body],
    ["/one", "Wim 님이 내 글에 답했습니다.", "She did, from the left."],
  );
  assert.match(words.href, /^\/threads\/thread-one\/comments\//);
  assert.deepEqual([first.headers["content-encoding"], first.headers["ttl"]], ["aes128gcm", "86400"]);
  assert.match(String(first.headers["authorization"]), new RegExp(`k=${publicServerKey(app)}$`));
  assert.equal(first.claims["aud"], `https://${PUSH_HOST}`);
  assert.ok(Number(first.claims["exp"]) * 1000 > START_MS);
});

test("a service that is busy is asked again, and one that knows the browser no more is not", async () => {
  service.answer(503);
  assert.deepEqual(await answered("Busy."), ["Error: The push service answers 503."]);
  assert.equal((await devicesOf(app.storage.db, member.id)).length, 1);
  service.answer(403);
  assert.deepEqual(await answered("Too early."), ["Error: The push service answers 403."]);
  assert.equal((await devicesOf(app.storage.db, member.id)).length, 1);
  service.answer(410);
  assert.deepEqual(await answered("Gone."), [null]);
  assert.deepEqual(await devicesOf(app.storage.db, member.id), []);
  service.answer(201);
});

test("nothing is sent to an address inside, nor in the clear, nor what has been seen meanwhile", async () => {
  const before = service.pushed.length;
  await device("https://inside.example/one");
  const [failed] = await answered("Not inside.");
  assert.match(failed ?? "", /not on the public internet/);
  assert.equal(
    (await devicesOf(app.storage.db, member.id)).length,
    1,
    "in a hall any name may lead inside for a while",
  );
  await dropDevicesOf(app.storage.db, member.id);
  await device(`https://${PUSH_HOST}/two`);
  await transact(app, null, (unit) =>
    notify(unit, [member.id], { kind: "restriction-lifted", subject: "x", data: {} }),
  );
  await app.storage.db.updateTable("notifications").set({ seen: 1 }).execute();
  assert.deepEqual(await worked(), [null]);
  assert.equal(service.pushed.length, before);
});

test("a device that is never reached is forgotten, one that is reached again begins anew", async () => {
  const { db } = app.storage;
  await dropDevicesOf(db, member.id);
  await device(`https://${PUSH_HOST}/deaf`);
  const failed = async (count: number) => void (await db.updateTable("devices").set({ failures: count }).execute());
  const told = async (subject: string) => {
    const about = { kind: "restriction-lifted", subject, data: {} } as const;
    await transact(app, null, (unit) => notify(unit, [member.id], about));
    return worked();
  };
  await failed(22);
  service.answer(201);
  assert.deepEqual(await told("heard"), [null]);
  service.answer(403);
  assert.deepEqual(await told("not heard"), ["Error: The push service answers 403."]);
  assert.equal((await db.selectFrom("devices").select("failures").executeTakeFirstOrThrow()).failures, 1);
  await failed(23);
  assert.deepEqual(await told("never"), [null]);
  assert.deepEqual(await devicesOf(db, member.id), []);
  service.answer(201);
});

test("of more devices than anybody holds the oldest goes, and a device has one owner", async () => {
  for (let n = 0; n < 12; n += 1) {
    app.at.ms += 1_000;
    await device(`https://${PUSH_HOST}/many-${n}`);
  }
  assert.equal((await devicesOf(app.storage.db, member.id)).length, 10);
  const other = person("ola");
  const asked = { endpoint: `https://${PUSH_HOST}/many-11`, keys: service.keys, language: "en", session: "two" };
  await transact(app, other.id, (unit) => addDevice(unit, other.id, asked));
  assert.equal((await devicesOf(app.storage.db, member.id)).length, 9);
});
