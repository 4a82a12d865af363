import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { ClaimChecker } from "./check.ts";
import type { Claim } from "./claim.ts";
import { parisFacts } from "./competition.testing.ts";
import { readTable } from "./sentences.testing.ts";

/**
 * What was read of every sentence of the tables when it was last looked at: the sentence, then its statements, a line each,
 * with the words that say it and where in the sentence they begin. Where a change is meant to read otherwise, PODIUM_RECORD=1
 * on this file writes them anew; look at the difference.
 */
const RECORD = new URL("recorded-readings.txt", import.meta.url);

const CHECKER = new ClaimChecker(parisFacts());

function statementOf({ verdict, type, claim, truth, evidence, words, start, sentence }: Claim): string {
  const grounds = evidence.map(({ kind }) => kind).join("+");
  const said = `in "${sentence.slice(words.start - start, words.end - start)}" at ${words.start - start}`;
  return [verdict, type, claim, truth === undefined ? "" : `not ${truth}`, grounds && `by ${grounds}`, said]
    .filter((part) => part !== "")
    .join(" ");
}

/** The sentences of all tables with their statements, as they are read now. */
function readings(): [sentence: string, statements: string[]][] {
  const tables = readdirSync(new URL("sentences/", import.meta.url)).filter((file) => file.endsWith(".txt"));
  return tables.sort().flatMap((name) => {
    const table = readTable(name);
    return table.texts.flatMap((lines) => {
      const text = lines.map(({ sentence }) => sentence).join("\n");
      const claims = CHECKER.check(text, { language: table.language });
      let start = 0;
      return lines.map(({ sentence }): [string, string[]] => {
        const [from, to] = [start, start + sentence.length];
        start = to + 1;
        const own = claims.filter((claim) => claim.start >= from && claim.end <= to);
        return [`${name} ${sentence}`, own.map(statementOf)];
      });
    });
  });
}

/** The lines of the record, by sentence. */
function recorded(): ReadonlyMap<string, readonly string[]> {
  const said = new Map<string, string[]>();
  let sentence = "";
  for (const line of readFileSync(RECORD, "utf8").trimEnd().split("\n")) {
    if (!line.startsWith("    ")) sentence = line;
    const statements = said.get(sentence) ?? [];
    if (line !== sentence) statements.push(line.trim());
    said.set(sentence, statements);
  }
  return said;
}

test("what was read of a sentence once is read of it still, in the same words, and nothing else", () => {
  const now = readings();
  if (process.env["PODIUM_RECORD"] === "1") {
    const lines = now.flatMap(([sentence, said]) => [sentence, ...said.map((each) => `    ${each}`)]);
    writeFileSync(RECORD, `${lines.join("\n")}\n`);
  }
  const before = recorded();
  const all = new Map(
    now.map(([sentence]) => [sentence, now.flatMap(([other, said]) => (other === sentence ? said : []))]),
  );
  const other = [...all].flatMap(([sentence, said]) => {
    const known = before.get(sentence) ?? said;
    const lost = known.filter((each) => !said.includes(each)).map((each) => `- ${each}`);
    const more = said.filter((each) => !known.includes(each)).map((each) => `+ ${each}`);
    return lost.length + more.length === 0 && known.length === said.length ? [] : [sentence, ...lost, ...more];
  });
  assert.deepEqual(other, []);
});
