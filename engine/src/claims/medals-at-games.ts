import { MEDALS, type Medal } from "../medals/medals.ts";
import { gamesSaid, isOfTheseGames } from "./games-said.ts";
import type { Item } from "./items.ts";
import type { FoundClaim } from "./found-claim.ts";
import { isUnknown } from "./medal-clauses.ts";
import { associationsOfPerson, type MedalQuery, type MedalRecord, tally } from "./medal-record.ts";
import { isDoubted, type Part } from "./part.ts";
import { hasTag } from "./phrases.ts";
import { spanOf, textOf } from "./places.ts";
import { isOfAnother, type Scope } from "./scope.ts";

/** What tells of a match or of another time beside the medal: then the Games or the medal may be somebody else's. */
const OTHER = ["beat", "meet", "over", "lose", "elsewhere", "score", "semifinalist", "former", "next", "homeland"];

/**
 * Holds a sentence with one kind of medal, one of the Games before and people, in whichever order they stand, against all
 * medals on record: wrong is what none of these people won there.
 */
export function checkMedalsAtGames(part: Part, scope: Scope, medals: () => MedalRecord | null): FoundClaim[] {
  const since = part.items.findLastIndex((item) => hasTag(item, "since"));
  const from = since + 1;
  const items = part.items.slice(from);
  const medal = medalSaid(items);
  const sides = part.sides.filter((side) => side.from >= from && side.people.length > 0 && !side.isOwner);
  const isPlain = !part.isQuoted && !isDoubted(items) && !items.some(isOther) && !sides.some(isUnknown);
  if (medal === null || sides.length === 0 || !isPlain) return [];
  const record = isOfTheseGames(part.items, scope) ? medals() : null;
  if (
    record === null ||
    isOfAnother(
      scope,
      items.filter((item) => hasTag(item, "contest")),
    )
  )
    return [];
  const games = gamesSaid(items, record, scope);
  const [year] = games.map((one) => one.year);
  if (year == null || year === record.here || games.some((one) => one.year !== year)) return [];
  const people = sides.flatMap((side) => side.people.flat());
  const queries = people.map((person): MedalQuery => {
    const holder = { person, associations: associationsOfPerson(record, person) };
    return { holder, medal, events: null, gender: null, years: [year] };
  });
  if (queries.some((query) => tally(record, query).most > 0)) return [];
  const own = queries.flatMap((query) => tally(record, { ...query, medal: "any", years: record.years }).lines);
  const lines = [...new Set(own)];
  if (lines.length === 0) return [];
  const last = games.at(-1)?.to ?? items.length;
  const [first = 0] = sides.map((side) => side.from - from);
  const at = items.findIndex((item) => kindOf(item) !== null);
  const [begin, end] = [Math.min(first, at), Math.max(last, at + 1)];
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

function isOther(item: Item): boolean {
  const { round } = item.tags;
  return OTHER.some((tag) => hasTag(item, tag)) || (round !== undefined && round !== "final");
}

/** The one kind of medal of which the items speak; null where there are several, or a number of them. */
function medalSaid(items: readonly Item[]): Medal | null {
  const kinds = new Set(items.flatMap((item) => kindOf(item) ?? []));
  const isCounted = items.some(
    (item, at) => kindOf(item) !== null && items.slice(Math.max(0, at - 2), at).some((one) => hasTag(one, "number")),
  );
  const isUntold = items.some(({ tags }) => (tags["title"] ?? tags["champion"]) !== undefined);
  const [kind] = kinds;
  return kinds.size === 1 && !isCounted && !isUntold ? (kind ?? null) : null;
}

function kindOf({ tags }: Item): Medal | null {
  const said = [tags["tally"], tags["medal"], tags["medallist"], tags["placed"]];
  return MEDALS.find((medal) => said.includes(medal)) ?? null;
}
