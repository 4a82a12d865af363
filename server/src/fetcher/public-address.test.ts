import assert from "node:assert/strict";
import { test } from "node:test";
import { publicAddresses } from "./public-address.ts";

const isPublic = publicAddresses(() => ["93.184.216.99", "2a00:1450::99"]);

const INSIDE: Readonly<Record<string, readonly string[]>> = {
  loopback: ["127.0.0.1", "127.255.255.254", "::1"],
  "this network": ["0.0.0.0", "0.1.2.3", "::"],
  private: ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd12:3456::1"],
  "link-local, where clouds tell their secrets": ["169.254.169.254", "fe80::1", "fe80::1%eth0", "fec0::1"],
  "behind a carrier's NAT": ["100.64.0.1", "100.127.255.255"],
  multicast: ["224.0.0.1", "239.255.255.255", "ff02::1"],
  "broadcast and reserved": ["255.255.255.255", "240.0.0.1"],
  "IPv4 inside IPv6": ["::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "::ffff:7f00:1"],
  "6to4 and its relays": ["2002:7f00:1::", "2002:0a00:0001::1", "192.88.99.1"],
  NAT64: ["64:ff9b::7f00:1", "64:ff9b::8.8.8.8", "64:ff9b:1::1"],
  Teredo: ["2001:0:4136:e378:8000:63bf:3fff:fdd2"],
  "documentation and benchmarks": ["192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "2001:db8::1", "3fff::1"],
  "this machine's own": ["93.184.216.99", "2a00:1450::99"],
  "no address": ["", "localhost", "127.1", "1.2.3", "1.2.3.4.5", "12345", "[::1]", "8.8.8.8/8"],
};

for (const [kind, addresses] of Object.entries(INSIDE))
  for (const address of addresses)
    test(`${kind}: ${address || "nothing"} is not reached`, () => assert.equal(isPublic(address), false));

for (const address of ["8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2a00:1450:4001::1", "2606:4700::1111"])
  test(`${address} is of the public internet`, () => assert.equal(isPublic(address), true));

test("what this machine has for itself is looked up anew each time", () => {
  const own: string[] = [];
  const isReached = publicAddresses(() => own);
  assert.equal(isReached("8.8.4.4"), true);
  own.push("8.8.4.4");
  assert.equal(isReached("8.8.4.4"), false);
});
