import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { signIn } from "./demo-client.ts";
import { count, percentile, type Row } from "./row.ts";
import { inTemporaryFolder, startServer } from "./server-process.ts";

const PAGES = 8_000;
const FLAT_OUT = 40;
const PACED = 60;
const PACE_MS = 200;

/** What writes one message to every open page. */
interface Publisher {
  readonly port: number;
  readonly path: string;
  publish(): Promise<void>;
}

/** How long one message took to the last page, in milliseconds. */
interface Series {
  readonly flatOut: readonly number[];
  readonly paced: readonly number[];
}

/**
 * From a rally sent by a chair to the last of 8,000 open pages, against one loop of send() in C that writes as many bytes
 * to as many connections: both on the first core, by turns, the readers on the second one, in C as well.
 */
export async function measureLargeFanOut(): Promise<Row[]> {
  const what = `rally to the last of ${count(PAGES)} pages, one core`;
  if (!canMeasure()) return [{ what, figure: "not measured", note: "needs Linux, a C compiler (cc) and taskset" }];
  return inTemporaryFolder(async (folder) => {
    const floor = join(folder, "floor");
    execFileSync("cc", ["-O2", "-o", floor, join(import.meta.dirname, "fan-out-floor.c")]);
    const [bare, podium] = [await byFloor(floor), await byPodium(floor, join(folder, "data"))];
    const mean = (series: readonly number[]) => series.reduce((sum, ms) => sum + ms, 0) / series.length;
    const p99 = (series: readonly number[]) => percentile(series, 0.99);
    return [
      {
        what: `${what}, flat out`,
        figure: `${(mean(bare.flatOut) / mean(podium.flatOut)).toFixed(2)} of a loop in C`,
        note: `${count((PAGES * 1000) / mean(podium.flatOut))} against ${count((PAGES * 1000) / mean(bare.flatOut))} pages told a second`,
      },
      {
        what: `${what}, 5 a second`,
        figure: `p99 ${(p99(podium.paced) / p99(bare.paced)).toFixed(2)} x a loop in C`,
        note: `${p99(podium.paced).toFixed(0)} against ${p99(bare.paced).toFixed(0)} ms, p50 ${percentile(podium.paced, 0.5).toFixed(0)} against ${percentile(bare.paced, 0.5).toFixed(0)} ms`,
      },
    ];
  });
}

function canMeasure(): boolean {
  try {
    for (const tool of ["cc", "taskset"]) execFileSync(tool, ["--version"], { stdio: "ignore" });
    return process.platform === "linux";
  } catch {
    return false;
  }
}

/** About as long as the message of a rally. */
const LINE = JSON.stringify({ match: "riverside-open/od/sf-1", version: 100, game: 3, score: [9, 7], won: [1, 1] });

async function byFloor(floor: string): Promise<Series> {
  const server = spawn("taskset", ["-c", "0", floor, "floor"], { stdio: ["pipe", "pipe", "inherit"] });
  const [port] = await once(createInterface({ input: server.stdout }), "line");
  const publish = async () => void server.stdin.write(`${LINE}\n`);
  return ending(server, () => publishAndMeasure(floor, { port: Number(port), path: "/", publish }));
}

async function byPodium(floor: string, folder: string): Promise<Series> {
  const server = await startServer(folder, { core: 0 });
  try {
    const organiser = await signIn(server.url, "organiser");
    const match = await organiser.readyMatch("riverside-open");
    const chair = await organiser.handOutChair(match);
    const path = `/live?topic=${encodeURIComponent(`match:${match}`)}`;
    return await publishAndMeasure(floor, {
      port: Number(new URL(server.url).port),
      path,
      publish: () => chair.scoreNext(),
    });
  } finally {
    await server.stop();
  }
}

/** Opens the pages, then publishes one message after the other and waits for the last page each time. */
async function publishAndMeasure(floor: string, { port, path, publish }: Publisher): Promise<Series> {
  const readers = spawn("taskset", ["-c", "1", floor, "listen", String(port), path, String(PAGES)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: readers.stdout })[Symbol.asyncIterator]();
  return ending(readers, async () => {
    await lines.next();
    const toTheLast = async () => {
      const begun = performance.now();
      const [told] = await Promise.all([lines.next().then(() => performance.now()), publish()]);
      return told - begun;
    };
    const [flatOut, paced]: number[][] = [[], []];
    for (let warmUp = 0; warmUp < FLAT_OUT / 4; warmUp += 1) await toTheLast();
    for (let turn = 0; turn < FLAT_OUT; turn += 1) flatOut?.push(await toTheLast());
    for (let turn = 0; turn < PACED; turn += 1) {
      const took = await toTheLast();
      paced?.push(took);
      await pause(Math.max(0, PACE_MS - took));
    }
    return { flatOut: flatOut ?? [], paced: paced ?? [] };
  });
}

async function ending<T>(child: ChildProcess, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    child.kill();
  }
}
