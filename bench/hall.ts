import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { transact } from "../server/src/app.ts";
import { readConfig } from "../server/src/config.ts";
import { importCompetition } from "../server/src/exchange/import.ts";
import { issueChair } from "../server/src/matches/chairs.ts";
import { openPodium } from "../server/src/podium.ts";
import { competitionOf } from "./growth-file.ts";
import { must } from "./growth.ts";
import { count, percentile, type Row } from "./row.ts";
import { inTemporaryFolder, startServer } from "./server-process.ts";

const ENTRIES = 1024;
const CHAIRS = 20;
const RALLIES_A_SECOND = 2;
const READERS = 200;
const FOR_MS = 25_000;
/** A hall's server has been up since the morning: what it takes to become warm is not measured. */
const WARM_UP_MS = 5_000;

/** What the chairs and the readers of a hall saw, in milliseconds. */
interface Seen {
  readonly chair: readonly number[];
  readonly page: readonly number[];
  readonly failed: number;
}

/**
 * A hall on its busiest day, after five seconds to warm up: an event of 1,024 entries, 20 matches scored at once, and 200 readers with a live page who
 * read the event anew every five seconds. The server is a process of its own, the hall a thread of this one.
 */
export async function measureHall(): Promise<Row[]> {
  return inTemporaryFolder(async (folder) => {
    const chairs = await drawnEvent({ PODIUM_DATA: folder });
    const server = await startServer(folder);
    try {
      const seen = await playIn(server.url, chairs);
      const lines = CHAIRS * RALLIES_A_SECOND * (FOR_MS / 1000);
      return [
        {
          what: `${CHAIRS} chairs at ${RALLIES_A_SECOND} rallies/s, ${READERS} readers, ${count(ENTRIES)} entries`,
          figure: `${count(seen.chair.length)} of ${count(lines)} lines`,
          note: `recorded in ${FOR_MS / 1000} s, after ${WARM_UP_MS / 1000} s to warm up; ${seen.failed} requests failed`,
        },
        { what: "a line of these chairs recorded", figure: quantiles(seen.chair), note: "as the chair waits for it" },
        { what: "the event page for these readers", figure: quantiles(seen.page), note: "as the reader waits for it" },
      ];
    } finally {
      await server.stop();
    }
  });
}

function quantiles(took: readonly number[]): string {
  const at = (share: number) => percentile(took, share).toFixed(0);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms`;
}

/** Imports the event and hands out the chairs; answers their addresses. */
export async function drawnEvent(settings: Readonly<Record<string, string>>): Promise<string[]> {
  const podium = await openPodium(readConfig({ ...settings, PODIUM_EXAMPLES: "none", PORT: "0" }));
  try {
    const { app } = podium;
    must(await importCompetition(app, null, competitionOf(ENTRIES, "knock-out", { isPlayed: false })));
    const ready = app.storage.db.selectFrom("matches").select("id").where("status", "=", "ready").limit(CHAIRS);
    const chairs: string[] = [];
    for (const { id } of await ready.execute()) {
      const { token } = must(await transact(app, null, (unit) => issueChair(unit, id)));
      chairs.push(`/chair/${token}/log`);
    }
    return chairs;
  } finally {
    await podium.close();
  }
}

async function playIn(url: string, chairs: readonly string[]): Promise<Seen> {
  const worker = new Worker(new URL("hall-worker.ts", import.meta.url), {
    workerData: {
      url,
      chairs,
      everyMs: 1000 / RALLIES_A_SECOND,
      readers: READERS,
      readEveryMs: 5_000,
      topic: "event:growth/ms",
      page: "/competitions/growth/ms",
      warmUpMs: WARM_UP_MS,
      forMs: FOR_MS,
    },
  });
  const [seen] = await once(worker, "message");
  return seen;
}
