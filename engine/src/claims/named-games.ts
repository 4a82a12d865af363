import type { Medal } from "../medals/medals.ts";
import { type GamesSaid, gamesSaid, isOfTheseGames } from "./games-said.ts";
import { isOfHonours } from "./honour-people.ts";
import { type Item, STRANGER } from "./items.ts";
import type { FoundClaim } from "./found-claim.ts";
import { associationsOfPerson, type MedalQuery, type MedalRecord, tally } from "./medal-record.ts";
import { isDoubted, type Part } from "./part.ts";
import { hasAnyTag, hasTag } from "./phrases.ts";
import { spanOf, textOf } from "./places.ts";
import { isOtherContest, type Scope } from "./scope.ts";

/** What a sentence about medals speaks of. */
const ABOUT = new Set(["tally", "medal", "medallist", "champion", "title"]);

/** What may stand between somebody and the Games: `Waldner in 1992`, `the one Ryu won in Athens`. */
const BETWEEN = new Set(["place", "article", "contest", "possessive", "take", "helper", "medal", "event", "of"]);
const LONGEST = 5;

/** What stands before a rival, who need not have won anything. */
const RIVAL = ["beat", "meet", "over", "by", "with", "to"];

/**
 * Holds somebody who is named beside Games, in a sentence about medals, against all medals on record: wrong is who won none
 * there. It is taken as known, so a denial says nothing of it: `nobody has won it since Waldner in 1992`.
 */
export function checkNamedGames(part: Part, scope: Scope, medals: () => MedalRecord | null): FoundClaim[] {
  const { items, isQuoted } = part;
  const isAbout = items.some((item) => hasAnyTag(item, ABOUT)) || isOfFinals(items) || isOfEvents(items);
  // `the first in the last eight since Boll in 2004` speaks of no medal.
  const isOfRounds = items.some(({ tags: { round } }) => round !== undefined && round !== "final");
  const isPlain =
    !isQuoted && !isOfRounds && !items.some((item) => hasTag(item, "unsure") || isOtherContest(item, scope));
  const record = isAbout && isPlain && isOfTheseGames(items, scope) ? medals() : null;
  if (record === null) return [];
  const games = gamesSaid(items, record, scope);
  const isDenied = isDoubted(items);
  return items.flatMap((item, at) => {
    const people = [...new Set(item.names.flatMap((name) => (name.kind === "person" ? [name.person] : [])))];
    const said = finalBefore(items, at, games) ?? games.find(({ from }) => from > at && from - at <= LONGEST);
    const between = items.slice(at + 1, Math.max(at + 1, said?.from ?? 0));
    const isBeside =
      (said !== undefined && said.to <= at) ||
      (between.length > 0 && between.every((one) => hasAnyTag(one, BETWEEN) || one.text === "("));
    if (people.length === 0 || people.includes(STRANGER) || said?.year == null || !isBeside) return [];
    const isSince = items.slice(Math.max(0, at - 2), at).some((one) => hasTag(one, "since"));
    if (isDenied && !isSince) return [];
    const isHere = said.year === record.here;
    if (isHere && !people.every(isOfHonours)) return [];
    const required = requiredOf(part, at, between);
    if (required === null) return [];
    const [from, to] = [Math.min(at, said.from), Math.max(at + 1, said.to)];
    const told = { words: spanOf(items, from, to), claim: textOf(items, from, to) };
    return judged({ people, year: said.year, ...required }, told, record);
  });
}

/** `had lost the Tokyo final to Ma Long`: the Games stand before who won it. */
function finalBefore(items: readonly Item[], at: number, games: readonly GamesSaid[]): GamesSaid | undefined {
  const lost = items.slice(0, at).findLastIndex((item) => hasTag(item, "lose"));
  const isFinal = items.slice(Math.max(0, lost), at).some(({ tags }) => tags["round"] === "final");
  const isTo = hasTag(items[at - 1], "to") && lost >= 0 && at - lost <= LONGEST + 2;
  return isTo && isFinal ? games.find(({ from, to }) => from > lost && to < at) : undefined;
}

function isOfFinals(items: readonly Item[]): boolean {
  return items.some(({ tags }) => tags["round"] === "final");
}

/** `No European has won the men's singles since ...`. */
function isOfEvents(items: readonly Item[]): boolean {
  return items.some((item, at) => hasTag(item, "event") && items.slice(0, at).some((one) => hasTag(one, "take")));
}

interface Required {
  readonly medal: Medal | "any";
  readonly events: readonly string[] | null;
}

/** Which medal somebody must have won there; null where it may be none. */
function requiredOf({ items, event }: Part, at: number, between: readonly Item[]): Required | null {
  const before = items.slice(Math.max(0, at - 2), at);
  const isRival = before.some((item) => RIVAL.some((tag) => hasTag(item, tag)));
  const lost = items.slice(0, at).findLastIndex((item) => hasTag(item, "lose"));
  const isOfFinal = lost >= 0 && items.slice(lost, at).some(({ tags }) => tags["round"] === "final");
  // `lost three finals, to Ryu in 2004`: who beat somebody in a final won it.
  if (isOfFinal && hasTag(items[at - 1], "to")) {
    const said = items.flatMap(({ tags }) => tags["event"] ?? []);
    return { medal: "gold", events: said.length > 0 ? said : event === null ? null : [event] };
  }
  if (isRival) return null;
  const said = between.map(({ tags }) => tags["medal"]).find((medal) => medal !== undefined && medal !== "any");
  // `three golds, among them the one Ryu won in Athens`.
  const isOne = hasTag(items[at - 1], "the-one");
  const counted = isOne
    ? items
        .slice(0, at)
        .flatMap(({ tags }) => tags["tally"] ?? [])
        .at(-1)
    : undefined;
  const kind = said ?? (counted === "title" ? "gold" : counted);
  return { medal: (kind ?? "any") as Medal | "any", events: null };
}

function judged(
  { people, year, medal, events }: Required & { readonly people: readonly string[]; readonly year: number },
  said: Pick<FoundClaim, "claim" | "words">,
  record: MedalRecord,
): FoundClaim[] {
  const queries = people.map((person): MedalQuery => {
    const holder = { person, associations: associationsOfPerson(record, person) };
    return { holder, medal, events, gender: null, years: [year] };
  });
  if (queries.some((query) => tally(record, query).most > 0)) return [];
  const [first] = queries;
  const own = queries.flatMap(
    (query) => tally(record, { ...query, medal: "any", events: null, years: record.years }).lines,
  );
  if (first === undefined || own.length === 0) return [];
  const truth = own.map((line) => `${line.year} ${line.event}: ${line.medal}`).join("; ");
  return [{ type: "medal", ...said, verdict: "contradicted", truth, evidence: own.map(({ evidence }) => evidence) }];
}
