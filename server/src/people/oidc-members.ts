import { isRefused, type PersonId, type Refusal } from "@podium/engine";
import { LANGUAGES } from "@podium/protocol";
import { transact, type App, type UnitOfWork } from "../app.ts";
import { isDemoEmail } from "./demo.ts";
import { whyNameHeld } from "./held-words.ts";
import { setMail } from "./letter-plan.ts";
import { timesOf, writeMember } from "./member-rows.ts";
import { keepLook, plainName, whyNotNamed } from "./names.ts";
import type { Claims } from "./oidc-issuer.ts";
import { notLetIn } from "./oidc-refusals.ts";
import { personId } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

/** The name of the one issuer in the table of what lets people in. */
export const OIDC = "oidc";

const NAME_LETTERS_MAX = 60;
const NAMESAKES_MAX = 99;

/** Who came from the issuer, as a member here. */
export interface OidcMember {
  /** Of the account at the issuer. */
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/**
 * The member that the issuer vouches for. Who came before is known by their account: the issuer and its number for them,
 * whatever has become of their address. An account that is here already is joined only where both have confirmed the address: the issuer, and its
 * owner here. Everybody else has a new account, under a name by the same rules as all.
 */
export async function memberOfClaims(app: App, claims: Claims, account: string): Promise<OidcMember | Refusal> {
  const known = await memberOfAccount(app.storage.db, account);
  if (known !== null) return known;
  const email = claims.email?.toLowerCase();
  if (email === undefined || claims.email_verified !== true) return notLetIn("oidc-mail-unverified");
  if (isDemoEmail(email)) return notLetIn("demo-address");
  const name = nameIn(claims);
  if (name === null) return notLetIn("oidc-no-name");
  const held = await whyNameHeld(app, name);
  if (held !== null) return held;
  const newcomer = { account, email, name, language: languageIn(claims) };
  // Of two ways in at once, the second finds what the first has made.
  return transact(app, null, async (unit) => (await memberOfAccount(unit.db, account)) ?? joinOrOpen(unit, newcomer));
}

interface Newcomer {
  readonly account: string;
  readonly email: string;
  readonly name: string;
  readonly language: string;
}

async function joinOrOpen(unit: UnitOfWork, newcomer: Newcomer): Promise<OidcMember | Refusal> {
  const { email, account, language } = newcomer;
  const owner = await unit.db
    .selectFrom("persons")
    .select(["id", "name", "emailVerified"])
    .where("email", "=", email)
    .executeTakeFirst();
  if (owner !== undefined) {
    if (Number(owner.emailVerified) !== 1) return notLetIn("oidc-mail-taken");
    await letIn(unit, personId(owner.id), account);
    return { id: account, email, name: owner.name };
  }
  const name = await freeName(unit, newcomer.name);
  if (isRefused(name)) return name;
  const id = await writeMember(unit, { name, email, isConfirmed: true });
  await keepLook(unit.db, id, name);
  await setMail(unit, id, { language });
  await letIn(unit, id, account);
  return { id: account, email, name };
}

async function letIn(unit: UnitOfWork, person: PersonId, account: string): Promise<void> {
  const times = timesOf(unit);
  await unit.db
    .insertInto("credentials")
    .values({ id: unit.randomId(24), accountId: account, providerId: OIDC, userId: person, ...times })
    .execute();
}

async function memberOfAccount(db: Db, account: string): Promise<OidcMember | null> {
  const found = await db
    .selectFrom("credentials")
    .innerJoin("persons", "persons.id", "credentials.userId")
    .select(["persons.email", "persons.name"])
    .where("providerId", "=", OIDC)
    .where("accountId", "=", account)
    .executeTakeFirst();
  return found === undefined ? null : { id: account, ...found };
}

/** A name that is an address is none: names are public, addresses are not. */
function nameIn({ name, nickname, preferred_username: username }: Claims): string | null {
  const names = [name, nickname, username].map((each) => plainName(each ?? "").slice(0, NAME_LETTERS_MAX));
  return names.find((each) => [...each].length > 1 && !each.includes("@")) ?? null;
}

/** The name, or with the first number that tells its owner apart from who has it already. */
async function freeName({ db }: UnitOfWork, name: string): Promise<string | Refusal> {
  for (let number = 1; number <= NAMESAKES_MAX; number += 1) {
    const tried = number === 1 ? name : `${name.slice(0, NAME_LETTERS_MAX - 3)} ${number}`;
    const why = await whyNotNamed(db, tried);
    if (why === null) return tried;
    if (why.code !== "name-taken") return why;
  }
  return notLetIn("oidc-no-name");
}

function languageIn({ locale = "" }: Claims): string {
  return LANGUAGES.find((language) => locale.toLowerCase().startsWith(language)) ?? "en";
}
