import type { Medal } from "../medals/medals.ts";
import { isHonourOf } from "./honour-lines.ts";
import type { FoundClaim } from "./found-claim.ts";
import { holdersOf, isUnknown } from "./medal-clauses.ts";
import { type MedalQuery, type MedalRecord, tally } from "./medal-record.ts";
import { isDoubted, type Part } from "./part.ts";
import { hasTag } from "./phrases.ts";
import type { Scope } from "./scope.ts";
import type { NamedSide } from "./sides.ts";
import { spanOf, textOf } from "./places.ts";

/** How far behind `only` the medal stands, and behind that what it was. */
const NEAR = 4;
const WAS = 6;

/** What the only medal of somebody is said to be. */
interface SoleSaying {
  readonly side: NamedSide;
  /** Of which kind it is the only one. */
  readonly of: Medal | "any";
  /** What it was; null where that is not said. */
  readonly was: Medal | null;
  readonly event: string | null;
  readonly from: number;
  readonly to: number;
}

/**
 * Holds `North Korea's only medal was a silver in the mixed doubles` against all medals on record, of these Games and of
 * all: wrong where several are on record, and where the one that is was another.
 */
export function checkSoleMedal(part: Part, scope: Scope, medals: () => MedalRecord | null): FoundClaim[] {
  const saying = soleIn(part);
  const record = saying === null || !scope.isOfSport ? null : medals();
  const holders = saying === null || record === null ? null : holdersOf(saying.side, record);
  if (saying === null || record === null || holders === null) return [];
  const years = [[record.here], record.years];
  const queries = holders.flatMap((holder) =>
    years.map((those): MedalQuery => ({ holder, medal: saying.of, events: null, gender: null, years: those })),
  );
  const fits = queries.map((query) => fitOf(saying, query, record));
  const words = spanOf(part.items, saying.from, saying.to);
  const claim = textOf(part.items, saying.from, saying.to);
  const right = queries[fits.indexOf("true")];
  const [first] = queries;
  if (first === undefined) return [];
  const { lines } = tally(record, right ?? first);
  const common = { type: "medal" as const, claim, words, evidence: lines.map(({ evidence }) => evidence) };
  if (right !== undefined) return [{ ...common, verdict: "supported" }];
  const isWrong = fits.every((fit) => fit === "false") && !part.isQuoted && scope.isOfOneContest && lines.length > 0;
  const truth = lines.map(({ year, event, medal }) => `${year} ${event}: ${medal}`).join("; ");
  return isWrong ? [{ ...common, verdict: "contradicted", truth }] : [];
}

function soleIn({ items, sides }: Part): SoleSaying | null {
  const at = items.findIndex((item) => hasTag(item, "sole"));
  const medal = items.findIndex(({ tags }, index) => index > at && index <= at + NEAR && tags["tally"] !== undefined);
  const side = sides.find((one) => one.isOwner && (one.to === at || one.to + 1 === at));
  if (at < 0 || medal < 0 || side === undefined || isUnknown(side) || isDoubted(items)) return null;
  if (items.some((item) => ["since", "year", "city", "earlier"].some((tag) => hasTag(item, tag)))) return null;
  const of = items[medal]?.tags["tally"] ?? "";
  const behind = items.slice(medal + 1, medal + 1 + WAS);
  const isSaid = behind.some(({ text }) => /^(was|were|came|is|being)$/i.test(text));
  const was = isSaid ? behind.findIndex(({ tags }) => (tags["tally"] ?? "any") !== "any") : -1;
  const kind = behind[was]?.tags["tally"];
  const to = was < 0 ? medal + 1 : medal + 2 + was;
  const event = items.slice(to).find(({ tags }) => tags["event"] !== undefined)?.tags["event"] ?? null;
  if (!isSaid || (kind === undefined && event === null)) return null;
  return {
    side,
    of: of === "title" ? "gold" : (of as Medal | "any"),
    was: kind === undefined || kind === "title" ? null : (kind as Medal),
    event,
    from: at,
    to,
  };
}

function fitOf({ was, event }: SoleSaying, query: MedalQuery, record: MedalRecord): "true" | "false" | "open" {
  const { lines, least, most } = tally(record, query);
  const isSaid = lines.some(
    (line) => (was === null || line.medal === was) && (event === null || isHonourOf(line, event)),
  );
  if (least > 1 || (least === 1 && !isSaid) || most === 0) return "false";
  return isSaid && most === 1 ? "true" : "open";
}
