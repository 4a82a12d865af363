import { execFile } from "node:child_process";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { addLongThread, comments } from "./long-thread.ts";
import { count, type Row } from "./row.ts";
import { inTemporaryFolder, startServer } from "./server-process.ts";
import { startWordPress, whyNoWordPress } from "./wordpress-server.ts";

const run = promisify(execFile);
const SIZES = (process.env["BENCH_SIZES"] ?? "200,50000").split(",").map(Number);
const CONNECTIONS = 8;
const SECONDS = 10;
/** Comments on a page of WordPress, where it makes pages; threads of a page are whole. */
const PAGE_OF_WORDPRESS = 50;
/** The first screen alone, asked for again and again by one reader. */
const ALONE = 1;

/** Pages a second and how long one takes, by wrk. */
interface Load {
  readonly aSecond: number;
  readonly p50Ms: number;
  readonly failed: number;
}

/**
 * The same threads in Podium and in Debian's WordPress, on one machine, one after the other: pages a second under wrk and the
 * first screen of one reader. WordPress as Debian ships it: php-fpm with opcache, MariaDB, nginx, its default theme, all
 * comments on one page; and in pages of 50, the number that it offers, where it does not come to an end without them.
 */
export async function measureWordPress(): Promise<Row[]> {
  const missing = whyNoWordPress();
  if (missing !== null) return [{ what: "Podium beside WordPress", figure: "-", note: `skipped, because ${missing}` }];
  const rows: Row[] = [];
  for (const size of SIZES) {
    const podium = await podiumAt(size);
    const wordpress = await wordPressAt(size);
    rows.push(...rowsOf(size, { podium, wordpress }));
  }
  return rows;
}

interface Measured {
  readonly how: string;
  readonly many: Load;
  readonly one: Load;
}

async function podiumAt(size: number): Promise<readonly Measured[]> {
  return inTemporaryFolder(async (folder) => {
    const thread = await addLongThread(folder, size);
    const server = await startServer(folder);
    try {
      return [
        await measured("Podium, made anew", `${server.url}${thread}?notice=fresh`),
        await measured("Podium as shipped", `${server.url}${thread}`),
      ];
    } finally {
      await server.stop();
    }
  });
}

async function wordPressAt(size: number): Promise<readonly Measured[]> {
  const all: Measured[] = [];
  const shown = (isPaged: boolean) => (isPaged ? PAGE_OF_WORDPRESS : size);
  for (const isPaged of size > 1_000 ? [false, true] : [false]) {
    all.push(
      await inTemporaryFolder(async (folder) => {
        const server = await startWordPress(folder, { comments: comments(size), isPaged });
        try {
          const how = `WordPress as shipped${isPaged ? ", in pages of 50" : ""}`;
          const { url, path } = server;
          return await measured(`${how}${await whatComes(url + path, shown(isPaged))}`, url + path);
        } finally {
          await server.stop();
        }
      }),
    );
  }
  return all;
}

/** What is compared is a page with its comments: said where one is not. */
async function whatComes(address: string, expected: number): Promise<string> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(120_000) }).catch(() => null);
  const found =
    (await answer?.text().catch(() => ""))?.match(/<li id="comment-\d+"|id="div-comment-|<div id="comment-/g)?.length ??
    0;
  if (answer === null) return " (no answer in two minutes)";
  return found >= Math.min(expected, 40) && answer.status === 200
    ? ""
    : ` (it answers ${answer.status} with ${found} comments)`;
}

/** First one reader alone, then many: what many have left behind would be in the way of the one. */
async function measured(how: string, address: string): Promise<Measured> {
  await load(address, { connections: ALONE, seconds: 5 });
  const one = await load(address, { connections: ALONE, seconds: SECONDS });
  return { how, one, many: await load(address, { connections: CONNECTIONS, seconds: SECONDS }) };
}

/** What wrk counts, without its errors: answers other than 200 fail, and so does what does not come in half a minute. */
async function load(
  address: string,
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): Promise<Load> {
  const words = ["-t1", `-c${connections}`, `-d${seconds}s`, "--timeout", "30s", "--latency", address];
  const { stdout } = await run("wrk", words);
  const failed =
    Number(/Non-2xx or 3xx responses: (\d+)/.exec(stdout)?.[1] ?? 0) + Number(/timeout (\d+)/.exec(stdout)?.[1] ?? 0);
  const answered = Number(/(\d+) requests in/.exec(stdout)?.[1] ?? 0);
  return {
    aSecond: Math.max(0, answered - failed) / seconds,
    p50Ms: answered === 0 ? Number.NaN : milliseconds(/50%\s+(\S+)/.exec(stdout)?.[1] ?? ""),
    failed,
  };
}

function milliseconds(told: string): number {
  const [, number = "", unit = ""] = /^([\d.]+)(us|ms|s|m)$/.exec(told) ?? [];
  return Number(number) * ({ us: 0.001, ms: 1, s: 1_000, m: 60_000 }[unit] ?? Number.NaN);
}

function rowsOf(
  size: number,
  { podium, wordpress }: { readonly podium: readonly Measured[]; readonly wordpress: readonly Measured[] },
): Row[] {
  const best = Math.max(...wordpress.map(({ many }) => many.aSecond));
  return [...podium, ...wordpress].map(({ how, many, one }) => ({
    what: `a thread of ${count(size)}: ${how}`,
    figure: `${many.aSecond >= 10 ? count(many.aSecond) : many.aSecond.toFixed(2)} pages a second`,
    note: [
      `${CONNECTIONS} connections of wrk`,
      Number.isNaN(one.p50Ms) ? "no page came for one reader" : `one reader waits ${one.p50Ms.toFixed(1)} ms`,
      how.startsWith("Podium") && best > 0 ? `${count(many.aSecond / best)} x WordPress` : "",
      many.failed > 0 ? `${many.failed} failed` : "",
    ]
      .filter((part) => part !== "")
      .join(", "),
  }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  for (const row of await measureWordPress()) process.stdout.write(`| ${row.what} | ${row.figure} | ${row.note} |\n`);
