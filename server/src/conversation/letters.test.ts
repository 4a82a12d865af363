import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startJobWorker, type JobWorker } from "../jobs/worker.ts";
import { linkIn, type MailServer, openMailServer } from "../people/mail-server.testing.ts";
import { sendLettersOf } from "./letters.ts";
import { builtWeb, cookieIn, install, type Installation } from "../web-server/scenario.testing.ts";

const ORIGIN = "http://podium.test";
const EMAIL = "rena.okafor@example.org";
const WORDS = "correct horse battery staple once more";

let mail: MailServer;
let here: Installation;
let worker: JobWorker;

before(async () => {
  mail = await openMailServer();
  here = await install({
    settings: {
      PODIUM_SMTP_URL: mail.url,
      PODIUM_MAIL_FROM: "Podium <podium@podium.test>",
      PODIUM_ORIGIN: ORIGIN,
    },
  });
  const { app } = here;
  const kinds = [sendLettersOf(app, (await builtWeb()).renderLetter)];
  const { storage, clock, randomId } = app;
  worker = startJobWorker({ storage, kinds, clock, randomId, onFault: () => undefined, pollMs: 20 });
});

after(async () => {
  await worker.stop();
  await here.close();
  await mail.close();
});

/** The letter of a number; time goes on until it comes. */
function letter(number: number): Promise<string> {
  return mail.letter(number, () => {
    here.at.ms += 61_000;
  });
}

const tokenOf = (path: string): string => new URL(path, ORIGIN).searchParams.get("token") ?? "";

function send(path: string, form: Readonly<Record<string, string>>, cookie = ""): Promise<Response> {
  const headers = { cookie };
  return fetch(here.url + path, { method: "POST", headers, redirect: "manual", body: new URLSearchParams(form) });
}

test("a member joins, confirms by mail, is told of an answer, unsubscribes by one press, and leaves", async () => {
  await send("/sign-up", { name: "Rena Okafor", email: EMAIL, password: WORDS });
  const asked = await letter(1);
  assert.match(asked, /^Subject: Is this your address\?/m);
  assert.match(asked, /^To: rena\.okafor@example\.org/m);
  const confirmation = linkIn(asked, "/mail/confirmation");
  const shown = await (await fetch(here.url + confirmation)).text();
  assert.ok(shown.includes("This address is mine"), "a mail scanner that opens the link confirms nothing");
  const confirmed = await send("/mail/confirmation", { token: tokenOf(confirmation) });
  assert.equal(confirmed.status, 200);

  const cookie = cookieIn(await send("/sign-in", { email: EMAIL, password: WORDS }));
  const thread = "/threads/paris-2024-xd-podium/comments";
  const posted = await send(thread, { body: "I sat in the third row." }, cookie);
  const parent = /comments\/([^?]+)/.exec(posted.headers.get("location") ?? "")?.[1] ?? "";
  await send(thread, { parent, body: "And I in the fourth <b>row</b>." }, await here.signIn("editor"));
  const told = await letter(2);
  assert.match(told, /^Subject: 1 notification/m);
  assert.match(told, /answered you\./);
  assert.ok(told.includes("And I in the fourth <b>row</b>.") && told.includes("fourth &lt;b&gt;row"), told);
  assert.match(told, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
  assert.match(told, /^Auto-Submitted: auto-generated/im);

  const unsubscribe = linkIn(told, "/mail/unsubscribe");
  const pressed = await send(unsubscribe, { "List-Unsubscribe": "One-Click" });
  assert.equal(pressed.status, 200);
  await send(thread, { parent, body: "Nobody is written to about this." }, await here.signIn("editor"));
  const account = await (await fetch(`${here.url}/account`, { headers: { cookie } })).text();
  assert.match(account, /value="never" checked|checked(="")? value="never"/);

  const left = await send("/account/leaving", { choice: "delete", sure: "on" }, cookie);
  assert.equal(left.status, 303);
  assert.equal((await send(unsubscribe, {})).status, 410);
  assert.equal(mail.inbox.length, 2);
  assert.doesNotMatch(JSON.stringify([...(await here.rows())]), /rena\.okafor/);
});

test("a forgotten password is replaced by a link that holds once, and the answer is the same for an unknown address", async () => {
  await send("/sign-up", { name: "Pia Lund", email: "pia@example.org", password: WORDS });
  await letter(3);
  const [known, unknown] = [
    await send("/password", { email: "pia@example.org" }),
    await send("/password", { email: "nobody@example.org" }),
  ];
  const withoutTimes = async (answer: Response) => (await answer.text()).replaceAll(/\d{6,}/g, "");
  assert.deepEqual([known.status, await withoutTimes(known)], [unknown.status, await withoutTimes(unknown)]);
  const token = tokenOf(linkIn(await letter(4), "/password/new"));
  const fresh = "another long pass phrase for the hall";
  assert.equal((await send("/password/new", { token, password: "short" })).status, 400);
  assert.equal((await send("/password/new", { token, password: fresh })).status, 303);
  assert.equal((await send("/password/new", { token, password: fresh })).status, 410);
  assert.equal((await send("/sign-in", { email: "pia@example.org", password: WORDS })).status, 401);
  assert.equal((await send("/sign-in", { email: "pia@example.org", password: fresh })).status, 303);
});

test("who opens a second account with an address is answered as before, and its owner is told", async () => {
  const again = await send("/sign-up", { name: "Pia Second", email: "pia@example.org", password: WORDS });
  assert.equal(again.status, 303);
  assert.match(await letter(5), /^Subject: You have an account already/m);
});

test("nobody fills the mailbox of somebody else, and a server that is busy is asked again", async () => {
  here.at.ms += 3 * 60 * 60_000;
  mail.refuse(1);
  for (let times = 0; times < 8; times += 1) await send("/password", { email: "pia@example.org" });
  await letter(6);
  for (let times = 0; times < 8; times += 1) await send("/password", { email: "pia@example.org" });
  const waiting = await here.app.storage.db.selectFrom("jobs").select("id").where("name", "=", "send-letter").execute();
  assert.ok(mail.inbox.length + waiting.length <= 9);
});
