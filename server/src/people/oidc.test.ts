import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import { countOfAccounts } from "../storage/rows.testing.ts";
import { cookieIn, install, type Installation } from "../web-server/scenario.testing.ts";
import { mailToken } from "./mail-tokens.ts";
import { accountAt } from "./oidc-issuer.ts";
import { memberOfClaims } from "./oidc-members.ts";
import { openIssuer, type IssuerTelling, type LocalIssuer } from "./oidc-issuer.testing.ts";

let issuer: LocalIssuer;
let here: Installation;

before(async () => {
  issuer = await openIssuer();
  here = await open(issuer);
});

after(async () => {
  await here.close();
  await issuer.close();
});

/** The port is known when it listens; the issuer compares what it is given twice, and asks for no more. */
function open({ settings }: LocalIssuer): Promise<Installation> {
  return install({
    examples: [],
    settings: {
      PODIUM_ORIGIN: "http://podium.example",
      PODIUM_OIDC_ISSUER: settings.issuer,
      PODIUM_OIDC_CLIENT: settings.client,
      PODIUM_OIDC_SECRET: settings.secret,
      PODIUM_OIDC_NAME: settings.name,
    },
  });
}

const ADA = { sub: "ada-1", email: "ada@example.org", email_verified: true, name: "Ada Lind", locale: "ko-KR" };
const RIGHT: IssuerTelling = { claims: ADA, token: {}, discovery: {}, denies: false, userInfo: null };

interface CameBack {
  readonly status: number;
  readonly to: string | null;
  readonly page: string;
  readonly cookie: string;
}

/** A browser goes to the issuer and comes back, with what the issuer tells this time. */
async function visit(telling: Partial<IssuerTelling> = {}, next = "/account?a=1#b"): Promise<CameBack> {
  here.at.ms += 60_000; // Nobody tries so often.
  Object.assign(issuer, RIGHT, telling);
  const begun = await fetch(`${here.url}/sign-in/oidc?${new URLSearchParams({ next })}`, { redirect: "manual" });
  const to = begun.headers.get("location") ?? "";
  if (to.startsWith("/")) return cameBack(begun);
  const sent = await fetch(to, { redirect: "manual" });
  return comeBack(sent.headers.get("location") ?? "", cookieIn(begun));
}

async function comeBack(address: string, cookie: string): Promise<CameBack> {
  const { pathname, search, origin } = new URL(address);
  assert.equal(origin, "http://podium.example");
  return cameBack(await fetch(here.url + pathname + search, { redirect: "manual", headers: { cookie } }));
}

/** With the page that somebody who was turned back is led to. */
async function cameBack(answer: Response): Promise<CameBack> {
  const to = answer.headers.get("location");
  const isTurnedBack = to?.startsWith("/sign-in?") === true;
  const shown = isTurnedBack ? await fetch(here.url + to) : answer;
  return {
    status: shown.status,
    to,
    page: await shown.text(),
    cookie: answer.headers.getSetCookie().some((each) => each.includes("session_token")) ? cookieIn(answer) : "",
  };
}

async function nameOf(cookie: string): Promise<string> {
  const answer = await fetch(`${here.url}/account.json`, { headers: { cookie } });
  const { viewer } = (await answer.json()) as { viewer: { name: string } };
  return viewer.name;
}

const persons = () => countOfAccounts(here.app.storage.db, "persons");

test("the sign-in page has a link to the issuer by its name, and the way on", async () => {
  const page = await (await fetch(`${here.url}/sign-in?next=/desk`)).text();
  assert.match(page, /href="\/sign-in\/oidc\?next=%2Fdesk"[^>]*>Sign in with Club Login</);
});

test("who comes first has an account with a confirmed address, and goes on to where they came from", async () => {
  const came = await visit();
  assert.deepEqual([came.status, came.to], [303, "/account?a=1#b"]);
  assert.equal(await nameOf(came.cookie), "Ada Lind");
  const { db } = here.app.storage;
  const ada = await db.selectFrom("persons").selectAll().where("email", "=", ADA.email).executeTakeFirstOrThrow();
  assert.equal(Number(ada.emailVerified), 1);
  const mail = await db
    .selectFrom("mail_settings")
    .selectAll()
    .where("person_id", "=", ada.id)
    .executeTakeFirstOrThrow();
  assert.equal(mail.language, "ko");
});

test("no token of the issuer stays here", async () => {
  const rows = await here.app.storage.db.selectFrom("credentials").selectAll().execute();
  assert.ok(rows.length > 0);
  assert.doesNotMatch(JSON.stringify(rows), /an access token|eyJ/);
});

test("who comes again is the same member, also with another address and another name", async () => {
  const before = await persons();
  const came = await visit({ claims: { ...ADA, email: "ada.lind@elsewhere.example", name: "Another" } });
  assert.equal(await nameOf(came.cookie), "Ada Lind");
  assert.equal(await persons(), before);
});

const ODD = [{ email: "" }, { email: null }, { email: "ada@localhost", name: null }, { email_verified: "perhaps" }];

for (const odd of ODD)
  test(`who is known comes in, whatever is told of them: ${JSON.stringify(odd)}`, async () => {
    const came = await visit({ claims: { ...ADA, ...odd } });
    assert.equal(await nameOf(came.cookie), "Ada Lind");
  });

test("the same number at another issuer is somebody else", async () => {
  const elsewhere = accountAt({ issuer: "http://elsewhere.example/" }, ADA);
  const eve = await memberOfClaims(here.app, { sub: ADA.sub, name: "Eve" }, elsewhere);
  assert.equal(isRefused(eve) && eve.code, "oidc-mail-unverified");
});

test("of two ways in at once by a newcomer one account comes", async () => {
  const claims = { ...ADA, sub: "twin", email: "twin@example.org", name: "Twin" };
  const account = accountAt(issuer.settings, claims);
  const [one, other] = await Promise.all([1, 2].map(() => memberOfClaims(here.app, claims, account)));
  assert.deepEqual(one, other);
  const rows = await here.app.storage.db
    .selectFrom("credentials")
    .where("accountId", "=", account)
    .select("id")
    .execute();
  assert.equal(rows.length, 1);
});

test("two people of one name have two names here", async () => {
  const came = await visit({ claims: { ...ADA, sub: "ada-2", email: "other.ada@example.org" } });
  assert.equal(await nameOf(came.cookie), "Ada Lind 2");
});

test("an account whose owner confirmed the address is joined; one whose address nobody confirmed is not", async () => {
  const form = { name: "Bo Ek", email: "bo@example.org", password: "twelve letters of mine" };
  const body = new URLSearchParams(form);
  const headers = { origin: "http://podium.example" };
  assert.equal((await fetch(`${here.url}/sign-up`, { method: "POST", body, headers, redirect: "manual" })).status, 303);
  const claims = { sub: "bo-1", email: "BO@example.org", email_verified: true, name: "Bo of the issuer" };
  const refused = await visit({ claims });
  assert.equal(refused.status, 403);
  assert.match(refused.page, /nobody has confirmed the address/);
  assert.equal(refused.cookie, "");
  const { db } = here.app.storage;
  await db.updateTable("persons").set({ emailVerified: 1 }).where("email", "=", form.email).execute();
  assert.equal(await nameOf((await visit({ claims })).cookie), "Bo Ek");
});

test("who came by the issuer alone is asked for no present password, and is told how to have a first one", async () => {
  const { cookie } = await visit();
  const shown = await (await fetch(`${here.url}/account`, { headers: { cookie } })).text();
  assert.ok(!shown.includes("Present password") && shown.includes("A password of your own"));
  const tried = await fetch(`${here.url}/account/password`, {
    method: "POST",
    headers: { cookie, origin: "http://podium.example", accept: "application/json" },
    body: new URLSearchParams({ current: "none", password: "a first password of hers" }),
  });
  assert.match(await tried.text(), /"password-none"/);
});

test("who came by the issuer alone may have a password by mail, and signs in by both", async () => {
  const { db } = here.app.storage;
  const ada = await db.selectFrom("persons").select("id").where("email", "=", ADA.email).executeTakeFirstOrThrow();
  const token = await mailToken(here.app, "reset", ada.id);
  const headers = { origin: "http://podium.example" };
  const send = (path: string, form: Record<string, string>) =>
    fetch(here.url + path, { method: "POST", body: new URLSearchParams(form), headers, redirect: "manual" });
  const password = "a first password of hers";
  assert.equal((await send("/password/new", { token, password })).status, 303);
  assert.equal((await send("/sign-in", { email: ADA.email, password, next: "/" })).status, 303);
  const { cookie } = await visit();
  assert.equal(await nameOf(cookie), "Ada Lind");
  const shown = await (await fetch(`${here.url}/account`, { headers: { cookie } })).text();
  assert.ok(shown.includes("Present password"));
  assert.equal((await send("/password/new", { token, password: "another for the same link" })).status, 410);
});

const REFUSED: readonly [string, Partial<IssuerTelling>, RegExp, number][] = [
  [
    "the address is not confirmed there",
    { claims: { ...ADA, sub: "n1", email_verified: false } },
    /does not confirm/,
    403,
  ],
  [
    "nothing is said of the address",
    { claims: { sub: "n2", email: "n@example.org", name: "N N" } },
    /does not confirm/,
    403,
  ],
  ["no address is told", { claims: { sub: "n3", name: "N N", email_verified: true } }, /does not confirm/, 403],
  [
    "no name is told",
    { claims: { ...ADA, sub: "n4", email: "n4@example.org", name: "" } },
    /does not tell a name/,
    422,
  ],
  [
    "the name is an address",
    { claims: { ...ADA, sub: "n5", email: "n5@example.org", name: "n5@example.org" } },
    /does not tell a name/,
    422,
  ],
  [
    "the name speaks for the organisers",
    { claims: { ...ADA, sub: "n6", email: "n6@example.org", name: "Moderator" } },
    /spoke for the organisers/,
    422,
  ],
  ["the address is one of the demo", { claims: { ...ADA, sub: "n7", email: "organiser@demo.invalid" } }, /demo/, 422],
  ["the token is of another issuer", { token: { iss: "http://elsewhere.example" } }, /could not be confirmed/, 422],
  ["the token is for somebody else", { token: { aud: "another-client" } }, /could not be confirmed/, 422],
  ["the token is over", { token: { exp: 1 } }, /could not be confirmed/, 422],
  ["the token is of another person", { userInfo: { ...ADA, sub: "eve" } }, /could not be confirmed/, 422],
  ["the issuer says no", { denies: true }, /did not sign you in/, 403],
  [
    "the issuer calls itself otherwise",
    { discovery: { issuer: "http://elsewhere.example" } },
    /cannot be reached/,
    503,
  ],
  ["the issuer names no way in", { discovery: { authorization_endpoint: "" } }, /cannot be reached/, 503],
  [
    "the exchange of the code fails",
    { discovery: { token_endpoint: "http://127.0.0.1:1/" } },
    /could not be confirmed/,
    422,
  ],
];

for (const [what, telling, sentence, status] of REFUSED) {
  test(`nobody is let in where ${what}, and the page says why`, async () => {
    const before = await persons();
    const came = await visit(telling);
    assert.deepEqual([came.status, came.cookie], [status, ""]);
    assert.match(came.page, sentence);
    assert.match(came.page, /Sign in with Club Login/);
    assert.match(came.page, /name="next" value="\/account\?a=1#b"/, "the way on is not lost");
    assert.equal(await persons(), before);
  });
}

test("a way in counts once, in the browser that began it", async () => {
  Object.assign(issuer, RIGHT);
  const begun = await fetch(`${here.url}/sign-in/oidc`, { redirect: "manual" });
  const sent = await fetch(begun.headers.get("location") ?? "", { redirect: "manual" });
  const back = sent.headers.get("location") ?? "";
  const elsewhere = await comeBack(back, "");
  assert.match(elsewhere.page, /begun in another browser/);
  assert.equal(elsewhere.cookie, "");
  assert.equal((await comeBack(back, cookieIn(begun))).to, "/");
  const again = await comeBack(back, cookieIn(begun));
  assert.match(again.page, /begun in another browser/);
  const invented = await comeBack(back.replace(/state=[^&]+/, "state=invented"), cookieIn(begun));
  assert.match(invented.page, /begun in another browser/);
});

test("the way on never leads to another site", async () => {
  assert.equal((await visit({}, "//elsewhere.example/")).to, "/");
  assert.equal((await visit({}, "/threads/a(b)'~*?x=<y>#z!")).to, "/threads/a(b)'~*?x=%3Cy%3E#z!");
});

test("a program is told the code", async () => {
  Object.assign(issuer, RIGHT, { discovery: { issuer: "http://elsewhere.example" } });
  const answer = await fetch(`${here.url}/sign-in/oidc`, { headers: { accept: "application/json" } });
  const { refused } = (await answer.json()) as { refused: { code: string } };
  assert.deepEqual([answer.status, refused.code], [503, "oidc-unreachable"]);
});
