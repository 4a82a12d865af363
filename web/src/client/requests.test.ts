import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import type { LogLine } from "./outbox.ts";
import { postLines, postIncident, readLines } from "./requests.ts";

interface TestAnswer {
  readonly status: number;
  readonly body: string;
}

const line: LogLine = { id: "line-0001", entry: { kind: "rally", winner: "home" } };
const json = (status: number, body: unknown): TestAnswer => ({ status, body: JSON.stringify(body) });

describe("a request of the chair", () => {
  let next: TestAnswer | null = null;
  let received: unknown = null;
  let server: Server;
  let address: string;

  before(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        received = {
          method: request.method,
          type: request.headers["content-type"],
          body: Buffer.concat(parts).toString(),
        };
        if (next === null) request.socket.destroy();
        else response.writeHead(next.status).end(next.body);
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/log`;
  });
  after(() => {
    server.close();
  });

  test("carries the lines and where they follow", async () => {
    next = json(200, { length: 4 });
    assert.deepEqual(await postLines(address, 3, [line]), { kind: "taken", length: 4 });
    assert.deepEqual(received, {
      method: "POST",
      type: "application/json",
      body: JSON.stringify({ after: 3, lines: [line] }),
    });
  });

  const answers: readonly (readonly [string, TestAnswer | null, object])[] = [
    ["taken", json(200, {}), { kind: "taken" }],
    ["refused with the server's sentence", json(422, { message: "No." }), { kind: "refused", message: "No." }],
    ["closed for a chair that was withdrawn", json(410, { message: "Gone." }), { kind: "closed" }],
    ["closed for a chair that is unknown", json(404, { message: "No." }), { kind: "closed" }],
    ["lost without a network", null, { kind: "lost" }],
    ["lost by a busy server", json(503, { message: "Busy." }), { kind: "lost" }],
    ["lost by a hall's sign-in page", { status: 403, body: "<html>Sign in</html>" }, { kind: "lost" }],
  ];
  for (const [name, answer, expected] of answers) {
    test(`about an incident is ${name}`, async () => {
      next = answer;
      const incident = { id: "n", words: "A lamp went out", player: "", notedMs: 1_000, refusal: null };
      assert.deepEqual(await postIncident(address, incident, 3_000), expected);
    });
  }

  const cases: readonly (readonly [string, TestAnswer | null, object])[] = [
    [
      "a longer log is a conflict",
      json(409, { code: "log-moved-on", message: "Longer." }),
      { kind: "conflict", refusal: { code: "log-moved-on", message: "Longer." } },
    ],
    [
      "what the laws refuse is refused, with the server's sentence",
      json(422, { code: "match-over", message: "Over." }),
      { kind: "refused", refusal: { code: "match-over", message: "Over." } },
    ],
    [
      "a withdrawn chair is closed",
      json(410, { code: "chair-withdrawn", message: "Gone." }),
      { kind: "closed", message: "Gone." },
    ],
    ["an unknown chair is closed", json(404, { message: "No." }), { kind: "closed", message: "No." }],
    ["a busy server is lost: it is tried again", json(503, { message: "Busy." }), { kind: "lost" }],
    ["too many requests are lost: they are tried again", json(429, { message: "Slowly." }), { kind: "lost" }],
    [
      "a hall's sign-in page is lost, whatever its status",
      { status: 403, body: "<html>Sign in to the hall's network</html>" },
      { kind: "lost" },
    ],
    [
      "a sign-in page that says it went well is lost too",
      { status: 200, body: "<html>Welcome</html>" },
      { kind: "lost" },
    ],
    ["an answer without a length is lost", json(200, {}), { kind: "lost" }],
    ["a broken connection is lost", null, { kind: "lost" }],
  ];
  for (const [law, answer, reply] of cases) {
    test(law, async () => {
      next = answer;
      assert.deepEqual(await postLines(address, 0, [line]), reply);
    });
  }

  test("reads the log", async () => {
    next = json(200, { length: 1, log: [line] });
    assert.deepEqual(await readLines(address), { kind: "log", log: [line] });
  });

  test("does not take something else for the log", async () => {
    for (const answer of [json(200, { length: 1 }), { status: 200, body: "[]" }, json(500, { message: "No." }), null]) {
      next = answer;
      assert.deepEqual(await readLines(address), { kind: "lost" });
    }
    next = json(410, { message: "Gone." });
    assert.deepEqual(await readLines(address), { kind: "closed", message: "Gone." });
  });
});
