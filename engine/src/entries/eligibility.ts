import type { EntryCode, PlayerId } from "../brand.ts";
import { type Refusal, refuse } from "../refusal.ts";

/** What is needed to judge an entry. */
export interface EntryMade {
  readonly code: EntryCode;
  readonly players: readonly PlayerId[];
  readonly association: string | null;
}

export interface EntryRules {
  readonly kind: "singles" | "doubles";
  /** How many of one association may enter; null without a limit. */
  readonly perAssociation: number | null;
}

/**
 * Why an entry cannot be taken beside those already made; null when it can. Refuses `entry-taken`, `wrong-number-of-players`,
 * `player-twice` and `association-full`.
 */
export function refusedEntry(entry: EntryMade, made: readonly EntryMade[], rules: EntryRules): Refusal | null {
  if (made.some((other) => other.code === entry.code)) {
    return refuse("entry-taken", `There is already an entry ${entry.code}.`, { entry: entry.code });
  }
  return refusedPlayers(entry, made, rules) ?? refusedAssociation(entry, made, rules);
}

function refusedPlayers(entry: EntryMade, made: readonly EntryMade[], { kind }: EntryRules): Refusal | null {
  const wanted = kind === "singles" ? 1 : 2;
  if (entry.players.length !== wanted) {
    const message = `An entry in ${kind} has ${wanted === 1 ? "one player" : "two players"}, not ${entry.players.length}.`;
    return refuse("wrong-number-of-players", message, { wanted, players: entry.players.length });
  }
  const everybody = [...made.flatMap(({ players }) => players), ...entry.players];
  const twice = entry.players.find((player) => everybody.filter((other) => other === player).length > 1);
  return twice === undefined ? null : refuse("player-twice", `${twice} is entered already.`, { player: twice });
}

function refusedAssociation(
  entry: EntryMade,
  made: readonly EntryMade[],
  { perAssociation }: EntryRules,
): Refusal | null {
  if (perAssociation === null || entry.association === null) return null;
  const others = made.filter((other) => other.association === entry.association);
  if (others.length < perAssociation) return null;
  const message = `${entry.association} has its ${perAssociation} already: ${others.map(({ code }) => code).join(", ")}.`;
  return refuse("association-full", message, { association: entry.association, most: perAssociation });
}
