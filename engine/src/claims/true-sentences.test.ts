import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ClaimChecker } from "./check.ts";
import { parisFacts } from "./competition.testing.ts";
import { inventedFacts } from "./invented.testing.ts";
import type { CompetitionFacts } from "./record.ts";

/**
 * Sentences that are right, or none of the record's business, and were called wrong once, with their neighbours:
 * `ko|...`, with the day of the text `en@2024-08-20|...`; ` // ` parts paragraphs. What nobody real did is told of the
 * people of an invented meeting.
 */
const FILES = [
  { file: "true-sentences.txt", facts: parisFacts() },
  { file: "invented-sentences.txt", facts: inventedFacts() },
].map(({ file, facts }) => ({ facts, ...linesOf(readFileSync(new URL(file, import.meta.url), "utf8")) }));

interface Line {
  readonly number: number;
  readonly language: string;
  readonly date: string | undefined;
  readonly text: string;
}

/** The sentences of a file, and its lines that are neither a sentence nor a heading. */
function linesOf(file: string): { readonly lines: readonly Line[]; readonly unread: readonly string[] } {
  const written = file.split("\n").map((line, index) => ({ line, number: index + 1 }));
  const told = written.filter(({ line }) => line !== "" && !line.startsWith("#"));
  const read = told.map(({ line, number }) => {
    const [, language = "", date, text = ""] = /^(\w\w)(?:@(\d{4}-\d\d-\d\d))?\|(.*\S)$/.exec(line) ?? [];
    return { number, language, date, text, line };
  });
  return {
    lines: read.filter(({ text }) => text !== ""),
    unread: read.filter(({ text }) => text === "").map(({ line }) => line),
  };
}

/** The record as a whole, without the medals of the Games before, and with one event of it alone. */
function recordsOf(facts: readonly CompetitionFacts[]): Readonly<Record<string, CompetitionFacts[]>> {
  return {
    whole: [...facts],
    "without honours": facts.map((each) => ({ ...each, honours: [] })),
    ...Object.fromEntries(
      facts.flatMap((each) =>
        each.events.map((event) => [`with ${event.title["en"]} alone`, [{ ...each, events: [event] }]]),
      ),
    ),
  };
}

/** What a record calls wrong in lines that are right. */
function calledWrong(lines: readonly Line[], record: CompetitionFacts[]): string[] {
  const checker = new ClaimChecker(record);
  return lines.flatMap(({ number, language, date, text }) =>
    checker
      .check(text.replaceAll(" // ", "\n"), { language, ...(date === undefined ? {} : { date }) })
      .filter(({ verdict }) => verdict === "contradicted")
      .map(({ type, claim, truth }) => `line ${number}: ${text}\n    ${type} ${claim} (${truth ?? ""})`),
  );
}

for (const { facts, lines } of FILES) {
  for (const [name, record] of Object.entries(recordsOf(facts))) {
    test(`nothing right is called wrong by the record of ${facts[0]?.title["en"]} ${name}`, () => {
      assert.deepEqual(calledWrong(lines, record), []);
    });
  }
}

test("a line that cannot be read is none that was read", () => {
  assert.deepEqual(linesOf("en@yesterday|Fan won.\nFan won.\nko|\n# Finals\n\nen|Fan won.").unread, [
    "en@yesterday|Fan won.",
    "Fan won.",
    "ko|",
  ]);
  assert.deepEqual(
    FILES.flatMap(({ unread }) => unread),
    [],
  );
});

test("there are such sentences in every language", () => {
  const languages = new Set(FILES.flatMap(({ lines }) => lines.map(({ language }) => language)));
  assert.deepEqual([...languages].toSorted(), ["de", "en", "es", "fr", "ja", "ko", "zh"]);
});

test("the invented people are known to their record", () => {
  const [facts] = inventedFacts();
  const known = new ClaimChecker(facts === undefined ? [] : [facts]);
  const verdicts = known
    .check("Odin Brask beat Milo Vantor 4-1 in the men's singles final.", { language: "en" })
    .map(({ verdict }) => verdict);
  assert.ok(verdicts.includes("supported"), verdicts.join());
});
