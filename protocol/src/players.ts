import type { MedalRow, MeetingView, PageNumbers, PathView } from "./competitions.ts";
import type { AssociationView, PlayerView } from "./entries.ts";
import type { Storyline } from "./history.ts";
import type { EquipmentView, IncidentView } from "./incidents.ts";
import type { MatchRow } from "./matches.ts";
import type { PhotoView, MomentView } from "./moments.ts";
import type { ReactionView, RecordNote, ReportView } from "./reports.ts";

/** Matches won, lost, and decided for neither. */
export interface BalanceView {
  readonly won: number;
  readonly lost: number;
  readonly undecided: number;
}

/** Somebody with what was played with or against them. */
export interface PlayerBalance {
  readonly player: PlayerView;
  readonly balance: BalanceView;
}

/** What all that somebody played here adds up to; a rubber of a tie counts as a match. */
export interface PlayerRecord {
  readonly balance: BalanceView;
  readonly medals: Readonly<Record<MedalRow["medal"], number>>;
  /** Who they played most often with first. */
  readonly partners: readonly PlayerBalance[];
  /** Who they met most often first. */
  readonly opponents: readonly PlayerBalance[];
}

/** Where a report, a reaction or a note of the record names somebody by their whole name. */
export interface NamedIn {
  readonly moment: Pick<MomentView, "id" | "title">;
  readonly reports: readonly (Pick<ReportView, "id" | "headline" | "language" | "source" | "date"> & {
    /** The first sentence that names them. */
    readonly sentence: string;
  })[];
  readonly reactions: readonly ReactionView[];
  /** Statements about them that the record contradicts. */
  readonly notes: readonly RecordNote[];
}

export interface PlayerPage extends PageNumbers {
  readonly player: PlayerView;
  readonly association: AssociationView | null;
  /** The latest first. */
  readonly paths: readonly PathView[];
  /** What can be told of them across all that they played here, the rarest first; on the first page. */
  readonly storylines: readonly Storyline[];
  /** Where their events stand on one page; of longer careers it has a page of its own. */
  readonly record: PlayerRecord | null;
  /** In which photos of these events they agreed to be named. */
  readonly photos: readonly { readonly photo: PhotoView; readonly moment: Pick<MomentView, "id" | "title"> }[];
  /** Whether the player holds the page themselves. */
  readonly isHeld: boolean;
  readonly equipment: readonly EquipmentView[];
  readonly incidents: readonly IncidentView[];
  /** What was said of them about these events. */
  readonly named: readonly NamedIn[];
}

/** The whole record of a player, with the opponents in pages. */
export interface PlayerRecordPage extends PageNumbers {
  readonly player: PlayerView;
  readonly record: PlayerRecord;
}

/** What a player plays next and has played last, by an address that needs no account. */
export interface PlayerMatchesPage {
  readonly player: PlayerView;
  /** What is live, then who is called, then by the time that is expected. */
  readonly toCome: readonly MatchRow[];
  /** The latest first. */
  readonly played: readonly MatchRow[];
  /** Of the live stream. */
  readonly topics: readonly string[];
}

/** Two players against each other; without an opponent the choice of one. */
export interface PlayerAgainstPage extends PageNumbers {
  readonly player: PlayerView;
  /** The name that was asked for, and who may be meant. */
  readonly name: string;
  readonly found: readonly PlayerView[];
  readonly meetings: {
    readonly opponent: PlayerView;
    readonly balance: BalanceView;
    /** The latest first. */
    readonly matches: readonly MeetingView[];
  } | null;
}

/** A pair in every event that the two have entered together, the latest first. */
export interface PairPage extends PageNumbers {
  readonly players: readonly [PlayerView, PlayerView];
  readonly balance: BalanceView;
  readonly medals: PlayerRecord["medals"];
  readonly paths: readonly PathView[];
}
