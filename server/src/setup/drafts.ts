import { isRefused, type Refusal, refuse } from "@podium/engine";
import { FORMAT, type DraftCopyForm, type DraftFile, type EventPart } from "@podium/protocol";
import { competitionRow } from "../competitions/competitions.ts";
import { movedSessions, refusedSessions } from "../competitions/sessions.ts";
import { rulesOfDraw, usualRules } from "../draw/draw-rules.ts";
import { exportCompetition } from "../exchange/export.ts";
import { importWithin, type Imported } from "../exchange/import.ts";
import { giveRole } from "../people/roles.ts";
import { competitionId, PODIUM } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";

/** A competition that is being prepared, as it is stored. */
export interface Draft {
  readonly id: string;
  readonly version: number;
  readonly file: DraftFile;
}

/** All drafts, the one changed last first. */
export async function allDrafts(db: Db): Promise<Draft[]> {
  const rows = await db.selectFrom("drafts").selectAll().orderBy("changed_at_ms", "desc").orderBy("id").execute();
  return rows.map(({ id, version, file }) => ({ id, version, file: JSON.parse(file) }));
}

/** A draft by its id, which becomes that of the competition; refuses `draft-unknown`. */
export async function draftBy(db: Db, id: string): Promise<Draft | Refusal> {
  const row = await db.selectFrom("drafts").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) return refuse("draft-unknown", `No competition ${id} is being prepared.`, { draft: id });
  return { id, version: row.version, file: JSON.parse(row.file) };
}

/** Begins a draft, without events. Refuses an id that a competition or another draft has. */
export async function beginDraft(unit: UnitOfWork, competition: DraftFile["competition"]): Promise<string | Refusal> {
  const { id } = competition;
  if ((await competitionRow(unit.db, competitionId(id))) !== undefined || !isRefused(await draftBy(unit.db, id)))
    return refuse("competition-exists", `There is a competition ${id} already.`, { competition: id });
  const refusal = refusedDays(competition);
  if (refusal) return refusal;
  const file: DraftFile = { format: FORMAT, competition, players: [], events: [] };
  await unit.db
    .insertInto("drafts")
    .values({
      id,
      file: JSON.stringify(file),
      version: 1,
      made_by: unit.who ?? PODIUM,
      changed_at_ms: unit.nowMs,
    })
    .execute();
  return id;
}

/** Begins a draft with the events, tables and sessions of an earlier competition; its draws and results stay there. */
export async function copyCompetition(unit: UnitOfWork, form: DraftCopyForm): Promise<string | Refusal> {
  const file = await exportCompetition(unit.db, form.competition);
  if (isRefused(file))
    return refuse("competition-unknown", `There is no competition ${form.competition}.`, { field: "competition" });
  const { id, from, to } = form;
  const { invented: _invented, sessions = [], tables = tablesPlayedOn(file.events), ...about } = file.competition;
  const moved = movedSessions(sessions, { was: about.from, from, to });
  const hall = {
    ...(tables.length === 0 ? {} : { tables }),
    ...(moved.length === 0 ? {} : { sessions: moved }),
  };
  const begun = await beginDraft(unit, { ...about, ...hall, id, from, to });
  if (isRefused(begun)) return begun;
  const withEntries = form.entries === "yes";
  const copied = await changeDraft(unit, { id, version: 1 }, (draft) => ({
    ...draft,
    ...(file.associations === undefined ? {} : { associations: file.associations }),
    players: withEntries ? file.players : [],
    events: file.events.map((event) => copiedEvent(event, withEntries)),
  }));
  return isRefused(copied) ? copied : id;
}

/** The tables on which its matches were, where nobody told which it has. */
function tablesPlayedOn(events: readonly EventPart[]): string[] {
  const tables = events.flatMap(({ matches = [] }) => matches.flatMap(({ table }) => table ?? []));
  return [...new Set(tables)].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

/** The laws are those of the new days; a seed, a rank and the draws were those of the old ones, the format stays. */
function copiedEvent(
  {
    edition: _edition,
    seeding: _seeding,
    draw,
    draws: _draws,
    matches: _matches,
    rulings: _rulings,
    ...event
  }: EventPart,
  withEntries: boolean,
): EventPart {
  const entries = withEntries ? event.entries : [];
  const drawRules = event.drawRules ?? (draw === undefined ? undefined : rulesOfDraw(draw));
  return {
    ...(drawRules === undefined ? {} : { drawRules }),
    ...event,
    entries: entries.map(({ seed: _seed, rank: _rank, unranked: _unranked, ...entry }) => entry),
  };
}

function refusedDays(competition: DraftFile["competition"]): Refusal | undefined {
  const { from, to } = competition;
  if (to >= from) return refusedSessions(competition);
  return refuse("ends-before-it-begins", `The competition ends on ${to}, before it begins on ${from}.`, { from, to });
}

/** Which draft is changed, and which version of it the person saw. */
export interface DraftSeen {
  readonly id: string;
  readonly version: number;
}

/** The draft as the person saw it; refuses `draft-unknown`, and `draft-moved-on` where somebody else has changed it since. */
async function draftAsSeen(db: Db, { id, version }: DraftSeen): Promise<Draft | Refusal> {
  const draft = await draftBy(db, id);
  return isRefused(draft) || draft.version === version ? draft : movedOn(draft);
}

/** Changes a draft. Refuses `draft-moved-on` when somebody else has changed it since the person saw it. */
export async function changeDraft(
  unit: UnitOfWork,
  seen: DraftSeen,
  change: (file: DraftFile) => DraftFile | Refusal,
): Promise<Draft | Refusal> {
  const draft = await draftAsSeen(unit.db, seen);
  if (isRefused(draft)) return draft;
  const { id, version } = draft;
  const file = change(draft.file);
  if (isRefused(file)) return file;
  const refusal = refusedDays(file.competition);
  if (refusal) return refusal;
  const changed = { id, version: version + 1, file };
  await unit.db
    .updateTable("drafts")
    .set({ file: JSON.stringify(file), version: changed.version, changed_at_ms: unit.nowMs })
    .where("id", "=", id)
    .execute();
  return changed;
}

/** What is said to the second of two who change a draft at once. */
export function movedOn({ version }: Draft): Refusal {
  return refuse("draft-moved-on", "Somebody else has changed this since you opened it. Look again before you go on.", {
    version,
  });
}

/** The file with one of its events changed; refuses `event-unknown`. */
export function withEvent(
  file: DraftFile,
  code: string,
  change: (event: EventPart) => EventPart | Refusal,
): DraftFile | Refusal {
  const event = file.events.find((each) => each.code === code);
  if (event === undefined) return refuse("event-unknown", `There is no event ${code}.`, { event: code });
  const changed = change(event);
  if (isRefused(changed)) return changed;
  return { ...file, events: file.events.map((each) => (each === event ? changed : each)) };
}

/**
 * Publishes a draft: it is imported as a file is, so that it is refused for what a file is refused for, and whoever does it
 * becomes its organiser.
 */
export async function publishDraft(unit: UnitOfWork, seen: DraftSeen): Promise<Imported | Refusal> {
  const draft = await draftAsSeen(unit.db, seen);
  if (isRefused(draft)) return draft;
  if (draft.file.events.length === 0) return refuse("draft-without-events", "A competition has at least one event.");
  const { id } = draft;
  const imported = await importWithin(unit, JSON.stringify(asFile(draft.file)));
  if (isRefused(imported)) return imported;
  if (unit.who !== null) await giveRole(unit, unit.who, { competition: id, role: "organiser", by: unit.who });
  await unit.db.deleteFrom("drafts").where("id", "=", id).execute();
  return imported;
}

/** What is published: an event that is not drawn yet is drawn as is usual, where nobody has chosen otherwise. */
function asFile(file: DraftFile): DraftFile {
  const events = file.events.map((event) =>
    event.draw === undefined && event.drawRules === undefined
      ? { ...event, drawRules: usualRules(event.entries.length) }
      : event,
  );
  return { ...file, events, players: enteredPlayers(file) };
}

/** Without those whose entries were taken out again. */
function enteredPlayers({ players, events }: DraftFile): DraftFile["players"] {
  const entered = new Set(events.flatMap(({ entries }) => entries.flatMap((entry) => entry.players)));
  return players.filter(({ id }) => entered.has(id));
}

/** Throws a draft away. */
export async function dropDraft(unit: UnitOfWork, seen: DraftSeen): Promise<undefined | Refusal> {
  const draft = await draftAsSeen(unit.db, seen);
  if (isRefused(draft)) return draft;
  await unit.db.deleteFrom("drafts").where("id", "=", seen.id).execute();
  return undefined;
}

/** A draw is of those who were entered when it was made: it is taken back, and stays on record. */
export function withoutDraw(
  { draw: _draw, draws = [], ...event }: EventPart,
  nowMs: number,
  reason?: string,
): EventPart {
  const withdrawn = { at: new Date(nowMs).toISOString(), ...(reason === undefined ? {} : { reason }) };
  const records = draws.map((record) => (record.withdrawn === undefined ? { ...record, withdrawn } : record));
  return records.length === 0 ? event : { ...event, draws: records };
}
