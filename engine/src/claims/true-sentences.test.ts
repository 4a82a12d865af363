import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ClaimChecker } from "./check.ts";
import { parisFacts } from "./competition.testing.ts";
import type { CompetitionFacts } from "./record.ts";

/**
 * Sentences that are right, or none of the record's business, and were called wrong once, with their neighbours:
 * `ko|...`, with the day of the text `en@2024-08-20|...`; ` // ` parts paragraphs.
 */
const LINES = readFileSync(new URL("true-sentences.txt", import.meta.url), "utf8").split("\n");

/** The record as a whole, without the medals of the Games before, and with one event of it alone. */
const RECORDS: Readonly<Record<string, CompetitionFacts[]>> = {
  whole: parisFacts(),
  "without honours": parisFacts().map((facts) => ({ ...facts, honours: [] })),
  ...Object.fromEntries(
    parisFacts().flatMap((facts) =>
      facts.events.map((event) => [`with ${event.title["en"]} alone`, [{ ...facts, events: [event] }]]),
    ),
  ),
};

for (const [name, facts] of Object.entries(RECORDS)) {
  test(`nothing right is called wrong by the record ${name}`, () => {
    const checker = new ClaimChecker(facts);
    const wrong = LINES.flatMap((line, index) => {
      const [, language = "en", date, text = ""] = /^(\w\w)(?:@([\d-]+))?\|(.*)$/.exec(line) ?? [];
      const claims = checker.check(text.replaceAll(" // ", "\n"), {
        language,
        ...(date === undefined ? {} : { date }),
      });
      return claims
        .filter(({ verdict }) => verdict === "contradicted")
        .map(({ type, claim, truth }) => `line ${index + 1}: ${text}\n    ${type} ${claim} (${truth ?? ""})`);
    });
    assert.deepEqual(wrong, []);
  });
}

test("there are such sentences in every language", () => {
  const languages = new Set(LINES.flatMap((line) => /^(\w\w)[@|]/.exec(line)?.[1] ?? []));
  assert.deepEqual([...languages].toSorted(), ["de", "en", "es", "fr", "ja", "ko", "zh"]);
});
