import {
  consequencesOfPlan,
  goingOnFrom,
  isRefused,
  leadsOn,
  nobodyGoesOn,
  refuse,
  withDrawKept,
  type Consequences,
  type EventId,
  type EventPlan,
  type MatchId,
  type Refusal,
  type Ruling,
} from "@podium/engine";
import type { RulingForm } from "@podium/protocol";
import { amendDraw, planOf } from "../draw/draw.ts";
import { eventWithResults } from "../results/results.ts";
import type { NewFact } from "../facts/fact.ts";
import { matchRow } from "../matches/match-rows.ts";
import { codeOf, entryCode, eventOf, matchCode, matchIdOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";

/** What was decided about an event beside its results: about its draw, places and medals. */
export async function rulingsOf(db: Db, event: EventId): Promise<readonly Ruling[]> {
  return (await planOf(db, event))?.rulings ?? [];
}

/** What a ruling would change, before it is made: who moves up, or who plays instead. */
export async function foretellRuling(db: Db, event: EventId, form: RulingForm): Promise<Consequences | Refusal> {
  const found = await eventWithResults(db, event);
  if (found === null) return refuse("not-found", `There is no draw of ${event}.`, { event });
  const plan = await withRuling(db, event, { plan: found.plan, form });
  return isRefused(plan) ? plan : consequencesOfPlan(found.plan, plan, found.results);
}

/** Makes a ruling, or takes one back; who plays, places and medals follow. */
export async function makeRuling(unit: UnitOfWork, event: EventId, form: RulingForm): Promise<undefined | Refusal> {
  const before = await planOf(unit.db, event);
  if (before === null) return refuse("not-found", `There is no draw of ${event}.`, { event });
  const plan = await withRuling(unit.db, event, { plan: before, form });
  if (isRefused(plan)) return plan;
  await amendDraw(unit, event, { plan });
  await unit.record(factOf(event, form));
  return undefined;
}

/**
 * Keeps the draw as it was played from a match whose result is about to be corrected: who goes on from it now stays who
 * goes on. Made before the result is taken back, it takes nobody out of a later match.
 */
export async function keepDraw(unit: UnitOfWork, match: MatchId, reason: string): Promise<undefined | Refusal> {
  const event = eventOf(match);
  const code = matchCode(codeOf(match));
  const found = await eventWithResults(unit.db, event);
  const entry = found && goingOnFrom(found.plan, found.results, code);
  if (entry === null) return nobodyGoesOn(code);
  const made = await makeRuling(unit, event, { match: code, entry, ruling: "goes-on", reason });
  return made?.code === "ruling-stands" ? undefined : made;
}

function factOf(event: EventId, { entry, match, ruling, reason }: RulingForm): NewFact {
  const subject = { kind: "event", id: event } as const;
  if (match !== undefined)
    return {
      kind: "draw-kept",
      subject,
      data: { match, entry, ruling: ruling === "none" ? "none" : "goes-on", reason },
    };
  return { kind: "medal-ruled", subject, data: { entry, ruling: ruling === "goes-on" ? "none" : ruling, reason } };
}

interface Asked {
  readonly plan: EventPlan;
  readonly form: RulingForm;
}

async function withRuling(db: Db, event: EventId, { plan, form }: Asked): Promise<EventPlan | Refusal> {
  const { entry, match, ruling } = form;
  if ((match !== undefined) !== (ruling === "goes-on") && ruling !== "none")
    return refuse("ruling-contradicts", "A ruling about the draw names its match, one about a medal names none.");
  const known = await db
    .selectFrom("entries")
    .select("code")
    .where("event_id", "=", event)
    .where("code", "=", entry)
    .executeTakeFirst();
  if (known === undefined) return refuse("entry-unknown", `There is no entry ${entry} in this event.`, { entry });
  const refusal = match === undefined ? undefined : await refusedMatch(db, event, { plan, form });
  if (refusal !== undefined) return refusal;
  return stands(plan, form)
    ? refuse("ruling-stands", "That is how it stands already.", { entry })
    : amended(plan, form);
}

/** Whether a ruling is about the same medal, or the same match. */
function isAboutSame(made: Ruling, { entry, match }: RulingForm): boolean {
  return made.ruling === "goes-on" ? made.match === match : match === undefined && made.entry === entry;
}

function stands({ rulings = [] }: EventPlan, form: RulingForm): boolean {
  const made = rulings.find((one) => isAboutSame(one, form));
  if (form.ruling === "none") return made?.entry !== form.entry;
  return made?.entry === form.entry && made.ruling === form.ruling && made.reason === form.reason;
}

function amended({ rulings = [], ...plan }: EventPlan, form: RulingForm): EventPlan {
  const { match, ruling, reason } = form;
  const entry = entryCode(form.entry);
  const others = rulings.filter((one) => !isAboutSame(one, form));
  if (ruling === "none") return others.length === 0 ? plan : { ...plan, rulings: others };
  if (ruling === "goes-on")
    return withDrawKept({ ...plan, rulings: others }, { match: matchCode(match ?? ""), entry, ruling, reason });
  return { ...plan, rulings: [...others, { entry, ruling, reason }] };
}

/** A match of the event that leads to another, played by this entry as far as it is known who plays it. */
async function refusedMatch(db: Db, event: EventId, { plan, form }: Asked): Promise<undefined | Refusal> {
  const { entry, match = "", ruling } = form;
  const row = await matchRow(db, matchIdOf(event, match));
  if (row === undefined) return refuse("match-unknown", `There is no match ${match}.`, { match });
  const played = [row.home_entry, row.away_entry];
  const isOthers = !played.includes(null) && !played.includes(entry);
  if (ruling === "none" || (!isOthers && leadsOn(plan, matchCode(match)))) return undefined;
  return nobodyGoesOn(matchCode(match));
}
