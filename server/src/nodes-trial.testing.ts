import assert from "node:assert/strict";
import { once } from "node:events";
import { get, type ClientRequest } from "node:http";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import { lineAt } from "./scoring.testing.ts";

const JSON_BODY = { "content-type": "application/json", accept: "application/json" };
const GIVEN_UP_MS = 5_000;

/** What the bus of a node asks of its database: what a relay can swallow while everything else goes through. */
const OF_THE_BUS = /listen podium_written|from "live_messages" where "id" >/;

/** A way to the database that can be cut for the bus alone: nothing of it comes through, and nothing is words. */
export interface BusRelay {
  readonly port: number;
  cut(): void;
  mend(): void;
  end(): void;
}

export async function startRelay(to: number): Promise<BusRelay> {
  let isCut = false;
  const ofTheBus = new Set<Socket>();
  const open = new Set<Socket>();
  const server = createServer((from) => {
    const database = connect(to, "127.0.0.1");
    open.add(from);
    for (const [one, other] of [
      [from, database],
      [database, from],
    ] as const) {
      one.on("error", () => undefined);
      one.on("close", () => other.destroy());
    }
    from.on("close", () => void (open.delete(from), ofTheBus.delete(from)));
    from.on("data", (bytes: Buffer) => {
      if (OF_THE_BUS.test(bytes.toString("latin1"))) ofTheBus.add(from);
      if (!(isCut && ofTheBus.has(from))) database.write(bytes);
    });
    database.on("data", (bytes: Buffer) => {
      if (!(isCut && ofTheBus.has(from))) from.write(bytes);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => void (isCut = true),
    mend: () => {
      isCut = false;
      for (const socket of ofTheBus) socket.destroy();
    },
    end: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

/** Sends until it is acknowledged or refused for good; null where it is not known what became of it. */
async function send(url: string, headers: Readonly<Record<string, string>>, json: unknown): Promise<object | null> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { ...JSON_BODY, ...headers },
      body: JSON.stringify(json),
      signal: AbortSignal.timeout(GIVEN_UP_MS),
    });
    const words = await answer.text();
    // Of somebody whose words wait for a moderator no more are taken: nothing was acknowledged.
    const isPutOff = answer.status === 429 || answer.status >= 500 || words.includes("too-many-held");
    assert.ok(answer.ok || isPutOff, `${answer.status}: ${words}`);
    return answer.ok ? JSON.parse(words) : null;
  } catch (fault) {
    if (fault instanceof assert.AssertionError) throw fault;
    return null;
  }
}

/** What is written while nodes die: until it is told to stop. */
export interface Writer {
  stop(): Promise<void>;
}

function repeat(work: () => Promise<void>): Writer {
  const state = { isOver: false };
  const going = (async () => {
    while (!state.isOver) await work();
  })();
  // What fails is told by stop.
  going.catch(() => undefined);
  return {
    stop: async () => {
      state.isOver = true;
      await going;
    },
  };
}

/** Scores a line at a time, the same again until it is acknowledged, as a chair does. */
export function scoreOn(chair: string, acknowledged: { lines: number }): Writer {
  return repeat(async () => {
    const after = acknowledged.lines;
    const told = await send(`${chair}/log`, {}, { after, lines: [lineAt(after)] });
    if (told !== null) acknowledged.lines = after + 1;
    await setTimeout(told === null ? 100 : 260);
  });
}

/** Posts comments; of one that is not acknowledged nobody knows, and it is not sent again. */
export function postOn(
  url: string,
  as: { readonly cookie: string; readonly name: string },
  acknowledged: { readonly body: string; readonly atMs: number }[],
): Writer {
  let number = 0;
  return repeat(async () => {
    const body = `Comment ${as.name} ${(number += 1)}.`;
    const told = await send(url, { cookie: as.cookie }, { body });
    // Words that wait for a moderator are acknowledged and shown to nobody.
    if (told !== null && !("held" in told)) acknowledged.push({ body, atMs: performance.now() });
    await setTimeout(5_200);
  });
}

/** An open page, as a browser keeps it: what it shows, and how it came to show it. */
export interface OpenPage {
  /** The version of the match that it shows. */
  version(): number;
  readonly comments: ReadonlySet<string>;
  /** Messages that came a second time. */
  readonly twice: readonly string[];
  /** How often it had to be read anew, and how often it came back. */
  readonly count: { stale: number; again: number; behind: number };
  close(): void;
}

interface PageAt {
  readonly url: string;
  readonly match: string;
  readonly thread: string;
}

/** Opens a page that follows a match and a thread, and comes back by itself whenever its stream ends. */
export async function openPage({ url, match, thread }: PageAt): Promise<OpenPage> {
  const comments = new Set<string>();
  const seen = new Set<string>();
  const twice: string[] = [];
  const count = { stale: 0, again: 0, behind: 0 };
  let version = 0;
  let lastId = await sinceOf(`${url}/matches/${match}`);
  let retryMs = 1_000;
  let request: ClientRequest | null = null;
  let isOver = false;

  async function readAnew(): Promise<void> {
    const shown = await untilRead(url, { match, thread });
    if (shown.version > version) version = shown.version;
    for (const body of shown.comments) comments.add(body);
  }

  function take(part: string): void {
    const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, "m").exec(part)?.[1] ?? "";
    if (field("retry") !== "") retryMs = Number(field("retry"));
    if (field("id") !== "") lastId = field("id");
    const kind = field("event");
    if (kind === "") return;
    if (kind === "stale") {
      count.stale += 1;
      return void readAnew();
    }
    if (kind === "behind" || kind === "current") {
      count.behind += 1;
      return;
    }
    if (seen.has(field("id"))) twice.push(part);
    seen.add(field("id"));
    apply(kind, JSON.parse(field("data")));
  }

  function apply(kind: string, told: { version?: number; match?: unknown; comment?: { source?: string } }): void {
    if (kind === "comment") return void readComments(told.comment);
    const next =
      typeof told.match === "object" ? (told.match as { version: number }).version : (told.version ?? version);
    // Who sees another version than the next one reads the match anew.
    if (kind === "rally" && next > version + 1) void readAnew();
    else version = Math.max(version, next);
  }

  function readComments(comment: unknown): void {
    for (const [found] of JSON.stringify(comment).matchAll(/Comment \w+ \d+\./g)) comments.add(found);
  }

  function listen(): void {
    if (isOver) return;
    const query = `topic=${encodeURIComponent(`match:${match}`)}&topic=${encodeURIComponent(`thread:${thread}`)}`;
    let rest = "";
    const again = () => {
      count.again += 1;
      void setTimeout(retryMs).then(listen);
    };
    let isAnswered = false;
    request = get(`${url}/live?${query}`, { headers: { "last-event-id": lastId } }, (response) => {
      isAnswered = true;
      response.setEncoding("utf8");
      response.once("close", again);
      response.on("error", () => undefined);
      if (response.statusCode !== 200) return response.resume();
      return response.on("data", (piece: string) => {
        const parts = (rest + piece).split("\n\n");
        rest = parts.pop() ?? "";
        parts.forEach(take);
      });
    });
    request.on("error", () => isAnswered || again());
  }

  await readAnew();
  listen();
  return {
    version: () => version,
    comments,
    twice,
    count,
    close: () => {
      isOver = true;
      request?.destroy();
    },
  };
}

async function sinceOf(address: string): Promise<string> {
  const html = await (await fetch(address)).text();
  return /name="podium-live" content="(\d+)"/.exec(html)?.[1] ?? assert.fail("the page names no message");
}

/** What the match and the thread show at a node; null where it does not answer. */
export async function shownAt(
  url: string,
  { match, thread }: Pick<PageAt, "match" | "thread">,
): Promise<{ readonly version: number; readonly comments: readonly string[] } | null> {
  try {
    const signal = AbortSignal.timeout(GIVEN_UP_MS);
    const paths = [`/matches/${match}.json`, `/threads/${thread}.json?sort=new`];
    const answers = await Promise.all(paths.map((path) => fetch(url + path, { signal })));
    const [page = "", comments = ""] = await Promise.all(answers.map((answer) => answer.text()));
    if (!answers.every(({ ok }) => ok)) return null;
    const { version } = (JSON.parse(page) as { match: { version: number } }).match;
    return { version, comments: [...new Set(comments.match(/Comment \w+ \d+\./g))] };
  } catch {
    return null;
  }
}

async function untilRead(url: string, at: Pick<PageAt, "match" | "thread">) {
  for (;;) {
    const shown = await shownAt(url, at);
    if (shown !== null) return shown;
    await setTimeout(200);
  }
}
