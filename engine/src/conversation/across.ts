import { factorise } from "../notes/factorisation.ts";
import { tabulate } from "../notes/rating.ts";
import { isHelpfulToBoth, sidesOf, withEnough, type SideCount } from "../notes/sides.ts";
import { wilsonLowerBound } from "./order.ts";

/** A member's vote on a comment. */
export interface CommentVote {
  readonly comment: string;
  readonly voter: string;
  readonly value: 1 | -1;
}

/**
 * How much readers of different camps value each comment, from 0 to 1: the lower of the shares that the votes of the two
 * camps prove. The camps are those of the factorisation that scores notes, and so is the gate: a comment that not enough
 * of both camps voted for is not in the answer. Whatever the order of the votes, the answer is the same; on which side
 * a person stands is in no answer.
 */
export function valuedAcross(votes: readonly CommentVote[]): ReadonlyMap<string, number> {
  const ratings = votes.map(({ comment, voter, value }) => {
    const rating: 0 | 1 = value === 1 ? 1 : 0;
    return { note: comment, rater: voter, rating };
  });
  const table = withEnough(tabulate(ratings));
  const sides = sidesOf(table, factorise(table));
  return new Map(
    table.notes.flatMap((comment, number): [string, number][] => {
      const both = sides[number];
      if (both === undefined || !isHelpfulToBoth(both)) return [];
      return [[comment, Math.min(provedBy(both.positive), provedBy(both.negative))]];
    }),
  );
}

const provedBy = ({ helpful, unhelpful }: SideCount): number => wilsonLowerBound(helpful, unhelpful);
