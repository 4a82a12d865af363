import assert from "node:assert/strict";
import type { Frame } from "@podium/protocol";
import { test } from "node:test";
import { canonical, dataAddress, inOtherLanguage, otherLanguages, signInAddress } from "./links.ts";

const frame: Frame = {
  language: "en",
  path: "/threads/x?sort=new&lang=en",
  viewer: null,
  demo: false,
  nowMs: 0,
  liveSince: 0,
  origin: "https://podium.example",
  assets: {},
  notice: null,
};

test("another language keeps the place and everything that was asked for", () => {
  assert.equal(inOtherLanguage("/threads/x?sort=new&lang=en", "ko"), "/threads/x?sort=new&lang=ko");
  assert.equal(inOtherLanguage("/", "zh"), "/?lang=zh");
  assert.deepEqual(otherLanguages("ko"), ["en", "zh"]);
});

test("the address for search engines has no question in it", () => {
  assert.equal(canonical(frame), "https://podium.example/threads/x");
});

test("the data of a page stands beside it, that of the home page under its name", () => {
  assert.equal(dataAddress("/matches/a/b/final?lang=ko"), "/matches/a/b/final.json");
  assert.equal(dataAddress("/?lang=ko"), "/home.json");
});

test("signing in comes back to where it began, whatever stands in the address", () => {
  assert.equal(signInAddress("/a?b=c&d=e#f"), "/sign-in?next=%2Fa%3Fb%3Dc%26d%3De%23f");
});
