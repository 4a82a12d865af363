import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import { admit } from "../people/pacing.ts";
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

test("a request with two hosts is refused", async () => {
  const socket = connect(Number(new URL(here.url).port), "127.0.0.1");
  socket.write("GET / HTTP/1.1\r\nhost: podium.example\r\nhost: elsewhere.example\r\nconnection: close\r\n\r\n");
  const [answer] = await once(socket, "data");
  socket.destroy();
  assert.match(String(answer), /^HTTP\/1\.1 400 /);
});

test("a clock that is set back an hour locks nobody out", () => {
  const pace = { everyMs: 1_000, burst: 2 };
  assert.equal(admit(here.app, pace, ["somebody"]), true);
  here.at.ms -= 3_600_000;
  assert.equal(admit(here.app, pace, ["somebody"]), true);
  assert.notEqual(admit(here.app, pace, ["somebody"]), true);
  here.at.ms += 1_000;
  assert.equal(admit(here.app, pace, ["somebody"]), true);
});
