import type { EntryCode } from "../brand.ts";
import { type Refusal, isRefused, refuse } from "../refusal.ts";
import { planDoubleElimination } from "./double-elimination.ts";
import { drawSizeFor, planKnockOut } from "./knock-out.ts";
import { gathered, phaseCodeOf } from "./phases.ts";
import type { EventPlan, Format, Group, PlannedMatch, PlannedPhase, Source } from "./plan.ts";
import { planGroups } from "./round-robin.ts";
import { type SwissPair, planSwiss } from "./swiss-plan.ts";

/** A phase as it is asked for. What a format does not use is refused. */
export interface PhaseDraw {
  /** Stands before the codes of its matches; `main` has plain ones. */
  readonly code: string;
  readonly format: Format;
  readonly title?: Readonly<Record<string, string>>;
  readonly firstPlace?: number;
  readonly groups?: readonly {
    readonly name: string;
    readonly entries: readonly Source[];
    readonly lots?: readonly EntryCode[];
  }[];
  readonly meetings?: number;
  readonly advance?: number;
  readonly lines?: readonly Source[];
  /** Instead of lines: the losers of this round of an earlier phase, from the top. */
  readonly losersOf?: string;
  readonly bronzeMatch?: boolean;
  readonly places?: number;
  readonly winners?: number;
  readonly secondFinal?: boolean;
  readonly lowerOrder?: readonly (readonly number[])[];
  /** Of a Swiss system. */
  readonly entries?: readonly Source[];
  readonly rounds?: number;
  readonly pairings?: readonly (readonly SwissPair[])[];
  readonly ranking?: string | readonly string[];
  /** Of a Swiss system. */
  readonly lots?: readonly EntryCode[];
}

/** The draw of an event: its phases in the order in which they are played, and what holds for all of them. */
export interface EventDraw {
  readonly phases: readonly PhaseDraw[];
  /** Best of so many games by round, phase or match, where it is not what the event plays. */
  readonly bestOf?: Readonly<Record<string, number>>;
  readonly medalsFor?: EventPlan["medalsFor"];
  readonly bronzes?: EventPlan["bronzes"];
}

/**
 * Plans an event from its draw. Refuses with a sentence what cannot be played: `draw-phase`, `draw-source`, `draw-size`,
 * `draw-winners`, `draw-pairing`, `draw-best-of`, `draw-empty`, `entry-drawn-twice`, `group-place-unknown`, `group-name` and
 * `match-code-twice`.
 */
export function planDraw(draw: EventDraw): EventPlan | Refusal {
  const planned: Planned = { phases: [], groups: [], matches: [] };
  for (const phase of draw.phases) {
    const refusal = addPhase(planned, phase);
    if (refusal) return refusal;
  }
  const { phases, groups, matches } = planned;
  if (matches.length === 0) return refuse("draw-empty", "A draw has lines, groups or both.");
  const refusal = refusedCodes(matches) ?? refusedBestOf(draw.bestOf ?? {}, matches);
  if (refusal) return refusal;
  const bestOf = draw.bestOf ?? {};
  return {
    phases,
    groups: groups.map((group) => withBestOf(group, bestOf[group.name] ?? bestOf[group.phaseCode ?? ""])),
    matches: matches.map((match) => withBestOf(match, bestOfMatch(match, bestOf))),
    bronzeMatch: draw.phases.some(({ bronzeMatch }) => bronzeMatch === true),
    ...(draw.medalsFor === undefined ? {} : { medalsFor: draw.medalsFor }),
    ...(draw.bronzes === undefined ? {} : { bronzes: draw.bronzes }),
  };
}

interface Planned {
  readonly phases: PlannedPhase[];
  readonly groups: Group[];
  readonly matches: PlannedMatch[];
}

/** What each format is made of. */
const FIELDS: Readonly<Record<Format, readonly (keyof PhaseDraw)[]>> = {
  groups: ["groups", "meetings", "advance", "ranking"],
  swiss: ["entries", "rounds", "pairings", "ranking", "lots"],
  "knock-out": ["lines", "losersOf", "bronzeMatch", "places", "winners"],
  "double-elimination": ["lines", "losersOf", "secondFinal", "lowerOrder"],
};

function addPhase(planned: Planned, phase: PhaseDraw): Refusal | undefined {
  const { code, format, title, firstPlace } = phase;
  const drawn = phase.losersOf === undefined ? sourcesIn(phase) : losersIn(planned, phase.losersOf);
  const refusal = refusedPhase(planned, phase) ?? refusedSources(planned, phase, drawn);
  if (refusal) return refusal;
  const made = format === "groups" || format === "swiss" ? roundsOf(phase) : bracketOf(phase, drawn);
  if (isRefused(made)) return made;
  planned.phases.push({
    code,
    format,
    ...(title === undefined ? {} : { title }),
    ...(firstPlace === undefined ? {} : { firstPlace }),
  });
  planned.groups.push(...made.groups);
  planned.matches.push(...made.matches.map((match) => ({ ...match, phaseCode: code })));
  return undefined;
}

/** All that a phase draws from, in its order. */
function sourcesIn({ groups = [], lines = [], entries = [] }: PhaseDraw): readonly Source[] {
  return [...groups.flatMap((group) => group.entries), ...lines, ...entries];
}

function refusedPhase(planned: Planned, phase: PhaseDraw): Refusal | undefined {
  const { code, format } = phase;
  if (planned.phases.some((before) => before.code === code))
    return refuse("draw-phase", `Two phases are called ${code}. Give each a code of its own.`, { phase: code });
  const foreign = Object.values(FIELDS)
    .flat()
    .find((field) => phase[field] !== undefined && !FIELDS[format].includes(field));
  if (foreign === undefined) return undefined;
  return refuse(
    "draw-phase",
    `A phase of the format ${format} has no ${foreign}; it has ${FIELDS[format].join(", ")}.`,
    {
      phase: code,
      field: foreign,
    },
  );
}

interface Made {
  readonly groups: readonly Group[];
  readonly matches: readonly PlannedMatch[];
}

function roundsOf(phase: PhaseDraw): Made | Refusal {
  const { code, format, ranking, meetings = 1, advance = 1 } = phase;
  const more = { phaseCode: code, ...(ranking === undefined ? {} : { ranking }) };
  if (format === "swiss") return planSwiss({ ...phase, ranking: ranking ?? "swiss" });
  const groups = (phase.groups ?? []).map(({ name, entries, lots }) => ({
    name,
    ...groupEntries(entries),
    ...more,
    ...(lots === undefined ? {} : { lots }),
  }));
  if (groups.length === 0) return refuse("draw-phase", `The phase ${code} has no groups.`, { phase: code });
  return { groups, matches: planGroups(groups, { qualifying: advance, meetings }) };
}

/** The entries of a group, or, where some come from an earlier phase, its slots. */
function groupEntries(sources: readonly Source[]): Pick<Group, "entries" | "slots"> {
  const entries = sources.flatMap((source): EntryCode[] => (source.from === "entry" ? [source.entry] : []));
  return entries.length === sources.length ? { entries } : { entries: [], slots: sources };
}

function bracketOf(phase: PhaseDraw, lines: readonly Source[]): Made | Refusal {
  const { code, losersOf, bronzeMatch = false, places, winners, secondFinal, lowerOrder } = phase;
  if (lines.length === 0 && losersOf !== undefined)
    return refuse("draw-phase", `No phase before ${code} has a round ${losersOf}.`, { phase: code });
  if (lines.length === 0) return refuse("draw-phase", `The phase ${code} has no lines.`, { phase: code });
  const prefix = code === "main" ? "" : `${code}-`;
  const matches =
    phase.format === "knock-out"
      ? planKnockOut(lines, {
          bronzeMatch,
          prefix,
          ...(places === undefined ? {} : { places }),
          ...(winners === undefined ? {} : { winners }),
        })
      : planDoubleElimination(lines, {
          prefix,
          ...(secondFinal === undefined ? {} : { secondFinal }),
          ...(lowerOrder === undefined ? {} : { lowerOrder }),
        });
  return isRefused(matches) ? matches : { groups: [], matches };
}

/** The losers of a round from the top, filled up with byes to the size of a draw. */
function losersIn({ matches }: Planned, round: string): Source[] {
  const losers = matches
    .filter((match) => match.round === round && match.phase === "knock-out")
    .map(({ code }): Source => ({ from: "loser", match: code }));
  const byes = losers.length < 2 ? 0 : drawSizeFor(losers.length) - losers.length;
  return [...losers, ...Array.from({ length: byes }, (): Source => ({ from: "bye" }))];
}

/** A source names what is planned already, and nothing goes on to two places. */
function refusedSources(planned: Planned, { code }: PhaseDraw, sources: readonly Source[]): Refusal | undefined {
  const taken = new Set(takenBefore(planned).map(slotKey));
  const drawn = new Set<string>();
  for (const source of sources) {
    if (source.from === "bye" || source.from === "open") continue;
    const refusal = refusedSource(planned, code, source);
    if (refusal) return refusal;
    const key = slotKey(source);
    if (source.from === "entry" && drawn.has(key))
      return refuse("entry-drawn-twice", `${source.entry} stands in the draw twice.`, { entry: source.entry });
    if (source.from !== "entry" && (drawn.has(key) || taken.has(key)))
      return refuse("draw-source", `${sourceName(source)} goes on to two places of the draw.`, { phase: code });
    drawn.add(key);
  }
  return undefined;
}

function takenBefore({ groups, matches }: Planned): Source[] {
  return [...groups.flatMap(({ slots = [] }) => slots), ...matches.flatMap(({ home, away }) => [home, away])];
}

function slotKey(source: Source): string {
  return JSON.stringify(Object.entries(source).sort());
}

function refusedSource({ groups, matches }: Planned, phase: string, source: Source): Refusal | undefined {
  if (source.from === "place") {
    const group = groups.find(({ name }) => name === source.group);
    const size = group === undefined ? 0 : (group.slots ?? group.entries).length;
    if (source.place <= size) return undefined;
    const { place, group: name } = source;
    return refuse("group-place-unknown", `The draw takes place ${place} of group ${name}, which there is not.`, {
      group: name,
      place,
    });
  }
  if (!("match" in source) || matches.some(({ code }) => code === source.match)) return undefined;
  return refuse(
    "draw-source",
    `The phase ${phase} takes the ${source.from} of ${source.match}, which no phase before it has.`,
    {
      phase,
      match: source.match,
    },
  );
}

function sourceName(source: Source): string {
  if (source.from === "place") return `Place ${source.place} of group ${source.group}`;
  return "match" in source ? `The ${source.from} of ${source.match}` : source.from;
}

/** As files have it: a code is the last part of an address, and an export names its match by it. */
const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A group gives its matches their codes (`a-1`): they must be codes, and no two the same. */
function refusedCodes(matches: readonly PlannedMatch[]): Refusal | undefined {
  const seen = new Set<string>();
  for (const { code, group } of matches) {
    const name = group ?? "";
    if (!CODE.test(code))
      return refuse(
        "group-name",
        `Group ${name} gives its matches their names: write it with the letters a to z and digits.`,
        { group: name },
      );
    if (seen.has(code))
      return refuse(
        "match-code-twice",
        `Two matches of this draw would be called ${code}. Give the group another name.`,
        { match: code },
      );
    seen.add(code);
  }
  return undefined;
}

/** A match by its code, a round, a group or a phase. */
function keysOf(match: PlannedMatch): string[] {
  return [match.code, ...(match.group === null ? [match.round] : [match.group]), phaseCodeOf(match)];
}

function bestOfMatch(match: PlannedMatch, bestOf: Readonly<Record<string, number>>): number | undefined {
  const key = keysOf(match).find((name) => name in bestOf);
  return key === undefined ? undefined : bestOf[key];
}

function withBestOf<Part extends Group | PlannedMatch>(part: Part, bestOf: number | undefined): Part {
  return bestOf === undefined ? part : { ...part, bestOf };
}

function refusedBestOf(
  bestOf: Readonly<Record<string, number>>,
  matches: readonly PlannedMatch[],
): Refusal | undefined {
  const known = new Set(matches.flatMap(keysOf));
  for (const [key, games] of Object.entries(bestOf)) {
    if (!known.has(key)) {
      const rounds = [
        ...gathered(matches, (match) => (match.group === null ? match.round : phaseCodeOf(match))).keys(),
      ];
      return refuse(
        "draw-best-of",
        `bestOf names ${key}, which is no round of this draw; there are ${rounds.join(", ")}.`,
        {
          round: key,
        },
      );
    }
    if (games % 2 === 0)
      return refuse("draw-best-of", `A match is the best of an odd number of games, not of ${games}.`, { round: key });
  }
  return undefined;
}
