import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import type { NewsroomPage, ReportPage } from "@podium/protocol";
import { transact } from "../app.ts";
import { enterReport } from "../reports/reports.ts";
import { momentIn } from "../storage/codes.ts";
import { install, play, type Installation } from "../web-server/scenario.testing.ts";
import { checkTextsOf } from "./stored-claims.ts";
import { notesOfMoment } from "./present.ts";

const MOMENT = momentIn({ moment: "paris-2024-xd-podium" });
const ROOM = "/newsroom/paris-2024";
const FINAL = "Wang Chuqin and Sun Yingsha beat Ri Jong Sik and Kim Kum Yong 4-2 in the mixed doubles final.";
const HOUR_MS = 3_600_000;

let here: Installation;

before(async () => {
  here = await install();
});

after(() => here.close());

/** What the worker does with the job that a fact has put into the queue. */
const check = () => checkTextsOf(here.app).run({ competition: "paris-2024" }, new AbortController().signal);

async function enter(id: string, paragraphs: readonly string[]): Promise<void> {
  const form = { id, headline: id, language: "en", date: "2024-07-31", credit: "Courier", source: "The Courier" };
  const entered = await transact(here.app, null, (unit) =>
    enterReport(unit, MOMENT, { ...form, paragraphs: [...paragraphs] }),
  );
  assert.ok(!isRefused(entered));
}

/** Enters the games of the final at the desk, the winner's points first. */
async function enterFinal(games: readonly (readonly [number, number])[]): Promise<void> {
  const { match } = await json<{ match: { version: number } }>("/matches/paris-2024/xd/final.json");
  const answer = await fetch(`${here.url}/desk/matches/paris-2024/xd/final/result`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie: await here.signIn("organiser") },
    body: JSON.stringify({
      games: games.map(([home, away]) => ({ home, away })),
      outcome: "play",
      version: match.version,
    }),
  });
  assert.equal(answer.status, 200, await answer.text());
}

async function json<T>(path: string): Promise<T> {
  return (await fetch(here.url + path, { headers: { cookie: await here.signIn("organiser") } })).json() as Promise<T>;
}

const tasks = async () => (await json<NewsroomPage>(`${ROOM}.json`)).tasks;
const report = (code: string) => json<ReportPage>(`/moments/${MOMENT}/reports/${code}.json`);

test("the texts of the examples say nothing that the record contradicts", async () => {
  await check();
  assert.deepEqual(await notesOfMoment(here.app.storage.db, MOMENT), []);
  const stored = await here.app.storage.db
    .selectFrom("claims")
    .selectAll()
    .where("verdict", "=", "supported")
    .execute();
  assert.ok(stored.length > 0);
});

test("a publication puts one job into the queue, however many texts come at once", async () => {
  await enter("right", ["The hall was full.", FINAL]);
  await enter("wrong", [FINAL.replace("4-2", "4-1")]);
  const { db } = here.app.storage;
  const waiting = await db.selectFrom("jobs").select("id").where("name", "=", "check-texts").execute();
  assert.equal(waiting.length, 1);
});

test("what is wrong from the beginning is noted with its paragraph, the truth and the match", async () => {
  await check();
  const notes = await notesOfMoment(here.app.storage.db, MOMENT);
  assert.deepEqual(
    notes.map(({ about, paragraph, words, truth, href, turnedMs }) => ({
      about,
      paragraph,
      words,
      truth,
      href,
      turnedMs,
    })),
    [
      {
        about: `${MOMENT}/wrong`,
        paragraph: 0,
        words: "4-1",
        truth: "4-2",
        href: "/matches/paris-2024/xd/final",
        turnedMs: null,
      },
    ],
  );
});

const AS_PLAYED = [
  [11, 6],
  [7, 11],
  [11, 8],
  [11, 5],
  [7, 11],
  [11, 8],
] as const;

test("what was right until the result was corrected becomes a task, and its page says since when", async () => {
  here.at.ms += HOUR_MS;
  await enterFinal([
    [11, 6],
    [7, 11],
    [11, 8],
    [11, 5],
    [11, 7],
  ]);
  await check();
  const { notes } = await report("right");
  assert.deepEqual(
    notes.map(({ paragraph, words, truth, turnedMs }) => ({ paragraph, words, truth, turnedMs })),
    [{ paragraph: 1, words: "4-2", truth: "4-1", turnedMs: here.at.ms }],
  );
  const html = await (await fetch(`${here.url}/moments/${MOMENT}/reports/right`)).text();
  assert.match(html, /The result was corrected after this was published/);
  assert.deepEqual((await report("wrong")).notes, [], "what the correction made right is noted no longer");
  const room = await tasks();
  assert.ok(room.some(({ about, sentence }) => about === `${MOMENT}/right` && sentence === FINAL));
});

test("an answer stands beside the note, and the task is done", async () => {
  const open = (await tasks()).find(({ about }) => about === `${MOMENT}/right`);
  assert.ok(open !== undefined);
  await play(here, {
    name: "the editor answers",
    method: "POST",
    path: `${ROOM}/notes/${open.id}`,
    as: "editor",
    form: { words: "The jury has not confirmed it yet." },
    expects: { status: 303, facts: ["note-answered"] },
  });
  assert.ok((await tasks()).every(({ about }) => about !== `${MOMENT}/right`));
  assert.equal((await report("right")).notes[0]?.answer?.words, "The jury has not confirmed it yet.");
});

test("the answer ends with what it answers: a later correction is a task of its own", async () => {
  here.at.ms += HOUR_MS;
  await enterFinal([
    [11, 6],
    [7, 11],
    [11, 8],
    [7, 11],
    [11, 5],
    [7, 11],
    [11, 8],
  ]);
  await check();
  const [note] = (await report("right")).notes;
  assert.equal(note?.truth, "4-3");
  assert.equal(note?.answer, null);
  assert.equal(note?.turnedMs, here.at.ms - HOUR_MS, "it has been wrong since the first correction");
});

test("when the result is as the text says again, nothing is left of the note", async () => {
  here.at.ms += HOUR_MS;
  await enterFinal(AS_PLAYED);
  await check();
  assert.deepEqual((await report("right")).notes, []);
  assert.ok((await tasks()).every(({ about }) => about !== `${MOMENT}/right`));
});
