import assert from "node:assert/strict";
import { test } from "node:test";
import { isOwnPage } from "./origin-check.ts";

const ORIGIN = "https://podium.example";

const cases: readonly {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly own: boolean;
}[] = [
  { name: "the browser says it is our page", headers: { "sec-fetch-site": "same-origin" }, own: true },
  { name: "a person typed or clicked it", headers: { "sec-fetch-site": "none" }, own: true },
  { name: "another page", headers: { "sec-fetch-site": "cross-site" }, own: false },
  { name: "another host of the same site", headers: { "sec-fetch-site": "same-site" }, own: false },
  { name: "a word nobody knows", headers: { "sec-fetch-site": "trust-me" }, own: false },
  {
    name: "another page that names our origin",
    headers: { "sec-fetch-site": "cross-site", origin: ORIGIN },
    own: false,
  },
  { name: "an older browser, our page", headers: { origin: ORIGIN }, own: true },
  { name: "an older browser, another page", headers: { origin: "https://elsewhere.example" }, own: false },
  { name: "a page without an origin", headers: { origin: "null" }, own: false },
  { name: "an origin that begins like ours", headers: { origin: `${ORIGIN}.elsewhere.example` }, own: false },
  { name: "an origin that ends like ours", headers: { origin: "https://not-podium.example" }, own: false },
  {
    name: "the host that was asked, behind no proxy",
    headers: { origin: "http://127.0.0.1:8080", host: "127.0.0.1:8080" },
    own: true,
  },
  {
    name: "another port of the host",
    headers: { origin: "http://127.0.0.1:9090", host: "127.0.0.1:8080" },
    own: false,
  },
  { name: "no browser at all", headers: {}, own: true },
];

for (const { name, headers, own } of cases) {
  test(`sent from: ${name}`, () => assert.equal(isOwnPage(new Headers(headers), ORIGIN), own));
}
