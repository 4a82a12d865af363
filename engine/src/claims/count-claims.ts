import type { Item } from "./items.ts";
import { type CountPhrase, countPhrases, type MedalCount } from "./count-phrases.ts";
import { gamesSaid } from "./games-said.ts";
import type { FoundClaim } from "./found-claim.ts";
import { clauseAround, eventsIn, genderIn, holdersOf, isUnknown, itemsOf, type ClauseSpan } from "./medal-clauses.ts";
import { type MedalHolder, type MedalQuery, type MedalRecord, tally } from "./medal-record.ts";
import { eventIn, type Part } from "./part.ts";
import { hasTag } from "./phrases.ts";
import { eventsCalled, isOfOwn, isOtherContest, type Scope } from "./scope.ts";
import type { NamedSide } from "./sides.ts";
import { spanOf, textOf } from "./places.ts";

/** One way to understand a count. */
type Reading = Omit<MedalQuery, "medal">;

/** What a count is held against, with what it may be about. */
interface CountSaying {
  readonly phrase: CountPhrase;
  readonly readings: readonly Reading[];
  /** Whether only medals of these Games and this sport can be meant: then too large a number is wrong as well. */
  readonly isBounded: boolean;
  readonly isPlain: boolean;
}

/** Holds the medals that a sentence counts against all that are on record: wrong is what no reading bears out. */
export function checkMedalCounts(part: Part, scope: Scope, medals: () => MedalRecord | null): FoundClaim[] {
  const phrases = countPhrases(part.items);
  const record = phrases.length === 0 ? null : medals();
  if (record === null) return [];
  return phrases.flatMap((phrase) => {
    const each = eachOf(part, phrase);
    if (each.length > 1) return ofEach(part, { phrase, each }, { record, scope });
    const saying = sayingOf(part, phrase, { record, scope });
    return saying === null ? [] : judged(part.items, saying, record);
  });
}

interface On {
  readonly record: MedalRecord;
  readonly scope: Scope;
}

/** `Japan, France and South Korea won two bronzes each`: those of whom a count is said one by one. */
function eachOf({ items, sides }: Part, { from, to }: CountPhrase): NamedSide[] {
  const at = items.findIndex((item, index) => index >= to && index <= to + 1 && /^(each|apiece)$/i.test(item.text));
  if (at < 0) return [];
  const listed: NamedSide[] = [];
  let end = items.findLastIndex((_, index) => index < from && sides.some((side) => side.to - 1 === index)) + 1;
  for (let side = sideTo(sides, end); side !== undefined; side = sideTo(sides, end)) {
    listed.push(side);
    const joint = items[side.from - 1];
    if (joint?.text !== "," && !hasTag(joint, "and")) break;
    end = items[side.from - 2]?.text === "," ? side.from - 2 : side.from - 1;
  }
  return listed;
}

function sideTo(sides: readonly NamedSide[], end: number): NamedSide | undefined {
  return sides.find(({ to, isOwner, isPronoun }) => to === end && !isOwner && !isPronoun);
}

/** What is said of each: wrong where it is of one of them. */
function ofEach(
  part: Part,
  { phrase, each }: { readonly phrase: CountPhrase; readonly each: readonly NamedSide[] },
  on: On,
): FoundClaim[] {
  const found = each.map((side) => {
    const alone = { ...part, sides: [side] };
    const saying = isUnknown(side) ? null : sayingOf(alone, phrase, on);
    return saying === null ? [] : judged(part.items, { ...saying, isPlain: !part.isQuoted }, on.record);
  });
  const wrong = found.flat().filter(({ verdict }) => verdict === "contradicted");
  if (wrong.length > 0) return wrong.slice(0, 1);
  return found.every((one) => one.length > 0) ? found.flat().slice(0, 1) : [];
}

function sayingOf(part: Part, phrase: CountPhrase, { record, scope }: On): CountSaying | null {
  const clause = clauseAround(part.items, phrase);
  const around = [...part.items.slice(clause.from, phrase.from), ...part.items.slice(phrase.to, clause.to)];
  const near = part.items.slice(Math.max(clause.from, phrase.from - 3), phrase.to + 1);
  if (near.some((item) => hasTag(item, "inexact"))) return null;
  // `now has four`, of a text whose day nobody told: more may have followed.
  if (scope.textDate === null && around.some((item) => hasTag(item, "so-far"))) return null;
  if (around.some((item) => DOUBTS.some((tag) => hasTag(item, tag)) || isOtherContest(item, scope))) return null;
  const years = yearsOf(part, clause, { record, scope });
  const holder = holderOf(part, phrase, clause);
  if (years === null || holder === null) return null;
  const holders = holder.side === null ? [null] : holdersOf(holder.side, record);
  if (holders === null) return null;
  const said = eventsIn(itemsOf(part, clause));
  const gender = said.length > 0 ? null : genderIn([...itemsOf(part, clause), ...ownedBy(part, holder.side)]);
  // `the event` after `the Olympic singles` may be that of the men or that of the women.
  const called = said.length === 1 ? (said[0] ?? null) : said.length > 1 ? null : part.event;
  const own = called === null ? [] : eventsCalled(called).map((event) => [event]);
  const events = said.length > 1 ? [said] : said.length === 1 ? own : [null, ...own];
  const readings = years.readings.flatMap((one) =>
    holders.flatMap((who) => events.map((kinds) => ({ holder: who, events: kinds, gender, years: one }))),
  );
  return {
    phrase,
    readings,
    isBounded: isBounded(part, holders, { isDated: years.isSaid, scope }),
    isPlain:
      !part.isQuoted &&
      holder.isSure &&
      (!phrase.isOfTitles || years.isSaid || isOfOwn(scope, part.items) || scope.isOfOneContest),
  };
}

const DOUBTS = ["unsure", "not", "weekday", "date", "day", "former", "month"];

/** `China's men`: what stands behind the holder says of whom among them. */
function ownedBy({ items }: Part, side: NamedSide | null): readonly Item[] {
  return side === null ? [] : items.slice(side.from, side.to + 3);
}

/** Whether what is counted cannot be medals of another contest or of all sports. */
function isBounded(
  { items }: Part,
  holders: readonly (MedalHolder | null)[],
  { isDated, scope }: { isDated: boolean; scope: Scope },
): boolean {
  const isOfSport = scope.isOfSport || eventIn(items) !== null;
  const isOfGames = isDated || isOfOwn(scope, items) || scope.isOfOneContest;
  return isOfGames && (isOfSport || holders.every((who) => who !== null && who.person !== null));
}

/** The Games whose medals are counted, one list for each reading; null where others than those on record are named. */
function yearsOf(
  part: Part,
  clause: ClauseSpan,
  { record, scope }: On,
): { readings: readonly (readonly number[])[]; isSaid: boolean } | null {
  const { items } = part;
  const { years, here } = record;
  const all = gamesSaid(items, record, scope);
  const head = all.filter(({ to }) => to <= clause.from && to <= HEAD);
  const said = all.filter(({ from }) => from >= clause.from && from < clause.to);
  const meant = said.length > 0 ? said : head;
  if (meant.some(({ year }) => year === null)) return null;
  const since = meant.find(({ from }) => sinceBefore(items, from) !== null);
  const isBefore = all.some(({ from, year }) => year === here && hasTag(items[from - 1], "earlier"));
  const known = isBefore ? years.filter((year) => year < here) : years;
  if (since !== undefined)
    return { readings: sinceReadings(known, since.year ?? 0, sinceBefore(items, since.from) === 1), isSaid: true };
  if (meant.length > 0) return { readings: [meant.flatMap(({ year }) => year ?? [])], isSaid: true };
  const isEarlier = items.some((item) => hasTag(item, "earlier"));
  const past = isEarlier ? [years.filter((year) => year < here)] : [];
  const before = all.flatMap(({ to, year }) => (to <= clause.from && year !== null ? [year] : []));
  return { readings: [years, [here], ...past, ...(before.length > 0 ? [before] : [])], isSaid: false };
}

/** How many items before a year `since` stands; null where it does not. */
function sinceBefore(items: readonly Item[], from: number): number | null {
  const at = items.slice(Math.max(0, from - SINCE), from).findLastIndex((item) => hasTag(item, "since"));
  return at < 0 ? null : Math.min(SINCE, from) - at;
}

/** `since 1988` counts that year; `since their bronze in London` need not. */
function sinceReadings(years: readonly number[], since: number, isBare: boolean): number[][] {
  const inclusive = years.filter((year) => year >= since);
  return isBare ? [inclusive] : [inclusive, years.filter((year) => year > since)];
}

/** How far into a sentence its head may name the Games: `At Athens in 2004, China won`. */
const HEAD = 6;
/** How far `since` may stand before what it counts from: `since Waldner's in 1992`. */
const SINCE = 8;

/** Whose medals are counted; side null: everybody's. */
function holderOf(
  part: Part,
  phrase: CountPhrase,
  clause: ClauseSpan,
): { side: NamedSide | null; isSure: boolean } | null {
  const { items, sides } = part;
  if (itemsOf(part, clause).some((item) => hasTag(item, "at-stake"))) return { side: null, isSure: true };
  const receiver = sides.find(({ from }) => from >= phrase.to && from < clause.to && isReceiver(items, from));
  const inside = sides.find(({ from, to, isPronoun }) => from >= phrase.from && to <= phrase.to && !isPronoun);
  const described = sides.find(({ from, to }) => from <= phrase.from && to > phrase.to);
  const before = sides.findLast(({ to }) => to <= phrase.from);
  const winner = sides.find(({ from, to }) => from === phrase.to && hasTag(items[to], "take"));
  const side = described ?? receiver ?? inside ?? winner ?? before ?? part.before[0];
  if (side === undefined || isUnknown(side)) return null;
  const isNear = side !== before || items.slice(side.to, phrase.from).every((item) => !isStrangeName(item));
  const isNewClause = hasTag(items[side.from - 1], "and") && items[side.from - 2]?.text === ",";
  const isAlone = side !== before || isNewClause || !hasTag(items[side.from - 1], "and");
  return { side, isSure: isNear && isAlone && side !== part.before[0] };
}

/** `have gone to the Chinese`, `won by China`. */
function isReceiver(items: readonly Item[], from: number): boolean {
  const before = items.slice(Math.max(0, from - 2), from);
  return before.some((item) => ["went-to", "went", "by", "belongs"].some((tag) => hasTag(item, tag)));
}

function isStrangeName(item: Item): boolean {
  return item.isCapital && item.names.length === 0 && Object.keys(item.tags).length === 0;
}

/** By how many a number may be too large and still be a slip: far more medals are those of all sports. */
const SLIP = 3;

type Fit = "true" | "false" | "open";

function judged(
  items: readonly Item[],
  { phrase, readings, isBounded: isWhole, isPlain }: CountSaying,
  record: MedalRecord,
): FoundClaim[] {
  const words = spanOf(items, phrase.from, phrase.to);
  const claim = textOf(items, phrase.from, phrase.to);
  const fits = readings.map((reading) => fitOf(phrase, reading, { record, isWhole }));
  const right = fits.indexOf("true");
  const reading = right >= 0 ? readings[right] : nearest(phrase, readings, record);
  if (reading === undefined) return [];
  const evidence = phrase.counts.flatMap(({ medal }) =>
    tally(record, { ...reading, medal }).lines.map((line) => line.evidence),
  );
  const common = { type: "medal" as const, claim, words, evidence };
  if (right >= 0) return [{ ...common, verdict: "supported" }];
  if (!isPlain || fits.includes("open")) return [];
  return [{ ...common, verdict: "contradicted", truth: truthOf(phrase, reading, record) }];
}

/** The reading whose count is the least off: what was meant, most likely. */
function nearest({ counts }: CountPhrase, readings: readonly Reading[], record: MedalRecord): Reading | undefined {
  const off = (reading: Reading) =>
    counts
      .map(({ number, medal }) =>
        number === "every" ? 0 : Math.abs(tally(record, { ...reading, medal }).least - number),
      )
      .reduce((sum, one) => sum + one, 0);
  return readings.toSorted((one, other) => off(one) - off(other))[0];
}

function fitOf({ counts }: CountPhrase, reading: Reading, on: { record: MedalRecord; isWhole: boolean }): Fit {
  const fits = counts.map((count) => fitOfCount(count, reading, on));
  if (fits.includes("false")) return "false";
  return fits.every((fit) => fit === "true") ? "true" : "open";
}

function fitOfCount(
  { number, medal, outOf }: MedalCount,
  reading: Reading,
  { record, isWhole }: { record: MedalRecord; isWhole: boolean },
): Fit {
  const { least, most } = tally(record, { ...reading, medal });
  const all = tally(record, { ...reading, medal, holder: null });
  if (number === "every") return most < all.least ? "false" : least === all.most && least > 0 ? "true" : "open";
  if (outOf !== null && (outOf < all.least || outOf > all.most)) return isWhole ? "false" : "open";
  if (number < least) return "false";
  const isNarrow = reading.holder?.person != null || reading.events !== null;
  if (number > most) return isWhole && (isNarrow || number <= most + SLIP) ? "false" : "open";
  return least === most && (outOf === null || all.least === all.most) ? "true" : "open";
}

function truthOf({ counts }: CountPhrase, reading: Reading, record: MedalRecord): string {
  const told = counts.map(({ medal, outOf }) => {
    const { least, most } = tally(record, { ...reading, medal });
    const all = tally(record, { ...reading, medal, holder: null });
    const number = least === most ? String(least) : `${least} to ${most}`;
    return `${number}${outOf === null ? "" : ` of ${all.most}`} ${medal === "any" ? "medals" : medal}`;
  });
  return told.join(", ");
}
