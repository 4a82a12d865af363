import {
  consequencesOfPlan,
  goingOnFrom,
  isRefused,
  leadsOn,
  nobodyGoesOn,
  refuse,
  replacementsInto,
  stillPlaying,
  withDrawKept,
  withdrawalsOf,
  refusedReplacement,
  refusedTwice,
  refusedWithdrawal,
  type ConsequencesOfPlan,
  type EntryCode,
  type EventId,
  type EventState,
  type EventPlan,
  type MatchId,
  type Refusal,
  type Ruling,
  type WithdrawalRuling,
} from "@podium/engine";
import type { RulingForm } from "@podium/protocol";
import { amendDraw, planOf } from "../draw/draw.ts";
import { eventWithResults, type EventWithResults } from "../results/results.ts";
import type { NewFact } from "../facts/fact.ts";
import { matchRow, type StoredMatchRow } from "../matches/match-rows.ts";
import { codeOf, entryCode, eventOf, matchCode, matchIdOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";

/** What was decided about an event beside its results: about its draw, places and medals. */
export async function rulingsOf(db: Db, event: EventId): Promise<readonly Ruling[]> {
  return (await planOf(db, event))?.rulings ?? [];
}

/** What a ruling would change, before it is made at the desk: who moves up, or who plays instead. */
export async function foretellRuling(db: Db, event: EventId, form: RulingForm): Promise<ConsequencesOfPlan | Refusal> {
  const found = await eventWithResults(db, event);
  if (found === null) return refuse("not-found", `There is no draw of ${event}.`, { event });
  const plan = await withRuling(db, event, { plan: found.plan, form });
  if (isRefused(plan)) return plan;
  const refusal = refusedNow(found, form);
  if (refusal !== undefined) return refusal;
  const changed = consequencesOfPlan(found.plan, plan, found.results);
  return refusedTwice(plan, changed.state) ?? changed;
}

/** Makes a ruling at the desk, where it is held against the event as it stands, or takes one back. */
export async function decideRuling(unit: UnitOfWork, event: EventId, form: RulingForm): Promise<undefined | Refusal> {
  const foretold = await foretellRuling(unit.db, event, form);
  return isRefused(foretold) ? foretold : makeRuling(unit, event, form);
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

/** Who can still withdraw from an event as it stands, and who can take the place of one of them, by their codes. */
export async function withdrawalsIn(
  db: Db,
  event: EventId,
  state: EventState | null,
): Promise<{ readonly entries: readonly EntryCode[]; readonly replacements: readonly EntryCode[] }> {
  const plan = await planOf(db, event);
  if (plan === null || state === null) return { entries: [], replacements: [] };
  const withdrawn = new Set(withdrawalsOf(plan).map(({ entry }) => entry));
  const out = new Set(state.placings.map(({ entry }) => entry));
  const playing = stillPlaying(state);
  const rows = await db
    .selectFrom("entries")
    .select("code")
    .where("event_id", "=", event)
    .orderBy("position")
    .execute();
  const entries = rows
    .map(({ code }) => entryCode(code))
    .filter((code) => !withdrawn.has(code) && (playing.has(code) || !out.has(code)));
  const phases = state.complete ? [] : state.phases.slice(1);
  const replacements = new Set(phases.flatMap(({ code }) => replacementsInto(plan, state, code)));
  return { entries: state.complete ? [] : entries, replacements: [...replacements] };
}

/** Who withdraws has a match left, and is in none that has begun: that one ends as a retirement. */
function refusedNow({ plan, state, rows }: EventWithResults, form: RulingForm): Refusal | undefined {
  if (form.ruling !== "withdrawn") return undefined;
  const isIn = (row: StoredMatchRow) => row.home_entry === form.entry || row.away_entry === form.entry;
  const live = rows.find((row) => row.status === "live" && isIn(row));
  if (live !== undefined)
    return refuse("withdrawal-in-play", "Its match is being played: end that first, as a retirement.", {
      match: live.id,
    });
  return refusedWithdrawal(plan, state, withdrawalOf(form));
}

function withdrawalOf({ entry, replacedBy, reason }: RulingForm): WithdrawalRuling {
  const by = replacedBy === undefined ? {} : { replacedBy: entryCode(replacedBy) };
  return { entry: entryCode(entry), ruling: "withdrawn", ...by, reason };
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
  if (found === null || entry === null)
    return found === null
      ? refuse("not-found", `There is no draw of ${event}.`, { event })
      : nobodyGoesOn(found.plan, code);
  const made = await makeRuling(unit, event, { match: code, entry, ruling: "goes-on", reason });
  return made?.code === "ruling-stands" ? undefined : made;
}

function factOf(event: EventId, { entry, match, ruling, replacedBy, reason }: RulingForm): NewFact {
  const subject = { kind: "event", id: event } as const;
  switch (ruling) {
    case "withdrawn":
      return { kind: "entry-withdrawn", subject, data: { entry, replacedBy: replacedBy ?? null, reason } };
    case "plays-again":
      return { kind: "withdrawal-taken-back", subject, data: { entry, reason } };
    case "goes-on":
      return { kind: "draw-kept", subject, data: { match: match ?? "", entry, ruling, reason } };
    case "none":
      if (match !== undefined) return { kind: "draw-kept", subject, data: { match, entry, ruling, reason } };
  }
  return { kind: "medal-ruled", subject, data: { entry, ruling, reason } };
}

interface Asked {
  readonly plan: EventPlan;
  readonly form: RulingForm;
}

async function withRuling(db: Db, event: EventId, { plan, form }: Asked): Promise<EventPlan | Refusal> {
  const { entry, match, ruling, replacedBy } = form;
  if ((match !== undefined) !== (ruling === "goes-on") && ruling !== "none")
    return refuse("ruling-contradicts", "A ruling about the draw names its match, one about a medal names none.");
  const named = [entry, ...(ruling === "withdrawn" && replacedBy !== undefined ? [replacedBy] : [])];
  for (const code of named) {
    const refusal = await refusedEntry(db, event, code);
    if (refusal !== undefined) return refusal;
  }
  const refusal = match === undefined ? undefined : await refusedMatch(db, event, { plan, form });
  if (refusal !== undefined) return refusal;
  if (stands(plan, form)) return refuse("ruling-stands", "That is how it stands already.", { entry });
  return (ruling === "withdrawn" ? refusedReplacement(plan, withdrawalOf(form)) : undefined) ?? amended(plan, form);
}

async function refusedEntry(db: Db, event: EventId, entry: string): Promise<Refusal | undefined> {
  const known = await db
    .selectFrom("entries")
    .select("code")
    .where("event_id", "=", event)
    .where("code", "=", entry)
    .executeTakeFirst();
  if (known !== undefined) return undefined;
  return refuse("entry-unknown", `There is no entry ${entry} in this event.`, { entry });
}

/** Whether a ruling is about the same medal, the same match, or the same entry's withdrawal. */
function isAboutSame(made: Ruling, { entry, match, ruling }: RulingForm): boolean {
  if (made.ruling === "goes-on") return made.match === match;
  const isWithdrawal = ruling === "withdrawn" || ruling === "plays-again";
  return match === undefined && made.entry === entry && (made.ruling === "withdrawn") === isWithdrawal;
}

function stands({ rulings = [] }: EventPlan, form: RulingForm): boolean {
  const made = rulings.find((one) => isAboutSame(one, form));
  if (form.ruling === "none" || form.ruling === "plays-again") return made?.entry !== form.entry;
  const sameReplacement = made?.ruling !== "withdrawn" || made.replacedBy === form.replacedBy;
  return made?.entry === form.entry && made.ruling === form.ruling && made.reason === form.reason && sameReplacement;
}

/** Rulings about the draw come before those about places and medals, as a file that is taken in makes them. */
function amended(plan: EventPlan, form: RulingForm): EventPlan {
  const { rulings, ...rest } = amendedLast(plan, form);
  if (rulings === undefined) return rest;
  const [ofTheDraw, ofMedals] = [rulings.filter(isOfTheDraw), rulings.filter((ruling) => !isOfTheDraw(ruling))];
  return { ...rest, rulings: [...ofTheDraw, ...ofMedals] };
}

/** Whether a ruling says who plays on, and not who gets a place or a medal. */
export function isOfTheDraw({ ruling }: Pick<Ruling, "ruling">): boolean {
  return ruling === "goes-on" || ruling === "withdrawn";
}

function amendedLast({ rulings = [], ...plan }: EventPlan, form: RulingForm): EventPlan {
  const { match, ruling, reason } = form;
  const entry = entryCode(form.entry);
  const others = rulings.filter((one) => !isAboutSame(one, form));
  switch (ruling) {
    case "none":
    case "plays-again":
      return others.length === 0 ? plan : { ...plan, rulings: others };
    case "goes-on":
      return withDrawKept({ ...plan, rulings: others }, { match: matchCode(match ?? ""), entry, ruling, reason });
    case "withdrawn":
      return { ...plan, rulings: [...others, withdrawalOf(form)] };
    default:
      return { ...plan, rulings: [...others, { entry, ruling, reason }] };
  }
}

/** A match of the event that leads to another, played by this entry as far as it is known who plays it. */
async function refusedMatch(db: Db, event: EventId, { plan, form }: Asked): Promise<undefined | Refusal> {
  const { entry, match = "", ruling } = form;
  const row = await matchRow(db, matchIdOf(event, match));
  if (row === undefined) return refuse("match-unknown", `There is no match ${match}.`, { match });
  const played = [row.home_entry, row.away_entry];
  const isOthers = !played.includes(null) && !played.includes(entry);
  if (ruling === "none" || (!isOthers && leadsOn(plan, matchCode(match)))) return undefined;
  return nobodyGoesOn(plan, matchCode(match));
}
