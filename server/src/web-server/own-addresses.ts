import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname, networkInterfaces } from "node:os";
import type { Config } from "../config.ts";
import { schemeOf } from "../http/own-name.ts";

/** What this machine is called by others. */
interface Machine {
  readonly name: string;
  /** Its numbers in the networks it is in. */
  readonly numbers: readonly string[];
  /** Names and numbers that its certificate is for; empty without https. */
  readonly certified: readonly string[];
}

/** The machine that runs Podium. */
export function thisMachine({ tls }: Pick<Config, "tls">): Machine {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const numbers = all.filter(({ family, internal }) => family === "IPv4" && !internal).map(({ address }) => address);
  return { name: hostname(), numbers, certified: tls === null ? [] : namesIn(readFileSync(tls.certificate)) };
}

/** `DNS:podium.local, IP Address:192.168.1.10`: the names before the numbers. */
export function namesIn(certificate: Buffer): string[] {
  const { subjectAltName = "" } = new X509Certificate(certificate);
  const names = subjectAltName.split(", ").map((name) => name.split(":"));
  const ofKind = (kind: string) => names.flatMap(([told, ...rest]) => (told === kind ? rest.join(":") : []));
  return [...ofKind("DNS"), ...ofKind("IP Address")];
}

const EVERY_ADDRESS = ["0.0.0.0", "::"];
const SELF_ASSIGNED = /^(169\.254|127)\./;

/**
 * The addresses that people type, the best one first: the origin that is set; or where Podium listens; or, where it
 * listens on all addresses of the machine, which are no address to type, the machine's numbers and its name, by https
 * those that the certificate is for.
 */
export function ownAddresses(
  config: Pick<Config, "host" | "origin" | "tls">,
  port: number,
  machine: Machine,
): readonly [string, ...string[]] {
  if (config.origin !== null) return [config.origin];
  const address = (host: string) => `${schemeOf(config)}://${host.includes(":") ? `[${host}]` : host}:${port}`;
  if (!EVERY_ADDRESS.includes(config.host)) return [address(config.host)];
  const certified = machine.certified.filter((name) => !SELF_ASSIGNED.test(name) && !name.startsWith("*"));
  const numbers = machine.numbers.filter((number) => !SELF_ASSIGNED.test(number));
  const [first = "127.0.0.1", ...others] = certified.length > 0 ? certified : [...numbers, machine.name];
  return [address(first), ...others.map(address)];
}
