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

const KNOWN = { origin: "https://podium.example" };
const OWN = { host: "127.0.0.1:8080" };

const added =
  "x-forwarded-for x-forwarded-host x-forwarded-proto x-forwarded forwarded forwarded-for via x_forwarded_for x-real-ip x-client-ip client-ip true-client-ip " +
  "x-cluster-client-ip x-original-host x-original-forwarded-for x-host x-scheme x-url-scheme front-end-https cf-connecting-ip cf-ray cdn-loop fastly-client-ip fly-client-ip x-amzn-trace-id x-envoy-external-address x-arr-ssl x-azure-clientip x-proxyuser-ip x-remote-ip x-appengine-user-ip";

for (const name of added.split(" ")) {
  test(`what a proxy passed on with ${name} is for an installation that knows its origin`, () => {
    const request = { headers: { ...OWN, [name]: "1.1 proxy" }, httpVersion: "1.1" };
    assert.equal(isFromUnknownProxy({ origin: null }, request), true);
    assert.equal(isFromUnknownProxy(KNOWN, request), false);
  });
}

test("a proxy that adds nothing is known by a version of HTTP that no browser speaks", () => {
  assert.equal(isFromUnknownProxy({ origin: null }, { headers: OWN, httpVersion: "1.0" }), true);
  assert.equal(isFromUnknownProxy(KNOWN, { headers: OWN, httpVersion: "1.0" }), false);
});

test("a page that says it is ours under another name came by a proxy that put our name in its place", () => {
  const from = (origin: string) => ({
    headers: { ...OWN, origin, "sec-fetch-site": "same-origin" },
    httpVersion: "1.1",
  });
  assert.equal(isFromUnknownProxy({ origin: null }, from("https://club.example")), true);
  assert.equal(isFromUnknownProxy(KNOWN, from("https://club.example")), false);
  assert.equal(isFromUnknownProxy({ origin: null }, from("http://127.0.0.1:8080")), false);
});

test("a request that came by itself is nobody else's", () => {
  const own = [
    "x-requested-with",
    "user-agent",
    "accept-language",
    "sec-fetch-site",
    "origin-agent-cluster",
    "referer",
  ];
  const headers = { ...OWN, ...Object.fromEntries(own.map((name) => [name, "a page"])) };
  assert.equal(isFromUnknownProxy({ origin: null }, { headers, httpVersion: "1.1" }), false);
});
