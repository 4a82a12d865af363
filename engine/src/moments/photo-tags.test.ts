import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused } from "../refusal.ts";
import {
  isNamed,
  isNamedIn,
  isNamedInFull,
  refusedShowing,
  tagAfter,
  TAG_CHOICES,
  type PhotoTag,
  type TagChoice,
} from "./photo-tags.ts";

const PROPOSED: PhotoTag = { state: "proposed", isBlurred: false, isConsentNeeded: false, isLocated: true };
const MINOR: PhotoTag = { ...PROPOSED, isConsentNeeded: true };
const after = (tag: PhotoTag, choices: readonly TagChoice[]) => choices.reduce(tagAfter, tag);

const CASES: readonly (readonly [law: string, choices: readonly TagChoice[], named: boolean, blurred: boolean])[] = [
  ["who has said nothing is not named", [], false, false],
  ["who accepted is named", ["accept"], true, false],
  ["who declined is not", ["decline"], false, false],
  ["consent can be withdrawn", ["accept", "decline"], false, false],
  ["and given again", ["decline", "accept"], true, false],
  ["who is blurred is not named", ["blur"], false, true],
  ["nor if they had accepted", ["accept", "blur"], false, true],
  ["who accepts after all is seen again", ["blur", "accept"], true, false],
  ["who is seen again need not be named", ["blur", "decline"], false, false],
];

for (const [law, choices, named, blurred] of CASES) {
  test(law, () => {
    const tag = after(PROPOSED, choices);
    assert.equal(isNamed(tag), named);
    assert.equal(tag.isBlurred, blurred);
  });
}

test("the last decision alone counts, whatever came before it", () => {
  for (const last of TAG_CHOICES)
    for (const first of TAG_CHOICES)
      assert.deepEqual(after(PROPOSED, [first, last]), after(PROPOSED, [last]), `${first}, ${last}`);
});

const SHOWN: readonly (readonly [law: string, tags: readonly PhotoTag[], isShown: boolean])[] = [
  ["a photo without people may be shown", [], true],
  ["a photo of adults may be shown before they answer: they are not named", [PROPOSED], true],
  ["also where one declined to be named", [after(PROPOSED, ["decline"])], true],
  ["a minor has to agree first", [PROPOSED, MINOR], false],
  ["a minor has agreed", [after(MINOR, ["accept"])], true],
  ["a minor who declines keeps the photo off the page", [after(MINOR, ["accept", "decline"])], false],
  ["a minor who is not seen does not", [after(MINOR, ["blur"])], true],
  [
    "who asked not to be seen keeps it off until somebody says where they stand",
    [{ ...after(PROPOSED, ["blur"]), isLocated: false }],
    false,
  ],
  ["each of two minors has to agree", [after(MINOR, ["accept"]), MINOR], false],
];

for (const [law, tags, isShown] of SHOWN)
  test(law, () => assert.equal(!isRefused(refusedShowing(tags) ?? {}), isShown));

const SHIN = { family: "SHIN", given: "Yubin", others: ["신유빈", "申裕斌"] };

const WORDS: readonly (readonly [words: string, isNamed: boolean])[] = [
  ["SHIN Yubin with the phone", true],
  ["From left: Lim, Shin, Wang", true],
  ["yubin's hand holds the phone", true],
  ["Shin Yu-bin and LIM Jong-hoon", true],
  ["Photo by ShinYubin", true],
  ["신유빈이 사진을 찍는다", true],
  ["左起：申裕斌", true],
  ["Shíň, with marks", true],
  ["A washing machine", false],
  ["Shinjuku, by night", false],
  ["Six players in front of a phone", false],
  ["", false],
];

for (const [words, isThere] of WORDS)
  test(`${isThere ? "names her" : "names nobody"}: ${JSON.stringify(words)}`, () =>
    assert.equal(isNamedIn(words, SHIN), isThere));

test("a person with one name only is found by it", () => {
  const person = { family: "", given: "Hui", others: [] };
  assert.ok(isNamedIn("Hui serves", person));
  assert.ok(!isNamedIn("Huimin serves", person));
});

const WHOLE: readonly (readonly [words: string, isThere: boolean])[] = [
  ["Shin Yu-bin served.", true],
  ["YUBIN SHIN served.", true],
  ["신유빈이 웃었다.", true],
  ["申裕斌获胜", true],
  ["Shin served.", false],
  ["Yu-bin served.", false],
  ["Shin and Yu-bin served.", false],
  ["Ashin Yu-bin served.", false],
  ["", false],
];

for (const [words, isThere] of WHOLE)
  test(`${words === "" ? "nothing" : words} ${isThere ? "names" : "does not name"} her by the whole name`, () =>
    assert.equal(isNamedInFull(words, SHIN), isThere));

test("a person with one name only is named in full by it", () =>
  assert.ok(isNamedInFull("Then Hui serves.", { family: "", given: "Hui", others: [] })));
