import type { CeremonyStep, LogEntry, MedalWon, PersonId, TagChoice } from "@podium/engine";

/** What a fact is about. */
export type SubjectKind =
  | "competition"
  | "event"
  | "match"
  | "result"
  | "chair"
  | "moment"
  | "ceremony"
  | "photo"
  | "incident"
  | "page-request"
  | "equipment"
  | "broadcast"
  | "report"
  | "reaction"
  | "thread"
  | "comment"
  | "case"
  | "note"
  | "translation"
  | "person";

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** Every kind of fact and what it says, beside who, when and about what. Past tense: it has happened. */
export interface FactData {
  "competition-opened": { readonly title: Readonly<Record<string, string>> };
  "event-opened": { readonly title: Readonly<Record<string, string>> };
  "entry-made": { readonly entry: string };
  "team-joined": { readonly entry: string; readonly player: string };
  /** A rubber of a tie, and who plays it for each side, as far as that is known. */
  "rubber-laid-out": {
    readonly tie: string;
    readonly kind: "singles" | "doubles";
    readonly home: readonly string[];
    readonly away: readonly string[];
  };
  /** Not who plays: that is secret until both have handed in. */
  "line-up-handed-in": { readonly tie: string; readonly side: "home" | "away" };
  "draw-published": { readonly matches: number };
  /** What will be drawn was published, phase by phase, before there was any chance. */
  "draw-committed": { readonly commitments: readonly string[] };
  "draw-begun": { readonly number: number; readonly randomness: string; readonly from: string };
  "draw-withdrawn": { readonly number: number; readonly reason: string };
  /** The next round of a Swiss system. */
  "round-paired": { readonly phase: string; readonly round: number };
  "match-planned": {
    readonly match: string;
    readonly startMs: number | null;
    /** Where only the day is known. */
    readonly day?: string;
    readonly table: string | null;
  };
  /** Put elsewhere by the desk on a day that was planned. */
  "match-moved": { readonly startMs: number; readonly table: string };
  /** It stays there when the day is planned anew. */
  "match-pinned": { readonly startMs: number; readonly table: string };
  "pin-taken-back": Readonly<Record<string, never>>;
  /** Called to a table, or to another one. */
  "match-called": { readonly table: string };
  "call-taken-back": { readonly table: string | null };
  "second-eyes-changed": { readonly isWanted: boolean };
  "screens-steered": { readonly shows: string };
  /** A player of a called match has come to the table, or is missing after all. */
  "player-came": { readonly player: string };
  "player-missing": { readonly player: string };
  "no-show-clock-started": { readonly dueMs: number };
  "no-show-clock-stopped": Readonly<Record<string, never>>;
  "match-line": { readonly entry: LogEntry };
  "match-reset": { readonly reason: string };
  /** Said by a side on the phone of the chair. */
  "result-confirmed": { readonly side: "home" | "away"; readonly entry: string };
  /** A phone told lines that the log had gone on without; the referee says what happened. */
  "fork-handed-in": { readonly lines: number };
  "fork-settled": { readonly takenBack: number; readonly added: number };
  "match-finished": { readonly winner: "home" | "away" | null };
  "match-reopened": Readonly<Record<string, never>>;
  "result-published": { readonly version: number };
  "lots-drawn": { readonly group: string; readonly order: readonly string[] };
  "medal-ruled": {
    readonly entry: string;
    readonly ruling: "withheld" | "annulled" | "none";
    readonly reason: string;
  };
  /** The draw is kept as it was played, or (`none`) follows the result again. */
  "draw-kept": {
    readonly match: string;
    readonly entry: string;
    readonly ruling: "goes-on" | "none";
    readonly reason: string;
  };
  /** An entry plays no more; another one may take its place. */
  "entry-withdrawn": { readonly entry: string; readonly replacedBy: string | null; readonly reason: string };
  "withdrawal-taken-back": { readonly entry: string; readonly reason: string };
  "event-decided": { readonly medals: readonly { readonly medal: string; readonly entry: string }[] };
  "event-reopened": Readonly<Record<string, never>>;
  "moment-opened": { readonly event: string };
  "moment-named": { readonly language: string };
  "moment-closed": { readonly event: string };
  /** `isPast`: held before, and put on record without times. */
  "ceremony-prepared": { readonly awards: readonly MedalWon[]; readonly isPast?: true };
  "ceremony-step": { readonly step: CeremonyStep };
  "ceremony-step-taken-back": { readonly step: string };
  "photo-link-opened": { readonly untilMs: number; readonly uploads: number };
  "photo-link-closed": Readonly<Record<string, never>>;
  "photo-sent": { readonly moment: string };
  "photo-described": Readonly<Record<string, never>>;
  "photo-shown": { readonly isShown: boolean };
  "photo-removed": Readonly<Record<string, never>>;
  "photo-tag-changed": { readonly tag: string };
  "photo-tag-decided": { readonly tag: string; readonly choice: TagChoice };
  "photo-request-made": { readonly request: string; readonly dueMs: number };
  "photo-request-answered": { readonly request: string; readonly isTakenDown: boolean };
  /** Without the words, which are for those who answer alone. */
  "page-request-made": { readonly player: string; readonly kind: string };
  "page-request-answered": { readonly state: string };
  "page-request-ended": Readonly<Record<string, never>>;
  "incident-noted": { readonly isOfChair: boolean };
  "incident-taken-back": Readonly<Record<string, never>>;
  "equipment-declared": { readonly item: string };
  "equipment-removed": Readonly<Record<string, never>>;
  "broadcast-entered": { readonly name: string };
  "broadcast-removed": Readonly<Record<string, never>>;
  "report-begun": { readonly language: string };
  "report-revised": { readonly version: number };
  "report-submitted": Readonly<Record<string, never>>;
  "report-sent-back": Readonly<Record<string, never>>;
  "report-embargoed": { readonly untilMs: number };
  "report-published": { readonly report: string };
  "report-corrected": { readonly version: number };
  "report-withdrawn": { readonly reason: string };
  "reaction-collected": Readonly<Record<string, never>>;
  "reaction-marked": { readonly state: string };
  /** A picture of it was kept aside. */
  "reaction-pictured": Readonly<Record<string, never>>;
  /** No picture of it is kept any longer. */
  "reaction-unpictured": Readonly<Record<string, never>>;
  /** The editor has answered what the record says beside a report or a reaction. */
  "note-answered": { readonly note: string };
  "thread-opened": { readonly subject: Subject };
  "thread-locked": { readonly reason: string };
  "comment-posted": { readonly thread: string };
  /** Without the words before: what its author deletes later is gone everywhere, and facts are never changed. */
  "comment-revised": Readonly<Record<string, never>>;
  "comment-deleted": Readonly<Record<string, never>>;
  "comment-removed": { readonly reason: string };
  /** Without the words, which nobody but its author and moderators has seen. */
  "comment-held": { readonly thread: string; readonly rules: readonly string[] };
  /** A reader's note, without its words: what its author withdraws is gone everywhere. */
  "note-written": { readonly about: Subject };
  "note-withdrawn": Readonly<Record<string, never>>;
  "note-removed": { readonly reason: string };
  "note-flagged": { readonly reason: string };
  /** Its ratings say something else of it than before. */
  "note-scored": { readonly status: string };
  /** A member's translation, without its words: what its author takes back is gone everywhere. */
  "translation-written": { readonly comment: string; readonly language: string };
  "translation-withdrawn": Readonly<Record<string, never>>;
  "translation-removed": { readonly reason: string };
  "translation-flagged": { readonly reason: string };
  "case-decided": { readonly decision: "passed" | "removed"; readonly comment: string | null };
  "comment-flagged": { readonly thread: string; readonly reason: string };
  "case-assigned": { readonly to: string | null };
  "case-appealed": { readonly case: string };
  "case-reopened": Readonly<Record<string, never>>;
  "thread-slowed": { readonly slowSeconds: number; readonly membersOnly: number };
  "member-restricted": {
    readonly kind: "mute" | "suspension" | "ban";
    readonly competition: string;
    readonly untilMs: number | null;
    readonly reason: string;
  };
  "restriction-lifted": Readonly<Record<string, never>>;
  "conversations-paused": { readonly minutes: number; readonly reason: string };
  "conversations-resumed": Readonly<Record<string, never>>;
  "moderation-changed": Readonly<Record<string, never>>;
  "chair-issued": { readonly match: string };
  "chair-withdrawn": { readonly match: string };
  "role-offered": { readonly competition: string; readonly role: string };
  "offer-taken-back": { readonly competition: string; readonly role: string };
  "role-given": { readonly competition: string; readonly role: string };
  "role-taken-back": { readonly competition: string; readonly role: string };
  "member-left": { readonly choice: "keep" | "anonymous" | "delete" };
  "address-confirmed": Readonly<Record<string, never>>;
}

export type FactKind = keyof FactData;

/** A fact about to be recorded. */
export type NewFact = {
  [kind in FactKind]: {
    readonly kind: kind;
    readonly subject: Subject;
    readonly data: FactData[kind];
    /** When it happened, if that is not now: milliseconds since 1970. */
    readonly atMs?: number;
    /** Made by the sender: what arrives twice is recorded once. */
    readonly clientId?: string;
  };
}[FactKind];

/** A recorded fact. `seq` orders all of them, `subjectSeq` those of one subject, from 1. */
export type Fact = NewFact & {
  readonly seq: number;
  readonly subjectSeq: number;
  readonly atMs: number;
  readonly who: PersonId | null;
};
