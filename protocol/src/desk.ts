import {
  type LogEntry,
  type MatchRules,
  type Medal,
  type Refusal,
  type Side,
  SIDES,
  type TableCall,
} from "@podium/engine";
import { z } from "zod";
import type { CompetitionView, EarlierLog, EventCard, MedalRow } from "./competitions.ts";
import type { EntryView } from "./entries.ts";
import type { MatchRow } from "./matches.ts";
import type { Text } from "./text.ts";

/** A chair that was handed out for a match. */
export interface ChairView {
  readonly id: string;
  readonly issuedAtMs: number;
  readonly issuedBy: string;
  readonly withdrawnAtMs: number | null;
  readonly lastLineAtMs: number | null;
}

export interface DeskHomePage {
  /** Whether the viewer may bring in a new competition. */
  readonly mayBegin: boolean;
  readonly competitions: readonly CompetitionView[];
}

export interface DeskPage {
  readonly competition: CompetitionView;
  readonly events: readonly EventCard[];
  /** What needs a decision first, then by time. */
  readonly matches: readonly DeskMatch[];
  /** Which of them are shown, and the tables that can be chosen. */
  readonly filter: DeskFilter;
  readonly tables: readonly string[];
  /** Whether the viewer gives roles in it. */
  readonly mayAppoint: boolean;
  /** Whether a result is published by somebody else than who entered it. */
  readonly secondEyes: boolean;
  readonly notice: DeskNotice | null;
}

/** Only the matches of a table, of an event by its code, or of both. */
export interface DeskFilter {
  readonly table: string | null;
  readonly event: string | null;
}

/** Results that are made official together: the matches by their ids, each with the version that the person saw. */
export const publications = z
  .record(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9-]+$/), z.coerce.number().int().min(0))
  .refine((matches) => Object.keys(matches).length > 0, "No result was chosen.");

/** Whether results are to be published by somebody else than who entered them. */
export const secondEyesForm = z.strictObject({ wanted: z.enum(["yes", "no"]) });

/** What another phone told of a match, as the desk links it. */
export interface ForkHead {
  readonly id: string;
  readonly sentAtMs: number;
}

export interface DeskMatch {
  readonly row: MatchRow;
  readonly chair: ChairView | null;
  /** Called to its table and not begun. */
  readonly call: TableCall | null;
  /** Signed off by the desk: the result is official. */
  readonly published: boolean;
  /** The sides that confirmed the result, as it stands, on the phone of the chair. */
  readonly confirmed: readonly Side[];
  /** The reader has entered the result, and the competition wants somebody else to publish it. */
  readonly leftToOthers: boolean;
  /** What other phones told of it, which the referee settles. */
  readonly forks: readonly ForkHead[];
}

export interface DeskNotice {
  readonly kind: "chair-issued" | "result-entered" | "result-published" | "results-published" | "refused";
  /** Empty where it is of several matches. */
  readonly match: string;
  /** How many matches it is of. */
  readonly matches: number;
  /** The address to hand to the umpire, shown once. */
  readonly chairHref: string | null;
  readonly refusal: RefusalShown | null;
}

/** Who plays a tie for a side: `place-A` for a letter of the order of play, `place-3` for a rubber that has none. */
export const lineUpForm = z.object({ side: z.enum(["home", "away"]) }).catchall(z.string().trim().max(200));

/** Which captain is given a link of their own. */
export const captainLinkForm = z.strictObject({ side: z.enum(["home", "away"]) });

/** Who plays a tie, by its code, for the team whose captain sends it. */
export const captainLineUpForm = z.object({ tie: z.string().min(1).max(60) }).catchall(z.string().trim().max(200));

/** Others for a rubber that has not begun: one name a side, or two with a stroke between them. */
export const substitutesForm = z.strictObject({
  home: z.string().trim().max(400),
  away: z.string().trim().max(400),
});

/** Why a match that was abandoned, or did not count, is played again; the version that the person saw. */
export const replayForm = z.strictObject({
  version: z.coerce.number().int().min(0),
  reason: z.string().trim().min(1).max(300),
});
export type ReplayForm = z.infer<typeof replayForm>;

interface LineUpView {
  /** Handed in; who is in it is seen by nobody before both are. */
  readonly isIn: boolean;
  /** Letters of the order of play, or rubbers by their number where it has none, with the rubbers each decides. */
  readonly places: readonly { readonly place: string; readonly rubbers: readonly number[] }[];
  /** The players of the team, as far as they are known. */
  readonly players: readonly string[];
}

/** The page of a captain: the ties of the team that are to be played. */
export interface CaptainPage {
  readonly token: string;
  readonly competition: CompetitionView;
  readonly event: { readonly id: string; readonly title: Text };
  readonly entry: EntryView;
  readonly ties: readonly {
    readonly row: MatchRow;
    readonly side: Side;
    readonly lineUp: LineUpView;
    /** Both line-ups are in, and everybody sees them. */
    readonly isOpen: boolean;
  }[];
  /** What was typed into a line-up that was refused. */
  readonly entered: Readonly<Record<string, string>>;
  readonly refusal: RefusalShown | null;
}

export interface LineUpsView {
  readonly home: LineUpView;
  readonly away: LineUpView;
}

/** Shown before a correction is confirmed. */
export interface DeskMatchPage {
  readonly competition: CompetitionView;
  readonly desk: DeskMatch;
  /** Of a tie: its rubbers, and its line-ups until they are open. */
  readonly tie: { readonly rubbers: readonly DeskMatch[]; readonly lineUps: LineUpsView } | null;
  /** The link of a captain that was made just now, shown once. */
  readonly captain: { readonly side: Side; readonly href: string } | null;
  /** What was typed into a line-up that was refused. */
  readonly lineUpEntered: Readonly<Record<string, string>>;
  readonly entered: {
    readonly games: string;
    readonly outcome: string;
    readonly against: string | null;
    /** Why the draw is kept as it was played; null where it follows the result. */
    readonly drawKept: string | null;
  } | null;
  /** Who goes on from the match as it was played, by its code, where the result that was checked would change later matches. */
  readonly goesOn: string | null;
  /** Who wins by the result that was checked; null for nobody, and until one was. */
  readonly winner: Side | null;
  /** Logs of this match, rally by rally, that a result or a correction has replaced; the oldest first. */
  readonly earlier: readonly EarlierLog[];
  /** Empty until a result was checked. */
  readonly consequences: readonly ConsequenceView[];
  /** The entries that the consequences name by their codes. */
  readonly entries: readonly EntryView[];
  readonly refusal: RefusalShown | null;
}

/**
 * One thing that follows from a result, translated under `desk.consequence.<code>` in the catalogue. A match is named by its id,
 * entries by their codes; nobody before or after is an empty list.
 */
export type ConsequenceView =
  | {
      readonly code: "result-recorded" | "match-voided" | "match-reopened" | "match-stopped" | "chair-taken-back";
      readonly match: string;
    }
  | { readonly code: "match-walked-over"; readonly match: string; readonly winner: readonly string[] }
  | { readonly code: "rallies-set-aside"; readonly match: string; readonly rallies: number }
  | { readonly code: "draw-kept"; readonly match: string; readonly entry: string }
  | {
      readonly code: "entry-replaced";
      readonly match: string;
      readonly before: readonly string[];
      readonly after: readonly string[];
    }
  | {
      readonly code: "medal-moves";
      readonly medal: Medal;
      readonly before: readonly string[];
      readonly after: readonly string[];
    };

/** What is decided about an event beside its results: lots, and medals that are withheld or annulled. */
export interface DeskEventPage {
  readonly competition: CompetitionView;
  readonly event: { readonly id: string; readonly title: Text };
  /** Every entry that stands in a match, by its code. */
  readonly entries: readonly EntryView[];
  readonly medals: readonly MedalRow[];
  readonly lots: readonly LotsView[];
  readonly rulings: readonly RulingView[];
  /** Codes of those who can still withdraw, and of those who can take the place of one of them, the best first. */
  readonly withdrawals: { readonly entries: readonly string[]; readonly replacements: readonly string[] };
  /** What was typed, and what would follow from it. */
  readonly toConfirm: { readonly lots: LotsForm } | { readonly ruling: RulingForm } | null;
  readonly entered: Readonly<Record<string, string>>;
  readonly consequences: readonly ConsequenceView[];
  /** The newest fact that this page shows: a decision says what it was made on. */
  readonly seen: number;
  /** What was decided or played since a decision was looked at that comes too late for it. */
  readonly changed: readonly EventChangeView[];
  readonly refusal: RefusalShown | null;
}

/** What changes the places and medals of an event, so that a decision is looked at anew. */
export const EVENT_CHANGES = [
  "match-finished",
  "match-reopened",
  "lots-drawn",
  "medal-ruled",
  "draw-kept",
  "entry-withdrawn",
  "withdrawal-taken-back",
] as const;

interface EventChangeView {
  readonly kind: (typeof EVENT_CHANGES)[number];
  /** The match of a result. */
  readonly row: MatchRow | null;
  readonly atMs: number;
}

/** Entries of a group, by their codes, that only lots can separate; `order` once they were drawn. */
interface LotsView {
  readonly group: string;
  readonly tied: readonly string[];
  readonly order: readonly string[] | null;
}

/** A ruling with who made it, and when. */
interface RulingView extends RulingForm {
  /** The match of a ruling about the draw. */
  readonly row: MatchRow | null;
  readonly who: string | null;
  readonly atMs: number | null;
}

/** The order in which lots were drawn among entries of a group, by their codes. */
export const lotsForm = z.strictObject({
  group: z.string().min(1).max(60),
  order: z.array(z.string().min(1).max(60)).min(2).max(64),
});
export type LotsForm = z.infer<typeof lotsForm>;

/**
 * A medal withheld or annulled, or who goes on from a match where the draw is kept as it was played; `none` takes back what
 * was decided before. A ruling about the draw names its match by its code, the others name none. An entry is `withdrawn`,
 * perhaps `replacedBy` another one, until it `plays-again`.
 */
export const rulingForm = z.strictObject({
  entry: z.string().min(1).max(60),
  match: z.string().min(1).max(60).optional(),
  ruling: z.enum(["withheld", "annulled", "goes-on", "none", "withdrawn", "plays-again"]),
  replacedBy: z.string().min(1).max(60).optional(),
  reason: z.string().trim().min(1).max(300),
});
export type RulingForm = z.infer<typeof rulingForm>;

/** A refusal beside the form that it answers: a page says it in the reader's language. */
/** A refusal as a page shows it. */
export type RefusalShown = Pick<Refusal, "code" | "message" | "detail">;

/** What an umpire may do when a match is over: take the next one of the table, or hand the chair back. */
export interface ChairNextPage {
  readonly match: MatchRow;
  readonly next: MatchRow | null;
  /** The address of the table, where its card opened the chair: the phone waits there for what is called next. */
  readonly table: string | null;
  /** The address of the chair. */
  readonly chair: string;
  /** The sides that confirmed the result as it stands. */
  readonly confirmed: readonly Side[];
}

/** A side confirms the result of a match on the phone of its chair; `version` is of the match that it saw. */
export const confirmationForm = z.strictObject({
  side: z.enum(SIDES, "it is home or away"),
  version: z.coerce.number().int().min(0),
});

/** What the chair needs to score without a network: the match, its log, where to send lines. */
export interface ChairPage {
  readonly match: MatchRow;
  readonly rules: MatchRules;
  readonly log: readonly { readonly id: string; readonly entry: LogEntry }[];
  readonly sendTo: string;
  readonly refusal: string | null;
}
