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

test("a refusal names what stands in the way, and what no rule limits is taken", () => {
  const others = [made("chn", ["wang"], "CHN"), made("chn-2", ["sun"], "CHN"), made("kor", ["shin"], "KOR")];
  const judged = (entry: EntryMade, perAssociation: number | null, kind: "singles" | "doubles" = "singles") => {
    const refusal = refusedEntry(entry, others, { kind, perAssociation });
    return refusal === null ? null : { [refusal.code]: refusal.detail };
  };
  for (const [answer, expected] of [
    [judged(made("chn", ["ma"], "CHN"), 2), { "entry-taken": { entry: "chn" } }],
    [judged(made("new", ["ma"], "CHN"), 2), { "association-full": { association: "CHN", most: 2 } }],
    [judged(made("new", ["ma"], "CHN"), 3), null],
    [judged(made("new", ["ma"], "CHN"), null), null],
    [judged(made("new", ["ma"], "CHN"), 0), { "association-full": { association: "CHN", most: 0 } }],
    [judged(made("new", ["ma"]), 0), null],
    [judged(made("new", ["sun"], "KOR"), 2), { "player-twice": { player: "sun" } }],
    [judged(made("new", []), 2), { "wrong-number-of-players": { wanted: 1, players: 0 } }],
    [judged(made("new", ["a", "b"]), 2), { "wrong-number-of-players": { wanted: 1, players: 2 } }],
    [judged(made("new", ["a"]), 2, "doubles"), { "wrong-number-of-players": { wanted: 2, players: 1 } }],
  ] as const)
    assert.deepEqual(answer, expected);
});

test("of equal ranks only those that share a seed matter, and a rank that nobody shares is no tie", () => {
  const answer = (ranks: Record<string, number>, count: number) => {
    const told = seedsFromRanking({
      entries: ["a", "b", "c", "d"].map(code),
      lists: [listOf("2024-02-01", ranks)],
      on: "2024-02-01",
      seeds: count,
    });
    return isRefused(told) ? told.detail : told.map(({ entry, seed, rank }) => `${entry} ${seed} ${rank}`).join(", ");
  };
  assert.equal(answer({ d: 8, c: 2, b: 5 }, 9), "c 1 2, b 2 5, d 3 8");
  assert.equal(answer({ a: 1, b: 2, c: 2 }, 0), "");
  assert.deepEqual(answer({ a: 2, b: 2, c: 5 }, 1), { entries: "a, b", rank: 2 });
  assert.deepEqual(answer({ a: 7, b: 7, c: 9, d: 9 }, 4), { entries: "a, b", rank: 7 });
  assert.deepEqual(answer({ a: 1, c: 9, d: 9 }, 2), { entries: "c, d", rank: 9 });
});
