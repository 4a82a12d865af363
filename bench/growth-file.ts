/** The game scores of every match of a made-up competition: four games, the first side wins. */
const GAMES = [
  [11, 5],
  [11, 7],
  [9, 11],
  [11, 8],
];

export type GrowingFormat = "knock-out" | "group";

/** A competition of one event of singles in the format of docs/format.md, of any size; played, or with its draw alone. */
export function competitionOf(
  size: number,
  format: GrowingFormat,
  { isPlayed, id = "growth" }: { readonly isPlayed: boolean; readonly id?: string },
): string {
  const codes = Array.from({ length: size }, (_, index) => `e${index + 1}`);
  const associationOf = (index: number) => `C${index % 30}`;
  const matches = format === "group" ? everybodyMeets(codes) : knockOut(codes);
  return JSON.stringify({
    format: "podium-competition/1",
    competition: { id, title: { en: "Growth" }, zone: "Europe/Paris", from: "2026-01-01", to: "2026-01-03" },
    associations: Array.from({ length: 30 }, (_, index) => ({
      code: associationOf(index),
      name: { en: `Club ${index}` },
    })),
    players: codes.map((code, index) => ({
      id: `p-${code}`,
      family: `PLAYER ${index}`,
      association: associationOf(index),
    })),
    events: [
      {
        code: "ms",
        title: { en: "Singles" },
        sport: "table-tennis",
        kind: "singles",
        bestOf: 5,
        entries: codes.map((code, index) => ({ code, players: [`p-${code}`], association: associationOf(index) })),
        draw: format === "group" ? { groups: [{ name: "A", entries: codes }] } : { lines: codes },
        matches: isPlayed ? matches.map(([home, away]) => ({ home, away, games: GAMES })) : [],
      },
    ],
  });
}

type Pair = readonly [string, string];

function everybodyMeets(codes: readonly string[]): Pair[] {
  return codes.flatMap((home, index) => codes.slice(index + 1).map((away): Pair => [home, away]));
}

function knockOut(codes: readonly string[]): Pair[] {
  if (codes.length < 2) return [];
  const winners = codes.filter((_, index) => index % 2 === 0);
  return [...winners.map((home, index): Pair => [home, codes[2 * index + 1] ?? ""]), ...knockOut(winners)];
}
