import type { EventId, MatchId, MomentId, PersonId, PlayerId, TagState } from "@podium/engine";
import type { Generated } from "kysely";

/** A ceremony as it stands. */
export interface CeremonyTable {
  event_id: EventId;
  /** 1, 2, 3 ...: a correction may call for another. */
  number: number;
  /** JSON: the medals it was prepared for. */
  awards: string;
  /** JSON: its steps, each with its instant. */
  steps: string;
  /** 1, 2, 3 ... with each step and each that is taken back. */
  version: number;
  /** 1: it was held before anybody steered it here, and nobody noted when which step was. */
  past: number;
}

/** A photo of a moment. Its files are named after it; the original is read by no route. */
export interface PhotoTable {
  id: string;
  moment_id: MomentId;
  at_ms: number;
  /** Who sent it from the desk; null where it came by a link. */
  sent_by: string | null;
  width: number;
  height: number;
  /** The blurred stand-in as base64 of a WebP file. */
  stand_in: string;
  alt: string | null;
  caption: string | null;
  credit: string | null;
  licence: string | null;
  /** 1: on the page of the moment. */
  shown: number;
  /** The highest stands in front. */
  position: number;
  /** 1, 2, 3 ... with each change of what its files show or say. */
  version: number;
  /** The version of the files that may be seen; null while none may. */
  made: number | null;
  /** JSON: width and height of each size. */
  sizes: string;
  /** 1: its sizes are there as AVIF too. */
  avif: number;
}

/** An address by which photos are sent without an account. */
export interface PhotoLinkTable {
  moment_id: MomentId;
  token_hash: string;
  until_ms: number;
  uploads_left: number;
  /** 1: what comes by it stands on the page at once. */
  shown: number;
}

/** A person in a photo, and what they decided by the address that is theirs. */
export interface PhotoTagTable {
  id: string;
  photo_id: string;
  player_id: PlayerId;
  /** From the left. */
  position: number;
  state: TagState;
  /** 1: their part of the photo is made unrecognisable. */
  blurred: number;
  /** 1: the photo is not shown before they, or who answers for them, have agreed. */
  consent_needed: number;
  /** JSON: their part of the photo, in percent of its width and height; null where nobody has drawn it. */
  region: string | null;
  /** Null before a link was made. */
  token_hash: string | null;
  decided_at_ms: number | null;
}

/** Somebody asked to take a photo down. It outlives the photo. */
export interface PhotoRequestTable {
  id: string;
  photo_id: string;
  moment_id: MomentId;
  /** Who is in the photo and asked by their own link; null for anybody else. */
  tag_id: string | null;
  reason: string;
  at_ms: number;
  due_ms: number;
  token_hash: string;
  answer: string | null;
  answered_at_ms: number | null;
  /** 1: the answer was to take it down. */
  taken_down: number;
}

/** What a player has declared to play with in a competition. */
export interface EquipmentTable {
  id: string;
  competition_id: string;
  player_id: PlayerId;
  kind: string;
  name: string;
}

/** What happened beside the play, or what somebody stated about it. */
export interface IncidentTable {
  id: string;
  competition_id: string;
  kind: string;
  /** When it happened; null where nobody told. */
  at_ms: number | null;
  noted_at_ms: number;
  words: string;
  language: string;
  match_id: MatchId | null;
  player_id: PlayerId | null;
  equipment_id: string | null;
  source: string | null;
  url: string | null;
  /** 1: noted by the umpire on the chair. */
  of_chair: number;
  taken_back_ms: number | null;
  /** What the phone of a chair calls it, so that what is sent twice counts once; null of what came from elsewhere. */
  sent_as: string | null;
}

/** Where a competition, or one event of it, is shown. */
export interface BroadcastTable {
  id: string;
  competition_id: string;
  event_id: EventId | null;
  territory: string;
  language: string;
  name: string;
  url: string | null;
  from_date: string | null;
  until_date: string | null;
}

export interface ReactionTable {
  id: string;
  moment_id: MomentId;
  position: number;
  platform: string;
  author: string | null;
  url: string | null;
  language: string;
  words: string;
  translation: string | null;
  at_ms: number | null;
  invented: number;
  /** link, screenshot or second-hand; null where nobody has told it. */
  known_by: string | null;
  /** The last part of the id of the report, of the same moment, that quotes it. */
  report: string | null;
  captured_at_ms: number | null;
  captured_by: PersonId | null;
  /** The file under `screenshots/` that its staff alone sees, as it was sent: `ID.png`. */
  screenshot: string | null;
  /** live, gone or taken-back. */
  state: Generated<string>;
}
