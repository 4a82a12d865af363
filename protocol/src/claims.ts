import type { Claim } from "@podium/engine";
import { z } from "zod";
import type { CompetitionView } from "./competitions.ts";

/** The longest text that is held against the record at once: about four pages. */
export const CHECKED_TEXT_MAX = 20_000;

/** A text to be held against the record. */
export const checkForm = z.object({
  text: z.string().max(CHECKED_TEXT_MAX),
  /** The competition it is about; any that is loaded where it is left out or `all`. */
  competition: z.string().max(60).optional(),
  /** BCP 47; English where it is left out. */
  language: z.string().max(35).optional(),
  /** The day of the text, from which "yesterday" is counted. */
  date: z.union([z.iso.date(), z.literal("")]).optional(),
});

/** What was asked, as the form shows it again. */
export interface CheckAsked {
  readonly text: string;
  readonly competition: string;
  readonly language: string;
  readonly date: string;
}

/** A text with what the record says of each statement in it. */
export interface CheckPage {
  readonly asked: CheckAsked;
  readonly competitions: readonly Pick<CompetitionView, "id" | "title">[];
  /** Languages that texts are read in, by BCP 47 tag. */
  readonly languages: readonly string[];
  /** In the order in which they stand; null before a text was sent. */
  readonly claims: readonly Claim[] | null;
}
