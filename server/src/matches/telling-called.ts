import type { MatchId } from "@podium/engine";
import type { UnitOfWork } from "../app.ts";
import { entryRowsBy } from "../entries/entries.ts";
import { holdersOf } from "../entries/page-requests.ts";
import type { Fact } from "../facts/fact.ts";
import { dropTold, notify } from "../people/notifications.ts";
import { entryIdOf, matchId } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { matchRow } from "./match-rows.ts";

/** Tells the members who hold the page of a player that their match is called, and to which table. */
export async function tellCalled(unit: UnitOfWork, fact: Fact): Promise<void> {
  if (fact.kind !== "match-called") return;
  const row = await matchRow(unit.db, matchId(fact.subject.id));
  if (row === undefined) return;
  const codes = [row.home_entry, row.away_entry].flatMap((code) => code ?? []);
  const entries = await entryRowsBy(
    unit.db,
    codes.map((code) => entryIdOf(row.event_id, code)),
  );
  const sides = entries.map(({ players }) => players);
  const members = await holdersOf(
    unit.db,
    sides.flat().map(({ id }) => id),
  );
  if (members.length === 0) return;
  const words = sides
    .map((side) => side.map(({ family, given }) => `${family} ${given}`.trim()).join(" / "))
    .join(" – ");
  await notify(unit, members, { kind: "called", subject: row.id, data: { table: fact.data.table, words } });
}

/** A call that was taken back is told nobody any more. */
export async function untellCalled({ db }: UnitOfWork, { kind, subject }: Fact): Promise<void> {
  if (kind === "call-taken-back") await dropCall(db, matchId(subject.id));
}

/** Nobody is told any more that this match is called. */
export const dropCall = (db: Db, match: MatchId): Promise<void> => dropTold(db, "called", match);
