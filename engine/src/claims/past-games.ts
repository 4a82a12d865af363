import type { Medal } from "../medals/medals.ts";
import { type GamesSaid, gamesSaid } from "./games-said.ts";
import type { Item } from "./items.ts";
import type { FoundClaim } from "./found-claim.ts";
import { eventsIn, genderIn, holdersOf, isUnknown, type ClauseSpan } from "./medal-clauses.ts";
import { type MedalHolder, type MedalQuery, type MedalRecord, tally } from "./medal-record.ts";
import { isUnspaced } from "./names/letters.ts";
import { isDoubted, type Part, turnsAside } from "./part.ts";
import { hasAnyTag, hasTag } from "./phrases.ts";
import { isOtherContest, type Scope } from "./scope.ts";
import type { NamedSide } from "./sides.ts";
import { spanOf, textOf } from "./places.ts";

/** Somebody is said to have won the same at each of these Games: `bronze in London and in Rio`. */
interface GamesSaying {
  readonly holders: readonly MedalHolder[];
  readonly medal: Medal | "any";
  /** Kinds of event that may be meant, one list for each reading. */
  readonly events: readonly (readonly string[] | null)[];
  readonly years: readonly number[];
  readonly isPlain: boolean;
  readonly stretch: ClauseSpan;
}

/** Holds what a sentence says of named Games against the medals on record: each of the Games that it lists must fit. */
export function checkPastGames(part: Part, scope: Scope, medals: () => MedalRecord | null): FoundClaim[] {
  const isAsked = part.items.some(({ tags }) => (tags["year"] ?? tags["city"]) !== undefined);
  const record = isAsked ? medals() : null;
  if (record === null || part.items.some((item) => isOtherContest(item, scope))) return [];
  const groups = groupsOf(part.items, gamesSaid(part.items, record, scope));
  const listed: FoundClaim[] = [];
  const told: FoundClaim[] = [];
  for (const [index, group] of groups.entries()) {
    const named = namedBeside(part, group, record);
    if (named === null) {
      const saying = achievedBefore(part, { group, floor: groups[index - 1]?.to ?? 0, record });
      const isPlain = saying?.isPlain === true && (hasCity(part.items, group) || scope.isOfOneContest);
      if (saying !== null) told.push(...judged(part.items, { ...saying, isPlain }, record));
    } else listed.push(...judged(part.items, named, record));
  }
  return listed.length > 1 && (scope.isOfOneContest || isOfGames(listed)) ? [...told, ...listed] : told;
}

/** Years alone may be those of another contest; a list of winners is of the Games where most of it fits them. */
function isOfGames(listed: readonly FoundClaim[]): boolean {
  return listed.filter(({ verdict }) => verdict === "supported").length * 2 > listed.length;
}

function hasCity(items: readonly Item[], { from, to }: ClauseSpan): boolean {
  return items.slice(from, to).some((item) => hasTag(item, "city"));
}

/** Games that stand in one list; null among the years where one of them is not on record. */
interface Group extends ClauseSpan {
  readonly years: readonly (number | null)[];
}

const LISTED = new Set(["and", "place", "helper", "article"]);

function groupsOf(items: readonly Item[], said: readonly GamesSaid[]): Group[] {
  const groups: Group[] = [];
  for (const { from, to, year } of said) {
    const last = groups.at(-1);
    const between = last === undefined ? [] : items.slice(last.to, from);
    const isNext =
      last !== undefined &&
      between.length <= 4 &&
      between.every((item) => item.text === "," || hasAnyTag(item, LISTED));
    if (isNext) groups[groups.length - 1] = { from: last.from, to, years: [...last.years, year] };
    else groups.push({ from, to, years: [year] });
  }
  return groups;
}

/** The years of a group; null where one is unknown or where it only says since when. */
function yearsOf(items: readonly Item[], { from, years }: Group): number[] | null {
  const known = years.flatMap((year) => year ?? []);
  const isSpan = items
    .slice(Math.max(0, from - 8), from)
    .some((item) => hasTag(item, "since") || hasTag(item, "earlier"));
  return known.length < years.length || isSpan ? null : known;
}

/** `1992 Waldner`, `Deng Yaping (1992, 1996)`: winners of the event that the sentence or the text is about. */
function namedBeside(
  { items, sides, event, isQuoted, before }: Part,
  group: Group,
  record: MedalRecord,
): GamesSaying | null {
  const years = yearsOf(items, group);
  const isBracket = items[group.from - 1]?.text === "(" && items[group.to]?.text === ")";
  const side = isBracket
    ? sides.find(({ to }) => to === group.from - 1)
    : sides.find(({ from }) => from === group.to || (from === group.to + 1 && items[group.to]?.text === ":"));
  const isYear = !hasCity(items, group) && !hasTag(items[group.from - 1], "place");
  if (years === null || side === undefined || !isYear || side.people.length === 0 || before === null) return null;
  const medal =
    items
      .slice(0, group.from)
      .flatMap(({ tags }) => tags["tally"] ?? [])
      .at(-1) ?? "title";
  const kind = eventsIn(items.slice(0, group.from)).at(-1) ?? event;
  const holders = isUnknown(side) ? null : holdersOf(side, record);
  if (kind === null || holders === null || isDoubted(items)) return null;
  return {
    holders,
    medal: medalOf(medal),
    events: [[kind]],
    years,
    isPlain: !isQuoted && !isBracket,
    stretch: { from: Math.min(side.from, group.from), to: Math.max(side.to, group.to) },
  };
}

function medalOf(tag: string): Medal | "any" {
  return tag === "title" ? "gold" : (tag as Medal | "any");
}

function doubtIn(items: readonly Item[]): boolean {
  return isDoubted(items) || items.some((item) => hasTag(item, "inexact"));
}

interface Achieved {
  readonly medal: Medal;
  readonly at: number;
  readonly number: number;
}

/** `won bronze in London and in Rio`: what stands before the Games says which medal, and whose. */
function achievedBefore(
  part: Part,
  { group, floor, record }: { group: Group; floor: number; record: MedalRecord },
): GamesSaying | null {
  const { items, sides, isQuoted, event } = part;
  const years = yearsOf(items, group);
  const from = Math.max(floor, group.from - REACH);
  const achieved = achievedIn(items, { from, to: group.from });
  if (years === null || years.every((year) => year === record.here)) return null;
  if (achieved === null || doubtIn(items.slice(from, group.from))) return null;
  if (achieved.number > 1 && achieved.number !== years.length) return null;
  const team = teamBeside(part, achieved.at);
  const side = team ?? subjectOf(sides, achieved.at);
  const holders = side === undefined || isUnknown(side) ? null : holdersOf(side, record);
  if (side === undefined || holders === null || isOfSeveral(items, side)) return null;
  const isOfTeam = team !== undefined && event !== null;
  const said = isOfTeam ? [event] : eventsIn(items.slice(Math.min(side.to, floor === 0 ? side.to : floor), group.from));
  const isNamed = said.length > 0;
  if (!isNamed && holders.some(({ person }) => person === null)) return null;
  return {
    holders,
    medal: achieved.medal,
    events: isNamed ? [said] : [null, ...(event === null ? [] : [[event]])],
    years,
    // `silver in Rio in the women's`: an event that is named by those who play it.
    isPlain: !isQuoted && genderIn(items.slice(group.to, group.to + 4)) === null,
    stretch: { from: achieved.at, to: group.to },
  };
}

/** How far before the Games the medal may stand. */
const REACH = 12;

/** `Germany's men, silver medallists in Tokyo,` where the sentence names their event. */
function teamBeside({ items, sides, event }: Part, medal: number): NamedSide | undefined {
  const isTeamEvent = event === "mt" || event === "wt";
  return isTeamEvent
    ? sides.find(
        ({ to, people }) =>
          people.length === 0 && hasTag(items[to + 1], "people") && items[to + 2]?.text === "," && medal === to + 3,
      )
    : undefined;
}

/** Who is spoken of: the last side before, past those that stand behind `with` or `over`. */
function subjectOf(sides: readonly NamedSide[], at: number): NamedSide | undefined {
  return sides.findLast(({ to, isOwner }) => to <= at && !isOwner);
}

/** `Ma Long and Xu Xin`, `beating Sweden's Moregard`: which of them is meant cannot be told. */
function isOfSeveral(items: readonly Item[], side: NamedSide): boolean {
  const near = items.slice(Math.max(0, side.from - 4), side.from);
  const isObject = near.some((item) => OBJECTS.some((tag) => hasTag(item, tag)));
  return isObject || hasTag(items[side.to], "and");
}

/** What stands before a side that is not the one spoken of. */
const OBJECTS = ["and", "over", "by", "with", "to", "beat", "meet", "lose"];

function achievedIn(items: readonly Item[], { from, to }: ClauseSpan): Achieved | null {
  for (let at = to - 1; at >= from; at -= 1) {
    const item = items[at] as Item; // inside
    const medal = medalIn(items, at);
    if (medal !== null) return { medal, at, number: numberBefore(items, at) };
    // `won gold, and in Sydney she added silver`: the Games go with what follows.
    const isNext = item.text === "," && hasTag(items[at + 1], "and");
    const isNextClause = item.text === "," && isUnspaced(items[at + 1]?.text.charAt(0) ?? "");
    if (
      item.text === ";" ||
      isNext ||
      isNextClause ||
      hasTag(item, "beat") ||
      hasTag(item, "meet") ||
      turnsAside(items, at)
    )
      return null;
  }
  return null;
}

function medalIn(items: readonly Item[], at: number): Medal | null {
  const item = items[at];
  const { tally: counted, medallist } = item?.tags ?? {};
  if (counted !== undefined && counted !== "any") return medalOf(counted) as Medal;
  if (medallist !== undefined) return medallist as Medal;
  if (item?.tags["placed"] !== undefined) return item.tags["placed"] as Medal;
  if (hasTag(item, "champion")) return "gold";
  const isLost =
    item?.tags["round"] === "final" && items.slice(Math.max(0, at - 5), at).some((one) => hasTag(one, "lose"));
  if (isLost) return "silver";
  const object = items[hasTag(items[at + 1], "article") ? at + 2 : at + 1];
  return hasTag(item, "take") && WON.some((tag) => hasTag(object, tag)) ? "gold" : null;
}

/** What is won with gold: `won it in Atlanta`, `winning in Sydney`, `won the men's singles in Rio`. */
const WON = ["it", "place", "event"];

function numberBefore(items: readonly Item[], at: number): number {
  const near = items.slice(Math.max(0, at - 3), at + 1);
  return Math.max(
    1,
    ...near.flatMap(({ tags }) => (tags["number"] === undefined || "year" in tags ? [] : [Number(tags["number"])])),
  );
}

function judged(items: readonly Item[], saying: GamesSaying, record: MedalRecord): FoundClaim[] {
  const { holders, medal, events, years, isPlain, stretch } = saying;
  const readings = holders.flatMap((holder) => events.map((kinds) => ({ holder, events: kinds, gender: null, medal })));
  const [first] = readings;
  if (first === undefined) return [];
  const fits = readings.map((reading) => years.map((year) => tally(record, { ...reading, years: [year] })));
  const right = fits.find((all) => all.every(({ least }) => least > 0));
  const common = {
    type: "medal" as const,
    claim: textOf(items, stretch.from, stretch.to),
    words: spanOf(items, stretch.from, stretch.to),
  };
  if (right !== undefined)
    return [
      {
        ...common,
        verdict: "supported",
        evidence: right.flatMap(({ lines }) => lines.map(({ evidence }) => evidence)),
      },
    ];
  const isWrong = fits.every((all) => all.some(({ most }) => most === 0));
  if (!isPlain || !isWrong) return [];
  return [{ ...common, verdict: "contradicted", ...truthOf(first, years, record) }];
}

/** What the holder won at those Games, else who won what was said. */
function truthOf(
  query: Omit<MedalQuery, "years">,
  years: readonly number[],
  record: MedalRecord,
): Pick<FoundClaim, "truth" | "evidence"> {
  const own = tally(record, { ...query, medal: "any", events: null, years });
  const lines = own.lines.length > 0 ? own.lines : tally(record, { ...query, holder: null, years }).lines;
  const told = lines.map(
    ({ year, event, medal, association, players }) =>
      `${year} ${event}: ${own.lines.length > 0 ? medal : `${association} ${players.join(" / ")}`.trim()}`,
  );
  return { truth: told.join("; ") || "none", evidence: lines.map(({ evidence }) => evidence) };
}
