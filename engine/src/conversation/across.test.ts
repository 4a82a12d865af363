import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { valuedAcross, type CommentVote } from "./across.ts";

const CAMPS = ["north", "south"] as const;

/** Forty readers, twenty of each camp, and what each camp thinks of a comment: by the comment's first letter. */
const OPINIONS: Readonly<Record<string, (camp: (typeof CAMPS)[number]) => 1 | -1>> = {
  both: () => 1,
  northern: (camp) => (camp === "north" ? 1 : -1),
  southern: (camp) => (camp === "south" ? 1 : -1),
  neither: () => -1,
};

function evening(readers: number, comments: number): CommentVote[] {
  return Object.entries(OPINIONS).flatMap(([kind, opinion]) =>
    Array.from({ length: comments }, (_, index) =>
      CAMPS.flatMap((camp) =>
        Array.from({ length: readers }, (_reader, reader): CommentVote => {
          const stray = (reader * 7 + index * 3) % 19 === 0;
          const value = opinion(camp);
          return { comment: `${kind}-${index}`, voter: `${camp}-${reader}`, value: stray && value === 1 ? -1 : value };
        }),
      ),
    ).flat(),
  );
}

test("only what both camps value is valued across borders, however loud one camp is", () => {
  const louder = [...evening(20, 5), ...evening(60, 5).filter(({ voter }) => voter.startsWith("north"))];
  for (const votes of [evening(20, 5), louder]) {
    const valued = valuedAcross(votes);
    assert.deepEqual([...valued.keys()].toSorted(), ["both-0", "both-1", "both-2", "both-3", "both-4"]);
    assert.ok([...valued.values()].every((share) => share > 0.5 && share <= 1));
  }
});

test("with thin data, or without camps, nothing is said", () => {
  assert.equal(valuedAcross([]).size, 0);
  assert.equal(valuedAcross(evening(3, 5)).size, 0);
  const agreed = evening(20, 5).map((vote): CommentVote => ({ ...vote, value: 1 }));
  assert.equal(valuedAcross(agreed).size, 0);
});

test("the answer hangs neither on the order of the votes nor on how voters are called in it", () => {
  const votes = evening(12, 4);
  const expected = [...valuedAcross(votes)].toSorted();
  fc.assert(
    fc.property(fc.shuffledSubarray(votes, { minLength: votes.length }), (shuffled) => {
      assert.deepEqual([...valuedAcross(shuffled)].toSorted(), expected);
    }),
    { numRuns: 20 },
  );
});
