import type {
  ChairId,
  CommentId,
  CompetitionId,
  EntryCode,
  EntryId,
  EventId,
  MatchCode,
  MatchId,
  MomentId,
  PersonId,
  PlayerId,
  ThreadId,
} from "@podium/engine";

/**
 * A string becomes an id in this file only. The shapes were checked on entry (protocol/src/format.ts);
 * what is composed here is `paris-2024`, `paris-2024/xd`, `paris-2024/xd/final`.
 */
export const competitionId = (text: string): CompetitionId => text as CompetitionId;
export const entryCode = (text: string): EntryCode => text as EntryCode;
export const matchCode = (text: string): MatchCode => text as MatchCode;
export const eventId = (text: string): EventId => text as EventId;
export const matchId = (text: string): MatchId => text as MatchId;
export const entryId = (text: string): EntryId => text as EntryId;
export const playerId = (text: string): PlayerId => text as PlayerId;
export const momentId = (text: string): MomentId => text as MomentId;
export const threadId = (text: string): ThreadId => text as ThreadId;
export const personId = (text: string): PersonId => text as PersonId;
export const chairId = (text: string): ChairId => text as ChairId;
/** Who did what no person did: the program by itself. */
export const PODIUM = personId("podium");
export const commentId = (text: string): CommentId => text as CommentId;

/** `paris-2024` and `xd` make `paris-2024/xd`. */
export function eventIdOf(competition: CompetitionId, code: string): EventId {
  return eventId(`${competition}/${code}`);
}

/** `paris-2024/xd` and `final` make `paris-2024/xd/final`. */
export function matchIdOf(event: string, code: string): MatchId {
  return matchId(`${event}/${code}`);
}

/** `paris-2024/xd` and `chn` make `paris-2024/xd/chn`. */
export function entryIdOf(event: string, code: string): EntryId {
  return entryId(`${event}/${code}`);
}

/** The event a match or an entry belongs to. */
export function eventOf(id: string): EventId {
  return eventId(id.slice(0, id.lastIndexOf("/")));
}

/** The competition an event belongs to. */
export function competitionOf(event: string): CompetitionId {
  return competitionId(event.slice(0, event.indexOf("/")));
}

/** The last part of an id. */
export function codeOf(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

/** The parts of an address, as its route names them: `:competition`, `:event`, `:match` ... */
type Params = Readonly<Record<string, string>>;

/** The competition that an address names. */
export function competitionIn(params: Params): CompetitionId {
  return competitionId(params["competition"] ?? "");
}

/** The event that an address names. */
export function eventIn(params: Params): EventId {
  return eventIdOf(competitionIn(params), params["event"] ?? "");
}

/** The match that an address names. */
export function matchIn(params: Params): MatchId {
  return matchIdOf(eventIn(params), params["match"] ?? "");
}

/** The entry that an address names. */
export function entryIn(params: Params): EntryId {
  return entryIdOf(eventIn(params), params["entry"] ?? "");
}

/** The athlete that an address names. */
export function playerIn(params: Params): PlayerId {
  return playerId(params["player"] ?? "");
}

/** The moment that an address names. */
export function momentIn(params: Params): MomentId {
  return momentId(params["moment"] ?? "");
}

/** The thread that an address names. */
export function threadIn(params: Params): ThreadId {
  return threadId(params["thread"] ?? "");
}

/** `paris-2024-xd` and `the-photo` make `paris-2024-xd/the-photo`: a report or a reaction of a moment. */
export function ofMoment(moment: MomentId, code: string): string {
  return `${moment}/${code}`;
}

/** The moment that a report or a reaction belongs to. */
export function momentOf(id: string): MomentId {
  return momentId(id.slice(0, id.lastIndexOf("/")));
}
