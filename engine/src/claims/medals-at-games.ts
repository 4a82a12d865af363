import { MEDALS, type Medal } from "../medals/medals.ts";
import { teamsOf } from "./described-sides.ts";
import { gamesSaid, isOfTheseGames } from "./games-said.ts";
import type { Item } from "./items.ts";
import type { FoundClaim } from "./found-claim.ts";
import { type ClauseSpan, eventsIn, isUnknown } from "./medal-clauses.ts";
import { associationsOfPerson, type MedalHolder, type MedalQuery, type MedalRecord, tally } from "./medal-record.ts";
import { isDoubted, type Part } from "./part.ts";
import { hasTag } from "./phrases.ts";
import { spanOf, textOf } from "./places.ts";
import { isOfAnother, isOtherContest, type Scope } from "./scope.ts";
import type { NamedSide } from "./sides.ts";

/** What tells of a match or of another time beside the medal: then the Games or the medal may be somebody else's. */
const OTHER = [
  "beat",
  "meet",
  "over",
  "lose",
  "elsewhere",
  "score",
  "semifinalist",
  "former",
  "next",
  "title",
  "since",
  "since-then",
  "missed",
];

/** A medal that a sentence names, with the words around it that may say whose it is, when and in what. */
interface Mention extends ClauseSpan {
  readonly at: number;
  readonly medal: Medal;
  /** Whether the sentence names no other medal: then its Games are those of this one, wherever they stand. */
  readonly isOnly: boolean;
  /** Whether its Games stand in the same clause. */
  readonly isDated: boolean;
}

/**
 * Holds every medal that a sentence names beside one of the Games before, in whichever order its words stand, against all
 * medals on record: wrong is what nobody who may be meant won there.
 */
export function checkMedalsAtGames(part: Part, scope: Scope, medals: () => MedalRecord | null): FoundClaim[] {
  const since = part.items.findLastIndex((item) => hasTag(item, "since"));
  const mentions = mentionsIn(part.items, since + 1);
  if (mentions.length === 0 || part.isQuoted || part.items.some((item) => isOtherContest(item, scope))) return [];
  const record = isOfTheseGames(part.items, scope) ? medals() : null;
  return record === null ? [] : mentions.flatMap((mention) => judged(part, mention, { scope, record }));
}

function mentionsIn(items: readonly Item[], floor: number): Mention[] {
  const found = items.flatMap((item, at) => {
    const medal = at < floor ? null : kindOf(item);
    return medal === null ? [] : [{ at, medal }];
  });
  return found.map(({ at, medal }, index) => {
    const before = found[index - 1]?.at ?? floor - 1;
    const after = found[index + 1]?.at ?? items.length;
    const from = found[index - 1] === undefined ? floor : jointBetween(items, before, at);
    const to = found[index + 1] === undefined ? items.length : jointBetween(items, at, after);
    return { at, medal, isOnly: found.length === 1, ...narrowed(items, at, { from, to }) };
  });
}

/** Where one medal's words end and the next one's begin: at the last comma or `and` between the two. */
function jointBetween(items: readonly Item[], one: number, other: number): number {
  const between = items.slice(one, other).findLastIndex((item) => isMark(item) || hasTag(item, "and"));
  return between < 0 ? other : one + between;
}

/** `Fan, who came away from Tokyo with bronze, is chasing`: what stands between two commas with its Games. */
function narrowed(items: readonly Item[], at: number, { from, to }: ClauseSpan): ClauseSpan & Pick<Mention, "isDated"> {
  const open = items.findLastIndex((item, index) => index >= from && index < at && isMark(item));
  const close = items.findIndex((item, index) => index > at && index < to && isMark(item));
  const span = { from: Math.max(from, open + 1), to: close < 0 ? to : close };
  return items.slice(span.from, span.to).some(({ tags }) => (tags["year"] ?? tags["city"]) !== undefined)
    ? { ...span, isDated: true }
    : { from, to, isDated: false };
}

function isMark({ text }: Item): boolean {
  return /^[,;，；、–—]$/.test(text);
}

function judged(part: Part, mention: Mention, { scope, record }: { scope: Scope; record: MedalRecord }): FoundClaim[] {
  const { items } = part;
  const words = items.slice(mention.from, mention.to);
  const isUntold = isDoubted(words) || isSince(part, mention) || words.some(isOther) || isCounted(items, mention.at);
  if (isUntold || isOfAnother(scope, contestsIn(words))) return [];
  const own = gamesSaid(words, record, scope);
  const all = own.length > 0 || !mention.isOnly ? own : gamesSaid(items, record, scope);
  const [year] = all.map((one) => one.year);
  if (year == null || year === record.here || all.some((one) => one.year !== year)) return [];
  const holders = holdersOf(part, mention, { scope, record });
  // `Hong Kong, absent in 2012, won bronze`: of a country too much is told by the way.
  const isOfCountry = holders.some(({ person }) => person === null);
  if (holders.length === 0 || (isOfCountry && !mention.isDated)) return [];
  // `the event` may be one that was named by the way.
  const events = eventsIn(words.filter((item) => !hasTag(item, "that-event")));
  const queries = holders.map((holder): MedalQuery => {
    return { holder, medal: mention.medal, events: events.length > 0 ? events : null, gender: null, years: [year] };
  });
  if (queries.some((query) => tally(record, query).most > 0)) return [];
  const won = queries.flatMap((query) => tally(record, { ...query, medal: "any", events: null, years: [year] }).lines);
  const ever = queries.flatMap((query) => tally(record, { ...query, events: null, years: record.years }).lines);
  const lines = [...new Set([...won, ...ever])].slice(0, MOST_TOLD);
  if (lines.length === 0) return [];
  const last = own.at(-1);
  const end = Math.max(mention.at + 1, last === undefined ? 0 : mention.from + last.to);
  const begin = Math.min(mention.at, own[0] === undefined ? mention.at : mention.from + own[0].from);
  return [
    {
      type: "medal",
      claim: textOf(items, begin, end),
      words: spanOf(items, begin, end),
      verdict: "contradicted",
      truth: lines.map((line) => `${line.year} ${line.event}: ${line.medal}`).join("; "),
      evidence: lines.map(({ evidence }) => evidence),
    },
  ];
}

/** How many medals are told where none of them is the one that was said. */
const MOST_TOLD = 6;

function contestsIn(items: readonly Item[]): Item[] {
  return items.filter((item) => hasTag(item, "contest"));
}

/** Everybody who may be meant: who is named beside the medal, else in the sentence, else before it. */
function holdersOf(
  { items, sides, before }: Part,
  { at, from, to }: Mention,
  { scope, record }: { scope: Scope; record: MedalRecord },
): MedalHolder[] {
  // `runner-up to Ma Long`: somebody else won that medal.
  const isRival = (side: NamedSide) => side.from === at + 2 && GOVERNED.some((tag) => hasTag(items[at + 1], tag));
  const free = sides.filter((side) => !(hasTag(items[at], "medallist") && isRival(side)));
  const near = free.filter((side) => side.from >= from && side.from < to);
  const named = near.some(({ isPronoun }) => !isPronoun) ? near : [...near, ...free];
  // `Waldner won gold in Barcelona, Kong Linghui in Sydney`: who stands behind won another one.
  if (sides.length > 0 && sides.every((side) => side.from >= to)) return [];
  const isOfCountry = items.some((item) => hasTag(item, "homeland") || hasTag(item, "their"));
  const told = [...named, ...named.flatMap(({ antecedents }) => antecedents)].filter(({ isPronoun }) => !isPronoun);
  const meant = told.length > 0 || free.length < sides.length ? told : before;
  if (meant.some(isUnknown)) return [];
  const teams = isOfCountry || told.length === 0 ? teamsOf([...meant, ...before], scope.facts) : [];
  return [...meant, ...teams].flatMap((side) => holdersIn(side, record));
}

const GOVERNED = ["to", "by", "over"];

function holdersIn({ people, associations }: NamedSide, record: MedalRecord): MedalHolder[] {
  if (people.length === 0) return associations.map((code) => ({ person: null, associations: [code] }));
  return people.flat().map((person) => ({ person, associations: associationsOfPerson(record, person) }));
}

function isOther(item: Item): boolean {
  const { round } = item.tags;
  return OTHER.some((tag) => hasTag(item, tag)) || (round !== undefined && round !== "final");
}

/** `since 1988, after another silver`: from when on is told, not when. */
function isSince({ items }: Part, { from, at }: Mention): boolean {
  const since = items.slice(Math.max(0, from - 2), from).some((item) => hasTag(item, "since"));
  return since && items.slice(from, at).some(({ tags }) => (tags["year"] ?? tags["city"]) !== undefined);
}

/** `two bronzes`: how many is held elsewhere. */
function isCounted(items: readonly Item[], at: number): boolean {
  return items.slice(Math.max(0, at - 2), at).some((one) => hasTag(one, "number"));
}

function kindOf({ tags }: Item): Medal | null {
  const said = [tags["tally"], tags["medal"], tags["medallist"], tags["placed"]];
  return MEDALS.find((medal) => said.includes(medal)) ?? (tags["champion"] === undefined ? null : "gold");
}
