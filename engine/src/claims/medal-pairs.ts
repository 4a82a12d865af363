import type { Medal } from "../medals/medals.ts";
import { gamesSaid, isOfTheseGames } from "./games-said.ts";
import { type Item, STRANGER } from "./items.ts";
import type { FoundClaim } from "./found-claim.ts";
import { associationsOfPerson, type MedalQuery, type MedalRecord, tally } from "./medal-record.ts";
import { isDoubted, type Part } from "./part.ts";
import { hasTag } from "./phrases.ts";
import { spanOf, textOf } from "./places.ts";
import { isOtherContest, type Scope } from "./scope.ts";

const DOUBLES = ["xd", "md", "wd", "doubles"];
const RIVALS = ["beat", "meet", "over", "score"];
const JOINTS = ["&", "/", "·", "・", "、", "-", "–"];

/**
 * Holds two who are said to have won a medal of doubles together against all medals on record: wrong is the pair of whom
 * one won no such medal at those Games.
 */
export function checkMedalPairs(part: Part, scope: Scope, medals: () => MedalRecord | null): FoundClaim[] {
  const { items, event, isQuoted } = part;
  const medal = medalSaid(items);
  const said = items.flatMap(({ tags }) => tags["event"] ?? []);
  const isOfDoubles = said.length > 0 ? said.every((one) => DOUBLES.includes(one)) : DOUBLES.includes(event ?? "");
  const pairs = items.flatMap((_, at) => pairAt(items, at) ?? []);
  const [pair, ...more] = pairs;
  const isOther = items.some((item) => isOtherContest(item, scope));
  // `brushed aside Wong and Doo 4-0 for the bronze`: who lost.
  const isBeaten = items.slice(0, pair?.from ?? 0).some((item) => RIVALS.some((tag) => hasTag(item, tag)));
  if (isBeaten) return [];
  if (medal === null || !isOfDoubles || pair === undefined || more.length > 0 || isQuoted || isDoubted(items))
    return [];
  const record = isOther || !isOfTheseGames(items, scope) ? null : medals();
  if (record === null) return [];
  const games = gamesSaid(items, record, scope).flatMap(({ year }) => year ?? []);
  const years = games.length > 0 ? games : record.years;
  const lacking = pair.people.filter((candidates) =>
    candidates.every(
      (person) => tally(record, queryOf(person, medal, { years, record, isNamed: said.length > 0 })).most === 0,
    ),
  );
  if (lacking.length !== 1) return [];
  const lines = tally(record, {
    holder: null,
    medal,
    events: said.length > 0 ? said : event === null ? null : [event],
    gender: null,
    years,
  }).lines.filter(({ players }) => players.length > 0);
  if (lines.length === 0) return [];
  const truth = lines.map(({ year, players }) => `${year}: ${players.join(" / ")}`).join("; ");
  return [
    {
      type: "medal",
      claim: textOf(items, pair.from, pair.to),
      words: spanOf(items, pair.from, pair.to),
      verdict: "contradicted",
      truth,
      evidence: lines.map(({ evidence }) => evidence),
    },
  ];
}

function queryOf(
  person: string,
  medal: Medal,
  { years, record, isNamed }: { years: readonly number[]; record: MedalRecord; isNamed: boolean },
): MedalQuery {
  const holder = { person, associations: associationsOfPerson(record, person) };
  // Where no event is named, those of singles and teams may be meant as well.
  return { holder, medal, events: isNamed ? DOUBLES : null, gender: null, years };
}

/** The one medal that the sentence names; null where it names several or none. */
function medalSaid(items: readonly Item[]): Medal | null {
  const kinds = new Set(
    items.flatMap(({ tags }) => {
      const kind = tags["tally"] ?? tags["medal"] ?? tags["medallist"] ?? tags["placed"];
      return kind === "title" || tags["title"] !== undefined
        ? ["gold"]
        : kind === undefined || kind === "any"
          ? []
          : [kind];
    }),
  );
  const [kind] = kinds;
  return kinds.size === 1 ? (kind as Medal) : null;
}

/** Two whole names that a word or a mark joins. */
function pairAt(items: readonly Item[], at: number): { people: string[][]; from: number; to: number } | null {
  const [one, joint, other] = items.slice(at, at + 3);
  const isJoint = joint !== undefined && (hasTag(joint, "and") || JOINTS.includes(joint.text));
  const people = [one, other].map((item) => wholeNames(item));
  const isList = items[at + 3]?.text === "," || items[at - 1]?.text === "," || hasTag(items[at - 1], "and");
  const isWhole = people.every((candidates) => candidates.length > 0 && !candidates.includes(STRANGER));
  return isJoint && isWhole && !isList ? { people, from: at, to: at + 3 } : null;
}

function wholeNames(item: Item | undefined): string[] {
  return (item?.names ?? []).flatMap((name) => (name.kind === "person" && name.form === "full" ? [name.person] : []));
}
