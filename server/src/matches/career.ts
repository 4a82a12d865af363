import type { BySide, EntryId, EventId, MatchId, Outcome, PlayerId, Side } from "@podium/engine";
import { entryIdOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

/** A match that somebody has finished: with whom, against whom, and whether it was won; null where nobody won it. */
export interface CareerMatch {
  readonly id: MatchId;
  readonly isWon: boolean | null;
  readonly partners: readonly PlayerId[];
  readonly opponents: readonly PlayerId[];
}

/**
 * All matches that a player has finished here, the latest first, rubbers of ties with them and ties themselves not: who won
 * a tie is the team. With `against`, only those of events that the other is entered for too. Two statements, however many.
 */
export async function careerOf(db: Db, player: PlayerId, against?: PlayerId): Promise<CareerMatch[]> {
  const rows = await finishedMatches(db, player, against);
  const seats = rows.length === 0 ? [] : await seatsBeside(db, player, against);
  const playersOf = Map.groupBy(seats, ({ entry_id }) => entry_id);
  const ofEntry = (event: string, code: string | null) =>
    code === null ? [] : (playersOf.get(entryIdOf(event, code)) ?? []).map(({ player_id }) => player_id);
  return rows.flatMap((row): CareerMatch[] => {
    const { event_id: event, home_entry: home, away_entry: away } = row;
    const seated: BySide<readonly PlayerId[]> =
      row.seats === null ? { home: ofEntry(event, home), away: ofEntry(event, away) } : JSON.parse(row.seats);
    const side = (["home", "away"] as const).find((one) => seated[one].includes(player));
    if (side === undefined || row.outcome === null) return [];
    const other: Side = side === "home" ? "away" : "home";
    const { winner }: Outcome = JSON.parse(row.outcome);
    const partners = seated[side].filter((id) => id !== player);
    return [{ id: row.id, isWon: winner === null ? null : winner === side, partners, opponents: seated[other] }];
  });
}

/** More than anybody plays. A list with an end is read first, so that matches are found from the entries by an index. */
const ENTRIES_AT_MOST = 100_000;

/** The finished matches of the entries of a player, or those of events that another is entered for too. */
function matchesIn(db: Db, player: PlayerId, against: PlayerId | undefined) {
  const entries = db
    .selectFrom("entry_players")
    .innerJoin("entries", "entries.id", "entry_players.entry_id")
    .innerJoin("events", "events.id", "entries.event_id")
    .select(["entries.event_id", "entries.code", "events.kind", "entry_players.from_date"])
    .where("entry_players.player_id", "=", player);
  const shared =
    against === undefined
      ? entries
      : entries.where((eb) =>
          eb(
            "entries.event_id",
            "in",
            eb
              .selectFrom("entry_players as seat")
              .innerJoin("entries as other", "other.id", "seat.entry_id")
              .select("other.event_id")
              .where("seat.player_id", "=", against),
          ),
        );
  return db
    .selectFrom(shared.limit(ENTRIES_AT_MOST).as("own"))
    .innerJoin("matches", "matches.event_id", "own.event_id")
    .where("matches.status", "=", "over")
    .where((eb) => eb.or([eb("own.kind", "!=", "team"), eb("matches.tie", "is not", null)]))
    .where((eb) =>
      eb.or([eb("matches.home_entry", "=", eb.ref("own.code")), eb("matches.away_entry", "=", eb.ref("own.code"))]),
    );
}

function finishedMatches(db: Db, player: PlayerId, against: PlayerId | undefined) {
  return matchesIn(db, player, against)
    .select(["matches.id", "matches.event_id", "matches.home_entry", "matches.away_entry"])
    .select(["matches.outcome", "matches.seats"])
    .orderBy("own.from_date", "desc")
    .orderBy("matches.day_ms", "desc")
    .orderBy("matches.position", "desc")
    .orderBy("matches.id")
    .execute();
}

/** Who stands behind the entries of these matches; of rubbers the match itself says it. */
function seatsBeside(db: Db, player: PlayerId, against: PlayerId | undefined) {
  // An entry is called after its event: `paris-2024/xd` and `chn` make `paris-2024/xd/chn`.
  const entryOf = (side: Side) =>
    matchesIn(db, player, against)
      .where("matches.seats", "is", null)
      .select((eb) => {
        const code = eb.ref(`matches.${side}_entry`).$castTo<EntryId>();
        return eb(eb("matches.event_id", "||", eb.val("/" as EventId)), "||", code as never)
          .$castTo<EntryId>()
          .as("id");
      });
  return db
    .selectFrom("entry_players")
    .select(["entry_players.entry_id", "entry_players.player_id"])
    .where("entry_players.entry_id", "in", entryOf("home").union(entryOf("away")))
    .orderBy("entry_players.entry_id")
    .orderBy("entry_players.position")
    .execute();
}

/** Matches won, lost, and decided for neither. */
export interface CareerBalance {
  readonly won: number;
  readonly lost: number;
  readonly undecided: number;
}

/** What some matches of a player add up to. */
export function balanceOf(matches: readonly CareerMatch[]): CareerBalance {
  const countOf = (is: boolean | null) => matches.filter(({ isWon }) => isWon === is).length;
  return { won: countOf(true), lost: countOf(false), undecided: countOf(null) };
}

/** Everybody that a player has played with or against, who did most often first. */
export function balancesBy(
  matches: readonly CareerMatch[],
  who: "partners" | "opponents",
): { readonly player: PlayerId; readonly balance: CareerBalance }[] {
  const played = Map.groupBy(
    matches.flatMap((match) => match[who].map((player) => ({ player, match }))),
    ({ player }) => player,
  );
  return [...played]
    .map(([player, rows]) => ({ player, count: rows.length, balance: balanceOf(rows.map(({ match }) => match)) }))
    .sort((one, other) => other.count - one.count || (one.player < other.player ? -1 : 1))
    .map(({ player, balance }) => ({ player, balance }));
}
