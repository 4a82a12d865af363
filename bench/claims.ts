import { ClaimChecker, type CompetitionFacts, type EntryCode, type EventFacts, ReadingMemory } from "@podium/engine";
import { parisFacts } from "../engine/src/claims/competition.testing.ts";
import { readTable } from "../engine/src/claims/sentences.testing.ts";
import { percentile, type Row } from "./row.ts";

const FEW = 5;
const MANY = 500;
const WORDS = 1000;
const PLAYERS = 32;
const TIMES = 100;
const MICROSECONDS = 1000;

/**
 * A report of a thousand words on Paris, held against few and many competitions as the server does; and the same report while
 * somebody writes on in it, as the browser does. In the time of the processor: on a shared machine the clock tells of others.
 */
export function measureClaims(): Row[] {
  const report = reportOfWords();
  return [FEW, MANY].flatMap((number) => {
    const competitions = [...parisFacts(), ...Array.from({ length: number - 1 }, (_, index) => competition(index))];
    const begun = performance.now();
    const checker = new ClaimChecker(competitions);
    const claims = checker.check(report, { competition: "paris-2024" }).length;
    const prepared = performance.now() - begun;
    const about = [
      { who: "of one that is named", options: { competition: "paris-2024" } },
      { who: "of any", options: {} },
    ];
    cpuOf(TIMES, () => checker.check(report, { competition: "paris-2024" }));
    const rows = about.map(({ who, options }) => ({
      what: `claims in ${WORDS} words, ${number} competitions, ${who}`,
      figure: `${cpuOf(TIMES, () => checker.check(report, options)).toFixed(1)} ms`,
      note: `${claims} claims found; prepared once in ${prepared.toFixed(0)} ms, the first check included`,
    }));
    return [...rows, typed(checker, report, number)];
  });
}

/** A sentence typed in the middle of the report, and one at its end. */
function typed(checker: ClaimChecker, report: string, number: number): Row {
  const memory = new ReadingMemory();
  const sentence = " Sun Yingsha and Wang Chuqin beat Ri Jong Sik and Kim Kum Yong 4-2 in the final on Tuesday.";
  const places = [report.indexOf("\n", report.length / 2), report.length];
  const texts = places.flatMap((at) =>
    Array.from(sentence, (_, key) => `${report.slice(0, at)}${sentence.slice(0, key + 1)}${report.slice(at)}`),
  );
  const check = (text: string) => checker.check(text, { competition: "paris-2024", memory });
  for (let warm = 0; warm < 3; warm += 1) texts.forEach(check);
  const times = texts.map((text) => cpuOf(1, () => check(text)));
  const mean = times.reduce((sum, one) => sum + one, 0) / times.length;
  return {
    what: `claims at a key in ${WORDS} words, ${number} competitions`,
    figure: `${mean.toFixed(1)} ms`,
    note: `nineteen of twenty of ${texts.length} keys within ${percentile(times, 0.95).toFixed(1)} ms; a sentence in the middle, then one at the end`,
  };
}

/** Milliseconds of the processor that a piece of work takes once it has been done often: the middle one of as many as are done. */
function cpuOf(times: number, work: () => unknown): number {
  const took = Array.from({ length: times }, () => {
    const begun = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / MICROSECONDS;
  });
  return percentile(took, 0.5);
}

/** Sentences of the tables, right and wrong ones and those that say nothing of the sport. */
function reportOfWords(): string {
  const tables = ["agencies.en.txt", "reports.en.txt", "wires.en.txt"].map(readTable);
  const sentences = tables.flatMap(({ texts }) => texts.flat().map(({ sentence }) => sentence));
  const lines: string[] = [];
  for (let words = 0, at = 0; words < WORDS; at += 1) {
    const line = sentences[at % sentences.length] ?? "";
    words += line.split(" ").length;
    lines.push(line);
  }
  return lines.join("\n");
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
