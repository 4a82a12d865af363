import { z } from "zod";
import type { CompetitionView, MedalRow, MedalTableRow } from "./competitions.ts";
import type { MatchRow } from "./matches.ts";
import type { MomentScreenPage } from "./moments.ts";
import type { PhaseOnPaper } from "./paper.ts";
import type { Text } from "./text.ts";

/** What screens in a hall and a video mixer show; each has an address of its own. */
export const SCREEN_KINDS = ["tables", "calls", "results", "bracket", "medals", "overlay"] as const;

/** What a steered screen shows while nobody has chosen anything. */
export const SHOWN_AT_FIRST = "tables";

/** What the steered screens of a competition show next: a kind, a bracket of one event, or its ceremony (`ceremony:os`). */
export const screenForm = z.strictObject({
  shows: z.string().regex(/^(tables|calls|results|bracket|medals|(bracket|ceremony):[a-z0-9-]{1,60})$/),
});

/** A screen: nothing to press, read from afar, and turning its pages by itself. */
export interface ScreenPage {
  readonly competition: CompetitionView;
  /** How long each of its pages stands. */
  readonly pageSeconds: number;
  readonly shown: ScreenView;
  /** It shows what the desk tells it to. */
  readonly isSteered: boolean;
  /** The moments whose ceremonies it may show. */
  readonly moments: readonly string[];
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
  /** The ceremony of an event, step by step; null until its medals are decided. */
  | { readonly kind: "ceremony"; readonly screen: MomentScreenPage | null }
  /** One match over a picture; nothing where none is chosen or live. */
  | { readonly kind: "overlay"; readonly match: MatchRow | null };
