import { MEDALS } from "../medals/medals.ts";
import type { FoundClaim } from "./found-claim.ts";
import type { MedalRecord } from "./medal-record.ts";
import { isDoubted, type Part } from "./part.ts";
import { hasTag } from "./phrases.ts";
import { isOfAnother, type Scope } from "./scope.ts";
import type { NamedSide } from "./sides.ts";
import { spanOf } from "./places.ts";

/** How far before the table the place stands: `second in the table tennis medal table`. */
const NEAR = 6;

/**
 * Holds a place in the medal table of the sport against the medals of these Games: by golds, then silvers, then bronzes.
 * A table that names no sport is that of all sports; where an event is not on record nobody can tell.
 */
export function checkMedalTable(part: Part, scope: Scope, medals: () => MedalRecord | null): FoundClaim[] {
  const { items } = part;
  const table = items.findIndex((item) => hasTag(item, "medal-table"));
  const place = items.findLastIndex((item, at) => at < table && at >= table - NEAR && placeIn(item.tags) !== null);
  const side = part.sides.find((one) => one.associations.length === 1 && one.to <= place && !one.isOwner);
  const isOfSport = items.some(({ tags }) => tags["sport"] === "table-tennis");
  if (table < 0 || place < 0 || side === undefined || !isOfSport) return [];
  if (isDoubted(items) || part.isQuoted || isOfAnother(scope, items)) return [];
  const record = medals();
  return record === null ? [] : [judged(part, { side, place, table }, record)];
}

function judged(
  { items }: Part,
  { side, place, table }: { side: NamedSide; place: number; table: number },
  record: MedalRecord,
): FoundClaim {
  const said = placeIn(items[place]?.tags ?? {}) ?? 0;
  const [code = ""] = side.associations;
  const words = spanOf(items, place, table + 1);
  const common = { type: "rank" as const, claim: `${code}: ${said}`, words };
  const isOpen = record.open.some(({ year }) => year === record.here);
  if (isOpen) return { ...common, verdict: "not in the record", evidence: [] };
  const place1 = placeOf(code, record);
  const evidence = record.lines
    .filter(({ year, association }) => year === record.here && association === code)
    .map((line) => line.evidence);
  if (place1 === said) return { ...common, verdict: "supported", evidence };
  return { ...common, verdict: "contradicted", truth: place1 === null ? "no medal" : String(place1), evidence };
}

function placeIn(tags: Readonly<Record<string, string>>): number | null {
  if ("table-top" in tags) return 1;
  const placed = MEDALS.findIndex((medal) => medal === tags["placed"]);
  if (placed >= 0) return placed + 1;
  return tags["ordinal"] === undefined ? null : Number(tags["ordinal"]);
}

/** The place of an association in the table of these Games; null without a medal. */
function placeOf(code: string, { lines, here }: MedalRecord): number | null {
  const won = new Map<string, number>();
  for (const { year, association, medal } of lines)
    if (year === here) won.set(association, (won.get(association) ?? 0) + WEIGHTS[medal]);
  const own = won.get(code);
  return own === undefined ? null : [...won.values()].filter((one) => one > own).length + 1;
}

/** One gold counts more than all silvers that can be won, one silver more than all bronzes. */
const WEIGHTS = { gold: 1_000_000, silver: 1000, bronze: 1 } as const;
