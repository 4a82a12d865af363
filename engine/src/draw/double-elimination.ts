import type { MatchCode } from "../brand.ts";
import { type Refusal, isRefused, refuse } from "../refusal.ts";
import { planKnockOut } from "./knock-out.ts";
import type { PlannedMatch, Source } from "./plan.ts";

/**
 * Plans a double elimination: who loses once plays on in the lower bracket, who loses twice is out. Rounds are `w1`, `w2`, ...
 * above and `l1`, `l2`, ... below; `final` is between the winners of both, and `final-2` is played only when the one who
 * came from below wins it, since both have then lost once. Losers come down in turned order, so that two who met above meet again
 * as late as possible. Needs 4, 8, ... lines; refuses `draw-size` and `entry-twice`.
 */
export function planDoubleElimination(lines: readonly Source[]): PlannedMatch[] | Refusal {
  if (lines.length < 4)
    return refuse("draw-size", "A double elimination needs at least four lines.", { lines: lines.length });
  const single = planKnockOut(lines, { bronzeMatch: false });
  if (isRefused(single)) return single;
  const matches: PlannedMatch[] = [];
  let upper = pairUp(lines, "w1");
  let lower: Source[] = [];
  matches.push(...upper);
  for (let round = 2; upper.length > 1; round += 1) {
    const fallen = losersOf(upper);
    upper = pairUp(winnersOf(upper), `w${round}`);
    const minor = pairUp(round === 2 ? fallen : lower, `l${2 * round - 3}`);
    const major = pairUp(alternating(winnersOf(minor), turned(losersOf(upper), round)), `l${2 * round - 2}`);
    matches.push(...upper, ...minor, ...major);
    lower = winnersOf(major);
  }
  return [...matches, ...finals([...winnersOf(upper), ...lower])];
}

function finals(sources: readonly Source[]): PlannedMatch[] {
  const [final] = pairUp(sources, "final");
  if (!final) throw new Error("a final needs two sources");
  const first = { ...final, code: "final" as MatchCode };
  const [again] = pairUp([...winnersOf([first]), ...losersOf([first])], "final-2");
  if (!again) throw new Error("a second final needs two sources");
  return [first, { ...again, code: "final-2" as MatchCode, onlyIf: { match: first.code, wonBy: "away" } }];
}

function pairUp(sources: readonly Source[], round: string): PlannedMatch[] {
  return sources.flatMap((home, index) => {
    const away = sources[index + 1];
    if (index % 2 === 1 || !away) return [];
    const order = index / 2 + 1;
    return [
      { code: `${round}-${order}` as MatchCode, phase: "knock-out" as const, round, order, group: null, home, away },
    ];
  });
}

function winnersOf(matches: readonly PlannedMatch[]): Source[] {
  return matches.map((match) => ({ from: "winner", match: match.code }));
}

function losersOf(matches: readonly PlannedMatch[]): Source[] {
  return matches.map((match) => ({ from: "loser", match: match.code }));
}

/** Even rounds from the bottom up; odd ones with their halves changed. */
function turned(sources: readonly Source[], round: number): Source[] {
  if (round % 2 === 0) return [...sources].reverse();
  const middle = Math.floor(sources.length / 2);
  return [...sources.slice(middle), ...sources.slice(0, middle)];
}

function alternating(first: readonly Source[], second: readonly Source[]): Source[] {
  return first.flatMap((source, index) => {
    const other = second[index];
    return other ? [source, other] : [source];
  });
}
