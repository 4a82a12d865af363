import { MEDALS, type Medal } from "../medals/medals.ts";
import { checkFirst, type FirstSaying, type MedalBefore } from "./history-claims.ts";
import type { Item } from "./items.ts";
import type { FoundClaim } from "./found-claim.ts";
import { type ClauseSpan, genderIn } from "./medal-clauses.ts";
import { eventIn, type Part, yearOf } from "./part.ts";
import { hasAnyTag, hasTag } from "./phrases.ts";
import { isEventHere, type Scope } from "./scope.ts";
import type { NamedSide } from "./sides.ts";
import { spanOf, textOf } from "./places.ts";

/**
 * `2012년 런던 대회 은메달 이후 12년 만의 메달`, `erstmals seit Athen 2004`, `12年ぶりのメダル`: how long ago somebody won such
 * a medal last, in languages that say so without an article and a noun behind the word for "first".
 */
export function checkGaps(part: Part, scope: Scope): FoundClaim[] {
  const { items } = part;
  if (!items.some((item) => hasAnyTag(item, OF_GAPS))) return [];
  const gap = gapIn(items, scope) ?? firstEver(part, scope);
  if (gap === null || items.some((item) => hasTag(item, "unsure") || hasTag(item, "not"))) return [];
  const rest = items.filter((_, at) => at < gap.from || at >= gap.to);
  const medal = medalIn(rest);
  const holder = holderBeside(part, gap);
  if (medal === null || holder === null || holder.isPronoun) return [];
  const saying: Omit<FirstSaying, "since"> = {
    holder,
    associations: associationsOf(holder, scope),
    medal,
    event: eventBeside(rest),
    context: items.some(({ tags }) => tags["sport"] !== undefined) ? null : part.event,
    claim: textOf(items, gap.from, gap.to),
    isPlain: !part.isQuoted && isEventHere(part.event, scope) && isOfAssociation(part, gap, holder),
    place: spanOf(items, gap.from, gap.to),
    was: gap.was,
  };
  const told: FirstSaying["since"][] = [
    ...(gap.year === null ? [] : [{ kind: "year" as const, year: gap.year }]),
    ...(gap.isEver === true ? [{ kind: "ever" as const }] : []),
    ...(gap.years === null ? [] : [{ kind: "years" as const, years: gap.years }]),
  ];
  const held = told.flatMap((since) => checkFirst({ ...saying, since }, scope));
  // Who never won any is hardly whom the sentence is about.
  const findings = held.filter(({ verdict, evidence }) => verdict === "supported" || evidence.length > 0);
  const wrong = findings.find(({ verdict }) => verdict === "contradicted");
  return wrong === undefined ? findings.slice(0, 1) : [wrong];
}

const OF_GAPS = new Set(["since", "since-then", "gap-behind", "gap-before", "first-ever"]);

/** `이번이 처음이다`, `史上初`: never before; said of the medal itself, not of a final or an appearance. */
function firstEver({ items }: Part, scope: Scope): GapSaid | null {
  const from = items.findIndex((item) => hasTag(item, "first-ever"));
  const isDated = items.some((item) => yearOf(item, scope) !== null);
  if (from < 0 || isDated || !isOfMedal(items, from)) return null;
  return { from, to: from + 1, year: null, years: null, was: null, isEver: true };
}

/** What may stand between `for the first time ever` and the medal it is said of. */
const TO_MEDAL = new Set([
  "article",
  "of",
  "object",
  "subject",
  "take",
  "title",
  "helper",
  "event",
  "contest",
  "sport",
  "place",
  "gender",
  "people",
  "the-fact",
  "counter",
  "player",
  "to",
]);

function isOfMedal(items: readonly Item[], ever: number): boolean {
  const isMedal = (item: Item) => hasTag(item, "medal") || hasTag(item, "title") || item.tags["tally"] !== undefined;
  const isPassed = (item: Item) =>
    (hasAnyTag(item, TO_MEDAL) && !hasTag(item, "round")) || item.names.some(({ kind }) => kind === "association");
  const reaches = (way: readonly Item[]) => {
    const medal = way.findIndex(isMedal);
    return medal >= 0 && way.slice(0, medal).every(isPassed);
  };
  return reaches(items.slice(ever + 1)) || reaches(items.slice(0, ever).toReversed());
}

/**
 * Whether the medal is one of an association: of no career, and of nobody named or meant beside it, whose own first it may
 * be. A gap of years that Games on record end may be told of those who won it for their association.
 */
function isOfAssociation({ items, sides }: Part, gap: GapSaid, holder: NamedSide): boolean {
  const isOfPerson = sides.some(({ people, isPronoun }) => isPronoun || people.length > 0);
  if (items.some((item) => hasAnyTag(item, OF_PERSON))) return false;
  if (gap.isEver === true || !isOfPerson) return !isOfPerson && sides.includes(holder);
  return sides.some(({ people, associations }) => people.length === 0 && associations.length > 0);
}

const OF_PERSON = new Set(["own-career", "they"]);

/** What a sentence says of the time before: `이후`, the year, how many years. */
interface GapSaid extends ClauseSpan {
  readonly year: number | null;
  readonly years: number | null;
  readonly was: MedalBefore | null;
  readonly isEver?: boolean;
}

/** How far from `since` its year may stand, on either side. */
const NEAR = 8;

/** The words that name the time before; null where a sentence has none. */
export function gapIn(items: readonly Item[], scope: Scope): GapSaid | null {
  const count = items.findIndex((_, at) => yearsAt(items, at) !== null);
  const years = count < 0 ? null : yearsAt(items, count);
  const since = items.findIndex((item) => hasTag(item, "since") || hasTag(item, "since-then"));
  const year = since < 0 ? -1 : yearNear(items, since, scope);
  const isFirst = items.some((item) => hasTag(item, "first-time")) || hasTag(items[since], "since-then");
  if (count < 0 && (year < 0 || !isFirst)) return null;
  const places = [...(count < 0 ? [] : [count, count + 1]), ...(year < 0 ? [] : [since, year])];
  let from = Math.min(...places);
  // `2008年北京五輪以来`: the year as well as the city.
  while (hasTag(items[from - 1], "year") || /^[年년]$/.test(items[from - 1]?.text ?? "")) from -= 1;
  const to = Math.max(...places) + 1;
  const value = year < 0 ? null : yearOf(items[year] as Item, scope); // found just above
  return { from, to, year: value, years, was: value === null ? null : medalBefore(items.slice(from, to)) };
}

/** `12년 만`, `12年ぶり`, `时隔12年`. */
function yearsAt(items: readonly Item[], at: number): number | null {
  const [item, next] = [items[at], items[at + 1]];
  if (hasTag(item, "gap-before") && hasTag(next, "number")) return Number(next?.tags["number"]);
  return hasTag(item, "number") && !hasTag(item, "year") && hasTag(next, "gap-behind")
    ? Number(item?.tags["number"])
    : null;
}

/** The year or the city of other Games beside `since`: before it where the language puts it so. */
function yearNear(items: readonly Item[], since: number, scope: Scope): number {
  const isYear = (at: number) => items[at] !== undefined && yearOf(items[at] as Item, scope) !== null;
  const places = Array.from({ length: NEAR }, (_, step) => step + 1);
  const before = places.map((step) => since - step).find(isYear);
  const after = places.map((step) => since + step).find(isYear);
  return (isLeading(items[since]) ? (after ?? before) : (before ?? after)) ?? -1;
}

/** Whether the word for `since` stands before its year: `seit`, `depuis`; not `이후`, `以来`. */
function isLeading(item: Item | undefined): boolean {
  return !hasTag(item, "since-then") && !/^이후$/.test(item?.text ?? "");
}

/** The medal that is named with the time before: `the bronze of London`. */
function medalBefore(said: readonly Item[]): MedalBefore | null {
  const medal = said.map(({ tags }) => MEDALS.find((one) => one === tags["medal"])).find((one) => one !== undefined);
  return medal === undefined ? null : { medal, event: eventIn(said) };
}

function medalIn(items: readonly Item[]): Medal | "any" | null {
  const medal = items.map(({ tags }) => MEDALS.find((one) => one === tags["medal"])).find((one) => one !== undefined);
  if (medal !== undefined) return medal;
  const isAny = items.some(({ tags }) => tags["tally"] === "any" || tags["medal"] === "any" || "podium" in tags);
  const isTitle = items.some((item) => hasTag(item, "title"));
  return isAny ? "any" : isTitle ? "gold" : null;
}

/** The event that is named beside the medal; of teams, the one of the men or of the women. */
export function eventBeside(items: readonly Item[]): string | null {
  const event = eventIn(items);
  const gender = genderIn(items);
  return event === "team" && gender !== null ? `${gender}t` : event;
}

/** Whom the sentence is about: who won the medal or the match that it tells, else the only one or the one with a particle. */
export function holderBeside({ sides, statements, items, before }: Part, gap: ClauseSpan): NamedSide | null {
  const told = statements.filter(({ isUnsure }) => !isUnsure);
  const own = told.find(({ roles }) => roles.holder !== undefined)?.roles.holder;
  const winner = told.find(({ roles }) => roles.winner !== undefined)?.roles.winner;
  if (own !== undefined || winner !== undefined) return own ?? winner ?? null;
  if (told.length > 0) return null;
  const outside = sides.filter(({ from, isPronoun }) => !isPronoun && (from < gap.from || from >= gap.to));
  const [only] = outside;
  const isObject = only !== undefined && (hasTag(items[only.to], "object") || hasTag(items[only.to], "to"));
  if (outside.length === 1 && !isObject) return only ?? null;
  const subject = outside.find(({ to }) => hasTag(items[to], "subject"));
  return subject ?? (outside.length === 0 && before.length === 1 ? (before[0] ?? null) : null);
}

function associationsOf(side: NamedSide, { facts }: Scope): string[] {
  if (side.associations.length > 0) return [...side.associations];
  const entries = side.people.flat().flatMap((id) => facts.entriesOfPerson.get(id) ?? []);
  return [...new Set(entries.flatMap(({ association }) => association ?? []))];
}
