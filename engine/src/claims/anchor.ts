import type { Attribute } from "./attributes.ts";
import { type Facts, type KnownMatch, winnerOf } from "./facts.ts";
import { hold, type Held } from "./holds.ts";
import { isEventCalled, type Scope } from "./scope.ts";
import { isMeant, type NamedSide } from "./sides.ts";

/** What is said of one match: who played, who won, and the rest. */
export interface Saying {
  readonly one: NamedSide | null;
  readonly other: NamedSide | null;
  /** Which of the two is said to have won. */
  readonly winner: NamedSide | null;
  readonly attributes: readonly Attribute[];
  /** Whose matches alone are meant, where no verb says that this side played. */
  readonly among?: NamedSide | null;
}

export type AnchoredPart = "one" | "other" | "winner" | Attribute;

export interface Held1 extends Held {
  readonly part: AnchoredPart;
}

/** A match with how each part of what is said fits it. */
export interface Fitting {
  readonly match: KnownMatch;
  readonly parts: readonly Held1[];
  readonly right: number;
  readonly wrong: number;
}

/** All matches that may be meant, each with what fits. Matches without any of the sides said are left out. */
export function fittings(saying: Saying, scope: Scope): Fitting[] {
  const { among } = saying;
  const isAmong = ({ homeEntry, awayEntry }: KnownMatch) =>
    among === undefined || among === null || isMeant(among, homeEntry) || isMeant(among, awayEntry);
  return [...poolOf(saying, scope)].filter(isAmong).flatMap((match) => {
    const fitting = fit(saying, match, scope);
    return fitting === null ? [] : [fitting];
  });
}

/** Matches of everybody named; where only associations are named, of the competitions the text is about. */
function poolOf({ one, other }: Saying, { facts, events }: Scope): Iterable<KnownMatch> {
  const pool = new Set<KnownMatch>();
  const sides = [one, other].filter((side) => side !== null);
  const isNamed = sides.some((side) => side.people.length > 0);
  if (isNamed)
    for (const person of sides.flatMap((side) => side.people.flat()))
      for (const match of facts.matchesOfPerson.get(person) ?? []) pool.add(match);
  if (!isNamed || sides.length < 2 || sides.some((side) => side.people.length === 0))
    for (const event of events) for (const match of event.matches) pool.add(match);
  return pool;
}

function fit({ one, other, winner, attributes }: Saying, match: KnownMatch, scope: Scope): Fitting | null {
  const seats = seatsOf(one, other, match);
  if (seats === null) return null;
  const parts: Held1[] = [];
  if (one !== null) parts.push({ part: "one", fits: seats.one !== null, truth: "" });
  if (other !== null) parts.push({ part: "other", fits: seats.other !== null, truth: "" });
  const won = winnerOf(match);
  if (winner !== null && won !== null) {
    const own = winner === one ? seats.one : seats.other;
    const rival = winner === one ? seats.other : seats.one;
    const winnerCode = own ?? (rival === match.home ? match.away : match.home);
    parts.push({ part: "winner", fits: won.winner.code === winnerCode, truth: "" });
  }
  parts.push(...attributes.map((part): Held1 => ({ part, ...hold(part, match, scope) })));
  const kept = parts.filter((held) => held.fits !== false || !isOfTwoMatches(held, parts));
  return { match, parts: kept, ...countOf(kept) };
}

/** `in the last 16 and again in the quarter-finals`, `on Friday ..., on Saturday`: the other one is of another match. */
function isOfTwoMatches({ part }: Held1, parts: readonly Held1[]): boolean {
  const group = groupOf(part);
  // `won 4-3 against Lin, then 4-0 and 4-1`: a match has one score.
  const isScore = typeof part !== "string" && part.kind === "score";
  const isSameKind = (other: AnchoredPart) =>
    group === "date"
      ? typeof part !== "string" && typeof other !== "string" && (other.kind === part.kind || isApart(other, part))
      : isScore
        ? typeof other !== "string" && other.kind === "score"
        : groupOf(other) === group;
  return (
    (isScore || group === "round" || group === "event" || group === "date") &&
    parts.some((other) => other.fits === true && isSameKind(other.part))
  );
}

/** `on Friday ... and today`: days of one match stand beside each other. */
function isApart(one: Attribute, other: Attribute): boolean {
  return groupOf(one) === groupOf(other) && Math.max(one.start - other.end, other.start - one.end) > BESIDE;
}

/** How many characters may part `Tuesday` from `30 July`. */
const BESIDE = 12;

function isOfPeople({ people, isPronoun, antecedents }: NamedSide): boolean {
  return people.length > 0 || (isPronoun && antecedents.length > 0 && antecedents.every(isOfPeople));
}

/** Which line of the match each side stands on; null when none of the sides plays it. */
function seatsOf(
  one: NamedSide | null,
  other: NamedSide | null,
  match: KnownMatch,
): { one: string | null; other: string | null } | null {
  if (one === null && other === null) return { one: null, other: null };
  // Of a tie no player is the team: what is said of one is said of a rubber.
  const isTie = match.event.facts.kind === "team";
  const fits = (side: NamedSide | null, entry: KnownMatch["homeEntry"]) =>
    side !== null && !(isTie && isOfPeople(side)) && isMeant(side, entry);
  const { homeEntry, awayEntry, home, away } = match;
  const [oneHome, otherHome] = [fits(one, homeEntry), fits(other, homeEntry)];
  const [oneAway, otherAway] = [fits(one, awayEntry), fits(other, awayEntry)];
  if (oneHome && otherAway) return { one: home, other: away };
  if (oneAway && otherHome) return { one: away, other: home };
  if (oneHome) return { one: home, other: null };
  if (oneAway) return { one: away, other: null };
  if (otherHome) return { one: null, other: home };
  return otherAway ? { one: null, other: away } : null;
}

/** Days and weekdays are one thing said; sides count double, a list of points most. */
function countOf(parts: readonly Held1[]): { right: number; wrong: number } {
  const isScored = parts.some(({ part }) => groupOf(part) === "score");
  const right = parts
    .filter(({ part, fits }) => fits === true && !(isScored && groupOf(part) === "length"))
    .reduce((sum, { part }) => sum + weightOf(part), 0);
  return { right, wrong: failingGroups(parts).size };
}

/** What does not fit, one thing each: a wrong score and a wrong number of games are one. */
export function failingGroups(parts: readonly Held1[]): Set<string> {
  const groups = new Set(parts.filter(({ fits }) => fits === false).map(({ part }) => groupOf(part)));
  if (groups.has("score")) groups.delete("length");
  return groups;
}

function weightOf(part: AnchoredPart): number {
  if (part === "one" || part === "other") return 2;
  return part !== "winner" && part.kind === "points" ? 3 : 1;
}

export function groupOf(part: AnchoredPart): string {
  if (typeof part === "string") return part;
  return part.kind === "date" || part.kind === "weekday" || part.kind === "day"
    ? "date"
    : part.kind === "sweep"
      ? "score"
      : part.kind === "full-length"
        ? "length"
        : part.kind;
}

/** The fittings with the fewest wrongs and, among them, the most rights. */
export function best(all: readonly Fitting[]): Fitting[] {
  const wrong = Math.min(...all.map((one) => one.wrong));
  const few = all.filter((one) => one.wrong === wrong);
  const right = Math.max(...few.map((one) => one.right));
  return few.filter((one) => one.right === right);
}

/** How often two sides met, in all competitions loaded. */
export function meetings(one: NamedSide, other: NamedSide, scope: Scope): KnownMatch[] {
  return fittings({ one, other, winner: null, attributes: [] }, scope)
    .filter(({ wrong }) => wrong === 0)
    .map(({ match }) => match);
}

export function isEventLoaded(facts: Facts, called: string, scope: Scope): boolean {
  return (
    scope.events.some((event) => isEventCalled(event, called)) ||
    (scope.events.length === 0 && facts.events.some((event) => isEventCalled(event, called)))
  );
}
