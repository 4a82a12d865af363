import type { CompetitionView, MedalRow, MedalTableRow } from "./competitions.ts";
import type { MatchRow } from "./matches.ts";
import type { PhaseOnPaper } from "./paper.ts";
import type { Text } from "./text.ts";

/** What screens in a hall and a video mixer show; each has an address of its own. */
export const SCREEN_KINDS = ["tables", "calls", "results", "bracket", "medals", "overlay"] as const;

/** A screen: nothing to press, read from afar, and turning its pages by itself. */
export interface ScreenPage {
  readonly competition: CompetitionView;
  /** How long each of its pages stands. */
  readonly pageSeconds: number;
  readonly shown: ScreenView;
}

export type ScreenView =
  /** What is played on each table; where nothing is, who is called, or what comes next. */
  | {
      readonly kind: "tables";
      readonly tables: readonly { readonly table: string; readonly match: MatchRow | null }[];
    }
  /** Who is called to which table, then what comes next, in the order of play. */
  | { readonly kind: "calls"; readonly matches: readonly MatchRow[] }
  /** What was decided last, the latest first. */
  | { readonly kind: "results"; readonly matches: readonly MatchRow[] }
  | { readonly kind: "bracket"; readonly phases: readonly PhaseOnPaper[] }
  | {
      readonly kind: "medals";
      readonly table: readonly MedalTableRow[];
      readonly events: readonly { readonly title: Text; readonly medals: readonly MedalRow[] }[];
    }
  /** One match over a picture; nothing where none is chosen or live. */
  | { readonly kind: "overlay"; readonly match: MatchRow | null };
