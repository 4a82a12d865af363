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

/** Sixty names of people: a surname that is an office elsewhere, one that begins or ends like an office, and other scripts. */
const NAMES = [
  ..."Joe Root|Aaron Judge|Frances Staff|William Jury|Rob Admin-Smith|Ann Judge-Hill|Jonas Host|Amy Root-Staff Lee".split(
    "|",
  ),
  ..."Badminton Fan|Roderick Adminson|Sue Staffer|Modesta Rator|Rooth|Roots|Ann Lee|Mo Deram|Ed Torres".split("|"),
  ..."Modeste Mbami|Modric|Ruth Editha|Refik Ree|Ump Ireland|Paul Stafford|Judi Dench|Jude Bell".split("|"),
  ..."Olga Nizer|Supporo Ito|Sys Temple|Sekou Rity|Jurij Rodionov|Rutger Root|Adnan Minhas|Adam In|Timo Boll|Fan Zhendong".split(
    "|",
  ),
  ..."Webster Masters|Officer Kane|Edi Tor Hansen|Anna Arbiter|Clara Domin|Marshal Law|Titus Root Jr".split("|"),
  ..."Truls Möregårdh|Félix Lebrun|Łukasz Nowak|Søren Ødegård|Иван Судаков|Ольга Модестова|Άννα Παππά".split("|"),
  ..."심판석|김주심|임종훈|신유빈|王楚钦|孙颖莎|裁縫屋|田中 管一|محمد علي|राहुल शर्मा|Nguyễn Thị Án".split("|"),
];

for (const name of NAMES) test(`${JSON.stringify(name)} is a name`, () => assert.equal(looksLikeOffice(name), false));

test("sixty names look like sixty people", () => {
  assert.ok(NAMES.length >= 60, String(NAMES.length));
  assert.deepEqual(
    NAMES.filter((name, at) => NAMES.findIndex((other) => lookOfName(other) === lookOfName(name)) !== at),
    [],
  );
});

/** Sixty ways to look like somebody who speaks for the installation. */
const OFFICES = [
  ..."Moderator|moderator 2|M o d e r a t o r|Mоdеrаtоr|M0derator|rnoderator|Ｍｏｄｅｒａｔｏｒ|ModeratorAnn".split(
    "|",
  ),
  ..."Ann (admin)|ADMIN|аdmin|adm1n|admln|Ádmin_1|Podium|Pоdium Team|PodiumSupport|The umpire".split("|"),
  ..."관리자|심판 1|管理员|김심판|王裁判|審判|Модератор|админ|Судья|Διαχειριστής|ΔΙΑΧΕΙΡΙΣΤΗΣ|Редактор 3".split("|"),
  ..."root|Root 1|The root|staff|Club Staff|The Jury|Judge|Head Judge|Admin-Team|Ann Admin-Team|admin-smith".split("|"),
  ..."4dmin|m0d3rat0r|3ditor|5upport|aclmin|rnod|ᎪDMIN|ꓮꓓMIN|ꓟod|ΑDMIN|Ａdmin|𝐚𝐝𝐦𝐢𝐧|𝓜oderator|ⓐdmin".split("|"),
  ..."Organizer|0rganiser|Referee Kim|REFEREE|rеfеrее|Editor-in-Chief|Site Admin|Helpdesk|Po­dium|Officiaⅼ".split("|"),
  "Mod\u200Berator",
  "a\u0305d\u0305min",
  "Admin\u20E3",
  "\u202EModerator",
  "Mod\u3164erator",
  "Ad\u1DC4min",
];

for (const name of OFFICES)
  test(`nobody is called ${JSON.stringify(name)}`, () => assert.equal(looksLikeOffice(name), true));

/** Ways to write a name that looks the same. */
const WAYS: readonly (readonly [how: string, write: (name: string) => string])[] = [
  ["in Cyrillic letters", (name) => inLetters(name, "aа eе oо pр cс yу xх iі sѕ AА BВ EЕ KК MМ HН OО PР CС TТ XХ")],
  ["in Greek letters", (name) => inLetters(name, "oο vν AΑ BΒ EΕ ZΖ HΗ IΙ KΚ MΜ NΝ OΟ PΡ TΤ YΥ XΧ")],
  ["in wide letters", (name) => [...name].map((sign) => (sign === " " ? "\u3000" : wide(sign))).join("")],
  ["with blanks of no width", (name) => [...name].join("\u200B")],
  ["with marks above", (name) => [...name].map((sign) => (sign === " " ? sign : `${sign}\u0307`)).join("")],
  ["with marks of other blocks", (name) => [...name].map((sign) => (sign === " " ? sign : `${sign}\u1DC4`)).join("")],
  ["in capitals", (name) => name.toUpperCase()],
  ["with l, I and 1 for one another", (name) => inLetters(name, "lI iI I1 L1")],
  ["with rn for m", (name) => name.replaceAll("m", "rn").replaceAll("M", "rn")],
  ["with blanks and signs", (name) => ` ${name.replaceAll(" ", "  _ ")}.`],
  ["with the name turned around by a sign", (name) => `\u202D${name}\u202C`],
  ["in Cherokee and Lisu capitals", (name) => inLetters(name.toUpperCase(), "AᎪ EᎬ MᎷ TᎢ Rꓣ Lꓡ Nꓠ Oꓳ SᏚ")],
];

const inLetters = (name: string, pairs: string) => {
  const copies = new Map(pairs.split(" ").map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]));
  return [...name].map((sign) => copies.get(sign) ?? sign).join("");
};

const wide = (sign: string) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfe_e0);

const MEMBERS = ["Marit Solheim", "Teo Brandt", "Lio Marchetti", "MIRA XOVIC", "Tim Millar"];

for (const [how, write] of WAYS)
  test(`a member's name is theirs ${how}`, () => {
    const copies = MEMBERS.map((name) => [name, write(name)] as const).filter(([name, copy]) => name !== copy);
    assert.notEqual(copies.length, 0);
    for (const [name, copy] of copies) {
      assert.equal(lookOfName(copy), lookOfName(name), `${copy} for ${name}`);
    }
  });
