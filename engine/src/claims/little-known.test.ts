import assert from "node:assert/strict";
import { test } from "node:test";
import type { Attribute } from "./attributes.ts";
import type { KnownMatch } from "./facts.ts";
import { hold } from "./holds.ts";
import type { MatchFacts } from "./record.ts";
import type { Scope } from "./scope.ts";

/** What is not on record is neither supported nor contradicted. */

const SCOPE = { hours: [0, 9], textDate: null } as unknown as Scope;

function matchOf(known: Partial<MatchFacts>): KnownMatch {
  const match = { home: "a", away: "b", winner: "b", by: "play", games: [], round: "final", start: null, ...known };
  return match as unknown as KnownMatch;
}

const fits = (attribute: object, known: Partial<MatchFacts>) =>
  hold(attribute as Attribute, matchOf(known), SCOPE).fits;

const ONE_FOUR: Partial<MatchFacts> = { gamesWon: [1, 4] };
const NOTHING: Partial<MatchFacts> = { gamesWon: null };
const ON_MONDAY: Partial<MatchFacts> = { start: { date: "2024-07-29", minute: null, offset: null } };

const CASES: readonly (readonly [string, object, Partial<MatchFacts>, boolean | null])[] = [
  ["4-1 is supported by the games won", { kind: "score", score: [4, 1] }, ONE_FOUR, true],
  ["4-2 is contradicted by them", { kind: "score", score: [4, 2] }, ONE_FOUR, false],
  ["five games are supported by them", { kind: "length", games: 5 }, ONE_FOUR, true],
  ["points are not known", { kind: "points", points: [[11, 6]] }, ONE_FOUR, null],
  ["a game is not known", { kind: "game", game: 1, points: [11, 6] }, ONE_FOUR, null],
  ["how the score went on is not known", { kind: "lead", score: [2, 0] }, ONE_FOUR, null],
  ["of a winner alone no score is known", { kind: "score", score: [4, 1] }, NOTHING, null],
  ["nor whether a game was lost", { kind: "sweep" }, NOTHING, null],
  ["the day is supported", { kind: "date", date: "2024-07-29" }, ON_MONDAY, true],
  ["the day before may have been elsewhere", { kind: "date", date: "2024-07-28" }, ON_MONDAY, null],
  ["another day is contradicted", { kind: "date", date: "2024-07-27" }, ON_MONDAY, false],
  ["the hour is not known", { kind: "clock", minute: 600, isWhole: false, isLocal: true }, ON_MONDAY, null],
];

for (const [name, attribute, known, answer] of CASES) {
  test(`a claim about a match of which little is known: ${name}`, () => {
    assert.equal(fits(attribute, known), answer);
  });
}
