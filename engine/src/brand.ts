declare const brand: unique symbol;

/** A string that cannot be passed where another kind of name is expected. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

/** `paris-2024`: unique in one installation, chosen by the organiser. */
export type CompetitionId = Branded<"competition">;
/** `xd`: unique in its competition. */
export type EventCode = Branded<"event">;
/** `paris-2024/xd`. */
export type EventId = Branded<"event-id">;
/** `chn`: unique in its event. */
export type EntryCode = Branded<"entry">;
/** `r16-3`, `final`, `a-2`: unique in its event. */
export type MatchCode = Branded<"match">;
/** `paris-2024/xd/chn`. */
export type EntryId = Branded<"entry-id">;
/** `paris-2024/xd/final`. */
export type MatchId = Branded<"match-id">;
/** `paris-2024-xd-podium`: unique in one installation. */
export type MomentId = Branded<"moment">;
/** `paris-2024-xd-podium`: unique in one installation. */
export type ThreadId = Branded<"thread">;
/** `paris-2024-xd-podium/c12`. */
export type CommentId = Branded<"comment">;
/** Who has an account; the accounts library makes it. */
export type PersonId = Branded<"person">;
/** A chair that was handed out for a match. */
export type ChairId = Branded<"chair">;
/** `sun-yingsha`: an athlete, unique in one installation. */
export type PlayerId = Branded<"player">;
