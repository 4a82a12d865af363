import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout } from "node:timers/promises";
import { after, before, test } from "node:test";
import { admitHere } from "../people/pacing.ts";
import { openStream } from "../live/stream.testing.ts";
import { install, type Installation } from "./scenario.testing.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: [], settings: { PODIUM_ORIGIN: "https://podium.example" } });
});

after(() => here.close());

test("under https every answer keeps browsers to it", async () => {
  for (const path of ["/", "/nowhere", "/live?topic="])
    assert.match((await fetch(here.url + path)).headers.get("strict-transport-security") ?? "", /^max-age=\d{8}$/);
});

const twoHosts: readonly (readonly [law: string, head: string])[] = [
  ["a request with two hosts is refused", "GET / HTTP/1.1\r\nhost: podium.example\r\nhost: elsewhere.example"],
  [
    "a request with another host in its address is refused",
    "GET http://elsewhere.example/ HTTP/1.1\r\nhost: podium.example",
  ],
];

for (const [law, head] of twoHosts)
  test(law, async () => {
    const socket = connect(Number(new URL(here.url).port), "127.0.0.1");
    socket.write(`${head}\r\nconnection: close\r\n\r\n`);
    const [answer] = await once(socket, "data");
    socket.destroy();
    assert.match(String(answer), /^HTTP\/1\.1 400 /);
  });

test("a clock that is set back an hour locks nobody out", () => {
  const pace = { everyMs: 1_000, burst: 2 };
  assert.equal(admitHere(here.app, pace, ["somebody"]), true);
  here.at.ms -= 3_600_000;
  assert.equal(admitHere(here.app, pace, ["somebody"]), true);
  assert.notEqual(admitHere(here.app, pace, ["somebody"]), true);
  here.at.ms += 1_000;
  assert.equal(admitHere(here.app, pace, ["somebody"]), true);
});

/** Sends the head of a form alone, and answers the first line that comes back; null when nothing does. */
async function headAlone(url: string, path: string): Promise<string | null> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  const type = "content-type: application/x-www-form-urlencoded\r\ncontent-length: 500000";
  socket.write(`POST ${path} HTTP/1.1\r\nhost: podium.example\r\n${type}\r\n\r\n`);
  const answered = await Promise.race([once(socket, "data"), setTimeout(500, null)]);
  socket.destroy();
  return answered === null ? null : (String(answered[0]).split("\r\n", 1)[0] ?? "");
}

test("who sends without end is told so before anything of it is read", async () => {
  assert.equal(await headAlone(here.url, "/sign-in"), null);
  const answers = new Set<number>();
  for (let tries = 0; tries < 320; tries += 1)
    answers.add((await fetch(`${here.url}/sign-out`, { method: "POST", redirect: "manual" })).status);
  assert.deepEqual([...answers], [303, 429]);
  assert.equal(await headAlone(here.url, "/sign-out"), "HTTP/1.1 429 Too Many Requests");
  assert.equal(await headAlone(here.url, "/sign-in"), "HTTP/1.1 429 Too Many Requests");
});

test("one network does not take the live streams of all: further ones are refused with a sentence", async () => {
  const small = await install({ examples: [], settings: { PODIUM_STREAMS: "3" } });
  try {
    const opened = await Promise.all([1, 2, 3].map(() => openStream(small.url, ["home"])));
    const refused = await fetch(`${small.url}/live?topic=home`, { headers: { accept: "application/json" } });
    assert.equal(refused.status, 429);
    assert.match(await refused.text(), /too-many-streams.*3 pages are followed live already/);
    opened[0]?.close();
    await setTimeout(100);
    const again = await openStream(small.url, ["home"]);
    for (const stream of [...opened.slice(1), again]) stream.close();
  } finally {
    await small.close();
  }
});
