import type { FoundClaim } from "./found-claim.ts";
import { isDoubted, type Part } from "./part.ts";
import { hasTag } from "./phrases.ts";
import { isElsewhere, isEventCalled, type Scope } from "./scope.ts";
import { spanOf } from "./places.ts";

/** `16 pairs`, of the event that is meant. */
export function checkField(part: Part, scope: Scope): FoundClaim[] {
  const at = part.items.findIndex((item, index) => hasTag(item, "pairs") && hasTag(part.items[index - 1], "number"));
  const number = Number(part.items[at - 1]?.tags["number"]);
  const isField =
    part.items.some((item) => hasTag(item, "took-part")) ||
    part.items.slice(at, at + 5).some((item) => hasTag(item, "title")) ||
    hasTag(part.items[at - 2], "of");
  if (at < 1 || !isField || isDoubted(part.items) || part.isQuoted) return [];
  const event = part.event;
  const meant = scope.events.filter((known) => event === null || isEventCalled(known, event));
  const right = meant.find(({ entries }) => entries.size === number);
  const words = spanOf(part.items, at - 1, at + 1);
  const [only, ...others] = right === undefined ? meant : [right];
  if (only === undefined || (others.length > 0 && right === undefined)) return [];
  const label = `${only.facts.title["en"] ?? only.facts.id}: ${only.entries.size} entries`;
  const evidence = [{ kind: "entry" as const, id: only.facts.id, label }];
  if (right !== undefined) return [{ type: "entries", claim: String(number), verdict: "supported", evidence, words }];
  const isWhole =
    part.named !== null &&
    !isElsewhere(scope, part.items) &&
    hasTag(
      part.items.find((item) => hasTag(item, "took-part")),
      "took-part",
    );
  return isWhole
    ? [
        {
          type: "entries",
          claim: String(number),
          verdict: "contradicted",
          truth: String(only.entries.size),
          evidence,
          words,
        },
      ]
    : [];
}
