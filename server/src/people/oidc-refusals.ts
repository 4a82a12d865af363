import { refuse, type Refusal } from "@podium/engine";

/** Why nobody is let in by way of an issuer. */
const SENTENCES = {
  "demo-address": "This address belongs to the demo. Use one of your own.",
  "name-held": "This name has a word in it that moderators here do not let stand. Take another there, then come back.",
  "name-of-office":
    "This name looks as if its owner spoke for the organisers or for Podium. Take another there, then come back.",
  "oidc-mail-taken":
    "There is an account with your e-mail address here, and nobody has confirmed the address. Sign in with its password, or choose a new one by mail, and confirm the address; then come back.",
  "oidc-mail-unverified":
    "The other service does not confirm that its e-mail address is yours. Confirm it there, then come back.",
  "oidc-no-name":
    "The other service does not tell a name that can stand beside your comments. Add one there, then come back.",
  "oidc-over": "This way in was begun in another browser, used already, or left open for too long. Begin again.",
  "oidc-refused": "The other service did not sign you in, or you turned back there. Nothing was changed.",
  "oidc-unreachable":
    "The service that was to sign you in cannot be reached, or is not set up right. Try again later, or tell the organisers.",
  "oidc-unreadable":
    "What the other service told of you could not be confirmed. Nothing was changed; try again, or tell the organisers.",
} as const;

type OidcCode = keyof typeof SENTENCES;

/** The refusal of a code. */
export function notLetIn(code: OidcCode): Refusal {
  return refuse(code, SENTENCES[code]);
}

/** The refusal that a code of ours names, in an address; null for anything else. */
export function notLetInBy(code: string): Refusal | null {
  return isOidcCode(code) ? notLetIn(code) : null;
}

function isOidcCode(code: string): code is OidcCode {
  return Object.hasOwn(SENTENCES, code);
}

/** Codes of the library of accounts about what an issuer sent. */
const UNREADABLE = /^(oauth_code_verification_failed|issuer_|oAuth_code_missing|user_info|email_|name_|id_)/;

/** Why, by what the library calls it, or the issuer (RFC 6749, 4.1.2.1). */
export function oidcRefusal(error: string): Refusal {
  const own = notLetInBy(error);
  if (own !== null) return own;
  if (/^(state_|please_restart)/.test(error)) return notLetIn("oidc-over");
  return notLetIn(UNREADABLE.test(error) ? "oidc-unreadable" : "oidc-refused");
}
