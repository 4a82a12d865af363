import type { LiveMessage } from "@podium/protocol";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

const HEARTBEAT_MS = 20_000;
/** Heartbeats go out a share of the listeners at a time, so that ten thousand of them are not one long pause. */
const SHARES = 100;
const SHARE_MS = HEARTBEAT_MS / SHARES;
const REMEMBERED_MESSAGES = 512;
/** A topic of everything: what another process may have written. */
export const ELSEWHERE = "elsewhere";

/** Pages that a node sends elsewhere begin to come after the first of these, and all have come after the second more. */
const ELSEWHERE_FROM_MS = 50;
const ELSEWHERE_WITHIN_MS = 1_000;
/** How long a page waits before it comes back, by itself. */
const RETRY = "retry: 2000\n";

/** More than can be sent: numbers of a process that starts later are higher. */
const MESSAGES_A_MS = 1000;
/** A reader this far behind is cut off; the page comes back by itself and asks for what it missed. */
const BEHIND_BYTES_MAX = 1024 * 1024;

/**
 * Tells open pages what was recorded, by server-sent events. A message is encoded once; what falls into one turn of
 * the event loop is joined and written once to each raw socket (measured: docs/decisions/0006-live-updates.md).
 */
export interface Live {
  /**
   * Sends a message to everybody who listens to one of the topics. Of messages about one thing (`about`), only the newest
   * words are sent to who comes back: what was deleted, removed or rewritten is no longer sent. `id` is its number, higher
   * than all before; the next one where it is left out.
   */
  publish(topics: readonly string[], message: LiveMessage, options?: PublishOptions): void;
  /** Something changed while nobody listened: cached pages no longer hold, and a page that comes back reads itself anew. */
  invalidate(topics: readonly string[], id?: number): void;
  /**
   * Nothing up to this number is known here, and numbers go on from it: nothing that is cached holds, and each page that
   * comes back with an older one reads itself anew.
   */
  forgetUntil(id: number): void;
  /** Ends the streams that listen to one of the topics: pages that may still listen come back by themselves. */
  endStreams(topics: readonly string[]): void;
  /** The number of the newest message under a topic: what a cached page is checked against. */
  versionOf(topic: string): number;
  /** The same without running scores: what a list shows of a match under way may be a moment old, and nothing else. */
  versionButScores(topic: string): number;
  /** The number of the newest message. */
  lastId(): number;
  /** Takes over the answer to a request and keeps it open, beginning with what was missed. */
  subscribe(request: IncomingMessage, response: ServerResponse, wanted: Subscription): void;
  listeners(): number;
  /** Says to every page, and to each that comes, whether what it is told here is of now. */
  sayCurrent(isCurrent: boolean): void;
  /** Ends every stream and lets the pages come back at once, to another node; a few at a time. */
  sendElsewhere(): void;
  close(): void;
}

export interface PublishOptions {
  readonly about?: string | undefined;
  readonly id?: number | undefined;
}

/** What a page listens to, and the number of the newest message when it was read; unknown for who only begins to listen. */
export interface Subscription {
  readonly topics: readonly string[];
  readonly since: number | null;
  /**
   * Where some of the topics are not everybody's: whether the person may still follow them all. Asked before anything is
   * written; once they may not, the stream ends, and the page comes back to what is left. Null where everybody may.
   */
  readonly mayStill: (() => Promise<boolean>) | null;
}

interface Published {
  readonly id: number;
  readonly topics: readonly string[];
  readonly about: string | undefined;
  readonly bytes: Buffer;
}

interface Listener {
  readonly socket: Socket;
  readonly topics: readonly string[];
  /** What is to be written to it in this turn: one message as a rule, sometimes more. */
  due: Published[];
  /** Which share of the heartbeats it has. */
  readonly share: number;
  readonly mayStill: Subscription["mayStill"];
  /** What is written to it while its rights are looked up, in order. */
  turn: Promise<void>;
}

/**
 * Makes an empty live bus for one process. Messages are numbered from its start on, so that a page that comes back
 * with a number of an earlier process is known as one that has missed what nobody remembers.
 */
export function openLive(startedAtMs = 0): Live {
  const room = openRoom();
  const versions = openVersions();
  const remembered: Published[] = [];
  let firstId = startedAtMs * MESSAGES_A_MS;
  let lastId = firstId;
  const turnMs = takeTurns();
  const delivery = openDelivery(room.byTopic);

  function count(topics: readonly string[], id = lastId + 1, isScore = false): void {
    lastId = id;
    versions.count(topics, { id, isScore });
  }

  const beat = setInterval(() => room.nextShare().forEach((listener) => send(listener, HEARTBEAT)), SHARE_MS).unref();

  return {
    publish(topics, message, { about, id } = {}) {
      count(topics, id, message.kind === "score");
      const published = { id: lastId, topics, about, bytes: encode(lastId, message) };
      remember(remembered, published, message);
      delivery.add(published);
    },
    invalidate(topics, id) {
      count(topics, id);
      remembered.length = 0;
    },
    forgetUntil(id) {
      firstId = lastId = id;
      versions.count([ELSEWHERE], { id, isScore: false });
      remembered.length = 0;
      room.endAll();
    },
    endStreams: room.end,
    versionOf: versions.of,
    versionButScores: versions.butScoresOf,
    lastId: () => lastId,
    subscribe(request, response, { topics, since, mayStill }) {
      delivery.flush();
      const listener = room.enter({ socket: openStream(response), topics, mayStill });
      response.on("close", () => room.leave(listener));
      const seen = seenBy(request, since);
      const changed = seen < firstId || topics.some((topic) => versions.of(topic) > seen);
      write(listener, missedSince(seen, { topics, remembered, lastId, changed, turnMs }));
    },
    listeners: () => room.all.size,
    ...room.ofNode,
    close() {
      clearInterval(beat);
      room.endAll();
    },
  };
}

/** The number of the newest message that a page knows; NaN where it knows none. */
export function seenBy({ headers }: Pick<IncomingMessage, "headers">, since: number | null): number {
  return Number(headers["last-event-id"] ?? since ?? Number.NaN);
}

function sendElsewhere(listeners: ReadonlySet<Listener>): void {
  const share = ELSEWHERE_WITHIN_MS / Math.max(1, listeners.size);
  for (const [at, { socket }] of [...listeners].entries())
    socket.end(`retry: ${Math.round(ELSEWHERE_FROM_MS + at * share)}\n\n`);
}

/** What falls into one turn of the event loop is written together. */
function openDelivery(byTopic: ReadonlyMap<string, ReadonlySet<Listener>>) {
  let waiting: Published[] = [];
  function flush(): void {
    const published = waiting;
    waiting = [];
    deliver(published, byTopic);
  }
  return {
    flush,
    add(published: Published): void {
      if (waiting.push(published) === 1) setImmediate(flush);
    },
  };
}

/** The number of the newest message under each topic. */
function openVersions() {
  const all = new Map<string, number>();
  const butScores = new Map<string, number>();
  return {
    of: (topic: string) => all.get(topic) ?? 0,
    butScoresOf: (topic: string) => butScores.get(topic) ?? 0,
    count(topics: readonly string[], { id, isScore }: { readonly id: number; readonly isScore: boolean }): void {
      for (const topic of topics) {
        all.set(topic, id);
        if (!isScore) butScores.set(topic, id);
      }
    },
  };
}

/** Each older message about the same thing sends the newest state in its place, so that answers still follow what they answer. */
function remember(remembered: Published[], newest: Published, message: LiveMessage): void {
  for (const [index, older] of remembered.entries())
    if (newest.about !== undefined && older.about === newest.about)
      remembered[index] = { ...older, bytes: encode(older.id, message) };
  remembered.push(newest);
  if (remembered.length > REMEMBERED_MESSAGES) remembered.shift();
}

/** Who listens to what. */
function openRoom() {
  const all = new Set<Listener>();
  const byTopic = new Map<string, Set<Listener>>();
  const shares = Array.from({ length: SHARES }, () => new Set<Listener>());
  let entered = 0;
  let beaten = 0;
  let isCurrent = true;
  return {
    all,
    ofNode: {
      sayCurrent(is: boolean): void {
        isCurrent = is;
        for (const listener of all) send(listener, is ? CURRENT : BEHIND);
      },
      sendElsewhere: () => sendElsewhere(all),
    },
    byTopic,
    nextShare: () => shares[(beaten += 1) % SHARES] ?? all,
    enter(reader: Pick<Listener, "socket" | "topics" | "mayStill">): Listener {
      const listener = { ...reader, due: NOTHING_DUE, share: (entered += 1) % SHARES, turn: NO_TURN };
      all.add(listener);
      shares[listener.share]?.add(listener);
      for (const topic of listener.topics)
        byTopic.set(topic, (byTopic.get(topic) ?? new Set<Listener>()).add(listener));
      if (!isCurrent) write(listener, BEHIND);
      return listener;
    },
    end(topics: readonly string[]): void {
      for (const topic of topics) for (const { socket } of byTopic.get(topic) ?? []) socket.destroy();
    },
    endAll(): void {
      for (const { socket } of all) socket.destroy();
    },
    leave(listener: Listener): void {
      all.delete(listener);
      shares[listener.share]?.delete(listener);
      for (const topic of listener.topics) {
        byTopic.get(topic)?.delete(listener);
        if (byTopic.get(topic)?.size === 0) byTopic.delete(topic);
      }
    },
  };
}

function write({ socket }: Listener, bytes: Buffer): void {
  if (socket.writableLength > BEHIND_BYTES_MAX) socket.destroy();
  else socket.write(bytes);
}

/** Writes to a reader, where need be after a look at what it may still follow: who may no more is told nothing. */
function send(listener: Listener, bytes: Buffer): void {
  const { mayStill } = listener;
  if (mayStill === null) return write(listener, bytes);
  listener.turn = listener.turn.then(async () => {
    if (await mayStill().catch(() => false)) write(listener, bytes);
    else listener.socket.destroy();
  });
}

const NO_TURN = Promise.resolve();

const HEARTBEAT = Buffer.from(":\n\n");
/** A page that hears this says that nothing on it is live, until it hears the other. Neither has a number: nothing is missed. */
const BEHIND = Buffer.from("event: behind\ndata: {}\n\n");
const CURRENT = Buffer.from("event: current\ndata: {}\n\n");

/** After a start every page that comes back is stale: they read themselves anew one after another, not all at once. */
const STALE_EVERY_MS = 5;
/** Nobody waits longer: subscriptions that nobody reads take turns too. */
const TURN_MS_MAX = 30_000;

function encode(id: number, message: LiveMessage): Buffer {
  const { kind, ...rest } = message;
  return Buffer.from(`id: ${id}\nevent: ${kind}\ndata: ${JSON.stringify(rest)}\n\n`);
}

/** Writes the head without chunking, so that the same bytes can go to every socket as they are. */
function openStream(response: ServerResponse): Socket {
  response.useChunkedEncodingByDefault = false;
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
    connection: "close",
  });
  response.flushHeaders();
  const { socket } = response;
  if (socket === null) throw new Error("A live page came without a socket.");
  socket.setNoDelay(true);
  socket.setTimeout(0);
  return socket;
}

interface StreamState {
  readonly topics: readonly string[];
  readonly remembered: readonly Published[];
  readonly lastId: number;
  /** Whether anything was published under the topics since. */
  readonly changed: boolean;
  /** How long a page waits before it reads itself anew. */
  readonly turnMs: () => number;
}

/** Gives turns to pages that all want to be read anew: the first has it at once. */
export function takeTurns(): () => number {
  let nextAtMs = 0;
  return () => {
    const nowMs = performance.now();
    const atMs = Math.max(nowMs, nextAtMs);
    nextAtMs = Math.min(atMs + STALE_EVERY_MS, nowMs + TURN_MS_MAX);
    return Math.round(atMs - nowMs);
  };
}

/** What a page has missed since it was read or was last connected; "stale" when that is no longer known and it must be read anew. */
function missedSince(id: number, now: StreamState): Buffer {
  if (Number.isNaN(id) || (!now.changed && id <= now.lastId)) return Buffer.from(`${RETRY}id: ${now.lastId}\n\n`);
  const oldest = now.remembered[0]?.id ?? now.lastId + 1;
  if (id > now.lastId || id + 1 < oldest)
    return Buffer.from(`${RETRY}id: ${now.lastId}\nevent: stale\ndata: {"afterMs":${now.turnMs()}}\n\n`);
  const missed = now.remembered.filter(
    (published) => published.id > id && published.topics.some((topic) => now.topics.includes(topic)),
  );
  return Buffer.concat([Buffer.from(`${RETRY}\n`), ...missed.map((published) => published.bytes)]);
}

const NOTHING_DUE: Published[] = [];

/**
 * Writes what was published in one turn. The usual case, one message a listener, shares one buffer among all and makes
 * nothing for each of them; more are joined once for each set of messages.
 */
function deliver(published: readonly Published[], byTopic: ReadonlyMap<string, ReadonlySet<Listener>>): void {
  const alone = new Map(published.map((message) => [message, [message]]));
  const touched: Listener[] = [];
  for (const message of published) {
    const one = alone.get(message) ?? [message];
    for (const topic of message.topics) {
      for (const listener of byTopic.get(topic) ?? []) {
        if (listener.due.length === 0) {
          listener.due = one;
          touched.push(listener);
        } else if (listener.due.at(-1) !== message) listener.due = [...listener.due, message];
      }
    }
  }
  const joined = new Map<string, Buffer>();
  for (const listener of touched) {
    send(listener, joinOnce(listener.due, joined));
    listener.due = NOTHING_DUE;
  }
}

function joinOnce(list: readonly Published[], joined: Map<string, Buffer>): Buffer {
  const [first] = list;
  if (list.length === 1 && first !== undefined) return first.bytes;
  const key = list.map((published) => published.id).join(" ");
  const bytes = joined.get(key) ?? Buffer.concat(list.map((published) => published.bytes));
  joined.set(key, bytes);
  return bytes;
}
