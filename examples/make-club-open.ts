// Writes examples/club-open.json: an invented club open with groups, a knock-out and doubles, some of it under way.
// `node examples/make-club-open.ts` writes it again; its test holds that nothing else was written into it.
import { writeFileSync } from "node:fs";
import type {
  EntryCode,
  EventPlan,
  MatchCode,
  MatchInEvent,
  MatchResult,
  MatchRules,
  MatchState,
  Source,
} from "@podium/engine";
import { eventState, isRefused, planGroups, planKnockOut } from "@podium/engine";
import { CLUBS, GROUPS, PAIRS, PEOPLE, person, SINGLES_LINES } from "./club-open-people.ts";
import { type Aside, chanceFrom, gamesOf, play, type Sitting } from "./club-open-play.ts";
import { layout } from "./layout.ts";

const SATURDAY = "2026-11-21";
const SUNDAY = "2026-11-22";
const ZONE_OFFSET = "+01:00";
const BEST_OF = 5;

interface Match {
  readonly code: string;
  readonly home?: string;
  readonly away?: string;
  readonly start: string;
  readonly table: string;
  readonly [field: string]: unknown;
}

/** How a match of the programme is written: by its games unless something else is said here. */
interface Programmed {
  readonly rallies?: boolean;
  readonly asides?: readonly Aside[];
  readonly walkoverOf?: string;
  readonly until?: NonNullable<Sitting["until"]>;
  readonly demoUmpire?: boolean;
  readonly notYet?: boolean;
  /** Left for the desk to publish. */
  readonly unpublished?: boolean;
  /** Chosen so that the match shows something: this one goes to its last game. */
  readonly luck?: number;
}

const PROGRAMMED: Readonly<Record<string, Programmed>> = {
  "os/a-6": {
    rallies: true,
    asides: [{ game: 2, points: 11, entries: [{ kind: "time-out", side: "home" }, { kind: "time-out-ended" }] }],
  },
  "os/b-6": {
    rallies: true,
    asides: [{ game: 1, points: 8, entries: [{ kind: "rally", winner: "home" }, { kind: "undo" }, { kind: "let" }] }],
  },
  "os/c-5": { walkoverOf: "no" },
  "os/d-6": {
    rallies: true,
    asides: [{ game: 2, points: 6, entries: [{ kind: "card", side: "away", card: "yellow" }] }],
  },
  "os/qf-1": { rallies: true, unpublished: true },
  "os/qf-2": { unpublished: true },
  "os/qf-3": { rallies: true, demoUmpire: true, until: (state) => pointsIn(state, 3) === 11 },
  "os/qf-4": { notYet: true },
  "os/sf-1": { notYet: true },
  "od/qf-2": { rallies: true, luck: 6 },
  "od/qf-4": {
    rallies: true,
    asides: [
      {
        game: 3,
        points: 4,
        entries: [
          { kind: "medical", side: "home" },
          { kind: "retired", side: "home" },
        ],
      },
    ],
  },
  "od/sf-1": { rallies: true, until: (state) => pointsIn(state, 2) === 9 },
  "od/sf-2": { notYet: true },
};

function pointsIn(state: MatchState, game: number): number | undefined {
  return state.games.length === game ? state.games[game - 1]?.rallies?.length : undefined;
}

interface Programme {
  readonly event: string;
  readonly kind: MatchRules["kind"];
  readonly plan: EventPlan;
  /** The players of an entry. */
  readonly players: (entry: string) => readonly string[];
  readonly when: (match: MatchInEvent) => { readonly start: string; readonly table: string };
}

const at = (day: string, minutes: number) =>
  `${day}T${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}:00${ZONE_OFFSET}`;

/** Plays the programme match by match, as far as it has come. */
function matchesOf(programme: Programme): Match[] {
  const results = new Map<MatchCode, MatchResult>();
  return programme.plan.matches.map(({ code }) => {
    const match = eventState(programme.plan, results).matches.find((planned) => planned.code === code);
    if (!match) throw new Error(`${code} is not planned`);
    const { line, result } = playedMatch(programme, match);
    if (result) results.set(code, result);
    return line;
  });
}

function playedMatch(programme: Programme, match: MatchInEvent): { line: Match; result?: MatchResult } {
  const programmed = PROGRAMMED[`${programme.event}/${match.code}`] ?? {};
  const { home, away } = match.entries;
  const place = programme.when(match);
  if (home === null || away === null) return { line: { code: match.code, ...place } };
  const head: Match = { code: match.code, home, away, ...place };
  if (programmed.notYet) return { line: head };
  if (programmed.walkoverOf !== undefined) return walkover(head, programmed.walkoverOf);
  const played = play(sittingOf(programme, head, programmed));
  const line = programmed.rallies ? { ...head, log: played.log } : { ...head, games: gamesOf(played) };
  const { outcome, games } = played.state;
  if (!outcome) return { line: programmed.demoUmpire ? { ...line, demoUmpire: true } : line };
  return {
    line: signed(line, programmed),
    result: { match: match.code, outcome, games: games.map((game) => game.score) },
  };
}

function signed(line: Match, programmed: Programmed): Match {
  return programmed.unpublished ? line : { ...line, published: true };
}

function walkover(head: Match, against: string): { line: Match; result: MatchResult } {
  const winner = head.home === against ? "away" : "home";
  const result: MatchResult = { match: head.code as MatchCode, outcome: { winner, by: "walkover" }, games: [] };
  return { line: signed({ ...head, outcome: "walkover", against }, {}), result };
}

function sittingOf(programme: Programme, match: Match, programmed: Programmed): Sitting {
  const strength = (entry: string | undefined) => {
    const players = programme.players(entry ?? "").map(person);
    return players.reduce((sum, player) => sum + player.strength, 0) / players.length;
  };
  return {
    rules: { sport: "table-tennis", kind: programme.kind, bestOf: BEST_OF },
    edge: strength(match.home) - strength(match.away),
    chance: chanceFrom(seedOf(`${programme.event}/${match.code}`) + (programmed.luck ?? 0)),
    ...(programmed.asides ? { asides: programmed.asides } : {}),
    ...(programmed.until ? { until: programmed.until } : { startMs: Date.parse(match.start) }),
  };
}

function seedOf(words: string): number {
  return [...words].reduce((seed, letter) => Math.imul(seed, 31) + (letter.codePointAt(0) ?? 0), 7);
}

function singles(): Programme {
  const groups = Object.entries(GROUPS).map(([name, entries]) => ({ name, entries: entries as readonly EntryCode[] }));
  const lines = SINGLES_LINES.map((line): Source => ({ from: "place", ...line }));
  const knockOut = planned(lines, true);
  const plan: EventPlan = {
    groups,
    matches: [...planGroups(groups, { qualifying: 2 }), ...knockOut],
    bronzeMatch: true,
    bestOf: BEST_OF,
  };
  return { event: "os", kind: "singles", plan, players: (entry) => [entry], when: singlesTime };
}

function doubles(): Programme {
  const lines = PAIRS.map((pair): Source => ({ from: "entry", entry: pair.join("-") as EntryCode }));
  const plan: EventPlan = { groups: [], matches: planned(lines, false), bronzeMatch: false, bestOf: BEST_OF };
  return { event: "od", kind: "doubles", plan, players: (entry) => entry.split("-"), when: doublesTime };
}

function planned(lines: readonly Source[], bronzeMatch: boolean) {
  const matches = planKnockOut(lines, { bronzeMatch });
  if (isRefused(matches)) throw new Error(matches.message);
  return matches;
}

const HALF_PAST_NINE = 9 * 60 + 30;
const HALF_HOUR = 30;

/** Each group keeps a table; the knock-out is played on Sunday. */
function singlesTime(match: MatchInEvent) {
  if (match.group !== null) {
    const turn = Number(match.code.split("-")[1]) - 1;
    return { start: at(SATURDAY, HALF_PAST_NINE + turn * HALF_HOUR), table: String("ABCD".indexOf(match.group) + 1) };
  }
  const [start, table] = SINGLES_SUNDAY[match.code] ?? [15 * 60, "1"];
  return { start: at(SUNDAY, start), table };
}

const SINGLES_SUNDAY: Readonly<Record<string, readonly [number, string]>> = {
  "qf-1": [10 * 60, "1"],
  "qf-2": [10 * 60, "2"],
  "qf-3": [10 * 60 + 45, "1"],
  "qf-4": [10 * 60 + 45, "2"],
  "sf-1": [13 * 60, "1"],
  "sf-2": [13 * 60, "2"],
  bronze: [14 * 60 + 45, "2"],
};

function doublesTime(match: MatchInEvent) {
  if (match.round === "qf") return { start: at(SATURDAY, 15 * 60), table: String(match.order) };
  if (match.round === "sf") return { start: at(SUNDAY, 10 * 60 + 45), table: String(match.order + 2) };
  return { start: at(SUNDAY, 14 * 60), table: "1" };
}

/** The competition file of the club open. */
export function clubOpen() {
  return {
    format: "podium-competition/1",
    competition: {
      id: "riverside-open",
      title: { en: "Riverside Open", ko: "리버사이드 오픈", zh: "河畔公开赛" },
      place: { en: "Riverside Hall, Alderbridge", ko: "앨더브리지 리버사이드 체육관", zh: "奥尔德布里奇河畔体育馆" },
      zone: "Europe/Paris",
      from: SATURDAY,
      to: SUNDAY,
      invented: true,
    },
    associations: CLUBS,
    players: Object.entries(PEOPLE).map(([id, { family, given, names, club }]) => ({
      id: playerId(id),
      family,
      given,
      ...(names ? { names } : {}),
      association: club,
    })),
    events: [singlesEvent(), doublesEvent()],
  };
}

function singlesEvent() {
  const seeded = Object.values(GROUPS).map((group) => group[0]);
  const entries = [...seeded, ...Object.values(GROUPS).flatMap((group) => group.slice(1))].filter(
    (code) => code !== undefined,
  );
  return {
    code: "os",
    title: { en: "Open singles", ko: "오픈 단식", zh: "公开单打" },
    sport: "table-tennis",
    kind: "singles",
    bestOf: BEST_OF,
    entries: entries.map((code, index) => ({
      code,
      players: [playerId(code)],
      association: person(code).club,
      ...(index < seeded.length ? { seed: index + 1 } : {}),
    })),
    draw: {
      groups: Object.entries(GROUPS).map(([name, group]) => ({ name, entries: group })),
      advance: 2,
      lines: SINGLES_LINES,
      bronzeMatch: true,
    },
    matches: matchesOf(singles()),
  };
}

function doublesEvent() {
  return {
    code: "od",
    title: { en: "Open doubles", ko: "오픈 복식", zh: "公开双打" },
    sport: "table-tennis",
    kind: "doubles",
    bestOf: BEST_OF,
    entries: PAIRS.map((pair) => ({
      code: pair.join("-"),
      players: pair.map(playerId),
      association: person(pair[0]).club,
    })),
    draw: { lines: PAIRS.map((pair) => pair.join("-")), bronzeMatch: false },
    matches: matchesOf(doubles()),
  };
}

function playerId(id: string): string {
  const { family, given } = person(id);
  return `${family}-${given}`
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[^a-z-]/g, "");
}

if (import.meta.main) {
  writeFileSync(new URL("club-open.json", import.meta.url), layout(clubOpen()));
}
