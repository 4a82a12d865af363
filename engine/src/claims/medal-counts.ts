import type { Honour } from "../history/honours.ts";
import { MEDALS, type Medal } from "../medals/medals.ts";
import { type ClaimEvidence, honourEvidence } from "./evidence.ts";
import { isHolder, isHonourOf } from "./honour-lines.ts";
import type { Item } from "./items.ts";
import type { FoundClaim } from "./found-claim.ts";
import { medalEvidence, medallistsOf } from "./medal-claims.ts";
import { genderIn } from "./medal-clauses.ts";
import { eventBeside, holderBeside } from "./medal-gaps.ts";
import { eventIn, isDoubted, type Part } from "./part.ts";
import { hasAnyTag, hasTag } from "./phrases.ts";
import { isElsewhere, isEventCalled, isEventHere, isOfAnother, type Scope } from "./scope.ts";
import { isMeant, type NamedSide } from "./sides.ts";
import { spanOf, textOf } from "./places.ts";

/** `the fifth gold`, `a third title in a row`: the n-th of its kind. */
interface NthSaying {
  readonly holder: NamedSide;
  readonly nth: number;
  readonly medal: Medal | "any";
  readonly isInARow: boolean;
  /** The event that is named beside the medal. */
  readonly event: string | null;
  /** The text's own event. */
  readonly context: string | null;
  readonly isPlain: boolean;
  readonly words: { readonly start: number; readonly end: number };
  readonly claim: string;
}

/** Medals of one kind that somebody won: those of the honours, the oldest first, and those won here. */
interface Won {
  readonly past: readonly Honour[];
  readonly here: readonly ReturnType<typeof medallistsOf>[number][];
  /** Years in which such medals were given. */
  readonly years: readonly number[];
  /** Whether the honours reach back beyond the first of them: the event is younger than what they cover. */
  readonly isFromTheStart: boolean;
}

/**
 * Holds "the n-th medal" against the honours and the medals won here. Too small a number is wrong, since the record has
 * more; too large a one may count years that the honours do not reach. A row is wrong where the honours show its beginning.
 */
export function checkCounts(part: Part, scope: Scope): FoundClaim[] {
  if (!part.items.some((item) => hasAnyTag(item, OF_COUNTS))) return [];
  const saying =
    sayingOf(part, scope) ?? timeSayingOf(part, scope) ?? rowSayingOf(part, scope) ?? runSayingOf(part, scope);
  if (saying === null) return [];
  const events = saying.event === null ? [null, saying.context] : [saying.event];
  const all = [...new Set(events)].map((event) => wonBy(saying, event, scope));
  const common = { type: "first" as const, claim: saying.claim, words: saying.words };
  const right = all.find((won) => isNth(saying, won));
  if (right !== undefined) return [{ ...common, verdict: "supported", evidence: evidenceOf(right, scope) }];
  const [only, ...more] = all;
  if (only === undefined || more.length > 0 || !saying.isPlain || only.here.length === 0) return [];
  const truth = saying.isInARow ? rowOf(only) : only.past.length + only.here.length;
  const isOfHere = saying.nth <= only.here.length + eventsUnknown(scope);
  const isCertain = saying.isInARow ? isBegun(only) : saying.nth <= only.past.length && !isOfHere;
  if (only.years.length === 0 || !isCertain) return [];
  return [{ ...common, verdict: "contradicted", truth: String(truth), evidence: evidenceOf(only, scope) }];
}

function sayingOf(part: Part, scope: Scope): NthSaying | null {
  const { items } = part;
  const at = items.findIndex((item, index) => Number(item.tags["ordinal"]) > 1 && medalAfter(items, index) !== null);
  const until = at < 0 ? null : medalAfter(items, at);
  if (until === null) return null;
  const medal = items[until] as Item; // found just above
  const near = items.slice(Math.max(0, at - 3), until + 6);
  const holder =
    sideFor(part, until) ?? part.sides.findLast(({ to, isPronoun }) => to <= at && !isPronoun) ?? part.before[0];
  if (holder === undefined || isDoubted(items) || isOfAnother(scope, near)) return null;
  const last = items[until + 1];
  const isRowBehind = hasTag(last, "row");
  const end = isRowBehind && last !== undefined ? last.end : medal.end;
  const start = items[at]?.start ?? medal.start;
  return {
    holder,
    nth: Number(items[at]?.tags["ordinal"]),
    medal: hasTag(medal, "title") ? "gold" : ((medal.tags["medal"] ?? "any") as Medal | "any"),
    isInARow: isRowBehind || items.slice(at, until).some((item) => hasTag(item, "row")),
    event: eventIn(items.slice(at, until + EVENT_WITHIN)),
    context: part.event,
    isPlain: !part.isQuoted && !isElsewhere(scope, near) && isEventHere(part.event, scope),
    words: { start, end },
    claim: items
      .filter((item) => item.start >= start && item.end <= end)
      .map(({ text }) => text)
      .join(" "),
  };
}

/** `won the title for the fifth time in a row`: the n-th of what the sentence tells. */
function timeSayingOf(part: Part, scope: Scope): NthSaying | null {
  const { items, statements } = part;
  const at = items.findIndex((item, index) => nthOf(item) > 1 && timeAfter(items, index) !== null);
  const time = at < 0 ? null : timeAfter(items, at);
  const told = statements.findLast((one) => one.family === "medal" && one.at < at && !one.isUnsure && one.isSure);
  const won =
    told?.roles.holder === undefined ? medallistsBefore(part, at) : { at: told.at, holder: told.roles.holder };
  const holder = won?.holder;
  const near = items.slice(Math.max(0, at - 3), (time ?? at) + 2);
  if (time === null || won === null || holder === undefined || isDoubted(items) || isOfAnother(scope, near))
    return null;
  const said = items.slice(won.at, at);
  // `zum fünften Mal in Folge Gold`: the medal may stand behind as well.
  const behind = items.slice(time, time + EVENT_WITHIN);
  const medal = [...said, ...behind].find((item) => hasTag(item, "medal") || hasTag(item, "medallist"));
  const kind = medal?.tags["medal"] ?? medal?.tags["medallist"];
  const end = hasTag(items[time + 1], "row") ? time + 1 : time;
  return {
    holder,
    nth: nthOf(items[at]),
    medal: (kind ?? "gold") as Medal | "any",
    isInARow: items.slice(at, time + 2).some((item) => hasTag(item, "row")),
    event: eventIn(said) ?? eventIn(behind) ?? part.named,
    context: part.event,
    isPlain: !part.isQuoted && !isElsewhere(scope, said) && isEventHere(part.event, scope),
    words: spanOf(items, at, end + 1),
    claim: textOf(items, at, end + 1),
  };
}

/** `Fan's title is China's fifth in a row`: of the medal that the sentence names before. */
function rowSayingOf(part: Part, scope: Scope): NthSaying | null {
  const { items, sides } = part;
  const isNumber = (index: number) => Number(items[index]?.tags["ordinal"]) > 1;
  const inRow = items.findIndex((_, index) => isNumber(index) && hasTag(items[index + 1], "row"));
  const at = inRow < 0 ? items.findIndex((_, index) => isNumber(index) && isOfWhom(items, index)) : inRow;
  const medal = items.slice(0, Math.max(0, at)).findLast((item) => hasTag(item, "medal") || hasTag(item, "title"));
  const holder =
    sides.find(({ isOwner, to }) => isOwner && (to === at || to === at - 1)) ??
    sides.find(({ from }) => from === at + 2);
  const said = items.slice(0, at + EVENT_WITHIN);
  if (medal === undefined || holder === undefined || isDoubted(said) || isOfAnother(scope, items.slice(at)))
    return null;
  const [nth, row] = [items[at], items[inRow < 0 ? at : at + 1]];
  return {
    holder,
    nth: Number(nth?.tags["ordinal"]),
    medal: hasTag(medal, "title") ? "gold" : ((medal.tags["medal"] ?? "any") as Medal | "any"),
    isInARow: inRow >= 0,
    event: eventOfGender(inRow < 0 ? eventIn(items) : eventIn(items.slice(at)), items),
    context: part.event,
    isPlain: !part.isQuoted && !isElsewhere(scope, items) && isEventHere(part.event, scope),
    words: { start: nth?.start ?? 0, end: row?.end ?? 0 },
    claim: inRow < 0 ? (nth?.text ?? "") : `${nth?.text ?? ""} ${row?.text ?? ""}`,
  };
}

/** `Chen's title was the eleventh for China`: who won that many stands behind. */
function isOfWhom(items: readonly Item[], at: number): boolean {
  const isPredicate = items.slice(Math.max(0, at - 3), at).some((item) => hasTag(item, "crowned"));
  return isPredicate && hasTag(items[at + 1], "for") && (items[at + 2]?.names.length ?? 0) > 0;
}

/** `the singles` of `China's women`. */
function eventOfGender(event: string | null, items: readonly Item[]): string | null {
  const gender = genderIn(items);
  const kind = event === null ? undefined : { singles: "s", doubles: "d", team: "t" }[event];
  return gender === null || kind === undefined ? event : `${gender}${kind}`;
}

/** `4大会連続`, `5連覇`, `3회 연속`, `连续第四次`: in languages that count the Games and not the medals. */
function runSayingOf(part: Part, scope: Scope): NthSaying | null {
  const { items } = part;
  const at = items.findIndex(
    (item) => hasTag(item, "run-behind") || hasTag(item, "titles-run") || hasTag(item, "run-before"),
  );
  const isBefore = hasTag(items[at], "run-before");
  const figure = at < 0 ? undefined : items[isBefore ? at + 1 : at - 1];
  const nth = Number(figure?.tags["number"] ?? figure?.tags["ordinal"]);
  const [from, to] = isBefore ? [at, at + 2] : [at - 1, at + 1];
  const holder = at < 0 ? null : holderBeside(part, { from, to });
  if (figure === undefined || !(nth > 1 && nth < MOST_RUNS) || holder === null || isDoubted(items)) return null;
  if (
    items.some((item) => hasTag(item, "former")) ||
    isOfAnother(
      scope,
      items.filter((item) => hasTag(item, "contest")),
    )
  )
    return null;
  const medals = items.flatMap(({ tags }) => MEDALS.find((one) => one === tags["medal"]) ?? []);
  const isTitles = hasTag(items[at], "titles-run");
  if (!isTitles && medals.length === 0 && !items.some(({ tags }) => tags["tally"] === "any" || "podium" in tags))
    return null;
  return {
    holder,
    nth,
    medal: isTitles ? "gold" : (medalBehind(items, to) ?? medals[0] ?? "any"),
    isInARow: true,
    event: eventBeside(items),
    context: part.event,
    isPlain: !part.isQuoted && isEventHere(part.event, scope) && !holder.isPronoun,
    words: spanOf(items, from, to),
    claim: textOf(items, from, to),
  };
}

/** `団体で銀メダル、4大会連続のメダル`: what is counted stands right behind the row. */
function medalBehind(items: readonly Item[], to: number): Medal | "any" | undefined {
  const said = items.slice(to, to + 3).find(({ tags }) => (tags["tally"] ?? tags["medal"]) !== undefined);
  const kind = said?.tags["medal"] ?? said?.tags["tally"];
  return kind === "any" ? "any" : MEDALS.find((medal) => medal === kind);
}

const OF_COUNTS = new Set(["ordinal", "game-is", "run-behind", "run-before", "titles-run"]);

/** More Games in a row nobody counts. */
const MOST_RUNS = 20;

/** `Japan, silver medallists for the third Games in a row`: who is named before. */
function medallistsBefore({ items, sides }: Part, at: number): { at: number; holder: NamedSide } | null {
  const medallist = items.findLastIndex((item, index) => index < at && index >= at - 3 && hasTag(item, "medallist"));
  const holder = sides.findLast(({ to, isPronoun }) => to <= medallist && to >= medallist - 2 && !isPronoun);
  return medallist < 0 || holder === undefined ? null : { at: medallist, holder };
}

/** The number of `fifth`, or of `fifth Games`, which reads as a game as well; 0 where it is none. */
function nthOf(item: Item | undefined): number {
  const isGames = item?.text.endsWith(" Games") === true;
  return Number(item?.tags["ordinal"] ?? (isGames ? item?.tags["game-is"] : undefined) ?? 0);
}

/** `fifth time`, `fifth straight time`, `fifth Games running`. */
function timeAfter(items: readonly Item[], ordinal: number): number | null {
  if (items[ordinal]?.text.endsWith(" Games") === true) return hasTag(items[ordinal + 1], "row") ? ordinal : null;
  const time = hasTag(items[ordinal + 1], "row") ? ordinal + 2 : ordinal + 1;
  return hasTag(items[time], "nth-time") ? time : null;
}

/** How far behind a medal its event may stand: `title for China in the women's team event`. */
const EVENT_WITHIN = 7;

/** `the fifth title for China`, `le cinquième titre consécutif de la Chine`: who stands right behind the medal. */
function sideFor({ items, sides }: Part, medal: number): NamedSide | undefined {
  const at = medal + (hasTag(items[medal + 1], "row") ? 2 : 1);
  const isFor = hasTag(items[at], "for") || hasTag(items[at], "of");
  const side = isFor
    ? sides.find(({ from, isPronoun }) => !isPronoun && (from === at + 1 || from === at + 2))
    : undefined;
  return side?.people.length === 0 ? side : undefined;
}

const BETWEEN = ["contest", "event", "sport", "article", "row", "first", "place"];

/** Where the medal stands that an ordinal counts; null where it counts something else. */
function medalAfter(items: readonly Item[], ordinal: number): number | null {
  for (let at = ordinal + 1; at < Math.min(items.length, ordinal + 6); at += 1) {
    const item = items[at] as Item; // at is inside
    if (hasTag(item, "medal")) return item.text.startsWith("third") ? null : at;
    if (hasTag(item, "title") && !/event|tournament|competition/i.test(item.text)) return at;
    const isPassed = BETWEEN.some((tag) => hasTag(item, tag)) || item.names.some(({ kind }) => kind === "association");
    if (!isPassed) return null;
  }
  return null;
}

function wonBy({ holder, medal }: NthSaying, event: string | null, scope: Scope): Won {
  const year = Math.max(...scope.cues.map((cue) => Number(cue.year)));
  const isOfKind = (won: { medal: Medal }) => medal === "any" || won.medal === medal;
  const given = scope.facts.honours.filter(
    (honour) => honour.year < year && (event === null || isHonourOf(honour, event)),
  );
  const here = scope.events
    .filter((known) => event === null || isEventCalled(known, event))
    .flatMap(medallistsOf)
    .filter((won) => isOfKind(won) && isMeant(holder, won.entry));
  const years = [...new Set(given.map((honour) => honour.year))].sort((one, other) => one - other);
  return {
    past: given.filter((honour) => isOfKind(honour) && isHolder(holder, honour, scope.facts)),
    here,
    years,
    isFromTheStart: event !== null && scope.facts.honours.some((honour) => honour.year < (years[0] ?? 0)),
  };
}

/** How many events of these Games are not on record, going by those of the Games before: `the country's second bronze` may be of one of them. */
function eventsUnknown({ events, facts }: Scope): number {
  const last = Math.max(...facts.honours.map(({ year }) => year));
  const before = new Set(facts.honours.flatMap(({ year, event }) => (year === last ? [event] : [])));
  return Math.max(0, before.size - events.length);
}

function isNth({ nth, isInARow }: NthSaying, won: Won): boolean {
  if (won.here.length === 0) return false;
  if (isInARow) return rowOf(won) === nth;
  const isOfHere = nth <= won.here.length;
  return isOfHere || (nth > won.past.length && nth <= won.past.length + won.here.length);
}

/** Whether the honours show where a row began. */
function isBegun(won: Won): boolean {
  return won.isFromTheStart || rowOf(won) <= won.years.length;
}

/** How many times in a row, this one included; more than the years the honours hold where they do not show the beginning. */
function rowOf({ past, years }: Won): number {
  const missed = years.findLastIndex((year) => !past.some((honour) => honour.year === year));
  return missed < 0 ? years.length + 1 : years.length - missed;
}

function evidenceOf({ past, here }: Won, { facts }: Scope): ClaimEvidence[] {
  return [...past.map(honourEvidence), ...here.map((won) => medalEvidence(facts, won))];
}
