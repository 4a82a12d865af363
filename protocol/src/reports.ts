/** How far a report is. What is embargoed is published at its instant; the last alone is read by others than its staff. */
export type ReportState = "draft" | "review" | "embargoed" | "published";

export const PARAGRAPHS_MAX = 200;
export const PARAGRAPH_LENGTH_MAX = 5_000;
/** How much is kept of a text that is not ours, in characters. */
export const EXCERPT_LENGTH_MAX = 1_000;

/** What was wrong in a report and is right now. */
export interface ReportCorrection {
  readonly atMs: number;
  readonly words: string;
}

/** A statement of a report or a reaction that the record contradicts, as it stands now. */
export interface RecordNote {
  readonly id: string;
  /** The report or reaction that says it. */
  readonly about: string;
  /** Which paragraph it stands in, from 0. */
  readonly paragraph: number;
  readonly sentence: string;
  /** The words that say it. */
  readonly words: string;
  /** What the record has in its place. */
  readonly truth: string;
  /** What that rests on, in English, and its page. */
  readonly label: string;
  readonly href: string | null;
  /** When the result was corrected, which bore it out before; null where it never did. */
  readonly turnedMs: number | null;
  /** What the editor says to it. */
  readonly answer: { readonly words: string; readonly atMs: number } | null;
}

/** A report as a record: whose words, from where, when. The text is stored only where its licence allows it. */
export interface ReportView {
  readonly id: string;
  readonly headline: string;
  readonly language: string;
  readonly dateline: string | null;
  /** YYYY-MM-DD. */
  readonly date: string | null;
  readonly byline: string | null;
  readonly agency: string | null;
  readonly credit: string;
  readonly source: string;
  /** Where the text was first published, when the source took it over. */
  readonly syndicatedFrom: string | null;
  /** Its own address elsewhere: the canonical one. */
  readonly url: string | null;
  /** Not ours: a part of it, with its address and licence. */
  readonly isExcerpt: boolean;
  readonly licence: string | null;
  /** Null where nobody has told it. */
  readonly publishedMs: number | null;
  readonly paragraphs: readonly string[];
  /** The earliest first. */
  readonly corrections: readonly ReportCorrection[];
  /** The same report in other languages. */
  readonly translations: readonly Pick<ReportView, "id" | "language" | "headline">[];
}

export const REACTION_SOURCES = ["link", "screenshot", "second-hand"] as const;
type ReactionSource = (typeof REACTION_SOURCES)[number];
export const REACTION_STATES = ["live", "gone", "taken-back"] as const;
export type ReactionState = (typeof REACTION_STATES)[number];

/** A quoted reaction: original words first, translation under them. */
export interface ReactionView {
  readonly id: string;
  readonly platform: string;
  readonly author: string | null;
  readonly url: string | null;
  readonly language: string;
  readonly words: string;
  readonly translation: { readonly language: string; readonly words: string; readonly by: string } | null;
  readonly atMs: number | null;
  /** How it is known: at its address, by a screenshot, or second hand by a report. Null where nobody has told it. */
  readonly knownBy: ReactionSource | null;
  /** The report that quotes it, where that may be read. */
  readonly report: Pick<ReportView, "id" | "headline" | "language"> | null;
  readonly capturedMs: number | null;
  /** Whether it still stands where it was said. Of what its author has taken back, no word is told. */
  readonly state: ReactionState;
  /** Made up for the demo: shown beside it. */
  readonly invented: boolean;
}
