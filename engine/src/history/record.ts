import type { EntryCode, MatchCode } from "../brand.ts";
import type { EventPlan } from "../draw/plan.ts";
import { MEDALS, type MedalWon } from "../medals/medals.ts";
import type { Outcome } from "../matches/state.ts";
import type { EventState, MatchInEvent } from "../results/result.ts";
import { partsOf } from "../sports/catalogue.ts";
import { doubtfulHonours, type Honour, type Honours, honoursBefore, honoursIn, podiumOf } from "./honours.ts";
import type { AbsenceCode, Evidence, StorylineValue, Words } from "./storyline.ts";

/** An entry with what is known of it. What is not known is null: a missing seed is no low rank. */
export interface EntryRecord {
  readonly code: EntryCode;
  readonly name: Words;
  /** As honours write them: `SUN Yingsha`. */
  readonly players: readonly string[];
  readonly association: AssociationRecord | null;
  readonly seed: number | null;
  readonly rank: number | null;
  /** Known to stand in no ranking. */
  readonly unranked: boolean;
}

export interface AssociationRecord {
  readonly code: string;
  readonly name: Words;
}

/** A medal of another event of the same competition in the same sport. */
export interface MedalElsewhere {
  /** `paris-2024/ws`. */
  readonly event: string;
  readonly medal: MedalWon["medal"];
  /** The association's code. */
  readonly association: string;
  /** Whether it was won before the medals of this event; null when that is not known. */
  readonly before: boolean | null;
}

/** All that storylines are computed from. */
export interface EventRecord {
  /** `paris-2024/xd`: what the ids of its matches and entries begin with. */
  readonly id: string;
  /** `table-tennis`. */
  readonly sport: string;
  /** The competition as honours name it, at least in its first words: `Olympic Games Paris 2024: table tennis`. */
  readonly competition: string;
  /** The event as the honours name it: `Mixed doubles`. */
  readonly name: string;
  readonly year: number;
  /** Best of this many games. */
  readonly bestOf: number;
  /** Whether teams play it: the score of a match counts rubbers, and nothing is told of its games. */
  readonly isOfTeams: boolean;
  readonly entries: readonly EntryRecord[];
  readonly plan: EventPlan;
  readonly state: EventState;
  readonly medals: readonly MedalWon[];
  readonly elsewhere: readonly MedalElsewhere[];
  readonly honours: readonly Honour[];
}

/** A match that was won by play, seen by its winner. */
export interface Win {
  readonly match: MatchInEvent;
  /** Whether the loser of it plays on for more than bronze: below in a double elimination, or in a plate. */
  readonly losersGoOn: boolean;
  readonly winner: EntryRecord;
  readonly loser: EntryRecord;
  /** The points of each game, the winner's first; none where nobody noted them. */
  readonly games: readonly (readonly [number, number])[];
  /** Games won and lost by the winner; null where nobody noted them. */
  readonly score: readonly [number, number] | null;
}

export interface Medallist extends EntryRecord {
  readonly medal: MedalWon["medal"];
}

/** The record with what every story asks of it. */
export interface Story extends EventRecord {
  /** Gold first. */
  readonly medallists: readonly Medallist[];
  /** In order of play. */
  readonly wins: readonly Win[];
  /** Medals of this sport before this year. */
  readonly past: Honours;
  /** The same, in this event alone. */
  readonly pastOfEvent: Honours;
  /** Medals that may have been won before these, in any event: nothing is told that they could contradict. */
  readonly maybeBefore: readonly MaybeBefore[];
  /** What a match of this sport is made of. */
  readonly parts: "games" | "sets";
}

/** A medal that may have been won before; `podium` is the same for all medals of one event of one competition. */
export interface MaybeBefore {
  readonly association: string;
  readonly medal: MedalWon["medal"];
  readonly podium: string;
  readonly inThisEvent: boolean;
}

export function storyOf(record: EventRecord): Story {
  const entries = new Map(record.entries.map((entry) => [entry.code, entry]));
  const past = honoursBefore(record, record.honours);
  const medallists = MEDALS.flatMap((medal) =>
    record.medals
      .filter((won) => won.medal === medal)
      .flatMap(({ entry }) => {
        const known = entries.get(entry);
        return known ? [{ ...known, medal }] : [];
      }),
  );
  const goingOn = losersGoingOn(record.plan);
  const wins = record.state.matches.flatMap((match) => winOf(match, { entries, goingOn }));
  return {
    ...record,
    medallists,
    wins,
    past,
    pastOfEvent: honoursIn(past, record.name),
    maybeBefore: maybeBefore(record),
    parts: partsOf(record.sport),
  };
}

function maybeBefore(record: EventRecord): MaybeBefore[] {
  const doubtful = doubtfulHonours(record, record.honours).map(({ association, medal, ...line }) => ({
    association,
    medal,
    podium: podiumOf(line),
    inThisEvent: line.event.toLowerCase() === record.name.toLowerCase(),
  }));
  const elsewhere = record.elsewhere
    .filter(({ before }) => before !== false)
    .map(({ association, medal, event }) => ({ association, medal, podium: event, inThisEvent: false }));
  return [...doubtful, ...elsewhere];
}

/** The matches whose loser plays on for more than bronze. */
function losersGoingOn({ matches, groups }: EventPlan): Set<MatchCode> {
  const further = matches.filter(({ round }) => round !== "bronze").flatMap(({ home, away }) => [home, away]);
  const sources = [...further, ...groups.flatMap(({ slots = [] }) => slots)];
  return new Set(sources.flatMap((source) => (source.from === "loser" ? [source.match] : [])));
}

interface WinRequest {
  readonly entries: ReadonlyMap<EntryCode, EntryRecord>;
  readonly goingOn: ReadonlySet<MatchCode>;
}

function winOf(match: MatchInEvent, { entries, goingOn }: WinRequest): Win[] {
  const winner = match.winner === null ? undefined : entries.get(match.winner);
  const loser = match.loser === null ? undefined : entries.get(match.loser);
  if (!winner || !loser || match.result?.outcome.by !== "play") return [];
  const isHome = match.entries.home === winner.code;
  const games = match.result.games.map(({ home, away }): readonly [number, number] =>
    isHome ? [home, away] : [away, home],
  );
  const score = scoreOf(match.result.outcome, games, isHome);
  return [{ match, losersGoOn: goingOn.has(match.code), winner, loser, games, score }];
}

function scoreOf({ gamesWon }: Outcome, games: Win["games"], isHome: boolean): Win["score"] {
  if (gamesWon === null) return null;
  if (gamesWon !== undefined) return isHome ? [gamesWon.home, gamesWon.away] : [gamesWon.away, gamesWon.home];
  const won = games.filter(([own, other]) => own > other).length;
  return [won, games.length - won];
}

/** The wins of an entry, in order of play. */
export function winsOf(story: Story, entry: EntryRecord): Win[] {
  return story.wins.filter((win) => win.winner.code === entry.code);
}

/** Whether the loser was out of the main draw with it, or at best played on for bronze; a match for bronze puts nobody out. */
export function isKnockOut({ match, losersGoOn }: Win): boolean {
  const isOfMainDraw = match.phase === "knock-out" && (match.phaseCode ?? "main") === "main";
  return isOfMainDraw && !losersGoOn && !isBetweenLosers(match);
}

/** A match for bronze. */
export function isBetweenLosers({ home, away }: MatchInEvent): boolean {
  return home.from === "loser" && away.from === "loser";
}

export function matchEvidence(story: Story, win: Win): Evidence {
  const { winner, loser } = win;
  const id = `${story.id}/${win.match.code}`;
  return { kind: "match", id, winner: winner.name, loser: loser.name, score: win.score?.join("-") ?? null };
}

export function entryEvidence(story: Story, entry: EntryRecord): Evidence {
  return { kind: "entry", id: `${story.id}/${entry.code}`, name: entry.name };
}

/** An earlier medal, its association as the entries name it, else by its code. */
export function honourEvidence(story: Story, honour: Honour): Evidence {
  const known = story.entries.find(({ association }) => association?.code === honour.association)?.association;
  return { kind: "honour", honour, association: known?.name ?? { en: honour.association } };
}

/** That the honours hold nothing of the kind in these of their years; nothing to tell when there are no such years. */
export function absenceEvidence(
  code: AbsenceCode,
  honours: Honours,
  about: { years: readonly number[]; facts: Readonly<Record<string, StorylineValue>> },
): Evidence[] {
  const [first, last] = [about.years.at(0), about.years.at(-1)];
  if (first === undefined || last === undefined) return [];
  const listed = honours.all.filter(({ year }) => year >= first && year <= last).length;
  return [
    {
      kind: "absence",
      code,
      facts: { ...about.facts, held: about.years.map(String), from: String(first), to: String(last), listed },
    },
  ];
}
