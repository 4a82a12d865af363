/** A report as a record: whose words, from where, when. The text is stored only where its licence allows it. */
export interface ReportView {
  readonly id: string;
  readonly headline: string;
  readonly language: string;
  readonly dateline: string | null;
  /** YYYY-MM-DD. */
  readonly date: string | null;
  readonly credit: string;
  readonly source: string;
  readonly url: string | null;
  readonly paragraphs: readonly string[];
}

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
  /** Made up for the demo: shown beside it. */
  readonly invented: boolean;
}
