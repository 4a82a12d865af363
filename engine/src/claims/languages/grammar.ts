/** How a language says what is claimed of a competition: words, then phrases made of them, then statements. Data only. */
export interface Grammar {
  readonly language: string;
  /** Where the verb stands: between the sides (`A beat B`) or after both (`A B beat`). */
  readonly verb: "between" | "after";
  /**
   * Words and fixed phrases by what they mean. A meaning is a tag, with a value after a colon where it has one:
   * `"round:final": "final, gold medal match"`. Commas part the words; case, accents, hyphens and spaces make no difference, but in a word behind
   * `=` (`=hätte`, not `hatte`).
   */
  readonly words: Readonly<Record<string, string>>;
  /**
   * Tags next to each other that make up a new one: `"ordinal seed -> seed"`. The new tag takes the first value on the left;
   * `a|b` is either, `a?` may be missing, `score` and `number` are figures.
   */
  readonly phrases: readonly string[];
  /**
   * Statements about a match: `"winner beat loser"`, `"loser lose to winner"`, `"either meet either"`. What may stand between
   * (scores, rounds, days, seeds) is passed over.
   */
  readonly matches: readonly string[];
  /** Statements about medals: `"holder take medal"`. */
  readonly medals: readonly string[];
  /** Statements about how far a side came: `"side reach round"`, `"side exit round"`. */
  readonly progress: readonly string[];
  /** Statements about the course of a match: `"side took-the game-is|games-count"`; `a|b` is either. */
  readonly course?: readonly string[];
  /** Statements about where a side ended: `"side standing"`. */
  readonly standings?: readonly string[];
  /** Whether a clause may leave out whom it speaks of, where that was said before. */
  readonly dropsSubject?: boolean;
  /** Small words by which a text without a language is told from one of another language in the same letters. */
  readonly small?: string;
  /** How many hours from Greenwich the readers of this language live: a late match may be tomorrow's for them. */
  readonly hours: readonly [number, number];
  /** Whether months and competitions are written with a capital. */
  readonly capitals: boolean;
}
