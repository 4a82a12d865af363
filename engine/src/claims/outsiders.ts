import { isHonourOf } from "./honour-lines.ts";
import { gamesSaid, isOfTheseGames } from "./games-said.ts";
import type { FoundClaim } from "./found-claim.ts";
import { genderIn } from "./medal-clauses.ts";
import type { Item } from "./items.ts";
import type { MedalRecord } from "./medal-record.ts";
import type { Part } from "./part.ts";
import { hasTag } from "./phrases.ts";
import { spanOf, textOf } from "./places.ts";
import { eventsCalled, isOtherContest, type Scope } from "./scope.ts";

/** How far behind the word the association may stand. */
const NEAR = 3;

/**
 * Holds `nobody from outside China has won it since 1992`, `the last man from outside China to win it, in 2004`, against all
 * golds on record: the last one that went elsewhere is of the year said, in one of the events that may be meant.
 */
export function checkOutsiders(part: Part, scope: Scope, medals: () => MedalRecord | null): FoundClaim[] {
  const { items, sides, event, isQuoted } = part;
  const at = items.findIndex((item) => hasTag(item, "outsider"));
  const side = sides.find(({ from, associations }) => from > at && from <= at + NEAR && associations.length > 0);
  const isSaid = items.slice(0, Math.max(0, at)).some((item) => hasTag(item, "none") || hasTag(item, "last"));
  const isOther = items.some((item) => isOtherContest(item, scope));
  const always = isOther || isQuoted ? [] : checkNobodyElse(part, scope, medals);
  if (always.length > 0) return always;
  if (at < 0 || side === undefined || !isSaid || isOther || isQuoted || event === null) return [];
  const record = isOfTheseGames(items, scope) ? medals() : null;
  const [games, ...more] = record === null ? [] : gamesSaid(items, record, scope);
  if (record === null || games === undefined || more.length > 0 || games.year === null) return [];
  const gender = genderIn(items.slice(0, at)) ?? genderOfOne(items.slice(0, at));
  const kinds = eventsCalled(event).filter((kind) => kind.length === 2 && (gender === null || kind.startsWith(gender)));
  const golds = kinds.map((kind) =>
    record.lines
      .filter(
        (line) => line.medal === "gold" && isHonourOf(line, kind) && !side.associations.includes(line.association),
      )
      .toSorted((one, other) => other.year - one.year),
  );
  const last = golds.flatMap((lines) => lines.slice(0, 1));
  if (last.length === 0) return [];
  const common = {
    type: "first" as const,
    claim: textOf(items, at, games.to),
    words: spanOf(items, at, games.to),
    evidence: last.map(({ evidence }) => evidence),
  };
  if (last.some(({ year }) => year === games.year)) return [{ ...common, verdict: "supported" }];
  const truth = last.map((line) => `${line.year} ${line.event}: ${line.association} ${line.players.join(" / ")}`);
  return [{ ...common, verdict: "contradicted", truth: truth.join("; ") }];
}

/** How far from `no` its `other` may stand. */
const BESIDE_NONE = 2;

/** `No other country has won it but China`, of no year: wrong where a gold of every event that may be meant went elsewhere. */
function checkNobodyElse({ items, sides, event }: Part, scope: Scope, medals: () => MedalRecord | null): FoundClaim[] {
  const at = items.findIndex((item) => hasTag(item, "outsider"));
  const isNone = items.slice(Math.max(0, at - BESIDE_NONE), at).some((item) => hasTag(item, "none"));
  const isOfCountries = [items[at - 1], items[at + 1]].some((item) => hasTag(item, "homeland"));
  const isWon =
    items.some((item) => hasTag(item, "take")) && items.some((item) => OF_GOLD.some((tag) => hasTag(item, tag)));
  const isDated = items.some(({ tags }) => (tags["year"] ?? tags["since"] ?? tags["city"]) !== undefined);
  const listed = sides.flatMap(({ associations, people }) => (people.length > 0 ? [""] : associations));
  const isOfMedal = items.some(({ tags }) => (tags["medal"] ?? "gold") !== "gold");
  if (
    at < 0 ||
    !isNone ||
    !isOfCountries ||
    !isWon ||
    isDated ||
    isOfMedal ||
    listed.length === 0 ||
    listed.includes("")
  )
    return [];
  const named = items.map(({ tags }) => tags["event"]).find((one) => one !== undefined) ?? event;
  const record = named === null || !isOfTheseGames(items, scope) ? null : medals();
  if (record === null || named === null) return [];
  const kinds = eventsCalled(named).filter((kind) => record.lines.some((line) => isHonourOf(line, kind)));
  const others = kinds.map((kind) =>
    record.lines.filter(
      (line) => line.medal === "gold" && isHonourOf(line, kind) && !listed.includes(line.association),
    ),
  );
  if (others.length === 0 || others.some((lines) => lines.length === 0)) return [];
  const lines = others.flat();
  return [
    {
      type: "first",
      claim: textOf(items, Math.max(0, at - 1), at + 1),
      words: spanOf(items, Math.max(0, at - 1), at + 1),
      verdict: "contradicted",
      truth: lines
        .map((line) => `${line.year} ${line.event}: ${line.association} ${line.players.join(" / ")}`)
        .join("; "),
      evidence: lines.map(({ evidence }) => evidence),
    },
  ];
}

const OF_GOLD = ["event", "title", "champion", "tally"];

/** `the last man from outside China`. */
function genderOfOne(items: readonly Item[]): string | null {
  const genders = items.flatMap(({ tags }) => tags["one-of"] ?? []);
  return genders.includes("m") ? "m" : (genders[0] ?? null);
}
