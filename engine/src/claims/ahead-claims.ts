import { meetings } from "./anchor.ts";
import { type Attribute, attributesOf } from "./attributes.ts";
import { attributeName, TYPE_OF } from "./attribute-names.ts";
import type { KnownMatch } from "./facts.ts";
import type { FoundClaim } from "./found-claim.ts";
import { hold } from "./holds.ts";
import { matchEvidence } from "./match-words.ts";
import type { Part } from "./part.ts";
import { hasTag } from "./phrases.ts";
import { isElsewhere, type Scope } from "./scope.ts";
import type { NamedSide } from "./sides.ts";
import type { Statement } from "./statements.ts";

const AHEAD: readonly Attribute["kind"][] = ["date", "weekday", "day", "round"];

/** What of a match that was still to come is not as the record has it; that a plan was kept is nothing which a text says. */
export function notAsPlanned(said: readonly Attribute[], match: KnownMatch, scope: Scope): FoundClaim[] {
  return said.flatMap((one): FoundClaim[] => {
    const { fits, truth } = hold(one, match, scope);
    const words = { start: one.start, end: one.end };
    const evidence = [matchEvidence(scope.facts, match)];
    const told = { type: TYPE_OF[one.kind], claim: attributeName(one), words, evidence };
    return fits === false ? [{ ...told, verdict: "contradicted", truth }] : [];
  });
}

/** `beat Calderano to set up a meeting with Fan in Sunday's final`: the day and the round of the match that followed. */
export function checkAhead({ items, sides, isQuoted }: Part, statement: Statement, scope: Scope): FoundClaim[] {
  const { winner } = statement.roles;
  const at = items.findIndex((item, index) => index >= statement.until && hasTag(item, "onward"));
  const behind = items.slice(Math.max(0, at));
  const isOpen =
    at < 0 || isQuoted || behind.some((item) => ["not", "unsure", "join"].some((tag) => hasTag(item, tag)));
  if (isOpen || winner === undefined || isElsewhere(scope, behind)) return [];
  const rivals = sides.filter(({ from, isOwner, isPronoun }) => from > at && !isOwner && !isPronoun);
  const [rival] = rivals;
  if (rival === undefined || rivals.length > 1 || !isMet(items.slice(at, rival.from))) return [];
  const [match, ...more] = meetings(winner, rival, scope).filter(({ event }) => scope.events.includes(event));
  if (match === undefined || more.length > 0 || isHalf([winner, rival], match)) return [];
  const said = attributesOf(behind).filter(({ kind }) => AHEAD.includes(kind));
  return notAsPlanned(said, match, scope);
}

/** `a meeting with`, `a final against`. */
function isMet(items: Part["items"]): boolean {
  return items.some((item) => ["meet", "over", "with"].some((tag) => hasTag(item, tag)));
}

/** One name alone is half a pair. */
function isHalf(sides: readonly NamedSide[], { event }: KnownMatch): boolean {
  return event.facts.kind === "doubles" && sides.some(({ people }) => people.length === 1);
}
