import type { CompetitionView, GroupView, PhaseView } from "./competitions.ts";
import type { EntryView, PlayerView } from "./entries.ts";
import type { MatchRow } from "./matches.ts";
import type { Text } from "./text.ts";

/** What can be printed of a competition, in the order of its list; each has an address of its own. */
export const PAPER_KINDS = ["order-of-play", "score-sheets", "brackets", "groups", "players", "certificates"] as const;

export const PAPER_SIZES = ["a4", "letter"] as const;
export const PAPER_ORDERS = ["time", "table", "person"] as const;

/** What the address says of a print. */
export interface PaperChoice {
  readonly size: (typeof PAPER_SIZES)[number];
  /** Code of an event; null: all. */
  readonly event: string | null;
  /** YYYY-MM-DD; null: whatever is planned or not. */
  readonly day: string | null;
  readonly by: (typeof PAPER_ORDERS)[number];
}

/** Sheets to be printed by the browser, and the list of them. */
export interface PaperPage {
  readonly competition: CompetitionView;
  readonly events: readonly { readonly code: string; readonly title: Text }[];
  /** Days that have matches. */
  readonly days: readonly string[];
  readonly chosen: PaperChoice;
  readonly sheets: PaperSheets;
}

export type PaperSheets =
  | { readonly kind: "list" }
  | { readonly kind: "order-of-play"; readonly matches: readonly MatchRow[] }
  | { readonly kind: "score-sheets"; readonly matches: readonly ScoreSheetView[] }
  | { readonly kind: "brackets"; readonly phases: readonly PhaseOnPaper[] }
  | { readonly kind: "groups"; readonly groups: readonly GroupOnPaper[] }
  | { readonly kind: "players"; readonly players: readonly PlayerOnPaper[] }
  | { readonly kind: "certificates"; readonly certificates: readonly CertificateView[] };

/** A match to be umpired on paper. */
export interface ScoreSheetView {
  readonly match: MatchRow;
  /** Of a tie its order of play: letters, and who plays once both line-ups are open. */
  readonly rubbers: readonly RubberOnPaper[];
}

export interface RubberOnPaper {
  readonly home: readonly string[];
  readonly away: readonly string[];
  readonly bestOf: number;
  readonly match: MatchRow | null;
}

export interface PhaseOnPaper {
  readonly event: Text;
  readonly phase: PhaseView;
}

export interface GroupOnPaper {
  readonly event: Text;
  readonly group: GroupView;
}

export interface PlayerOnPaper {
  readonly player: PlayerView;
  /** Codes of the events they play. */
  readonly events: readonly string[];
}

/** One person's place in one event. */
export interface CertificateView {
  readonly event: Text;
  readonly place: number;
  readonly player: PlayerView;
  /** Those of a pair or a team who stood beside them, or the name of the team. */
  readonly entry: EntryView;
}
