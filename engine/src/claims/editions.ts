import { isHonourOf } from "./honour-lines.ts";
import type { FoundClaim } from "./found-claim.ts";
import { type MedalRecord, yearsPlayed } from "./medal-record.ts";
import { beforeSince, eventIn, isDoubted, type Part } from "./part.ts";
import { hasTag } from "./phrases.ts";
import { isEventCalled, isOfAnother, type Scope } from "./scope.ts";
import { spanOf } from "./places.ts";

/** How far behind the Games the word stands that says they were held there. */
const NEAR = 8;

/** Holds `at all five Games at which it has been played` against the Games at which the event gave medals. */
export function checkEditions(part: Part, scope: Scope, medals: () => MedalRecord | null): FoundClaim[] {
  const { items } = part;
  const at = items.findIndex((_, index) => numberOfGames(items, index) !== null);
  const around = items.slice(Math.max(0, at - NEAR), at + NEAR);
  // `won all five editions of the team event since 2008`.
  const isAll = at > 0 && (hasTag(items[at - 1], "all") || hasTag(items[at - 1], "every"));
  const isHeld = isAll || around.some((item) => hasTag(item, "held"));
  const event = eventIn(items) ?? (items.some((item) => hasTag(item, "it")) ? part.event : null);
  if (at < 0 || !isHeld || event === null || isDoubted(items)) return [];
  if (isOfAnother(scope, isAll ? beforeSince(items) : items)) return [];
  if (items.some((item) => !isAll && (hasTag(item, "inexact") || hasTag(item, "since")))) return [];
  const record = medals();
  const years = record === null ? [] : yearsOf(record, { event, scope });
  if (record === null || years.length === 0) return [];
  const number = numberOfGames(items, at) ?? 0;
  const lines = record.lines.filter((line) => isHonourOf(line, event));
  const common = {
    type: "event" as const,
    claim: `held at ${number} Games`,
    words: spanOf(items, at, at + 1),
    evidence: lines.map(({ evidence }) => evidence),
  };
  const before = years.filter((year) => year < record.here).length;
  if (number === years.length || number === before) return [{ ...common, verdict: "supported" }];
  // An event that is as old as the record may be older.
  const isWhole = years[0] !== record.years[0] || number < before;
  return isWhole && !part.isQuoted ? [{ ...common, verdict: "contradicted", truth: String(years.length) }] : [];
}

/** `six Games`, which reads as `six games` too, `five editions`, `five Olympics`. */
function numberOfGames(items: Part["items"], at: number): number | null {
  const [item, next] = [items[at], items[at + 1]];
  if (item?.text.endsWith(" Games") === true && hasTag(item, "games-count")) return Number(item.tags["games-count"]);
  const isOfGames = hasTag(next, "edition") || next?.tags["contest"] === "olympics";
  return isOfGames && hasTag(item, "number") && !hasTag(item, "year") ? Number(item?.tags["number"]) : null;
}

/** At which Games the event gave medals, those of now with them where it is played there. */
function yearsOf(record: MedalRecord, { event, scope }: { event: string; scope: Scope }): number[] {
  const isHere = scope.events.some((known) => isEventCalled(known, event));
  const held = yearsPlayed(record, event);
  return isHere && !held.includes(record.here) ? [...held, record.here].sort((one, other) => one - other) : held;
}
