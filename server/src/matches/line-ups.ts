import {
  isRefused,
  refuse,
  type BySide,
  type PlayerId,
  type Refusal,
  type Side,
  type TeamFormat,
} from "@podium/engine";
import type { LineUpsView } from "@podium/protocol";
import { eventRow, teamFormatOf } from "../competitions/competitions.ts";
import { entryRowsBy, type EntryRow } from "../entries/entries.ts";
import { memberOf, namesIn } from "../entries/members.ts";
import type { Db } from "../storage/storage.ts";
import { entryIdOf } from "../storage/codes.ts";
import type { UnitOfWork } from "../app.ts";
import { rubberRows, type StoredMatchRow } from "./match-rows.ts";
import { layOutRubber, seatsOf } from "./rubbers.ts";

/** Line-ups of a tie: secret until both teams have handed theirs in, then opened together as its rubbers. */

/** What a captain fills: a letter of the order of play, or a rubber by its number where the order has none. */
interface Place {
  readonly place: string;
  /** The rubbers it decides, from 1. */
  readonly rubbers: readonly number[];
}

/** Who plays at each place, as it was written. */
type Names = Readonly<Record<string, string>>;

/** The places of a side, letters first. */
export function placesOf({ matches }: TeamFormat, side: Side): Place[] {
  const places = new Map<string, number[]>();
  for (const [at, match] of matches.entries()) {
    const letters = match[side].length === 0 ? [String(at + 1)] : match[side];
    for (const letter of letters) places.set(letter, [...(places.get(letter) ?? []), at + 1]);
  }
  const order = ({ place }: Place) => (/^\d/.test(place) ? `~${place.padStart(2, "0")}` : place);
  return [...places].map(([place, rubbers]) => ({ place, rubbers })).sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/**
 * Hands in who plays for a side. When both have, the rubbers are laid out and everybody sees them. Until then a side may hand
 * in anew. Refuses `line-up-incomplete`, `player-twice`, `plays-too-often`, `entry-size`, `line-ups-open` and `match-not-ready`.
 */
export async function handInLineUp(
  unit: UnitOfWork,
  tie: StoredMatchRow,
  { side, names }: { readonly side: Side; readonly names: Names },
): Promise<undefined | Refusal> {
  const format = await formatOf(unit.db, tie);
  if (format === null) return refuse("not-a-tie", "Only a tie between two teams has line-ups.");
  if (tie.status !== "ready" || tie.home_entry === null || tie.away_entry === null)
    return refuse("match-not-ready", "Line-ups are handed in when both teams are known and nothing was played yet.");
  if ((await rubberRows(unit.db, tie)).some((row) => seatsOf(row).home.length + seatsOf(row).away.length > 0))
    return refuse("line-ups-open", "Both line-ups are open. Name others at a rubber that has not begun.");
  const written = writtenSeats(format, side, names);
  if (isRefused(written)) return written;
  const line = { seats: JSON.stringify(written), at_ms: unit.nowMs, handed_in_by: unit.who ?? "podium" };
  await unit.db
    .insertInto("line_ups")
    .values({ match_id: tie.id, side, ...line })
    .onConflict((conflict) => conflict.columns(["match_id", "side"]).doUpdateSet(line))
    .execute();
  const subject = { kind: "result", id: tie.id } as const;
  await unit.record({ kind: "line-up-handed-in", subject, data: { tie: tie.id, side } });
  return openLineUps(unit, tie, format);
}

/** For each rubber who plays it, as written; refused where a place is empty, or somebody plays more than the order allows. */
function writtenSeats(format: TeamFormat, side: Side, names: Names): readonly (readonly string[])[] | Refusal {
  const places = placesOf(format, side);
  const empty = places.find(({ place }) => namesIn(names[place] ?? "").length === 0);
  if (empty !== undefined)
    return refuse("line-up-incomplete", `Name who plays at ${empty.place}.`, {
      place: empty.place,
      field: `place-${empty.place}`,
    });
  const letters = places.filter(({ place }) => !/^\d/.test(place)).map(({ place }) => (names[place] ?? "").trim());
  const twice = letters.find((name, at) => letters.indexOf(name) !== at);
  if (twice !== undefined) return refuse("player-twice", `${twice} stands at two letters.`, { player: twice, line: 0 });
  const seats = format.matches.map((match, at) =>
    match[side].length === 0
      ? namesIn(names[String(at + 1)] ?? "")
      : match[side].map((letter) => (names[letter] ?? "").trim()),
  );
  const { matchesEach } = format;
  const often = seats
    .flat()
    .find((name, _, all) => matchesEach !== null && all.filter((one) => one === name).length > matchesEach);
  if (often === undefined) return seats;
  return refuse("plays-too-often", `${often} may play in ${matchesEach} rubbers of a tie.`, {
    player: often,
    most: matchesEach ?? 0,
  });
}

async function openLineUps(unit: UnitOfWork, tie: StoredMatchRow, format: TeamFormat): Promise<undefined | Refusal> {
  const rows = await unit.db.selectFrom("line_ups").selectAll().where("match_id", "=", tie.id).execute();
  const [home, away] = [rows.find(({ side }) => side === "home"), rows.find(({ side }) => side === "away")];
  if (home === undefined || away === undefined) return undefined;
  const written: BySide<readonly (readonly string[])[]> = {
    home: JSON.parse(home.seats),
    away: JSON.parse(away.seats),
  };
  for (const at of format.matches.keys()) {
    const seats = await seatsNamed(unit, tie, { home: written.home[at] ?? [], away: written.away[at] ?? [] });
    if (isRefused(seats)) return seats;
    const rubber = await layOutRubber(unit, tie, { rubber: at + 1, kind: null, seats });
    if (isRefused(rubber)) return rubber;
  }
  return undefined;
}

/** Who is written so for each side; somebody new joins the team. */
async function seatsNamed(
  unit: UnitOfWork,
  tie: StoredMatchRow,
  written: BySide<readonly string[]>,
): Promise<BySide<readonly PlayerId[]> | Refusal> {
  const seats: Record<Side, PlayerId[]> = { home: [], away: [] };
  for (const side of ["home", "away"] as const)
    for (const name of written[side]) {
      const code = tie[`${side}_entry`] ?? "";
      const player = await memberOf(unit, { event: tie.event_id, code, others: [] }, name);
      if (isRefused(player)) return player;
      seats[side].push(player);
    }
  return seats;
}

/** Names others for a rubber that has not begun: substitutes, as the order of play allows. Refuses `rubber-begun`. */
export async function substitute(
  unit: UnitOfWork,
  rubber: StoredMatchRow,
  { tie, names }: { readonly tie: StoredMatchRow; readonly names: BySide<string> },
): Promise<undefined | Refusal> {
  if (rubber.rubber === null) return refuse("not-a-tie", "Only a rubber of a tie has players of its own.");
  if (rubber.status !== "ready" && rubber.status !== "waiting")
    return refuse("rubber-begun", "The match has begun: nobody else can play it.");
  const seats = await seatsNamed(unit, tie, { home: namesIn(names.home), away: namesIn(names.away) });
  if (isRefused(seats)) return seats;
  const laid = await layOutRubber(unit, tie, { rubber: rubber.rubber, kind: null, seats });
  return isRefused(laid) ? laid : undefined;
}

/** What the desk sees of the line-ups of a tie: which are in, never who is in them; null for what is no tie. */
export async function lineUpsOf(db: Db, tie: StoredMatchRow): Promise<LineUpsView | null> {
  const format = tie.tie === null ? await formatOf(db, tie) : null;
  if (format === null) return null;
  const rows = await db.selectFrom("line_ups").select(["side"]).where("match_id", "=", tie.id).execute();
  const ids = [tie.home_entry, tie.away_entry].flatMap((code) =>
    code === null ? [] : [entryIdOf(tie.event_id, code)],
  );
  const teams = await entryRowsBy(db, ids);
  const of = (side: Side) => {
    const team = teams.find(({ code }) => code === tie[`${side}_entry`]);
    return {
      isIn: rows.some((row) => row.side === side),
      places: placesOf(format, side).map(({ place, rubbers }) => ({ place, rubbers })),
      players: (team?.players ?? []).map(named),
    };
  };
  return { home: of("home"), away: of("away") };
}

function named({ family, given }: EntryRow["players"][number]): string {
  return `${family} ${given}`.trim();
}

async function formatOf(db: Db, tie: StoredMatchRow): Promise<TeamFormat | null> {
  const event = await eventRow(db, tie.event_id);
  return event === undefined ? null : teamFormatOf(event);
}
