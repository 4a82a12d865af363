import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { ClaimChecker } from "./check.ts";
import { parisFacts } from "./competition.testing.ts";
import { readTable } from "./sentences.testing.ts";

/**
 * The sentences of the tables, changed: cut short, begun later, a word left out or moved, other figures, told after another.
 * What is read of them is kept as a digest, a line for each sentence. A digest notices any change and cannot say whether it
 * is an error; where a change is meant to read otherwise, PODIUM_RECORD=1 on this file writes them anew.
 */
const RECORD = new URL("changed-sentences.txt", import.meta.url);

const CHECKER = new ClaimChecker(parisFacts());

interface Told {
  readonly name: string;
  readonly language: string;
  readonly sentence: string;
  readonly before: string;
}

const TOLD: readonly Told[] = readdirSync(new URL("sentences/", import.meta.url))
  .filter((file) => file.endsWith(".txt"))
  .sort()
  .flatMap((name) => {
    const { language, texts } = readTable(name);
    const sentences = texts.flat().map(({ sentence }) => sentence);
    return sentences.map((sentence, at) => ({ name, language, sentence, before: sentences[at - 1] ?? "" }));
  });

/** Words, or characters where words are not parted by blanks. */
function piecesOf(sentence: string, language: string): readonly string[] {
  return language === "zh" || language === "ja" ? [...sentence] : sentence.split(/(?<= )/);
}

/** Where a sentence is changed hangs on its length, so that the tables are changed everywhere. */
function changesOf({ sentence, language, before }: Told): readonly string[] {
  const pieces = piecesOf(sentence, language);
  const at = 1 + (sentence.length % Math.max(1, pieces.length - 1));
  const [one = "", other = ""] = pieces.slice(at - 1);
  const moved = [...pieces.slice(0, at - 1), other, one, ...pieces.slice(at + 1)];
  return [
    pieces.slice(0, at).join(""),
    pieces.slice(at).join(""),
    [...pieces.slice(0, at - 1), ...pieces.slice(at)].join(""),
    moved.join(""),
    sentence.replaceAll(/\d/g, (figure) => String((Number(figure) + at) % 10)),
    `${before} ${sentence}`,
  ];
}

function digestOf(told: Told): string {
  const hash = createHash("sha256");
  for (const text of changesOf(told)) {
    const claims = CHECKER.check(text, { language: told.language, date: "2024-08-05" });
    hash.update(JSON.stringify(claims));
  }
  return hash.digest("hex").slice(0, 12);
}

test("what was read of a changed sentence once is read of it still", () => {
  const now = TOLD.map((told): [string, string] => [`${told.name} ${told.before}|${told.sentence}`, digestOf(told)]);
  if (process.env["PODIUM_RECORD"] === "1")
    writeFileSync(RECORD, `${now.map(([told, digest]) => `${digest} ${told}`).join("\n")}\n`);
  const lines = readFileSync(RECORD, "utf8").trimEnd().split("\n");
  const known = new Map(lines.map((line) => [line.slice(13), line.slice(0, 12)]));
  const other = now.filter(([told, digest]) => (known.get(told) ?? digest) !== digest).map(([told]) => told);
  assert.deepEqual(other, []);
  assert.ok(lines.length >= 800);
});
