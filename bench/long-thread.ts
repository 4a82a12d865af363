import { isRefused } from "@podium/engine";
import { importCompetition, openPodium, readConfig } from "@podium/server";

const COMMENTS = 200;
const WORDS = ["Three steps, one photograph.", "세 나라, 한 장의 사진.", "三个国家，一张合影。"];

/** Adds a small competition with a moment and a thread to a data folder; answers the thread's address. */
export async function addLongThread(dataFolder: string, size = COMMENTS): Promise<string> {
  const podium = await openPodium(readConfig({ PODIUM_DATA: dataFolder }));
  const imported = await importCompetition(podium.app, null, JSON.stringify(competitionWithThread(size)));
  await podium.close();
  if (isRefused(imported)) throw new Error(imported.message);
  return "/threads/bench-thread";
}

/** A small competition with a moment and a thread of so many comments. */
export function competitionWithThread(size: number) {
  return {
    format: "podium-competition/1",
    competition: { id: "bench", title: "Bench", zone: "UTC", from: "2026-01-01", to: "2026-01-01", invented: true },
    players: [
      { id: "bench-one", family: "ONE" },
      { id: "bench-two", family: "TWO" },
    ],
    events: [
      {
        code: "s",
        title: "Singles",
        kind: "singles",
        bestOf: 1,
        entries: [
          { code: "one", players: ["bench-one"] },
          { code: "two", players: ["bench-two"] },
        ],
        draw: { lines: ["one", "two"] },
        matches: [{ code: "final", games: [[11, 9]] }],
      },
    ],
    moments: [
      {
        id: "bench-moment",
        event: "s",
        title: "Bench",
        thread: {
          id: "bench-thread",
          title: "Bench",
          authors: [{ id: "voice", name: "Voice", invented: true }],
          comments: comments(size),
        },
      },
    ],
  };
}

/** Every third comment starts a branch; the others answer the one before. */
export function comments(size: number) {
  return Array.from({ length: size }, (_, index) => ({
    id: `c${index}`,
    ...(index % 3 === 0 ? {} : { parent: `c${index - 1}` }),
    author: "voice",
    at: new Date(Date.UTC(2026, 0, 1, 12, index)).toISOString(),
    body: Array.from({ length: 1 + (index % 4) }, (_line, line) => WORDS[(index + line) % WORDS.length]).join(" "),
    up: (index * 7) % 40,
    down: index % 5,
  }));
}
