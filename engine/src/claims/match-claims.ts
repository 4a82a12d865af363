import type { ClaimEvidence } from "./evidence.ts";
import {
  best,
  failingGroups,
  type Fitting,
  fittings,
  groupOf,
  type Held1,
  isEventLoaded,
  meetings,
  type AnchoredPart,
  type Saying,
} from "./anchor.ts";
import { attributeName, TYPE_OF } from "./attribute-names.ts";
import type { Verdict } from "./claim.ts";
import { type Facts, type KnownEvent, type KnownMatch, winnerOf } from "./facts.ts";
import type { FoundClaim, MatchMeant, Trust } from "./found-claim.ts";
import { isOneGameOff } from "./holds.ts";
import { claimedResult, matchEvidence, resultOf } from "./match-words.ts";
import { neverMet } from "./never-met.ts";
import { isEventCalled, isOfTeams, mayBeAnother, type Scope } from "./scope.ts";
import { isStranger, type NamedSide } from "./sides.ts";

const NOTHING: MatchMeant = { findings: [], match: null };

/**
 * Holds what is said of a match against the record. Wrong is only what leaves the rest right: when one detail fails and the
 * others single out a match, that detail is contradicted; when several fail, another match was meant.
 */
export function checkMatch(saying: Saying, trust: Trust, scope: Scope): MatchMeant {
  const hasNoSides = saying.one === null && saying.other === null;
  const all = ofGender(fittings(saying, scope), saying, trust).filter(
    ({ parts }) => !hasNoSides || parts.every(({ part, fits }) => !isPlaceInDraw(part) || fits === true),
  );
  const tops = inRoundSaid(
    best(ofPossibleLength(ofSingles(ofTextsEvent(ofGames(all, saying, trust), saying, trust), saying, trust), saying)),
    saying,
  );
  const [top] = tops;
  if (top === undefined) return NOTHING;
  if (top.wrong === 0) return supportedBy(saying, { top, tops, trust, scope });
  if (!trust.isPlain || isOfAnyTeams(saying, trust, scope)) return NOTHING;
  const failing = commonFailure(tops);
  if (failing === null || !isAnchored(saying, { top, failing, trust, scope })) return neverMet(saying, trust, scope);
  return {
    findings: findingsOf(top, { saying, trust, facts: scope.facts }),
    match: tops.length === 1 ? top.match : null,
  };
}

/** `Korea's men lost to China`: no match of the women. */
function ofGender(all: readonly Fitting[], { one, other }: Saying, { gender }: Trust): readonly Fitting[] {
  const isOfPeople = [one, other].some((side) => side !== null && side.people.length > 0);
  if (gender === null || isOfPeople) return all;
  const others = gender === "m" ? ["ws", "wd", "wt"] : ["ms", "md", "mt"];
  return all.filter(({ match }) => !others.includes(match.event.kind ?? ""));
}

/** `Sweden beat Japan in the team semi-final`, where only the women's event is on record. */
function isOfAnyTeams({ one, other, attributes }: Saying, { event }: Trust, scope: Scope): boolean {
  const said = attributes.find((attribute) => attribute.kind === "event")?.event ?? event;
  return [one, other].every((side) => side === null || side.people.length === 0) && mayBeAnother(said, scope);
}

/** `11-5, 11-7`: of players, not of a tie of two teams, where the text is not about teams. */
function ofGames(all: readonly Fitting[], { attributes }: Saying, { event }: Trust): readonly Fitting[] {
  const said = attributes.find((attribute) => attribute.kind === "event")?.event ?? event;
  const isOfPoints = attributes.some(({ kind }) => kind === "points" || kind === "game");
  if (!isOfPoints || isOfTeams(said)) return all;
  const own = all.filter(({ match }) => match.event.facts.kind !== "team");
  return own.length > 0 ? own : all;
}

/** `China beat Korea` in a text about one event: that event, where nothing that is said fits another. */
function ofTextsEvent(
  all: readonly Fitting[],
  { one, other, attributes }: Saying,
  { event }: Trust,
): readonly Fitting[] {
  const isOfPeople = [one, other].some((side) => side !== null && (side.people.length > 0 || isSomebody(side)));
  const said = attributes.find((attribute) => attribute.kind === "event")?.event ?? event;
  if (isOfPeople || said === null || all.some(({ wrong }) => wrong === 0)) return all;
  const own = all.filter(({ match }) => isEventCalled(match.event, said));
  return own.length > 0 ? own : all;
}

/** `Lebrun beat Lin 4-2`: two single names play singles, where such a match may be meant and the text is not about doubles. */
function ofSingles(all: readonly Fitting[], { one, other }: Saying, { event }: Trust): readonly Fitting[] {
  const areSingle = one?.people.length === 1 && other?.people.length === 1;
  const isOfDoubles = event !== null && ["xd", "md", "wd", "doubles"].includes(event);
  if (!areSingle || isOfDoubles || all.some(({ wrong }) => wrong === 0)) return all;
  const isMet = all.some(({ match, parts }) => match.event.facts.kind === "singles" && hasBothSides(parts));
  return isMet ? all.filter(({ match }) => match.event.facts.kind !== "doubles") : all;
}

function hasBothSides(parts: Fitting["parts"]): boolean {
  return parts.every(({ part, fits }) => (part !== "one" && part !== "other") || fits === true);
}

/** `China beat Sweden 3-1`: where nothing fits, a match that may end so, and not one to four games. */
function ofPossibleLength(all: readonly Fitting[], { attributes }: Saying): readonly Fitting[] {
  const scores = attributes.flatMap((one) => (one.kind === "score" && one.isOnTheWay !== true ? [one.score] : []));
  if (scores.length === 0 || all.some(({ wrong }) => wrong === 0)) return all;
  const own = all.filter(({ match }) => scores.every((score) => Math.max(...score) === neededFor(match.event)));
  return own.length > 0 ? own : all;
}

/** How many games, or rubbers of a tie, win a match. */
function neededFor({ facts }: KnownEvent): number {
  return Math.ceil(facts.bestOf / 2);
}

/** `they`, where no association may be meant. */
function isSomebody({ isPronoun, antecedents }: NamedSide): boolean {
  return isPronoun && !antecedents.some(({ people }) => people.length === 0);
}

/**
 * What is said of one side after a match was told: held against that match. Wrong is only what no other match of this side
 * has either.
 */
export function checkFollowUp(
  saying: Saying,
  { match, trust }: { match: KnownMatch; trust: Trust },
  scope: Scope,
): FoundClaim[] {
  const all = fittings(saying, scope);
  const own = all.find((fitting) => fitting.match === match);
  if (own === undefined || saying.attributes.length === 0) return [];
  const isElsewhere = all.some(({ wrong }) => wrong === 0);
  if (own.wrong > 0 && (isElsewhere || !trust.isPlain || own.wrong > 1)) return [];
  return findingsOf(own, { saying, trust, facts: scope.facts });
}

/** What singles a match out where nobody is named. */
function isPlaceInDraw(part: AnchoredPart): boolean {
  return typeof part !== "string" && (part.kind === "round" || part.kind === "event");
}

function supportedBy(
  saying: Saying,
  { top, tops, trust, scope }: { top: Fitting; tops: readonly Fitting[]; trust: Trust; scope: Scope },
): MatchMeant {
  const hasBoth = saying.one !== null && saying.other !== null;
  const isSaid = hasBoth || saying.attributes.some(({ kind }) => kind !== "event");
  if (!isSaid) return NOTHING;
  return {
    findings: findingsOf(top, { saying, trust, facts: scope.facts }),
    match: tops.length === 1 ? top.match : null,
  };
}

/** What is told of the course of a match. */
const COURSE = ["game", "lead", "length"];

/** `the sixth game of the final`: where either that or the round is wrong, the match of the round said is meant. */
function inRoundSaid(tops: readonly Fitting[], { other }: Saying): readonly Fitting[] {
  const failing = ({ parts }: Fitting) => [...failingGroups(parts)].join();
  const told = other === null ? [...COURSE, "winner"] : COURSE;
  const inRound = tops.filter((top) => told.includes(failing(top)));
  return inRound.length > 0 && tops.every((top) => [...told, "round"].includes(failing(top))) ? inRound : tops;
}

/** What fails in the best fittings, when it is the same in all of them. */
function commonFailure(tops: readonly Fitting[]): ReadonlySet<string> | null {
  const sets = tops.map(({ parts }) => [...failingGroups(parts)].sort().join());
  const [first] = sets;
  if (sets.every((set) => set === "one" || set === "other")) return new Set([first ?? ""]);
  return first !== undefined && sets.every((set) => set === first) ? new Set(first.split(",")) : null;
}

interface Doubt {
  readonly top: Fitting;
  readonly failing: ReadonlySet<string>;
  readonly trust: Trust;
  readonly scope: Scope;
}

function isAnchored(saying: Saying, { top, failing, trust, scope }: Doubt): boolean {
  const fits = (group: string) => top.parts.some(({ part, fits: right }) => right === true && groupOf(part) === group);
  const [failed = ""] = failing;
  if (!isOfDoubles(saying, { top, trust }) || isOtherLength(saying, top)) return false;
  const hasBoth = fits("one") && fits("other");
  const isNamed = fits("one") || fits("other");
  if (failing.size > 1)
    return failing.size === 2 && hasBoth && !failing.has("winner") && !failing.has("event") && top.right >= 6;
  if (failed === "winner" && saying.other === null)
    return fits("round") && (fits("event") || isOfText(top.match.event, trust));
  if (failed === "winner") return hasBoth && trust.areRolesSure && !saysMuchElse(saying, scope);
  if (failed === "one" || failed === "other")
    return isSideWrong(saying, { failed, fits, trust, scope, event: top.match.event });
  if (failed === "event") return hasBoth && isEventWrong(saying, scope);
  if (!isNamed) {
    const isNear = failed === "points" && saying.attributes.some((said) => isOneGameOff(said, top.match));
    return (isNear || ["date", "length", "score", "clock", "table"].includes(failed)) && fits("round") && fits("event");
  }
  if (failed === "points" && saying.attributes.some((said) => isOneGameOff(said, top.match))) return true;
  if (COURSE.includes(failed)) return hasBoth || (isNamed && (fits("round") || fits("score")));
  if (hasBoth) return true;
  return (
    fits("round") &&
    failed !== "round" &&
    (fits("event") || saying.attributes.length > 1 || failed === "score" || failed === "date")
  );
}

function isOfText(event: KnownEvent, trust: Trust): boolean {
  return trust.event !== null && isEventCalled(event, trust.event);
}

/** One name alone is half a pair: it means a match of doubles only where the text speaks of doubles. */
function isOfDoubles({ one, other }: Saying, { top, trust }: Pick<Doubt, "top" | "trust">): boolean {
  if (top.match.event.facts.kind === "singles") return true;
  const halves = [one, other].filter((side) => side !== null && side.people.length === 1).length;
  return halves === 0 || (halves === 1 && isOfText(top.match.event, trust));
}

/** A score that no match of this event can have (3-1 in a best of seven) is of another match, unless round and event are named. */
function isOtherLength({ attributes }: Saying, { match }: Fitting): boolean {
  if (match.event.facts.kind === "team") return false;
  const needed = neededFor(match.event);
  const isImpossible = attributes.some((one) => one.kind === "score" && Math.max(...one.score) !== needed);
  return (
    isImpossible &&
    !(attributes.some(({ kind }) => kind === "round") && attributes.some(({ kind }) => kind === "event"))
  );
}

/** Two who met more than once: who won is told by the rest. */
function saysMuchElse({ one, other, attributes }: Saying, scope: Scope): boolean {
  if (one === null || other === null) return true;
  const met = meetings(one, other, scope);
  const winners = new Set(met.map((match) => entryOf(winnerOf(match)?.winner)));
  return winners.size > 1 && !attributes.some(({ kind }) => kind === "round" || kind === "points" || kind === "event");
}

function entryOf(entry: { players: readonly string[] } | undefined): string {
  return entry?.players.join() ?? "";
}

function isSideWrong(
  saying: Saying,
  {
    failed,
    fits,
    trust,
    scope,
    event,
  }: { failed: string; fits: (group: string) => boolean; trust: Trust; scope: Scope; event: KnownEvent },
): boolean {
  const wrong = failed === "one" ? saying.one : saying.other;
  const right = failed === "one" ? saying.other : saying.one;
  if (wrong === null || right === null || wrong.isPronoun || right.isPronoun || isStranger(wrong)) return false;
  if (wrong.people.length === 0 && wrong.associations.length === 0) return false;
  if (wrong.people.length > 0 && areTeamsUnknown(event)) return false;
  if (!trust.areRolesSure && !fits("points")) return false;
  if (fits("points")) return true;
  return (
    (fits("round") && (right.people.length > 0 || fits("event") || isOfText(event, trust))) ||
    (fits("score") && fits("date") && scope.events.length > 0) ||
    // A pair plays one event, and loses there once.
    (right.people.length === 2 && event.facts.kind === "doubles" && (fits("score") || fits("length") || fits("date")))
  );
}

/** Whether nobody noted who played for the teams: then anybody may have. */
function areTeamsUnknown({ facts, entries }: KnownEvent): boolean {
  return facts.kind === "team" && [...entries.values()].some(({ players }) => players.length === 0);
}

/** Another event of the competition, or a pair that plays no other. */
function isEventWrong({ one, other, attributes }: Saying, scope: Scope): boolean {
  const called = attributes.find((attribute) => attribute.kind === "event")?.event;
  const arePairs = one !== null && other !== null && one.people.length === 2 && other.people.length === 2;
  return called !== undefined && (arePairs || isEventLoaded(scope.facts, called, scope));
}

function findingsOf(fitting: Fitting, about: { saying: Saying; trust: Trust; facts: Facts }): FoundClaim[] {
  const { match, parts } = fitting;
  const evidence = [matchEvidence(about.facts, match)];
  const findings: FoundClaim[] = [];
  const result = resultFinding(fitting, { ...about, evidence });
  if (result !== null) findings.push(result);
  for (const held of parts) {
    if (typeof held.part === "string") continue;
    const type = TYPE_OF[held.part.kind];
    const words = { start: held.part.start, end: held.part.end };
    findings.push({ type, claim: attributeName(held.part), evidence, words, ...verdictOf(held) });
  }
  return findings;
}

function verdictOf({ fits, truth }: Held1): { verdict: Verdict; truth?: string } {
  if (fits === null) return { verdict: "not in the record" };
  return fits ? { verdict: "supported" } : { verdict: "contradicted", truth };
}

function resultFinding(
  { match, parts }: Fitting,
  {
    saying,
    trust,
    facts,
    evidence,
  }: { saying: Saying; trust: Trust; facts: Facts; evidence: readonly ClaimEvidence[] },
): FoundClaim | null {
  const { one, other, winner } = saying;
  if (one === null || (other === null && winner === null)) return null;
  const isWrong = parts.some(({ part, fits }) => typeof part === "string" && fits === false);
  const claim = claimedResult(facts, { one, other, winner }, match);
  const wrongSide = parts.find(({ part, fits }) => (part === "one" || part === "other") && fits === false)?.part;
  const words =
    (wrongSide === "one" ? trust.places.one : wrongSide === "other" ? trust.places.other : null) ?? trust.place;
  return isWrong
    ? { type: "result", claim, verdict: "contradicted", truth: resultOf(facts, match), evidence, words }
    : { type: "result", claim, verdict: "supported", evidence, words };
}
