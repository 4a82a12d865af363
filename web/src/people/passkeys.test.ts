import assert from "node:assert/strict";
import { test } from "node:test";
import { isForPasskeys } from "./passkeys.ts";

const ADDRESSES: readonly (readonly [address: string, isFor: boolean])[] = [
  ["https://podium.example/sign-in", true],
  ["http://localhost:3000", true],
  ["http://podium.localhost:3000", true],
  ["http://podium.example", false],
  ["https://192.0.2.7", false],
  ["http://127.0.0.1:3000", false],
  ["https://[2001:db8::1]", false],
  ["http://localhost.example", false],
];

for (const [address, isFor] of ADDRESSES)
  test(`${address} ${isFor ? "can" : "cannot"} have passkeys`, () => {
    assert.equal(isForPasskeys(address), isFor);
  });
