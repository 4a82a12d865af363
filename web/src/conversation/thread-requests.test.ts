import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { send, sendingId } from "./thread-requests.ts";

let server: Server;
let address: string;

/** Answers with the status and the body that the address asks for. */
before(async () => {
  server = createServer((request, response) => {
    const asked = new URL(request.url ?? "", "http://here").searchParams;
    if (asked.has("hang-up")) request.socket.destroy();
    else response.writeHead(Number(asked.get("status")), { "content-type": "application/json" }).end(asked.get("body"));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server has a port
});

after(() => {
  server.close();
  server.closeAllConnections();
});

const answered = (status: number, body: unknown) =>
  send(
    `${address}/?${new URLSearchParams({ status: String(status), body: typeof body === "string" ? body : JSON.stringify(body) })}`,
    {},
  );

test("what the server took is done, with the comment and the count as they stand there", async () => {
  assert.deepEqual(await answered(201, { comment: { id: "c1" }, count: { shown: 1 } }), {
    kind: "done",
    comment: { id: "c1" },
    count: { shown: 1 },
  });
});

test("a refusal has its code and its sentence, whatever its status", async () => {
  const refused = { code: "thread-locked", message: "This conversation is closed." };
  for (const status of [401, 422, 503])
    assert.deepEqual(await answered(status, { refused }), { kind: "refused", ...refused });
});

const lost: readonly (readonly [what: string, status: number, body: unknown])[] = [
  ["a page of something that stands between", 502, "<html>Bad gateway</html>"],
  ["an answer of another shape", 200, { comment: { id: "c1" } }],
  ["nothing at all", 200, "null"],
  ["a refusal without a sentence", 422, { refused: { code: "x" } }],
];

for (const [what, status, body] of lost) {
  test(`nobody knows whether it arrived: ${what}`, async () =>
    assert.deepEqual(await answered(status, body), { kind: "lost" }));
}

test("nobody knows whether it arrived when the connection breaks, and nothing is thrown", async () => {
  assert.deepEqual(await send(`${address}/?hang-up`, {}), { kind: "lost" });
});

test("the name of what is sent is new each time", () => {
  assert.match(sendingId(), /^[0-9a-f]{32}$/);
  assert.notEqual(sendingId(), sendingId());
});
