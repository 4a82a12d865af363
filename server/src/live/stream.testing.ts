import assert from "node:assert/strict";
import { get } from "node:http";

/** One server-sent event. */
export interface StreamEvent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/** What is told of the node itself, and heartbeats. */
const OF_THE_NODE = new Set(["", "behind", "current"]);

/** A page that listens to the live stream over a real socket. */
export interface OpenedStream {
  /** The next event, or the one that waits already. */
  next(): Promise<StreamEvent>;
  /** What was told and not read yet. */
  readonly unread: readonly StreamEvent[];
  readonly ended: Promise<void>;
  /** Everything that came, as it came. */
  heard(): string;
  close(): void;
}

/** Opens the live stream of a running installation, with headers such as a cookie; answers when it is open. */
export async function openStream(
  url: string,
  topics: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): Promise<OpenedStream> {
  const query = new URLSearchParams(topics.map((topic) => ["topic", topic]));
  const events: StreamEvent[] = [];
  let rest = "";
  let heard = "";
  const { promise: opened, resolve: isOpen, reject: isClosed } = Promise.withResolvers<void>();
  const { promise: ended, resolve: hasEnded } = Promise.withResolvers<void>();
  const request = get(`${url}/live?${query}`, { headers }, (response) => {
    assert.equal(response.statusCode, 200);
    response.setEncoding("utf8");
    response.on("close", hasEnded);
    response.on("data", (piece: string) => {
      isOpen();
      heard += piece;
      const parts = (rest + piece).split("\n\n");
      rest = parts.pop() ?? "";
      events.push(...parts.map(asStreamEvent).filter(({ event }) => !OF_THE_NODE.has(event)));
    });
  });
  request.on("error", (fault) => {
    hasEnded();
    isClosed(fault);
  });
  await opened;
  return {
    ended,
    unread: events,
    heard: () => heard,
    close: () => request.destroy(),
    next: async () => {
      for (let wait = 0; events.length === 0; wait += 1) {
        assert.ok(wait < 400, "nothing was told");
        await new Promise((resolve) => {
          setTimeout(resolve, 5);
        });
      }
      return events.shift() ?? assert.fail();
    },
  };
}

function asStreamEvent(part: string): StreamEvent {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(part)?.[1] ?? "";
  return { id: field("id"), event: field("event"), data: field("data") };
}
