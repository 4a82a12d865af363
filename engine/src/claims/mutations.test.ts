import assert from "node:assert/strict";
import { test } from "node:test";
import { ClaimChecker } from "./check.ts";
import { parisFacts } from "./competition.testing.ts";
import { judged, mutationsOf, swapped } from "./mutations.testing.ts";
import { readTable } from "./sentences.testing.ts";

const CHECKER = new ClaimChecker(parisFacts());

const TRUE = ["paris.en.txt", "reports.en.txt", "agencies.en.txt"]
  .flatMap((name) => readTable(name).texts.flat())
  .filter(({ mark }) => mark === "+")
  .map(({ sentence }) => sentence);

const NAMES = [
  "Wang Chuqin and Sun Yingsha",
  "Ri Jong Sik and Kim Kum Yong",
  "Lim Jonghoon and Shin Yubin",
  "Wong Chun Ting and Doo Hoi Kem",
  "Fan Zhendong",
  "Truls Moregard",
  "Felix Lebrun",
  "Hugo Calderano",
  "Omar Assar",
  "Dimitrij Ovtcharov",
];

/** The least share of changed sentences that must be contradicted. A strange name may be of somebody who is right as well. */
const LEAST: Readonly<Record<string, number>> = {
  score: 0.98,
  points: 0.98,
  round: 0.95,
  date: 0.95,
  medal: 0.95,
  name: 0.8,
};
const LEAST_OF_ALL = 0.95;

test("a true sentence with one number, day, round, medal or name changed is contradicted", () => {
  const changed = TRUE.flatMap((sentence) => mutationsOf(sentence, CHECKER.check(sentence)));
  const kinds = judged(CHECKER, [...changed, ...TRUE.flatMap((sentence) => swapped(sentence, NAMES))]);
  for (const [kind, { all, missed }] of kinds) {
    assert.ok(
      1 - missed.length / all >= (LEAST[kind] ?? 1),
      `${kind}: ${missed.length} of ${all} missed:\n${missed.join("\n")}`,
    );
  }
  const [all, missed] = [...kinds.values()].reduce(([a, m], kind) => [a + kind.all, m + kind.missed.length], [0, 0]);
  assert.ok(all >= 450 && 1 - missed / all >= LEAST_OF_ALL, `${missed} of ${all} missed`);
});

test("no true sentence is contradicted", () => {
  const wrong = TRUE.filter((sentence) => CHECKER.check(sentence).some(({ verdict }) => verdict === "contradicted"));
  assert.deepEqual(wrong, []);
});
