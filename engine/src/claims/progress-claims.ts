import { isRound } from "./holds.ts";
import { type KnownEntry, type KnownMatch, winnerOf } from "./facts.ts";
import type { FoundClaim, TextSpan } from "./found-claim.ts";
import { matchEvidence, sideName } from "./match-words.ts";
import { isEventCalled, mayBeAnother, type Scope } from "./scope.ts";
import { isMeant, type NamedSide } from "./sides.ts";

/** Somebody is said to have come as far as a round, or to have gone out in it. */
interface ProgressSaying {
  readonly side: NamedSide;
  readonly round: string;
  readonly isPlural: boolean;
  readonly isExit: boolean;
  readonly event: string | null;
  readonly isPlain: boolean;
  readonly place: TextSpan;
}

/** Holds how far a side is said to have come against its matches. */
export function checkProgress(saying: ProgressSaying, scope: Scope): FoundClaim[] {
  const entries = entriesOf(saying, scope);
  const claim = `${sideName(scope.facts, saying.side)}: ${saying.isExit ? "out in" : "reached"} ${saying.round}`;
  const common = { type: "round" as const, claim, words: saying.place };
  const played = entries.map((entry) => ({ entry, matches: matchesOf(entry) }));
  for (const { entry, matches } of played) {
    const match = matches.find(
      (one) => isRound(one, saying) && (!saying.isExit || winnerOf(one)?.loser.code === entry.code),
    );
    if (match !== undefined)
      return [{ ...common, verdict: "supported", evidence: [matchEvidence(scope.facts, match)] }];
  }
  const [only, ...others] = played;
  const last = only?.matches.at(-1);
  const isMeantOnce =
    only !== undefined && others.length === 0 && last !== undefined && only.entry.event.facts.complete;
  if (!isMeantOnce || !saying.isPlain || saying.event === null || !isPlayed(only.entry, saying)) return [];
  if (saying.side.people.length === 0 && mayBeAnother(saying.event, scope)) return [];
  return [
    {
      ...common,
      verdict: "contradicted",
      truth: lastRound(only.matches),
      evidence: [matchEvidence(scope.facts, last)],
    },
  ];
}

function entriesOf({ side, event }: ProgressSaying, { events, facts }: Scope): KnownEntry[] {
  const pool =
    side.people.length > 0
      ? side.people.flat().flatMap((id) => facts.entriesOfPerson.get(id) ?? [])
      : events.flatMap((one) => [...one.entries.values()]);
  const meant = [...new Set(pool)].filter((entry) => events.includes(entry.event) && isMeant(side, entry));
  return event === null ? meant : meant.filter((entry) => isEventCalled(entry.event, event));
}

function matchesOf(entry: KnownEntry): KnownMatch[] {
  return entry.event.matches.filter(({ home, away }) => home === entry.code || away === entry.code);
}

/** Whether the event has such a round at all. */
function isPlayed({ event }: KnownEntry, saying: ProgressSaying): boolean {
  return event.matches.some((match) => isRound(match, saying));
}

function lastRound(matches: readonly KnownMatch[]): string {
  return matches.findLast(({ round }) => round !== "bronze")?.round ?? "group";
}
