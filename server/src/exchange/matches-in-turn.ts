import { isRefused, type EventId } from "@podium/engine";
import type { UnitOfWork } from "../app.ts";
import { matchRowsBy, type StoredMatchRow } from "../matches/match-rows.ts";
import { writeLogs, type WholeLog } from "../matches/matches.ts";
import { publishResult } from "../results/results.ts";

/** A match as a file tells it, and whether its result is signed off. */
interface ToldMatch {
  readonly log: WholeLog;
  readonly isPublished: boolean;
}

/** The matches of an event as they stand before any of them is told. */
interface MatchesToTell {
  readonly rows: readonly StoredMatchRow[];
  readonly isRuledOn: boolean;
}

/** How many matches are held before they are written, and how many rows are read at once. */
const MATCHES_AT_ONCE = 200;

/**
 * The matches of an event in the order of the plan, while a file is taken in. What is told of them is written together,
 * before the row of a match is read whose entries may follow from it.
 */
export class MatchesInTurn {
  readonly #unit: UnitOfWork;
  readonly #event: EventId;
  readonly #rows: StoredMatchRow[];
  /** Told of and not yet written. */
  #told: ToldMatch[] = [];
  /** Up to this place the rows are as they stand since the last writing. */
  #readTo: number;

  /** Whether a match with two entries keeps them, whatever is told of the matches before it. */
  readonly #isForGood: boolean;

  /** `isRuledOn`: of an event with rulings, where who was put into a match by a withdrawal may leave it again by a result. */
  constructor(unit: UnitOfWork, event: EventId, { rows, isRuledOn }: MatchesToTell) {
    this.#unit = unit;
    this.#event = event;
    this.#rows = [...rows];
    this.#readTo = rows.length;
    this.#isForGood = !isRuledOn;
  }

  /** The row at a place, as it stands after the matches before it. */
  async row(at: number): Promise<StoredMatchRow | undefined> {
    const known = this.#rows[at];
    if (known === undefined || (this.#isForGood && isDrawn(known))) return known;
    await this.write();
    if (at >= this.#readTo) await this.#read(at);
    return this.#rows[at];
  }

  async add(told: ToldMatch): Promise<void> {
    this.#told.push(told);
    if (this.#told.length >= MATCHES_AT_ONCE) await this.write();
  }

  /** Writes what was told, with its consequences. */
  async write(): Promise<void> {
    const told = this.#told;
    if (told.length === 0) return;
    this.#told = [];
    await writeLogs(
      this.#unit,
      told.map(({ log }) => log),
    );
    for (const { log } of told.filter(({ isPublished }) => isPublished)) {
      const refusal = await publishResult(this.#unit, log.row.id, log.after.version);
      if (isRefused(refusal)) throw new Error(refusal.message);
    }
    await this.#unit.settle();
    this.#readTo = 0;
  }

  async #read(from: number): Promise<void> {
    const codes = this.#rows.slice(from, from + (this.#isForGood ? MATCHES_AT_ONCE : 1)).map(({ code }) => code);
    for (const [index, row] of (await matchRowsBy(this.#unit.db, this.#event, codes)).entries())
      this.#rows[from + index] = row;
    this.#readTo = from + codes.length;
  }
}

/** Whether it is known for good who plays: a match of the same event does not change it any more. */
function isDrawn({ home_entry: home, away_entry: away, status }: StoredMatchRow): boolean {
  return status === "bye" || (home !== null && away !== null);
}
