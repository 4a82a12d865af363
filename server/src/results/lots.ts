import {
  consequencesOfPlan,
  isRefused,
  refuse,
  type ConsequencesOfPlan,
  type EntryCode,
  type EventId,
  type EventPlan,
  type EventState,
  type Refusal,
} from "@podium/engine";
import type { LotsForm } from "@podium/protocol";
import { amendDraw, drawOf, drawWithLots, refusedLots } from "../draw/draw.ts";
import { entryCode } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";
import { eventWithResults } from "./results.ts";

/** Entries of a group that only lots can separate; `order` once they were drawn. */
export interface Lots {
  readonly group: string;
  readonly tied: readonly EntryCode[];
  readonly order: readonly EntryCode[] | null;
}

/** Where lots decide, in groups that are played to their end: what is drawn and what is still to be drawn. */
export function lotsOf({ groups }: EventState): Lots[] {
  return groups
    .filter(({ complete }) => complete)
    .flatMap(({ group, steps }) =>
      steps.flatMap((step) =>
        step.kind === "lots" || step.kind === "unknown" ? [{ group, tied: step.tied, order: step.order }] : [],
      ),
    );
}

/** What the lots would change, before they are entered. */
export async function foretellLots(db: Db, event: EventId, form: LotsForm): Promise<ConsequencesOfPlan | Refusal> {
  const found = await eventWithResults(db, event);
  if (found === null) return refuse("not-found", `There is no draw of ${event}.`, { event });
  const plan = withLots(found.plan, found.state, form);
  return isRefused(plan) ? plan : consequencesOfPlan(found.plan, plan, found.results);
}

/** Enters the lots that were drawn: the order of the group is decided by them. They can be entered anew. */
export async function drawLots(unit: UnitOfWork, event: EventId, form: LotsForm): Promise<undefined | Refusal> {
  const found = await eventWithResults(unit.db, event);
  if (found === null) return refuse("not-found", `There is no draw of ${event}.`, { event });
  const plan = withLots(found.plan, found.state, form);
  if (isRefused(plan)) return plan;
  const draw = await drawOf(unit.db, event);
  const lots = plan.groups.find(({ name }) => name === form.group)?.lots;
  await amendDraw(unit, event, {
    plan,
    ...(draw === null || lots === undefined ? {} : { draw: drawWithLots(draw, { group: form.group, lots }) }),
  });
  await unit.record({
    kind: "lots-drawn",
    subject: { kind: "event", id: event },
    data: { group: form.group, order: form.order },
  });
  return undefined;
}

/** The plan with these lots: those drawn before among others of the group stay. */
function withLots(plan: EventPlan, state: EventState, form: LotsForm): EventPlan | Refusal {
  const order = form.order.map(entryCode);
  const found = lotsOf(state).find(({ group, tied }) => group === form.group && isSame(tied, order));
  const group = plan.groups.find(({ name }) => name === form.group);
  if (found === undefined || group === undefined)
    return refuse("lots-not-needed", "Lots are not what decides between these entries now.", { group: form.group });
  const lots = [...(group.lots ?? []).filter((entry) => !order.includes(entry)), ...order];
  const drawn = { ...group, lots };
  return (
    refusedLots({
      ...drawn,
      entries: state.groups.find((one) => one.group === form.group)?.rows.map(({ entry }) => entry) ?? [],
    }) ?? {
      ...plan,
      groups: plan.groups.map((one) => (one === group ? drawn : one)),
    }
  );
}

function isSame(tied: readonly EntryCode[], order: readonly EntryCode[]): boolean {
  return (
    tied.length === order.length && new Set(order).size === order.length && tied.every((one) => order.includes(one))
  );
}
