import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An event of so many lines, as it stands when its first round is played. */
export interface LargeDraw {
  readonly kind: "singles" | "doubles";
  readonly lines: number;
  readonly names: "usual" | "long";
}

/** Family and given names, invented: such as most have, and such as fill a line. */
const NAMES = {
  usual: {
    family: ["LINDGREN", "OKAFOR", "MERTENS", "SILVA", "NOVAK", "TANAKA", "DUBOIS", "HANSEN"],
    given: ["Anna", "Mateus", "Ingrid", "Thomas", "Yuki", "Laura", "Pavel", "Nadia"],
  },
  long: {
    family: ["ALEXANDER", "MONTGOMERY", "WILHELMSEN", "HARRINGTON", "VILLANUEVA", "KOWALSKA", "BRANDENBURG", "OKONKWO"],
    given: [
      "Maximilian",
      "Bernadette",
      "Christopher",
      "Anastasia",
      "Konstantin",
      "Wilhelmina",
      "Sebastian",
      "Philippa",
    ],
  },
} as const;

/** As wide as a row of games can be. */
const SEVEN_GAMES = [
  [11, 13],
  [13, 11],
  [10, 12],
  [12, 10],
  [11, 13],
  [14, 12],
  [15, 13],
];

/** Writes a folder of examples with one competition, `large`, of these draws. */
export function writeLargeDraws(draws: readonly LargeDraw[]): string {
  const folder = mkdtempSync(join(tmpdir(), "podium-large-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const most = Math.max(...draws.map(({ lines }) => lines));
  const file = {
    format: "podium-competition/1",
    competition: {
      id: "large",
      title: { en: "Large draws", ko: "큰 대진표", zh: "大签表" },
      place: { en: "Hall", ko: "체육관", zh: "体育馆" },
      zone: "Europe/Paris",
      from: "2026-11-21",
      to: "2026-11-22",
      invented: true,
    },
    associations: [{ code: "WWW", name: { en: "Everywhere", ko: "모든 곳", zh: "各地" } }],
    players: Object.keys(NAMES).flatMap((names) =>
      Array.from({ length: most * 2 }, (_, index) => player(names as LargeDraw["names"], index)),
    ),
    events: draws.map(event),
  };
  writeFileSync(join(folder, "large.json"), JSON.stringify(file));
  return folder;
}

function player(names: LargeDraw["names"], index: number): object {
  const { family, given } = NAMES[names];
  return {
    id: `${names}-${index}`,
    family: family[index % family.length],
    given: given[Math.floor(index / family.length) % given.length],
    association: "WWW",
  };
}

/** The address of the page of a draw. */
export function pathOf({ kind, lines, names }: LargeDraw): string {
  return `/competitions/large/${names}-${kind}-${lines}`;
}

function event({ kind, lines, names }: LargeDraw): object {
  const entries = Array.from({ length: lines }, (_, index) => ({
    code: `e${index}`,
    players: kind === "singles" ? [`${names}-${index}`] : [`${names}-${2 * index}`, `${names}-${2 * index + 1}`],
    association: "WWW",
  }));
  return {
    code: `${names}-${kind}-${lines}`,
    title: { en: `${kind} of ${lines}`, ko: `${lines}`, zh: `${lines}` },
    sport: "table-tennis",
    kind,
    bestOf: 7,
    entries,
    draw: { lines: entries.map(({ code }) => code) },
    matches: Array.from({ length: lines / 2 }, (_, index) => ({
      code: `r${lines}-${index + 1}`,
      games: SEVEN_GAMES,
      published: true,
    })),
  };
}
