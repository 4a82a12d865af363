import { foldedName, nameKey, partedName, refuse, type EventId, type PlayerId, type Refusal } from "@podium/engine";
import type { PlayerLine } from "@podium/protocol";
import { competitionOf, entryIdOf, playerId } from "../storage/codes.ts";
import type { UnitOfWork } from "../app.ts";
import { entryRowsBy, playerRow, registerPlayers, type PlayerRow } from "./entries.ts";
import { firstDayOf } from "../competitions/competitions.ts";
import { freeCode } from "../competitions/free-code.ts";

/** One name, or two in one text: `ADAMS Ann / BAKER Bea`. */
export function namesIn(written: string): readonly string[] {
  return written
    .split(/[/&+]/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** A team of an event, and who may be meant by a name beside its own players. */
interface TeamAsked {
  readonly event: EventId;
  readonly code: string;
  readonly others: readonly PlayerLine[];
}

/**
 * The player of a team who is written so: by id, by name, or by a family name that only one of the team has. Somebody else
 * joins the team: known by id or name, or registered under the name. Refuses `player-unknown` and `player-entered-twice`.
 */
export async function memberOf(unit: UnitOfWork, team: TeamAsked, written: string): Promise<PlayerId | Refusal> {
  const [entry] = await entryRowsBy(unit.db, [entryIdOf(team.event, team.code)]);
  if (entry === undefined) throw new Error(`The event ${team.event} has no team ${team.code}.`);
  const [own, ...more] = amongThem(entry.players, written);
  if (own !== undefined && more.length > 0)
    return refuse("player-ambiguous", `${written} may be ${saidOf([own, ...more])}: write the whole name.`, {
      entry: team.code,
      player: written,
    });
  if (own !== undefined) return own.id;
  const newcomer = await newcomerOf(unit, { ...team, association: entry.association }, written);
  if (typeof newcomer !== "string") return newcomer;
  const refusal = await refusedTwice(unit, team.event, newcomer);
  if (refusal) return refusal;
  const seat = {
    entry_id: entry.id,
    position: entry.players.length,
    player_id: newcomer,
    from_date: await firstDayOf(unit.db, competitionOf(team.event)),
  };
  await unit.db.insertInto("entry_players").values(seat).execute();
  const subject = { kind: "event", id: team.event } as const;
  await unit.record({ kind: "team-joined", subject, data: { entry: team.code, player: newcomer } });
  unit.invalidate([`event:${team.event}`, `competition:${competitionOf(team.event)}`, `player:${newcomer}`]);
  return newcomer;
}

/** The player who is written so, or all who may be meant by a family name, perhaps with initials. */
function amongThem(players: readonly PlayerRow[], written: string): readonly PlayerRow[] {
  const key = nameKey(written);
  const isCalledSo = ({ id, family, given, names }: PlayerRow) =>
    id === written ||
    [`${family} ${given}`, ...Object.values<string>(JSON.parse(names))].some((name) => nameKey(name) === key);
  const whole = players.find(isCalledSo);
  return whole === undefined ? players.filter((player) => isCalledInBrief(player, written)) : [whole];
}

/** `Smith`, `A. Smith`, `SMITH A`. */
function isCalledInBrief({ family, given }: PlayerRow, written: string): boolean {
  const words = written.split(/[\s.]+/u).filter((word) => word !== "");
  const initials = words.filter((word) => [...word].length === 1).map(foldedName);
  const name = words.filter((word) => [...word].length > 1).join(" ");
  const begins = given.split(/[\s-]+/u).map((word) => foldedName(word));
  return (
    foldedName(family) === foldedName(name) && initials.every((initial, at) => begins[at]?.startsWith(initial) === true)
  );
}

function saidOf(players: readonly PlayerRow[]): string {
  return players.map(({ family, given }) => `${family} ${given}`.trim()).join(" or ");
}

const AN_ID = /^[a-z0-9-]+$/;

async function newcomerOf(
  unit: UnitOfWork,
  { others, association, code }: TeamAsked & { readonly association: string | null },
  written: string,
): Promise<PlayerId | Refusal> {
  if (AN_ID.test(written)) {
    const known = await playerRow(unit.db, playerId(written));
    if (known !== undefined) return known.id;
    const told = `The entry ${code} names a player ${written} who is not registered.`;
    return refuse("player-unknown", told, { entry: code, player: written });
  }
  const key = nameKey(written);
  const named = others.find(({ family, given = "" }) => nameKey(`${family} ${given}`) === key);
  if (named !== undefined) return playerId(named.id);
  const { family, given } = partedName(written);
  const id = await idFor(unit, { family, given }, association);
  const line = { id, family, given, ...(association === null ? {} : { association }) };
  const refused = await registerPlayers(unit, [line]);
  return refused === undefined ? id : refused.refusal;
}

/** The id of the athlete who has played under this name for the same association, or a new one. */
async function idFor(
  unit: UnitOfWork,
  { family, given }: { readonly family: string; readonly given: string },
  association: string | null,
): Promise<PlayerId> {
  const taken = new Set<string>();
  for (;;) {
    const id = playerId(freeCode(`${family} ${given}`, taken));
    const known = await playerRow(unit.db, id);
    const isSame = known?.family === family && known.given === given && known.association === association;
    if (known === undefined || isSame) return id;
    taken.add(id);
  }
}

async function refusedTwice(unit: UnitOfWork, event: EventId, player: PlayerId): Promise<Refusal | undefined> {
  const there = await unit.db
    .selectFrom("entry_players")
    .innerJoin("entries", "entries.id", "entry_players.entry_id")
    .select("entries.code")
    .where("entries.event_id", "=", event)
    .where("entry_players.player_id", "=", player)
    .executeTakeFirst();
  if (there === undefined) return undefined;
  return refuse("player-entered-twice", `${player} is in the event already, as ${there.code}.`, {
    player,
    entry: there.code,
  });
}
