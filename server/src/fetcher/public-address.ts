import { BlockList, isIP } from "node:net";
import { networkInterfaces } from "node:os";

/** What is not the public internet: IANA's special-purpose registry for IPv4 (RFC 6890 and what updates it), and multicast. */
const SPECIAL_V4 = [
  ["0.0.0.0", 8], // this network
  ["10.0.0.0", 8], // private
  ["100.64.0.0", 10], // behind a carrier's NAT
  ["127.0.0.0", 8], // loopback
  ["169.254.0.0", 16], // link-local, where clouds answer about themselves
  ["172.16.0.0", 12], // private
  ["192.0.0.0", 24], // protocol assignments
  ["192.0.2.0", 24], // documentation
  ["192.31.196.0", 24], // AS112
  ["192.52.193.0", 24], // AMT
  ["192.88.99.0", 24], // 6to4 relays
  ["192.168.0.0", 16], // private
  ["192.175.48.0", 24], // AS112
  ["198.18.0.0", 15], // benchmarks
  ["198.51.100.0", 24], // documentation
  ["203.0.113.0", 24], // documentation
  ["224.0.0.0", 4], // multicast
  ["240.0.0.0", 4], // reserved, broadcast
] as const;

/** Of IPv6 only 2000::/3 is given out at all (loopback, local, v4-mapped, NAT64 and multicast stand outside); in it, these are not. */
const SPECIAL_V6 = [
  ["2001::", 23], // protocol assignments: Teredo, ORCHID, benchmarks
  ["2001:db8::", 32], // documentation
  ["2002::", 16], // 6to4: an IPv4 address inside
  ["2620:4f:8000::", 48], // AS112
  ["3ffe::", 16], // a network that was given back
  ["3fff::", 20], // documentation
] as const;

/**
 * Says of an address whether it is one of the public internet and none of this machine's own: a service that listens
 * on a public address for its neighbours alone is not to be reached through us. What is no address is not.
 */
export function publicAddresses(own: () => readonly string[] = ownAddresses): (address: string) => boolean {
  const special = new BlockList();
  for (const [network, bits] of SPECIAL_V4) special.addSubnet(network, bits, "ipv4");
  for (const [network, bits] of SPECIAL_V6) special.addSubnet(network, bits, "ipv6");
  const global = new BlockList();
  global.addSubnet("2000::", 3, "ipv6");
  return (address) => {
    const kind = isIP(address);
    if (kind === 0 || address.includes("%") || own().includes(address)) return false;
    return kind === 4
      ? !special.check(address, "ipv4")
      : global.check(address, "ipv6") && !special.check(address, "ipv6");
  };
}

function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((each) => (each ?? []).map(({ address }) => address));
}
