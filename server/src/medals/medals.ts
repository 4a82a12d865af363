import {
  type EventId,
  type LiveEvent,
  type Medal,
  medals,
  medalsAwaitLots,
  type MedalWon,
  type PlayerId,
} from "@podium/engine";
import type { Fact } from "../facts/fact.ts";
import { lastKindOf } from "../facts/journal.ts";
import { followedEvent } from "../results/results.ts";
import { codeOf, entryCode, eventId, eventOf, entryIdOf, matchCode } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";

/**
 * Gives the medals that the results decide and takes back those they no longer do. An event is decided when all of it is
 * played, no medal waits for lots, and somebody has won one: where nobody has, there is no moment.
 */
export async function followMedals(unit: UnitOfWork, fact: Fact): Promise<void> {
  const event = fact.subject.kind === "event" ? eventId(fact.subject.id) : eventOf(fact.subject.id);
  const live = await followedEvent(unit, event);
  if (live === null || !mayMoveMedals(live, fact)) return;
  const { state } = live;
  const won = medals(state, live.plan);
  const held = await medalsOf(unit.db, event);
  if (won.length === 0 && held.length === 0) return;
  const moved = !sameMedals(won, held);
  if (moved) await giveMedals(unit.db, event, won);
  const subject = { kind: "event", id: event } as const;
  const isDecided = state.complete && won.length > 0 && !medalsAwaitLots(state, live.plan);
  const wasDecided = (await lastKindOf(unit.db, subject, ["event-decided", "event-reopened"])) === "event-decided";
  if (isDecided && (moved || !wasDecided)) await unit.record({ kind: "event-decided", subject, data: { medals: won } });
  if (!isDecided && wasDecided) await unit.record({ kind: "event-reopened", subject, data: {} });
}

/** Most matches of a large event neither give a medal nor end it. A match that was opened again may have done so. */
function mayMoveMedals(live: LiveEvent, { kind, subject }: Fact): boolean {
  if (subject.kind === "event") return true;
  return kind === "match-reopened" || live.complete || live.concernsMedals(matchCode(codeOf(subject.id)));
}

async function giveMedals(db: Db, event: EventId, won: readonly MedalWon[]): Promise<void> {
  await db.deleteFrom("medals").where("event_id", "=", event).execute();
  if (won.length === 0) return;
  await db
    .insertInto("medals")
    .values(won.map(({ medal, entry }) => ({ event_id: event, medal, entry_id: entryIdOf(event, entry) })))
    .execute();
}

function sameMedals(a: readonly MedalWon[], b: readonly MedalWon[]): boolean {
  const asLines = (medals: readonly MedalWon[]) =>
    medals
      .map(({ medal, entry }) => `${medal} ${entry}`)
      .sort()
      .join("\n");
  return asLines(a) === asLines(b);
}

/** The medals of some events, gold first. */
export async function medalRows(db: Db, events: readonly EventId[]) {
  if (events.length === 0) return [];
  const rows = await db
    .selectFrom("medals")
    .selectAll()
    .where("event_id", "in", events)
    .orderBy("event_id")
    .orderBy("entry_id")
    .execute();
  return rows.sort((a, b) => RANK[a.medal] - RANK[b.medal]);
}

/** More than anybody plays. A list with an end is read first, so that medals are found from the entries by their key. */
const ENTRIES_AT_MOST = 100_000;

/** How many medals of each kind were won by entries in which all of these players stand. */
export async function medalsOfPlayers(db: Db, players: readonly PlayerId[]): Promise<Map<Medal, number>> {
  const [first, ...others] = players;
  if (first === undefined) return new Map();
  const own = others.reduce(
    (rows, player, index) =>
      rows.where((eb) =>
        eb.exists(
          eb
            .selectFrom(`entry_players as beside`)
            .select(eb.val(index).as("one"))
            .whereRef("beside.entry_id", "=", "entries.id")
            .where("beside.player_id", "=", player),
        ),
      ),
    db
      .selectFrom("entry_players")
      .innerJoin("entries", "entries.id", "entry_players.entry_id")
      .select(["entries.id", "entries.event_id"])
      .where("entry_players.player_id", "=", first),
  );
  const rows = await db
    .selectFrom(own.limit(ENTRIES_AT_MOST).as("own"))
    .innerJoin("medals", (join) =>
      join.onRef("medals.event_id", "=", "own.event_id").onRef("medals.entry_id", "=", "own.id"),
    )
    .select("medals.medal")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .groupBy("medals.medal")
    .execute();
  return new Map(rows.map(({ medal, n }) => [medal, Number(n)]));
}

/** The medals of an event, gold first. */
export async function medalsOf(db: Db, event: EventId): Promise<MedalWon[]> {
  const rows = await medalRows(db, [event]);
  return rows.map((row) => ({ medal: row.medal, entry: entryCode(codeOf(row.entry_id)) }));
}

const RANK: Readonly<Record<Medal, number>> = { gold: 1, silver: 2, bronze: 3 };
