import type { ClaimEvidence } from "./evidence.ts";

/** The kinds of statement that can be held against the record, each with what it says. */
const CLAIM_TYPES = {
  result: "one side beat, lost to or met another",
  score: "how many games each side won",
  points: "the points of the games, in their order",
  game: "the points of one game, or who won it",
  lead: "who led by how many games on the way",
  length: "how many games a match had",
  round: "the round of a match, or how far a side came",
  event: "the event of a match or a medal",
  medal: "who won which medal",
  date: "the day or the weekday of a match",
  time: "the time of day at which a match began",
  table: "the table at which a match was played",
  entries: "how many players or pairs entered",
  seed: "the seed of a side",
  rank: "the place of a side in the ranking",
  champion: "who held the title before",
  first: "the first, or first since, or n-th medal",
  association: "for whom somebody plays",
  name: "how a name is written",
  partner: "who played with whom",
} as const;

export type ClaimType = keyof typeof CLAIM_TYPES;

export type Verdict = "supported" | "contradicted" | "not in the record";

/** A statement found in a text, with what the record says of it. */
export interface Claim {
  /** The sentence as it stands in the text, and where: UTF-16 code units from the beginning of the text. */
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
  /** The words of the sentence that say it, in the same units. */
  readonly words: { readonly start: number; readonly end: number };
  readonly type: ClaimType;
  /** What is said, as a value: `4-2`, `final`, `2024-07-30`, a name as the record writes it. */
  readonly claim: string;
  readonly verdict: Verdict;
  /** What the record has in its place. */
  readonly truth?: string;
  readonly evidence: readonly ClaimEvidence[];
}
