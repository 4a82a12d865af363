import assert from "node:assert/strict";
import { createECDH, randomBytes } from "node:crypto";
import { mkdirSync, rmdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as fc from "fast-check";
import { z } from "zod";
import { isRefused } from "@podium/engine";
import {
  cookieIn,
  install,
  play,
  testScenarios,
  type Installation,
  type Scenario,
} from "../web-server/scenario.testing.ts";
import { readConfig } from "../config.ts";
import { clientAddress, networkOf, proxiesOf } from "./client-address.ts";
import { localPath } from "./local-path.ts";
import { appoint, dismiss, endSessionsAt, heldRoles, type Appointment } from "./roles.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
});

after(() => here.close());

const newcomer = { name: "Ida Vik", email: "ida@example.org", password: "a long password" };
const NEITHER = "The e-mail address and the password do not belong together.";

testScenarios(() => here, [
  {
    name: "the sign-in page offers the invented people in demo mode",
    path: "/sign-in?next=/desk",
    expects: { status: 200, contains: ["/demo/sign-in/organiser", 'name="next" value="/desk"'] },
  },
  {
    name: "an account is opened; its owner signs in and goes on to where they came from",
    method: "POST",
    path: "/sign-up",
    form: { ...newcomer, next: "/desk?a=1#b" },
    expects: { status: 303, to: "/sign-in?next=%2Fdesk%3Fa%3D1%23b&notice=account-opened" },
  },
  {
    name: "the sign-in page says what became of it, and keeps the way on",
    path: "/sign-in?next=%2Fdesk%3Fa%3D1%23b&notice=account-opened",
    expects: { status: 200, contains: ["If this address had no account, it has one now", 'value="/desk?a=1#b"'] },
  },
  {
    name: "an address has one account, however it is written, and nobody is told so",
    method: "POST",
    path: "/sign-up",
    form: { name: "Somebody Else", email: "IDA@example.org", password: "another long password" },
    expects: { status: 303, to: "/sign-in?next=%2F&notice=account-opened" },
  },
  {
    name: "the name that was tried with an address that had an account is gone, as if it had had none",
    method: "POST",
    path: "/sign-up",
    form: { name: "Somebody Else", email: "third@example.org", password: "another long password" },
    expects: { status: 422, contains: ["or one that looks like it"] },
  },
  {
    name: "the second password of an address that had an account lets nobody in",
    method: "POST",
    path: "/sign-in",
    form: { email: newcomer.email, password: "another long password" },
    expects: { status: 401 },
  },
  {
    name: "the right password lets in",
    method: "POST",
    path: "/sign-in",
    form: { email: newcomer.email, password: newcomer.password },
    expects: { status: 303, to: "/" },
  },
  {
    name: "a wrong password and an unknown address get the same sentence (password)",
    method: "POST",
    path: "/sign-in",
    form: { email: newcomer.email, password: "a wrong password" },
    expects: { status: 401, contains: [NEITHER, 'value="ida@example.org"'], absent: ["a wrong password"] },
  },
  {
    name: "a wrong password and an unknown address get the same sentence (address)",
    method: "POST",
    path: "/sign-in",
    form: { email: "nobody@example.org", password: newcomer.password },
    expects: { status: 401, contains: [NEITHER], absent: [newcomer.password] },
  },
  {
    name: "a password has twelve characters",
    method: "POST",
    path: "/sign-up",
    form: { name: "Nia Holt", email: "new@example.org", password: "a bit short" },
    expects: { status: 422, contains: ["at least 12 characters"], absent: ["a bit short"] },
  },
  {
    name: "a password is not one that everybody tries",
    method: "POST",
    path: "/sign-up",
    form: { name: "Nia Holt", email: "new@example.org", password: "password1234" },
    expects: { status: 422, contains: ["easily guessed"], absent: ["password1234"] },
  },
  {
    name: "a name is not somebody else's by its look",
    method: "POST",
    path: "/sign-up",
    form: { name: "Idа  Vіk", email: "copy@example.org", password: "a long password" },
    expects: { status: 422, contains: ["or one that looks like it"] },
  },
  {
    name: "nobody is called a moderator",
    method: "POST",
    path: "/sign-up",
    form: { name: "Mоderator", email: "copy@example.org", password: "a long password" },
    expects: { status: 422, contains: ["spoke for the organisers"] },
  },
  {
    name: "nobody who was refused has an account",
    method: "POST",
    path: "/sign-in",
    form: { email: "copy@example.org", password: "a long password" },
    expects: { status: 401 },
  },
  {
    name: "an address is an address",
    method: "POST",
    path: "/sign-up",
    form: { ...newcomer, email: "no address" },
    expects: { status: 400 },
  },
  {
    name: "a name is not only blanks and controls",
    method: "POST",
    path: "/sign-up",
    form: { ...newcomer, email: "blank@example.org", name: "\u200b \u202e." },
    expects: { status: 400 },
  },
  {
    name: "what no form has is refused",
    method: "POST",
    path: "/sign-in",
    form: { email: newcomer.email, password: "x", role: "organiser" },
    expects: { status: 400 },
  },
  {
    name: "a script is refused in JSON",
    method: "POST",
    path: "/sign-in",
    json: { email: newcomer.email, password: "no" },
    expects: { status: 401, contains: ['"code":"wrong-password"'] },
  },
  {
    name: "HTML in what is shown again comes out as text",
    method: "POST",
    path: "/sign-up",
    form: { name: '"><script>alert(1)</script>', email: '"><b>', password: "x" },
    expects: { status: 400, absent: ["<script>alert(1)", "><b>"] },
  },
  {
    name: "a page of another site cannot sign anybody in",
    method: "POST",
    path: "/sign-in",
    form: { email: newcomer.email, password: newcomer.password },
    headers: { origin: "https://elsewhere.example" },
    expects: { status: 403 },
  },
  {
    name: "a page of another site cannot sign anybody in, by what browsers tell of it",
    method: "POST",
    path: "/demo/sign-in/organiser",
    form: {},
    headers: { "sec-fetch-site": "cross-site" },
    expects: { status: 403 },
  },
  {
    name: "there is no invented person of another name",
    method: "POST",
    path: "/demo/sign-in/owner",
    form: {},
    expects: { status: 404 },
  },
  {
    name: "the account page is for who is signed in",
    path: "/account",
    expects: { status: 303, to: "/sign-in?next=%2Faccount" },
  },
  {
    name: "the account page tells a person what they may be",
    path: "/account",
    as: "referee",
    expects: { status: 200, contains: ["Teo Brandt", "referee@demo.invalid", "member, referee"] },
  },
  {
    name: "of the library's addresses only the steps of passkeys are open",
    method: "POST",
    path: "/api/auth/sign-up/email",
    json: newcomer,
    expects: { status: 404 },
  },
  {
    name: "a passkey is made by who is signed in",
    path: "/api/auth/passkey/generate-register-options",
    expects: { status: 401 },
  },
] satisfies Scenario[]);

/** Answers of two requests in turns, and how the work of the machine for one compares to that for the other: mostly hashing. */
async function inTurns(
  paths: readonly [string, string],
  form: (turn: number, which: number) => Record<string, string>,
): Promise<{ bodies: Set<string>; statuses: Set<number>; ratio: number }> {
  const taken: [number[], number[]] = [[], []];
  const bodies = new Set<string>();
  const statuses = new Set<number>();
  for (let turn = 0; turn < 6; turn += 1) {
    for (const which of [0, 1] as const) {
      here.at.ms += 600_000;
      const body = new URLSearchParams(form(turn, which));
      const from = process.cpuUsage();
      const answer = await fetch(here.url + paths[which], { method: "POST", redirect: "manual", body });
      const text = await answer.text();
      const { user, system } = process.cpuUsage(from);
      taken[which].push(user + system);
      statuses.add(answer.status);
      bodies.add(text.replaceAll(body.get("email") ?? "", "ADDRESS") + (answer.headers.get("location") ?? ""));
    }
  }
  const least = (times: number[]) => Math.min(...times);
  return { bodies, statuses, ratio: least(taken[0]) / least(taken[1]) };
}

test("signing up with an address that has an account and with one that has none is the same, as long too", async () => {
  const told = await inTurns(["/sign-up", "/sign-up"], (turn, which) => ({
    name: `Turn ${["ah", "be", "ce", "du", "ef", "ga", "ho", "ju", "ka", "mo", "nu", "po"][turn]}${which === 0 ? "x" : "y"}`,
    email: which === 0 ? newcomer.email : `turn-${turn}@example.org`,
    password: "an answer of its own",
  }));
  assert.deepEqual([[...told.statuses], told.bodies.size], [[303], 1]);
  assert.ok(told.ratio > 0.6 && told.ratio < 1.6, `${told.ratio}`);
});

test("signing in at an address that has an account and at one that has none is the same, as long too", async () => {
  const told = await inTurns(["/sign-in", "/sign-in"], (turn, which) => ({
    email: which === 0 ? newcomer.email : `no-turn-${turn}@example.org`,
    password: "a wrong password",
  }));
  assert.deepEqual([[...told.statuses], told.bodies.size], [[401], 1]);
  assert.ok(told.ratio > 0.6 && told.ratio < 1.6, `${told.ratio}`);
});

test("of two who take one name at once, or one address, one has it", async () => {
  const open = (form: Record<string, string>) =>
    fetch(`${here.url}/sign-up`, { method: "POST", redirect: "manual", body: new URLSearchParams(form) });
  here.at.ms += 600_000;
  const password = "an answer of its own";
  const names = await Promise.all(
    ["Ole Berg", "Olе Berg"].map((name, at) => open({ name, email: `berg-${at}@example.org`, password })),
  );
  assert.deepEqual(names.map(({ status }) => status).sort(), [303, 422]);
  const addresses = await Promise.all(
    ["Pia Dahl", "Uma Lind"].map((name) => open({ name, email: "one@example.org", password })),
  );
  assert.deepEqual(
    addresses.map(({ status }) => status),
    [303, 303],
  );
  const persons = here.app.storage.db.selectFrom("persons").select(["name", "email"]);
  assert.equal((await persons.where("email", "in", ["berg-0@example.org", "berg-1@example.org"]).execute()).length, 1);
  assert.equal((await persons.where("email", "=", "one@example.org").execute()).length, 1);
  assert.deepEqual(await persons.where("email", "like", "%@taken.invalid").execute(), []);
});

test("the session cookie is for the server only, for this site, and for https where that is the address", async () => {
  const signed = await play(here, {
    name: "sign in",
    method: "POST",
    path: "/sign-in",
    form: { email: newcomer.email, password: newcomer.password },
    expects: { status: 303 },
  });
  const [cookie = ""] = signed.answer.headers.getSetCookie();
  assert.match(cookie, /^podium\.session_token=/);
  assert.match(cookie, /HttpOnly/i);
  assert.match(cookie, /SameSite=Lax/i);
  assert.doesNotMatch(cookie, /Secure/i);
  const secure = await install({ examples: [], settings: { PODIUM_ORIGIN: "https://podium.example" } });
  try {
    await play(secure, {
      name: "sign up over https",
      method: "POST",
      path: "/sign-up",
      form: newcomer,
      expects: { status: 303 },
    });
    const over = await play(secure, {
      name: "sign in over https",
      method: "POST",
      path: "/sign-in",
      form: { email: newcomer.email, password: newcomer.password },
      expects: { status: 303 },
    });
    assert.match(over.answer.headers.getSetCookie()[0] ?? "", /^__Secure-podium\.session_token=.*; Secure/i);
    const page = await fetch(`${secure.url}/account`, {
      headers: { cookie: cookieIn(over.answer) },
      redirect: "manual",
    });
    assert.equal(page.status, 200);
  } finally {
    await secure.close();
  }
});

test("signing out ends the session on the server too", async () => {
  const signed = await play(here, {
    name: "sign in",
    method: "POST",
    path: "/sign-in",
    form: { email: newcomer.email, password: newcomer.password },
    expects: { status: 303 },
  });
  const cookie = cookieIn(signed.answer);
  const account = () => fetch(`${here.url}/account`, { headers: { cookie }, redirect: "manual" });
  assert.equal((await account()).status, 200);
  assert.equal(
    (await fetch(`${here.url}/sign-out`, { method: "POST", headers: { cookie }, redirect: "manual" })).status,
    303,
  );
  assert.equal((await account()).status, 303);
});

test("a forged session is nobody's", async () => {
  const page = await fetch(`${here.url}/account`, {
    headers: { cookie: "podium.session_token=abc.def" },
    redirect: "manual",
  });
  assert.equal(page.status, 303);
});

test("a password is not tried without end", async () => {
  const guess = () =>
    fetch(`${here.url}/sign-in`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ email: "guessed@example.org", password: "guess" }),
    });
  const answers: number[] = [];
  for (let tries = 0; tries < 10; tries += 1) answers.push((await guess()).status);
  assert.deepEqual(answers, [...Array.from({ length: 8 }, () => 401), 429, 429]);
  here.at.ms += 20_000;
  assert.equal((await guess()).status, 401);
});

test("outside demo mode nobody is let in by a click, and who was is nobody any more", async () => {
  const cookie = await here.signIn("organiser");
  const closed: Installation = { ...here, app: { ...here.app, config: { ...here.app.config, demo: false } } };
  const { viewerOf } = await import("./people.ts");
  const headers = new Headers({ cookie, host: new URL(here.url).host });
  assert.equal((await viewerOf(here.app, headers))?.name, "Marit Solheim");
  assert.equal(await viewerOf({ ...closed.app }, headers), null);
});

for (const headers of [{ "x-forwarded-for": "192.0.2.1" }, { forwarded: "for=192.0.2.1" }, { via: "1.1 proxy" }]) {
  test(`through a proxy that nobody told of, there is no demo: ${Object.keys(headers).join(", ")}`, async () => {
    const { answer, text } = await play(here, {
      name: "by a proxy",
      method: "POST",
      path: "/demo/sign-in/organiser",
      form: {},
      headers,
      expects: { status: 421, contains: ["PODIUM_ORIGIN"] },
    });
    assert.equal(answer.headers.get("set-cookie"), null, text);
  });
}

test("the secret is readable for its owner only", () => {
  assert.equal(statSync(join(here.app.config.dataFolder, "secret")).mode & 0o777, 0o600);
});

async function entered({ email, password }: { email: string; password: string }): Promise<string> {
  here.at.ms += 20_000;
  const scenario = { name: email, method: "POST", path: "/sign-in", form: { email, password } } as const;
  return cookieIn((await play(here, { ...scenario, expects: { status: 303 } })).answer);
}

const accountPage = async (cookie: string) =>
  (await fetch(`${here.url}/account`, { headers: { cookie }, redirect: "manual" })).text();

async function codeShownTo(person: { email: string; password: string }): Promise<string> {
  const page = await accountPage(await entered(person));
  return /class="code">([2-9A-Z]{8})</.exec(page)?.[1] ?? assert.fail("no code is shown");
}

test("a role is given to who has an account and tells its code, once, and counts at once", async () => {
  const roleOf = async (): Promise<unknown> =>
    (await here.app.storage.db.selectFrom("roles").selectAll().where("given_by", "is", null).execute()).map(
      ({ competition_id, role }) => [competition_id, role],
    );
  const first = { email: "Ida@Example.org", role: "organiser" };
  for (const [code, refusal] of [
    [undefined, "address-unconfirmed"],
    ["22222222", "code-wrong"],
  ] as const) {
    const refused = await appoint(here.app, { ...first, code });
    assert.equal(isRefused(refused) && refused.code, refusal);
  }
  assert.deepEqual(await roleOf(), []);
  assert.equal(await appoint(here.app, { ...first, code: (await codeShownTo(newcomer)).toLowerCase() }), newcomer.name);
  assert.equal(await appoint(here.app, { email: newcomer.email, role: "organiser" }), newcomer.name);
  assert.deepEqual(await roleOf(), [["*", "organiser"]]);
  const signed = await play(here, {
    name: "sign in",
    method: "POST",
    path: "/sign-in",
    form: { email: newcomer.email, password: newcomer.password },
    expects: { status: 303 },
  });
  const account = await fetch(`${here.url}/account`, { headers: { cookie: cookieIn(signed.answer) } });
  assert.match(await account.text(), /member, organiser/);
});

test("a role is taken back at once, and only where it is held; who holds what can be listed", async () => {
  const cookie = await entered(newcomer);
  assert.match(await accountPage(cookie), /member, organiser/);
  assert.deepEqual(
    (await heldRoles(here.app))
      .filter(({ email }) => email === newcomer.email)
      .map(({ role, competition }) => [role, competition]),
    [["organiser", "*"]],
  );
  // Outside demo mode the invented organiser lets nobody in, and another is needed.
  const own = { ...here.app, config: { ...here.app.config, demo: false } };
  const last = await dismiss(own, { email: newcomer.email, role: "organiser" });
  assert.equal(isRefused(last) && last.code, "last-organiser");
  assert.match(await accountPage(cookie), /member, organiser/);
  await here.signIn("organiser");
  assert.equal(await dismiss(here.app, { email: newcomer.email, role: "organiser" }), newcomer.name);
  assert.doesNotMatch(await accountPage(cookie), /member, organiser/);
  const again = await dismiss(here.app, { email: newcomer.email, role: "organiser" });
  assert.equal(isRefused(again) && again.code, "role-not-held");
});

/** Shows notifications in the browser with this session; answers the name of the device. */
async function deviceIn(cookie: string, name: string): Promise<string> {
  const ecdh = createECDH("prime256v1");
  const keys = { p256dh: ecdh.generateKeys("base64url"), auth: randomBytes(16).toString("base64url") };
  const answer = await fetch(`${here.url}/account/devices`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ endpoint: `https://push.example.org/${name}`, keys }),
  });
  return z.object({ device: z.string() }).parse(await answer.json()).device;
}

/** Which of these devices the account page lists. */
async function listed(cookie: string, devices: readonly string[]): Promise<boolean[]> {
  const page = await accountPage(cookie);
  return devices.map((device) => page.includes(`value="${device}"`));
}

test("a changed password ends the sessions of other devices, and the old one lets nobody in", async () => {
  const [here1, there] = [await entered(newcomer), await entered(newcomer)];
  const devices = [await deviceIn(here1, "mine"), await deviceIn(there, "theirs")];
  const password = "wet old kite in june";
  const changed = await fetch(`${here.url}/account/password`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: here1 },
    body: new URLSearchParams({ current: newcomer.password, password }),
  });
  assert.equal(changed.headers.get("location"), "/account?notice=password-changed");
  assert.match(await accountPage(cookieIn(changed)), /ida@example\.org/);
  assert.equal(await accountPage(there), "");
  assert.deepEqual(await listed(cookieIn(changed), devices), [true, false]);
  await fetch(`${here.url}/sign-out`, { method: "POST", redirect: "manual", headers: { cookie: cookieIn(changed) } });
  assert.deepEqual(await listed(await entered({ ...newcomer, password }), devices), [false, false]);
  const form = { email: newcomer.email, password: newcomer.password };
  await play(here, { name: "the old one", method: "POST", path: "/sign-in", form, expects: { status: 401 } });
  newcomer.password = password;
});

test("all sessions of a person end, by themselves or by whoever runs the installation", async () => {
  const mine = [await entered(newcomer), await entered(newcomer)];
  const end = (cookie: string) =>
    fetch(`${here.url}/account/sessions/end`, { method: "POST", redirect: "manual", headers: { cookie } });
  assert.equal((await end(mine[0] ?? "")).status, 303);
  assert.deepEqual(await Promise.all(mine.map(accountPage)), ["", ""]);
  const later = await entered(newcomer);
  assert.equal(await endSessionsAt(here.app, "IDA@example.org"), newcomer.name);
  assert.equal(await accountPage(later), "");
});

const appointments: readonly (readonly [law: string, appointment: Appointment, code: string])[] = [
  ["a role is one of the roles", { email: newcomer.email, role: "owner" }, "role-unknown"],
  ["nobody is given a role without an account", { email: "nobody@example.org", role: "editor" }, "person-unknown"],
  [
    "a role is for a competition that is there",
    { email: newcomer.email, role: "editor", competition: "nowhere" },
    "competition-unknown",
  ],
];

for (const [law, appointment, code] of appointments) {
  test(law, async () => {
    const answer = await appoint(here.app, appointment);
    assert.equal(isRefused(answer) ? answer.code : answer, code);
  });
}

const addresses: readonly (readonly [law: string, remote: string | undefined, told: string | null, client: string])[] =
  [
    ["who asks directly is who asks", "203.0.113.7", null, "203.0.113.7"],
    ["nobody far away is believed about their address", "203.0.113.7", "198.51.100.1", "203.0.113.7"],
    ["a proxy on this machine is believed", "127.0.0.1", "198.51.100.1", "198.51.100.1"],
    ["of several, only what the nearest proxy saw", "::ffff:127.0.0.1", "10.0.0.1, 198.51.100.1", "198.51.100.1"],
    ["what is no address is not kept", "::1", "x".repeat(100), "::1"],
    ["a word in the place of an address is not one more network", "127.0.0.1", "_hidden-17", "127.0.0.1"],
    ["a port that a proxy tells too does not count", "127.0.0.1", "198.51.100.1:49152", "198.51.100.1"],
    ["nor behind an address of IPv6", "127.0.0.1", "[2001:db8::1]:49152", "2001:db8::1"],
    ["an address in brackets is one", "127.0.0.1", "[2001:db8::1]", "2001:db8::1"],
    ["nobody known is one of all", undefined, null, "unknown"],
  ];

for (const [law, remote, told, client] of addresses) {
  test(law, () => assert.equal(clientAddress(remote, told, proxiesOf(readConfig({}).proxies)), client));
}

const chains: readonly (readonly [law: string, remote: string, told: string, client: string])[] = [
  ["a proxy of the settings is believed", "10.0.0.5", "198.51.100.1", "198.51.100.1"],
  ["written as IPv6 too", "::ffff:10.0.0.5", "198.51.100.1", "198.51.100.1"],
  ["one of a network of the settings", "fd12:3456::7", "198.51.100.1", "198.51.100.1"],
  ["behind a chain of them, the first that is none", "10.0.0.5", "1.2.3.4, 198.51.100.1, 192.168.7.9", "198.51.100.1"],
  ["where all are proxies, the farthest", "10.0.0.5", "192.168.7.8, 192.168.7.9", "192.168.7.8"],
  ["a neighbour of a proxy is not believed", "10.0.0.6", "198.51.100.1", "10.0.0.6"],
  ["this machine only where the settings say so", "127.0.0.1", "198.51.100.1", "127.0.0.1"],
  ["what is no address ends the chain", "10.0.0.5", "198.51.100.1, unknown", "10.0.0.5"],
];

for (const [law, remote, told, client] of chains) {
  const proxies = proxiesOf(["10.0.0.5", "192.168.7.0/24", "fd00::/8"]);
  test(`proxies: ${law}`, () => assert.equal(clientAddress(remote, told, proxies), client));
}

const paths: readonly (readonly [wanted: string | undefined, path: string])[] = [
  ["/desk?a=1#b", "/desk?a=1#b"],
  [undefined, "/"],
  ["", "/"],
  ["desk", "/"],
  ["//elsewhere.example", "/"],
  ["/\\elsewhere.example", "/"],
  ["/..//elsewhere.example", "/"],
  ["/.//elsewhere.example", "/"],
  ["https://elsewhere.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["/\t/elsewhere.example", "/"],
  ["/a\r\nset-cookie: x=y", "/"],
];

for (const [wanted, path] of paths) {
  test(`after signing in, ${JSON.stringify(wanted ?? null)} leads to ${path}`, () =>
    assert.equal(localPath(wanted), path));
}

test("whatever is wanted, it never leads to another site", () => {
  const parts = fc.array(
    fc.oneof(
      fc.constantFrom("/", "\\", "//", "@", ":", "%2f", ".", "..", "\t", "elsewhere.example", "https:"),
      fc.string(),
    ),
  );
  fc.assert(
    fc.property(parts, (pieces) => {
      const path = localPath(`/${pieces.join("")}`);
      assert.equal(new URL(path, "https://podium.example").origin, "https://podium.example");
      assert.doesNotMatch(path, /[\r\n]/);
    }),
  );
});

const networks: readonly (readonly [address: string, network: string])[] = [
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["::ffff:c000:207", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:0db8:0001:0002::9", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["unknown", "unknown"],
];

for (const [address, network] of networks)
  test(`limits count ${address} as ${network}`, () => assert.equal(networkOf(address), network));

test("who guesses at an account from elsewhere does not lock its owner out", async () => {
  const proxied = await install({ examples: [], settings: { PODIUM_ORIGIN: "http://podium.example" } });
  const guess = (from: string) =>
    fetch(`${proxied.url}/sign-in`, {
      method: "POST",
      redirect: "manual",
      headers: { "x-forwarded-for": from },
      body: new URLSearchParams({ email: "owner@example.org", password: "guess" }),
    });
  try {
    for (let tries = 0; tries < 9; tries += 1) await guess("2001:db8:1:2::1");
    assert.equal((await guess("2001:db8:1:2::99")).status, 429);
    assert.equal((await guess("2001:db8:1:3::1")).status, 401);
  } finally {
    await proxied.close();
  }
});

test("one network opens twenty accounts at once and no more, from however many addresses of its own", async () => {
  const proxied = await install({ examples: [], settings: { PODIUM_ORIGIN: "http://podium.example" } });
  const signUp = async (from: string, number: number) => {
    const form = { name: `Ina ${number}`, email: `ina${number}@example.org`, password: "short" };
    const headers = { "x-forwarded-for": from };
    const body = new URLSearchParams(form);
    return (await fetch(`${proxied.url}/sign-up`, { method: "POST", redirect: "manual", headers, body })).status;
  };
  try {
    const answers: number[] = [];
    for (let number = 0; number < 21; number += 1) answers.push(await signUp(`2001:db8:1:2::${number + 1}`, number));
    assert.deepEqual([...new Set(answers.slice(0, 20)), answers[20]], [422, 429]);
    assert.equal(await signUp("2001:db8:1:3::1", 30), 422);
  } finally {
    await proxied.close();
  }
});

test("a first sign-in that fails leaves the next one as it would have been", async () => {
  const other = await install({ examples: [] });
  const secret = join(other.app.config.dataFolder, "secret");
  const enter = () => fetch(`${other.url}/demo/sign-in/member`, { method: "POST", redirect: "manual" });
  try {
    mkdirSync(secret);
    assert.equal((await enter()).status, 503);
    rmdirSync(secret);
    assert.equal((await enter()).status, 303);
  } finally {
    await other.close();
  }
});
