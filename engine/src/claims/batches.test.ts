import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ClaimChecker } from "./check.ts";
import type { Claim } from "./claim.ts";
import { parisFacts } from "./competition.testing.ts";

/**
 * Texts by readers who had not seen the grammar: `= LANGUAGE DAY` opens one, then a sentence a line, `+` right, `!` wrong in
 * one detail, `-` none of the record's business. How many wrong ones are found, and how many right ones supported, may only grow.
 */
const LEAST = {
  "results.txt": { found: 22, supported: 39 },
  "history.txt": { found: 15, supported: 20 },
  "languages.txt": { found: 22, supported: 30 },
  "wires.txt": { found: 29, supported: 37 },
  "wires-languages.txt": { found: 19, supported: 28 },
} as const;

const CHECKER = new ClaimChecker(parisFacts());

interface Judged {
  readonly mark: string;
  readonly sentence: string;
  readonly claims: readonly Claim[];
}

function judged(name: string): Judged[] {
  const words = readFileSync(new URL(`batches/${name}`, import.meta.url), "utf8");
  return words.split(/^= /m).slice(1).flatMap(judgedText);
}

function judgedText(block: string): Judged[] {
  const [head = "", ...rest] = block.split("\n");
  const [language = "en", date = "-"] = head.split(" ");
  const lines = rest.filter((line) => /^[+!-] /.test(line));
  const joint = ["zh", "ja"].includes(language) ? "" : " ";
  const text = lines.map((line) => line.slice(2).trim()).join(joint);
  const claims = CHECKER.check(text, { language, ...(date === "-" ? {} : { date }) });
  let from = 0;
  return lines.map((line): Judged => {
    const sentence = line.slice(2).trim();
    const [start, end] = [from, from + sentence.length];
    from = end + joint.length;
    const own = claims.filter(({ words }) => words.start >= start && words.start < end);
    return { mark: line.charAt(0), sentence, claims: own };
  });
}

for (const [name, least] of Object.entries(LEAST)) {
  test(`of the sentences of ${name} no right one is called wrong, and no fewer are found or supported than before`, () => {
    const all = judged(name);
    const has = (verdict: Claim["verdict"]) => (one: Judged) => one.claims.some((claim) => claim.verdict === verdict);
    const marked = (mark: string) => all.filter((one) => one.mark === mark);
    const notWrong = all.filter(({ mark }) => mark !== "!");
    assert.deepEqual(
      notWrong.filter(has("contradicted")).map(({ sentence }) => sentence),
      [],
    );
    const found = marked("!").filter(has("contradicted")).length;
    const supported = marked("+").filter(has("supported")).length;
    const spoken = marked("-").filter(({ claims }) => claims.length > 0).length;
    assert.ok(found >= least.found, `${found} of ${marked("!").length} found`);
    assert.ok(supported >= least.supported, `${supported} of ${marked("+").length} supported`);
    assert.equal(spoken, 0);
  });
}
