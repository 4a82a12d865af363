import type { EntryCode } from "../brand.ts";
import { type PhaseDraw, planDraw } from "../draw/draw-plan.ts";
import { drawSizeFor } from "../draw/knock-out.ts";
import type { Lot } from "../draw/lot.ts";
import type { EventPlan, Source } from "../draw/plan.ts";
import type { SwissPair } from "../draw/swiss-plan.ts";
import { isRefused } from "../refusal.ts";
import { code, entry } from "./playing.testing.ts";

/** The phases of an event of so many entries `e1`, `e2`, ...; what chance may decide of a format, it decides. */
type PhasesOf = (entries: readonly Source[], lot: Lot) => readonly PhaseDraw[];

const ENTRIES = { least: 8, most: 17 };

/** Every format and every way in which phases follow one another, by what people call it. */
export const EVERY_FORMAT: Readonly<Record<string, PhasesOf>> = {
  "knock-out with a bronze match": (entries, lot) => [knockOut("main", inLines(entries, lot), { bronzeMatch: true })],
  "knock-out with two bronzes": (entries, lot) => [knockOut("main", inLines(entries, lot))],
  "knock-out with a match for every place": (entries, lot) => {
    const lines = inLines(entries, lot);
    return [knockOut("main", lines, { places: lines.length })];
  },
  "knock-out with places down to the eighth": (entries, lot) => [
    knockOut("main", inLines(entries, lot), { places: 8 }),
  ],
  "single round robin": (entries) => [{ code: "groups", format: "groups", groups: [group("A", entries)] }],
  "double round robin": (entries) => [
    { code: "groups", format: "groups", groups: [group("A", entries.slice(0, 6))], meetings: 2 },
  ],
  "groups alone": (entries, lot) => [groupsOf(entries, lot.below(2) + 2)],
  "groups, then a knock-out": (entries, lot) => [
    groupsOf(entries, 4),
    knockOut("main", placesOf(4, [1, 2]), { bronzeMatch: lot.below(2) === 0 }),
  ],
  "groups, then a knock-out and a plate": (entries) => [
    groupsOf(entries, 2),
    knockOut("main", placesOf(2, [1, 2]), { bronzeMatch: true }),
    knockOut("plate", placesOf(2, [3, 4]), { places: 4 }),
  ],
  "groups, then groups of those who go on": (entries) => [
    groupsOf(entries, 2),
    { code: "second", format: "groups", groups: [group("S", placesOf(2, [1, 2]))] },
    { code: "rest", format: "groups", groups: [group("R", placesOf(2, [3, 4]))] },
  ],
  "Swiss system": (entries) => [swiss("main", entries, 3)],
  "Swiss system, then a knock-out": (entries) => [
    swiss("swiss", entries, 2),
    knockOut(
      "main",
      [1, 4, 3, 2].map((place): Source => ({ from: "place", group: "swiss", place })),
    ),
  ],
  "double elimination": (entries, lot) => [
    { code: "main", format: "double-elimination", lines: inLines(entries, lot) },
  ],
  "double elimination with one final": (entries, lot) => [
    { code: "main", format: "double-elimination", lines: inLines(entries, lot), secondFinal: false },
  ],
  "knock-out with a plate of those who lost their first match": (entries, lot) => {
    const lines = inLines(entries, lot);
    return [
      knockOut("main", lines, { bronzeMatch: true }),
      { code: "plate", format: "knock-out", losersOf: lines.length === 8 ? "qf" : `r${lines.length}`, places: 4 },
    ];
  },
  "knock-out with a plate of double elimination": (entries, lot) => {
    const lines = inLines(entries, lot);
    return [
      knockOut("main", lines),
      { code: "plate", format: "double-elimination", losersOf: lines.length === 8 ? "qf" : `r${lines.length}` },
    ];
  },
  "qualification before the main draw": (entries, lot) => [
    knockOut("q", inLines(entries.slice(4), lot), { winners: 2 }),
    knockOut("main", [...entries.slice(0, 4), winnerOf("q", entries, 1), bye, winnerOf("q", entries, 2), bye]),
  ],
  "league with its own ranking": (entries) => [
    { code: "groups", format: "groups", groups: [group("League", entries.slice(0, 5))], meetings: 2, ranking: "ittf" },
  ],
};

/** The plan of an event of one of the formats, of so many entries as chance says. */
export function planOf(format: string, lot: Lot): EventPlan {
  const number = ENTRIES.least + lot.below(ENTRIES.most - ENTRIES.least + 1);
  const entries = Array.from({ length: number }, (_, at): Source => ({ from: "entry", entry: entry(`e${at + 1}`) }));
  const phases = EVERY_FORMAT[format]?.(entries, lot) ?? [];
  const plan = planDraw({ phases });
  if (isRefused(plan)) throw new Error(`${format}: ${plan.message}`);
  // Groups of which nobody knows yet who plays in them have their lots, too.
  const lots = entries.flatMap((source) => (source.from === "entry" ? [source.entry] : []));
  return { ...plan, groups: plan.groups.map((each) => ({ ...each, lots })) };
}

/** The plan of an event by chance: of any format. */
export function randomPlan(lot: Lot): EventPlan {
  const formats = Object.keys(EVERY_FORMAT);
  return planOf(formats[lot.below(formats.length)] ?? "", lot);
}

const bye: Source = { from: "bye" };

function knockOut(
  phase: string,
  lines: readonly Source[],
  more: Pick<PhaseDraw, "bronzeMatch" | "places" | "winners"> = {},
): PhaseDraw {
  return { code: phase, format: "knock-out", lines, ...more };
}

/** Entries in an order by chance with byes on the second lines of matches: nobody is drawn against nobody. */
function inLines(entries: readonly Source[], lot: Lot): Source[] {
  const rest = [...entries];
  const size = drawSizeFor(entries.length);
  const pairs = size / 2;
  const first = Array.from({ length: pairs }, () => taken(rest, lot));
  const byes = size - entries.length;
  return first.flatMap((source, at) => [source, at < byes ? bye : taken(rest, lot)]);
}

function taken(rest: Source[], lot: Lot): Source {
  return rest.splice(lot.below(rest.length), 1)[0] ?? bye;
}

function group(name: string, entries: readonly Source[]) {
  return { name, entries };
}

/** Groups A, B, ... dealt in turn. */
function groupsOf(entries: readonly Source[], number: number): PhaseDraw {
  const names = ["A", "B", "C", "D"].slice(0, number);
  const groups = names.map((name, at) =>
    group(
      name,
      entries.filter((_, index) => index % number === at),
    ),
  );
  return { code: "groups", format: "groups", groups, advance: 2 };
}

function placesOf(groups: number, places: readonly number[]): Source[] {
  const names = ["A", "B", "C", "D"].slice(0, groups);
  return places.flatMap((place, at) =>
    (at % 2 === 0 ? names : names.toReversed()).map((name): Source => ({ from: "place", group: name, place })),
  );
}

/** Rounds paired by turning a circle: who meets whom depends on nothing that is played here. */
function swiss(phase: string, entries: readonly Source[], rounds: number): PhaseDraw {
  const codes = entries.flatMap((source): (EntryCode | null)[] => (source.from === "entry" ? [source.entry] : []));
  const [fixed = null, ...others] = codes.length % 2 === 1 ? [null, ...codes] : codes;
  const pairings = Array.from({ length: rounds }, (_, round) => {
    const around = [fixed, ...others.slice(round), ...others.slice(0, round)];
    return around.slice(0, around.length / 2).map((one, at) => pair(one, around.at(-1 - at) ?? null));
  });
  return { code: phase, format: "swiss", entries, rounds, pairings };
}

function pair(one: EntryCode | null, other: EntryCode | null): SwissPair {
  if (one !== null) return [one, other];
  if (other !== null) return [other, one];
  throw new Error("Nobody is paired with nobody.");
}

/** Who wins the match of the last round of a qualification. */
function winnerOf(phase: string, entries: readonly Source[], match: number): Source {
  const rounds = Math.log2(drawSizeFor(entries.length - 4) / 2);
  return { from: "winner", match: code(`${phase}-${rounds}-${match}`) };
}
