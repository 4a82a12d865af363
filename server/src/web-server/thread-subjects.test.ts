import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused, type LogEntry } from "@podium/engine";
import { exportCompetition } from "../exchange/export.ts";
import { importCompetition } from "../exchange/import.ts";
import { importThreadFile } from "../exchange/threads/import-thread.ts";
import { recordLines } from "../matches/matches.ts";
import { matchId } from "../storage/codes.ts";
import { transact } from "../app.ts";
import { install, play, type Installation } from "./scenario.testing.ts";

const LIVE = "riverside-open/os/qf-4";

let here: Installation;
before(async () => {
  here = await install({ examples: ["paris-2024", "club-open"] });
});
after(() => here.close());

async function umpired(...entries: readonly LogEntry[]): Promise<void> {
  const lines = entries.map((entry) => ({ entry }));
  const done = await transact(here.app, null, (unit) => recordLines(unit, matchId(LIVE), { after: 0, lines }));
  assert.ok(!isRefused(done), isRefused(done) ? done.message : "");
}

async function post(about: string, body: string) {
  const scenario = { name: body, method: "POST", path: "/threads", as: "member", json: { about, body } } as const;
  const { text } = await play(here, {
    ...scenario,
    expects: { status: 201, facts: ["thread-opened", "comment-posted"] },
  });
  return JSON.parse(text).comment;
}

test("beside a comment stands the score at which it was written, and the newest are read first until the match is over", async () => {
  await umpired(
    { kind: "service", server: "home1" },
    { kind: "rally", winner: "home" },
    { kind: "rally", winner: "home" },
    { kind: "rally", winner: "away" },
  );
  const comment = await post(`match:${LIVE}`, "Two to one.");
  assert.deepEqual(comment.score, { game: 1, points: { home: 2, away: 1 } });
  const page = await fetch(`${here.url}/threads/${comment.thread}`);
  const html = await page.text();
  assert.match(html, /2–1/);
  assert.match(html, /data-sort="new"/);
});

test("a thread about a match is exported with its competition, and imported again", async () => {
  await post("match:paris-2024/xd/final", "What a final.");
  await post("competition:paris-2024", "What a fortnight.");
  const file = await exportCompetition(here.app.storage.db, "paris-2024");
  assert.ok(!isRefused(file));
  assert.deepEqual(
    file.threads?.map(({ about, comments }) => [about, comments.map(({ body }) => body)]),
    [
      ["competition:paris-2024", ["What a fortnight."]],
      ["match:paris-2024/xd/final", ["What a final."]],
    ],
  );
  const there = await install({ examples: [] });
  try {
    const imported = await importCompetition(there.app, null, JSON.stringify(file));
    assert.ok(!isRefused(imported), isRefused(imported) ? imported.message : "");
    assert.deepEqual(await exportCompetition(there.app.storage.db, "paris-2024"), file);
  } finally {
    await there.close();
  }
});

test("the thread of another site is taken in about a match, and again nothing is added", async () => {
  const text = "A rally\n\nPosted by X\n\n2 comments\n\n1. A\nFine.\n\n2. B\nIndeed.\n";
  const subject = "match:paris-2024/xd/sf-1";
  const first = await importThreadFile(here.app, null, { kind: "page", text, subject });
  assert.ok(!isRefused(first), isRefused(first) ? first.message : "");
  const second = await importThreadFile(here.app, null, { kind: "page", text, subject });
  assert.ok(!isRefused(second));
  assert.equal(second.imported, 0);
  assert.equal(second.thread, first.thread);
});

test("a file does not speak about another competition", async () => {
  const file = await exportCompetition(here.app.storage.db, "paris-2024");
  assert.ok(!isRefused(file));
  const [thread] = file.threads ?? [];
  assert.ok(thread);
  const other = { ...file, competition: { ...file.competition, id: "other" }, moments: [], threads: [thread] };
  const refused = await importCompetition(here.app, null, JSON.stringify(other));
  assert.ok(isRefused(refused));
  assert.equal(refused.code, "subject-unknown");
});
