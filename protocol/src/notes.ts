import type { Refusal } from "@podium/engine";
import { z } from "zod";
import { languageTag, type Text } from "./text.ts";

/** The kinds of things to which readers add notes. */
const NOTE_SUBJECTS = ["comment", "report", "reaction", "photo"] as const;
export type NoteSubject = (typeof NOTE_SUBJECTS)[number];

/** Whether readers add notes to this kind of thing. */
export function isNoteSubject(kind: string): kind is NoteSubject {
  return NOTE_SUBJECTS.some((known) => known === kind);
}

/** The most sources a note names. */
export const NOTE_SOURCES_MAX = 5;
export const NOTE_LENGTH_MAX = 1_000;

/** A note about something: `about` is `comment:THREAD/ID`, `report:ID`, `reaction:ID` or `photo:ID`; a source stands on each line. */
export const noteForm = z.strictObject({
  about: z.string().min(3).max(260),
  body: z.string().max(NOTE_LENGTH_MAX, { abort: true }).trim().min(1),
  sources: z.string().max(2_500, { abort: true }).trim(),
  language: languageTag.optional(),
});
export type NoteForm = z.infer<typeof noteForm>;

export const NOTE_RATINGS = ["helpful", "somewhat", "not"] as const;
export type NoteRating = (typeof NOTE_RATINGS)[number];

/** Why a reader finds a note helpful or not. */
export const RATING_REASONS = {
  helpful: ["well-sourced", "clear", "needed-context"],
  not: ["wrong", "poorly-sourced", "unclear", "opinion", "not-needed"],
} as const;

const REASONS = [...RATING_REASONS.helpful, ...RATING_REASONS.not] as const;

/** What a reader says of a note. */
export const ratingForm = z.strictObject({
  rating: z.enum(NOTE_RATINGS, "A note is helpful, somewhat or not."),
  reason: z.preprocess((typed) => (typed === "" ? undefined : typed), z.enum(REASONS).optional()),
});
export type RatingForm = z.infer<typeof ratingForm>;

/** Where it can be read: an address, or a match or report of this installation. */
export type NoteSource =
  | { readonly kind: "address"; readonly href: string }
  | { readonly kind: "match" | "report"; readonly href: string; readonly title: Text };

/** A note as readers see it. How many find it helpful is not told while they are asked. */
export interface NoteView {
  readonly id: string;
  readonly about: { readonly kind: NoteSubject; readonly id: string };
  readonly name: string;
  /** By somebody who has left without their name: pages say so in the reader's language, in place of the name. */
  readonly left?: true;
  readonly atMs: number;
  readonly language: string | null;
  readonly body: string;
  readonly sources: readonly NoteSource[];
  readonly status: "needs-more" | "shown" | "hidden";
  readonly state: "standing" | "held" | "removed" | "withdrawn";
  readonly removal: { readonly reason: string; readonly by: string } | null;
}

/** A note on the page on which it is rated. */
export interface RatedNoteView extends NoteView {
  readonly ratings: number;
  readonly mine: boolean;
  readonly myRating: NoteRating | null;
  readonly mayRate: boolean;
  readonly mayRemove: boolean;
}

/** What notes are about, with its words as far as there are any. */
export interface NotedView {
  readonly kind: NoteSubject;
  readonly id: string;
  readonly title: Text;
  readonly words: string;
  readonly language: string | null;
  readonly href: string;
  /** Where the record is asked first. */
  readonly record: string | null;
}

/** The notes about something, or (`about` is null) the newest that need ratings. */
export interface NotesPage {
  readonly about: NotedView | null;
  readonly notes: readonly { readonly note: RatedNoteView; readonly noted: NotedView }[];
  readonly may: "write" | "sign-in" | "newcomer" | "written";
  readonly draft: (Pick<NoteForm, "body" | "sources"> & { readonly refusal: Pick<Refusal, "code" | "message"> }) | null;
}
