import type { Honour } from "./honours.ts";
import type { RecordClaim } from "./record-claim.ts";

/** The same words by language; English is always there. */
export type Words = { readonly en: string } & Readonly<Record<string, string>>;

/** What stands in a sentence: a number, a text that is the same in every language (a score, a year), a list of such, or a name by language. */
export type StorylineValue = number | string | readonly string[] | Words;

/**
 * What can be told of an event, with the facts each sentence is made of. Sentences stand in a catalogue, not here.
 * Names of entries and associations come as they were given; years and seeds are texts, so that no language groups
 * their digits.
 */
export const STORYLINES = {
  "podium-together-since": "association, other: last on one podium of this sport in year, years ago",
  "podium-together-first": "association, other: never on one podium before, as far as the honours go back (from)",
  "medal-lowest-ranked": "entry: a medal for the lowest-ranked of all entries; every rank is known",
  "medal-unranked": "entry: a medal for the only one known to have no ranking, of so many entries",
  "title-defended": "entry won the event again after year",
  "title-kept-by-association": "entry won the event, and association won it in year too",
  "title-kept-by-team": "the same of a team, which is called as its association is",
  "beat-defending-champions": "entry knocked out other, the champions of year, count people",
  "beat-champions-association": "entry knocked out other, the last of association, which won in year",
  "beat-seeds": "entry won a medal and beat seeds on the way, in the order met; count of them",
  "first-medal-gold": "association: a gold, and no medal in the honours, which go back to from",
  "first-gold": "association: a gold, and none in the honours, which go back to from",
  "first-medal": "association: no medal in the honours, which go back to from",
  "first-medal-since": "association: first medal in this sport since year, years ago",
  "first-title": "association: first gold in this event, held count times before",
  "best-medal-since": "association: no medal as good since year, years ago",
  comeback: "entry beat other after trailing by games (0-3)",
  "comeback-in-sets": "the same in a sport of sets",
  "no-game-lost": "entry won the event without losing a game in count matches",
  "no-set-lost": "the same in a sport of sets",
  "no-match-lost": "entry won the event without losing one of count matches, groups included",
  "only-deciding-game":
    "entry beat other in the last possible game, by score; no other match of the event went that far",
  "only-deciding-set": "the same in a sport of sets",
  "deciding-game": "entry beat other in the last possible game, by score; count matches of the event went that far",
  "deciding-set": "the same in a sport of sets",
  "first-seed-won": "entry won as first seed",
  "first-four-seeds": "the first four seeds reached the semi-finals",
  "seeds-missing": "of the first four seeds, seeds did not reach the semi-finals; count of them",
  "first-medal-in-event": "association: first medal in this event, held count times before",
  "most-games": "entry played more games than anybody else: count, in matches",
  "most-sets": "the same in a sport of sets",
  "longest-game": "entry and other played the longest game: score",
  "longest-set": "the same in a sport of sets",
  "podium-of-one": "association won all medals, count of them",
  "podium-of-all": "count medals went to as many associations",
  "titles-all": "association won this event count times in a row: each time since from, as far as the honours go back",
  "titles-in-a-row": "association won this event count times in a row",
  "several-medals": "entry, a person, won count medals in this competition: gold, silver, bronze",
  "biggest-upset": "entry, seeded own, beat other, seeded seed: the most places between two seeds in this event",
  "biggest-upset-unseeded": "the same of an entry without a seed",
  "wins-in-a-row": "entry has won count matches in a row in the competitions held here",
  "met-before":
    "entry and other met for the count-th time in the competitions held here; entry won won, lost lost of these",
  "first-meeting": "entry and other, known from several competitions held here, met for the first time in them",
} as const;

export type StorylineCode = keyof typeof STORYLINES;

/** A sentence computed from the record, with what it rests on. */
export interface Storyline {
  readonly code: StorylineCode;
  readonly facts: Readonly<Record<string, StorylineValue>>;
  /** The same for the verifier. */
  readonly claim: RecordClaim;
  readonly evidence: readonly Evidence[];
}

/** Something a reader can check: a match or an entry of the event, a medal of the honours, or that the honours hold none. */
export type Evidence =
  | {
      readonly kind: "match";
      readonly id: string;
      readonly winner: Words;
      readonly loser: Words;
      /** `4-2`; null where nobody noted it. */
      readonly score: string | null;
    }
  | { readonly kind: "entry"; readonly id: string; readonly name: Words }
  | { readonly kind: "honour"; readonly honour: Honour; readonly association: Words }
  | { readonly kind: "absence"; readonly code: AbsenceCode; readonly facts: Readonly<Record<string, StorylineValue>> };

/**
 * What the honours of some years do not hold. `held` lists those years, `from` and `to` are the first and the
 * last of them; `listed` is how many medals the honours hold of them.
 */
export const ABSENCES = {
  "no-medal": "association: no medal",
  "no-gold": "association: no gold",
  "no-gold-in-event": "association: no gold in this event",
  "no-medal-in-event": "association: no medal in this event",
  "no-medal-as-good": "association: no medal as good",
  "not-together": "association, other: on no podium together",
} as const;

export type AbsenceCode = keyof typeof ABSENCES;
