import { Agent, request, type IncomingMessage } from "node:http";
import { parentPort, workerData } from "node:worker_threads";

/** Plays at all chairs and reads with all readers for a bounded time, then reports how long each waited. */
interface Hall {
  readonly url: string;
  /** Addresses that take the lines of a chair. */
  readonly chairs: readonly string[];
  readonly everyMs: number;
  readonly readers: number;
  readonly readEveryMs: number;
  readonly topic: string;
  readonly page: string;
  /** Played and read beforehand, unmeasured. */
  readonly warmUpMs: number;
  readonly forMs: number;
}

const hall: Hall = workerData;
const agent = new Agent({ keepAlive: true });
const took = { chair: [] as number[], page: [] as number[] };
let failed = 0;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, Math.max(0, ms));
  });
}

function ask(path: string, body: string | null): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers =
      body === null
        ? { "accept-encoding": "gzip" }
        : { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const sent = request(
      new URL(path, hall.url),
      { agent, method: body === null ? "GET" : "POST", headers },
      (answer) => answer.on("end", () => resolve(answer.statusCode ?? 0)).resume(),
    );
    sent.once("error", reject);
    sent.end(body ?? undefined);
  });
}

/** Asks at a steady pace, one question after the other, and keeps what each took. */
async function steadily(everyMs: number, into: number[], next: (turn: number) => Promise<number>): Promise<void> {
  const begun = performance.now() + Math.random() * everyMs;
  for (let turn = 0; ; turn += 1) {
    await pause(begun + turn * everyMs - performance.now());
    const from = performance.now();
    if (from >= endAt) return;
    const status = await next(turn).catch(() => 0);
    if (performance.now() > endAt) return;
    if (status !== 200) failed += 1;
    else if (from >= measuredFrom) into.push(performance.now() - from);
  }
}

function rallyAt(chair: string): (turn: number) => Promise<number> {
  return (turn) => {
    const entry =
      turn === 0
        ? { kind: "service", server: "home1", receiver: "away1" }
        : { kind: "rally", winner: turn % 2 === 0 ? "home" : "away" };
    return ask(chair, JSON.stringify({ after: turn, lines: [{ id: `hall-line-${turn}`, entry }] }));
  };
}

/** A page that is open: what it is told is read and thrown away. */
function listen(): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const address = new URL(`/live?topic=${encodeURIComponent(hall.topic)}`, hall.url);
    const sent = request(address, { agent: false }, (answer) => resolve(answer.resume()));
    sent.once("error", reject);
    sent.end();
  });
}

const pages: IncomingMessage[] = [];
for (let open = 0; open < hall.readers; open += 1) pages.push(await listen());
const measuredFrom = performance.now() + hall.warmUpMs;
const endAt = measuredFrom + hall.forMs;
await Promise.all([
  ...hall.chairs.map((chair) => steadily(hall.everyMs, took.chair, rallyAt(chair))),
  ...pages.map(() => steadily(hall.readEveryMs, took.page, () => ask(hall.page, null))),
]);
for (const page of pages) page.on("error", () => {}).destroy();
agent.destroy();
parentPort?.postMessage({ ...took, failed });
