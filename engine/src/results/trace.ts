import type { Criterion, Measure } from "./ranking-law.ts";
import type { Fraction } from "./figures.ts";

/** One step on the way to an order, as data: pages say it in their language, the command line in English. */
export type Step<Entry extends string> =
  | {
      readonly kind: "measured";
      readonly tied: readonly Entry[];
      readonly criterion: Criterion;
      /** Best first; those with the same value stand together. */
      readonly order: readonly Measured<Entry>[];
      /** What had been tried before and left them equal. */
      readonly equalOn: readonly Measure[];
      /** What the parts of a match are called, where they are not games of points. */
      readonly called?: "sets";
      /** Whether the tied are the whole group. */
      readonly whole: boolean;
    }
  | { readonly kind: "lots"; readonly tied: readonly Entry[]; readonly order: readonly Entry[] | null }
  | {
      /** The law compares what is not known of their matches; `order` is what the record says of it. */
      readonly kind: "unknown";
      readonly tied: readonly Entry[];
      readonly criterion: Criterion;
      readonly order: readonly Entry[] | null;
      readonly called?: "sets";
    }
  | { readonly kind: "left"; readonly tied: readonly Entry[] };

/** Entries with one value: won and lost, or a number and 1. */
interface Measured<Entry extends string> {
  readonly entries: readonly Entry[];
  readonly value: Fraction;
}

interface Called {
  readonly games: string;
  readonly points: string;
}

const GAMES: Called = { games: "games", points: "points" };
const SETS: Called = { games: "sets", points: "games" };

function nameOfMeasure(measure: Measure, called: "sets" | undefined): string {
  const { games, points } = called === "sets" ? SETS : GAMES;
  const names: Readonly<Record<Measure, string>> = {
    "match-points": "match points",
    wins: "matches won",
    played: "matches played",
    "match-ratio": "matches won to lost",
    "match-difference": "matches won minus lost",
    "game-ratio": `${games} won to lost`,
    "point-ratio": `${points} won to lost`,
    "game-difference": `${games} won minus lost`,
    "point-difference": `${points} won minus lost`,
    "game-share": `share of ${games} won`,
    "point-share": `share of ${points} won`,
    "opponents-wins": "matches won by the opponents met",
    "opponents-wins-but-lowest": "matches won by the opponents met, without the lowest",
    "opponents-wins-median": "matches won by the opponents met, without the highest and the lowest",
    "beaten-wins": "matches won by the opponents beaten",
  };
  return names[measure];
}

/** The step as a sentence to be read out; `nameOf` turns an entry into what people call it. */
export function sentence<Entry extends string>(step: Step<Entry>, nameOf: (entry: Entry) => string = String): string {
  const tied = list(step.tied.map(nameOf));
  if (step.kind === "left") return `${tied} left the group: all their results are deleted, and they stand last.`;
  if (step.kind === "lots") return lotsSentence(tied, step.order?.map(nameOf) ?? null);
  if (step.kind === "unknown") return unknownSentence(step, tied, step.order?.map(nameOf) ?? null);
  const measure = nameOfMeasure(step.criterion.measure, step.called);
  const values = step.order.flatMap(({ entries, value }) =>
    entries.map((entry) => `${nameOf(entry)} ${figure(value, step.criterion.measure)}`),
  );
  const order = step.order.map(({ entries }) => entries.map(nameOf).join(" = ")).join(", then ");
  return `${opening(step, tied)}${capital(measure)} ${where(step)}: ${values.join(", ")}. Order: ${order}.`;
}

function opening<Entry extends string>(step: Extract<Step<Entry>, { kind: "measured" }>, tied: string): string {
  const equalOn = step.equalOn.map((measure) => nameOfMeasure(measure, step.called));
  if (equalOn.length > 0) return `${tied} are equal on ${list(equalOn)}. `;
  return step.whole ? "" : `${tied} are equal. `;
}

function where<Entry extends string>(step: Extract<Step<Entry>, { kind: "measured" }>): string {
  if (step.criterion.over === "next-above") return "against the entry placed next above";
  return step.whole || step.criterion.over === "group" ? "in the group" : "in the matches between them";
}

function lotsSentence(tied: string, order: readonly string[] | null): string {
  const equal = `${tied} are equal in everything the law compares`;
  return order ? `${equal}. Lots were drawn: ${order.join(", then ")}.` : `${equal}: lots decide.`;
}

function unknownSentence<Entry extends string>(
  { criterion, called }: Extract<Step<Entry>, { kind: "unknown" }>,
  tied: string,
  order: readonly string[] | null,
): string {
  const measure = nameOfMeasure(criterion.measure, called);
  const unknown = `The law compares ${tied} by ${measure}, and that is not known of all their matches`;
  return order ? `${unknown}. The record has them in this order: ${order.join(", then ")}.` : `${unknown}.`;
}

function figure([won, lost]: Fraction, measure: Measure): string {
  if (measure.endsWith("-ratio")) return `${won}:${lost}`;
  if (measure.endsWith("-share")) return `${won} of ${lost}`;
  return measure.endsWith("-difference") && won > 0 ? `+${won}` : String(won);
}

function list(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
