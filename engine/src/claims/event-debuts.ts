import { gamesSaid } from "./games-said.ts";
import { isHonourOf } from "./honour-lines.ts";
import type { FoundClaim } from "./found-claim.ts";
import { type MedalRecord, yearsPlayed } from "./medal-record.ts";
import { isDoubted, type Part } from "./part.ts";
import { hasTag } from "./phrases.ts";
import type { Scope } from "./scope.ts";
import { spanOf } from "./places.ts";

/** How far behind its event or before its Games the word stands that says so. */
const NEAR = 8;

/**
 * Holds `the mixed doubles made its debut in Tokyo`, `the doubles were last played in Athens` against the Games at which the
 * event gave medals. The first Games on record tell nothing about an event that was there from the beginning.
 */
export function checkDebut(part: Part, scope: Scope, medals: () => MedalRecord | null): FoundClaim[] {
  const { items } = part;
  const at = items.findIndex((item) => hasTag(item, "debut") || hasTag(item, "last-held"));
  const isLast = hasTag(items[at], "last-held");
  const eventAt = items.slice(0, Math.max(0, at)).findLastIndex(({ tags }) => tags["event"] !== undefined);
  if (eventAt < 0 || at - eventAt > NEAR || isDoubted(items)) return [];
  const isOfSomebody = part.sides.some(({ from, isPronoun }) => from > eventAt && from < at && !isPronoun);
  const record = isOfSomebody ? null : medals();
  const games =
    record === null ? [] : gamesSaid(items, record, scope).filter(({ from }) => from > at && from - at <= NEAR);
  const [said] = games;
  if (record === null || said?.year === undefined || said.year === null) return [];
  const years = yearsPlayed(record, items[eventAt]?.tags["event"] ?? "");
  const year = isLast ? years.at(-1) : years[0];
  if (year === undefined || (isLast ? year === record.here : year === record.years[0])) return [];
  const lines = record.lines.filter(
    (line) => line.year === year && isHonourOf(line, items[eventAt]?.tags["event"] ?? ""),
  );
  const words = spanOf(items, at, said.to);
  const common = {
    type: "event" as const,
    claim: `${isLast ? "last" : "first"} in ${said.year}`,
    words,
    evidence: lines.map(({ evidence }) => evidence),
  };
  if (said.year === year) return [{ ...common, verdict: "supported" }];
  return part.isQuoted ? [] : [{ ...common, verdict: "contradicted", truth: String(year) }];
}
