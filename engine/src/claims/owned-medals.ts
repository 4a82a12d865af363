import type { Medal } from "../medals/medals.ts";
import { gamesSaid } from "./games-said.ts";
import type { FoundClaim } from "./found-claim.ts";
import { eventsIn, holdersOf, isUnknown } from "./medal-clauses.ts";
import { type MedalQuery, type MedalRecord, tally } from "./medal-record.ts";
import { isDoubted, type Part } from "./part.ts";
import { hasTag } from "./phrases.ts";
import { isOfAnother, isOtherContest, type Scope } from "./scope.ts";
import type { NamedSide } from "./sides.ts";
import { spanOf, textOf } from "./places.ts";

/** How far behind its holder the medal stands, and behind that the Games. */
const MEDAL_WITHIN = 3;
const GAMES_WITHIN = 7;

/** A medal that is named as somebody's: `Waldner's silver in Sydney`, `l'argent de Gatien à Barcelone`. */
interface Owned {
  readonly side: NamedSide;
  readonly medal: Medal;
  readonly from: number;
  /** Before which item the medal and its holder end. */
  readonly to: number;
}

/**
 * Holds a medal that is named by the way as somebody's at some Games against all medals on record. It is taken as known,
 * so a denial around it says nothing of it: `no medal since Waldner's silver in Athens`.
 */
export function checkOwnedMedals(part: Part, scope: Scope, medals: () => MedalRecord | null): FoundClaim[] {
  const owned = part.sides.flatMap((side) => ownedBy(part, side) ?? []);
  const isAsked = owned.length > 0 || part.sides.some((side) => ownedHere(part, side) !== null);
  const record = !isAsked || part.isQuoted ? null : medals();
  if (record === null) return [];
  const games = gamesSaid(part.items, record, scope);
  const here = part.sides.flatMap((side) => ownedHere(part, side) ?? []);
  const isHere = part.items.every(({ tags }) => tags["year"] === undefined) && !isDoubted(part.items);
  const ofHere = here.flatMap((one) =>
    isHere && games.every(({ year }) => year === record.here)
      ? judged(
          part,
          { ...one, year: record.here, until: one.to, events: eventsIn(part.items.slice(one.from, one.to)) },
          record,
        )
      : [],
  );
  const ofThen = owned.flatMap((one) => {
    const said = games.find(({ from }) => from >= one.to && from - one.to <= GAMES_WITHIN);
    const between = part.items.slice(one.to, said?.from ?? one.to);
    if (said?.year == null || said.year === record.here || !between.every((item) => isBeside(item))) return [];
    if (
      isOfAnother(
        scope,
        between.filter((item) => hasTag(item, "contest")),
      )
    )
      return [];
    return judged(part, { ...one, year: said.year, until: said.to, events: eventsIn(between) }, record);
  });
  return [...ofHere, ...ofThen, ...neverWon(part, owned, { games: games.length, record, scope })];
}

/** `Moregard's bronze`, where no Games are named beside it: a medal that its holder never won at any. */
function neverWon(
  { items, event }: Part,
  owned: readonly Owned[],
  { games, record, scope }: { games: number; record: MedalRecord; scope: Scope },
): FoundClaim[] {
  if (games > 0 || !scope.isOfOneContest || event === null || items.some((item) => isOfOther(item, scope))) return [];
  return owned.flatMap((one) => {
    // `Ma's silver in Houston`: of a contest that has no name here.
    if (hasTag(items[one.to], "place")) return [];
    const queries = (holdersOf(one.side, record) ?? []).map((holder): MedalQuery => ({
      holder,
      medal: one.medal,
      events: null,
      gender: null,
      years: record.years,
    }));
    const own = queries.flatMap((query) => tally(record, { ...query, medal: "any" }).lines);
    const isWrong = own.length > 0 && queries.every((query) => tally(record, query).most === 0);
    const truth = own.map((line) => `${line.year} ${line.event}: ${line.medal}`).join("; ");
    const common = { type: "medal" as const, claim: textOf(items, one.from, one.to) };
    const words = spanOf(items, one.from, one.to);
    return isWrong
      ? [{ ...common, verdict: "contradicted", words, truth, evidence: own.map(({ evidence }) => evidence) }]
      : [];
  });
}

function isOfOther(item: Part["items"][number], scope: Scope): boolean {
  return hasTag(item, "elsewhere") || isOtherContest(item, scope);
}

/** What stands before somebody's medal that is named beside another: `a second silver after Moregard's in the singles`. */
const BESIDE_ANOTHER = /^(after|following|besides|alongside|beside)$/i;

function ownedHere({ items }: Part, side: NamedSide): Owned | null {
  const before = items.slice(0, side.from);
  const medal = kindOf(before.findLast(({ tags }) => kindOf(tags) !== null)?.tags ?? {});
  const event = items.findIndex(({ tags }, at) => at > side.to && at <= side.to + 3 && tags["event"] !== undefined);
  const isOwned = side.people.length === 1 && !isUnknown(side) && hasTag(items[side.to], "possessive");
  const isBesides = BESIDE_ANOTHER.test(before.at(-1)?.text ?? "") && hasTag(items[side.to + 1], "place");
  return isOwned && isBesides && medal !== null && event > 0 ? { side, medal, from: side.from, to: event + 1 } : null;
}

function isBeside(item: Part["items"][number]): boolean {
  return ["place", "article", "event", "possessive", "contest", "year", "city", "sport", "round"].some((tag) =>
    hasTag(item, tag),
  );
}

function ownedBy({ items }: Part, side: NamedSide): Owned | null {
  if (side.people.length !== 1 || isUnknown(side)) return null;
  if (hasTag(items[side.to], "possessive")) {
    const at = items.findIndex(
      (item, index) => index > side.to && index <= side.to + MEDAL_WITHIN && kindOf(item.tags) !== null,
    );
    const medal = kindOf(items[at]?.tags ?? {});
    return medal === null ? null : { side, medal, from: side.from, to: at + 1 };
  }
  const medal = hasTag(items[side.from - 1], "of") ? kindOf(items[side.from - 2]?.tags ?? {}) : null;
  return medal === null ? null : { side, medal, from: side.from - 2, to: side.to };
}

function kindOf({ tally: counted, medal }: Readonly<Record<string, string>>): Medal | null {
  const kind = counted ?? medal;
  return kind === "gold" || kind === "silver" || kind === "bronze" ? kind : null;
}

function judged(
  { items }: Part,
  { side, medal, from, until, year, events }: Owned & { year: number; until: number; events: readonly string[] },
  record: MedalRecord,
): FoundClaim[] {
  const holders = holdersOf(side, record) ?? [];
  const queries = holders.map((holder): MedalQuery => ({
    holder,
    medal,
    events: events.length > 0 ? events : null,
    gender: null,
    years: [year],
  }));
  const tallies = queries.map((query) => tally(record, query));
  const right = tallies.find(({ least }) => least > 0);
  const common = { type: "medal" as const, claim: textOf(items, from, until), words: spanOf(items, from, until) };
  if (right !== undefined)
    return [{ ...common, verdict: "supported", evidence: right.lines.map(({ evidence }) => evidence) }];
  if (tallies.length === 0 || tallies.some(({ most }) => most > 0)) return [];
  const own = queries.flatMap(
    (query) => tally(record, { ...query, medal: "any", events: null, years: record.years }).lines,
  );
  if (own.length === 0) return year === record.here ? ofOthers(common, { medal, events, year }, record) : [];
  const truth = own.map((line) => `${line.year} ${line.event}: ${line.medal}`).join("; ");
  return [{ ...common, verdict: "contradicted", truth, evidence: own.map(({ evidence }) => evidence) }];
}

/** Somebody without a medal on record: who won the one that is named. */
function ofOthers(
  common: Pick<FoundClaim, "type" | "claim" | "words">,
  { medal, events, year }: { medal: Medal; events: readonly string[]; year: number },
  record: MedalRecord,
): FoundClaim[] {
  const { lines } = tally(record, { holder: null, medal, events, gender: null, years: [year] });
  const truth = lines.map(({ event, players, association }) => `${event}: ${players.join(" / ") || association}`);
  const evidence = lines.map((line) => line.evidence);
  return lines.length === 0 ? [] : [{ ...common, verdict: "contradicted", truth: truth.join("; "), evidence }];
}
