import { isRefused, refuse, type Refusal } from "@podium/engine";
import { forgottenForm, mailRhythmForm, mailTokenForm, type MailPage, resetForm } from "@podium/protocol";
import { z } from "zod";
import { transact } from "../app.ts";
import { notSignedIn } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { setPassword } from "./accounts.ts";
import { letters, setMail } from "./letter-plan.ts";
import { authOf } from "./loaded-auth.ts";
import { isMailSetUp, mayWriteTo } from "./mailer.ts";
import { memberByToken } from "./mail-tokens.ts";
import { admit } from "./pacing.ts";
import { whyWeak } from "./passwords.ts";
import { anyone, signedIn } from "./policy.ts";
import { endSessionsOf } from "./roles.ts";

const LETTERS_FROM_AN_ADDRESS = { everyMs: 60_000, burst: 10 };
const TOKENS_FROM_AN_ADDRESS = { everyMs: 2_000, burst: 30 };

const TOKEN_OVER = refuse("mail-link-over", "This link does not hold any more. Ask for a new one.");
const NO_MAIL = refuse("mail-not-set-up", "This Podium does not send mail. Ask the organisers.");

const holdersOfLinks = anyone("the link in the letter is the key");
const forgetful = anyone("who has forgotten the password is not signed in");
/** A mail program posts `List-Unsubscribe=One-Click` to the address with its token. */
const unsubscribing = z.object({ token: z.string().max(400).optional() });

/** Links in letters, and letters that somebody asks for. */
export const mailRoutes: readonly Route[] = [
  { method: "GET", path: "/password", policy: forgetful, answer: async (request) => page(request, "forgotten") },
  { method: "POST", path: "/password", policy: forgetful, reads: forgottenForm, answer: sendReset },
  { method: "GET", path: "/password/new", policy: holdersOfLinks, answer: async (request) => page(request, "reset") },
  { method: "POST", path: "/password/new", policy: holdersOfLinks, reads: resetForm, answer: reset },
  {
    method: "GET",
    path: "/mail/confirmation",
    policy: holdersOfLinks,
    answer: async (request) => page(request, "confirm"),
  },
  { method: "POST", path: "/mail/confirmation", policy: holdersOfLinks, reads: mailTokenForm, answer: confirm },
  {
    method: "GET",
    path: "/mail/unsubscribe",
    policy: holdersOfLinks,
    answer: async (request) => page(request, "unsubscribe"),
  },
  { method: "POST", path: "/mail/unsubscribe", policy: holdersOfLinks, reads: unsubscribing, answer: unsubscribe },
  { method: "POST", path: "/account/mail", policy: signedIn, reads: mailRhythmForm, answer: takeRhythm },
  { method: "POST", path: "/account/confirmation", policy: signedIn, answer: sendConfirmation },
];

function page({ app, query }: RouteRequest, step: MailPage["step"], shown: Partial<MailPage> = {}): Answer {
  const data = { step, token: (query["token"] ?? "").slice(0, 400), isSetUp: isMailSetUp(app), isDone: false };
  const refusal = shown.refusal ?? null;
  return answer.form(
    { page: "mail", data: { ...data, ...shown, refusal } },
    refusal === null
      ? null
      : refuse(refusal.code === "mail-link-over" ? "mail-link-over" : "form-invalid", refusal.message),
  );
}

/** The same answer whoever has an account: nobody learns here who does. */
async function sendReset(request: RouteRequest): Promise<Answer> {
  const { app, client } = request;
  const form = await request.read(forgottenForm);
  if (isRefused(form)) return answer.refusal(form);
  if (!isMailSetUp(app)) return request.wantsJson ? answer.refusal(NO_MAIL) : page(request, "forgotten");
  const email = form.email.toLowerCase();
  const calm = await admit(app, LETTERS_FROM_AN_ADDRESS, [`letters from ${client}`]);
  if (isRefused(calm)) return answer.refusal(calm);
  if (await mayWriteTo(app, email))
    await transact(app, null, async (unit) => {
      const persons = unit.db.selectFrom("persons").select("id");
      const found = await persons.where("email", "=", email).executeTakeFirst();
      if (found !== undefined) await unit.enqueue(letters, { data: { person: found.id, kind: "reset" }, isOnce: true });
    });
  return request.wantsJson ? answer.json({}) : page(request, "forgotten", { isDone: true });
}

async function reset(request: RouteRequest): Promise<Answer> {
  const { app, headers, client } = request;
  const calm = await admit(app, TOKENS_FROM_AN_ADDRESS, [`mail tokens from ${client}`]);
  if (isRefused(calm)) return answer.refusal(calm);
  const form = await request.read(resetForm);
  if (isRefused(form)) return answer.refusal(form);
  const person = await memberByToken(app, "reset", form.token);
  if (person === null) return refusedPage(request, "reset", { refusal: TOKEN_OVER, token: form.token });
  const weak = await whyWeak(form.password, []);
  if (weak !== null) return refusedPage(request, "reset", { refusal: weak, token: form.token });
  const { password } = await (await authOf(app, headers)).$context;
  const hash = await password.hash(form.password);
  await transact(app, null, async (unit) => {
    await setPassword(unit, person, hash);
    await unit.db.updateTable("persons").set({ emailVerified: 1 }).where("id", "=", person).execute();
  });
  await endSessionsOf(app, person);
  return request.wantsJson ? answer.json({}) : answer.seeOther("/sign-in?notice=password-changed");
}

function refusedPage(
  request: RouteRequest,
  step: MailPage["step"],
  { refusal, token }: { readonly refusal: Refusal; readonly token: string },
): Answer {
  if (request.wantsJson) return answer.refusal(refusal);
  return page(request, step, { token, refusal: { code: refusal.code, message: refusal.message } });
}

async function confirm(request: RouteRequest): Promise<Answer> {
  const form = await request.read(mailTokenForm);
  if (isRefused(form)) return answer.refusal(form);
  const { app } = request;
  const person = await memberByToken(app, "confirm", form.token);
  if (person === null) return refusedPage(request, "confirm", { refusal: TOKEN_OVER, token: form.token });
  await transact(app, null, async (unit) => {
    await unit.db.updateTable("persons").set({ emailVerified: 1 }).where("id", "=", person).execute();
  });
  return request.wantsJson ? answer.json({}) : page(request, "confirm", { isDone: true });
}

async function unsubscribe(request: RouteRequest): Promise<Answer> {
  const fields = await request.fields();
  const { app } = request;
  const token = (fields["token"] ?? request.query["token"] ?? "").slice(0, 400);
  const person = await memberByToken(app, "unsubscribe", token);
  if (person === null) return refusedPage(request, "unsubscribe", { refusal: TOKEN_OVER, token });
  await transact(app, null, (unit) => setMail(unit, person, { rhythm: "never" }));
  return page(request, "unsubscribe", { isDone: true });
}

async function takeRhythm(request: RouteRequest): Promise<Answer> {
  const { app, viewer, language } = request;
  if (viewer === null) return answer.refusal(notSignedIn());
  const form = await request.read(mailRhythmForm);
  if (isRefused(form)) return answer.refusal(form);
  await transact(app, viewer.id, (unit) => setMail(unit, viewer.id, { language, rhythm: form.rhythm }));
  return request.wantsJson ? answer.json(form) : answer.seeOther("/account?notice=mail-set");
}

async function sendConfirmation(request: RouteRequest): Promise<Answer> {
  const { app, viewer, client, language } = request;
  if (viewer === null) return answer.refusal(notSignedIn());
  if (!isMailSetUp(app)) return request.wantsJson ? answer.refusal(NO_MAIL) : answer.seeOther("/account#mail");
  const calm = await admit(app, LETTERS_FROM_AN_ADDRESS, [`letters of ${viewer.id}`, `letters from ${client}`]);
  if (isRefused(calm)) return answer.refusal(calm);
  await transact(app, viewer.id, async (unit) => {
    await setMail(unit, viewer.id, { language });
    await unit.enqueue(letters, { data: { person: viewer.id, kind: "confirm" }, isOnce: true });
  });
  return request.wantsJson ? answer.json({}) : answer.seeOther("/account?notice=letter-sent");
}
