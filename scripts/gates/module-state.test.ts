import assert from "node:assert/strict";
import { test } from "node:test";
import { root } from "../bootstrap/runtime.mjs";
import { moduleState, stateIn } from "./module-state.ts";
import { filesMatching } from "./test-files.ts";

/**
 * What is worked out from its arguments alone and remembered because that is dear: nobody can tell whether it was there.
 * Each has an end: the letters of Unicode, the kinds of a log, the zones of the time zone database, a list of a library,
 * what lives as long as the object it was worked out of.
 */
const REMEMBERED = [
  "engine/src/conversation/moderation/letters.ts folds",
  "engine/src/conversation/moderation/letters.ts markCache",
  "engine/src/matches/apply.ts LISTS",
  "engine/src/results/plan-index.ts indexes",
  "server/src/people/passwords.ts known",
  "web/src/conversation/comment-html.ts written",
  "web/src/ui/times.ts formatters",
];

test("a module holds no state: what changes belongs to the app or to the object that needs it", () => {
  const files = filesMatching("{engine,protocol,server,web,cli}/src/**/*.{ts,tsx}", []).filter(
    (file) => !/\.(test|testing|contract)\.tsx?$/.test(file),
  );
  assert.ok(files.length > 300);
  assert.deepEqual(moduleState(root, files).sort(), REMEMBERED);
});

const PLANTED: readonly (readonly [source: string, state: readonly string[]])[] = [
  ["let last = null;", ["last"]],
  ["export let count = 0, other = 1;", ["count", "other"]],
  ["const seen = new Map(); export const see = (key) => seen.set(key, 1);", ["seen"]],
  ["const seen = new Set<string>(); function see(key) { if (!seen.has(key)) seen.add(key); }", ["seen"]],
  ["const auths = new WeakMap<App, Auth>(); export function of(app) { auths.set(app, made(app)); }", ["auths"]],
  ["const pages = new LRUCache({ max: 3 }); const drop = () => pages.delete('x');", ["pages"]],
  ["const list: string[] = []; export const add = (word) => list.push(word);", ["list"]],
  ["const byName = {}; export function know(name) { byName[name] = true; }", ["byName"]],
  ["const TABLE = new Map([['a', 1]]); export const of = (key) => TABLE.get(key);", []],
  ["const NAMES = ['a']; export const is = (name) => NAMES.includes(name);", []],
  ["export function find() { const seen = new Map(); seen.set(1, 2); let at = 0; return seen; }", []],
  ["class Cache { readonly #held = new Map(); set(key) { this.#held.set(key, 1); } }", []],
];

for (const [source, state] of PLANTED) {
  test(`${source} ${state.length === 0 ? "holds nothing" : "is seen"}`, () => assert.deepEqual(stateIn(source), state));
}
