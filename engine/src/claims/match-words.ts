import type { Saying } from "./anchor.ts";
import type { ClaimEvidence } from "./evidence.ts";
import { entryName, type Facts, gameScore, type KnownMatch, winnerOf } from "./facts.ts";
import { isMeant, type NamedSide } from "./sides.ts";

type Sides = Pick<Saying, "other" | "winner"> & { readonly one: NamedSide };

export function claimedResult(facts: Facts, { one, other, winner }: Sides, match: KnownMatch | null = null): string {
  const nameOfSide = (side: NamedSide) => playerOf(facts, [side, side === one ? other : one], match);
  if (other === null) return `${nameOfSide(one)} ${winner === one ? "won" : "lost"}`;
  if (winner === null) return `${nameOfSide(one)} met ${nameOfSide(other)}`;
  return `${nameOfSide(winner)} beat ${nameOfSide(winner === one ? other : one)}`;
}

/** Whom a side names; of `they` the one that played this match. */
function playerOf(facts: Facts, [side, rival]: [NamedSide, NamedSide | null], match: KnownMatch | null): string {
  if (!side.isPronoun || match === null) return sideName(facts, side);
  const own = [match.homeEntry, match.awayEntry].filter((entry) => isMeant(side, entry));
  const entry = own.length > 1 && rival !== null ? own.find((one) => !isMeant(rival, one)) : own[0];
  return entry === undefined ? sideName(facts, side) : entryName(facts, entry);
}

export function sideName(facts: Facts, side: NamedSide): string {
  if (side.isPronoun) return side.antecedents[0] === undefined ? "" : sideName(facts, side.antecedents[0]);
  if (side.people.length === 0) return side.associations.join("/");
  return side.people.map(([id = ""]) => nameOf(facts, id)).join(" / ");
}

function nameOf(facts: Facts, id: string): string {
  const person = facts.people.get(id);
  return person ? `${person.family} ${person.given}`.trim() : id;
}

export function resultOf(facts: Facts, match: KnownMatch): string {
  const won = winnerOf(match);
  if (won === null) return `${entryName(facts, match.homeEntry)} met ${entryName(facts, match.awayEntry)}`;
  const games = gameScore(match)?.join("-");
  const score = match.by === "play" ? (games === undefined ? "" : ` ${games}`) : ` (${match.by})`;
  return `${entryName(facts, won.winner)} beat ${entryName(facts, won.loser)}${score}`;
}

export function matchEvidence(facts: Facts, match: KnownMatch): ClaimEvidence {
  return { kind: "match", id: match.id, label: resultOf(facts, match) };
}
