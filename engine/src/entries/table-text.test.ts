import assert from "node:assert/strict";
import { test } from "node:test";
import { columnOf, guessedColumns } from "./entry-columns.ts";
import { tableLines } from "./table-text.ts";

const cellsOf = (text: string) => tableLines(text).map(({ cells }) => cells.join("¦"));

test("the separator is the likeliest that most lines have; a comma must part every line alike", () => {
  for (const [text, cells] of [
    ["a\tb;c\nd\te;f", ["a¦b;c", "d¦e;f"]],
    ["a;b|c\nd;e|f", ["a¦b|c", "d¦e|f"]],
    ["a|b,c\nd|e,f", ["a¦b,c", "d¦e,f"]],
    ["a;b\nc", ["a;b", "c"]],
    ["a;b\nc;d\ne", ["a¦b", "c¦d", "e"]],
    ["a\n\nb;c\n\n", ["a", "b;c"]],
    ["a;b\n\n \n\n", ["a¦b"]],
    ["a,b,c\nd,e,f", ["a¦b¦c", "d¦e¦f"]],
    ["a,b,c\nd,e", ["a,b,c", "d,e"]],
    ["a,b\nc,d", ["a,b", "c,d"]],
    ["name,club\nc,d", ["name¦club", "c¦d"]],
    ["name,weather\nc,d", ["name,weather", "c,d"]],
    ["a/b,c,d\ne,f,g", ["a/b¦c¦d", "e¦f¦g"]],
    ["a/b,c,d\ne&f,g,h", ["a/b,c,d", "e&f,g,h"]],
    ["a+b,c,d", ["a+b,c,d"]],
    ["a", ["a"]],
    ["", []],
    [" \n\t\n", []],
  ] as const)
    assert.deepEqual(cellsOf(text), cells, JSON.stringify(text));
});

test("quotation marks hold a cell together only where it begins with one, and never to the end of the text", () => {
  for (const [text, cells] of [
    ['"a;b";c\nd;e', ["a;b¦c", "d¦e"]],
    ['x "a;b";c\nd;e', ['x "a¦b"¦c', "d¦e"]],
    ['  "a";b\nd;e', ["a¦b", "d¦e"]],
    ['"a""b";c\nd;e', ['a"b¦c', "d¦e"]],
    ['"";c\nd;e', ["¦c", "d¦e"]],
    ['"a;b\nd;e', ['"a¦b', "d¦e"]],
    ["a;b\r\nc;d\r", ["a¦b", "c¦d"]],
  ] as const)
    assert.deepEqual(cellsOf(text), cells, JSON.stringify(text));
});

test("a heading is known whatever its case, accents, blanks and points, and nothing else is one", () => {
  for (const [heading, column] of [
    ["NAME", "name"],
    [" Full.Name ", "name"],
    ["Nom et prenom", "name"],
    ["#", "number"],
    [" # ", "number"],
    ["No.", "number"],
    ["Prénom", "given"],
    ["club name", "association"],
    ["Player 2", "partner"],
    ["Seed", "seed"],
    ["순위", "rank"],
    ["", null],
    ["-", null],
    ["##", null],
    ["telephone", null],
  ] as const)
    assert.equal(columnOf(heading), column, heading);
});

test("without headings a column is what all its cells are", () => {
  for (const [rows, columns] of [
    [
      ["1 Ann", "2 Eve", "3 Ian"],
      ["number", "name"],
    ],
    [
      ["1. Ann", "2. Eve"],
      ["number", "name"],
    ],
    [
      ["2 Ann", "1 Eve"],
      [null, "name"],
    ],
    [
      ["7 Ann", "12345 Eve"],
      [null, "name"],
    ],
    [
      ["7 Ann", "123456 Eve"],
      ["name", "association"],
    ],
    [
      ["Ann RIV", "Eve HA"],
      ["name", "association"],
    ],
    [
      ["Ann RIVE", "Eve H"],
      ["name", "association"],
    ],
    [
      ["RIV Ann HAN", "HAN Eve RIV"],
      ["association", "name", null],
    ],
    [
      ["Ann Ray RIV", "Eve Lee HAN"],
      ["family", "given", "association"],
    ],
    [
      ["Ann Ray X1 RIV", "Eve Lee X2 HAN"],
      ["family", "given", null, "association"],
    ],
    [
      ["Ann Ray Hall", "Eve Lee Hall"],
      ["family", "given", "association"],
    ],
    [
      ["Ann Ray Hall x", "Eve Lee Hall y"],
      ["family", "given", "association", null],
    ],
    [
      ["Ann", "Eve Hall"],
      ["name", "association"],
    ],
    [
      ["- Ann", "- Eve"],
      [null, "name"],
    ],
    [[], []],
  ] as const) {
    const lines = rows.map((row) => row.split(" ").map((cell) => (cell === "-" ? "" : cell)));
    assert.deepEqual(guessedColumns(lines), columns, rows.join(", "));
  }
});
