import assert from "node:assert/strict";
import { test } from "node:test";
import { ClaimChecker } from "./check.ts";
import { parisFacts } from "./competition.testing.ts";

const FACTS = parisFacts();

/** The medals of the event whose matches are not on record: with them every medal of these Games is known. */
const WOMENS_SINGLES = (
  [
    ["gold", "CHN", "CHEN Meng"],
    ["silver", "CHN", "SUN Yingsha"],
    ["bronze", "JPN", "HAYATA Hina"],
  ] as const
).map(([medal, association, player]) => ({
  year: 2024,
  competition: "Olympic Games Paris 2024",
  event: "Women's singles",
  medal,
  association,
  players: [player],
}));

const WHOLE = new ClaimChecker(
  FACTS.map((facts) =>
    facts.honours.length === 0 ? facts : { ...facts, honours: [...facts.honours, ...WOMENS_SINGLES] },
  ),
);

const HEAD = "The table tennis events of the Paris Olympics are over. ";

for (const [sentence, verdict, truth] of [
  ["China topped the table tennis medal table.", "supported"],
  ["Sweden were second in the table tennis medal table.", "supported"],
  ["Sweden finished third in the table tennis medal table.", "contradicted", "2"],
  ["Japan finished on top of the table tennis medal table.", "contradicted", "3"],
  ["North Korea's only medal was a silver in the mixed doubles.", "supported"],
  ["North Korea's only medal was a bronze in the mixed doubles.", "contradicted", "2024 Mixed doubles: silver"],
  ["Of the six medals China won in Paris, five were gold.", "supported"],
  ["Of the six medals China won in Paris, four were gold.", "contradicted", "5 gold"],
  ["China took six medals in Paris, four of them gold.", "contradicted", "5 gold"],
] as const)
  test(`where every medal is on record, it is ${verdict}: ${sentence}`, () => {
    const claims = WHOLE.check(HEAD + sentence).filter(({ start }) => start >= HEAD.length);
    assert.ok(claims.some((claim) => claim.verdict === verdict && (truth === undefined || claim.truth === truth)));
    assert.ok(verdict === "contradicted" || claims.every((claim) => claim.verdict !== "contradicted"));
  });
