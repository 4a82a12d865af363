import assert from "node:assert/strict";
import { test } from "node:test";
import { isFromUnknownProxy, isOwnName } from "./own-name.ts";

const rows = [
  { listens: "127.0.0.1", host: "127.0.0.1:8080", own: true },
  { listens: "127.0.0.1", host: "localhost:8080", own: true },
  { listens: "localhost", host: "LOCALHOST", own: true },
  { listens: "::1", host: "[::1]:8080", own: true },
  { listens: "127.0.0.1", host: "podium.example", own: false },
  { listens: "127.0.0.1", host: "127.0.0.1.podium.example", own: false },
  { listens: "127.0.0.1", host: "localhost.podium.example:8080", own: false },
  { listens: "127.0.0.1", host: undefined, own: false },
  { listens: "0.0.0.0", host: "podium.example", own: true },
] as const;

for (const { listens, host, own } of rows) {
  test(`who listens on ${listens} ${own ? "answers to" : "does not know"} ${host ?? "no name"}`, () => {
    assert.equal(isOwnName({ host: listens, origin: null }, host), own);
  });
}

test("behind a proxy, with an origin set, every name is the proxy's affair", () => {
  assert.equal(isOwnName({ host: "127.0.0.1", origin: "https://podium.example" }, "podium.example"), true);
});

for (const name of ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "forwarded", "via"]) {
  test(`what a proxy passed on with ${name} is for an installation that knows its origin`, () => {
    assert.equal(isFromUnknownProxy({ origin: null }, { [name]: "1.1 proxy" }), true);
    assert.equal(isFromUnknownProxy({ origin: "https://podium.example" }, { [name]: "1.1 proxy" }), false);
  });
}

test("a request that came by itself is nobody else's", () => {
  assert.equal(isFromUnknownProxy({ origin: null }, { host: "localhost", "x-requested-with": "a page" }), false);
});
