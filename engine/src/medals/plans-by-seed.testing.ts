import type { EventPlan, Group, PlannedMatch, Source } from "../draw/plan.ts";
import { code, entry } from "../results/playing.testing.ts";
import type { MatchInEvent, MatchResult } from "../results/result.ts";
import type { BySide } from "../sides.ts";

/** A whole number below the one asked for. */
type Numbers = (below: number) => number;

function planned(
  name: string,
  [home, away]: readonly [Source, Source],
  more: Partial<PlannedMatch> = {},
): PlannedMatch {
  const [round = name, order = "1"] = name.split("-");
  return { code: code(name), phase: "knock-out", round, order: Number(order), group: null, home, away, ...more };
}

const from = (as: "winner" | "loser", match: string): Source => ({ from: as, match: code(match) });

/** A knock-out of four or eight of these, with or without a match for bronze. */
function knockOut(lines: readonly Source[], bronzeMatch: boolean): PlannedMatch[] {
  const quarters = lines.length === 8 ? [1, 2, 3, 4] : [];
  const before = quarters.map((at) =>
    planned(`qf-${at}`, [lines[2 * at - 2] ?? { from: "bye" }, lines[2 * at - 1] ?? { from: "bye" }]),
  );
  const into = quarters.length > 0 ? quarters.map((at) => from("winner", `qf-${at}`)) : lines;
  const [a, b, c, d] = into as [Source, Source, Source, Source]; // four or eight lines
  const semiFinals = [planned("sf-1", [a, b]), planned("sf-2", [c, d])];
  const bronze = planned("bronze", [from("loser", "sf-1"), from("loser", "sf-2")]);
  const final = planned("final", [from("winner", "sf-1"), from("winner", "sf-2")]);
  return [...before, ...semiFinals, ...(bronzeMatch ? [bronze] : []), final];
}

function groupMatches({ name, entries }: Group): PlannedMatch[] {
  const pairs = entries.flatMap((home, at) => entries.slice(at + 1).map((away) => [home, away] as const));
  return pairs.map(([home, away], at) =>
    planned(
      `${name.toLowerCase()}-${at + 1}`,
      [
        { from: "entry", entry: home },
        { from: "entry", entry: away },
      ],
      { phase: "groups", round: String(at + 1), group: name },
    ),
  );
}

/** Losers play on below, and who comes from below must win the final twice. */
function doubleElimination(lines: readonly [Source, Source, Source, Source]): PlannedMatch[] {
  const [a, b, c, d] = lines;
  return [
    planned("w1-1", [a, b]),
    planned("w1-2", [c, d]),
    planned("l1-1", [from("loser", "w1-1"), from("loser", "w1-2")]),
    planned("w2-1", [from("winner", "w1-1"), from("winner", "w1-2")]),
    planned("l2-1", [from("winner", "l1-1"), from("loser", "w2-1")]),
    planned("final", [from("winner", "w2-1"), from("winner", "l2-1")]),
    planned("final-2", [from("winner", "final"), from("loser", "final")], {
      round: "final-2",
      onlyIf: { match: code("final"), wonBy: "away" },
    }),
  ];
}

const named = (name: string): Source => (name === "-" ? { from: "bye" } : { from: "entry", entry: entry(name) });
const placed = (group: string, place: number): Source => ({ from: "place", group, place });

/** Plans of every kind, by the name of their kind. */
export function plansBySeed(numbers: Numbers, laws: Partial<EventPlan>): Readonly<Record<string, EventPlan>> {
  const isBye = () => numbers(5) === 0;
  const lines = "ABCDEFGH".split("").map((name, at) => named(at % 2 === 1 && isBye() ? "-" : name));
  const groups: Group[] = [
    { name: "X", entries: "ABCD".split("").map(entry) },
    { name: "Y", entries: "EFG".split("").map(entry), lots: "GFE".split("").map(entry) },
  ];
  const four = lines.slice(0, 4) as [Source, Source, Source, Source]; // of eight
  const across = [placed("X", 1), placed("Y", 2), placed("Y", 1), placed("X", 2)];
  const bronzeMatch = numbers(2) === 0;
  return {
    "knock-out": { groups: [], matches: knockOut(lines, bronzeMatch), bronzeMatch, ...laws },
    "one group": {
      groups: groups.slice(0, 1),
      matches: groups.slice(0, 1).flatMap(groupMatches),
      bronzeMatch: false,
      ...laws,
    },
    "groups apart": { groups, matches: groups.flatMap(groupMatches), bronzeMatch: false, ...laws },
    "groups and knock-out": {
      groups,
      matches: [...groups.flatMap(groupMatches), ...knockOut(across, bronzeMatch)],
      bronzeMatch,
      ...laws,
    },
    "double elimination": { groups: [], matches: doubleElimination(four), bronzeMatch: false, ...laws },
  };
}

/** A result of chance: mostly played out in two or three games, now and then not. */
export function resultBySeed(match: MatchInEvent, numbers: Numbers): MatchResult {
  const winner = numbers(2) === 0 ? "home" : "away";
  const gameTo = (side: "home" | "away"): BySide<number> => {
    const less = numbers(3);
    return side === "home" ? { home: 11, away: less } : { home: less, away: 11 };
  };
  const other = winner === "home" ? "away" : "home";
  const games = [...Array.from({ length: numbers(3) }, () => gameTo(other)), ...[1, 2, 3].map(() => gameTo(winner))];
  const { home, away } = match.entries;
  const entries = home !== null && away !== null && numbers(3) > 0 ? { entries: { home, away } } : {};
  const made = { match: match.code, ...entries };
  switch (numbers(12)) {
    case 0:
      return { ...made, games: [], outcome: { winner, by: "walkover" } };
    case 1:
      return { ...made, games: [], outcome: { winner: null, by: "walkover" } };
    case 2:
      return { ...made, games: [gameTo(other), { home: 5, away: 4 }], outcome: { winner, by: "retirement" } };
    case 3:
      return { ...made, games, outcome: { winner: other, by: "disqualification" } };
    default:
      return { ...made, games, outcome: { winner, by: "play" } };
  }
}
