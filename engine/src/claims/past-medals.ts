import type { Honour } from "../history/honours.ts";
import { honourEvidence } from "./evidence.ts";
import type { FoundClaim, TextSpan } from "./found-claim.ts";
import { sideName } from "./match-words.ts";
import { isHolder, isHonourOf } from "./honour-lines.ts";
import type { Medal } from "../medals/medals.ts";
import type { NamedSide } from "./sides.ts";
import type { Scope } from "./scope.ts";

/** Somebody is said to have won a medal in the Games of these years. */
export interface PastMedalSaying {
  readonly holder: NamedSide;
  readonly medal: Medal;
  readonly years: readonly number[];
  /** The event that is named beside the medal. */
  readonly eventSaid: string | null;
  /** Whether it is said plainly of the Games of another year. */
  readonly isPlainThen: boolean;
  readonly place: TextSpan;
}

/** Games that were held a year late, by the year that stands in their name. */
const HELD_IN: Readonly<Record<number, number>> = { 2021: 2020 };

/**
 * Holds a medal of an earlier year against the honours. Wrong is only what they cover: medals of that event in that year,
 * or the one medal that somebody won there.
 */
export function checkPastMedal(saying: PastMedalSaying, { facts }: Pick<Scope, "facts">): FoundClaim[] {
  const years = [...new Set(saying.years.map((year) => HELD_IN[year] ?? year))];
  const found = years.map((year) =>
    inYear(
      saying,
      facts.honours.filter((honour) => honour.year === year),
    ),
  );
  const common = {
    type: "medal" as const,
    claim: `${sideName(facts, saying.holder)}: ${saying.medal} ${years.join(", ")}`,
    words: saying.place,
  };
  const wrong = found.find(({ right }) => right === undefined);
  if (wrong === undefined)
    return [
      { ...common, verdict: "supported", evidence: found.flatMap(({ right = [] }) => right.map(honourEvidence)) },
    ];
  if (!saying.isPlainThen || wrong.truth === null) return [];
  return [{ ...common, verdict: "contradicted", truth: wrong.truth, evidence: wrong.evidence.map(honourEvidence) }];

  function inYear(said: PastMedalSaying, honours: readonly Honour[]): InYear {
    const { holder, medal, eventSaid } = said;
    const lines = eventSaid === null ? honours : honours.filter((honour) => isHonourOf(honour, eventSaid));
    const own = lines.filter((honour) => isHolder(holder, honour, facts));
    const right = own.filter((honour) => honour.medal === medal);
    if (right.length > 0) return { right, truth: null, evidence: [] };
    if (own.length > 0 && (holder.people.length > 0 || eventSaid !== null)) {
      const truth = [...new Set(own.map((honour) => honour.medal))].join(", ");
      return { right: undefined, truth, evidence: own };
    }
    const holders = lines.filter((honour) => honour.medal === medal);
    if (eventSaid === null || own.length > 0 || holders.length === 0)
      return { right: undefined, truth: null, evidence: [] };
    const truth = holders.map(({ association, players }) => `${association} ${players.join(" / ")}`.trim()).join("; ");
    return { right: undefined, truth, evidence: holders };
  }
}

interface InYear {
  /** The lines that say the same; undefined where there are none. */
  readonly right: readonly Honour[] | undefined;
  /** What the honours have in its place; null where they leave it open. */
  readonly truth: string | null;
  readonly evidence: readonly Honour[];
}
