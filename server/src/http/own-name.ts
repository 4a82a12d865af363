import type { IncomingHttpHeaders } from "node:http";
import type { Config } from "../config.ts";

const THIS_MACHINE = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * Whether a request asks for us by a name of ours. An installation that listens on this machine alone and knows no
 * origin answers to this machine's own names only: a foreign name that is made to resolve here would let a page of
 * somebody else's use the demo.
 */
export function isOwnName({ host, origin }: Pick<Config, "host" | "origin">, name: string | undefined): boolean {
  if (origin !== null || !THIS_MACHINE.test(host.includes(":") ? `[${host}]` : host)) return true;
  return THIS_MACHINE.test(name ?? "");
}

/** What Podium itself speaks; a proxy before it may speak https alone. */
export function schemeOf({ tls }: Pick<Config, "tls">): "http" | "https" {
  return tls === null ? "http" : "https";
}

/** Whether people reach this installation by https alone: by a proxy before it, or by its own certificate. */
export function isReachedByHttps(config: Pick<Config, "origin" | "tls">): boolean {
  return originFor(config, "").startsWith("https:");
}

/** Where people reach this installation: what the settings say, else under the name that they asked for. */
export function originFor(config: Pick<Config, "origin" | "tls">, host: string): string {
  return config.origin ?? `${schemeOf(config)}://${host}`;
}

/**
 * Whether a proxy passed a request on (RFC 7239, RFC 9110 7.6.3) to an installation that does not know its origin: the
 * proxy may have put this machine's own name in place of the one that was asked for, and everybody would be let in.
 */
export function isFromUnknownProxy({ origin }: Pick<Config, "origin">, headers: IncomingHttpHeaders): boolean {
  return origin === null && Object.keys(headers).some((name) => PROXY_HEADER.test(name));
}

const PROXY_HEADER = /^(x-forwarded-|forwarded$|via$)/;
