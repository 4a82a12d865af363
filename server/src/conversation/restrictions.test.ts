import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { wordList, type Refusal } from "@podium/engine";
import type { RestrictionForm, Viewer } from "@podium/protocol";
import { transact, type UnitOfWork } from "../app.ts";
import { presentLog } from "./acts.ts";
import { postComment, reviseComment } from "./conversation.ts";
import { pauseAll, resumeAll, turnDials } from "./dials.ts";
import { flagComment } from "./flagging.ts";
import { liftRestriction, restrict } from "./restrictions.ts";
import { codeOf, emptyApp, granted, opened, person, posted, refusedAs } from "./thread.testing.ts";
import { personId, threadId } from "../storage/codes.ts";
import { vote } from "./voting.ts";

const THREAD = threadId("thread-one");
const DAY_MS = 24 * 60 * 60_000;
const mo = person("mo", "moderator");
const ola = person("ola", "organiser");
const local: Viewer = { id: personId("local"), name: "Local", roles: { "club-open": ["moderator"] } };

let app: Awaited<ReturnType<typeof emptyApp>>;

before(async () => {
  app = await emptyApp();
  await opened(app);
});
after(() => app.storage.close());

function act<T>(who: Viewer, work: (unit: UnitOfWork) => Promise<T | Refusal>): Promise<T | Refusal> {
  return transact(app, who.id, work);
}

let cheers = 0;
function writing(who: Viewer) {
  const form = { body: `Cheer ${(cheers += 1)}` };
  return act(who, (unit) =>
    postComment(unit, { viewer: who, thread: THREAD, form, pageLanguage: "en", words: wordList([]) }),
  );
}

/** A member who has an account here. */
async function member(id: string): Promise<Viewer> {
  const at = new Date(app.at.ms).toISOString();
  const times = { createdAt: at, updatedAt: at };
  await app.storage.db
    .insertInto("persons")
    .values({ id: personId(id), name: id, email: `${id}@example.org`, emailVerified: 0, ...times })
    .execute();
  return person(id);
}

function held(by: Viewer, who: Viewer, form: Omit<RestrictionForm, "reason">) {
  return act<undefined>(by, (unit) => restrict(unit, by, { person: who.id, form: { ...form, reason: "Insults" } }));
}

test("who is muted writes nothing, new or anew, and votes and flags as before", async () => {
  const ann = await member("ann");
  const own = codeOf(await posted(app, ann, { body: "Something from before" }));
  const other = codeOf(await posted(app, mo, { body: "Something of somebody else" }));
  assert.equal(await held(mo, ann, { kind: "mute" }), undefined);
  assert.equal(refusedAs(await writing(ann)), "restricted");
  const at = (comment: string) => ({ viewer: ann, thread: THREAD, comment });
  const anew = { body: "An insult after all", words: wordList([]) };
  assert.equal(refusedAs(await act(ann, (unit) => reviseComment(unit, at(own), anew))), "restricted");
  granted(await act(ann, (unit) => vote(unit, at(other), 1)));
  granted(await act(ann, (unit) => flagComment(unit, at(other), { reason: "insults" })));
});

test("a suspension stops votes and flags too, and ends by itself; a ban lasts until it is lifted", async () => {
  const bo = await member("bo");
  const code = codeOf(await posted(app, mo, { body: "Voted on after a while" }));
  const voting = () => act(bo, (unit) => vote(unit, { viewer: bo, thread: THREAD, comment: code }, 1));
  assert.equal(await held(mo, bo, { kind: "suspension", days: 3 }), undefined);
  assert.equal(refusedAs(await voting()), "restricted");
  app.at.ms += 3 * DAY_MS;
  granted(await voting());
  assert.equal(await held(mo, bo, { kind: "ban" }), undefined);
  app.at.ms += 400 * DAY_MS;
  assert.equal(refusedAs(await voting()), "restricted");
  const row = await app.storage.db
    .selectFrom("restrictions")
    .select("id")
    .where("kind", "=", "ban")
    .executeTakeFirstOrThrow();
  granted(await act(mo, (unit) => liftRestriction(unit, mo, row.id)));
  granted(await voting());
});

test("a moderator of one competition restricts nobody everywhere, and nobody restricts themselves", async () => {
  const cy = await member("cy");
  assert.equal(refusedAs(await held(local, cy, { kind: "ban" })), "not-allowed");
  assert.equal(await held(local, cy, { kind: "ban", competition: "club-open" }), undefined);
  granted(await writing(cy));
  assert.equal(refusedAs(await held(mo, await member("mo"), { kind: "ban" })), "own-case");
});

test("in slow mode everybody waits between two comments, and newcomers only read where members write; moderators do not", async () => {
  const dee = await member("dee");
  const turn = (slowSeconds: number, membersOnly: "on" | "off") =>
    act(mo, (unit) =>
      turnDials(unit, { viewer: mo, thread: THREAD }, { slowSeconds, membersOnly, reason: "A heated evening" }),
    );
  granted(await turn(60, "off"));
  granted(await writing(dee));
  app.at.ms += 59_000;
  assert.equal(refusedAs(await writing(dee)), "thread-slow");
  app.at.ms += 1_000;
  granted(await writing(dee));
  granted(await turn(0, "on"));
  assert.equal(refusedAs(await writing(dee)), "members-only");
  granted(await writing(mo));
  granted(await turn(0, "off"));
  granted(await writing(dee));
  granted(await turn(0, "on"));
  granted(await writing(dee));
  granted(await turn(0, "off"));
});

test("while all conversations rest, only moderators write; it ends by itself or is ended", async () => {
  const eve = await member("eve");
  const paused = () => act<undefined>(ola, (unit) => pauseAll(unit, ola, { minutes: 10, reason: "A raid" }));
  assert.equal(await paused(), undefined);
  assert.equal(refusedAs(await writing(eve)), "conversations-paused");
  granted(await writing(mo));
  app.at.ms += 10 * 60_000;
  granted(await writing(eve));
  assert.equal(await paused(), undefined);
  await act<undefined>(ola, async (unit) => {
    await resumeAll(unit, ola);
    return undefined;
  });
  granted(await writing(eve));
});

test("the log tells what was done and why, names nobody it was done to, and moderators only where the operator wants it", async () => {
  const { acts } = await presentLog(app, null);
  assert.equal(acts[0]?.act, "conversations-resumed");
  assert.ok(acts.some(({ act, reason }) => act === "member-restricted" && reason === "Insults"));
  assert.doesNotMatch(JSON.stringify(acts), /"(ann|bo|cy)"/);
  const silent = await presentLog({ ...app, config: { ...app.config, moderatorNames: false } }, null);
  assert.ok(silent.acts.every(({ by }) => by === ""));
});
