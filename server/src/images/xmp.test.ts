import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused } from "@podium/engine";
import { checkPicture, sizesOf } from "./images.ts";
import { phonePhoto } from "./pictures.testing.ts";
import { wordsIn, xmpOf, type PictureWords } from "./xmp.ts";

const WORDS: PictureWords = {
  credit: "A & B <agency>",
  caption: 'The "selfie", with 신유빈',
  alt: "Six players in front of a phone",
  licence: "CC BY 4.0",
  people: [
    { name: "SHIN Yubin", region: { x: 0.1, y: 0.2, width: 0.25, height: 0.5 } },
    { name: "LIM Jonghoon", region: null },
  ],
};
const NONE: PictureWords = { credit: null, caption: null, alt: null, licence: null, people: [] };

test("what is written into a picture is read out of it", () => assert.deepEqual(wordsIn(xmpOf(WORDS)), WORDS));
test("nothing is read where nothing is written", () => assert.deepEqual(wordsIn(xmpOf(NONE)), NONE));

test("all sizes carry the words, the people and where they stand", async () => {
  for await (const { bytes, format } of sizesOf(await phonePhoto(), {
    formats: ["webp", "jpeg"],
    blurred: [],
    words: WORDS,
  })) {
    const read = await checkPicture(bytes);
    assert.ok(!isRefused(read), format);
    assert.deepEqual({ ...read.words, people: read.people }, WORDS);
  }
});

test("a region as other programs write it, by attributes", () => {
  const boundary =
    'Iptc4xmpExt:rbShape="rectangle" Iptc4xmpExt:rbX="0.5" Iptc4xmpExt:rbY="0" Iptc4xmpExt:rbW="0.5" Iptc4xmpExt:rbH="1"';
  const person =
    "<Iptc4xmpExt:PersonInImage> <rdf:Bag> <rdf:li>KIM Kumyong</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>";
  assert.deepEqual(wordsIn(`<rdf:li><Iptc4xmpExt:RegionBoundary ${boundary}/>${person}</rdf:li>`).people, [
    { name: "KIM Kumyong", region: { x: 0.5, y: 0, width: 0.5, height: 1 } },
  ]);
});

const NO_REGION = [
  "",
  "<Iptc4xmpExt:rbX>10</Iptc4xmpExt:rbX>",
  "<Iptc4xmpExt:rbX>-0.1</Iptc4xmpExt:rbX>",
  "Iptc4xmpExt:rbX",
];

for (const inside of NO_REGION)
  test(`no region: ${JSON.stringify(inside)}`, () => {
    const person = "<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>A</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>";
    assert.deepEqual(wordsIn(`<Iptc4xmpExt:RegionBoundary>${inside}${person}`).people, [{ name: "A", region: null }]);
  });

test("a picture of a thousand people is read as far as fifty", () => {
  const people = Array.from({ length: 1000 }, (_, index) => ({ name: `P ${index}`, region: null }));
  assert.ok(wordsIn(xmpOf({ ...NONE, people })).people.length <= 50);
});
