import assert from "node:assert/strict";
import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";
import { text as textOf } from "node:stream/consumers";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import { transact } from "../app.ts";
import { phonePhoto } from "../images/pictures.testing.ts";
import { closePhotoLink, openPhotoLink, type PhotoLinkTerms } from "../moments/photo-links.ts";
import { photosOf } from "../moments/photos.ts";
import { momentIn } from "../storage/codes.ts";
import { install, type Installation } from "../web-server/scenario.testing.ts";

const MOMENT = momentIn({ moment: "paris-2024-xd-podium" });
let here: Installation;
let photo: Uint8Array<ArrayBuffer>;
let senders = 0;

before(async () => {
  here = await install();
  photo = await phonePhoto(48, 36);
});
after(() => here.close());

async function openLink(terms: Partial<PhotoLinkTerms> = {}): Promise<string> {
  const token = await transact(here.app, null, (unit) =>
    openPhotoLink(unit, MOMENT, { minutes: 10, uploads: 5, isShown: false, ...terms }),
  );
  return isRefused(token) ? assert.fail(token.message) : token;
}

interface Sent {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly text: string;
}

/** Each from an address of its own: what is asked here is what the link holds, not the pace of one sender. */
async function send(token: string): Promise<Sent> {
  senders += 1;
  const localAddress = `127.1.${Math.floor(senders / 250)}.${(senders % 250) + 1}`;
  const headers = { "content-type": "image/jpeg", accept: "application/json", "content-length": photo.length };
  const asked = request(`${here.url}/selfie/${token}`, { method: "POST", headers, localAddress, agent: false });
  asked.end(photo);
  const [answer] = (await once(asked, "response")) as [IncomingMessage]; // what the event carries
  return { status: answer.statusCode ?? 0, retryAfter: answer.headers["retry-after"], text: await textOf(answer) };
}

async function originals(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of here.app.files.list("originals")) keys.push(key);
  return keys;
}

const photosHere = async () => (await photosOf(here.app.storage.db, MOMENT)).map(({ id }) => `originals/${id}`);

test("of a thousand photos through one link, many at once, so many are taken as it holds, and each of these is there", async () => {
  const token = await openLink({ uploads: 20 });
  const before = await photosHere();
  const statuses: number[] = [];
  for (let sent = 0; sent < 1_000; sent += 50) {
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(token)));
    for (const answer of answers) {
      statuses.push(answer.status);
      if (answer.status === 503) assert.equal(answer.retryAfter, "5");
    }
  }
  assert.equal(statuses.filter((status) => status === 200).length, 20);
  assert.deepEqual(
    [...new Set(statuses)].filter((status) => ![200, 410, 429, 503].includes(status)),
    [],
  );
  const taken = await photosHere();
  assert.equal(taken.length - before.length, 20);
  assert.deepEqual((await originals()).toSorted(), taken.toSorted(), "none lost, and none left over");
});

test("who is sending when the link is closed, or another is opened, is refused, and nothing of it stays", async () => {
  for (const end of [() => transact(here.app, null, (unit) => closePhotoLink(unit, MOMENT)), () => openLink()]) {
    const token = await openLink();
    const before = await originals();
    const slow = sendSlowly(token);
    await slow.begun;
    await end();
    slow.finish();
    assert.match(await slow.answer, /\nHTTP\/1\.1 410 /);
    assert.equal((await send(token)).status, 410);
    assert.deepEqual(await originals(), before);
  }
});

/** A photo of which the half is sent, and the rest when it is said. */
function sendSlowly(token: string, bytes = photo.length) {
  const { hostname, port } = new URL(here.url);
  const socket: Socket = connect(Number(port), hostname);
  let text = "";
  const ended = Promise.withResolvers<string>();
  const begun = Promise.withResolvers<void>();
  socket.on("data", (part) => (text += part.toString("latin1")));
  socket.on("close", () => ended.resolve(text));
  socket.on("error", () => undefined);
  socket.write(
    `POST /selfie/${token} HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-type: image/jpeg\r\n` +
      `accept: application/json\r\nconnection: close\r\nexpect: 100-continue\r\ncontent-length: ${bytes}\r\n\r\n`,
  );
  socket.once("data", () => {
    socket.write(photo.subarray(0, 100));
    begun.resolve();
  });
  return {
    begun: begun.promise,
    answer: ended.promise,
    finish: () => socket.write(photo.subarray(100)),
    leave: () => socket.destroy(),
  };
}

test("when as much is on its way in as there is room for, the next is told to wait, and is taken once there is room", async () => {
  const token = await openLink();
  const large = Array.from({ length: 4 }, () => sendSlowly(token, 30 * 1024 * 1024));
  await Promise.all(large.map(({ begun }) => begun));
  let busy = await send(token);
  for (let tries = 0; busy.status === 200 && tries < 4; tries += 1) busy = await send(token);
  assert.equal(busy.status, 503, busy.text);
  assert.equal(busy.retryAfter, "5");
  assert.match(busy.text, /Several photos are arriving/);
  for (const { leave } of large) leave();
  let answer = await send(await openLink());
  for (let tries = 0; answer.status === 503 && tries < 200; tries += 1) answer = await send(await openLink());
  assert.equal(answer.status, 200);
});

test("a link cannot be guessed: it is nine random bytes, of which only a hash is stored", async () => {
  const token = await openLink();
  assert.match(token, /^[\w-]{12}$/);
  const row = await here.app.storage.db.selectFrom("photo_links").selectAll().executeTakeFirstOrThrow();
  assert.ok(!JSON.stringify(row).includes(token));
  for (const guess of [token.slice(0, -1), token.toUpperCase(), `${token}=`, "%00", "' or 1=1 --"])
    assert.ok([404, 410].includes((await send(encodeURIComponent(guess))).status), guess);
});
