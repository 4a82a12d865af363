import type { BySide, EntryKind, Format, GroupStanding, Ruling, Side } from "@podium/engine";
import type { DrawRecordView } from "./draw.ts";
import type { AssociationView, EntryView, PlayerView } from "./entries.ts";
import type { SeedingPart } from "./format.ts";
import type { Storyline } from "./history.ts";
import type { BroadcastView, IncidentView } from "./incidents.ts";
import type { MatchRow, MatchView } from "./matches.ts";
import type { Text } from "./text.ts";

export interface CompetitionView {
  readonly id: string;
  readonly title: Text;
  readonly place: Text | null;
  readonly zone: string;
  /** Dates as YYYY-MM-DD in the competition's zone. */
  readonly from: string;
  readonly to: string;
  /** Made up, so that a newcomer sees something: shown on every page of it. */
  readonly invented: boolean;
}

export interface EventCard {
  readonly id: string;
  readonly code: string;
  readonly title: Text;
  readonly kind: EntryKind;
  readonly entries: number;
  readonly matches: number;
  readonly over: number;
  readonly live: number;
  readonly medals: readonly MedalRow[];
}

export interface MedalRow {
  readonly medal: "gold" | "silver" | "bronze";
  readonly entry: EntryView;
}

/** What was decided: the medals, and the matches that decided them, the final first. */
export interface DecisionView {
  readonly podium: readonly MedalRow[];
  readonly result: readonly MatchRow[];
}

/** A line of the medal table. Associations with equal medals share the rank. */
export interface MedalTableRow {
  readonly rank: number;
  readonly association: AssociationView;
  readonly gold: number;
  readonly silver: number;
  readonly bronze: number;
}

/** The way from a page to the conversation about it. */
export interface ConversationLink {
  /** `match:paris-2024/xd/final` */
  readonly about: string;
  /** Null while nobody has spoken. */
  readonly thread: string | null;
  readonly comments: number;
}

export interface CompetitionPage {
  readonly conversation: ConversationLink;
  readonly competition: CompetitionView;
  /** When it is played in its days, and on which tables; nothing where nobody told. */
  readonly sessions: readonly {
    readonly date: string;
    readonly from: string;
    readonly to: string;
    readonly title?: string;
  }[];
  readonly tables: readonly string[];
  readonly events: readonly EventCard[];
  readonly live: readonly MatchRow[];
  readonly next: readonly MatchRow[];
  readonly decided: readonly MatchRow[];
  readonly medalTable: readonly MedalTableRow[];
  readonly moments: readonly MomentCard[];
}

export interface HomePage {
  readonly live: readonly MatchRow[];
  readonly next: readonly MatchRow[];
  readonly decided: readonly MatchRow[];
  /** The latest; `/competitions` lists them all. */
  readonly competitions: readonly CompetitionView[];
  readonly hasMore: boolean;
  readonly moments: readonly MomentCard[];
}

/** What is played now and next, competition by competition. */
export interface NowPage {
  readonly competitions: readonly {
    readonly competition: CompetitionView;
    readonly live: readonly MatchRow[];
    readonly next: readonly MatchRow[];
  }[];
}

/** Numbers of the pages before and after one of a long list; null at an end. */
export interface PageNumbers {
  readonly later: number | null;
  readonly earlier: number | null;
}

/** A page of the list of all competitions, the latest first. */
export interface CompetitionsPage extends PageNumbers {
  readonly competitions: readonly CompetitionView[];
}

/** A page of the list of all players, by their family names. */
export interface PlayersPage extends PageNumbers {
  readonly players: readonly PlayerView[];
}

/** A page of the list of all open moments, the latest first. */
export interface MomentsPage extends PageNumbers {
  readonly moments: readonly MomentCard[];
}

export interface MomentCard {
  readonly id: string;
  readonly title: Text;
  readonly event: string;
  readonly eventTitle: Text;
  readonly competitionTitle: Text;
  readonly podium: readonly MedalRow[];
  /** The thread about it, with the number of comments shown there. */
  readonly thread: string | null;
  readonly comments: number;
}

export interface EventPage {
  readonly conversation: ConversationLink;
  readonly competition: CompetitionView;
  readonly event: EventCard;
  readonly bestOf: number;
  readonly sport: string;
  /** What the event is made of, in the order in which it is played. */
  readonly phases: readonly PhaseView[];
  readonly orderOfPlay: readonly MatchRow[];
  readonly medals: readonly MedalRow[];
  /** What was decided beside the results: about the draw, places and medals. */
  readonly rulings: readonly {
    readonly entry: EntryView;
    readonly ruling: Ruling["ruling"];
    /** The match from which the entry goes on, where the draw is kept as it was played. */
    readonly match: MatchRow | null;
    /** Who takes the place of an entry that has withdrawn. */
    readonly replacedBy: EntryView | null;
    readonly reason: string;
  }[];
  readonly placings: readonly { readonly place: number; readonly entry: EntryView }[];
  readonly entries: readonly EntryView[];
  /** Where the seeds come from, where that is on record. */
  readonly seeding: SeedingPart | null;
  readonly moment: MomentCard | null;
  readonly broadcasts: readonly BroadcastView[];
  /** Its draw is to come, is being made, or stands on record; null where nothing is known of it. */
  readonly draw: "to-come" | "under-way" | "made" | null;
  /** The draw whose balls come out now, by the clock of the server, in milliseconds since 1970. */
  readonly drawing: (DrawRecordView & { readonly nowMs: number }) | null;
  /** The other events of the competition, in its order. */
  readonly others: readonly { readonly id: string; readonly title: Text }[];
  /** How a large event is shown in parts; null where it stands on one page. */
  readonly parts: EventParts | null;
}

/** A phase: its groups, or its knock-out. */
export interface PhaseView {
  readonly code: string;
  readonly title: Text | null;
  readonly format: Format;
  readonly groups: readonly GroupView[];
  /** One, or of a double elimination the upper and the lower one and the finals. */
  readonly brackets: readonly BracketView[];
  /** Of a Swiss system, the last first: that is what people come for. */
  readonly rounds: readonly RoundView[];
  /** Matches for places after the third, round by round. */
  readonly placing: readonly RoundView[];
}

export interface BracketView {
  readonly part: "all" | "upper" | "lower" | "finals";
  /** From the first to the last; the match for bronze stands apart. */
  readonly rounds: readonly RoundView[];
  readonly bronze: MatchRow | null;
}

export interface RoundView {
  readonly round: string;
  readonly matches: readonly MatchRow[];
}

/** The parts of a large event, of which a page shows one; numbers count from 1. */
export interface EventParts {
  readonly shown:
    | { readonly kind: "overview" }
    | { readonly kind: "section" | "order" | "places"; readonly number: number };
  /** Stretches of the draw, each with its first and last line. */
  readonly sections: readonly { readonly from: number; readonly to: number }[];
  readonly orderPages: number;
  readonly placesPages: number;
}

export interface GroupView {
  readonly standing: GroupStanding;
  readonly entries: readonly EntryView[];
  readonly matches: readonly MatchRow[];
}

/** A match of two, with the competition it was played in. */
export interface MeetingView {
  readonly competition: Text;
  readonly match: MatchRow;
}

/** What a match stands between: how both sides came to it, when they met, what hung on it, and what is beside it in the plan. */
export interface MatchContext {
  /** What each side played before in this event, in the order of the plan. */
  readonly ways: BySide<readonly MatchRow[]>;
  /** Other matches of the same two, in any competition, the latest first. */
  readonly meetings: readonly MeetingView[];
  /** The match that the winner plays next, and that the loser does; null where there is none. */
  readonly next: { readonly winner: MatchRow | null; readonly loser: MatchRow | null };
  /** The matches before and after it in the plan of the event. */
  readonly beside: { readonly before: MatchRow | null; readonly after: MatchRow | null };
}

export interface MatchPage {
  readonly card: CardAddress;
  readonly conversation: ConversationLink;
  readonly competition: CompetitionView;
  readonly event: EventCard;
  readonly match: MatchView;
  /** Of a tie, in their order. */
  readonly rubbers: readonly MatchRow[];
  readonly context: MatchContext;
  /** Its logs, rally by rally, that a result entered at the desk has replaced; the oldest first. */
  readonly earlier: readonly EarlierLog[];
  readonly moment: MomentCard | null;
  /** What can be told of it when it is over, the rarest first. */
  readonly storylines: readonly Storyline[];
  /** What happened beside the play, in the order in which it was noted. */
  readonly incidents: readonly IncidentView[];
}

/** What was recorded rally by rally before it was taken back as a whole. */
export interface EarlierLog {
  readonly setAsideAtMs: number;
  readonly games: readonly { readonly score: BySide<number>; readonly rallies: readonly Side[] | null }[];
}

/** A player's or a pair's way through one event. */
export interface PathView {
  readonly competition: CompetitionView;
  readonly event: EventCard;
  readonly entry: EntryView;
  readonly matches: readonly MatchRow[];
  readonly medal: MedalRow["medal"] | null;
}

export interface EntryPage {
  readonly path: PathView;
}

/** Where the picture of a page stands that is shown where it is shared (PNG, 1200 x 630); another one has another address. Null: none. */
export type CardAddress = string | null;
