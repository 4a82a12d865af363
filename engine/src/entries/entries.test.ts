import assert from "node:assert/strict";
import { test } from "node:test";
import type { EntryCode, PlayerId } from "../brand.ts";
import { isRefused } from "../refusal.ts";
import { type EntryMade, refusedEntry } from "./eligibility.ts";
import { seedsFromRanking } from "./seeding.ts";

const code = (name: string) => name as EntryCode;
const listOf = (published: string, ranks: Record<string, number>) => ({
  published,
  ranks: new Map(Object.entries(ranks).map(([name, rank]) => [code(name), rank])),
});

const lists = [
  listOf("2024-07-16", { a: 3, b: 1, c: 9, x: 2 }),
  listOf("2024-06-04", { a: 1, b: 3 }),
  listOf("2024-08-06", { c: 1 }),
];

const seeds = (on: string, count: number) => {
  const answer = seedsFromRanking({ entries: ["a", "b", "c", "d"].map(code), lists, on, seeds: count });
  return isRefused(answer) ? answer.code : answer.map(({ entry, seed, rank }) => `${entry} ${seed} ${rank}`).join(", ");
};

test("a seed is not a rank: who did not enter is passed over", () => {
  assert.equal(seeds("2024-07-20", 4), "b 1 1, a 2 3, c 3 9");
});

test("the latest list on the day counts", () => {
  assert.equal(seeds("2024-07-15", 2), "a 1 1, b 2 3");
  assert.equal(seeds("2024-08-06", 2), "c 1 1");
  assert.equal(seeds("2024-01-01", 2), "no-ranking");
});

test("equal ranks are named, when they matter", () => {
  const equal = [listOf("2024-01-01", { a: 1, b: 2, c: 2 })];
  const ask = (count: number) =>
    seedsFromRanking({ entries: ["a", "b", "c"].map(code), lists: equal, on: "2024-02-01", seeds: count });
  const two = ask(2);
  assert.deepEqual(isRefused(two) && [two.code, two.detail["entries"]], ["equal-ranks", "b, c"]);
  assert.equal(isRefused(ask(1)), false);
});

const made = (name: string, players: string[], association: string | null = null): EntryMade => ({
  code: code(name),
  players: players as PlayerId[],
  association,
});

test("an entry has the players its event asks for, nobody twice, and its association has room", () => {
  const others = [made("chn", ["wang", "sun"], "CHN")];
  const rules = { kind: "doubles" as const, perAssociation: 1 };
  const codeOf = (entry: EntryMade) => refusedEntry(entry, others, rules)?.code ?? null;
  assert.equal(codeOf(made("prk", ["ri", "kim"], "PRK")), null);
  assert.equal(codeOf(made("chn", ["x", "y"], "PRK")), "entry-taken");
  assert.equal(codeOf(made("kor", ["lim"], "KOR")), "wrong-number-of-players");
  assert.equal(codeOf(made("kor", ["lim", "sun"], "KOR")), "player-twice");
  assert.equal(codeOf(made("kor", ["lim", "lim"], "KOR")), "player-twice");
  assert.equal(codeOf(made("chn-2", ["ma", "chen"], "CHN")), "association-full");
});
