import assert from "node:assert/strict";
import { test } from "node:test";
import { languageCookie, languageFor } from "./language.ts";

const cases: readonly {
  readonly name: string;
  readonly cookie?: string;
  readonly accepts?: string;
  readonly speaks: string;
}[] = [
  { name: "nothing is known", speaks: "en" },
  { name: "the browser asks for Korean", accepts: "ko-KR,ko;q=0.9,en;q=0.8", speaks: "ko" },
  { name: "the browser asks for Chinese in another script", accepts: "zh-Hant-TW", speaks: "zh" },
  { name: "the first language is not spoken here", accepts: "fi,sv;q=0.9,zh;q=0.3", speaks: "zh" },
  { name: "none is spoken here", accepts: "fi,sv;q=0.9", speaks: "en" },
  { name: "weights decide, not the order", accepts: "en;q=0.2, zh;q=0.9, ko;q=0.5", speaks: "zh" },
  { name: "a weight of nought is a no", accepts: "ko;q=0, zh;q=0.1", speaks: "zh" },
  { name: "capitals and spaces", accepts: "  KO-kr ; q=1.0 ", speaks: "ko" },
  { name: "rubbish", accepts: ';;;,,q=,ko;q=x,"', speaks: "en" },
  { name: "anything will do", accepts: "*", speaks: "en" },
  { name: "a choice goes before what the browser asks", cookie: "podium-language=zh", accepts: "ko", speaks: "zh" },
  { name: "a choice among other cookies", cookie: "a=b; podium-language=ko; c=d", speaks: "ko" },
  { name: "a cookie that only ends alike", cookie: "not-podium-language=ko", speaks: "en" },
  { name: "a choice that is not spoken", cookie: "podium-language=fi", accepts: "ko", speaks: "ko" },
  { name: "a choice that is no language", cookie: "podium-language=__proto__", speaks: "en" },
];

for (const { name, cookie, accepts, speaks } of cases) {
  test(`language: ${name}`, () => assert.equal(languageFor(cookie, accepts), speaks));
}

test("a choice is remembered for a year, and only of a language that is spoken", () => {
  assert.deepEqual(languageCookie("ko"), ["podium-language=ko; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"]);
  for (const other of ["fi", "", "ko\r\nset-cookie: x=y", "constructor"]) assert.deepEqual(languageCookie(other), []);
});
