import { refuse, type CompetitionId, type EventId, type Refusal } from "@podium/engine";
import type { BroadcastView } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { eventRow } from "../competitions/competitions.ts";
import { freeCodeIn } from "../competitions/free-code.ts";
import { codeOf, competitionOf, eventIdOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

/** Where a competition, or an event of it, is or was shown. */
interface EnteredBroadcast {
  /** Its code in the file; left out it gets one of its own. */
  readonly code?: string;
  readonly event?: string | undefined;
  readonly territory: string;
  readonly language: string;
  readonly name: string;
  readonly url?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Enters where something is shown. Refuses `form-invalid` with the field. */
export async function enterBroadcast(
  unit: UnitOfWork,
  competition: CompetitionId,
  form: EnteredBroadcast,
): Promise<undefined | Refusal> {
  const code = form.code ?? (await freeCodeIn(unit.db, "broadcasts", { competition, words: form.name }));
  const id = `${competition}/${code}`;
  const event = form.event === undefined ? null : eventIdOf(competition, form.event);
  if (event !== null && !(await eventRow(unit.db, event))) return unfit("event", "the competition has no such event.");
  if (form.from !== undefined && form.until !== undefined && form.until < form.from)
    return unfit("until", "it ends before it begins.");
  const taken = await unit.db.selectFrom("broadcasts").select("id").where("id", "=", id).executeTakeFirst();
  if (taken !== undefined) return unfit("id", "a broadcast of the competition has it already.");
  await unit.db
    .insertInto("broadcasts")
    .values({
      id,
      competition_id: competition,
      event_id: event,
      territory: form.territory,
      language: form.language,
      name: form.name,
      url: form.url ?? null,
      from_date: form.from ?? null,
      until_date: form.until ?? null,
    })
    .execute();
  await unit.record({ kind: "broadcast-entered", subject: { kind: "broadcast", id }, data: { name: form.name } });
  unit.invalidate([`competition:${competition}`]);
  return undefined;
}

function unfit(field: string, why: string): Refusal {
  return refuse("form-invalid", `The field ${field} is not right: ${why}`, { field });
}

/** Takes a broadcast off the pages. Refuses `not-found`. */
export async function removeBroadcast(unit: UnitOfWork, id: string): Promise<undefined | Refusal> {
  const { numDeletedRows } = await unit.db.deleteFrom("broadcasts").where("id", "=", id).executeTakeFirst();
  if (numDeletedRows === 0n) return refuse("not-found", "There is no such broadcast.");
  await unit.record({ kind: "broadcast-removed", subject: { kind: "broadcast", id }, data: {} });
  unit.invalidate([`competition:${competitionOf(id)}`]);
  return undefined;
}

/** Where a competition is shown, by territory. */
export async function broadcastsOf(db: Db, competition: CompetitionId): Promise<BroadcastView[]> {
  const rows = await db
    .selectFrom("broadcasts")
    .selectAll()
    .where("competition_id", "=", competition)
    .orderBy("territory")
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: codeOf(row.id),
    event: row.event_id,
    territory: row.territory,
    language: row.language,
    name: row.name,
    url: row.url,
    from: row.from_date,
    until: row.until_date,
  }));
}

/** Where an event is shown: those of it alone and those of its whole competition. */
export async function broadcastsOfEvent(db: Db, event: EventId): Promise<BroadcastView[]> {
  return (await broadcastsOf(db, competitionOf(event))).filter((row) => row.event === null || row.event === event);
}
