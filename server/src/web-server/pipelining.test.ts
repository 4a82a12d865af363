import assert from "node:assert/strict";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { after, before, test } from "node:test";
import { install, type Installation } from "./scenario.testing.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
});

after(() => here.close());

/** What comes back when requests are sent down one connection without waiting for the answers. */
async function sentAtOnce(...lines: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(here.url);
  const socket = connect(Number(port), hostname);
  const requests = lines.map(
    (line, index) =>
      `${line} HTTP/1.1\r\nHost: ${hostname}\r\n${index === lines.length - 1 ? "Connection: close\r\n" : ""}\r\n`,
  );
  socket.write(requests.join(""));
  return text(socket);
}

test("a live stream that is asked for behind another request is refused, and the server goes on", async () => {
  const answers = await sentAtOnce("GET /", "GET /live?topic=home");
  assert.match(answers, /^HTTP\/1\.1 200 OK/);
  assert.match(answers, /HTTP\/1\.1 400 Bad Request[^]*A live stream needs a connection of its own\./);
  assert.equal(here.app.live.listeners(), 0);
  assert.equal((await fetch(here.url)).status, 200);
});
