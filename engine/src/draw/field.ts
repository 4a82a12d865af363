import type { SeedBand, SeedLineLaw } from "./seed-lines.ts";
import type { Urn } from "./urn.ts";

/** An entry on its way into the draw. */
export interface Drawable {
  readonly id: string;
  readonly association: string | null;
  /** From 1; a seed is a place in this draw, not a rank. */
  readonly seed: number | null;
  /** Its lines are spread evenly, drawn before the others'. */
  readonly isQualifier: boolean;
  /** A seeded entry in whose half it must not stand: the winner of its group (ITTF 3.7). */
  readonly awayFrom: string | null;
}

export interface KnockOutRules {
  /** Lines, byes included: a power of two. */
  readonly size: number;
  readonly law: SeedLineLaw;
}

/** A draw as it grows. Lines count from 0. */
export interface Field {
  readonly size: number;
  readonly bands: readonly SeedBand[];
  /** Best first: seeds, then by rank. */
  readonly entries: readonly Drawable[];
  readonly lineOf: Map<string, number>;
  readonly byes: Set<number>;
  readonly urn: Urn;
}
