import { isRefused, type Refusal } from "@podium/engine";
import type { App } from "../app.ts";
import type { OidcSettings } from "../config.ts";
import { accountAt, claimsOf, type OidcTokens } from "./oidc-issuer.ts";
import { memberOfClaims, type OidcMember } from "./oidc-members.ts";

/** An issuer, and what makes a member of whom it vouches for. */
export interface OidcEntrance {
  readonly settings: OidcSettings;
  readonly memberOf: (tokens: OidcTokens) => Promise<OidcMember | Refusal>;
}

/** The entrance by the issuer of the settings; null where there is none. */
export function oidcEntrance(app: App): OidcEntrance | null {
  const settings = app.config.oidc;
  if (settings === null) return null;
  return {
    settings,
    memberOf: async (tokens) => {
      const claims = await claimsOf(settings, tokens, app.clock());
      return isRefused(claims) ? claims : memberOfClaims(app, claims, accountAt(settings, claims));
    },
  };
}
