import {
  isRefused,
  type LogEntry,
  type MatchRules,
  type MatchState,
  newMatch,
  record,
  SEATS,
  type Side,
} from "@podium/engine";

/** A source of chance that gives the same numbers for the same seed: mulberry32, from 0 up to 1. */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What is said at the table between two rallies, after so many points of this game. */
export interface Aside {
  readonly game: number;
  readonly points: number;
  readonly entries: readonly LogEntry[];
}

export interface Sitting {
  readonly rules: MatchRules;
  /** How much stronger home is, in rallies of a hundred. */
  readonly edge: number;
  readonly chance: () => number;
  /** When the first service is struck, in milliseconds since 1970; without it the log has no times. */
  readonly startMs?: number;
  readonly asides?: readonly Aside[];
  /** Play stops here when it comes to that; without it the match is played to its end. */
  readonly until?: (state: MatchState) => boolean;
}

export interface PlayedMatch {
  readonly log: readonly LogEntry[];
  readonly state: MatchState;
}

const SECONDS_BETWEEN_RALLIES = 9;
const SECONDS_AT_MOST_MORE = 16;
const INTERVAL_SECONDS = 60;

/** Plays a match rally by rally through the engine, which says what may follow. */
export function play(sitting: Sitting): PlayedMatch {
  const table = new UmpiredTable(sitting);
  while (table.state.outcome === null && sitting.until?.(table.state) !== true) {
    table.emit();
    if (table.state.outcome === null) table.rally();
  }
  return { log: table.log, state: table.state };
}

/** The scores of the games alone, home's points first. */
export function gamesOf({ state }: PlayedMatch): (readonly [number, number])[] {
  return state.games.map((game) => [game.score.home, game.score.away] as const);
}

class UmpiredTable {
  readonly log: LogEntry[] = [];
  state: MatchState;
  readonly #sitting: Sitting;
  #nowMs: number;
  #asides: readonly Aside[];

  constructor(sitting: Sitting) {
    const start = newMatch(sitting.rules);
    if (isRefused(start)) throw new Error(start.message);
    this.state = start;
    this.#sitting = sitting;
    this.#nowMs = sitting.startMs ?? 0;
    this.#asides = sitting.asides ?? [];
  }

  /** Opens the game when nobody serves yet, and says what was to be said at this score. */
  emit(): void {
    if (this.state.service === null) this.#serve();
    const due = this.#asides.find((aside) => this.#isAt(aside));
    if (!due) return;
    this.#asides = this.#asides.filter((aside) => aside !== due);
    for (const entry of due.entries) this.#write(entry);
  }

  rally(): void {
    const { edge, chance } = this.#sitting;
    const winner: Side = chance() < 0.5 + edge / 100 ? "home" : "away";
    this.#write({ kind: "rally", winner });
  }

  #serve(): void {
    if (this.state.games.length > 0) this.#nowMs += INTERVAL_SECONDS * 1000;
    const first = this.#sitting.chance() < 0.5 ? SEATS : [...SEATS].reverse();
    const choices = first.flatMap((server) => [{ server }, ...SEATS.map((receiver) => ({ server, receiver }))]);
    for (const choice of choices) {
      const entry: LogEntry = { kind: "service", ...choice, ...(this.log.length === 0 ? { homeEnd: "left" } : {}) };
      if (!isRefused(record(this.state, entry))) return this.#write(entry);
    }
    throw new Error("nobody may serve");
  }

  #isAt(aside: Aside): boolean {
    const game = this.state.games.at(-1);
    return this.state.games.length === aside.game && game?.rallies?.length === aside.points;
  }

  #write(entry: LogEntry): void {
    const next = record(this.state, entry);
    if (isRefused(next)) throw new Error(next.message);
    const isTimed = this.#sitting.startMs !== undefined;
    this.#nowMs += Math.round(SECONDS_BETWEEN_RALLIES + SECONDS_AT_MOST_MORE * this.#sitting.chance()) * 1000;
    this.log.push(isTimed ? { ...entry, atMs: this.#nowMs } : entry);
    this.state = next;
  }
}
