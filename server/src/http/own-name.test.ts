import assert from "node:assert/strict";
import { test } from "node:test";
import { isOwnName } from "./own-name.ts";

const rows = [
  { listens: "127.0.0.1", asked: "127.0.0.1:8080", own: true },
  { listens: "127.0.0.1", asked: "localhost:8080", own: true },
  { listens: "localhost", asked: "LOCALHOST", own: true },
  { listens: "::1", asked: "[::1]:8080", own: true },
  { listens: "127.0.0.1", asked: "podium.example", own: false },
  { listens: "127.0.0.1", asked: "127.0.0.1.podium.example", own: false },
  { listens: "127.0.0.1", asked: "localhost.podium.example:8080", own: false },
  { listens: "127.0.0.1", asked: undefined, own: false },
  { listens: "0.0.0.0", asked: "podium.example", own: true },
] as const;

for (const { listens, asked, own } of rows) {
  test(`who listens on ${listens} ${own ? "answers to" : "does not know"} ${asked ?? "no name"}`, () => {
    assert.equal(isOwnName({ host: listens, origin: null }, asked), own);
  });
}

test("behind a proxy, with an origin set, every name is the proxy's affair", () => {
  assert.equal(isOwnName({ host: "127.0.0.1", origin: "https://podium.example" }, "podium.example"), true);
});
