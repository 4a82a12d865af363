import {
  consequencesOfPlan,
  isRefused,
  refuse,
  type Consequences,
  type EventId,
  type EventPlan,
  type Refusal,
  type Ruling,
} from "@podium/engine";
import type { RulingForm } from "@podium/protocol";
import { amendDraw, planOf } from "../draw/draw.ts";
import { eventWithResults } from "../results/results.ts";
import { entryCode } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";

/** What was decided about places and medals of an event beside its results. */
export async function rulingsOf(db: Db, event: EventId): Promise<readonly Ruling[]> {
  return (await planOf(db, event))?.rulings ?? [];
}

/** What a ruling would change, before it is made: who moves up, or nobody. */
export async function foretellRuling(db: Db, event: EventId, form: RulingForm): Promise<Consequences | Refusal> {
  const found = await eventWithResults(db, event);
  if (found === null) return refuse("not-found", `There is no draw of ${event}.`, { event });
  const plan = await withRuling(db, event, { plan: found.plan, form });
  return isRefused(plan) ? plan : consequencesOfPlan(found.plan, plan, found.results);
}

/** Withholds or annuls a medal, or takes such a ruling back; the medals follow. */
export async function makeRuling(unit: UnitOfWork, event: EventId, form: RulingForm): Promise<undefined | Refusal> {
  const before = await planOf(unit.db, event);
  if (before === null) return refuse("not-found", `There is no draw of ${event}.`, { event });
  const plan = await withRuling(unit.db, event, { plan: before, form });
  if (isRefused(plan)) return plan;
  await amendDraw(unit, event, { plan });
  await unit.record({ kind: "medal-ruled", subject: { kind: "event", id: event }, data: { ...form } });
  return undefined;
}

async function withRuling(
  db: Db,
  event: EventId,
  { plan, form }: { readonly plan: EventPlan; readonly form: RulingForm },
): Promise<EventPlan | Refusal> {
  const { entry, ruling, reason } = form;
  const known = await db
    .selectFrom("entries")
    .select("code")
    .where("event_id", "=", event)
    .where("code", "=", entry)
    .executeTakeFirst();
  if (known === undefined) return refuse("entry-unknown", `There is no entry ${entry} in this event.`, { entry });
  const standing = plan.rulings?.find((one) => one.entry === entry);
  if ((standing?.ruling ?? "none") === ruling && (standing?.reason ?? reason) === reason)
    return refuse("ruling-stands", "That is how it stands already.", { entry });
  const others = (plan.rulings ?? []).filter((one) => one.entry !== entry);
  const rulings = ruling === "none" ? others : [...others, { entry: entryCode(entry), ruling, reason }];
  const { rulings: _, ...rest } = plan;
  return rulings.length === 0 ? rest : { ...rest, rulings };
}
