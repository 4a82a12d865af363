import { type EventDraw, type PhaseDraw, planDraw } from "../draw/draw-plan.ts";
import type { Lot } from "../draw/lot.ts";
import type { EventPlan, Source } from "../draw/plan.ts";
import { isRefused } from "../refusal.ts";
import { code, entry } from "../results/playing.testing.ts";

const named = (name: string): Source => ({ from: "entry", entry: entry(name) });
const placed = (group: string, place: number): Source => ({ from: "place", group, place });
const wonBy = (match: string): Source => ({ from: "winner", match: code(match) });
const entries = (count: number, letter = "e"): Source[] =>
  Array.from({ length: count }, (_, at) => named(`${letter}${at + 1}`));

/** Lines with a bye here and there instead of an entry, but never two in one match. */
function withByes(lines: readonly Source[], lot: Lot): Source[] {
  return lines.map((line, at) =>
    line.from === "entry" && at % 2 === 1 && lot.below(4) === 0 ? { from: "bye" } : line,
  );
}

function groupsOf(names: string, size: number): Required<Pick<PhaseDraw, "groups">> {
  return { groups: [...names].map((name) => ({ name, entries: entries(size, name.toLowerCase()) })) };
}

/** Where the places of four groups of four go in a knock-out of eight, of these two places. */
const across = (first: number, second: number): Source[] =>
  ["A1", "C2", "D1", "B2", "A2", "C1", "D2", "B1"].map((slot) =>
    placed(slot.charAt(0), slot.endsWith("1") ? first : second),
  );

/** Draws of every format and of formats in a row, by what they are. */
export function drawsByChance(lot: Lot): Readonly<Record<string, EventDraw>> {
  const main = (lines: readonly Source[], more: Partial<PhaseDraw> = {}): PhaseDraw => ({
    code: "main",
    format: "knock-out",
    lines: withByes(lines, lot),
    ...more,
  });
  const fours: PhaseDraw = { code: "groups", format: "groups", ...groupsOf("ABCD", 4), advance: 2 };
  const size = 3 + lot.below(5);
  const odd = 5 + lot.below(4);
  return {
    "a round robin": { phases: [{ code: "groups", format: "groups", ...groupsOf("A", size) }] },
    "a double round robin": { phases: [{ code: "groups", format: "groups", ...groupsOf("A", size), meetings: 2 }] },
    "every place played for": { phases: [main(entries(16), { places: 16 })] },
    "places down to the sixth": { phases: [main(entries(8), { places: 6 })] },
    "groups, then places": {
      phases: [
        { code: "groups", format: "groups", ...groupsOf("AB", 4), advance: 2 },
        main([placed("A", 1), placed("B", 2), placed("B", 1), placed("A", 2)], { bronzeMatch: true }),
        { code: "p5", format: "knock-out", lines: [placed("A", 3), placed("B", 3)] },
        { code: "p7", format: "knock-out", lines: [placed("A", 4), placed("B", 4)] },
      ],
    },
    "groups, knock-out and plate": {
      phases: [
        fours,
        { code: "main", format: "knock-out", lines: across(1, 2), bronzeMatch: lot.below(2) === 0 },
        { code: "plate", format: "knock-out", lines: across(3, 4), places: 8 },
      ],
    },
    "a plate for the losers of the first round": {
      phases: [main(entries(16)), { code: "plate", format: "knock-out", losersOf: "r16", bronzeMatch: true }],
    },
    qualification: {
      phases: [
        { code: "q", format: "knock-out", lines: withByes(entries(16, "q"), lot), winners: 4 },
        main([...entries(3), wonBy("q-2-1"), wonBy("q-2-2"), named("e4"), wonBy("q-2-3"), wonBy("q-2-4")]),
      ],
    },
    "double elimination": {
      phases: [
        {
          code: "main",
          format: "double-elimination",
          lines: withByes(entries(8), lot),
          secondFinal: lot.below(2) === 0,
        },
      ],
    },
    "groups after groups": {
      phases: [
        { code: "groups", format: "groups", ...groupsOf("ABCD", 3) },
        {
          code: "second",
          format: "groups",
          groups: [
            { name: "I", entries: [placed("A", 1), placed("B", 1), placed("C", 2)] },
            { name: "II", entries: [placed("C", 1), placed("D", 1), placed("A", 2), placed("B", 2)] },
          ],
        },
        main([placed("I", 1), placed("II", 1)]),
      ],
    },
    "a Swiss system, then four of it": {
      phases: [
        { code: "swiss", format: "swiss", entries: entries(odd), pairings: byTurns(odd, 3) },
        main([placed("swiss", 1), placed("swiss", 4), placed("swiss", 3), placed("swiss", 2)]),
      ],
    },
  };
}

/** Rounds of a Swiss system in which nobody meets anybody twice; what was won does not matter here. */
function byTurns(count: number, rounds: number): Required<PhaseDraw>["pairings"] {
  const seats = count + (count % 2);
  return Array.from({ length: rounds }, (_, round) => {
    const turned = (seat: number) => (seat === 0 ? 0 : 1 + ((seat - 1 + round) % (seats - 1)));
    return Array.from({ length: seats / 2 }, (_, at) => {
      const [low = 0, high = 0] = [turned(at), turned(seats - 1 - at)].sort((a, b) => a - b);
      return [entry(`e${low + 1}`), high < count ? entry(`e${high + 1}`) : null] as const;
    });
  });
}

/** The plan of a draw. Lots are drawn beforehand, so that no group is left undecided. */
export function plannedOf(draw: EventDraw): EventPlan {
  const plan = planDraw(draw);
  if (isRefused(plan)) throw new Error(plan.message);
  const lots = everybodyIn(plan);
  return { ...plan, bestOf: 5, groups: plan.groups.map((group) => ({ ...group, lots })) };
}

/** All who are named in a plan. */
export function everybodyIn({ groups, matches }: EventPlan) {
  const sources = matches.flatMap(({ home, away }) => [home, away]);
  const inMatches = sources.flatMap((source) => (source.from === "entry" ? [source.entry] : []));
  return [...new Set([...groups.flatMap((group) => group.entries), ...inMatches])].sort();
}
