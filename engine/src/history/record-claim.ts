import type { EntryCode } from "../brand.ts";
import type { Medal } from "../medals/medals.ts";

/**
 * What a storyline says, by codes in place of words: what a verifier holds against the record. Each kind has a verifier of
 * its own (engine/src/claims/record-claims.ts). `event` is an id (`paris-2024/xd`), years are those of the honours.
 */
export type RecordClaim = { readonly event: string } & (
  | { readonly says: "shared-podium"; readonly associations: readonly string[]; readonly since: number | null }
  | { readonly says: "medals-of-one"; readonly association: string; readonly count: number }
  | { readonly says: "medals-apart"; readonly count: number }
  | { readonly says: "lowest-ranked"; readonly entry: EntryCode; readonly entries: number }
  | { readonly says: "only-unranked"; readonly entry: EntryCode; readonly entries: number }
  | ({ readonly says: "won-again"; readonly entry: EntryCode } & FormerTitle)
  | ({ readonly says: "beat-champions"; readonly winner: EntryCode; readonly loser: EntryCode } & FormerTitle)
  | { readonly says: "beat-seeds"; readonly entry: EntryCode; readonly seeds: readonly number[] }
  | {
      readonly says: "first-medal";
      readonly association: string;
      /** The kinds that count. */
      readonly medals: readonly Medal[];
      readonly isOfEvent: boolean;
      /** The year of the last one; null where the honours hold none. */
      readonly since: number | null;
    }
  | ({ readonly says: "comeback"; readonly games: Games } & Pairing)
  | {
      readonly says: "nothing-lost";
      readonly entry: EntryCode;
      readonly of: "games" | "matches";
      readonly count: number;
    }
  | ({ readonly says: "full-length"; readonly game: Games; readonly count: number } & Pairing)
  | ({ readonly says: "longest-game"; readonly game: Games } & Pairing)
  | { readonly says: "most-games"; readonly entry: EntryCode; readonly games: number; readonly matches: number }
  | { readonly says: "top-seed-won"; readonly entry: EntryCode }
  | { readonly says: "seeds-missing"; readonly seeds: readonly number[] }
  | ({ readonly says: "upset"; readonly seeds: readonly [winner: number | null, loser: number] } & Pairing)
  | ({ readonly says: "meeting"; readonly match: string; readonly nth: number; readonly won: number } & Pairing)
  | { readonly says: "wins-in-a-row"; readonly entry: EntryCode; readonly match: string; readonly count: number }
  | { readonly says: "several-medals"; readonly person: string; readonly medals: readonly PersonMedal[] }
  | { readonly says: "titles-in-a-row"; readonly association: string; readonly count: number; readonly isAll: boolean }
);

type Games = readonly [own: number, other: number];

interface Pairing {
  readonly winner: EntryCode;
  readonly loser: EntryCode;
}

/** A title of a year before: of the same people, or of their association. */
interface FormerTitle {
  readonly association: string;
  readonly year: number;
  readonly isOfPeople: boolean;
}

/** A medal of a person in an event of a competition. */
export interface PersonMedal {
  readonly event: string;
  readonly medal: Medal;
}
