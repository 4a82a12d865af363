import type { Honour } from "../history/honours.ts";
import { honourEvidence } from "./evidence.ts";
import type { Medal } from "../medals/medals.ts";
import type { Facts } from "./facts.ts";
import type { FoundClaim, TextSpan } from "./found-claim.ts";
import { isHolder, isHonourOf } from "./honour-lines.ts";
import { eventsCalled, type Scope } from "./scope.ts";
import type { NamedSide } from "./sides.ts";

/** `the first medal since 2016`, `in eight years`, `ever`. */
export interface FirstSaying {
  readonly holder: NamedSide;
  /** The association of the holder where it is a person. */
  readonly associations: readonly string[];
  readonly medal: Medal | "any";
  /** The event named beside the medal; null where none is. */
  readonly event: string | null;
  /** The text's own event. */
  readonly context: string | null;
  readonly since:
    | { readonly kind: "year"; readonly year: number }
    | { readonly kind: "years"; readonly years: number }
    | { readonly kind: "ever" };
  readonly claim: string;
  readonly isPlain: boolean;
  readonly place: TextSpan;
  /** The medal of that time, where it is named: `since the bronze in London`. */
  readonly was?: MedalBefore | null;
}

export interface MedalBefore {
  readonly medal: Medal;
  readonly event: string | null;
}

/** Holds a "first since" against the honours: no medal of the kind may lie between. */
export function checkFirst(saying: FirstSaying, scope: Scope): FoundClaim[] {
  const year = Math.max(...scope.cues.map((cue) => Number(cue.year)));
  const past = scope.facts.honours.filter((honour) => honour.year < year);
  const years = [...new Set(past.map((honour) => honour.year))].sort((a, b) => a - b);
  const common = { type: "first" as const, claim: saying.claim, words: saying.place };
  if (years.length === 0) return [{ ...common, verdict: "not in the record", evidence: [] }];
  const readings = readingsOf(saying, past, scope.facts);
  const right = readings.find((reading) => isRight(saying, { last: lastOf(reading), year }));
  const was = right === undefined ? [] : wrongBefore(saying, readings, scope.facts);
  if (was.length > 0 && saying.isPlain) return [{ ...common, verdict: "contradicted", ...toldBefore(was) }];
  if (right !== undefined)
    return [
      {
        ...common,
        verdict: "supported",
        evidence: right.filter((honour) => honour.year === lastOf(right)).map(honourEvidence),
      },
    ];
  if (!saying.isPlain || !isCovered(saying, years, year)) return [];
  const last = readings.map((reading) => lastOf(reading));
  const [first] = last;
  if (first === undefined || last.some((one) => one !== first)) return [];
  // What a person won elsewhere, and with a team of which nobody noted the names, is on no record.
  if (saying.holder.people.length > 0 && (first === null || !isOfGames(saying, { years, year }))) return [];
  const [reading = []] = readings;
  const truth = first === null ? `none from ${years[0]} to ${years.at(-1)}` : String(first);
  return [
    {
      ...common,
      verdict: "contradicted",
      truth,
      evidence: reading.filter((honour) => honour.year === first).map(honourEvidence),
    },
  ];
}

/** The medals of the year that is named, where none of them is the one that is said: `since the bronze` of a year of silver. */
function wrongBefore(
  { was, holder, since, associations }: FirstSaying,
  readings: readonly Honour[][],
  facts: Facts,
): Honour[] {
  if (was === undefined || was === null || since.kind !== "year") return [];
  const isOfThen = ({ year }: Honour) => year === since.year || HELD_LATE[year] === since.year;
  const then = facts.honours.filter(
    (honour) => isOfThen(honour) && (associations.includes(honour.association) || isHolder(holder, honour, facts)),
  );
  const fits = (honour: Honour) => honour.medal === was.medal && (was.event === null || isHonourOf(honour, was.event));
  return readings.length === 0 || then.some(fits) ? [] : then;
}

function toldBefore(lines: readonly Honour[]): Pick<FoundClaim, "truth" | "evidence"> {
  return {
    truth: lines.map(({ year, event, medal }) => `${year} ${event}: ${medal}`).join("; "),
    evidence: lines.map(honourEvidence),
  };
}

/** What may be meant: the medals of the person or of the association, in the event or in the sport. */
function readingsOf(saying: FirstSaying, past: readonly Honour[], facts: Facts): Honour[][] {
  const { medal, holder, associations, event, context } = saying;
  const kinds = past.filter((honour) => medal === "any" || honour.medal === medal);
  // Where `Korea` may be either of two, each by itself.
  const ofAssociations = associations.map((code) => kinds.filter(({ association }) => association === code));
  const people = holder.people.length === 0 ? [] : [kinds.filter((honour) => isHolder(holder, honour, facts))];
  const named = event ?? context;
  const meant = named === null ? [] : eventsCalled(named);
  const scopes = event === null ? [null, ...meant] : meant;
  const isTold = (one: string | null, honours: readonly Honour[]) =>
    one === null || one === event || saying.since.kind === "ever" || honours.length > 0;
  return scopes.flatMap((one) =>
    [...ofAssociations, ...people.filter((won) => won.length > 0)]
      .map((honours) => (one === null ? honours : honours.filter((honour) => isHonourOf(honour, one))))
      .filter((honours) => isTold(one, honours)),
  );
}

function lastOf(honours: readonly Honour[]): number | null {
  return honours.length === 0 ? null : Math.max(...honours.map(({ year }) => year));
}

/** Games that were held a year late are counted either way. */
const HELD_LATE: Readonly<Record<number, number>> = { 2020: 2021 };

function isRight({ since }: FirstSaying, { last, year }: { last: number | null; year: number }): boolean {
  if (since.kind === "ever") return last === null;
  if (last === null) return false;
  if (since.kind === "year") return last === since.year || HELD_LATE[last] === since.year;
  return year - last === since.years || year - (HELD_LATE[last] ?? last) === since.years;
}

/** Whether the time that is named is that of Games on record, where those of other contests have years of their own. */
function isOfGames(
  { since }: FirstSaying,
  { years, year }: { readonly years: readonly number[]; readonly year: number },
): boolean {
  if (since.kind === "ever") return true;
  return years.includes(since.kind === "year" ? since.year : year - since.years);
}

function isCovered({ since }: FirstSaying, years: readonly number[], year: number): boolean {
  const [first = 0] = years;
  if (since.kind === "ever") return true;
  return (since.kind === "year" ? since.year : year - since.years) >= first;
}
