import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import { suite, test } from "node:test";
import { isRefused } from "@podium/engine";
import { array, assert as assertProperty, nat, property, tuple, uint8Array } from "fast-check";
import { pastedFile, SHEET_MAX } from "./sheet.ts";

interface Part {
  readonly name: string;
  readonly bytes: Buffer;
  readonly method?: number;
  readonly locked?: boolean;
}

/** An archive of these parts, as a spreadsheet writes one. */
function archive(parts: readonly Part[], count = parts.length): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, method = 8, locked = false } of parts) {
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(locked ? 1 : 0, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(bytes.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    local.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...local, ...directory, end]));
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

function workbook(sheet: string, strings = ""): Part[] {
  return [
    {
      name: "xl/workbook.xml",
      bytes: Buffer.from(`${HEAD}<workbook><sheets><sheet name="E" sheetId="1" r:id="rId7"/></sheets></workbook>`),
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      bytes: Buffer.from(
        `${HEAD}<Relationships><Relationship Id="rId7" Target="worksheets/sheet2.xml"/></Relationships>`,
      ),
    },
    { name: "xl/worksheets/sheet1.xml", bytes: Buffer.from("<worksheet><sheetData/></worksheet>") },
    {
      name: "xl/worksheets/sheet2.xml",
      bytes: Buffer.from(`${HEAD}<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    },
    { name: "xl/sharedStrings.xml", bytes: Buffer.from(`${HEAD}<sst>${strings}</sst>`) },
  ];
}

suite("a file of entries", () => {
  test("a workbook is read as its first sheet would be pasted: shared, rich, inline words, numbers, gaps, empty rows", () => {
    const strings =
      '<si><t>Name</t></si><si><t>Club</t></si><si><r><t>SUN </t></r><r><t xml:space="preserve">Yingsha</t></r><rPh sb="0" eb="1"><t>スン</t></rPh></si><si><t>R&amp;D "TTC"</t></si>';
    const sheet = [
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>',
      '<row r="2"/>',
      '<row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3"><v>4</v></c><c r="C3" t="s"><v>3</v></c></row>',
      '<row r="4"><c r="A4" t="inlineStr"><is><t>孙\n颖莎</t></is></c><c r="C4" t="str"><f>A1</f><v>CHN</v></c></row>',
    ].join("");
    assert.equal(
      pastedFile(archive(workbook(sheet, strings)), "en"),
      'Name\t\tClub\nSUN Yingsha\t4\t"R&D ""TTC"""\n孙 颖莎\t\tCHN',
    );
  });

  test("text is read in UTF-8, in UTF-16, and in what spreadsheets save in the language", () => {
    assert.equal(pastedFile(new Uint8Array(Buffer.from("\ufeffName;Club\nÅsa;RIV")), "en"), "Name;Club\nÅsa;RIV");
    assert.equal(pastedFile(new Uint8Array([0xff, 0xfe, ...Buffer.from("Åsa", "utf16le")]), "en"), "Åsa");
    assert.equal(pastedFile(new Uint8Array(Buffer.from("Åsa", "latin1")), "en"), "Åsa");
    assert.equal(pastedFile(new Uint8Array([0xbd, 0xc5, 0xc0, 0xaf, 0xba, 0xf3]), "ko"), "신유빈");
    assert.equal(pastedFile(new Uint8Array([0xcb, 0xef, 0xd3, 0xb1, 0xc9, 0xaf]), "zh"), "孙颖莎");
  });

  const good = archive(workbook('<row><c t="inlineStr"><is><t>A</t></is></c></row>'));
  const row = '<row><c t="inlineStr"><is><t>A</t></is></c></row>';
  const zeros = Buffer.alloc(64 * 1024 * 1024, 0x20);
  const sheetPart = (bytes: Buffer, more: Partial<Part> = {}): Uint8Array =>
    archive([{ name: "xl/worksheets/sheet1.xml", bytes, ...more }]);
  const billion = `<!DOCTYPE x [<!ENTITY a "${"A".repeat(1000)}">${[..."bcdefgh"].map((name, at) => `<!ENTITY ${name} "${`&${"abcdefgh"[at]};`.repeat(10)}">`).join("")}]><worksheet><row><c t="str"><v>&h;</v></c></row></worksheet>`;
  const HOSTILE: Readonly<Record<string, readonly [file: Uint8Array, code: string]>> = {
    nothing: [new Uint8Array(), "sheet-unreadable"],
    blanks: [new Uint8Array(Buffer.from(" \n\t")), "sheet-unreadable"],
    "bytes that are no text": [new Uint8Array([1, 0, 2, 0, 3]), "sheet-unreadable"],
    "an old .xls, or one with a password": [
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      "sheet-unreadable",
    ],
    "two letters of an archive": [new Uint8Array(Buffer.from("PK\u0003\u0004")), "sheet-unreadable"],
    "half an archive": [good.slice(0, good.length / 2), "sheet-unreadable"],
    "an archive without its end": [good.slice(0, -22), "sheet-unreadable"],
    "an archive of something else": [
      archive([{ name: "word/document.xml", bytes: Buffer.from("<w/>") }]),
      "sheet-unreadable",
    ],
    "a locked sheet": [sheetPart(Buffer.from(row), { locked: true }), "sheet-unreadable"],
    "a sheet packed in another way": [sheetPart(Buffer.from(row), { method: 12 }), "sheet-unreadable"],
    "a sheet whose packing is broken": [
      sheetPart(Buffer.from(row)).map((byte, at) => (at === 30 + "xl/worksheets/sheet1.xml".length ? 0xff : byte)),
      "sheet-unreadable",
    ],
    "a directory that counts more than there is": [archive(workbook(row), 400), "sheet-unreadable"],
    "a directory of thousands": [archive(workbook(row), 60_000), "sheet-too-large"],
    "a sheet that unpacks to 64 MB": [sheetPart(zeros), "sheet-too-large"],
    "shared words that unpack to 64 MB": [
      archive([
        ...workbook('<row><c t="s"><v>0</v></c></row>').slice(0, 4),
        { name: "xl/sharedStrings.xml", bytes: zeros },
      ]),
      "sheet-too-large",
    ],
    "a workbook that unpacks to 64 MB": [
      archive([{ name: "xl/workbook.xml", bytes: zeros }, ...workbook(row).slice(1)]),
      "sheet-too-large",
    ],
    "100,000 rows": [sheetPart(Buffer.from(row.repeat(100_000))), "sheet-too-large"],
    "an empty sheet": [sheetPart(Buffer.from("<worksheet/>")), "sheet-unreadable"],
  };

  for (const [name, [file, code]] of Object.entries(HOSTILE))
    test(`${name}: refused in bounded time and memory`, () => {
      const before = process.cpuUsage();
      const heap = process.memoryUsage().heapUsed;
      const read = pastedFile(file, "en");
      const { user } = process.cpuUsage(before);
      assert.equal(isRefused(read) ? read.code : "none", code);
      assert.ok(user < 2_000_000, `${user} µs`);
      assert.ok(process.memoryUsage().heapUsed - heap < 64 * 1024 * 1024);
    });

  test("declared entities are not expanded, and a cell far to the right or of a million letters stays small", () => {
    const read = pastedFile(sheetPart(Buffer.from(billion)), "en");
    assert.ok(typeof read === "string" && read.length < 100, String(read));
    const far = '<row><c r="XFD1" t="str"><v>x</v></c><c r="A1" t="str"><v>A</v></c></row>';
    assert.equal(pastedFile(sheetPart(Buffer.from(far)), "en"), "A");
    const long = `<row><c t="str"><v>${"x".repeat(1_000_000)}</v></c></row>`;
    assert.equal(pastedFile(sheetPart(Buffer.from(long)), "en"), "x".repeat(SHEET_MAX.letters));
  });

  test("whatever bytes are sent, and wherever a workbook is damaged, it is read or refused", () => {
    assertProperty(
      property(array(tuple(nat(good.length - 1), nat(255)), { minLength: 1, maxLength: 8 }), (damage) => {
        const file = good.slice();
        for (const [at, byte] of damage) file[at] = byte;
        const read = pastedFile(file, "en");
        assert.ok(typeof read === "string" || isRefused(read));
      }),
      { numRuns: 500 },
    );
    assertProperty(
      property(uint8Array({ maxLength: 300 }), (bytes) => {
        const read = pastedFile(new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]), "en");
        assert.ok(typeof read === "string" || isRefused(read));
      }),
      { numRuns: 200 },
    );
  });
});
