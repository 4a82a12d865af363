import { createHash } from "node:crypto";
import {
  type EventId,
  type Fork,
  type ForkedLine,
  forkedLines,
  isRefused,
  type LogEntry,
  type MatchId,
  type Refusal,
  refuse,
  settledFork,
  type Settlement,
} from "@podium/engine";
import type { ForkHead } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { tokenHash } from "../people/token-hash.ts";
import type { ForkTable } from "../storage/hall-tables.ts";
import type { Db } from "../storage/storage.ts";
import type { ChairRow } from "./chairs.ts";
import { logOf } from "./match-log.ts";
import { begunAfter, recordLines, rulesOf, type SentLine } from "./matches.ts";
import { matchRow } from "./match-rows.ts";
import { refusedAfterTie } from "./rubbers.ts";

/** As long a phone may hand in what it could not send: a weekend without a network. */
const HANDED_IN_MS = 3 * 24 * 3600 * 1000;
/** What may wait of one chair: whoever holds its address takes no other phone's place. */
const FORKS_OF_A_CHAIR = 5;
/** Where a log began that was replaced before the phone told what it knew of it: nothing stands there. */
const REPLACED = -1;

/** The chair of an address, also one that was taken back lately. */
export async function chairOnceOf(db: Db, token: string, nowMs: number): Promise<ChairRow | Refusal> {
  const row = await db.selectFrom("chairs").selectAll().where("token_hash", "=", tokenHash(token)).executeTakeFirst();
  if (row !== undefined && nowMs - (row.withdrawn_at_ms ?? nowMs) <= HANDED_IN_MS) return row;
  return refuse("chair-unknown", "This address is no chair. Ask the desk for a new one.");
}

/** A line with the id of its phone. */
type ToldLine = Required<SentLine>;

/** What a phone hands in: the lines it wrote after line `after` of the log, whose id, where it knows one, is `last`. */
export interface ToldFork {
  readonly after: number;
  readonly last?: string | undefined;
  readonly lines: readonly ToldLine[];
}

/** What is fresh of it: what had arrived is none of it. `began` is where the log began it was told against, null for one that was replaced. */
interface FreshFork {
  readonly after: number;
  readonly began: number | null;
  readonly lines: readonly ToldLine[];
}

/**
 * Keeps what a phone told that the log went on without; what arrived meanwhile is none of it, what is handed in twice
 * counts once, and what is handed in with more behind it while it waits stands with all of it. Refuses what the laws refuse,
 * and `forks-waiting` for a chair that handed in too much.
 */
export async function handInFork(
  unit: UnitOfWork,
  { id: chair, match_id: match }: Pick<ChairRow, "id" | "match_id">,
  told: ToldFork,
): Promise<{ readonly lines: number } | Refusal> {
  const fresh = await freshOf(unit.db, match, told);
  if (isRefused(fresh)) return fresh;
  const stored = await forksOf(unit.db, match);
  const known = new Set(stored.flatMap(({ lines }) => lines.map(({ id }) => id)));
  const first = fresh.lines.find(({ id }) => !known.has(id));
  if (first === undefined) return { lines: fresh.lines.length };
  const columns = {
    // Another id than before: who looks at the shorter one settles nothing that was not shown.
    id: unit.randomId(9),
    after_line: fresh.after,
    log_began: fresh.began ?? REPLACED,
    lines: JSON.stringify(fresh.lines),
    sent_at_ms: unit.nowMs,
  };
  const shorter = stored.find((fork) => isContinued(fork, fresh));
  if (shorter === undefined) {
    if (stored.filter((fork) => fork.chair_id === chair && isOpen(fork)).length >= FORKS_OF_A_CHAIR)
      return refuse("forks-waiting", "This phone has handed in as much as the desk can keep of it. Tell the desk.");
    const row = { ...columns, match_id: match, chair_id: chair, first_line: first.id };
    await unit.db
      .insertInto("log_forks")
      .values({ ...row, settled_at_ms: null, settled_by: null })
      .execute();
  } else await unit.db.updateTable("log_forks").set(columns).where("id", "=", shorter.id).execute();
  await unit.record({
    kind: "fork-handed-in",
    subject: { kind: "result", id: match },
    data: { lines: fresh.lines.length },
  });
  return { lines: fresh.lines.length };
}

/** What of it the log does not have, after the lines it was written after; refuses what the laws refuse. */
async function freshOf(db: Db, match: MatchId, { after, last, lines }: ToldFork): Promise<FreshFork | Refusal> {
  const log = await logOf(db, match);
  const isSame = after <= log.length && (last === undefined || after === 0 || log[after - 1]?.id === last);
  if (!isSame) return { after, began: null, lines };
  const missing = lines.findIndex(({ id }, at) => log[after + at]?.id !== id);
  const arrived = missing === -1 ? lines.length : missing;
  const known = new Set(log.map(({ id }) => id));
  const fresh = { after: after + arrived, lines: lines.slice(arrived).filter(({ id }) => !known.has(id)) };
  const row = await matchRow(db, match);
  const fork = {
    rules: await rulesOf(db, match),
    after: fresh.after,
    lines: entriesOf(fresh.lines),
    log: entriesOf(log),
  };
  const parted = fresh.lines.length === 0 ? [] : forkedLines(fork);
  return isRefused(parted) ? parted : { ...fresh, began: (row?.version ?? log.length) - log.length };
}

type StoredFork = Awaited<ReturnType<typeof forksOf>>[number];

function isOpen({ settled_at_ms: settled }: StoredFork): boolean {
  return settled === null;
}

/** Whether a fork that waits was handed in again with more behind it. */
function isContinued(fork: StoredFork, { after, began, lines }: FreshFork): boolean {
  const isSame = fork.after_line === after && fork.log_began === (began ?? REPLACED);
  return isOpen(fork) && isSame && fork.lines.every(({ id }, at) => lines[at]?.id === id);
}

function entriesOf(lines: readonly { readonly entry: LogEntry }[]): LogEntry[] {
  return lines.map(({ entry }) => entry);
}

async function forksOf(db: Db, match: MatchId) {
  const rows = await db.selectFrom("log_forks").selectAll().where("match_id", "=", match).execute();
  return rows.map((row) => ({ ...row, lines: JSON.parse(row.lines) as readonly ToldLine[] }));
}

/** The forks that wait for the referee, by the matches of an event. */
export async function openForks(db: Db, event: EventId): Promise<ReadonlyMap<string, readonly ForkHead[]>> {
  const rows = await db
    .selectFrom("log_forks")
    .innerJoin("matches", "matches.id", "log_forks.match_id")
    .select(["log_forks.id", "log_forks.match_id", "log_forks.sent_at_ms"])
    .where("matches.event_id", "=", event)
    .where("log_forks.settled_at_ms", "is", null)
    .orderBy("log_forks.sent_at_ms")
    .execute();
  const groups = Map.groupBy(rows, (row) => row.match_id);
  return new Map(
    [...groups].map(([match, forks]) => [match, forks.map(({ id, sent_at_ms: sentAtMs }) => ({ id, sentAtMs }))]),
  );
}

/** Refuses `fork-waits` while a phone tells this match otherwise and nobody has said what happened. */
export async function refusedWhileForkWaits(db: Db, match: MatchId): Promise<undefined | Refusal> {
  const waits = (await forksOf(db, match)).some(({ settled_at_ms: settled }) => settled === null);
  return waits
    ? refuse("fork-waits", "Two phones told this match differently: settle that before the result is official.", {
        match,
      })
    : undefined;
}

/** A fork as it stands against the log of now; no line where the log was replaced since. */
export interface OpenFork {
  readonly row: ForkTable;
  readonly version: number;
  readonly length: number;
  readonly fork: Fork | null;
  readonly lines: readonly ForkedLine[];
}

/** Reads a fork that waits. Refuses `fork-unknown`, and `fork-settled` for one that does not wait any more. */
export async function openFork(db: Db, match: MatchId, id: string): Promise<OpenFork | Refusal> {
  const row = await db
    .selectFrom("log_forks")
    .selectAll()
    .where("id", "=", id)
    .where("match_id", "=", match)
    .executeTakeFirst();
  const played = await matchRow(db, match);
  if (row === undefined || played === undefined) return refuse("fork-unknown", "There is nothing of this to settle.");
  if (row.settled_at_ms !== null) return refuse("fork-settled", "This was settled already.");
  const log = await logOf(db, match);
  const about = { row, version: played.version, length: log.length };
  const isSame = played.version - log.length === row.log_began && row.after_line <= log.length;
  const lines: readonly ToldLine[] = JSON.parse(row.lines);
  const fork = { rules: await rulesOf(db, match), log: entriesOf(log), after: row.after_line, lines: entriesOf(lines) };
  const parted = isSame ? forkedLines(fork) : [];
  return isRefused(parted) || !isSame ? { ...about, fork: null, lines: [] } : { ...about, fork, lines: parted };
}

type Chosen = readonly Pick<ForkedLine, "of" | "index">[];

/** What would stand if these lines happened; null where only what stands can stay. */
export function foretellFork({ fork }: OpenFork, chosen: Chosen): Settlement | null | Refusal {
  return fork === null ? null : settledFork(fork, chosen);
}

/** A mark of what would stand: a page sends it with the decision, so that nothing else is put in force than was shown. */
export function markOfSettlement(settled: Settlement | null): string {
  const stands = settled === null ? null : [settled.undos, settled.lines, settled.state.gamesWon, settled.state.games];
  return createHash("sha256").update(JSON.stringify(stands)).digest("hex").slice(0, 32);
}

interface Decision {
  readonly id: string;
  readonly version: number;
  /** The mark of what was shown. */
  readonly shown: string | undefined;
  readonly chosen: Chosen;
}

/**
 * The referee says what happened: the log is taken back to where the phones part, and goes on as they say. Refuses
 * `match-moved-on` where it has gone on since it was looked at, `fork-moved-on` where something else would stand than was
 * shown, `later-match-begun`, and `tie-over` for a rubber that was not to be played any more.
 */
export async function settleFork(
  unit: UnitOfWork,
  match: MatchId,
  { id, version, shown, chosen }: Decision,
): Promise<undefined | Refusal> {
  const open = await openFork(unit.db, match, id);
  if (isRefused(open)) return open;
  if (open.version !== version)
    return refuse("match-moved-on", "The match has changed since you opened it. Look again.", {
      version: open.version,
    });
  const settled = foretellFork(open, chosen);
  if (isRefused(settled)) return settled;
  if (markOfSettlement(settled) !== shown)
    return refuse("fork-moved-on", "This is not what you were shown. See what would stand, and settle it then.");
  if (settled !== null && settled.undos + settled.lines.length > 0) {
    const written = await writeSettlement(unit, match, { open, settled });
    if (written !== undefined) return written;
  }
  await unit.db
    .updateTable("log_forks")
    .set({ settled_at_ms: unit.nowMs, settled_by: unit.who })
    .where("id", "=", id)
    .execute();
  const data = { takenBack: settled?.undos ?? 0, added: settled?.lines.length ?? 0 };
  await unit.record({ kind: "fork-settled", subject: { kind: "result", id: match }, data });
  return undefined;
}

async function writeSettlement(
  unit: UnitOfWork,
  match: MatchId,
  { open, settled }: { readonly open: OpenFork; readonly settled: Settlement },
): Promise<undefined | Refusal> {
  const before = await matchRow(unit.db, match);
  if (before?.status === "over" && (await begunAfter(unit.db, match)) !== undefined)
    return refuse("later-match-begun", "A match that follows from this one has begun. Correct the result instead.");
  const late = before === undefined ? undefined : await refusedAfterTie(unit.db, before);
  if (late !== undefined) return late;
  const told: readonly ToldLine[] = JSON.parse(open.row.lines);
  const undos = Array.from({ length: settled.undos }, (): SentLine => ({
    id: unit.randomId(12),
    entry: { kind: "undo" },
  }));
  const lines = settled.lines.map(({ of, index, entry }): SentLine => {
    const own = of === "other" ? told[index]?.id : undefined;
    return { id: own ?? unit.randomId(12), entry };
  });
  const recorded = await recordLines(unit, match, { after: open.length, lines: [...undos, ...lines] });
  return isRefused(recorded) ? recorded : undefined;
}
