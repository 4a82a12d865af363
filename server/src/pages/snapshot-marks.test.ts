import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused, wordList } from "@podium/engine";
import type { App } from "../app.ts";
import { transact } from "../app.ts";
import { postComment } from "../conversation/conversation.ts";
import { personId, threadId } from "../storage/codes.ts";
import { makeHttpApp } from "../web-server/http-app.ts";
import { pageCacheOf } from "../web-server/page-cache.ts";
import { routes } from "../web-server/routes.ts";
import { builtWeb, install, type Installation } from "../web-server/scenario.testing.ts";

/** A page is never cached as newer than what it shows, however late it is read in its snapshot. */

const THREAD = threadId("paris-2024-xd-podium");

let here: Installation;

before(async () => {
  here = await install({ examples: ["paris-2024"], inFile: true });
});

after(() => here.close());

let comments = 0;

async function comment(words: string): Promise<void> {
  // Much the same words of three members in ten minutes would wait for a moderator.
  here.at.ms += 11 * 60_000;
  const viewer = { id: personId(`p${++comments}`), name: `Member ${comments}`, roles: { "*": ["member"] } } as const;
  const posted = await transact(here.app, viewer.id, (unit) =>
    postComment(unit, { viewer, thread: THREAD, form: { body: words }, pageLanguage: "en", words: wordList([]) }),
  );
  assert.ok(!isRefused(posted), isRefused(posted) ? posted.message : "");
}

/** Answers a page; `meanwhile` happens when its snapshot was taken and nothing of it was read yet. */
async function read(path: string, meanwhile: () => Promise<void> = async () => undefined): Promise<string> {
  const { storage } = here.app;
  const late: App = {
    ...here.app,
    storage: {
      ...storage,
      snapshot: (work, mark) =>
        storage.snapshot(async () => {
          if (storage.heldMark() === mark) await storage.db.selectFrom("threads").select("id").execute();
          const happening = meanwhile;
          meanwhile = async () => undefined;
          await happening();
          return work();
        }, mark),
    },
  };
  const httpApp = makeHttpApp({ app: late, web: await builtWeb(), cache: pageCacheOf(late) }, routes);
  const answer = await httpApp.request(`http://here${path}`, { headers: { host: "here" } });
  assert.equal(answer.status, 200);
  return answer.text();
}

const PATHS = ["/moments/paris-2024-xd-podium", `/threads/${THREAD}`, `/threads/${THREAD}?sort=new`];

test("what is said while a page is read late in its snapshot stands on the page that is read next", async () => {
  for (const [number, path] of PATHS.entries()) {
    const words = `Said meanwhile, number ${number}.`;
    await read(path, () => comment(words));
    assert.match(await read(path), new RegExp(words), path);
  }
});

test("a thread that was read late tells the page to listen from before what it does not show", async () => {
  const [, path = ""] = PATHS;
  await comment("The cached page is old.");
  const beforeMs = here.app.live.lastId();
  const shown = JSON.parse(await read(`${path}.json`, () => comment("Not on this page, perhaps."))) as {
    readonly thread: { readonly version: number; readonly comments: readonly { readonly text: string }[] };
  };
  const isShown = JSON.stringify(shown.thread.comments).includes("Not on this page, perhaps.");
  assert.ok(isShown || shown.thread.version <= beforeMs, `listens from ${shown.thread.version}, read at ${beforeMs}`);
});
