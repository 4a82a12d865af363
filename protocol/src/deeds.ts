import { z } from "zod";
import type { CompetitionView } from "./competitions.ts";
import type { EntryView } from "./entries.ts";

/** Kinds of facts that stand in the record of what was done in a competition: each has its sentence in the catalogue. */
export const DEED_KINDS = [
  "competition-opened",
  "event-opened",
  "draw-published",
  "fork-settled",
  "second-eyes-changed",
  "match-moved",
  "match-pinned",
  "pin-taken-back",
  "match-called",
  "call-taken-back",
  "match-reset",
  "match-finished",
  "result-confirmed",
  "match-reopened",
  "result-published",
  "lots-drawn",
  "medal-ruled",
  "draw-kept",
  "entry-withdrawn",
  "withdrawal-taken-back",
  "event-decided",
  "event-reopened",
  "chair-issued",
  "chair-withdrawn",
  "role-offered",
  "offer-taken-back",
  "role-given",
  "role-taken-back",
] as const;

/** Which part of the record is asked for: what was done before a fact, of one kind, by one person. */
export const deedsQuery = z.object({
  before: z.coerce.number().int().min(1).optional(),
  kind: z.enum(DEED_KINDS).optional(),
  who: z.string().min(1).max(200).optional(),
  /** Words, or the beginnings of some: names, matches, reasons. */
  words: z.string().trim().min(1).max(200).optional(),
});

/** One thing that was done. */
export interface DeedView {
  /** The number of its fact: what was done later has a higher one. */
  readonly seq: number;
  readonly kind: (typeof DEED_KINDS)[number];
  readonly atMs: number;
  /** The name of who did it; null for the program itself, or for somebody who has no account any more. */
  readonly who: string | null;
  /** The page it is about, where there is one, and how it is called there: a match or an event by its address. */
  readonly about: { readonly href: string; readonly words: string } | null;
  readonly entry: EntryView | null;
  /** Whose role it is. */
  readonly person: string | null;
  readonly role: string | null;
  /** To which table a match was called or moved, or where it went back to. */
  readonly table: string | null;
  /** For when it was put on that table. */
  readonly startMs: number | null;
  /** Whether a second pair of eyes is wanted from then on; null for every other deed. */
  readonly isWanted: boolean | null;
  /** In the words of whoever did it. */
  readonly reason: string | null;
}

export interface JournalPage {
  readonly competition: CompetitionView;
  readonly deeds: readonly DeedView[];
  /** What is asked for. */
  readonly kind: string | null;
  readonly who: string | null;
  readonly words: string | null;
  /** People who hold a role in it, to choose from. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Where what was done before these begins; null at the end. */
  readonly before: number | null;
}
