import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { REFUSAL_CODES, type RefusalCode } from "../../engine/src/refusal-code.ts";
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

const catalogues = filesMatching("web/src/languages/en/*.json", []).map((file) => {
  const words: Record<string, string> = JSON.parse(readFileSync(join(root, file), "utf8"));
  return { file, keys: [...new Set(Object.keys(words).map((key) => key.replace(/_(one|other)$/, "")))] };
});
const keys = catalogues.flatMap((catalogue) => catalogue.keys);
const pages = textOf("web/src/**/*.{ts,tsx}");
const server = textOf("server/src/**/*.ts");
const engine = textOf("engine/src/**/*.ts");
const REFUSAL_LISTS = ["refusal-code.ts", "refusal-code-files.ts"].map((file) =>
  readFileSync(join(root, "engine/src", file), "utf8"),
);

/** The last part of the keys under a name, in whichever catalogue: `refusal.too-often`, `people.refusal.too-often`. */
function codesUnder(name: string): string[] {
  return keys.flatMap((key) => new RegExp(`^(?:(?!ui)\\w+\\.)?${name}\\.([a-z0-9-]+)$`).exec(key)?.[1] ?? []);
}

const REFUSALS: readonly RefusalCode[] = Object.values(REFUSAL_CODES).flat();

/** The keys that stand more than once in the text of a catalogue, of which `JSON.parse` keeps the last alone. */
function standTwice(json: string): string[] {
  const found = [...json.matchAll(/"((?:[^"\\]|\\.)*)"(\s*:)?/g)].flatMap(([, key = "", colon]) =>
    colon === undefined ? [] : [key],
  );
  return found.filter((key, at) => found.indexOf(key) !== at);
}

test("no key stands twice in a catalogue", () => {
  assert.deepEqual(standTwice('{ "ui.a": "\\"ui.b\\": one", "ui.b": "two", "ui.a": "three" }'), ["ui.a"]);
  const files = filesMatching("web/src/languages/*/*.json", []);
  assert.ok(files.length > catalogues.length);
  assert.deepEqual(
    files.flatMap((file) => standTwice(readFileSync(join(root, file), "utf8")).map((key) => `${file}: ${key}`)),
    [],
  );
});

test("every code of a refusal stands once in the list, and is one that something is refused with", () => {
  assert.deepEqual(REFUSALS, [...new Set(REFUSALS)]);
  const sources = [
    REFUSAL_LISTS.reduce((text, list) => text.replace(list, ""), engine),
    server,
    textOf("cli/src/**/*.ts"),
  ].join("\n");
  assert.deepEqual(
    REFUSALS.filter((code) => !sources.includes(`"${code}"`)),
    [],
  );
});

test("every sentence of a refusal belongs to a code of the list, or to what a page itself refuses", () => {
  const known = new Set<string>([
    ...REFUSALS,
    ...found(/"\w+\.refusal\.([a-z-]+)"/g, pages),
    "fault",
    "bug",
    "half-way",
  ]);
  assert.deepEqual(
    codesUnder("refusal").filter((code) => !known.has(code)),
    [],
  );
});

/** Met by those only who work on the command line: files, and what is refused to them. */
const COMMAND_LINE = /people\/roles|conversation\/thread-file/;
const OF_A_FILE: readonly RefusalCode[] = ["entry-size", "plays-too-often", "thread-taken", "too-many-matches"];
/** Met before a match begins, where a tie is folded, or where the referee settles a fork: never by an umpire at the table. */
const NOT_AT_THE_TABLE: readonly RefusalCode[] = [
  "best-of-not-odd",
  "fork-tangled",
  "fork-unknown",
  "handicap-too-high",
  "kind-not-played",
  "not-a-tie",
  "service-needed",
  "too-many-matches",
  "team-format",
  "tie-over",
  "not-a-tie",
  "match-not-over",
];

/** The codes that stand in some files without being in one of these parts of the list. */
function outsideOf(parts: readonly RefusalCode[], pattern: string, exempt: readonly RefusalCode[]): RefusalCode[] {
  const files = filesMatching(pattern, []).filter((file) => isShipped(file) && !COMMAND_LINE.test(file));
  const text = files.map((file) => readFileSync(join(root, file), "utf8")).join("\n");
  return REFUSALS.filter(
    (code) => !parts.includes(code) && !exempt.includes(code) && new RegExp(`refuse\\w*\\(\\s*"${code}"`).test(text),
  );
}

test("a code stands in the part of the list where it is met", () => {
  const atPages = outsideOf(
    REFUSAL_CODES.requests,
    "server/src/{http,people,conversation,matches,results}/*.ts",
    OF_A_FILE,
  );
  assert.deepEqual(atPages, []);
  assert.deepEqual(outsideOf(REFUSAL_CODES.match, "engine/src/matches/*.ts", NOT_AT_THE_TABLE), []);
});

test("whatever the server refuses to somebody at a page is said in the catalogues", () => {
  const known = new Set(codesUnder("refusal"));
  assert.deepEqual(
    REFUSAL_CODES.requests.filter((code) => !known.has(code)),
    [],
  );
});

test("whatever the laws of a match refuse is said to the umpire in the language of the chair", () => {
  const known = new Set(keys);
  assert.deepEqual(
    REFUSAL_CODES.match.filter((code) => !known.has(`chair.refusal.${code}`)),
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
