import { BlockList, isIP, isIPv6 } from "node:net";

/** Knows which addresses are those of proxies that are believed. */
export type IsProxy = (address: string) => boolean;

/** By the list of the settings: addresses, and networks with their bits. */
export function proxiesOf(list: readonly string[]): IsProxy {
  const known = new BlockList();
  for (const entry of list) {
    const [address = "", bits] = entry.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    if (bits === undefined) known.addAddress(address, family);
    else known.addSubnet(address, Number(bits), family);
  }
  // What is IPv4 written as IPv6 is found among the networks of IPv4 too.
  return (address) => {
    const [plain = ""] = address.split("%");
    return isIP(plain) !== 0 && known.check(plain, isIPv6(plain) ? "ipv6" : "ipv4");
  };
}

/**
 * The address somebody asks from, for limits on how often. A proxy that is believed passes it in X-Forwarded-For, where
 * each proxy adds what it saw at the end: from there on the first one that is no such proxy. Anybody else could write
 * anything there and is not believed.
 */
export function clientAddress(remote: string | undefined, forwardedFor: string | null, isProxy: IsProxy): string {
  let client = remote ?? "unknown";
  const told = (forwardedFor ?? "").split(",").map((address) => withoutPort(address.trim()));
  for (let next = told.pop(); next !== undefined && isProxy(client); next = told.pop()) {
    if (isIP(next) === 0) return client;
    client = next;
  }
  return client;
}

/** Some proxies tell the port too, which is another one for each connection: `192.0.2.7:49152`, `[2001:db8::1]:49152`. */
function withoutPort(told: string): string {
  const [, bracketed, numbers] = /^(?:\[([^\]]*)\](?::\d*)?|([\d.]+):\d*)$/.exec(told) ?? [];
  return bracketed ?? numbers ?? told;
}

/**
 * The network that an address counts as, for limits on how often: one line has a whole /64 of IPv6 (RFC 6177), so its
 * addresses are one. IPv4 written as IPv6 is IPv4. What is no address stays as it is.
 */
export function networkOf(address: string): string {
  const [plain = ""] = address.replace(/^::ffff:(?=\d+\.)/i, "").split("%");
  if (!isIPv6(plain)) return plain;
  const [, high, low] = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/i.exec(plain) ?? [];
  if (high !== undefined && low !== undefined) return [...bytesOf(high), ...bytesOf(low)].join(".");
  const [before = "", after] = plain.split("::");
  const head = before === "" ? [] : before.split(":");
  const tail = after === undefined || after === "" ? [] : after.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => "0");
  const groups = [...head, ...(after === undefined ? [] : zeros), ...tail].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}

function bytesOf(group: string): readonly number[] {
  const number = Number.parseInt(group, 16);
  return [number >> 8, number & 0xff];
}
