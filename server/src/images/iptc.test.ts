import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused } from "@podium/engine";
import * as fc from "fast-check";
import { checkPicture } from "./images.ts";
import { iptcWords } from "./iptc.ts";
import { phonePhoto } from "./pictures.testing.ts";

type Told = readonly (readonly [record: number, dataset: number, value: Buffer])[];

function datasets(told: Told): Buffer {
  return Buffer.concat(
    told.flatMap(([record, dataset, value]) => [
      Buffer.from([0x1c, record, dataset, value.length >> 8, value.length & 255]),
      value,
    ]),
  );
}

/** As it stands in a segment of a JPEG, behind a resource of another kind. */
function resources(told: Told): Buffer {
  const resource = (kind: number, data: Buffer) =>
    Buffer.concat([
      Buffer.from("8BIM"),
      Buffer.from([kind >> 8, kind & 255, 0, 0, 0, 0, data.length >> 8, data.length & 255]),
      data,
      Buffer.alloc(data.length & 1),
    ]);
  return Buffer.concat([
    Buffer.from("Photoshop 3.0\0", "latin1"),
    resource(0x0425, Buffer.from("abc")),
    resource(0x0404, datasets(told)),
  ]);
}

const utf8 = (words: string) => Buffer.from(words);
const WIRE: Told = [
  [1, 90, Buffer.from([0x1b, 0x25, 0x47])],
  [2, 80, utf8("A. Photographer")],
  [2, 110, utf8("Agency")],
  [2, 120, utf8("Six players,\r\none frame: 신유빈")],
];

const TABLE: readonly (readonly [name: string, told: Told, credit: string | null, caption: string | null])[] = [
  ["a picture of a wire", WIRE, "Agency", "Six players, one frame: 신유빈"],
  ["without a credit, who made it", [[2, 80, utf8("A. Photographer")]], "A. Photographer", null],
  ["letters of before UTF-8", [[2, 120, Buffer.from("Zoé", "latin1")]], null, "Zoé"],
  ["another record says nothing of the picture", [[3, 120, utf8("No caption")]], null, null],
  ["empty words are none", [[2, 120, utf8(" ")]], null, null],
];

for (const [name, told, credit, caption] of TABLE)
  test(name, () => {
    assert.deepEqual(iptcWords(resources(told)), { credit, caption });
    assert.deepEqual(iptcWords(datasets(told)), { credit, caption });
  });

test("bytes of chance, and what breaks off anywhere, are read without a fault", () => {
  const whole = resources(WIRE);
  for (let end = 0; end < whole.length; end += 1) iptcWords(whole.subarray(0, end));
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void iptcWords(Buffer.concat([whole, bytes]))));
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
      const changed = Buffer.from(whole);
      changed[at] = byte;
      iptcWords(changed);
    }),
  );
});

/** A photo with these resources in front of everything else. */
async function photoWith(told: Told): Promise<Uint8Array> {
  const photo = Buffer.from(await phonePhoto());
  const body = resources(told);
  const length = body.length + 2;
  return Buffer.concat([
    photo.subarray(0, 2),
    Buffer.from([0xff, 0xed, length >> 8, length & 255]),
    body,
    photo.subarray(2),
  ]);
}

test("a photo of a wire brings its credit and its caption", async () => {
  const read = await checkPicture(await photoWith(WIRE));
  assert.ok(!isRefused(read));
  assert.equal(read.words.credit, "Agency");
  assert.equal(read.words.caption, "Six players, one frame: 신유빈");
});
