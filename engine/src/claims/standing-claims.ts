import { type KnownEntry, type KnownEvent, winnerOf } from "./facts.ts";
import type { ClaimEvidence } from "./evidence.ts";
import type { Item } from "./items.ts";
import type { FoundClaim } from "./found-claim.ts";
import { matchEvidence, sideName } from "./match-words.ts";
import { medalEvidence, medallistsOf } from "./medal-claims.ts";
import { isEventCalled, mayBeAnother, type Scope } from "./scope.ts";
import { isMeant, type NamedSide } from "./sides.ts";

/** Where somebody is said to have ended: fourth, on the podium or off it. */
interface StandingSaying {
  readonly side: NamedSide;
  readonly standing: Standing;
  readonly event: string | null;
  readonly isPlain: boolean;
  readonly place: Item;
}

const STANDINGS = ["fourth", "podium", "no-medal"] as const;
type Standing = (typeof STANDINGS)[number];

export function standingOf(item: Item | undefined): Standing | null {
  const value = item?.tags["standing"];
  return STANDINGS.find((standing) => standing === value) ?? null;
}

/** Holds where a side ended against the medals and the match for third place. Only what is played to its end is asked. */
export function checkStanding(saying: StandingSaying, scope: Scope): FoundClaim[] {
  const { side, standing, event } = saying;
  const events = scope.events.filter(
    (known) => known.facts.complete && (event === null || isEventCalled(known, event)),
  );
  const entries = events.flatMap((known) => [...known.entries.values()].filter((entry) => isMeant(side, entry)));
  const [entry] = entries;
  if (entry === undefined) return [];
  const common = {
    type: standing === "fourth" ? ("round" as const) : ("medal" as const),
    claim: `${sideName(scope.facts, side)}: ${standing}`,
    words: { start: saying.place.start, end: saying.place.end },
    evidence: entries.flatMap((one) => evidenceOf(one, scope)),
  };
  if (isRight(standing, { side, entries })) return [{ ...common, verdict: "supported" }];
  const isOne = events.length === 1 && (entries.length === 1 || standing !== "fourth");
  const isDecided = standing !== "fourth" || hasBronzeMatch(entry.event);
  if (!saying.isPlain || event === null || !isOne || !isDecided) return [];
  if (side.people.length === 0 && mayBeAnother(event, scope)) return [];
  return [{ ...common, verdict: "contradicted", truth: entries.map(truthOf).join("; ") }];
}

function isRight(standing: Standing, { side, entries }: { side: NamedSide; entries: readonly KnownEntry[] }): boolean {
  const withMedal = entries.filter((entry) => medalOf(entry) !== null);
  switch (standing) {
    case "fourth":
      return entries.some(isFourth);
    case "no-medal":
      return withMedal.length === 0;
    case "podium":
      return side.people.length > 0 || side.isPronoun
        ? withMedal.length > 0
        : side.associations.every((code) => withMedal.some(({ association }) => association === code));
  }
}

function isFourth(entry: KnownEntry): boolean {
  return entry.event.matches.some((match) => match.round === "bronze" && winnerOf(match)?.loser.code === entry.code);
}

function hasBronzeMatch({ matches }: KnownEvent): boolean {
  return matches.some(({ round }) => round === "bronze");
}

function medalOf(entry: KnownEntry): string | null {
  return medallistsOf(entry.event).find((won) => won.entry === entry)?.medal ?? null;
}

function lastMatchOf({ code, event }: KnownEntry) {
  return event.matches.findLast(({ home, away }) => home === code || away === code);
}

function truthOf(entry: KnownEntry): string {
  return medalOf(entry) ?? (isFourth(entry) ? "fourth" : `out in ${lastMatchOf(entry)?.round ?? "group"}`);
}

function evidenceOf(entry: KnownEntry, { facts }: Scope): ClaimEvidence[] {
  const won = medallistsOf(entry.event).find((one) => one.entry === entry);
  if (won !== undefined) return [medalEvidence(facts, won)];
  const last = lastMatchOf(entry);
  return last === undefined ? [] : [matchEvidence(facts, last)];
}
