import type { QuotedReaction, ReactionGap, Refusal } from "@podium/engine";
import { z } from "zod";
import type { CompetitionView } from "./competitions.ts";
import { webAddress } from "./format-fields.ts";
import {
  REACTION_SOURCES,
  REACTION_STATES,
  type ReactionView,
  type RecordNote,
  type ReportCorrection,
  type ReportState,
  type ReportView,
} from "./reports.ts";
import { languageTag, type Text } from "./text.ts";

const version = z.coerce.number().int().min(0);
const words = z.string().trim().min(1).max(200);
const wallTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, "A day and a time, such as 2026-03-14T18:00.");
const longText = z.string().max(200_000);

/** A report is begun about an event: its headline, its language, and the text where there is one already. */
export const reportBeginningForm = z.object({
  event: z.string().min(1).max(60),
  headline: words,
  language: languageTag,
  text: longText.optional(),
});

/** A report that stands elsewhere, by its address. */
export const reportFetchForm = z.object({
  event: z.string().min(1).max(60),
  address: webAddress,
  /** Ours, or ours to publish in whole; else an excerpt is kept. */
  whole: z.literal("yes").optional(),
});

/** A report as it is written, and what is to become of it: saved as it is, or moved on. */
export const reportForm = z.object({
  version,
  headline: words,
  language: languageTag,
  place: words.optional(),
  date: z.iso.date().optional(),
  byline: words.optional(),
  agency: words.optional(),
  credit: words,
  source: words,
  syndicatedFrom: words.optional(),
  url: webAddress.optional(),
  excerpt: z.literal("yes").optional(),
  licence: words.optional(),
  /** The id of a photo of its moment. */
  photo: z.string().max(60).optional(),
  /** On the clock of the competition: 2026-03-14T18:00. Not read before. */
  embargo: wallTime.optional(),
  text: longText.optional(),
  /** What was wrong, once readers have seen it. */
  correction: z.string().trim().min(1).max(500).optional(),
  step: z.enum(["save", "draft", "review", "publish"]).default("save"),
});
export type ReportForm = z.infer<typeof reportForm>;

export const reportWithdrawalForm = z.object({ version, reason: z.string().trim().min(1).max(300) });

export const reportTranslationForm = z.object({ language: languageTag });

/** What a moment is called and what it was, in one language beside others; a summary that is left out is taken away. */
export const momentNameForm = z.object({
  language: languageTag,
  title: words,
  summary: z.string().trim().min(1).max(2000).optional(),
});
export type MomentNameForm = z.infer<typeof momentNameForm>;

const saying = z.string().trim().min(1).max(2000);

/** A reaction as an editor finds it. Its translation is told whole or not at all. */
export const reactionForm = z.object({
  platform: words,
  author: words.optional(),
  url: webAddress.optional(),
  language: languageTag,
  words: saying,
  translation: saying.optional(),
  translationLanguage: languageTag.optional(),
  translator: words.optional(),
  /** On the clock of the competition. */
  at: wallTime.optional(),
  knownBy: z.enum(REACTION_SOURCES),
  report: z.string().max(60).optional(),
});
export type ReactionForm = z.infer<typeof reactionForm>;

/** A reaction as its staff sees it. */
export interface CollectedReaction extends ReactionView {
  readonly capturedBy: string | null;
  /** Whether a picture of it is kept aside. */
  readonly hasScreenshot: boolean;
}

export const reactionStateForm = z.object({ state: z.enum(REACTION_STATES) });

/** The reactions to a moment, and where another is entered. */
export interface NewsroomReactionsPage {
  readonly competition: CompetitionView;
  readonly moment: { readonly id: string; readonly title: Text };
  readonly reactions: readonly CollectedReaction[];
  readonly reports: readonly ReportLine[];
  readonly refusal: Refusal | null;
  readonly entered: Readonly<Record<string, string>>;
  /** Where the form is filled from a quote in a report: what the report does not tell. */
  readonly missing: readonly ReactionGap[];
}

/** The competitions for which the viewer writes. */
export interface NewsroomHomePage {
  readonly competitions: readonly CompetitionView[];
}

/** A report as a line of the newsroom. */
export interface ReportLine extends Pick<ReportView, "id" | "headline" | "language"> {
  readonly state: ReportState;
  readonly version: number;
  readonly embargoMs: number | null;
  readonly changedMs: number | null;
  readonly changedBy: string | null;
}

/** An event as the newsroom sees it: its moment, where there is one, and every report about it. */
export interface NewsroomEvent {
  readonly code: string;
  readonly title: Text;
  readonly moment: {
    readonly id: string;
    readonly title: Text;
    readonly summary: Text | null;
    readonly isOpen: boolean;
  } | null;
  readonly reports: readonly ReportLine[];
}

/** A note to which nobody has answered, and the text in which to answer it: by a correction, or in words. */
export interface RecordTask extends RecordNote {
  readonly kind: "report" | "reaction";
  /** The headline of the report, the words of the reaction, and their language. */
  readonly title: string;
  readonly language: string;
}

export const noteAnswerForm = z.object({ words: z.string().trim().min(1).max(500) });

export interface NewsroomPage {
  readonly competition: CompetitionView;
  readonly tasks: readonly RecordTask[];
  readonly events: readonly NewsroomEvent[];
  readonly refusal: Refusal | null;
  readonly entered: Readonly<Record<string, string>>;
}

/** A report as it is being written. */
export interface WrittenReport extends Omit<ReportView, "translations" | "corrections"> {
  readonly state: ReportState;
  readonly version: number;
  readonly embargoMs: number | null;
  /** The same on the clock of the competition, as the form has it; empty without one. */
  readonly embargo: string;
  readonly corrections: readonly ReportCorrection[];
  /** The id of its photo. */
  readonly photo: string | null;
  readonly changedMs: number | null;
  readonly changedBy: string | null;
}

/** A step that somebody took with a report. */
export interface ReportStep {
  /** The kind of the fact, without `report-`. */
  readonly step: string;
  readonly atMs: number;
  readonly who: string | null;
}

export interface NewsroomReportPage {
  readonly competition: CompetitionView;
  readonly moment: { readonly id: string; readonly title: Text; readonly isOpen: boolean };
  readonly report: WrittenReport;
  readonly steps: readonly ReportStep[];
  readonly translations: readonly ReportLine[];
  /** The photos of its moment, of which one may stand in it. */
  readonly photos: readonly { readonly id: string; readonly words: string | null; readonly isShown: boolean }[];
  /** Quotes in it of which no reaction was made yet; `at` is how the form of the reaction is asked for. */
  readonly quotes: readonly (QuotedReaction & { readonly at: number })[];
  readonly refusal: Refusal | null;
  /** What was typed, when it was not saved. */
  readonly entered: Readonly<Record<string, string>>;
}
