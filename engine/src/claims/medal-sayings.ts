import type { Medal } from "../medals/medals.ts";
import { gapIn } from "./medal-gaps.ts";
import { type Attribute, attributesOf } from "./attributes.ts";
import type { Item } from "./items.ts";
import type { MedalSaying } from "./medal-claims.ts";
import { beforeItsFirst, eventIn, isCounted, type Part, turnsAside, withoutInsertions, yearsIn } from "./part.ts";
import { hasTag } from "./phrases.ts";
import { isUnspaced } from "./names/letters.ts";
import { isElsewhere, isOfAnother, isOfOwn, type Scope } from "./scope.ts";
import { type Statement, stretchOf } from "./statements.ts";
import type { NamedSide } from "./sides.ts";
import { isFiller } from "./subject.ts";

/** What tells of a medal; a title is gold. */
const MEDAL_WORDS = ["medal", "title", "champion", "medallist", "placed"];

/** What may stand behind an event that was won: `won the mixed doubles in Tokyo`, not `won the doubles 3-1`. */
const AFTER_EVENT = [
  "place",
  "on",
  "weekday",
  "date",
  "year",
  "city",
  "join",
  "apart",
  "and",
  "with-score",
  "straight",
];

/** Who is said to have won which medal; null where the statement says none. */
export function medalSayingOf(
  part: Part,
  statement: Statement,
  { isPlain, scope }: { isPlain: boolean; scope: Scope },
): MedalSaying | null {
  const { holder } = statement.roles;
  const gap = gapIn(part.items, scope);
  // `2008年以来となる銅`: the Games behind the word for "since" are those before.
  const stretch = beforeItsFirst(
    stretchOf(part.items, { ...statement, to: untilUnsure(part.items, statement) }),
  ).filter(
    ({ start }) =>
      gap === null || start < (part.items[gap.from]?.start ?? 0) || start > (part.items[gap.to - 1]?.start ?? 0),
  );
  if (holder === undefined || statement.isUnsure || statement.isOfGame || isOfRound(part.items, statement)) return null;
  const contests = stretch.filter((one) => hasTag(one, "contest"));
  if (isOfAnother(scope, contests)) return null;
  const said = part.items.slice(statement.begin, statement.until);
  const item = said.findLast((one) => MEDAL_WORDS.some((tag) => hasTag(one, tag))) ?? wonEvent(part.items, statement);
  if (item === undefined || isCounted(part.items, item)) return null;
  // `finished second in the medal table`: no silver.
  if (item.tags["placed"] !== undefined && part.items.some((one) => hasTag(one, "medal-table"))) return null;
  const medal = item.tags["medal"] ?? item.tags["medallist"] ?? item.tags["placed"] ?? "gold";
  if (medal === "any" || hasTag(item, "round")) return null;
  const there = placeOfWhere(part.items, { statement, scope }) ?? placeOfWith(part, { statement, scope });
  const isOfOtherTime = stretch.some((one) => hasTag(one, "former") || hasTag(one, "month"));
  return {
    holder,
    medal: medal as Medal,
    event: eventIn(stretch) ?? part.event,
    years: there === null ? yearsSaid(part.items, { statement, stretch, scope }) : there.years,
    isPlain:
      isPlain &&
      statement.isSure &&
      !isOfOtherTime &&
      !isByTheWay(part, statement) &&
      there === null &&
      !followsOthers(part, statement, scope),
    eventSaid: eventIn(stretch) ?? there?.event ?? teamEventOf(part, holder),
    isPlainThen: isOfGames(part, { statement, stretch, scope }),
    isOfNow: part.named !== null && !statement.isEarlier,
    isPast: statement.isEarlier || isElsewhere(scope, stretch) || stretch.some((one) => hasTag(one, "since")),
    days: daysBeside(part.items, statement),
    place: item,
  };
}

/** `won in Barcelona in 1992 and took silver in Sydney`: a second verb has the Games behind it, not those of the first. */
function yearsSaid(
  items: readonly Item[],
  {
    statement,
    stretch,
    scope,
  }: { readonly statement: Statement; readonly stretch: readonly Item[]; readonly scope: Scope },
): number[] {
  const isVerb = (item: Item | undefined) => item !== undefined && (hasTag(item, "take") || hasTag(item, "win"));
  const at = items.findLastIndex((item, index) => index < statement.until && isVerb(item));
  const before = stretch.filter(({ start }) => start < (items[at]?.start ?? 0));
  const isSecond = hasTag(items[at - 1], "and") && before.some(isVerb);
  const own = beforeNext(items, { statement, stretch, scope });
  const behind = isSecond
    ? yearsIn(
        own.filter((item) => !before.includes(item)),
        scope,
      )
    : [];
  return behind.length > 0 ? behind : yearsIn(own, scope);
}

/** `silver in Beijing and Tokyo and bronze in London`: the Games behind another medal are those of that one. */
function beforeNext(
  items: readonly Item[],
  {
    statement: { until },
    stretch,
    scope,
  }: { readonly statement: Statement; readonly stretch: readonly Item[]; readonly scope: Scope },
): readonly Item[] {
  const isMedal = (item: Item) => item.tags["tally"] !== undefined || item.tags["medal"] !== undefined;
  const next = items.findIndex((item, index) => index > until && isMedal(item));
  const cut = items.findLastIndex(
    (item, index) => index >= until && index < next && (hasTag(item, "and") || item.text === ","),
  );
  if (cut < 0 || yearsIn(items.slice(until, cut), scope).length === 0) return stretch;
  return stretch.filter(({ start }) => start < (items[cut]?.start ?? 0));
}

/** `a 4-1 win in the round of 16 of the mixed doubles`: a match of the event, not the event. */
function isOfRound(items: readonly Item[], { line, at, until }: Statement): boolean {
  const between = items.slice(at + 1, until);
  return (
    line === "holder take event" && between.some((item) => ["round", "place", "of"].some((tag) => hasTag(item, tag)))
  );
}

/**
 * `won the title, denying Sweden what would have been the first since 1992`, `won bronze, as Ito did in Tokyo`: what did
 * not happen, and what is said of somebody else, is no part of it.
 */
function untilUnsure(items: readonly Item[], { until, to }: Statement): number {
  // In Chinese and its neighbours a comma ends what is said of the medal.
  const isClosed = items.some(({ text }) => isUnspaced(text.charAt(0)));
  const isEnd = (item: Item, index: number) =>
    hasTag(item, "unsure") || turnsAside(items, index) || (isClosed && item.text === ",");
  const at = items.findIndex((item, index) => index >= until && index < to && isEnd(item, index));
  return at < 0 ? to : at;
}

/** `the first doubles title, in Tokyo, where China won silver`: told of the place or the year before it, where that is another one. */
function placeOfWhere(
  items: readonly Item[],
  { statement: { begin }, scope }: { readonly statement: Statement; readonly scope: Scope },
): { readonly years: number[]; readonly event: string | null } | null {
  const at = items.findLastIndex((item, index) => index <= begin && hasTag(item, "where"));
  const before = items.slice(0, Math.max(0, at));
  const named = before.filter((item) => !item.isMark).at(-1);
  if (named === undefined || !isElsewhere(scope, [named])) return null;
  const events = new Set(before.flatMap(({ tags }) => tags["event"] ?? []));
  const [event = null] = events;
  return { years: yearsIn([named], scope), event: events.size === 1 ? event : null };
}

/** `Japan won gold in Tokyo and China took silver`: of which Games that is nobody can tell. */
function followsOthers(part: Part, { begin, until }: Statement, scope: Scope): boolean {
  const start = part.items[begin]?.start ?? 0;
  const before = withoutInsertions(part).filter((item) => item.start < start);
  const after = part.items.slice(until);
  const isBack = [...before.slice(-MOST_BACK), ...after].some((item) => isOwnTime(item, scope));
  return yearsIn(before, scope).length > 0 && yearsIn(after, scope).length === 0 && !isBack;
}

/** The city or the year of the Games that the text is about; their contest may be that of others. */
function isOwnTime(item: Item, scope: Scope): boolean {
  return !hasTag(item, "contest") && isOfOwn(scope, [item]);
}

/** How many items before a medal its own Games may stand. */
const MOST_BACK = 6;

/** `had won gold in Tokyo, with China taking the silver`, `..., China taking silver`: of the Games that go before. */
function placeOfWith(
  part: Part,
  { statement: { begin, at }, scope }: { readonly statement: Statement; readonly scope: Scope },
): { readonly years: number[]; readonly event: string | null } | null {
  const { items } = part;
  const comma = items.findLastIndex(({ text }, index) => index < begin && text === ",");
  const isParticiple = items[at]?.text.endsWith("ing") === true || hasTag(items[comma + 1], "with");
  const before = withoutInsertions(part).filter(({ start }) => start < (items[comma]?.start ?? 0));
  const years = [...new Set(yearsIn(before, scope))];
  if (comma < 0 || !isParticiple || years.length === 0 || yearsIn(items.slice(comma), scope).length > 0) return null;
  const events = new Set(before.flatMap(({ tags }) => tags["event"] ?? []));
  const [event = null] = events;
  return { years: years.length === 1 ? years : [], event: events.size === 1 ? event : null };
}

/** `（樊振东）战胜瑞典选手……，夺得金牌`: in Chinese and its neighbours an association that opens no sentence may describe somebody whose name is not known. */
function isByTheWay({ items }: Part, { roles: { holder } }: Statement): boolean {
  // A clause without its subject: whose medal it is may stand behind the medal.
  if (holder !== undefined && holder.isPronoun && holder.from === holder.to) return true;
  const isWhole = holder === undefined || holder.isPronoun || holder.people.length > 0;
  return !isWhole && holder.from > 1 && items.some(({ text }) => isUnspaced(text.charAt(0)));
}

/** `das Männer-Team`, in a text about teams: the event of the team that is spoken of. */
function teamEventOf({ items, event }: Part, { isPronoun, people }: NamedSide): string | null {
  const isOfTeam = event === "mt" || event === "wt";
  const isNamed = items.some((item) => hasTag(item, "people") && item.text.length > 0);
  return isOfTeam && isNamed && people.length === 0 && !isPronounOfPeople({ isPronoun, items }) ? event : null;
}

function isPronounOfPeople({ isPronoun, items }: { isPronoun: boolean; items: readonly Item[] }): boolean {
  return isPronoun && items.some((item) => hasTag(item, "age"));
}

/** The event that was won, where no medal is named. */
function wonEvent(items: readonly Item[], { line, until }: Statement): Item | undefined {
  // `The mixed doubles was won by Japan`.
  if (line === "event went holder") return items.slice(0, until).findLast((item) => hasTag(item, "event"));
  const [event, after] = [items[until - 1], items[until]];
  const isAlone =
    after === undefined || after.text === "." || after.text === "," || AFTER_EVENT.some((tag) => hasTag(after, tag));
  return line.endsWith("take event") && hasTag(event, "event") && isAlone ? event : undefined;
}

/** Whether a medal is said to be of the Games of a year: their city or their name stands beside it. */
function isOfGames(
  { isQuoted }: Part,
  { statement, stretch, scope }: { statement: Statement; stretch: readonly Item[]; scope: Scope },
): boolean {
  const isNamed = scope.isOfOneContest || stretch.some((item) => hasTag(item, "city") || hasTag(item, "contest"));
  const isDoubtful = stretch.some(
    (item) =>
      (hasTag(item, "elsewhere") && !/years? ago$/i.test(item.text)) || hasTag(item, "former") || hasTag(item, "month"),
  );
  return isNamed && !isDoubtful && !isQuoted && statement.isSure;
}

const DAYS: readonly Attribute["kind"][] = ["date", "weekday", "day"];

/** The day that goes with a medal: within the statement, right after it, or at the head of the sentence. */
function daysBeside(items: readonly Item[], { begin, until, from }: Statement): Attribute[] {
  let end = until;
  while (end < items.length && isBesideMedal(items[end] as Item)) end += 1; // end is inside
  const isHead = from === 0 && items.slice(0, HEAD).some((item) => hasTag(item, "weekday") || hasTag(item, "date"));
  const near = [...(isHead ? items.slice(0, HEAD) : []), ...items.slice(Math.max(begin, HEAD), end)];
  return attributesOf([...new Set(near)]).filter(({ kind }) => DAYS.includes(kind));
}

/** How many items the day has at the head of a sentence: `On Tuesday 30 July`. */
const HEAD = 3;

function isBesideMedal(item: Item): boolean {
  return (isFiller(item) && !item.isMark) || hasTag(item, "city") || hasTag(item, "of");
}
