import type { CeremonyView, EntryView, MedalRow, MomentView } from "@podium/protocol";
import { awardsOf, phaseOf, type EntryCode, type EventId, type MedalWon } from "@podium/engine";
import { settingOf } from "../matches/present.ts";
import { medalsOf } from "../medals/medals.ts";
import type { Db } from "../storage/storage.ts";
import { ceremoniesOf, type StoredCeremony, type TimedStep } from "./ceremonies.ts";
import type { MomentRow } from "./moments.ts";

/** The public view of a moment. A photo has no way in yet, so its place is drawn from the result. */
export function presentMoment(row: MomentRow): MomentView {
  return {
    id: row.id,
    title: JSON.parse(row.title),
    summary: row.summary === null ? null : JSON.parse(row.summary),
    atMs: row.at_ms,
    photo: null,
  };
}

/** The ceremonies of an event as everybody may see them, the oldest first. */
export async function presentCeremonies(db: Db, event: EventId): Promise<CeremonyView[]> {
  const ceremonies = await ceremoniesOf(db, event);
  if (ceremonies.length === 0) return [];
  const entries = (await settingOf(db, event))?.entries ?? new Map<string, EntryView>();
  const won = await medalsOf(db, event);
  return ceremonies.map((ceremony) => presentCeremony(ceremony, won, entries));
}

function presentCeremony(
  ceremony: StoredCeremony,
  won: readonly MedalWon[],
  entries: ReadonlyMap<string, EntryView>,
): CeremonyView {
  const rowOf = ({ medal, entry }: MedalWon) => medalRowOf({ medal, entry }, entries);
  return {
    number: ceremony.number,
    version: ceremony.version,
    phase: phaseOf(ceremony),
    awards: awardsOf(ceremony, won).flatMap((award) => rowOf(award).map((row) => ({ ...row, state: award.state }))),
    steps: ceremony.steps.map((step) => ({
      step: step.step,
      atMs: step.atMs,
      award: ceremony.awards.filter(({ entry }) => entry === entryIn(step)).flatMap(rowOf)[0] ?? null,
      presenters: step.step === "presenters" ? step.names : [],
      piece: step.step === "music" ? step.piece : null,
    })),
  };
}

function entryIn(step: TimedStep): EntryCode | null {
  return step.step === "medal" || step.step === "absent" ? step.entry : null;
}

/** A medal with the entry that it goes to, where that is known. */
export function medalRowOf({ medal, entry }: MedalWon, entries: ReadonlyMap<string, EntryView>): MedalRow[] {
  const view = entries.get(entry);
  return view === undefined ? [] : [{ medal, entry: view }];
}
