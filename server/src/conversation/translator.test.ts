import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import { servedLanguage, translateBy } from "./translator.ts";
import { openService, type LocalService } from "./translator.testing.ts";

const KEY = "k-secret-of-the-operator";

type Settings = Parameters<typeof translateBy>[0];

let service: LocalService;

before(async () => {
  service = await openService();
});

after(() => service.close());

const libre = (): Settings => ({ kind: "libretranslate", url: `${service.url}/`, key: KEY, name: "Libre" });
const deepl = (): Settings => ({ kind: "deepl", url: service.url, key: KEY, name: "DeepL" });

test("LibreTranslate is asked as its API says, with the key in the body", async () => {
  service.answers = { status: 200, body: { translatedText: " 세 나라, 한 장의 사진. " } };
  const translated = await translateBy(libre(), { text: "Three countries.", from: "en", to: "ko" });
  assert.equal(translated, "세 나라, 한 장의 사진.");
  const { path, body } = service.heard.at(-1) ?? assert.fail();
  assert.equal(path, "/translate");
  assert.deepEqual(body, { q: "Three countries.", source: "en", target: "ko", format: "text", api_key: KEY });
});

test("where nobody has said the language, LibreTranslate finds it out, and without a key none is sent", async () => {
  service.answers = { status: 200, body: { translatedText: "x" } };
  await translateBy({ ...libre(), key: null }, { text: "?", from: null, to: "zh" });
  assert.deepEqual(service.heard.at(-1)?.body, { q: "?", source: "auto", target: "zh", format: "text" });
});

test("DeepL is asked as its API says, with the key in a header and the languages as it names them", async () => {
  service.answers = { status: 200, body: { translations: [{ detected_source_language: "KO", text: "One photo." }] } };
  assert.equal(await translateBy(deepl(), { text: "한 장", from: "ko", to: "en" }), "One photo.");
  const { path, headers, body } = service.heard.at(-1) ?? assert.fail();
  assert.equal(path, "/v2/translate");
  assert.equal(headers.authorization, `DeepL-Auth-Key ${KEY}`);
  assert.deepEqual(body, { text: ["한 장"], source_lang: "KO", target_lang: "EN-GB" });
});

for (const [to, target] of [
  ["zh", "ZH-HANS"],
  ["zh-Hant", "ZH-HANT"],
  ["ko", "KO"],
  ["zh-TW", "ZH-HANT"],
  ["de-AT", "DE"],
  ["en", "EN-GB"],
  ["en-US", "EN-US"],
  ["pt", "PT-PT"],
  ["pt-BR", "PT-BR"],
] as const)
  test(`DeepL knows ${to} as ${target}`, async () => {
    service.answers = { status: 200, body: { translations: [{ text: "x" }] } };
    await translateBy(deepl(), { text: "x", from: null, to });
    assert.deepEqual(service.heard.at(-1)?.body, { text: ["x"], target_lang: target });
  });

for (const [tag, language] of [
  ["ko", "ko"],
  ["ko-KR", "ko"],
  ["ko-Kore-KR", "ko"],
  ["en-GB", "en"],
  ["en-US", "en-US"],
  ["pt-PT", "pt"],
  ["pt-BR", "pt-BR"],
  ["zh-CN", "zh"],
  ["zh-HK", "zh-Hant"],
  ["de-1996", "de"],
  ["qqq", null],
  ["ko-ko-ko", null],
] as const)
  test(`a service is asked for ${tag} as for ${language ?? "nothing"}`, () =>
    assert.equal(servedLanguage(tag), language));

for (const [what, status, why, words] of [
  ["a quota that is used up", 456, "quota", /its quota is used up/],
  ["too many questions", 429, "often", /asked too often/],
  ["a wrong key", 403, "other", /does not take the key/],
  ["languages that it does not know", 400, "language", /between these languages/],
  ["a fault of its own", 500, "other", /answers 500/],
] as const)
  test(`${what} is a sentence, and what the service says, which may repeat the key, is not passed on`, async () => {
    service.answers = { status, body: { error: `no, ${KEY}` } };
    const refused = await translateBy(libre(), { text: "x", from: "en", to: "ko" });
    assert.ok(isRefused(refused));
    assert.equal(refused.code, "translation-unavailable");
    assert.equal(refused.detail["why"], why);
    assert.match(refused.message, words);
    assert.ok(!JSON.stringify(refused).includes(KEY));
  });

for (const [what, body] of [
  ["no JSON", "<html>"],
  ["another shape", { text: "x" }],
  ["no words", { translatedText: "  " }],
  ["more than is read", { translatedText: "x".repeat(600_000) }],
] as const)
  test(`an answer with ${what} is no translation`, async () => {
    service.answers = { status: 200, body };
    assert.ok(isRefused(await translateBy(libre(), { text: "x", from: "en", to: "ko" })));
  });

test("a service that leads elsewhere is not followed", async () => {
  service.answers = { status: 307, body: {}, headers: { location: `${service.url}/elsewhere` } };
  assert.ok(isRefused(await translateBy(libre(), { text: "x", from: "en", to: "ko" })));
  assert.equal(service.heard.at(-1)?.path, "/translate");
});

test("a service that never answers is given up", async () => {
  service.answers = null;
  const refused = await translateBy(libre(), { text: "x", from: "en", to: "ko" }, 100);
  assert.ok(isRefused(refused));
  assert.equal(refused.detail["why"], "silent");
});
