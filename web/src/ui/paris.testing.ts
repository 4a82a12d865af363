import type { MatchCode, EntryCode, Side } from "@podium/engine";
import type {
  CompetitionView,
  EntryView,
  EventCard,
  EventPage,
  MatchRow,
  MedalRow,
  MomentCard,
  Slot,
  Text,
  PhaseView,
  RoundView,
} from "@podium/protocol";

/** The mixed doubles of Paris 2024 as page data: facts of the official results, for tests of the pages. */

const EVENT = "paris-2024/xd";
const EVENT_TITLE: Text = { en: "Mixed doubles", ko: "혼합 복식", zh: "混合双打" };

export const paris: CompetitionView = {
  id: "paris-2024",
  title: { en: "Table tennis, Paris 2024", ko: "2024 파리 올림픽 탁구", zh: "2024年巴黎奥运会乒乓球" },
  place: { en: "South Paris Arena 4", ko: "사우스 파리 아레나 4", zh: "巴黎南部体育馆4" },
  zone: "Europe/Paris",
  from: "2024-07-27",
  to: "2024-07-30",
  invented: false,
};

const NAMES: Readonly<Record<string, Text>> = {
  CHN: { en: "China", ko: "중국", zh: "中国" },
  PRK: { en: "DPR Korea", ko: "조선민주주의인민공화국", zh: "朝鲜" },
  KOR: { en: "Republic of Korea", ko: "대한민국", zh: "韩国" },
};

const SCRIPTS: Readonly<Record<string, Text>> = {
  "SUN Yingsha": { zh: "孙颖莎", ko: "쑨잉사" },
  "WANG Chuqin": { zh: "王楚钦", ko: "왕추친" },
  "LIM Jonghoon": { ko: "임종훈", zh: "林钟勋" },
  "SHIN Yubin": { ko: "신유빈", zh: "申裕斌" },
  "RI Jong Sik": { ko: "리정식", zh: "李正植" },
  "KIM Kum Yong": { ko: "김금용", zh: "金琴英" },
};

const ENTRIES: Readonly<Record<string, readonly [string, string, number | null]>> = {
  CHN: ["WANG Chuqin", "SUN Yingsha", 1],
  EGY: ["ASSAR Omar", "MESHREF Dina", null],
  FRA: ["LEBRUN Alexis", "YUAN Jia Nan", null],
  TPE: ["LIN Yun-Ju", "CHEN Szu-Yu", 6],
  ROU: ["IONESCU Ovidiu", "SZOCS Bernadette", 7],
  AUS: ["LUM Nicholas", "JEE Minhyung", null],
  GER: ["QIU Dang", "MITTELHAM Nina", null],
  KOR: ["LIM Jonghoon", "SHIN Yubin", 3],
  HKG: ["WONG Chun Ting", "DOO Hoi Kem", 4],
  HUN: ["ECSEKI Nandor", "MADARASZ Dora", 11],
  BRA: ["ISHIY Vitor", "TAKAHASHI Bruna", 12],
  ESP: ["ROBLES Alvaro", "XIAO Maria", 5],
  SWE: ["KARLSSON Kristian", "KALLBERG Christina", 8],
  CUB: ["CAMPOS Jorge", "FONSECA Daniela", null],
  PRK: ["RI Jong Sik", "KIM Kum Yong", null],
  JPN: ["HARIMOTO Tomokazu", "HAYATA Hina", 2],
};

const PLAYED = [
  ["r16", 1, "2024-07-27T16:30:00+02:00", "1", "CHN", "EGY", "11-7 11-8 11-4 11-3"],
  ["r16", 2, "2024-07-27T17:15:00+02:00", "1", "FRA", "TPE", "9-11 11-9 5-11 10-12 11-2 7-11"],
  ["r16", 3, "2024-07-27T16:30:00+02:00", "3", "ROU", "AUS", "11-5 6-11 14-12 11-4 11-3"],
  ["r16", 4, "2024-07-27T16:30:00+02:00", "4", "GER", "KOR", "10-12 9-11 10-12 6-11"],
  ["r16", 5, "2024-07-27T17:15:00+02:00", "4", "HKG", "HUN", "11-9 11-8 4-11 11-6 11-8"],
  ["r16", 6, "2024-07-27T17:15:00+02:00", "2", "BRA", "ESP", "9-11 11-7 11-7 8-11 5-11 8-11"],
  ["r16", 7, "2024-07-27T17:15:00+02:00", "3", "SWE", "CUB", "6-11 12-10 11-9 11-7 11-9"],
  ["r16", 8, "2024-07-27T16:30:00+02:00", "2", "PRK", "JPN", "11-5 7-11 11-4 15-13 12-10"],
  ["qf", 1, "2024-07-28T17:00:00+02:00", "1", "CHN", "TPE", "7-11 11-6 6-11 11-7 11-9 11-3"],
  ["qf", 2, "2024-07-28T16:00:00+02:00", "1", "ROU", "KOR", "11-13 8-11 8-11 8-11"],
  ["qf", 3, "2024-07-28T17:00:00+02:00", "2", "HKG", "ESP", "9-11 11-9 11-4 10-12 11-2 11-8"],
  ["qf", 4, "2024-07-28T16:00:00+02:00", "2", "SWE", "PRK", "7-11 8-11 11-9 4-11 8-11"],
  ["sf", 1, "2024-07-29T17:00:00+02:00", "1", "CHN", "KOR", "6-11 11-7 9-11 11-5 11-7 11-9"],
  ["sf", 2, "2024-07-29T16:00:00+02:00", "1", "HKG", "PRK", "3-11 12-10 11-3 9-11 9-11 11-9 6-11"],
  ["bronze", 1, "2024-07-30T13:30:00+02:00", "1", "KOR", "HKG", "11-5 11-7 11-7 14-12"],
  ["final", 1, "2024-07-30T14:30:00+02:00", "1", "CHN", "PRK", "11-6 7-11 11-8 11-5 7-11 11-8"],
] as const;

/** The pair of an association. */
export function pair(noc: string): EntryView {
  const [one, two, seed] = ENTRIES[noc] ?? ["", "", null];
  const code = noc.toLowerCase();
  return {
    id: `${EVENT}/${code}`,
    code,
    name: null,
    players: [one, two].map((name) => person(name, noc)),
    association: { code: noc, name: NAMES[noc] ?? { en: noc } },
    seed,
    rank: null,
    handicap: null,
  };
}

function person(name: string, noc: string): EntryView["players"][number] {
  const [family = "", ...given] = name.split(" ");
  return {
    id: name.toLowerCase().replaceAll(" ", "-"),
    family,
    given: given.join(" "),
    names: SCRIPTS[name] ?? {},
    association: noc,
  };
}

function slot(noc: string): Slot {
  return { entry: pair(noc), source: { from: "entry", entry: noc.toLowerCase() as EntryCode } };
}

function played([round, order, start, table, home, away, scores]: (typeof PLAYED)[number]): MatchRow {
  const games = scores
    .split(" ")
    .map((game) => ({ home: Number(game.split("-")[0]), away: Number(game.split("-")[1]) }));
  const gamesWon = {
    home: games.filter((game) => game.home > game.away).length,
    away: games.filter((game) => game.away > game.home).length,
  };
  const winner: Side = gamesWon.home > gamesWon.away ? "home" : "away";
  const code = round === "final" || round === "bronze" ? round : `${round}-${order}`;
  return {
    id: `${EVENT}/${code}`,
    kind: "doubles",
    tie: null,
    rubber: null,
    competition: paris.id,
    event: EVENT,
    eventTitle: EVENT_TITLE,
    phase: "knock-out",
    phaseCode: null,
    round,
    order,
    group: null,
    startMs: Date.parse(start),
    day: null,
    zone: paris.zone,
    table,
    home: slot(home),
    away: slot(away),
    bestOf: 7,
    handicap: null,
    calledMs: null,
    expectedMs: null,
    games,
    gamesWon,
    status: "over",
    outcome: { winner, by: "play" },
    winner,
    version: games.length,
    invented: false,
  };
}

export const parisMatches: readonly MatchRow[] = PLAYED.map(played);

/** A match of Paris by its code: `final`, `qf-2`. */
export function parisMatch(code: string): MatchRow {
  const match = parisMatches.find(({ id }) => id === `${EVENT}/${code}`);
  if (!match) throw new Error(`no match ${code}`);
  return match;
}

export const parisMedals: readonly MedalRow[] = [
  { medal: "gold", entry: pair("CHN") },
  { medal: "silver", entry: pair("PRK") },
  { medal: "bronze", entry: pair("KOR") },
];

export const parisEvent: EventCard = {
  id: EVENT,
  code: "xd",
  title: EVENT_TITLE,
  kind: "doubles",
  entries: 16,
  matches: 16,
  over: 16,
  live: 0,
  medals: parisMedals,
};

export const parisMoment: MomentCard = {
  id: "paris-2024-xd-podium",
  title: {
    en: "Six players, three nations, one podium",
    ko: "여섯 선수, 세 나라, 하나의 시상대",
    zh: "六名选手，三支代表团，同一座领奖台",
  },
  event: EVENT,
  eventTitle: EVENT_TITLE,
  competitionTitle: paris.title,
  podium: parisMedals,
  thread: "paris-2024-xd-podium",
  comments: 30,
};

const round = (name: string) => ({ round: name, matches: parisMatches.filter((match) => match.round === name) });

/** A knock-out of these rounds. */
export function phaseOf(rounds: readonly RoundView[], bronze: MatchRow | null = null): PhaseView {
  const brackets = [{ part: "all", rounds, bronze } as const];
  return { code: "main", title: null, format: "knock-out", groups: [], rounds: [], brackets, placing: [] };
}

export const parisEventPage: EventPage = {
  competition: paris,
  event: parisEvent,
  bestOf: 7,
  sport: "table-tennis",
  phases: [phaseOf(["r16", "qf", "sf", "final"].map(round), parisMatch("bronze"))],
  conversation: { about: "event:paris-2024/xd", thread: null, comments: 0 },
  draw: null,
  broadcasts: [],
  drawing: null,
  others: [],
  parts: null,
  orderOfPlay: [...parisMatches].sort((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0)),
  medals: parisMedals,
  rulings: [],
  seeding: null,
  placings: ["CHN", "PRK", "KOR", "HKG"].map((noc, index) => ({ place: index + 1, entry: pair(noc) })),
  entries: Object.keys(ENTRIES).map(pair),
  moment: parisMoment,
};

/** What a slot of a later round says before it is known. */
export function winnerOf(code: string): Slot {
  return { entry: null, source: { from: "winner", match: code as MatchCode } };
}
