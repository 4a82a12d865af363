import type { PlayerId } from "@podium/engine";
import type { PlayerBalance, PlayerRecord } from "@podium/protocol";
import { playerRows } from "../entries/entries.ts";
import { presentPlayer } from "../entries/present.ts";
import { balanceOf, balancesBy, careerOf } from "../matches/career.ts";
import { medalsOfPlayers } from "../medals/medals.ts";
import type { Db } from "../storage/storage.ts";

/** What all that somebody played here adds up to. It reads the whole career. */
export async function recordOf(db: Db, player: PlayerId): Promise<PlayerRecord> {
  const career = await careerOf(db, player);
  const [partners, opponents] = [balancesBy(career, "partners"), balancesBy(career, "opponents")];
  const rows = await playerRows(
    db,
    [...partners, ...opponents].map((line) => line.player),
  );
  const known = new Map(rows.map((row) => [row.id, presentPlayer(row)]));
  const named = (lines: typeof partners): PlayerBalance[] =>
    lines.flatMap(({ player: id, balance }) => {
      const view = known.get(id);
      return view === undefined ? [] : [{ player: view, balance }];
    });
  return {
    balance: balanceOf(career),
    medals: await medalCounts(db, [player]),
    partners: named(partners),
    opponents: named(opponents),
  };
}

/** How many medals of each kind some players have won, all of them together. */
export async function medalCounts(db: Db, players: readonly PlayerId[]): Promise<PlayerRecord["medals"]> {
  const won = await medalsOfPlayers(db, players);
  return { gold: won.get("gold") ?? 0, silver: won.get("silver") ?? 0, bronze: won.get("bronze") ?? 0 };
}
