import type { KnownEntry, KnownMatch } from "./facts.ts";
import type { FoundClaim } from "./found-claim.ts";
import { matchEvidence, sideName } from "./match-words.ts";
import type { Part } from "./part.ts";
import { isEventCalled, type Scope } from "./scope.ts";
import { isMeant } from "./sides.ts";
import type { Statement } from "./statements.ts";

/**
 * `They beat the second, fifth and eighth seeds`: held against the seeds that the side beat. Wrong is only a list of
 * which most are right: another one would be of other matches.
 */
export function checkSeedsBeaten(
  part: Part,
  statement: Statement,
  { isPlain, scope }: { isPlain: boolean; scope: Scope },
): FoundClaim[] {
  const { side } = statement.roles;
  const item = part.items.slice(statement.at, statement.until).find(({ tags }) => "seeds-are" in tags);
  if (side === undefined || item === undefined || statement.isUnsure) return [];
  const said = (item.tags["seeds-are"] ?? "").split(",").map(Number);
  const entries = scope.events
    .filter((event) => part.event === null || isEventCalled(event, part.event))
    .flatMap((event) => [...event.entries.values()].filter((entry) => isMeant(side, entry)));
  const beaten = entries.map((entry) => winsOverSeeds(entry));
  const right = beaten.find((wins) => said.every((seed) => wins.has(seed)));
  const common = {
    type: "seed" as const,
    claim: `${sideName(scope.facts, side)} beat ${said.join(", ")}`,
    words: { start: item.start, end: item.end },
  };
  const evidenceOf = (wins: ReadonlyMap<number, KnownMatch>) =>
    [...wins.values()].map((match) => matchEvidence(scope.facts, match));
  if (right !== undefined) return [{ ...common, verdict: "supported", evidence: evidenceOf(right) }];
  const [only, ...others] = beaten.filter((wins) => said.filter((seed) => !wins.has(seed)).length === 1);
  if (only === undefined || others.length > 0 || !isPlain || said.length < 2) return [];
  const truth = [...only.keys()].join(", ");
  return [{ ...common, verdict: "contradicted", truth, evidence: evidenceOf(only) }];
}

/** The matches that an entry won against seeds, by the seed. */
function winsOverSeeds({ event, code }: KnownEntry): ReadonlyMap<number, KnownMatch> {
  const wins = event.matches.filter(({ winner }) => winner === code);
  return new Map(
    wins.flatMap((match) => {
      const { seed } = match.home === code ? match.awayEntry : match.homeEntry;
      return seed === null ? [] : [[seed, match] as const];
    }),
  );
}
