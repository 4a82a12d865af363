import assert from "node:assert/strict";
import { test } from "node:test";
import type { TranslationView } from "@podium/protocol";
import { translatedComment, translationHtml, type TranslationSources } from "./comment-translation.ts";
import { conversation } from "./conversation-words.ts";

const ADDRESS = "https://podium.example/threads/t/comments/c/translations?to=ko";

const by = (whose: TranslationView["by"], body: string) => ({
  by: whose,
  name: whose,
  body,
  html: null,
  language: "ko",
});

/** A server that knows a translation or none, and a service or none; and what it was asked. */
function server(shown: object | null, service: string | null) {
  const asked: string[] = [];
  const fetch: TranslationSources["fetch"] = async (input, { method = "GET", body } = {}) => {
    asked.push(`${method} ${String(input)}${typeof body === "string" ? ` ${body}` : ""}`);
    const comment = { body: "Three countries.", language: "en" };
    return Response.json(
      method === "GET" ? { comment, shown, service, to: "ko" } : { translation: by("service", "기계") },
    );
  };
  return { fetch, asked };
}

const browser = (availability: "unavailable" | "downloadable") => ({
  availability: async () => availability,
  create: async (pair: { readonly sourceLanguage: string; readonly targetLanguage: string }) => ({
    translate: async (text: string) => `${pair.sourceLanguage}>${pair.targetLanguage}: ${text}`,
  }),
});

test("a member's translation comes before that of the browser", async () => {
  const { fetch } = server(by("member", "사람"), "Service");
  assert.equal(
    (await translatedComment(ADDRESS, { fetch, browser: browser("downloadable"), patienceMs: 1_000 }))?.body,
    "사람",
  );
});

test("the browser's own translator comes before the service, and the words leave it for nowhere", async () => {
  const { fetch, asked } = server(null, "Service");
  const words = await translatedComment(ADDRESS, { fetch, browser: browser("downloadable"), patienceMs: 1_000 });
  assert.deepEqual([words?.by, words?.body], ["browser", "en>ko: Three countries."]);
  assert.deepEqual(asked, ["GET https://podium.example/threads/t/comments/c/translations.json?to=ko"]);
});

for (const [what, own] of [
  ["a browser without a translator", undefined],
  ["a browser that does not know the languages", browser("unavailable")],
] as const)
  test(`${what} leaves it to the service`, async () => {
    const { fetch, asked } = server(null, "Service");
    assert.equal((await translatedComment(ADDRESS, { fetch, browser: own, patienceMs: 1_000 }))?.body, "기계");
    assert.equal(
      asked.at(-1),
      'POST https://podium.example/threads/t/comments/c/translations/service {"language":"ko"}',
    );
  });

test("a browser that goes on fetching a language leaves it to the service", async () => {
  const { fetch } = server(null, "Service");
  const slow = { ...browser("downloadable"), create: () => new Promise<never>(() => {}) };
  assert.equal((await translatedComment(ADDRESS, { fetch, browser: slow, patienceMs: 20 }))?.body, "기계");
});

test("where nobody translates, there is none", async () => {
  const { fetch } = server(null, null);
  assert.equal(await translatedComment(ADDRESS, { fetch, browser: undefined, patienceMs: 1_000 }), null);
});

test("a translation is text, with whose it is and the way back", () => {
  const t = conversation("en");
  const html = translationHtml({ ...by("member", "<b>x"), name: "<i>Kim", by: "member" }, t);
  assert.ok(html.includes("&lt;b&gt;x") && html.includes("&lt;i&gt;Kim") && html.includes("data-original"));
  assert.ok(!html.includes("<b>x"));
});

test("a translation by who has left without their name has a word of the reader's language in its place", () => {
  const html = translationHtml({ ...by("member", "x"), name: "Former member", left: true }, conversation("ko"));
  assert.ok(html.includes("탈퇴한 회원") && !html.includes("Former member"));
});
