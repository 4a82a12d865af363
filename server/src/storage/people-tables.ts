import type { PersonId, PlayerId } from "@podium/engine";
import type { Generated, Selectable } from "kysely";

/** Who has an account: written by the accounts library alone, which stores more in it than stands here. */
export interface PersonTable {
  id: PersonId;
  name: string;
  email: string;
  /** 1: the owner of the account has shown that they have it, by the code on its page. */
  emailVerified: number;
  /** An instant as ISO 8601: the library of accounts writes its dates so. */
  createdAt: string;
  updatedAt: string;
}

/** What the names of people look like: each look belongs to one of them. */
export interface NameLookTable {
  look: string;
  person_id: PersonId;
}

/** What lets a person in, stored by the library of accounts: of its columns, only its name and whose it is. */
export interface OfPersonTable {
  id: string;
  userId: PersonId;
}

/** A password, as its hash. */
export interface CredentialTable extends OfPersonTable {
  accountId: string;
  providerId: string;
  password: string | null;
  createdAt: string;
  updatedAt: string;
}

/** In which language and how often a member is written to, and what they follow by themselves. */
export interface MailSettingsTable {
  person_id: PersonId;
  language: string;
  rhythm: string;
  /** 1: where they write, they follow. */
  follows_own: Generated<number>;
}

/** A device of a member that shows what they are told: where its browser takes messages, and what they are encrypted with. */
export interface DeviceTable {
  id: string;
  person_id: PersonId;
  endpoint: string;
  p256dh: string;
  auth: string;
  /** The session in which it was asked for: with signing out, it ends. */
  session_id: string;
  language: string;
  at_ms: number;
  /** How often in a row nothing could be sent to it. */
  failures: Generated<number>;
}

/** As it is read. */
export type DeviceRow = Selectable<DeviceTable>;

export interface RoleTable {
  person_id: PersonId;
  /** A competition's id, or "*" for all of them. */
  competition_id: string;
  role: string;
  given_by: PersonId | null;
  at_ms: number;
}

/** A role that is offered to whoever opens its address first. */
export interface InvitationTable extends Pick<RoleTable, "competition_id" | "role" | "at_ms"> {
  id: string;
  token_hash: string;
  invited_by: PersonId;
  expires_at_ms: number;
  ended_at_ms: number | null;
  taken_by: PersonId | null;
}

/** What a member asks about the page of a player. Of who has left, nothing stays but that there was one. */
export interface PageRequestTable {
  id: string;
  player_id: PlayerId;
  person_id: PersonId | null;
  /** hold or correction. */
  kind: string;
  words: string;
  /** How whoever asked can be reached. */
  reach: string;
  at_ms: number;
  /** open, granted, refused or ended. */
  state: string;
  answer: string | null;
  answered_at_ms: number | null;
}
