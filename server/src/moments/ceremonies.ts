import {
  ceremonyAfter,
  isRefused,
  outstandingAwards,
  phaseOf,
  prepareCeremony,
  refuse,
  type Ceremony,
  type CeremonyStep,
  type EventId,
  type MedalWon,
  type Refusal,
} from "@podium/engine";
import { settingOf } from "../matches/present.ts";
import { medalsOf } from "../medals/medals.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";
import { momentOfEvent } from "./moments.ts";

/** A step of a ceremony, and when it was taken; null where nobody has told it. */
export type TimedStep = CeremonyStep & { readonly atMs: number | null };

/** A ceremony as stored. */
export interface StoredCeremony extends Ceremony {
  readonly number: number;
  readonly version: number;
  readonly steps: readonly TimedStep[];
  /** It was held before anybody steered it here, and nobody noted when which step was. */
  readonly isPast: boolean;
}

/** The ceremonies of an event, the oldest first. */
export async function ceremoniesOf(db: Db, event: EventId): Promise<StoredCeremony[]> {
  const rows = await db.selectFrom("ceremonies").selectAll().where("event_id", "=", event).orderBy("number").execute();
  return rows.map(({ number, version, awards, steps, past }) => ({
    number,
    version,
    isPast: past === 1,
    awards: JSON.parse(awards),
    steps: JSON.parse(steps),
  }));
}

/** Which ceremony is meant, and the version of it that was seen. */
export interface CeremonySeen {
  readonly number: number;
  readonly version: number;
}

/**
 * Prepares a ceremony for the medals of an event that were not given yet. Refuses `ceremony-under-way` while an earlier
 * one is not over, `ceremony-no-medals` where none is to be given, `ceremony-moved-on` when somebody was faster. The steps of
 * one that is past have no times.
 */
export async function beginCeremony(
  unit: UnitOfWork,
  event: EventId,
  { isPast, ...seen }: CeremonySeen & { readonly isPast: boolean },
): Promise<undefined | Refusal> {
  const earlier = await ceremoniesOf(unit.db, event);
  if (earlier.length !== seen.number - 1 || seen.version !== 0) return movedOn();
  const last = earlier.at(-1);
  if (last !== undefined && phaseOf(last) !== "over")
    return refuse("ceremony-under-way", "Another ceremony of this event is not over yet.");
  const isDecided = (await momentOfEvent(unit.db, event))?.opened_at_ms != null;
  const prepared = prepareCeremony(isDecided ? outstandingAwards(await medalsOf(unit.db, event), earlier).due : []);
  if (isRefused(prepared)) return prepared;
  await storeCeremony(unit, event, { ...prepared, number: seen.number, steps: [], isPast });
  return undefined;
}

async function storeCeremony(
  unit: UnitOfWork,
  event: EventId,
  { number, awards, steps, isPast }: Omit<StoredCeremony, "version">,
): Promise<void> {
  await unit.db
    .insertInto("ceremonies")
    .values({
      event_id: event,
      number,
      awards: JSON.stringify(awards),
      steps: JSON.stringify(steps),
      version: steps.length + 1,
      past: isPast ? 1 : 0,
    })
    .execute();
  await unit.record({
    kind: "ceremony-prepared",
    subject: aboutCeremony(event, number),
    data: { awards, ...(isPast ? { isPast } : {}) },
  });
  await announceCeremony(unit, event);
}

/** Takes the next step of the last ceremony of an event. Refuses as the engine does, and `ceremony-moved-on`. */
export async function takeStep(
  unit: UnitOfWork,
  event: EventId,
  { seen, step }: { readonly seen: CeremonySeen; readonly step: CeremonyStep },
): Promise<undefined | Refusal> {
  const ceremony = await ceremonyAsSeen(unit.db, event, seen);
  if (isRefused(ceremony)) return ceremony;
  const next = ceremonyAfter(ceremony, step, await medalsOf(unit.db, event));
  if (isRefused(next)) return next;
  const timed = { ...step, atMs: ceremony.isPast ? null : unit.nowMs };
  await changeSteps(unit, event, { ...ceremony, steps: [...ceremony.steps, timed] });
  await unit.record({ kind: "ceremony-step", subject: aboutCeremony(event, ceremony.number), data: { step } });
  return undefined;
}

/** Takes the last step back; without one, the ceremony is not prepared any more. Refuses `ceremony-moved-on`. */
export async function takeBackStep(unit: UnitOfWork, event: EventId, seen: CeremonySeen): Promise<undefined | Refusal> {
  const ceremony = await ceremonyAsSeen(unit.db, event, seen);
  if (isRefused(ceremony)) return ceremony;
  const subject = aboutCeremony(event, ceremony.number);
  const last = ceremony.steps.at(-1);
  if (last === undefined) {
    await unit.db
      .deleteFrom("ceremonies")
      .where("event_id", "=", event)
      .where("number", "=", ceremony.number)
      .execute();
    await announceCeremony(unit, event);
  } else {
    await changeSteps(unit, event, { ...ceremony, steps: ceremony.steps.slice(0, -1) });
  }
  await unit.record({ kind: "ceremony-step-taken-back", subject, data: { step: last?.step ?? "prepared" } });
  return undefined;
}

/** A ceremony as a file has it: held to the order of its steps, for the medals that were given then. */
export interface CeremonyOnRecord {
  readonly medals: readonly MedalWon[];
  readonly steps: readonly TimedStep[];
}

/** Puts a ceremony of the past on record. Refuses `entry-unknown`, `ceremony-no-medals` and `ceremony-out-of-order`. */
export async function enterCeremony(
  unit: UnitOfWork,
  event: EventId,
  { medals, steps }: CeremonyOnRecord,
): Promise<undefined | Refusal> {
  const known = (await settingOf(unit.db, event))?.entries;
  const unknown = medals.find(({ entry }) => known?.has(entry) !== true);
  if (unknown !== undefined)
    return refuse("entry-unknown", `There is no entry ${unknown.entry}.`, { entry: unknown.entry });
  let ceremony = prepareCeremony(medals);
  for (const { atMs: _at, ...step } of steps) {
    if (isRefused(ceremony)) return ceremony;
    ceremony = ceremonyAfter(ceremony, step, medals);
  }
  if (isRefused(ceremony)) return ceremony;
  const number = (await ceremoniesOf(unit.db, event)).length + 1;
  const isPast = steps.length > 0 && steps.every(({ atMs }) => atMs === null);
  await storeCeremony(unit, event, { number, awards: ceremony.awards, steps, isPast });
  for (const { atMs, ...step } of steps)
    await unit.record({
      kind: "ceremony-step",
      subject: aboutCeremony(event, number),
      data: { step },
      atMs: atMs ?? unit.nowMs,
    });
  return undefined;
}

async function ceremonyAsSeen(
  db: Db,
  event: EventId,
  { number, version }: CeremonySeen,
): Promise<StoredCeremony | Refusal> {
  const last = (await ceremoniesOf(db, event)).at(-1);
  return last?.number === number && last.version === version ? last : movedOn();
}

function movedOn(): Refusal {
  return refuse("ceremony-moved-on", "The ceremony has gone on since you looked. See where it is now.");
}

async function changeSteps(
  unit: UnitOfWork,
  event: EventId,
  { number, version, steps }: StoredCeremony,
): Promise<void> {
  await unit.db
    .updateTable("ceremonies")
    .set({ steps: JSON.stringify(steps), version: version + 1 })
    .where("event_id", "=", event)
    .where("number", "=", number)
    .execute();
  await announceCeremony(unit, event);
}

/** Open pages of the moment, and screens in the hall, read on. */
async function announceCeremony(unit: UnitOfWork, event: EventId): Promise<void> {
  const moment = await momentOfEvent(unit.db, event);
  if (moment !== undefined) unit.publish([`moment:${moment.id}`], { kind: "moment", moment: moment.id });
}

function aboutCeremony(event: EventId, number: number) {
  return { kind: "ceremony", id: `${event}/${number}` } as const;
}
