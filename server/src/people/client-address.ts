import { isIP, isIPv6 } from "node:net";

/**
 * The address somebody asks from, for limits on how often. A proxy on this machine passes it in X-Forwarded-For, where each proxy
 * adds what it saw at the end; anybody else could write anything there and is not believed.
 */
export function clientAddress(remote: string | undefined, forwardedFor: string | null): string {
  const told = withoutPort(forwardedFor?.split(",").at(-1)?.trim() ?? "");
  return isThisMachine(remote) && isIP(told) !== 0 ? told : (remote ?? "unknown");
}

/** Some proxies tell the port too, which is another one for each connection: `192.0.2.7:49152`, `[2001:db8::1]:49152`. */
function withoutPort(told: string): string {
  const [, bracketed, numbers] = /^(?:\[([^\]]*)\](?::\d*)?|([\d.]+):\d*)$/.exec(told) ?? [];
  return bracketed ?? numbers ?? told;
}

function isThisMachine(address: string | undefined): boolean {
  return address === "::1" || /^(::ffff:)?127\./.test(address ?? "");
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
