import type { CompetitionFile, EventPart } from "@podium/protocol";

/** A whole competition of one event, best of three, with so many entries `e1`, `e2`, ... of one player each. */
export function smallEvent(
  entries: number,
  part: Partial<EventPart> = {},
  more: Partial<CompetitionFile> = {},
): CompetitionFile {
  const numbers = Array.from({ length: entries }, (_, index) => index + 1);
  return {
    format: "podium-competition/1",
    competition: { id: "cup", title: { en: "Cup" }, zone: "UTC", from: "2026-05-02", to: "2026-05-03" },
    players: numbers.map((number) => ({ id: `p${number}`, family: `P${number}` })),
    events: [
      {
        code: "os",
        title: { en: "Open singles" },
        kind: "singles",
        bestOf: 3,
        entries: numbers.map((number) => ({ code: `e${number}`, players: [`p${number}`] })),
        ...part,
      },
    ],
    ...more,
  };
}

/** Two games that the side named first won. */
export const WON: [number, number][] = [
  [11, 3],
  [11, 5],
];
