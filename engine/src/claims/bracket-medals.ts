import type { FoundClaim } from "./found-claim.ts";
import { sideName } from "./match-words.ts";
import { medalEvidence, medallistsOf } from "./medal-claims.ts";
import type { Part } from "./part.ts";
import { isElsewhere, isEventCalled, type Scope } from "./scope.ts";
import { isMeant } from "./sides.ts";

/** Holds the medals of a caption, `Ri Jong Sik and Kim Kum Yong (silver)`, against those won here. */
export function checkBracketMedals(part: Part, scope: Scope): FoundClaim[] {
  const { items, event } = part;
  if (part.isQuoted || isElsewhere(scope, items)) return [];
  return part.sides.flatMap((side): FoundClaim[] => {
    const [open, medal, close] = items.slice(side.to, side.to + 3);
    const said = medal?.tags["medal"];
    if (open?.text !== "(" || close?.text !== ")" || medal === undefined || said === undefined || side.isPronoun)
      return [];
    const events = scope.events.filter(
      (known) => known.facts.complete && (event === null || isEventCalled(known, event)),
    );
    const played = events.filter(({ entries }) => [...entries.values()].some((entry) => isMeant(side, entry)));
    const own = played.flatMap((known) => medallistsOf(known)).filter(({ entry }) => isMeant(side, entry));
    const right = own.find((won) => won.medal === said);
    const common = {
      type: "medal" as const,
      claim: `${sideName(scope.facts, side)}: ${said}`,
      words: { start: medal.start, end: medal.end },
    };
    if (right !== undefined)
      return [{ ...common, verdict: "supported", evidence: [medalEvidence(scope.facts, right)] }];
    // A pair plays one event; anybody else may have won it in an event that is not on record.
    const isCertain = side.people.length === 2 || (event !== null && part.named !== null);
    if (!isCertain || played.length !== 1) return [];
    const truth = own.map((won) => won.medal).join(", ") || "no medal";
    const won = own.length > 0 ? own : played.flatMap(medallistsOf);
    return [{ ...common, verdict: "contradicted", truth, evidence: won.map((one) => medalEvidence(scope.facts, one)) }];
  });
}
