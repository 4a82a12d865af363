import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { type GlickoRating, rated, ratingsAfter, UNRATED } from "./glicko.ts";

const SEED = Number(process.env["PODIUM_SEED"] ?? 20260704);

test("the example of the paper: 1500 beats 1400, loses to 1550 and 1700", () => {
  const opponent = (rating: number, deviation: number): GlickoRating => ({ rating, deviation, volatility: 0.06 });
  const after = rated({ rating: 1500, deviation: 200, volatility: 0.06 }, [
    { opponent: opponent(1400, 30), score: 1 },
    { opponent: opponent(1550, 100), score: 0 },
    { opponent: opponent(1700, 300), score: 0 },
  ]);
  // The paper rounds on the way: 1464.06, 151.52 and 0.05999.
  assert.ok(Math.abs(after.rating - 1464.06) < 0.01, String(after.rating));
  assert.ok(Math.abs(after.deviation - 151.52) < 0.01, String(after.deviation));
  assert.ok(Math.abs(after.volatility - 0.05999) < 0.00001, String(after.volatility));
});

test("who does not play stays where they are and is known less well, but never less than a newcomer", () => {
  const idle = rated({ rating: 1700, deviation: 50, volatility: 0.06 }, []);
  assert.equal(idle.rating, 1700);
  assert.ok(idle.deviation > 50 && idle.deviation < 52, String(idle.deviation));
  assert.deepEqual(rated(UNRATED, []), UNRATED);
});

test("a much stronger player who wins gains next to nothing; an upset moves both a lot", () => {
  const strong = { rating: 2400, deviation: 40, volatility: 0.06 };
  const weak = { rating: 1200, deviation: 40, volatility: 0.06 };
  assert.ok(rated(strong, [{ opponent: weak, score: 1 }]).rating - strong.rating < 0.1);
  assert.ok(strong.rating - rated(strong, [{ opponent: weak, score: 0 }]).rating > 5);
  assert.ok(rated(weak, [{ opponent: strong, score: 1 }]).volatility > weak.volatility);
});

/** Of five, each beats only those behind it: `a` never loses, `e` never wins. */
const period = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 3, maxLength: 10 }).map((pairs) =>
  pairs.map(([winner, behind]) => ({
    winner: "abcd".charAt(winner),
    loser: "abcde".charAt(winner + 1 + (behind % (4 - winner))),
  })),
);

test(`the order of the matches of a period changes nothing, and who wins more is rated higher (seed ${SEED})`, () => {
  fc.assert(
    fc.property(fc.array(period, { minLength: 4, maxLength: 4 }), (periods) => {
      const ratings = ratingsAfter(periods);
      const turned = ratingsAfter(periods.map((matches) => [...matches].reverse()));
      for (const [name, { rating, deviation, volatility }] of ratings) {
        assert.ok(Math.abs(rating - (turned.get(name)?.rating ?? 0)) < 1e-6);
        assert.ok(Number.isFinite(rating) && deviation > 0 && deviation <= 350 && volatility > 0);
      }
      const [best, last] = [ratings.get("a"), ratings.get("e")];
      if (best !== undefined && last !== undefined) assert.ok(best.rating > last.rating);
    }),
    { seed: SEED, numRuns: 50 },
  );
});

test("a match counts for both, with the ratings of before the period; who is idle is known less well", () => {
  const one = ratingsAfter([[{ winner: "a", loser: "b" }]]);
  const game = (opponent: GlickoRating, score: 0 | 1) => ({ opponent, score });
  assert.deepEqual(one.get("a"), rated(UNRATED, [game(UNRATED, 1)]));
  assert.deepEqual(one.get("b"), rated(UNRATED, [game(UNRATED, 0)]));
  const [a, b] = [one.get("a") ?? UNRATED, one.get("b") ?? UNRATED];
  const two = ratingsAfter([
    [{ winner: "a", loser: "b" }],
    [
      { winner: "c", loser: "a" },
      { winner: "a", loser: "c" },
    ],
  ]);
  assert.deepEqual(two.get("a"), rated(a, [game(UNRATED, 0), game(UNRATED, 1)]));
  assert.deepEqual(two.get("c"), rated(UNRATED, [game(a, 1), game(a, 0)]));
  assert.deepEqual(two.get("b"), rated(b, []));
});

const strength = fc.record({
  rating: fc.double({ min: 800, max: 2_600, noNaN: true }),
  deviation: fc.double({ min: 30, max: 350, noNaN: true }),
  volatility: fc.double({ min: 0.03, max: 0.1, noNaN: true }),
});
const games = fc.array(
  fc.record({ opponent: strength, score: fc.constantFrom(0 as const, 0.5 as const, 1 as const) }),
  {
    minLength: 1,
    maxLength: 6,
  },
);

test(`the new volatility solves the equation of step 5, and the rest follows from it (seed ${SEED})`, () => {
  fc.assert(
    fc.property(strength, games, (player, played) => {
      const [mu, phi] = [(player.rating - 1500) / 173.7178, player.deviation / 173.7178];
      let [information, surprise] = [0, 0];
      for (const { opponent, score } of played) {
        const g = 1 / Math.sqrt(1 + (3 * (opponent.deviation / 173.7178) ** 2) / Math.PI ** 2);
        const expected = 1 / (1 + Math.exp(-g * (mu - (opponent.rating - 1500) / 173.7178)));
        information += g ** 2 * expected * (1 - expected);
        surprise += g * (score - expected);
      }
      const [variance, delta] = [1 / information, surprise / information];
      const a = Math.log(player.volatility ** 2);
      const f = (x: number) =>
        (Math.exp(x) * (delta ** 2 - phi ** 2 - variance - Math.exp(x))) /
          (2 * (phi ** 2 + variance + Math.exp(x)) ** 2) -
        (x - a) / 0.5 ** 2;
      const after = rated(player, played);
      assert.ok(Math.abs(f(2 * Math.log(after.volatility))) < 1e-5, String(after.volatility));
      const deviation = 1 / Math.sqrt(1 / (phi ** 2 + after.volatility ** 2) + information);
      assert.ok(Math.abs(after.deviation / 173.7178 - deviation) < 1e-9);
      assert.ok(Math.abs((after.rating - 1500) / 173.7178 - (mu + deviation ** 2 * surprise)) < 1e-9);
    }),
    { seed: SEED, numRuns: 300, endOnFailure: true },
  );
});
