import type { Text } from "./text.ts";

/** An athlete. Family name as the federation writes it, in capitals: `SUN`, `Yingsha`. */
export interface PlayerView {
  readonly id: string;
  readonly family: string;
  readonly given: string;
  /** The name in other scripts, by language. */
  readonly names: Text;
  readonly association: string | null;
}

/** Who plays an event: a player, a pair or a team. */
export interface EntryView {
  readonly id: string;
  readonly code: string;
  /** What a team is called; null for a player and a pair, who are called by their own names. */
  readonly name: Text | null;
  readonly players: readonly PlayerView[];
  readonly association: AssociationView | null;
  readonly seed: number | null;
  readonly rank: number | null;
  /** Points it is given at the start of every game. */
  readonly handicap: number | null;
}

/** An NOC or a club. */
export interface AssociationView {
  readonly code: string;
  readonly name: Text;
}
