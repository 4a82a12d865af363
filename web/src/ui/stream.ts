import type { LiveMessage } from "@podium/protocol";

/** Receives what the live stream sends. */
export interface StreamListener {
  readonly onMessage: (message: LiveMessage) => void;
  /** Too much was missed to be sent again: the page has to be read anew. */
  readonly missed: () => void;
  /** The connection has come, or is lost; the page need not have missed anything. */
  readonly connection?: (isThere: boolean) => void;
}

const KINDS = [
  "match",
  "rally",
  "score",
  "comment",
  "count",
  "draw",
  "moment",
  "screen",
] as const satisfies readonly LiveMessage["kind"][];
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
const TURN_MS_MAX = 30_000;

/**
 * Listens to the live stream for these topics for as long as the page is open. The browser comes back by itself when the
 * connection breaks, and then gets what it missed; where it gives up (the server refused) it is asked again after
 * 1, 2, 4, ... seconds, a little unevenly, so that not all readers come back at once.
 */
export function listen(topics: readonly string[], listener: StreamListener): void {
  const query = new URLSearchParams([...topics.map((topic) => ["topic", topic]), ...readSince()]);
  let wait = FIRST_WAIT_MS;
  const open = (isAgain: boolean) => {
    const stream = new EventSource(`/live?${query}`);
    for (const kind of KINDS) stream.addEventListener(kind, (event) => listener.onMessage(messageOf(kind, event.data)));
    // The node that is listened to has lost the others: what it knows may be old, and comes when it has found them again.
    stream.addEventListener("behind", () => listener.connection?.(false));
    stream.addEventListener("current", () => listener.connection?.(true));
    stream.addEventListener("stale", (event) => setTimeout(listener.missed, turnOf(event.data)));
    stream.onopen = () => {
      listener.connection?.(true);
      if (isAgain) listener.missed();
      wait = FIRST_WAIT_MS;
    };
    stream.onerror = () => {
      listener.connection?.(false);
      if (stream.readyState !== EventSource.CLOSED) return;
      setTimeout(() => open(true), wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    };
  };
  open(false);
}

/** Where the stream of this page begins: with what was published after the page was read. */
function readSince(): string[][] {
  const since = document.querySelector<HTMLMetaElement>("meta[name=podium-live]")?.content;
  return since === undefined ? [] : [["since", since]];
}

/**
 * How long this page waits for its turn to be read anew, in milliseconds, at most half a minute: after a start of the
 * server all pages are due.
 */
function turnOf(data: string): number {
  const { afterMs } = JSON.parse(data) as { readonly afterMs: number };
  return Math.min(afterMs, TURN_MS_MAX);
}

function messageOf(kind: LiveMessage["kind"], data: string): LiveMessage {
  // The name of the event is the kind of the message; its data is the rest.
  return { ...JSON.parse(data), kind } as LiveMessage;
}
