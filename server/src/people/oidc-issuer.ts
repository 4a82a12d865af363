import { isRefused, type Refusal } from "@podium/engine";
import { z } from "zod";
import type { OidcSettings } from "../config.ts";
import { readService } from "../fetcher/operator-address.ts";
import { notLetIn } from "./oidc-refusals.ts";

const PATIENCE_MS = 8_000;

/** What an issuer says of itself: OpenID Connect Discovery 1.0, 3. */
const discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  userinfo_endpoint: z.url().optional(),
});

export type Discovery = z.infer<typeof discovery>;

/** Where an issuer says of itself how it is asked. */
export function discoveryAddress({ issuer }: Pick<OidcSettings, "issuer">): string {
  return `${withoutSlash(issuer)}/.well-known/openid-configuration`;
}

/** What the issuer of the settings says of itself. One that calls itself otherwise is not the one that the operator named. */
export async function discover(settings: Pick<OidcSettings, "issuer">): Promise<Discovery | Refusal> {
  const answer = await readService(discoveryAddress(settings), { headers: {}, patienceMs: PATIENCE_MS });
  const read = discovery.safeParse(answer.status === 200 ? answer.json : null);
  if (!read.success || withoutSlash(read.data.issuer) !== withoutSlash(settings.issuer))
    return notLetIn("oidc-unreachable");
  return read.data;
}

const told = z.string().optional().catch(undefined);

/**
 * What an issuer says of somebody: OpenID Connect Core 1.0, 5.1. Some write whether an address is confirmed as a word. All but
 * the number may be missing or odd: who came before is known without it.
 */
const claims = z.object({
  sub: z.string().min(1).max(255),
  email: z.email().max(200).optional().catch(undefined),
  email_verified: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
  name: told,
  nickname: told,
  preferred_username: told,
  locale: told,
});

export type Claims = z.infer<typeof claims>;

/** What binds the token to us: OpenID Connect Core 1.0, 2. */
const binding = z.object({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
});

/** What the exchange of the code brought. */
export interface OidcTokens {
  readonly accessToken?: string | undefined;
  readonly idToken?: string | undefined;
}

/**
 * What the issuer says of who holds these tokens. They came from its own address in answer to our secret and the code, which
 * stands in place of looking at the signature (OpenID Connect Core 1.0, 3.1.3.7, 6); that the token is of this issuer, for
 * us, in force, and of the same person as the rest, is looked at here.
 */
export async function claimsOf(settings: OidcSettings, tokens: OidcTokens, nowMs: number): Promise<Claims | Refusal> {
  const found = await discover(settings);
  if (isRefused(found)) return found;
  const payload = payloadOf(tokens.idToken ?? "");
  const bound = binding.safeParse(payload);
  if (!bound.success || !isForUs(bound.data, { issuer: found.issuer, client: settings.client, nowMs }))
    return notLetIn("oidc-unreadable");
  const more = await userInfo(found, tokens.accessToken);
  const whole = claims.safeParse({ ...payload, ...more });
  return more !== null && whole.success && whole.data.sub === bound.data.sub ? whole.data : notLetIn("oidc-unreadable");
}

function isForUs(
  { iss, aud, exp }: z.infer<typeof binding>,
  { issuer, client, nowMs }: { readonly issuer: string; readonly client: string; readonly nowMs: number },
): boolean {
  return iss === issuer && [aud].flat().includes(client) && exp * 1000 > nowMs;
}

/** What the issuer adds at an address of its own, where it has one; null where it does not answer. */
async function userInfo(found: Discovery, accessToken: string | undefined): Promise<object | null> {
  if (found.userinfo_endpoint === undefined) return {};
  const headers = { authorization: `Bearer ${accessToken ?? ""}` };
  const answer = await readService(found.userinfo_endpoint, { headers, patienceMs: PATIENCE_MS });
  return answer.status === 200 && typeof answer.json === "object" ? answer.json : null;
}

/** The middle part of a token; null where it is none. */
function payloadOf(token: string): object | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
    return typeof read === "object" ? read : null;
  } catch {
    return null;
  }
}

function withoutSlash(address: string): string {
  return address.replace(/\/$/, "");
}

/** The name of somebody over all issuers: a number is of one person at its issuer alone (OpenID Connect Core 1.0, 5.7). */
export function accountAt({ issuer }: Pick<OidcSettings, "issuer">, { sub }: Pick<Claims, "sub">): string {
  return `${withoutSlash(issuer)} ${sub}`;
}
