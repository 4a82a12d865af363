import type { Lot } from "./lot.ts";

/** What a ball was drawn for. */
type BallStep = "order" | "seed" | "bye" | "qualifier-line" | "line" | "group" | "put-back";

/** One ball of the draw, as it is read out and replayed. */
export interface Ball {
  /** From 1. */
  readonly ball: number;
  readonly step: BallStep;
  /** Whose ball it is; null when lines themselves are drawn. */
  readonly entry: string | null;
  /** The lines, groups or entries in the urn. */
  readonly among: readonly (string | number)[];
  /** The number drawn, from 1: its place in `among`. */
  readonly drawn: number;
  readonly result: string | number;
  /** Drawn before it and laid aside, because the rest of the draw would have broken a separation that can be kept. */
  readonly aside?: readonly (string | number)[];
  /** Urns that were emptied before it, because none of their balls could be kept. */
  readonly emptied?: readonly EmptiedUrn[];
}

/** An urn none of whose balls could be kept: what was in it, and the order in which it came out. */
export interface EmptiedUrn {
  readonly among: readonly (string | number)[];
  readonly aside: readonly (string | number)[];
}

/** What is in the urn, and for whom. */
interface Draught<Choice extends string | number> {
  readonly step: BallStep;
  readonly entry: string | null;
  readonly among: readonly Choice[];
  /** Whether a choice can be kept; without it every one can. */
  readonly accepts?: (choice: Choice) => boolean;
}

/** Draws balls by lot and writes down every one, so that whoever has the numbers of the lot can follow them. */
export class Urn {
  readonly balls: Ball[] = [];
  readonly #lot: Lot;
  #emptied: EmptiedUrn[] = [];

  constructor(lot: Lot) {
    this.#lot = lot;
  }

  /** One ball, each choice that is accepted being equally likely; null when none is. */
  draw<Choice extends string | number>({ step, entry, among, accepts }: Draught<Choice>): Choice | null {
    const left = [...among];
    const aside: Choice[] = [];
    while (left.length > 0) {
      const index = this.#lot.below(left.length);
      const [choice] = left.splice(index, 1);
      if (choice === undefined) throw new Error("the lot left the urn");
      if (accepts !== undefined && !accepts(choice)) {
        aside.push(choice);
        continue;
      }
      const told = { ...(aside.length > 0 && { aside }), ...(this.#emptied.length > 0 && { emptied: this.#emptied }) };
      this.#write({ step, entry, among, drawn: among.indexOf(choice) + 1, result: choice, ...told });
      this.#emptied = [];
      return choice;
    }
    this.#emptied = [...this.#emptied, { among, aside }];
    return null;
  }

  /** So many balls are put back, because other lots keep a separation that these would break. */
  putBack(balls: number): void {
    this.#write({ step: "put-back", entry: null, among: [], drawn: 0, result: balls });
  }

  #write(ball: Omit<Ball, "ball">): void {
    this.balls.push({ ball: this.balls.length + 1, ...ball });
  }
}
