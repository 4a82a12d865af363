import { ClaimChecker, type CompetitionFacts, type EntryCode, type EventFacts } from "@podium/engine";
import type { Row } from "./row.ts";

const FEW = 5;
const MANY = 500;
const WORDS = 1000;
const PLAYERS = 32;
const ROUNDS_MEASURED = 20;

/** A report of a thousand words, and one sentence more at a keystroke, held against few and many competitions. */
export function measureClaims(): Row[] {
  return [FEW, MANY].flatMap((number) => {
    const competitions = Array.from({ length: number }, (_, index) => competition(index));
    const begun = performance.now();
    const checker = new ClaimChecker(competitions);
    const report = reportOn(competitions[0]);
    const claims = checker.check(report).length;
    const prepared = performance.now() - begun;
    const whole = bestOf(() => checker.check(report));
    const [first = ""] = report.split("\n");
    const note = `${claims} claims found; prepared once in ${prepared.toFixed(0)} ms, the first check included`;
    return [
      { what: `claims in ${WORDS} words, ${number} competitions`, figure: `${whole.toFixed(1)} ms`, note },
      {
        what: `claims in one sentence, ${number} competitions`,
        figure: `${bestOf(() => checker.check(first)).toFixed(2)} ms`,
        note: "as while typing",
      },
    ];
  });
}

function bestOf(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS_MEASURED }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return Math.min(...times);
}

const SYLLABLES = ["ka", "ro", "min", "ta", "lu", "ven", "so", "bri", "del", "mar", "fen", "os"];

/** A name that no other player of any competition has. */
function nameOf(number: number): string {
  let [rest, name] = [number + 1, ""];
  while (rest > 0) {
    name += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A knock-out of singles, in which the upper line of the draw always wins 4-1. */
function competition(number: number): CompetitionFacts {
  const players = Array.from({ length: PLAYERS }, (_, index) => {
    const name = nameOf(number * PLAYERS + index);
    return { id: name.toLowerCase(), family: name, given: `${name}el`, names: {} };
  });
  const year = 1990 + (number % 35);
  return {
    id: `open-${number}`,
    title: { en: `Open ${nameOf(number)} ${year}` },
    place: {},
    from: `${year}-05-01`,
    to: `${year}-05-05`,
    associations: [],
    players,
    honours: [],
    events: [
      eventOf(
        `open-${number}/ms`,
        players.map(({ id }) => id as EntryCode),
      ),
    ],
  };
}

const GAMES = [
  [11, 6],
  [7, 11],
  [11, 8],
  [11, 5],
  [11, 9],
] as const;

function eventOf(id: string, codes: readonly EntryCode[]): EventFacts {
  const entries = codes.map((code) => ({
    code,
    players: [code],
    association: null,
    seed: null,
    rank: null,
    unranked: false,
  }));
  const matches: EventFacts["matches"][number][] = [];
  let round = codes;
  for (const name of ["r32", "r16", "qf", "sf", "final"]) {
    for (let at = 0; at + 1 < round.length; at += 2) {
      const [home, away] = [round[at] as EntryCode, round[at + 1] as EntryCode]; // both are inside
      matches.push({
        id: `${id}/${name}-${at / 2}`,
        round: name,
        home,
        away,
        winner: home,
        by: "play",
        games: GAMES,
        start: null,
        table: null,
      });
    }
    round = round.filter((_, at) => at % 2 === 0);
  }
  return {
    id,
    title: { en: "Men's singles" },
    sport: "table-tennis",
    kind: "singles",
    bestOf: 7,
    entries,
    matches,
    medals: [],
    complete: true,
  };
}

function reportOn(facts: CompetitionFacts | undefined): string {
  const [event] = facts?.events ?? [];
  const names = new Map((facts?.players ?? []).map(({ id, family, given }) => [id, `${given} ${family}`]));
  const matches = event?.matches ?? [];
  const lines: string[] = [];
  let words = 0;
  for (let at = 0; matches.length > 0 && words < WORDS; at += 1) {
    const { home = "", away = "", round = "" } = matches[at % matches.length] ?? {};
    const where = round === "final" ? "final" : "draw";
    const line = `${names.get(home)} beat ${names.get(away)} 4-1 (11-6, 7-11, 11-8, 11-5, 11-9) in the ${where} and thanked the crowd.`;
    words += line.split(" ").length;
    lines.push(line);
  }
  return lines.join("\n");
}
