import { type Attribute, LAST_GAME, looseAttributesOf } from "./attributes.ts";
import { attributeName, TYPE_OF } from "./attribute-names.ts";
import { gameScore, type KnownMatch } from "./facts.ts";
import { hold } from "./holds.ts";
import type { Item } from "./items.ts";
import type { FoundClaim } from "./found-claim.ts";
import { matchEvidence } from "./match-words.ts";
import { isUnspaced } from "./names/letters.ts";
import { isDoubted, type Part } from "./part.ts";
import { hasAnyTag, hasTag } from "./phrases.ts";
import { isElsewhere, isEventHere, isEventCalled, isOfTeams, type Scope } from "./scope.ts";
import { arePartners, isMeant, isStranger, type NamedSide } from "./sides.ts";

/** The match that the text told last, and whether the sentence before told it. */
interface Told {
  readonly match: KnownMatch | null;
  readonly isNear: boolean;
}

/** The matches that a figure may be of. */
interface Pool {
  /** Of two sides that are named, of one in a round that is named, or the one told before. */
  readonly near: readonly KnownMatch[];
  /** All matches of everybody who is spoken of. */
  readonly all: readonly KnownMatch[];
  /** Whether the sentence goes on with the match that was told, and with no other. */
  readonly isOfTold: boolean;
}

/** What is held: figures that every match either has or has not. */
const KINDS: readonly Attribute["kind"][] = [
  "score",
  "points",
  "game",
  "lead",
  "length",
  "sweep",
  "full-length",
  "share",
  "run",
  "sum",
  "date",
  "weekday",
  "day",
];
const OF_GAMES: readonly Attribute["kind"][] = ["points", "game"];
const OF_DAYS: readonly Attribute["kind"][] = ["date", "weekday", "day"];

/**
 * Holds the figures and days of a sentence that no statement of it took in against every match that may be meant, in any
 * reading. Wrong is only what none of them has.
 */
export function checkLeftOver(
  whole: Part,
  found: readonly FoundClaim[],
  { told, scope }: { told: Told; scope: Scope },
): FoundClaim[] {
  const part = apposedOf(whole);
  if (!isOfMatches(part, scope)) return [];
  const isHeld = ({ kind }: Attribute) => KINDS.includes(kind) && (part.sides.length > 0 || !OF_DAYS.includes(kind));
  const isOpen = ({ start }: Attribute) => isDoubted(withoutNone(clauseAt(part.items, start)));
  const left = looseAttributesOf(part.items).filter((one) => isHeld(one) && !isRead(one, found) && !isOpen(one));
  if (left.length === 0) return [];
  const pool = poolOf(part, told, scope);
  // `won 4-3 against Lin, then 4-0 and 4-1`: a match has one score; a second one is of another match.
  const isScored = found.some(
    ({ type, verdict, claim }) =>
      type === "score" && verdict === "supported" && pool.near.some((match) => isOf(match, claim)),
  );
  return left.flatMap((attribute) => {
    const held = judged(attribute, pool, { part, scope });
    return isScored && attribute.kind === "score" ? held.filter(({ verdict }) => verdict === "supported") : held;
  });
}

/** Whether a score said is how a match ended, not how it stood on the way. */
function isOf(match: KnownMatch, claim: string): boolean {
  return gameScore(match)?.every((games) => claim.split("-").map(Number).includes(games)) ?? false;
}

/** `will meet Fan, winner 4-3 over Harimoto`: what is told of somebody by the way, where the rest is doubtful. */
function apposedOf(part: Part): Part {
  const { items, sides } = part;
  const doubt = items.findLastIndex((item) => hasTag(item, "unsure") || hasTag(item, "not"));
  const comma = items.findIndex(({ text }, at) => at > doubt && text === ",");
  const side = sides.find(({ to, isOwner }) => to === comma && !isOwner);
  const next = items[comma + 1];
  const isNoun = ["win", "victor", "beat"].some((tag) => hasTag(next, tag)) && !hasTag(next, "participle");
  if (doubt < 0 || comma < 0 || side === undefined || !(isNoun || hasTag(next, "who"))) return part;
  const from = items[side.from]?.start ?? 0;
  return {
    ...part,
    items: items.filter(({ start }) => start >= from),
    sides: sides.filter((one) => one.from >= side.from),
  };
}

/** Whether the sentence tells plainly of matches that are on record. */
function isOfMatches(part: Part, scope: Scope): boolean {
  const { items, sides, event, isQuoted } = part;
  const isPlain = !isQuoted && !isElsewhere(scope, items) && isEventHere(event, scope);
  const isTie = isOfTeams(event);
  const isOfPlayers = sides.some(({ people }) => people.length > 0);
  if (sides.some((side) => isHalf(side, scope) && !isPartner(side, sides, scope))) return false;
  const areTwo = sides.filter(({ people }) => people.length > 0).length > 1;
  return isPlain && (event !== null || areTwo) && !sides.some(isStranger) && !(isTie && isOfPlayers);
}

/** `would not go quietly, and a 12-10 success`: what is doubted in one clause is told in the next. */
function clauseAt(items: readonly Item[], start: number): readonly Item[] {
  const isEnd = (item: Item, at: number) => hasTag(item, "join") || isMark(item, at);
  const isMark = ({ text }: Item, at: number) =>
    /^[;；、，]$/.test(text) || (text === "," && (isJoined(items[at + 1]) || isWide(items[at + 1])));
  const from = items.findLastIndex((item, at) => item.start < start && isEnd(item, at));
  const to = items.findIndex((item, at) => item.start > start && isEnd(item, at));
  return items.slice(from + 1, to < 0 ? items.length : to);
}

/** `none of the next three`: who won them is said all the same. */
function withoutNone(items: readonly Item[]): readonly Item[] {
  return items.filter((item, at) => !hasTag(item, "none") || !hasTag(items[at + 1], "of"));
}

function isJoined(item: Item | undefined): boolean {
  return hasTag(item, "and") || hasTag(item, "opposed") || hasTag(item, "who");
}

/** Of a script in which a comma ends what is told. */
function isWide(item: Item | undefined): boolean {
  return isUnspaced(item?.text.charAt(0) ?? "");
}

/** Somebody alone who plays no singles on record: the singles may be meant all the same. */
function isHalf({ people, isPronoun }: NamedSide, { facts }: Scope): boolean {
  const [candidates = [], ...more] = people;
  const playsSingles = (id: string) =>
    (facts.matchesOfPerson.get(id) ?? []).some((match) => match.event.facts.kind === "singles");
  return !isPronoun && candidates.length > 0 && more.length === 0 && !candidates.some(playsSingles);
}

/** `Wang, champion with Sun in the doubles, lost`: half a pair whose other half is named beside. */
function isPartner({ people }: NamedSide, sides: readonly NamedSide[], { facts }: Scope): boolean {
  const own = people.flat();
  return sides.some((other) => other.people.flat().some((id) => own.some((one) => arePartners(facts, one, id))));
}

function isRead({ start, end }: Attribute, found: readonly FoundClaim[]): boolean {
  return found.some(({ words }) => words === null || (words.start < end && start < words.end));
}

function poolOf({ items, sides, event, before }: Part, told: Told, scope: Scope): Pool {
  const meant = sides.flatMap((side) => (side.isPronoun ? side.antecedents : [side]));
  const spoken = meant.length > 0 ? meant : before;
  const all = new Set(spoken.flatMap((side) => matchesOf(side, scope)));
  const rounds = new Set(items.flatMap(({ tags }) => tags["round"] ?? []));
  const isOfEvent = (match: KnownMatch) => event === null || match === told.match || isEventCalled(match.event, event);
  const near = [...all].filter((match) => {
    return isOfEvent(match) && (areRivals(sides, match) || (match.round !== null && rounds.has(match.round)));
  });
  const isOfTold = sides.every(
    (side) => isByTheWay(items, side) || (told.match !== null && isPlaying(side, told.match)),
  );
  if (told.match !== null && isOfTold && told.isNear) {
    near.push(told.match);
    all.add(told.match);
  }
  const own = [...new Set(near)];
  const goesOn = own.length === 1 && own[0] === told.match && told.isNear;
  return { near: own, all: [...all], isOfTold: goesOn && [...rounds].every((round) => round === told.match?.round) };
}

/** `Wang, who had won gold with Sun, lost`: with somebody who is named in passing. */
function isByTheWay(items: readonly Item[], { from }: NamedSide): boolean {
  const open = items.findLastIndex((item, at) => at < from && item.text === ",");
  const close = items.findIndex((item, at) => at > from && item.text === ",");
  const isWho = hasTag(items[open + 1], "who") && !hasTag(items[open + 1], "article");
  return open > 0 && close > 0 && isWho && hasTag(items[from - 1], "with");
}

function matchesOf(side: NamedSide, { events, facts }: Scope): readonly KnownMatch[] {
  const own = events.flatMap(({ matches }) => matches.filter((match) => isPlaying(side, match)));
  return side.people.length === 0
    ? own
    : [...own, ...side.people.flat().flatMap((id) => facts.matchesOfPerson.get(id) ?? [])];
}

/** Whether two of the sides met in a match. */
function areRivals(sides: readonly NamedSide[], { homeEntry, awayEntry }: KnownMatch): boolean {
  const home = sides.filter((side) => isMeant(side, homeEntry));
  return home.some((one) => sides.some((other) => other !== one && isMeant(other, awayEntry)));
}

function isPlaying(side: NamedSide, { homeEntry, awayEntry }: KnownMatch): boolean {
  return isMeant(side, homeEntry) || isMeant(side, awayEntry);
}

/** Whether a figure may be of any match of those who are spoken of. */
function isReachingFar({ kind }: Attribute, part: Part, near: readonly KnownMatch[]): boolean {
  return OF_GAMES.includes(kind) || OF_DAYS.includes(kind) || isOfAnother(part, near);
}

/** `had lost the first game`, `earlier`: what was before the match that is told. */
function turnsBack(items: readonly Item[]): boolean {
  return items.some(
    (item, at) =>
      (hasTag(item, "had") && !hasTag(items[at + 1], "article")) ||
      (hasTag(item, "earlier") && !hasTag(item, "join") && !hasTag(item, "had")),
  );
}

/** Of a tie of two teams nobody says how many points its games had. */
function isOfPlayers({ event }: KnownMatch): boolean {
  return event.facts.kind !== "team";
}

/** What says that another match than the one that is named may be told of. */
const OF_ANOTHER = new Set(["earlier", "opening", "opening-match", "inexact"]);

function judged(
  attribute: Attribute,
  { near, all, isOfTold }: Pool,
  { part, scope }: { part: Part; scope: Scope },
): FoundClaim[] {
  if (!isJudged(attribute)) return [];
  const isNumbered = attribute.kind === "points" || (attribute.kind === "game" && attribute.game !== null);
  const isOfTheirs = isOfTold && isNumbered && !turnsBack(part.items.filter(({ end }) => end <= attribute.start));
  const isWide = !isOfTheirs && isReachingFar(attribute, part, near);
  const isOfLast = attribute.kind === "game" && attribute.game === LAST_GAME;
  const reached = isWide ? [...new Set([...near, ...all])] : near;
  // `though the last game went to 14-12`: of a match that ended before its deciding one.
  if (isOfLast && near.some((match) => hold(FULL_LENGTH, match, scope).fits === false)) return [];
  // Only a match that goes the distance has a deciding game.
  const played = OF_GAMES.includes(attribute.kind) && !isOfTeams(part.event) ? reached.filter(isOfPlayers) : reached;
  const matches = isOfLast ? played.filter((match) => hold(FULL_LENGTH, match, scope).fits !== false) : played;
  const held = matches.map((match) => ({ match, ...hold(attribute, match, scope) }));
  const right = held.find(({ fits, match }) => fits === true && (near.length === 0 || near.includes(match)));
  const common = {
    type: TYPE_OF[attribute.kind],
    claim: attributeName(attribute),
    words: { start: attribute.start, end: attribute.end },
  };
  const isMeantHere = near.length === 1 || OF_GAMES.includes(attribute.kind);
  if (right !== undefined)
    return isMeantHere
      ? [{ ...common, verdict: "supported", evidence: [matchEvidence(scope.facts, right.match)] }]
      : [];
  const [first] = held;
  if (first === undefined || held.some(({ fits }) => fits !== false)) return [];
  // A day may be that of anything else; a figure of people who did not meet here is of a match that is not on record.
  const isOfOne = near.length === 0 && OF_GAMES.includes(attribute.kind) && isOfOnePlayer(part);
  if (OF_DAYS.includes(attribute.kind) || (near.length === 0 && !isOfOne)) return [];
  const evidence = (near.length > 0 ? near : matches).map((match) => matchEvidence(scope.facts, match));
  return [{ ...common, verdict: "contradicted", truth: first.truth, evidence }];
}

const FULL_LENGTH: Attribute = { kind: "full-length", start: 0, end: 0 };

/** Whether a figure can only be how a match or a game ended: not a stand within a game. */
function isJudged(attribute: Attribute): boolean {
  if (attribute.kind !== "game") return true;
  const [most, least] = [Math.max(...attribute.points), Math.min(...attribute.points)];
  return most === 11 ? least <= 9 : most > 11 && most - least === 2;
}

/** Whether a text about singles speaks of one player alone: any game is of one of that player's matches. */
function isOfOnePlayer({ event, sides }: Part): boolean {
  const named = sides.filter(({ isPronoun }) => !isPronoun);
  return ["ms", "ws", "singles"].includes(event ?? "") && named.length === 1 && named[0]?.people.length === 1;
}

/** Whether the sentence may speak of another match of the same people. */
function isOfAnother({ items, sides }: Part, near: readonly KnownMatch[]): boolean {
  return (
    near.length !== 1 ||
    sides.filter(({ isPronoun }) => !isPronoun).length > 2 ||
    items.some((item: Item) => hasAnyTag(item, OF_ANOTHER))
  );
}
