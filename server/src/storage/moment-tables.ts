import type { EventId, MomentId } from "@podium/engine";

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
