import {
  drawSizeFor,
  isRefused,
  pairSwiss,
  refuse,
  type DrawEntry,
  type DrawRequest,
  type Refusal,
  type Source,
  type SwissStanding,
} from "@podium/engine";
import type { DrawLine, DrawPart, DrawRules, drawRulesForm, PhasePart, ProvenDraw } from "@podium/protocol";
import type { z } from "zod";
import { entryCode } from "../storage/codes.ts";

/** An event as its draw sees it. */
export interface EventToDraw {
  readonly sport: string;
  readonly edition?: string | undefined;
  readonly entries: readonly EntryToDraw[];
}

export interface EntryToDraw {
  readonly code: string;
  readonly name: string;
  readonly association?: string | undefined;
  readonly seed?: number | undefined;
  readonly rank?: number | undefined;
}

/** What is drawn for one phase of an event, by the code of the phase. */
export interface PhaseToDraw {
  readonly id: string;
  readonly request: DrawRequest;
}

/** What came out for one phase: its lines, or its groups. */
export type DrawnPhase = Pick<ProvenDraw, "id" | "entries" | "lines" | "drawn">;

/** Fewer cannot be drawn into anything. */
const ENTRIES_MIN = 2;
const ENTRIES_A_GROUP = 4;

/** What is usual for so many entries, where nobody has chosen yet. */
export function usualRules(entries: number): DrawRules {
  return entries > ENTRIES_A_GROUP ? { format: "groups-then-knock-out", advance: 2 } : { format: "knock-out" };
}

/**
 * What is to be drawn of an event, phase by phase: it depends on the entries and the rules alone, so that a commitment to it
 * can be published before there is any chance. Refuses `too-few-for-a-draw`, `group-too-small` and `direct-unknown`.
 */
export function phasesToDraw(event: EventToDraw, rules: DrawRules): PhaseToDraw[] | Refusal {
  const { entries } = event;
  if (entries.length < ENTRIES_MIN)
    return refuse("too-few-for-a-draw", `A draw needs at least ${ENTRIES_MIN} entries.`, { entries: entries.length });
  switch (rules.format) {
    case "knock-out":
    case "double-elimination":
      return [phase(event, "main", { format: "knock-out", entries: entries.map(asDrawn) })];
    case "groups":
      return [groupsOf(event, rules.groups ?? 1)];
    case "swiss":
      return [groupsOf({ ...event, entries: withRanks(entries) }, 1)];
    case "groups-then-knock-out":
      return groupsThenKnockOut(event, rules);
    case "qualification":
      return qualification(event, rules);
  }
}

function phase(
  { sport, edition }: EventToDraw,
  id: string,
  request: Pick<DrawRequest, "format" | "entries" | "size" | "groups">,
): PhaseToDraw {
  return { id, request: { sport, ...(edition === undefined ? {} : { edition }), ...request } };
}

function asDrawn({ code, name, association, seed, rank }: EntryToDraw): DrawEntry {
  return {
    id: code,
    name,
    ...(association === undefined ? {} : { association }),
    ...(seed === undefined ? {} : { seed }),
    ...(rank === undefined ? {} : { rank }),
  };
}

function groupsOf(event: EventToDraw, groups: number): PhaseToDraw {
  return phase(event, "groups", { format: "groups", entries: event.entries.map(asDrawn), groups });
}

function groupsThenKnockOut(event: EventToDraw, { groups, advance = 1, plate }: DrawRules): PhaseToDraw[] | Refusal {
  const { length } = event.entries;
  const number = groups ?? Math.max(1, Math.round(length / ENTRIES_A_GROUP));
  const smallest = Math.floor(length / number);
  if (advance > smallest)
    return refuse("group-too-small", `Of a group of ${smallest}, ${advance} cannot go on.`, { smallest, advance });
  if (advance * number < ENTRIES_MIN || (plate === true && (smallest - advance) * number < ENTRIES_MIN))
    return refuse("too-few-for-a-draw", `A draw needs at least ${ENTRIES_MIN} entries.`, { entries: advance * number });
  const from = (first: number, last: number) => placesOf(number, { first, last });
  return [
    groupsOf(event, number),
    phase(event, "main", { format: "knock-out", entries: from(1, advance) }),
    ...(plate === true ? [phase(event, "plate", { format: "knock-out", entries: from(advance + 1, smallest) })] : []),
  ];
}

/** A Swiss system goes by the order of the entries: those without a seed or a rank come last, in an order drawn by lot. */
function withRanks(entries: readonly EntryToDraw[]): EntryToDraw[] {
  const last = Math.max(0, ...entries.map(({ rank = 0 }) => rank)) + 1;
  return entries.map((entry) => (entry.seed === undefined ? { ...entry, rank: entry.rank ?? last } : entry));
}

/** The places of the groups as entries: the winners are seeded, and those of one group kept apart (ITTF 3.7). */
function placesOf(groups: number, { first, last }: { readonly first: number; readonly last: number }): DrawEntry[] {
  const names = Array.from({ length: groups }, (_, at) => letters(at));
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).flatMap((place) =>
    names.map((group, at) => ({
      id: `${group} ${place}`,
      group,
      // Kept apart are the first and the second of a group: in a plate these are the best two of it that play there.
      place: place - first + 1,
      rank: (place - first) * groups + at + 1,
    })),
  );
}

/** As the engine names groups: A, B, ... Z, AA. */
function letters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letters(Math.floor(index / 26) - 1) + letter;
}

function qualification(event: EventToDraw, { direct = 0, qualifiers = 1 }: DrawRules): PhaseToDraw[] | Refusal {
  const known = event.entries.filter(({ seed, rank }) => seed !== undefined || rank !== undefined);
  const inMain = known.toSorted((a, b) => orderOf(a) - orderOf(b)).slice(0, direct);
  if (inMain.length < direct)
    return refuse(
      "direct-unknown",
      `Who stands in the main draw is told by seeds and ranks, and only ${known.length} entries have one.`,
      { known: known.length, direct },
    );
  const rest = event.entries.filter((entry) => !inMain.includes(entry));
  if (rest.length <= qualifiers || direct + qualifiers < ENTRIES_MIN)
    return refuse("too-few-to-qualify", `${rest.length} entries do not play for ${qualifiers} places.`, {
      entries: rest.length,
      qualifiers,
    });
  const fromBelow = Array.from({ length: qualifiers }, (_, at): DrawEntry => ({
    id: qualifierName(at),
    name: qualifierName(at),
    qualifier: true,
  }));
  const entries = rest.map((entry) => asDrawn({ ...entry, seed: undefined }));
  return [
    isPowerOfTwo(qualifiers)
      ? phase(event, "q", { format: "knock-out", entries, size: drawSizeFor(rest.length) })
      : phase(event, "q", { format: "groups", entries, groups: qualifiers }),
    phase(event, "main", { format: "knock-out", entries: [...inMain.map(asDrawn), ...fromBelow] }),
  ];
}

function isPowerOfTwo(number: number): boolean {
  return Number.isInteger(Math.log2(number));
}

/**
 * The lines of a qualification whose winners no bracket holds: each of its groups is a section, the first of it above and
 * the second below, the others where the seeds of a draw stand, byes against the best.
 */
function sectionLines(groups: readonly (readonly string[])[]): DrawLine[] {
  const size = drawSizeFor(Math.max(...groups.map(({ length }) => length)));
  const order = bracketOrder(size);
  return groups.flatMap((entries) => order.map((place): DrawLine => entries[place - 1] ?? "bye"));
}

/** The places of a bracket from the top line: 1, 8, 4, 5, 3, 6, 2, 7 turned so that the second stands at the bottom. */
function bracketOrder(size: number): number[] {
  let order = [1, 2];
  while (order.length < size) {
    const sum = order.length * 2 + 1;
    order = order.flatMap((place, at) => (at % 2 === 0 ? [place, sum - place] : [sum - place, place]));
  }
  return order;
}

const UNSEEDED = 10_000;

function orderOf({ seed, rank = 0 }: EntryToDraw): number {
  return seed ?? UNSEEDED + rank;
}

/** The draw that the phases make as they came out: what a competition file says of it. */
export function drawnEvent(rules: DrawRules, drawn: readonly DrawnPhase[]): DrawPart {
  const { meetings, advance, bronzeMatch, places, plate, bestOf, medals } = rules;
  const of = (id: string) => drawn.find((each) => each.id === id);
  const groups = (of("groups")?.drawn ?? []).map(({ name, entries }) => ({ name, entries: [...entries] }));
  const main = { lines: linesOf(of("main"), winnersOf(of("q"), rules)), ...told({ bronzeMatch, places }) };
  const more = told({ bestOf, medals });
  switch (rules.format) {
    case "groups":
      return { groups, ...told({ meetings }), ...more };
    case "swiss":
      return {
        phases: [
          swissPhase(
            groups.flatMap(({ entries }) => entries),
            rules,
          ),
        ],
        ...more,
      };
    case "double-elimination":
      return { phases: [{ code: "main", format: "double-elimination", lines: main.lines }], ...more };
    case "qualification":
      return {
        phases: [
          { code: "q", format: "knock-out", lines: qualifyingLines(of("q")), winners: rules.qualifiers ?? 1 },
          { code: "main", format: "knock-out", ...main },
        ],
        ...more,
      };
    case "groups-then-knock-out":
    case "knock-out": {
      const inGroups = groups.length === 0 ? {} : { groups, advance: advance ?? 1, ...told({ meetings }) };
      if (plate !== true) return { ...inGroups, ...main, ...more };
      const before: PhasePart[] = groups.length === 0 ? [] : [{ code: "groups", format: "groups", ...inGroups }];
      return {
        phases: [...before, { code: "main", format: "knock-out", ...main }, platePhase(of("plate"), main.lines)],
        ...more,
      };
    }
  }
}

/** Those whom the groups put out, as drawn; without groups the losers of the first round, as they stood in it. */
function platePhase(drawn: DrawnPhase | undefined, main: readonly DrawLine[]): PhasePart {
  const plate = { code: "plate", format: "knock-out" } as const;
  return drawn === undefined ? { ...plate, losersOf: firstRoundOf(main.length) } : { ...plate, lines: linesOf(drawn) };
}

function firstRoundOf(lines: number): string {
  if (lines === 2) return "final";
  if (lines === 4) return "sf";
  return lines === 8 ? "qf" : `r${lines}`;
}

function swissPhase(entries: readonly string[], { rounds }: DrawRules): PhasePart {
  const usual = Math.max(1, Math.ceil(Math.log2(Math.max(2, entries.length))));
  const standings = entries.map((entry) => ({ entry: entryCode(entry), won: 0, met: [], hadBye: false }));
  const pairs = swissPairs(standings, 1);
  return {
    code: "main",
    format: "swiss",
    entries: [...entries],
    rounds: rounds ?? usual,
    pairings: isRefused(pairs) ? [] : [pairs],
  };
}

/** The pairs of a round of a Swiss system, as a competition file has them. */
export function swissPairs(standings: readonly SwissStanding[], round: number): [string, string][] | Refusal {
  const matches = pairSwiss(standings, { number: round, group: "Swiss" });
  if (isRefused(matches)) return matches;
  const codeIn = (source: Source) => (source.from === "entry" ? source.entry : "bye");
  return matches.map(({ home, away }) => [codeIn(home), codeIn(away)]);
}

/** Who comes out of the qualification, from its top, by the names they have on the lines of the main draw. */
function winnersOf(drawn: DrawnPhase | undefined, { qualifiers = 1 }: DrawRules): ReadonlyMap<string, string> {
  const lines = qualifyingLines(drawn).length;
  const last = Math.log2(lines / qualifiers);
  return new Map(
    Array.from({ length: lines === 0 ? 0 : qualifiers }, (_, at) => [
      qualifierName(at),
      qualifiers === 1 ? "q-final" : `q-${last}-${at + 1}`,
    ]),
  );
}

function qualifyingLines(drawn: DrawnPhase | undefined): DrawLine[] {
  const sections = drawn?.drawn ?? [];
  return sections.length === 0 ? linesOf(drawn) : sectionLines(sections.map(({ entries }) => entries));
}

function qualifierName(index: number): string {
  return `Q${index + 1}`;
}

/** `winners` names the matches out of which lines of an earlier phase come. */
function linesOf(drawn: DrawnPhase | undefined, winners: ReadonlyMap<string, string> = new Map()): DrawLine[] {
  const entries = new Map(drawn?.entries.map((entry) => [entry.id, entry]));
  return (drawn?.lines ?? []).map((id): DrawLine => {
    if (id === null) return "bye";
    const { group, qualifier } = entries.get(id) ?? {};
    if (group !== undefined) return { group, place: Number(id.slice(group.length + 1)) };
    const winner = qualifier === true ? winners.get(id) : undefined;
    return winner === undefined ? id : { winner };
  });
}

function told<Part extends object>(part: Part): { [Key in keyof Part]?: Exclude<Part[Key], undefined> } {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Part]?: Exclude<Part[Key], undefined>;
  };
}

/** The rules by which somebody would draw such an event again: what an earlier competition was played by. */
export function rulesOfDraw({
  groups,
  lines,
  phases,
  meetings,
  advance,
  bestOf,
  medals,
  ...rest
}: DrawPart): DrawRules {
  const more = told({ bestOf, medals });
  const inGroups = { ...told({ meetings, advance }), groups: groups?.length ?? 0 };
  const main = told({ bronzeMatch: rest.bronzeMatch, places: rest.places });
  if (phases !== undefined) return { ...rulesOfPhases(phases), ...more };
  if (groups === undefined || groups.length === 0) return { format: "knock-out", ...main, ...more };
  if (lines === undefined || lines.length === 0)
    return { format: "groups", groups: groups.length, ...told({ meetings }), ...more };
  return { format: "groups-then-knock-out", ...inGroups, ...main, ...more };
}

function rulesOfPhases(phases: readonly PhasePart[]): DrawRules {
  const [first] = phases;
  const main = phases.find(({ code = "main", format }) => code === "main" && format === "knock-out");
  const plate = phases.some(({ code }) => code === "plate") || undefined;
  const played = told({ bronzeMatch: main?.bronzeMatch, places: main?.places });
  switch (first?.format) {
    case "swiss":
      return { format: "swiss", ...told({ rounds: first.rounds }) };
    case "double-elimination":
      return { format: "double-elimination" };
    case "groups": {
      const inGroups = { groups: first.groups?.length ?? 1, ...told({ meetings: first.meetings }) };
      if (main === undefined) return { format: "groups", ...inGroups };
      return { format: "groups-then-knock-out", ...inGroups, ...told({ advance: first.advance, plate }), ...played };
    }
    default: {
      const direct = main?.lines?.filter(
        (line) => typeof line === "string" && line !== "bye" && line !== "open",
      ).length;
      if (first?.winners === undefined) return { format: "knock-out", ...played, ...told({ plate }) };
      return {
        format: "qualification",
        qualifiers: first.winners,
        ...told({ direct: direct || undefined }),
        ...played,
      };
    }
  }
}

type RulesForm = z.infer<typeof drawRulesForm>;

/** What each format goes by; the rest of a form is passed over. */
const FIELDS: Readonly<Record<DrawRules["format"], readonly (keyof RulesForm)[]>> = {
  "knock-out": ["bronzeMatch", "places", "plate"],
  groups: ["groups", "meetings", "medals"],
  "groups-then-knock-out": ["groups", "meetings", "advance", "bronzeMatch", "places", "plate"],
  qualification: ["direct", "qualifiers", "bronzeMatch", "places"],
  swiss: ["rounds"],
  "double-elimination": [],
};

/** The rules that a form asks for. */
export function rulesFrom(form: RulesForm): DrawRules {
  const { format } = form;
  const of = <Key extends keyof RulesForm>(key: Key) => (FIELDS[format].includes(key) ? form[key] : undefined);
  const rounds = (["groups", "qf", "sf", "final"] as const).flatMap((round): [string, number][] => {
    const games = form[`bestOf-${round}`];
    const isPlayed = round === "groups" ? format.startsWith("groups") : KNOCK_OUTS.includes(format);
    return games === undefined || games === 0 || !isPlayed ? [] : [[round, games]];
  });
  const places = of("places");
  const direct = of("direct");
  return {
    format,
    ...told({
      groups: of("groups"),
      meetings: of("meetings"),
      advance: of("advance"),
      rounds: of("rounds"),
      qualifiers: of("qualifiers"),
      direct: direct === 0 ? undefined : direct,
      plate: of("plate") === "yes" || undefined,
      bronzeMatch: of("bronzeMatch") === "yes" || undefined,
      places: places === undefined || places < 4 ? undefined : places,
      medals: of("medals"),
      bestOf: rounds.length === 0 ? undefined : Object.fromEntries(rounds),
    }),
  };
}

const KNOCK_OUTS: readonly DrawRules["format"][] = ["knock-out", "groups-then-knock-out", "qualification"];
