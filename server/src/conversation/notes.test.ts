import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { isRefused, scoreNotes, type Rating } from "@podium/engine";
import { transact } from "../app.ts";
import { noteRows } from "../notes/note-rows.ts";
import { presentNote } from "../notes/present.ts";
import { rateNote } from "../notes/ratings.ts";
import { scoreNotesOf } from "../notes/scoring.ts";
import { personId } from "../storage/codes.ts";
import { install, play, type Installation, type Scenario, type Who } from "../web-server/scenario.testing.ts";
import { isHeld } from "./holding.ts";
import { postComment } from "./conversation.ts";
import { findThread } from "./comment-rows.ts";
import { leave } from "./leaving.ts";
import { granted, person } from "./thread.testing.ts";
import { threadId } from "../storage/codes.ts";
import { wordList } from "@podium/engine";

const THREAD = threadId("paris-2024-xd-podium");
const COMMENT = "xd-podium-02";
const ABOUT = `comment:${THREAD}/${COMMENT}`;
const PAGE = `/notes?about=${encodeURIComponent(ABOUT)}`;
const SOURCE = "https://example.org/rules";

let here: Installation;

before(async () => {
  here = await install();
});

// Hours later each time: nobody here tests how often something may be done.
beforeEach(() => {
  here.at.ms += 3 * 60 * 60_000;
});

after(() => here.close());

const comment = (body: string, as: Who): Scenario => ({
  name: body,
  method: "POST",
  path: `/threads/${THREAD}/comments`,
  as,
  json: { body },
  expects: { status: 201, facts: ["comment-posted"] },
});

const note = (as: Who, json: object, expects: Scenario["expects"]): Scenario => ({
  name: `a note by the ${as}`,
  method: "POST",
  path: "/notes",
  as,
  json: { about: ABOUT, body: "The final was played on 30 July.", sources: SOURCE, ...json },
  expects,
});

async function comesOfAge(as: Who): Promise<void> {
  for (const body of ["A fine rally in the first game.", "What a serve that was, again.", "Nobody expected the third."])
    await play(here, comment(`${body} (${as})`, as));
}

test("a newcomer adds no note", async () => {
  await play(here, note("member", {}, { status: 422, contains: ["members-only"] }));
});

test("a note needs sources, and each leads somewhere", async () => {
  await comesOfAge("member");
  for (const sources of [
    "",
    "everybody knows",
    "javascript:alert(1)",
    "https://a:b@example.org/",
    "match:no/such/match",
  ])
    await play(here, note("member", { sources }, { status: 422, contains: ["note-unsourced"] }));
  await play(here, note("member", { about: "comment:nowhere/c1" }, { status: 404, contains: ["subject-unknown"] }));
});

test("a note is rated by others, and its author adds one to each thing", async () => {
  const made = { status: 201, facts: ["note-written"] as const, remembers: { note: /"id":"([a-z0-9]+)"/ } };
  await play(here, note("member", { sources: `${SOURCE}\nmatch:paris-2024/xd/final` }, made));
  await play(here, note("member", {}, { status: 422, contains: ["note-made"] }));
  const rating = {
    method: "POST",
    path: "/notes/{note}/rating",
    json: { rating: "helpful", reason: "clear" },
  } as const;
  await play(here, { ...rating, name: "own", as: "member", expects: { status: 422, contains: ["own-note"] } });
  await play(here, { ...rating, name: "new", as: "referee", expects: { status: 422, contains: ["members-only"] } });
  await play(here, { ...rating, name: "guest", expects: { status: 401 } });
  await comesOfAge("referee");
  await play(here, { ...rating, name: "another", as: "referee", expects: { status: 200, absent: ["factor"] } });
  await play(here, {
    name: "the page",
    path: PAGE,
    as: "referee",
    expects: {
      status: 200,
      contains: [
        "The final was played on 30 July.",
        'href="https://example.org/rules" rel="nofollow ugc',
        "/matches/paris-2024/xd/final",
        'aria-pressed="true"',
      ],
    },
  });
  await play(here, { name: "thin", path: `/threads/${THREAD}`, expects: { status: 200, absent: ["Readers added"] } });
});

/** Raters of two camps who disagree about six notes and agree about the first. */
async function twoCampsRate(): Promise<readonly string[]> {
  const { app } = here;
  const first = here.names.get("note") ?? "";
  const others: string[] = [];
  await transact(app, null, async (unit) => {
    const row = await unit.db.selectFrom("notes").selectAll().where("id", "=", first).executeTakeFirstOrThrow();
    for (let number = 1; number <= 7; number += 1) {
      others.push(`other-${number}`);
      await unit.db
        .insertInto("notes")
        .values({ ...row, id: `other-${number}`, body: `Note ${number}` })
        .execute();
    }
    for (let rater = 0; rater < 40; rater += 1) {
      const who = personId(`rater-${rater}`);
      const camp = rater % 2;
      await rateNote(unit, who, { note: first, form: { rating: "helpful" } });
      for (const [index, other] of others.entries())
        await rateNote(unit, who, { note: other, form: { rating: index % 2 === camp ? "helpful" : "not" } });
    }
  });
  return others;
}

async function lines<T>(path: string): Promise<T[]> {
  const answer = await fetch(`${here.url}${path}`);
  assert.match(answer.headers.get("content-type") ?? "", /^application\/x-ndjson/);
  const text = await answer.text();
  return text === ""
    ? []
    : text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
}

test("what both camps find helpful is shown under its comment; the public file scores to the same", async () => {
  await twoCampsRate();
  await scoreNotesOf(here.app).run({}, AbortSignal.timeout(60_000));
  const ratings = await lines<Rating>("/notes/ratings.ndjson");
  const scores = await lines<{ note: string; status: string }>("/notes/scores.ndjson");
  const again = scoreNotes(ratings).toSorted((one, other) => (one.note < other.note ? -1 : 1));
  assert.deepEqual(scores, again);
  assert.deepEqual(
    scores.filter(({ status }) => status === "shown").map(({ note: id }) => id),
    [here.names.get("note")],
  );
  const raters = await here.app.storage.db.selectFrom("raters").selectAll().execute();
  const text = JSON.stringify([ratings, scores]);
  assert.ok(raters.length > 40 && raters.every(({ person_id: who }) => who !== null && !text.includes(who)));
  assert.deepEqual(Object.keys(ratings[0] ?? {}), ["note", "rater", "rating"]);
  const page = { path: `/threads/${THREAD}/comments/${COMMENT}`, name: "the page of the comment" };
  await play(here, {
    ...page,
    expects: { status: 200, contains: ["Readers added", "The final was played on 30 July."], absent: ["Note 1"] },
  });
  await scoreNotesOf(here.app).run({}, AbortSignal.timeout(60_000));
  assert.deepEqual(await lines("/notes/scores.ndjson"), scores);
});

test("a moderator removes a note with a reason; on appeal somebody else shows it again", async () => {
  const path = "/notes/{note}/removal";
  const json = { reason: "It is no note." };
  await play(here, { name: "not by a member", method: "POST", path, as: "referee", json, expects: { status: 403 } });
  await play(here, {
    name: "by a moderator",
    method: "POST",
    path,
    as: "moderator",
    json,
    expects: { status: 200, facts: ["comment-held", "note-removed", "case-decided"] },
  });
  await play(here, {
    name: "gone from the page of the comment",
    path: `/threads/${THREAD}/comments/${COMMENT}`,
    expects: { status: 200, absent: ["Readers added", "The final was played on 30 July."] },
  });
  await play(here, {
    name: "with its reason among the notes, without its words",
    path: PAGE,
    expects: { status: 200, contains: ["It is no note."], absent: ["The final was played on 30 July."] },
  });
  assert.ok(!(await lines<Rating>("/notes/ratings.ndjson")).some(({ note: id }) => id === here.names.get("note")));
});

test("a note that its author withdraws leaves no word", async () => {
  const path = "/notes/{own}/withdrawal";
  const made = { status: 201, facts: ["note-written"] as const, remembers: { own: /"id":"([a-z0-9]+)"/ } };
  await play(here, note("referee", { body: "A note to be taken back." }, made));
  await play(here, { name: "not by others", method: "POST", path, as: "member", json: {}, expects: { status: 403 } });
  const expects = { status: 200, facts: ["note-withdrawn"] as const };
  await play(here, { name: "by its author", method: "POST", path, as: "referee", json: {}, expects });
  const rows = [...(await here.rows()).values()].flat();
  assert.ok(!rows.some((row) => row.includes("A note to be taken back.")));
});

test("a held word holds a note; a moderator lets it through", async () => {
  await play(here, {
    name: "a word",
    method: "POST",
    path: "/moderation/rules/words",
    as: "moderator",
    json: { add: "blockhead" },
    expects: { status: 200, facts: ["moderation-changed"] },
  });
  const held = {
    status: 202,
    facts: ["note-written", "comment-held"] as const,
    remembers: { held: /"id":"([a-z0-9]+)"/ },
  };
  await play(here, note("referee", { body: "Whoever said this is a blockhead." }, held));
  await play(here, { name: "unseen", path: PAGE, as: "member", expects: { status: 200, absent: ["blockhead"] } });
  await play(here, {
    name: "its author",
    path: PAGE,
    as: "referee",
    expects: { status: 200, contains: ["blockhead"] },
  });
  await play(here, {
    name: "the queue",
    path: "/moderation",
    as: "moderator",
    expects: { status: 200, contains: ["blockhead", "a reader's note"], remembers: { case: /id="case-([\w-]+)"/ } },
  });
  await play(here, {
    name: "let through",
    method: "POST",
    path: "/moderation/cases/{case}/decision",
    as: "moderator",
    json: { decision: "passed" },
    expects: { status: 200, facts: ["case-decided"] },
  });
  await play(here, { name: "seen", path: PAGE, as: "member", expects: { status: 200, contains: ["blockhead"] } });
});

for (const choice of ["keep", "anonymous", "delete"] as const)
  test(`who leaves and chooses ${choice}: their notes and ratings are what they chose`, async () => {
    const { app } = here;
    const viewer = person(`leaver-${choice}`);
    const words = `A note of who leaves and chooses ${choice}.`;
    const id = `of-${choice}`;
    await transact(app, viewer.id, async (unit) => {
      const writing = { viewer, thread: THREAD, form: { body: `Leaving: ${choice}` }, pageLanguage: "en" };
      const posted = granted(await postComment(unit, { ...writing, words: wordList([]) }));
      assert.ok(!isHeld(posted) && (await findThread(unit.db, THREAD)) !== undefined);
      const row = await unit.db.selectFrom("notes").selectAll().where("id", "=", "other-1").executeTakeFirstOrThrow();
      await unit.db
        .insertInto("notes")
        .values({ ...row, id, body: words, author_id: posted.author_id })
        .execute();
      await rateNote(unit, viewer.id, { note: "other-1", form: { rating: "not" } });
    });
    const count = async () => (await lines<Rating>("/notes/ratings.ndjson")).length;
    const before = await count();
    assert.ok(!isRefused(await transact<undefined>(app, viewer.id, (unit) => leave(app, unit, { viewer, choice }))));
    const row = await app.storage.db
      .selectFrom("notes")
      .innerJoin("authors", "authors.id", "notes.author_id")
      .selectAll("notes")
      .select("authors.name")
      .where("notes.id", "=", id)
      .executeTakeFirstOrThrow();
    assert.equal(row.body, choice === "delete" ? "" : words);
    assert.equal(row.name, choice === "keep" ? viewer.name : "Former member");
    const told = (await noteRows(app.storage.db).execute()).filter((note) => note.id === id).map(presentNote);
    assert.deepEqual(
      told.map(({ left }) => left),
      [choice === "anonymous" ? true : undefined],
    );
    assert.equal(await count(), choice === "delete" ? before - 1 : before);
    const led = await app.storage.db.selectFrom("raters").selectAll().where("person_id", "=", viewer.id).execute();
    assert.equal(led.length, choice === "keep" ? 1 : 0);
  });

test("who is named in a note is told so once, and leads to it as long as it stands", async () => {
  await comesOfAge("organiser");
  const made = { status: 201, facts: ["note-written"] as const, remembers: { naming: /"id":"([a-z0-9]+)"/ } };
  const body = "As @Lio Marchetti and @Marit Solheim saw, it was the 30th of July.";
  const about = `comment:${THREAD}/xd-podium-04`;
  await play(here, note("organiser", { body, about }, made));
  const shown = { status: 200, contains: ["Marit Solheim named you in a note.", body, "#note-{naming}"] };
  await play(here, { name: "told", path: "/notifications", as: "member", expects: shown });
  const nothing = { status: 200, absent: ["named you in a note."] };
  await play(here, { name: "not by oneself", path: "/notifications", as: "organiser", expects: nothing });
  await play(here, {
    name: "taken back",
    method: "POST",
    path: "/notes/{naming}/withdrawal",
    as: "organiser",
    json: {},
    expects: { status: 200, facts: ["note-withdrawn"] },
  });
  await play(here, { name: "no longer told", path: "/notifications", as: "member", expects: nothing });
});
