import assert from "node:assert/strict";
import { test } from "node:test";
import { lotFrom } from "../draw/lot.ts";
import { type GlickoRating, rated, ratingsAfter, UNRATED } from "./glicko.ts";

const SEED = process.env["PODIUM_SEED"] ?? "glicko";

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

test(`the order of the matches of a period changes nothing, and who wins more is rated higher (seed ${SEED})`, () => {
  for (let round = 0; round < 50; round += 1) {
    const lot = lotFrom(SEED, `order ${round}`);
    const names = ["a", "b", "c", "d", "e"];
    const period = () =>
      Array.from({ length: 3 + lot.below(8) }, () => {
        const winner = lot.below(4);
        return { winner: names[winner] ?? "", loser: names[winner + 1 + lot.below(4 - winner)] ?? "" };
      });
    const periods = Array.from({ length: 4 }, period);
    const ratings = ratingsAfter(periods);
    const turned = ratingsAfter(periods.map((matches) => [...matches].reverse()));
    for (const [name, { rating, deviation, volatility }] of ratings) {
      assert.ok(Math.abs(rating - (turned.get(name)?.rating ?? 0)) < 1e-6);
      assert.ok(Number.isFinite(rating) && deviation > 0 && deviation <= 350 && volatility > 0);
    }
    const [best, last] = [ratings.get("a"), ratings.get("e")];
    if (best !== undefined && last !== undefined) assert.ok(best.rating > last.rating);
  }
});
