import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { TranslationsPage } from "@podium/protocol";
import { transact } from "../app.ts";
import { threadId } from "../storage/codes.ts";
import { install, play, type Installation, type Scenario, type Who } from "../web-server/scenario.testing.ts";
import { leave } from "./leaving.ts";
import { ownData } from "./own-data.ts";
import { granted } from "./thread.testing.ts";
import { openService, type LocalService } from "./translator.testing.ts";

const THREAD = threadId("paris-2024-xd-podium");
const KEY = "k-secret-of-the-operator";

let service: LocalService;
let here: Installation;

before(async () => {
  service = await openService();
  const settings = {
    PODIUM_TRANSLATION: "libretranslate",
    PODIUM_TRANSLATION_URL: service.url,
    PODIUM_TRANSLATION_KEY: KEY,
    PODIUM_TRANSLATION_NAME: "Club translator",
  };
  here = await install({ settings });
});

// Hours later each time: nobody here tests how often something may be done.
beforeEach(() => {
  here.at.ms += 3 * 60 * 60_000;
  service.answers = { status: 200, body: { translatedText: "세 나라가 한 장에." } };
});

after(async () => {
  await here.close();
  await service.close();
});

let written = 0;

/** A comment of somebody's, and the page of its translations. */
async function commentBy(as: Who, body = "Three countries in one picture."): Promise<string> {
  written += 1;
  const path = `/threads/${THREAD}/comments`;
  const json = { body: `${body} ${written}`, language: "en" };
  const expects = { status: 201, facts: ["comment-posted"], remembers: { comment: /"id":"([a-z0-9]+)"/ } } as const;
  await play(here, { name: body, method: "POST", path, as, json, expects });
  return `${path}/${here.names.get("comment")}`;
}

const served = (comment: string, expects: Scenario["expects"]): Scenario => ({
  name: "the service is asked",
  method: "POST",
  path: `${comment}/translations/service`,
  json: { language: "ko" },
  expects,
});

const byHand = (comment: string, [as, body]: readonly [Who, string], expects: Scenario["expects"]): Scenario => ({
  name: `a translation by the ${as}`,
  method: "POST",
  path: `${comment}/translations`,
  as,
  json: { language: "ko", body },
  expects,
});

async function pageOf(comment: string): Promise<TranslationsPage> {
  const answer = await fetch(`${here.url}${comment}/translations.json?to=ko`);
  assert.equal(answer.status, 200);
  return answer.json() as Promise<TranslationsPage>;
}

test("many readers at once ask the service once, and later ones not at all", async () => {
  const comment = await commentBy("organiser");
  const before = service.heard.length;
  await Promise.all(Array.from({ length: 5 }, () => play(here, served(comment, { status: 200 }))));
  await play(here, served(comment, { status: 200, contains: ["세 나라가 한 장에.", '"name":"Club translator"'] }));
  assert.equal(service.heard.length, before + 1);
  const { shown } = await pageOf(comment);
  assert.equal(shown?.by, "service");
});

test("tags that say more of the same language ask the service for nothing more, and what is no language never", async () => {
  const comment = await commentBy("organiser");
  await play(here, served(comment, { status: 200 }));
  const before = service.heard.length;
  const ask = (language: string, expects: Scenario["expects"]) =>
    play(here, { ...served(comment, expects), as: "member", json: { language } });
  for (const tag of ["ko-KR", "ko-Kore", "ko-abcd1", "ko-KP"]) await ask(tag, { status: 200, contains: ["세 나라가"] });
  await ask("qqq", { status: 503 });
  await ask("en-AU", { status: 422, contains: ["translation-not-needed"] });
  assert.equal(service.heard.length, before);
});

test("an edit makes what the service said old: it is asked again", async () => {
  const comment = await commentBy("organiser");
  await play(here, served(comment, { status: 200 }));
  await play(here, {
    name: "an edit",
    method: "POST",
    path: `${comment}/revision`,
    as: "organiser",
    json: { body: "Three countries, and one phone." },
    expects: { status: 200, facts: ["comment-revised"] },
  });
  assert.equal((await pageOf(comment)).shown, null);
  service.answers = { status: 200, body: { translatedText: "세 나라와 전화기 하나." } };
  await play(here, served(comment, { status: 200, contains: ["세 나라와 전화기 하나."] }));
});

test("a member's words stand before those of the service, and after an edit among those of earlier versions", async () => {
  const comment = await commentBy("organiser");
  await play(here, served(comment, { status: 200 }));
  await play(here, byHand(comment, ["editor", "나라 셋, 사진 하나."], { status: 201, facts: ["translation-written"] }));
  assert.equal((await pageOf(comment)).shown?.body, "나라 셋, 사진 하나.");
  await play(
    here,
    byHand(comment, ["editor", "나라는 셋, 사진은 하나."], { status: 201, facts: ["translation-written"] }),
  );
  const corrected = await pageOf(comment);
  assert.equal(corrected.shown?.body, "나라는 셋, 사진은 하나.");
  assert.deepEqual(
    corrected.others.map(({ by }) => by),
    ["service"],
  );
  await play(here, {
    name: "an edit",
    method: "POST",
    path: `${comment}/revision`,
    as: "organiser",
    json: { body: "Something else altogether." },
    expects: { status: 200, facts: ["comment-revised"] },
  });
  const edited = await pageOf(comment);
  assert.equal(edited.shown, null);
  assert.deepEqual(
    edited.others.map(({ by, isOld }) => [by, isOld]),
    [["member", true]],
  );
});

test("a translation waits where a listed word stands in it, is seen by its author, and shown when it is let through", async () => {
  const comment = await commentBy("organiser");
  await play(here, {
    name: "a word is listed",
    method: "POST",
    path: "/moderation/rules/words",
    as: "moderator",
    json: { add: "바보" },
    expects: { status: 200, facts: ["moderation-changed"] },
  });
  await play(
    here,
    byHand(comment, ["editor", "너는바보야"], { status: 202, facts: ["translation-written", "comment-held"] }),
  );
  const page = `${comment}/translations?to=ko`;
  await play(here, { name: "not by others", path: page, expects: { status: 200, absent: ["너는바보야"] } });
  await play(here, {
    name: "by its author",
    path: page,
    as: "editor",
    expects: { status: 200, contains: ["너는바보야"] },
  });
  await play(here, {
    name: "the queue",
    path: "/moderation",
    as: "moderator",
    expects: { status: 200, contains: ["너는바보야"], remembers: { case: /\/moderation\/cases\/([\w-]+)\/decision/ } },
  });
  await play(here, {
    name: "let through",
    method: "POST",
    path: "/moderation/cases/{case}/decision",
    as: "moderator",
    json: { decision: "passed" },
    expects: { status: 200, facts: ["case-decided"] },
  });
  assert.equal((await pageOf(comment)).shown?.body, "너는바보야");
});

test("one reader flags a translation once, also after it was let stand", async () => {
  const comment = await commentBy("organiser");
  await play(
    here,
    byHand(comment, ["editor", "한 장의 사진, 세 나라."], { status: 201, facts: ["translation-written"] }),
  );
  const id = (await pageOf(comment)).shown?.id;
  const flag = (facts: Scenario["expects"]["facts"]) =>
    play(here, {
      name: "flagged by a reader",
      method: "POST",
      path: `/translations/${id}/flag`,
      as: "referee",
      json: { reason: "other", words: "It says something else." },
      expects: { status: 200, facts: facts ?? [] },
    });
  await flag(["translation-flagged"]);
  await here.app.storage.db
    .updateTable("cases")
    .set({ decision: "passed", decided_at_ms: here.at.ms })
    .where("translation_id", "=", id ?? "")
    .execute();
  here.at.ms += 30 * 24 * 60 * 60_000;
  await flag([]);
  const cases = await here.app.storage.db
    .selectFrom("cases")
    .select("id")
    .where("translation_id", "=", id ?? "")
    .execute();
  assert.equal(cases.length, 1);
});

test("where the service fails, the page says why in the reader's language, without its answer or the key", async () => {
  const comment = await commentBy("organiser");
  service.answers = { status: 456, body: { message: `quota of ${KEY}` } };
  const body = new URLSearchParams({ language: "ko" });
  const headers = { "accept-language": "ko" };
  const answer = await fetch(`${here.url}${comment}/translations/service`, { method: "POST", body, headers });
  const text = await answer.text();
  assert.equal(answer.status, 503);
  assert.match(text, /사용 한도를 다 썼습니다/);
  assert.ok(!text.includes(KEY) && !text.includes("quota of"));
});

test("what was made of words goes with them: removed, deleted, or left by their author", async () => {
  const removed = await commentBy("organiser");
  await play(here, served(removed, { status: 200 }));
  await play(here, {
    name: "removed",
    method: "POST",
    path: `${removed}/removal`,
    as: "moderator",
    json: { reason: "Not about it." },
    expects: { status: 200, facts: ["comment-removed"] },
  });
  await play(here, { name: "not of words removed", path: `${removed}/translations`, expects: { status: 404 } });
  await play(here, served(removed, { status: 404 }));
  const deleted = await commentBy("editor");
  await play(here, served(deleted, { status: 200 }));
  await play(here, {
    name: "deleted",
    method: "POST",
    path: `${deleted}/deletion`,
    as: "editor",
    json: {},
    expects: { status: 200, facts: ["comment-deleted"] },
  });
  const code = deleted.split("/").at(-1);
  const left = await here.app.storage.db.selectFrom("translations").select("comment_id").execute();
  assert.ok(!left.some(({ comment_id: id }) => id.endsWith(`/${code}`)));
});

test("a member takes their translations along, or leaves them without a name", async () => {
  const comment = await commentBy("organiser");
  const { db } = here.app.storage;
  for (const [as, choice] of [
    ["referee", "delete"],
    ["member", "anonymous"],
  ] as const) {
    await play(here, byHand(comment, [as, `번역, ${as}`], { status: 201, facts: ["translation-written"] }));
    const { person_id: id } = await db
      .selectFrom("translations")
      .innerJoin("authors", "authors.id", "translations.author_id")
      .select("person_id")
      .where("body", "=", `번역, ${as}`)
      .executeTakeFirstOrThrow();
    const viewer = { id: id ?? assert.fail(), name: as, roles: {} };
    assert.equal((await ownData(db, viewer)).translations.length, 1, "their own data tells of it");
    granted(await transact(here.app, viewer.id, (unit) => leave(here.app, unit, { viewer, choice })));
    const told = JSON.stringify(await pageOf(comment));
    assert.equal(told.includes(`번역, ${as}`), choice === "anonymous");
    if (choice === "anonymous") assert.match(told, /"name":"Former member","left":true/);
  }
});
