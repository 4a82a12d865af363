import type { Side } from "../../sides.ts";
import type { LogEntry } from "../log.ts";
import type { MatchRules } from "../../sports/match-rules.ts";

/** A league's live feed, read into our own lines. Used with records that stay outside the project (PODIUM_RECORDS). */

type FeedEvent = readonly [
  kind: string,
  atMs: number,
  game: number,
  score: string,
  side: "H" | "A" | null,
  ...rest: unknown[],
];

export interface FeedMatch {
  readonly match: string;
  readonly game: number;
  readonly hd: unknown;
  readonly winner: "Home" | "Away" | null;
  readonly sets: readonly (readonly [number, number])[];
  readonly events: readonly FeedEvent[];
}

/** The log of a feed. A feed begun anew counts from there; a line that the feed sent twice counts once. */
interface FeedLog {
  readonly rules: MatchRules;
  readonly lines: readonly FeedLine[];
}

/** What a feed event means: lines for the log, or a point taken back, and the score the feed shows after it. */
export interface FeedLine {
  readonly entries: readonly LogEntry[];
  readonly takenBack: Side | null;
  readonly shown: { readonly game: number; readonly home: number; readonly away: number } | null;
}

export function readFeed({ events, hd }: FeedMatch): FeedLog {
  const begun = events.slice(events.findLastIndex(([kind]) => kind === "EventGameStart"));
  const kept = begun.filter((event, at) => JSON.stringify(event) !== JSON.stringify(begun[at - 1]));
  let score = { game: 0, home: 0, away: 0 };
  const lines: FeedLine[] = [];
  for (const event of kept) {
    const line = readEvent(event, score);
    if (event[0] === "EventSetStart") score = { game: event[2], home: 0, away: 0 };
    if (line === null) continue;
    score = line.shown ?? score;
    lines.push(line);
  }
  const kind = hd === null ? "singles" : "doubles";
  const server = firstServer(kept);
  const service: FeedLine = {
    entries: server === null ? [] : [{ kind: "service", server }],
    takenBack: null,
    shown: null,
  };
  return {
    rules: { sport: "table-tennis", kind, bestOf: 5, ...(server === null && { serviceKnown: false }) },
    lines: [service, ...lines],
  };
}

function firstServer(events: readonly FeedEvent[]): "home1" | "away1" | null {
  const firstPoint = events.findIndex(([kind]) => kind === "Point");
  const side = events.slice(0, firstPoint).findLast(([kind]) => kind === "EventSetStart")?.[4] ?? null;
  if (side === null) return null;
  return side === "H" ? "home1" : "away1";
}

function readEvent([kind, atMs, game, text, side]: FeedEvent, before: NonNullable<FeedLine["shown"]>): FeedLine | null {
  const named: Side = side === "A" ? "away" : "home";
  if (kind === "EventTimeoutStart" && side === null) return null;
  if (kind === "EventTimeoutStart")
    return { entries: [{ kind: "time-out", side: named, atMs }], takenBack: null, shown: null };
  if (kind === "EventYellowCard")
    return { entries: [{ kind: "card", side: named, card: "yellow", atMs }], takenBack: null, shown: null };
  const isCard = kind === "EventYellowRedCard";
  if (kind !== "Point" && kind !== "DecrementPoint" && !isCard) return null;
  const [home = Number.NaN, away = Number.NaN] = text.split(":").map(Number);
  const shown = { game, home, away };
  if (isCard) return { entries: [{ kind: "card", side: named, card: "yellow-red-1", atMs }], takenBack: null, shown };
  if (kind === "DecrementPoint") return { entries: [], takenBack: home < before.home ? "home" : "away", shown };
  const winner: Side = home > before.home ? "home" : "away";
  return { entries: [{ kind: "rally", winner, atMs }], takenBack: null, shown };
}
