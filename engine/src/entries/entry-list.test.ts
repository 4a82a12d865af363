import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { type KnownPerson, type ListedEntry, readEntryList } from "./entry-list.ts";
import { comparedName, isAlmost, nameKey, partedName } from "./person-names.ts";
import { tableLines } from "./table-text.ts";

const KNOWN: readonly KnownPerson[] = [
  { id: "sun-yingsha", family: "SUN", given: "Yingsha", otherNames: ["孙颖莎"], association: "CHN" },
  { id: "shin-yubin", family: "SHIN", given: "Yubin", otherNames: ["신유빈"], association: "KOR" },
  { id: "wang-1", family: "WANG", given: "Lin", otherNames: [], association: "RIV" },
  { id: "wang-2", family: "WANG", given: "Lin", otherNames: [], association: "HAN" },
];

function singles(text: string, known = KNOWN): readonly ListedEntry[] {
  return readEntryList(text, { kind: "singles", known }).entries;
}

const whoIn = (entries: readonly ListedEntry[]) =>
  entries.map(({ people }) => people.map(({ id, family, given }) => id ?? `${family}|${given}`).join(" + "));
const doubtsIn = (entries: readonly ListedEntry[]) =>
  entries.map(({ doubts }) => doubts.map(({ code }) => code).join());

test("a name is parted by capitals, by a comma, by its script, and else by its last word", () => {
  for (const [written, family, given, isSure] of [
    ["SUN Yingsha", "SUN", "Yingsha", true],
    ["Yingsha SUN", "SUN", "Yingsha", true],
    ["Sun, Yingsha", "Sun", "Yingsha", true],
    ["Yingsha Sun", "Sun", "Yingsha", false],
    ["VAN DER Berg Anna", "VAN DER", "Berg Anna", true],
    ["孙颖莎", "孙", "颖莎", true],
    ["欧阳娜娜", "欧阳", "娜娜", true],
    ["신유빈", "신", "유빈", true],
    ["남궁민수", "남궁", "민수", true],
    ["Pelé", "Pelé", "", true],
    ["J. Smith", "Smith", "J.", false],
  ] as const)
    assert.deepEqual(partedName(written), { family, given, isSure }, written);
});

test("a name is the same in any order of its words, with hyphens or without, with accents or without", () => {
  const same = ["SHIN Yubin", "Shin Yu-bin", "Yu bin Shin", "yubin shin", "SHIN, Yubin", "  Shin   Yú-Bin "];
  assert.equal(new Set(same.map(nameKey)).size, 1);
  assert.notEqual(nameKey("SHIN Yubin"), nameKey("SHIN Yuna"));
});

test("a slip in a long name is almost the name, a letter in a short one is another", () => {
  assert.ok(isAlmost(comparedName("SUN Yingsha"), comparedName("SUN Yingsah")));
  assert.ok(isAlmost(comparedName("TANNENBERG Jette"), comparedName("TANENBERG Jete")));
  assert.ok(!isAlmost(comparedName("LI Na"), comparedName("LI Ma")));
  assert.ok(!isAlmost(comparedName("SUN Yingsha"), comparedName("Yingsha Sun")));
});

test("people who are known are found by any of their names", () => {
  const entries = singles("Sun, Yingsha\n孙颖莎\nYu-bin Shin\n신유빈");
  assert.deepEqual(whoIn(entries), ["sun-yingsha", "sun-yingsha", "shin-yubin", "shin-yubin"]);
});

test("the same name twice is told with the line of the first; a person in two scripts as well", () => {
  assert.deepEqual(doubtsIn(singles("ADAMS Eve\nEve ADAMS", [])), ["", "listed-twice"]);
  const [, second] = singles("SUN Yingsha\n孙颖莎");
  assert.deepEqual(second?.doubts, [{ code: "listed-twice", name: "孙颖莎", line: 1 }]);
});

test("a spelling that is almost a known name, or one of the list, is a doubt and changes nothing", () => {
  const [known] = singles("SUN Yingsah");
  assert.deepEqual(known?.people, [{ id: null, written: "SUN Yingsah", family: "SUN", given: "Yingsah" }]);
  assert.deepEqual(known?.doubts, [{ code: "almost-known", name: "SUN Yingsah", person: "sun-yingsha" }]);
  assert.deepEqual(doubtsIn(singles("TANNENBERG Jette\nTANENBERG Jette", [])), ["", "almost-listed"]);
});

test("of namesakes the one of the association in the line is meant; without it both are named", () => {
  const [own, other] = singles("name;club\nWANG Lin;HAN\nWANG Lin;");
  assert.equal(own?.people[0]?.id, "wang-2");
  assert.deepEqual(own?.doubts, []);
  assert.deepEqual(
    other?.doubts.map(({ code }) => code),
    ["several-known", "association-missing"],
  );
});

test("headings are known in many languages, in any order, and a column that says nothing known is left out", () => {
  for (const [text, columns] of [
    ["Name\tClub\tSeed\nADAMS Eve\tRIV\t1", ["name", "association", "seed"]],
    ["Nachname;Vorname;Verein;Telefon\nADAMS;Eve;RIV;5", ["family", "given", "association", null]],
    ["순위,이름,소속\n1,신유빈,KOR", ["rank", "name", "association"]],
    ["序号\t姓名\t俱乐部\n1\t孙颖莎\tCHN", ["number", "name", "association"]],
    ["Prénom,Nom de famille\nEve,Adams", ["given", "family"]],
  ] as const)
    assert.deepEqual(readEntryList(text, { kind: "singles", known: [] }).columns, columns, text);
});

test("without headings the cells tell: running numbers, codes, names, clubs", () => {
  for (const [text, columns, who] of [
    ["1\tADAMS Eve\tRIV\n2\tBELL Ann\tHAN", ["number", "name", "association"], ["ADAMS|Eve", "BELL|Ann"]],
    ["Adams, Eve\nBell, Ann", ["name"], ["Adams|Eve", "Bell|Ann"]],
    [
      "Adams\tEve\tRiverside TTC\nBell\tAnn\tRiverside TTC",
      ["family", "given", "association"],
      ["Adams|Eve", "Bell|Ann"],
    ],
    ["ADAMS Eve; Riverside\nBELL Ann; Hanbit", ["name", "association"], ["ADAMS|Eve", "BELL|Ann"]],
  ] as const) {
    const list = readEntryList(text, { kind: "singles", known: [] });
    assert.deepEqual(list.columns, columns, text);
    assert.deepEqual(whoIn(list.entries), who, text);
  }
});

test("pairs stand in one cell or in two columns; a partner who is missing is wanted", () => {
  const doubles = (text: string) => readEntryList(text, { kind: "doubles", known: KNOWN }).entries;
  assert.deepEqual(whoIn(doubles("SUN Yingsha / SHIN Yubin\nADAMS Eve & BELL Ann")), [
    "sun-yingsha + shin-yubin",
    "ADAMS|Eve + BELL|Ann",
  ]);
  const inColumns = doubles("Name\tPartner\nSUN Yingsha\tSHIN Yubin\nADAMS Eve\t");
  assert.deepEqual(whoIn(inColumns), ["sun-yingsha + shin-yubin", "ADAMS|Eve"]);
  assert.deepEqual(doubtsIn(inColumns), ["", "partner-missing"]);
});

test("a club that is missing where others have one is a doubt, and so is one that the person is not known for", () => {
  assert.deepEqual(doubtsIn(singles("name\tclub\nADAMS Eve\tRIV\nBELL Ann\t", [])), ["", "association-missing"]);
  assert.deepEqual(doubtsIn(singles("name\tclub\nSUN Yingsha\tRIV")), ["association-differs"]);
  assert.deepEqual(doubtsIn(singles("ADAMS Eve\nBELL Ann", [])), ["", ""]);
});

test("seeds and ranks are whole numbers, and anything else is said and left out", () => {
  const [first, second] = singles("name;seed;rank\nADAMS Eve;1;17\nBELL Ann;first;n/a", []);
  assert.deepEqual([first?.seed, first?.rank, first?.doubts], [1, 17, []]);
  assert.deepEqual([second?.seed, second?.rank], [null, null]);
  assert.deepEqual(
    second?.doubts.map((doubt) => doubt.code === "not-a-number" && doubt.column),
    ["seed", "rank"],
  );
});

test("a list of pairs with commas in the names is no table, and a word parts a pair only where no sign does", () => {
  const doubles = (text: string) => readEntryList(text, { kind: "doubles", known: [] }).entries;
  assert.deepEqual(whoIn(doubles("Sun, Yingsha / Wang, Manyu\nAdams, Eve / Bell, Ann")), [
    "Sun|Yingsha + Wang|Manyu",
    "Adams|Eve + Bell|Ann",
  ]);
  assert.deepEqual(whoIn(doubles("Kim Anderson / Maria y LOPEZ")), ["Anderson|Kim + LOPEZ|Maria y"]);
  assert.deepEqual(doubtsIn(doubles("ADAMS Eve / BELL Ann / COLE Ian")), ["partners-unclear"]);
});

test("a first heading that is empty keeps its column, and a quotation mark that is never closed is a letter", () => {
  assert.deepEqual(whoIn(singles("\tName\tClub\n1\tSUN Yingsha\tCHN", [])), ["SUN|Yingsha"]);
  assert.deepEqual(whoIn(singles('"Ann RAY\nBELL Ann', [])), ['RAY|"Ann', "BELL|Ann"]);
});

test("quoted cells hold separators, quotes and line ends, and lines are counted as they stand in the text", () => {
  const lines = tableLines('name;club\r\n"ADAMS; ""Eve""";RIV\r\n\r\n"BELL\nAnn";HAN\nCOLE Ian;HAN');
  assert.deepEqual(lines, [
    { number: 1, cells: ["name", "club"] },
    { number: 2, cells: ['ADAMS; "Eve"', "RIV"] },
    { number: 4, cells: ["BELL\nAnn", "HAN"] },
    { number: 6, cells: ["COLE Ian", "HAN"] },
  ]);
});

test("a seed is a number from 1 to 99999 as people write it", () => {
  for (const [text, seed] of [
    ["1", 1],
    ["10", 10],
    ["99999", 99_999],
    ["100000", null],
    ["0", null],
    ["07", null],
    ["1.", null],
    ["", null],
  ] as const) {
    const [entry] = singles(`name;seed\nADAMS Eve;${text}`, []);
    assert.equal(entry?.seed, seed, text);
    assert.equal(entry?.doubts.length, seed === null && text !== "" ? 1 : 0, text);
  }
});

test("only a code of an association can differ from the one that is known: a club in full is another name for it", () => {
  for (const [club, doubts] of [
    ["CHN", ""],
    ["RIV", "association-differs"],
    ["Twelve-lette", "association-differs"],
    ["Thirteen-lett", ""],
    ["RIV TTC", ""],
  ] as const)
    assert.deepEqual(doubtsIn(singles(`name\tclub\nSUN Yingsha\t${club}`)), [doubts], club);
  const unknown = KNOWN.map((person) => ({ ...person, association: null }));
  assert.deepEqual(doubtsIn(singles("name\tclub\nSUN Yingsha\tRIV", unknown)), [""]);
});

test("of namesakes one is meant only where one alone is of the association in the line", () => {
  const three = [...KNOWN, { id: "wang-3", family: "WANG", given: "Lin", otherNames: [], association: "HAN" }];
  const idIn = (club: string, known = three) => singles(`name;club\nWANG Lin;${club}`, known)[0]?.people[0]?.id ?? null;
  assert.deepEqual([idIn("RIV"), idIn("HAN"), idIn("CHN")], ["wang-1", null, null]);
  assert.equal(idIn("CHN", KNOWN.slice(0, 3)), "wang-1");
  const [entry] = singles("name;club\nLin WANG;HAN", three);
  assert.deepEqual(entry?.doubts, [
    { code: "several-known", name: "Lin WANG", people: ["wang-1", "wang-2", "wang-3"] },
  ]);
  assert.deepEqual(doubtsIn(singles("WANG Lin\nLin WANG", three)), ["several-known", "listed-twice,several-known"]);
});

test("what a name of a list is compared with: those who are known, and the lines before", () => {
  assert.deepEqual(singles("TANNENBERG Jette\nADAMS Eve\nTANENBERG Jette", [])[2]?.doubts, [
    { code: "almost-listed", name: "TANENBERG Jette", line: 1 },
  ]);
  assert.deepEqual(doubtsIn(singles("Jette Tannenberg\nYingsah Sun", KNOWN)), ["family-unclear", "almost-known"]);
  assert.deepEqual(doubtsIn(singles("ADAMS Eve / BELL Ann", [])), [""]);
});

test("a partner stands in the column for partners, in the cell of the names or nowhere", () => {
  const doubles = (text: string) => readEntryList(text, { kind: "doubles", known: [] }).entries;
  for (const [text, who, doubts] of [
    ["Name\tPartner\nADAMS Eve / X\tBELL Ann", "ADAMS|Eve / X + BELL|Ann", ""],
    ["Name\tPartner\nADAMS Eve and BELL Ann\t", "ADAMS|Eve + BELL|Ann", ""],
    ["Name\tPartner\n\tBELL Ann", "BELL|Ann", "partner-missing"],
    ["ADAMS Eve - BELL Ann", "ADAMS|Eve + BELL|Ann", ""],
    ["ADAMS Eve-Ann", "ADAMS|Eve-Ann", "partner-missing"],
    ["ADAMS Eve /", "ADAMS|Eve", "partner-missing"],
    ["Family\tGiven\tPartner\nADAMS\tEve\tBELL Ann", "ADAMS|Eve + BELL|Ann", ""],
  ] as const)
    assert.deepEqual([whoIn(doubles(text)), doubtsIn(doubles(text))], [[who], [doubts]], text);
  assert.deepEqual(whoIn(singles("Name\tPartner\nADAMS Eve\tBELL Ann\n\tCOLE Ian", [])), ["ADAMS|Eve"]);
});

test("law: any text is read, every entry stands in a line of it, and no line makes two", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab ,;\t\n"1/A孙|') }), (text) => {
      const { entries } = readEntryList(text, { kind: "doubles", known: KNOWN });
      const lines = entries.map(({ line }) => line);
      assert.equal(new Set(lines).size, lines.length);
      assert.ok(lines.every((line) => line >= 1 && line <= text.split("\n").length));
      assert.ok(entries.every(({ people }) => people.length >= 1 && people.length <= 2));
    }),
    { numRuns: 500 },
  );
});

test("a column of handicaps tells the points that each is given; none is none", () => {
  const { entries } = readEntryList("Name\tClub\tHandicap\nADAMS Ann\tRIV\t3\nBELL Bea\tRIV\t0\nCOLE Cat\tRIV\t", {
    kind: "singles",
    known: [],
  });
  assert.deepEqual(
    entries.map(({ handicap, doubts }) => [handicap, doubts.length]),
    [
      [3, 0],
      [null, 0],
      [null, 0],
    ],
  );
});
