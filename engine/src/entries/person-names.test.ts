import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { comparedName, foldedName, isAlmost, NameIndex, nameKey, partedName } from "./person-names.ts";

const SEED = Number(process.env["PODIUM_SEED"] ?? 20260704);

test("a comma parts a name only where something stands on both sides of the only one", () => {
  for (const [written, family, given, isSure] of [
    ["Sun ,  Yingsha", "Sun", "Yingsha", true],
    ["孙，颖莎", "孙", "颖莎", true],
    ["Sun,", "Sun,", "", true],
    [", Sun", "Sun", ",", false],
    ["Sun, Yingsha, Jr", "Jr", "Sun, Yingsha,", false],
    ["", "", "", true],
  ] as const)
    assert.deepEqual(partedName(written), { family, given, isSure }, written);
});

test("two to six characters are a name of characters; a long family name leaves a given name", () => {
  for (const [written, family, given] of [
    ["孙莎", "孙", "莎"],
    ["欧阳", "欧", "阳"],
    ["欧阳娜", "欧阳", "娜"],
    ["孙颖莎颖莎颖", "孙", "颖莎颖莎颖"],
    ["孙颖莎颖莎颖莎", "孙颖莎颖莎颖莎", ""],
    ["孙", "孙", ""],
  ] as const)
    assert.deepEqual(partedName(written), { family, given, isSure: true }, written);
});

test("capitals tell the family where some words are in capitals and others are not; an initial or a script without them tells nothing", () => {
  for (const [written, family, given, isSure] of [
    ["SUN YINGSHA", "YINGSHA", "SUN", false],
    ["O'NEIL Ann-Marie", "O'NEIL", "Ann-Marie", true],
    ["A Berg", "Berg", "A", false],
    ["LI Na", "LI", "Na", true],
    ["สมชาย Berg", "Berg", "สมชาย", false],
    ["42 Berg", "Berg", "42", false],
  ] as const)
    assert.deepEqual(partedName(written), { family, given, isSure }, written);
});

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 7 });
const written = fc.array(word, { minLength: 1, maxLength: 3 });

test(`the key of a name is one of its turns, and the same for every turn (seed ${SEED})`, () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      const letters = one + other;
      assert.equal(nameKey(letters), nameKey(other + one));
      assert.ok((letters + letters).includes(nameKey(letters)));
      for (let at = 0; at < letters.length; at += 1)
        assert.ok(nameKey(letters) <= letters.slice(at) + letters.slice(0, at));
    }),
    { seed: SEED, numRuns: 200 },
  );
  assert.equal(foldedName("Éva-Ö. 2"), "evao2");
  assert.deepEqual(comparedName(" , Sun， Ying  sha ").turned, ["sunyingsha", "yingshasun", "shasunying"]);
});

/** Whether so many letters changed, left out, added or exchanged with the next make one of the other, by trying all of it. */
function isWithin(one: string, other: string, slips: number): boolean {
  if (slips < 0) return false;
  if (one === "" || other === "") return one.length + other.length <= slips;
  const [a, b] = [one.slice(1), other.slice(1)];
  const isExchanged = one.length > 1 && one[0] === other[1] && one[1] === other[0];
  return (
    (one[0] === other[0] && isWithin(a, b, slips)) ||
    [isWithin(a, b, slips - 1), isWithin(a, other, slips - 1), isWithin(one, b, slips - 1)].includes(true) ||
    (isExchanged && isWithin(one.slice(2), other.slice(2), slips - 1))
  );
}

/** A name and the same with a few slips in it. */
const pairs = fc
  .tuple(written, fc.array(fc.tuple(fc.nat(), fc.constantFrom("", "x", "+", "~")), { maxLength: 3 }))
  .map(([words, edits]): readonly [string, string] => {
    let name = words.join(" ");
    for (const [place, edit] of edits) {
      const at = place % name.length;
      const [before, letter, rest] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
      if (edit === "+") name = `${before}${letter}y${rest}`;
      else if (edit === "~") name = `${before}${rest.charAt(0)}${letter}${rest.slice(1)}`;
      else if (name.length > 1) name = before + edit + rest;
    }
    return [words.join(" "), name];
  });

test(`a name is almost another within one slip for six letters, two for twelve, tried in every way (seed ${SEED})`, () => {
  fc.assert(
    fc.property(pairs, ([one, other]) => {
      const [a, b] = [comparedName(one), comparedName(other)];
      const most = Math.min(2, Math.floor(Math.min(a.key.length, b.key.length) / 6));
      const isNear = a.turned.some((turned) => isWithin(turned, b.turned[0] ?? "", most));
      assert.equal(isAlmost(a, b), most > 0 && a.key !== b.key && isNear);
    }),
    { seed: SEED, numRuns: 600 },
  );
});

test("letters may be changed, left out, added or exchanged, at either end and in the middle", () => {
  const name = "yingshasun";
  const of = (other: string) => isAlmost(comparedName(name), comparedName(other));
  for (const other of ["xingshasun", "yingshasux", "ingshasun", "yingshasu", "yyingshasun", "yignshasun", "iyngshasun"])
    assert.ok(of(other), other);
  for (const other of ["yingshasun", "xingshasux", "ingshasu", "yinshgasun", "gnshasun"]) assert.ok(!of(other), other);
  assert.ok(!isAlmost(comparedName("abcde"), comparedName("abcdx")));
  assert.ok(isAlmost(comparedName("abcdef"), comparedName("abcdex")));
  assert.ok(!isAlmost(comparedName("abcdefghijk"), comparedName("xbcdefghijx")));
  assert.ok(isAlmost(comparedName("abcdefghijkl"), comparedName("xbcdefghijkx")));
});

test(`an index finds whoever has a slip and the same three letters at an end, and nobody else (seed ${SEED})`, () => {
  fc.assert(
    fc.property(pairs, written, ([one, other], third) => {
      const known = [one, third.join(" ")];
      const index = new NameIndex<string>();
      for (const name of known) index.add(comparedName(name), name);
      const asked = comparedName(other);
      const near = known.filter((name) => {
        const letters = comparedName(name).turned[0] ?? "";
        const shares = asked.turned.some(
          (turned) =>
            turned.length > 2 &&
            letters.length > 2 &&
            (turned.slice(0, 3) === letters.slice(0, 3) || turned.slice(-3) === letters.slice(-3)),
        );
        return shares && isAlmost(asked, comparedName(name));
      });
      const found = index.almost(asked);
      assert.ok(found === undefined ? near.length === 0 : near.includes(found));
    }),
    { seed: SEED, numRuns: 300 },
  );
});
