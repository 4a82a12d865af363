import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../bootstrap/runtime.mjs";
import { filesMatching } from "./test-files.ts";

/** What a page says and what the laws and the server answer are written in different packages; here they are held together. */

const isShipped = (file: string) => !/\.(test|testing)\.tsx?$/.test(file);

function textOf(pattern: string): string {
  const files = filesMatching(pattern, []).filter(isShipped);
  assert.notEqual(files.length, 0, pattern);
  return files.map((file) => readFileSync(join(root, file), "utf8")).join("\n");
}

function found(pattern: RegExp, text: string): Set<string> {
  return new Set([...text.matchAll(pattern)].flatMap(([, code]) => code ?? []));
}

const catalogues = filesMatching("web/src/**/words.en.json", []).map((file) => {
  const words: Record<string, string> = JSON.parse(readFileSync(join(root, file), "utf8"));
  return { file, keys: [...new Set(Object.keys(words).map((key) => key.replace(/_(one|other)$/, "")))] };
});
const keys = catalogues.flatMap((catalogue) => catalogue.keys);
const pages = textOf("web/src/**/*.{ts,tsx}");
const server = textOf("server/src/**/*.ts");
const engine = textOf("engine/src/**/*.ts");

/** The last part of the keys under a name, in whichever catalogue: `refusal.too-often`, `people.refusal.too-often`. */
function codesUnder(name: string): string[] {
  return keys.flatMap((key) => new RegExp(`^(?:(?!ui)\\w+\\.)?${name}\\.([a-z0-9-]+)$`).exec(key)?.[1] ?? []);
}

const REFUSED = /refuse[a-zA-Z]*\(\s*"([a-z0-9-]+)"/g;
/** Met by those only who work on the command line: files, and what is refused to them. */
const COMMAND_LINE = /people\/roles|conversation\/thread-file/;
const OF_A_FILE = new Set(["thread-taken"]);

test("every sentence of a refusal belongs to a code that something is refused with", () => {
  const asked = found(/"\w+\.refusal\.([a-z-]+)"/g, pages);
  const codes = new Set([...found(REFUSED, server), ...found(REFUSED, engine), ...asked]);
  assert.deepEqual(
    codesUnder("refusal").filter((code) => !codes.has(code)),
    [],
  );
});

test("whatever the server refuses to somebody at a page is said in the catalogues", () => {
  const files = filesMatching("server/src/{http,people,conversation,matches,results}/*.ts", []).filter(
    (file) => isShipped(file) && !COMMAND_LINE.test(file),
  );
  const codes = files.flatMap((file) => [...found(REFUSED, readFileSync(join(root, file), "utf8"))]);
  assert.ok(codes.includes("not-found") && codes.includes("thread-locked"), codes.join(" "));
  const known = new Set(codesUnder("refusal"));
  assert.deepEqual(
    [...new Set(codes)].filter((code) => !known.has(code) && !OF_A_FILE.has(code)),
    [],
  );
});

/** Met before a match begins, or where a tie is folded: never by an umpire at the table. */
const NOT_AT_THE_TABLE = new Set([
  "best-of-not-odd",
  "kind-not-played",
  "service-needed",
  "too-many-matches",
  "tie-over",
  "match-not-over",
]);

test("whatever the laws of a match refuse is said to the umpire in the language of the chair", () => {
  const codes = [...found(REFUSED, textOf("engine/src/matches/*.ts"))].filter((code) => !NOT_AT_THE_TABLE.has(code));
  assert.ok(codes.includes("wrong-server") && codes.length > 25, codes.join(" "));
  const spoken = new Set(keys);
  assert.deepEqual(
    codes.filter((code) => !spoken.has(`chair.refusal.${code}`)),
    [],
  );
});

test("whatever was done is said, and nothing is said that is never done", () => {
  const byAddress = [...found(/notice=([a-z-]+)/g, server), ...found(/(?:addressOf|act)\(\w+, "([a-z-]+)"/g, server)];
  const byAnswer = [...found(/notice: \{ code: "([a-z-]+)"/g, server)];
  const noticed = keys.flatMap((key) => /^notice\.([a-z-]+)$/.exec(key)?.[1] ?? []);
  assert.deepEqual([...new Set([...byAddress, ...byAnswer])].sort(), noticed.sort());
});

test("every storyline that the engine tells has its sentence, and every sentence its storyline", () => {
  const stories = textOf("engine/src/history/*.ts");
  const told = codesUnder("storyline");
  const absences = codesUnder("storyline\\.absence");
  assert.deepEqual(
    [...told, ...absences].filter((code) => !stories.includes(`"${code}"`)),
    [],
  );
  const known = new Set([...told, ...absences]);
  assert.deepEqual(
    [...found(/code: "([a-z-]+)"/g, stories)].filter((code) => !known.has(code)),
    [],
  );
});

/** A key, in which a star stands for a part or two. */
function exactly(key: string): RegExp {
  return new RegExp(`^${key.replaceAll(".", "\\.").replaceAll("*", "[a-z0-9-]+(?:\\.[a-z0-9-]+)?")}$`);
}

/** The keys that a page asks for: as they stand, or with a gap, of which it is known what stands around it. */
function askedFor(): RegExp[] {
  const whole = [...found(/["'`]([a-z]+\.[a-z0-9.-]+)["'`]/g, pages)].map((key) => exactly(key));
  const gapped = [...found(/`((?:[a-z]+\.)+[^`\s]*\$\{[^`]*)`/g, pages)].map((key) =>
    exactly(key.replaceAll(/\$\{[^}]*\}/g, "*")),
  );
  return [...whole, ...gapped];
}

test("every sentence is asked for by some page", () => {
  const asked = askedFor();
  assert.deepEqual(
    keys.filter((key) => !asked.some((pattern) => pattern.test(key))),
    [],
  );
});
