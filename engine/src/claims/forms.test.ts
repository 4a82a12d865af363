import assert from "node:assert/strict";
import { test } from "node:test";
import { ClaimChecker } from "./check.ts";
import { parisFacts } from "./competition.testing.ts";
import { formedSentences, readForms } from "./forms.testing.ts";

const COMPETITIONS = parisFacts();
const CHECKER = new ClaimChecker(COMPETITIONS);

/** The least share of the sentences with one detail changed that must be contradicted. */
const LEAST = 0.95;

for (const forms of readForms())
  test(`matches of the record in the sentences of agencies (${forms.language}): none is contradicted, and changed ones are`, (t) => {
    const counts = new Map<string, { all: number; missed: string[] }>();
    for (const { language, changed, sentence } of formedSentences(forms, COMPETITIONS)) {
      const claims = CHECKER.check(sentence, { language });
      const isWrong = claims.some(({ verdict }) => verdict === "contradicted");
      if (changed === null) {
        const wrong = claims.filter(({ verdict }) => verdict === "contradicted");
        assert.deepEqual(wrong, [], sentence);
      }
      // Not every form says the day.
      if (changed === "day" && !forms.days.some((day) => sentence.includes(day))) continue;
      const kind = changed ?? "supported";
      const count = counts.get(kind) ?? { all: 0, missed: [] };
      count.all += 1;
      if (changed === null ? claims.length === 0 : !isWrong) count.missed.push(sentence);
      counts.set(kind, count);
    }
    for (const [kind, { all, missed }] of counts) {
      t.diagnostic(`${forms.language} ${kind}: ${all - missed.length} of ${all}`);
      assert.ok(1 - missed.length / all >= LEAST, `${kind}: ${missed.length} of ${all} missed:\n${missed.join("\n")}`);
    }
  });
