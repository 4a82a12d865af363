import type { Refusal } from "@podium/engine";
import type { CompetitionView } from "./competitions.ts";
import type { DrawRecordView, DrawRules } from "./draw.ts";
import type { EntryView } from "./entries.ts";
import type { Text } from "./text.ts";

/** The draw of an event as everybody sees it. */
export interface DrawPage {
  readonly competition: CompetitionView;
  readonly event: { readonly id: string; readonly title: Text };
  readonly entries: readonly EntryView[];
  readonly rules: DrawRules | null;
  /** What is drawn, and the commitment to it, phase by phase; empty once it is drawn, or where it cannot be. */
  readonly commitments: readonly { readonly id: string; readonly commitment: string }[];
  /** When that was published. */
  readonly committedAtMs: number | null;
  /** Why it cannot be drawn as it stands. */
  readonly obstacle: Pick<Refusal, "code" | "message" | "detail"> | null;
  /** The last first; those before it were taken back. */
  readonly records: readonly DrawRecordView[];
  readonly isDrawn: boolean;
}

/** The same for those who draw. */
export interface DeskDrawPage {
  readonly draw: DrawPage;
  /** Before the first result. */
  readonly mayRepeat: boolean;
  /** The round of a Swiss system that can be paired now. */
  readonly nextRound: number | null;
  readonly entered: Readonly<Record<string, string>>;
  readonly refusal: Pick<Refusal, "code" | "message" | "detail"> | null;
}
