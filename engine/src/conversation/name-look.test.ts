import assert from "node:assert/strict";
import { test } from "node:test";
import { lookOfName, looksLikeOffice } from "./name-look.ts";

const alike: readonly (readonly [how: string, name: string, copy: string])[] = [
  ["in Cyrillic letters", "Marit Solheim", "Маrit Sоlhеim"],
  ["in Greek letters", "NINA TOMO", "ΝΙΝΑ ΤΟΜΟ"],
  ["in wide letters", "Ann Lee", "Ａｎｎ　Ｌｅｅ"],
  ["in the letters of mathematics", "Ann Lee", "𝐀𝐧𝐧 𝓛𝓮𝓮"],
  ["with blanks that are not seen", "Ann Lee", "Ann\u200B Lee\u2060"],
  ["with a blank more, or none", "Ann Lee", "AnnL ee"],
  ["with signs between", "Ann Lee", "Ann_Lee."],
  ["in capitals", "Ann Lee", "ANN LEE"],
  ["with accents", "Ann Lee", "Änn Léẹ"],
  ["with a digit for a letter", "Olli", "01l1"],
  ["with r and n for m", "Mark", "rnark"],
  ["with a filler that is shown as nothing", "김민지", "김\u3164민지"],
  ["in parts of syllables", "김민지", "김민지"],
];

for (const [how, name, copy] of alike)
  test(`a name is copied ${how}: ${JSON.stringify(copy)} looks like ${name}`, () =>
    assert.equal(lookOfName(copy), lookOfName(name)));

test("names that people tell apart have looks of their own", () => {
  const names = [
    "Ann Lee",
    "Ann Li",
    "Anna Lee",
    "Ann Lee 2",
    "Ann Lee 3",
    "김민지",
    "김민기",
    "王楚钦",
    "王曼昱",
    "Иван",
  ];
  assert.equal(new Set(names.map(lookOfName)).size, names.length);
});

test("a name without a letter looks like itself, and no name looks like nothing", () => {
  assert.notEqual(lookOfName("★★"), lookOfName("☆☆"));
  for (const name of ["★★", "🏓", "··"]) assert.notEqual(lookOfName(name), "");
});

for (const name of [
  "Moderator",
  "moderator 2",
  "M o d e r a t o r",
  "Mоdеrаtоr",
  "M0derator",
  "rnoderator",
  "Ｍｏｄｅｒａｔｏｒ",
  "Mod\u200Berator",
  "ModeratorAnn",
  "Ann (admin)",
  "ADMIN",
  "аdmin",
  "adm1n",
  "Ádmin_1",
  "Podium",
  "Pоdium Team",
  "PodiumSupport",
  "The umpire",
  "관리자",
  "심판 1",
  "管理员",
])
  test(`nobody is called ${JSON.stringify(name)}`, () => assert.equal(looksLikeOffice(name), true));

test("names in which an office stands by chance are names", () => {
  for (const name of [
    "Badminton Fan",
    "Roderick Adminson",
    "Sue Staffer",
    "Modesta Rator",
    "Ann Lee",
    "심판석",
    "Rooth",
  ])
    assert.equal(looksLikeOffice(name), false, name);
});
