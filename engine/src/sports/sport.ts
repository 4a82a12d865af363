import type { BySide, Seat, Side } from "../sides.ts";
import type { Court, End, ServerNumber, Service } from "./positions.ts";
import type { Card, MatchRules } from "./match-rules.ts";

/**
 * A sport is one file beside this one: its numbers with the article each comes from, and the few questions the
 * match asks of it. Everything else (undo, cards, the end of a match) is the same for all.
 */
export interface Sport {
  /** File name and name on the wire. */
  readonly name: string;
  /** What a match is made of; games when left out. Tennis has sets, and games inside them. */
  readonly parts?: "sets";
  /** Oldest first. */
  readonly editions: readonly Laws[];
  /** The edition taken when neither edition nor date is told. */
  readonly usual: string;
}

/** Where a particular was read. "unverified": from memory or from a secondary text, to be checked before it is called official. */
export type LawSource = "official" | "corroborated" | "unverified";

/** A number of the laws together with its article. */
export interface Article {
  readonly article: string;
  readonly source: LawSource;
}

/** The laws of one sport between two days. */
export interface Dated {
  readonly edition: string;
  /** ISO dates, inclusive; null: open. */
  readonly from: string | null;
  readonly to: string | null;
  /** How well the two days are known. */
  readonly dates: LawSource;
}

/** One edition of the laws of one sport. */
export interface Laws extends Dated {
  readonly sport: string;
  readonly kinds: readonly MatchRules["kind"][];
  readonly numbers: Numbers;
  readonly play: PlayLaws;
  /** How the game is played that decides the match, where it is another than those before it: a match tie-break of tennis. */
  readonly deciding?: Pick<Laws, "play"> & { readonly game: Numbers["game"] };
  /** Set where there are groups whose matches all have four games, none left out (stage one of the World Cups of Macao). */
  readonly hasGroupsOfFourGames?: true;
  /** Name of the order in a group, as results/ knows it. */
  readonly rankingLaw: string;
  /** Name of the places of the seeds, as draw/ knows it. */
  readonly seedLines: string;
}

/** The particulars of a sport. */
export interface Numbers {
  readonly game: Article & GameLaw;
  readonly timeOuts:
    | (Article & { readonly each: number; readonly per: "match" | "game"; readonly seconds: number })
    | null;
  readonly towelsEvery: (Article & { readonly points: number }) | null;
  /** What the umpire sees to before the players choose who serves, in this order; none where nothing is listed. */
  readonly beforePlay: readonly (Article & { readonly check: CheckBeforePlay })[];
  /** How long the players may practise at the table before the first game. */
  readonly warmUp: (Article & { readonly seconds: number }) | null;
  readonly interval: Article & { readonly seconds: number };
  /** A rest inside a game, when a side first has so many points. */
  readonly restAt: (Article & { readonly points: number; readonly seconds: number }) | null;
  /** How long play may wait for an injured player. */
  readonly suspension: (Article & { readonly seconds: number }) | null;
  /** Steps of misconduct in their order, each with the points it gives the opponent; null where the laws have no such ladder. */
  readonly cards: CardLaw | null;
  readonly expedite: (Article & ExpediteLaw) | null;
  /** What the opponent of an absent, retired or disqualified side is credited with. */
  readonly credit: Article & { readonly unplayed: CreditLaw; readonly unfinished: CreditLaw };
}

/** Each has its words in the pages. */
export type CheckBeforePlay = "rackets" | "shirts" | "toss";

/** A game is won with `points` and a lead of `lead`, at the latest with `cap`. */
export interface GameLaw {
  readonly points: number;
  readonly lead: number;
  readonly cap: number | null;
}

interface CardLaw extends Article {
  readonly ladder: readonly CardStep[];
  readonly lastStepRepeats: boolean;
  /** A penalty takes a point from who offends; only one that has none gives the opponent a point. */
  readonly takesPoint?: true;
}

export interface CardStep {
  readonly card: Card;
  readonly points: number;
  /** What the umpire holds up or calls, where it differs from the name of the card. */
  readonly shownAs?: string;
}

/** The expedite system: due after `afterMs` of play in one game, closed once `closedAt` says so, `returns` good returns win. */
export interface ExpediteLaw {
  readonly afterMs: number;
  readonly closedAt: { readonly total: number } | { readonly each: number };
  readonly returns: number;
}

/**
 * "to-nothing": every game needed, to nothing. "completed": points played stand and the winner gets what decides.
 * "as-played": what was played and no more. "deleted": nothing.
 */
export type CreditLaw = "to-nothing" | "completed" | "as-played" | "deleted";

/** The score of the game in progress; `points` below it only where a game has a score of its own inside (tennis). */
export interface Tally {
  readonly score: BySide<number>;
  readonly points: BySide<number> | null;
}

/** One rally as its sport sees it: the tally before and after. */
export interface Play {
  readonly laws: Laws;
  readonly rules: MatchRules;
  readonly lastGame: boolean;
  readonly expedite: boolean;
  readonly winner: Side;
  readonly before: Tally;
  readonly after: Tally;
  /** The most points each side has had in the game before this rally; more than `before` where a penalty took some. */
  readonly most: BySide<number>;
  readonly placed: Placed;
}

/** What a sport remembers of the players from rally to rally; the state shows it under the same names. */
export interface Placed {
  readonly courts: BySide<Seat> | null;
  readonly serverNumber: ServerNumber | null;
  readonly servingOrder: readonly Seat[] | null;
}

/** Who serves to whom next, and where everybody stands; the service is null when a pair must choose first. */
export interface Turn extends Placed {
  readonly service: Service | null;
}

/** A turn in a sport that has nothing to remember but the service. */
export function turnOf(service: Service): Turn {
  return { service, courts: null, serverNumber: null, servingOrder: null };
}

/** The games that are over, as the first service of the next one sees them. */
export interface GamesBefore {
  readonly last: { readonly winner: Side; readonly score: BySide<number> };
  /** The newest game whose first service is known; `gamesLater` is 1 when it is the last one. */
  readonly known: { readonly firstService: Service; readonly gamesLater: number } | null;
}

/** Who may open a game: the side, and the receiver each server has when the laws leave no choice. */
export interface Opening {
  readonly side: Side;
  readonly article: string;
  /** The receiver each server has; null where the receiving side chooses. */
  readonly receiverOf: ((server: Seat) => Seat) | null;
  readonly receiverArticle: string;
}

/** How a game goes and how the service moves. Every function is pure and takes constant time. */
export interface PlayLaws {
  /** The score inside a game when it begins; null where a game has none. */
  readonly noPoints: BySide<number> | null;
  /** The tally after a rally; the score stays where only the server can score. */
  readonly tally: (rally: RallyWon) => Tally;
  /** The side that has won the game at this tally. */
  readonly gameWinner: (tally: Tally) => Side | null;
  /** Whether a game can end with this score. */
  readonly isLegalFinal: (score: BySide<number>) => boolean;
  /** Whether the score cannot be kept without knowing who serves. */
  readonly needsService: boolean;
  /** Who serves to whom after a rally that did not end the game. */
  readonly turn: (play: Play, service: Service) => Turn;
  /** Where everybody stands when a game opens. */
  readonly open: (service: Service, kind: MatchRules["kind"]) => Turn;
  /** Who opens a later game; null when that cannot be known. */
  readonly opening: (before: GamesBefore) => Opening | null;
  /** Where pairs choose their order while the game is on: who must choose, and where everybody stands after the choice. */
  readonly laterChoice: {
    readonly opening: (placed: Placed) => Opening;
    readonly taken: (placed: Placed, service: Service) => Turn;
  } | null;
  /** Whether the players change ends after this rally, inside a game. */
  readonly changesEnds: (play: Play) => boolean;
  /** Whether the receiving pair changes its order when ends change inside a game, so that the umpire says who receives. */
  readonly receiverChangesWithEnds: boolean;
  /** Whether they change ends after a game that ended so. */
  readonly changesEndsAfter: (score: BySide<number>) => boolean;
  /** The court the server serves from, where there are service courts and the laws say which. */
  readonly serviceCourt: (tally: Tally, serving: Placed & { readonly service: Service }) => Court | null;
}

/** What the tally of the next point depends on. */
export interface RallyWon {
  readonly rules: MatchRules;
  readonly tally: Tally;
  readonly winner: Side;
  readonly service: Service | null;
}

/** The other end. */
export function otherEnd(end: End): End {
  return end === "left" ? "right" : "left";
}
