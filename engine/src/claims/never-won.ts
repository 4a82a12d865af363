import type { Medal } from "../medals/medals.ts";
import type { FoundClaim } from "./found-claim.ts";
import { clauseAround, eventsIn, genderIn, itemsOf } from "./medal-clauses.ts";
import { type MedalRecord, tally } from "./medal-record.ts";
import type { Part } from "./part.ts";
import { hasTag } from "./phrases.ts";
import { isOfOwn, type Scope } from "./scope.ts";
import { spanOf } from "./places.ts";

/** How far behind the association the medal may stand: `No Brazilian man has ever won an Olympic medal`. */
const NEAR = 9;

/** Holds `no Brazilian has ever won a medal` against all medals on record. */
export function checkNeverWon(part: Part, scope: Scope, medals: () => MedalRecord | null): FoundClaim[] {
  const { items } = part;
  const at = items.findIndex((item, index) => hasTag(item, "none") && associationAt(part, index + 1) !== null);
  const code = associationAt(part, at + 1);
  const medal = items.findIndex(({ tags }, index) => index > at && index <= at + NEAR && tags["tally"] !== undefined);
  if (at < 0 || medal < 0 || code === null) return [];
  const isEver = items.slice(at, medal).some((item) => hasTag(item, "ever"));
  const isPlain = !part.isQuoted && isOfOwn(scope, items) && !items.some((item) => hasTag(item, "unsure"));
  const record = isEver && isPlain ? medals() : null;
  if (
    record === null ||
    items.slice(medal).some((item) => ["since", "earlier", "such-as", "year", "city"].some((tag) => hasTag(item, tag)))
  )
    return [];
  const said = items[medal]?.tags["tally"] ?? "";
  const clause = itemsOf(part, clauseAround(items, { from: at, to: medal + 1 }));
  const events = eventsIn(clause);
  const won = tally(record, {
    holder: { person: null, associations: [code] },
    medal: said === "title" ? "gold" : (said as Medal | "any"),
    events: events.length > 0 ? events : null,
    gender: events.length > 0 ? null : genderIn(clause),
    years: record.years,
  });
  const words = spanOf(items, at, medal + 1);
  const common = {
    type: "first" as const,
    claim: `${code}: never ${said}`,
    words,
    evidence: won.lines.map(({ evidence }) => evidence),
  };
  if (won.most === 0) return [{ ...common, verdict: "supported" }];
  const truth = won.lines.map(({ year, event }) => `${year} ${event}`).join("; ");
  return won.least === 0 ? [] : [{ ...common, verdict: "contradicted", truth }];
}

function associationAt({ items }: Part, at: number): string | null {
  const codes = new Set(items[at]?.names.flatMap((name) => (name.kind === "association" ? [name.code] : [])));
  const [code] = codes;
  return codes.size === 1 ? (code ?? null) : null;
}
