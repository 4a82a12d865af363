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

/** A request as far as it tells the way it came. */
interface Arrived {
  readonly headers: IncomingHttpHeaders;
  /** `1.0`, `1.1` */
  readonly httpVersion: string;
}

/**
 * Whether a proxy passed a request on (RFC 7239, RFC 9110 7.6.3) to an installation that does not know its origin: the
 * proxy may have put this machine's own name in place of the one that was asked for, and everybody would be let in. A
 * proxy that adds nothing is known by HTTP/1.0, which nginx speaks unless it is told not to and no browser does, or by
 * the page that a browser says it comes from, which has another name.
 */
export function isFromUnknownProxy({ origin }: Pick<Config, "origin">, { headers, httpVersion }: Arrived): boolean {
  if (origin !== null) return false;
  return (
    httpVersion === "1.0" ||
    Object.keys(headers).some((name) => PROXY_HEADER.test(name.replaceAll("_", "-"))) ||
    (headers["sec-fetch-site"] === "same-origin" && isOtherName(headers.origin, headers.host))
  );
}

/** What a browser calls a page of ours, under a name that we were not asked by. */
function isOtherName(page: string | undefined, host: string | undefined): boolean {
  return page !== undefined && page !== `http://${host}` && page !== `https://${host}`;
}

/** What proxies, and services that stand before a site, add: who asked, by which name, over what. */
const PROXY_HEADER =
  /^(x-)?(forwarded|original|real|client|cluster-client|true-client|remote|proxyuser|envoy|arr|appengine|azure|amzn|amz-cf|vercel|nf-client|fly|fastly)(-|$)|^(via|cdn-loop|cf-.+|x-(host|scheme|url-scheme|proxy-.+)|front-end-https)$/;
