import { type EventId, isRefused, type PersonId, type Refusal, refuse, type Ruling } from "@podium/engine";
import type { CeremonyPart, CompetitionFile, EventPart, MomentPart } from "@podium/protocol";
import { competitionRow, nameAssociation, openCompetition, openEvent } from "../competitions/competitions.ts";
import { findSubject, subjectIn } from "../conversation/subjects.ts";
import { importThread } from "../conversation/thread-file.ts";
import { addRecord } from "../draw/draw-records.ts";
import { publishDraw } from "../draw/draw.ts";
import { chooseRules } from "../draw/public-draw.ts";
import { makeEntries, registerPlayers } from "../entries/entries.ts";
import { memberOf } from "../entries/members.ts";
import { enterHonour } from "../history/history.ts";
import { isOfTheDraw, makeRuling } from "../medals/rulings.ts";
import { enterCeremony, type CeremonyOnRecord } from "../moments/ceremonies.ts";
import { describeMoment } from "../moments/moments.ts";
import { collectReaction } from "../reports/reactions.ts";
import { enterReport } from "../reports/reports.ts";
import { competitionId, entryCode, eventIdOf, momentId } from "../storage/codes.ts";
import { transact, type UnitOfWork, type App } from "../app.ts";
import { readCompetitionFile } from "./file-text.ts";
import { importMatches } from "./import-matches.ts";
import { takeInIncidents } from "./import-incidents.ts";
import { forgetPhotos, storePhotos, takeInPhotos } from "./import-photos.ts";
import { at, refusedIn, type Importing } from "./importing.ts";
import type { PhotoSource } from "./photo-folder.ts";

/** What came of an import. */
export interface Imported {
  readonly competition: string;
  readonly entries: number;
  readonly matches: number;
}

/** A file that may name photos, and where they are. */
export interface FileWithPhotos {
  readonly text: string;
  readonly source: PhotoSource;
}

/**
 * Imports a competition file through the same commands as the desk, all of it or nothing.
 * What contradicts the laws, the draw or itself is refused with its line. The photos that it names come from its source.
 */
export async function importCompetition(
  app: App,
  who: PersonId | null,
  given: string | FileWithPhotos,
): Promise<Imported | Refusal> {
  const { text, source } = typeof given === "string" ? { text: given, source: null } : given;
  const read = readCompetitionFile(text);
  if (isRefused(read)) return read;
  const isThere = (await competitionRow(app.storage.db, competitionId(read.file.competition.id))) !== undefined;
  // What is there already is refused by its own line, before any photo is read.
  const photos = isThere ? new Map() : await storePhotos(app, read, source);
  if (isRefused(photos)) return photos;
  let imported: Imported | Refusal | null = null;
  try {
    imported = await transact(app, who, (unit) => takeIn({ unit, read, photos }));
    return imported;
  } finally {
    if (imported === null || isRefused(imported)) await forgetPhotos(app, photos);
  }
}

/** The same within a unit of work that takes in more than one file: all of them or none. */
export async function importWithin(unit: UnitOfWork, text: string): Promise<Imported | Refusal> {
  const read = readCompetitionFile(text);
  return isRefused(read) ? read : takeIn({ unit, read, photos: new Map() });
}

async function takeIn(importing: Importing): Promise<Imported | Refusal> {
  const {
    unit,
    read: { file },
  } = importing;
  const id = competitionId(file.competition.id);
  const opened = await at(importing, ["competition"], openCompetition(unit, file.competition));
  if (isRefused(opened)) return opened;
  for (const association of file.associations ?? []) await nameAssociation(unit, id, association);
  for (const honour of file.honours ?? []) await enterHonour(unit, id, honour);
  const unregistered = await registerPlayers(unit, file.players);
  if (unregistered) return refusedIn(importing, ["players", unregistered.index], unregistered.refusal);
  for (const step of [takeInEvents, takeInMatches, takeInMoments]) {
    const refusal = await step(importing);
    if (refusal) return refusal;
  }
  return {
    competition: id,
    entries: count(file, (event) => event.entries.length),
    matches: count(file, (event) => event.matches?.length ?? 0),
  };
}

function count(file: CompetitionFile, of: (event: EventPart) => number): number {
  return file.events.reduce((sum, event) => sum + of(event), 0);
}

/** Events with their entries and draws; the moments are prepared so that they open under their own names. */
async function takeInEvents(importing: Importing): Promise<Refusal | undefined> {
  const {
    unit,
    read: { file },
  } = importing;
  for (const [index, part] of file.events.entries()) {
    const event = await at(importing, ["events", index], openEvent(unit, competitionId(file.competition.id), part));
    if (isRefused(event)) return event;
    const refusal = (await takeInEntries(importing, event, index)) ?? (await takeInDraw(importing, event, index));
    if (refusal) return refusal;
  }
  for (const [index, moment] of (file.moments ?? []).entries()) {
    const prepared = await at(
      importing,
      ["moments", index],
      describeMoment(unit, eventIdOf(competitionId(file.competition.id), moment.event), moment),
    );
    if (isRefused(prepared)) return prepared;
  }
  return undefined;
}

async function takeInEntries(importing: Importing, event: EventId, index: number): Promise<Refusal | undefined> {
  const part = importing.read.file.events[index];
  if (part === undefined) return undefined;
  const isTeam = part.kind === "team";
  const lines = isTeam ? part.entries.map((entry) => ({ ...entry, players: [] })) : part.entries;
  const refused = await makeEntries(importing.unit, { id: event, kind: part.kind }, lines);
  if (refused) return refusedIn(importing, ["events", index, "entries", refused.index], refused.refusal);
  return isTeam ? takeInTeams(importing, event, index) : undefined;
}

/** The players of each team, by id or name. */
async function takeInTeams(importing: Importing, event: EventId, index: number): Promise<Refusal | undefined> {
  const { unit, read } = importing;
  for (const [at, { code, players }] of (read.file.events[index]?.entries ?? []).entries()) {
    const twice = players.find((player, place) => players.indexOf(player) !== place);
    const path = ["events", index, "entries", at] as const;
    if (twice !== undefined)
      return refusedIn(
        importing,
        path,
        refuse("entry-size", `The team ${code} names ${twice} twice.`, { entry: code }),
      );
    for (const player of players) {
      const joined = await memberOf(unit, { event, code, others: read.file.players }, player);
      if (typeof joined !== "string") return refusedIn(importing, path, joined);
    }
  }
  return undefined;
}

async function takeInDraw(importing: Importing, event: EventId, index: number): Promise<Refusal | undefined> {
  const { draw, drawRules, draws = [] } = importing.read.file.events[index] ?? {};
  if (drawRules !== undefined) await chooseRules(importing.unit, event, drawRules);
  for (const record of draws) await addRecord(importing.unit, event, { record, showing: null });
  if (draw === undefined) return undefined;
  const plan = await at(importing, ["events", index, "draw"], publishDraw(importing.unit, event, draw));
  if (isRefused(plan)) return plan;
  await importing.unit.settle();
  return undefined;
}

async function takeInMatches(importing: Importing): Promise<Refusal | undefined> {
  for (const index of importing.read.file.events.keys()) {
    const refusal =
      (await takeInRulings(importing, index, isOfTheDraw)) ??
      (await importMatches(importing, index)) ??
      (await takeInRulings(importing, index, (ruling) => !isOfTheDraw(ruling)));
    if (refusal) return refusal;
  }
  return undefined;
}

/** What was decided beside the results: about the draw before the matches that follow it, about medals after them. */
async function takeInRulings(
  importing: Importing,
  index: number,
  isDue: (ruling: Pick<Ruling, "ruling">) => boolean,
): Promise<Refusal | undefined> {
  const { unit, read } = importing;
  const part = read.file.events[index];
  for (const [line, ruling] of (part?.rulings ?? []).entries()) {
    if (!isDue(ruling)) continue;
    const event = eventIdOf(competitionId(read.file.competition.id), part?.code ?? "");
    const made = await at(importing, ["events", index, "rulings", line], makeRuling(unit, event, ruling));
    if (isRefused(made)) return made;
  }
  return undefined;
}

async function takeInMoments(importing: Importing): Promise<Refusal | undefined> {
  await importing.unit.settle();
  for (const [index, moment] of (importing.read.file.moments ?? []).entries()) {
    const refusal =
      (await takeInCeremonies(importing, moment, index)) ??
      (await takeInReports(importing, moment, index)) ??
      (await takeInPhotos(importing, moment, index)) ??
      (await takeInThread(importing, moment, index));
    if (refusal) return refusal;
  }
  return (await takeInThreads(importing)) ?? takeInIncidents(importing);
}

/** Conversations about other things of the competition than its moments. */
async function takeInThreads(importing: Importing): Promise<Refusal | undefined> {
  const { unit, read } = importing;
  for (const [index, { about, ...thread }] of (read.file.threads ?? []).entries()) {
    const subject = subjectIn(about);
    const found = isRefused(subject) ? null : await findSubject(unit.db, subject);
    const done =
      isRefused(subject) || found?.competition !== read.file.competition.id
        ? refuse("subject-unknown", `There is no ${about} in this competition.`)
        : await importThread(unit, subject, thread);
    if (isRefused(done)) return refusedIn(importing, ["threads", index], done);
  }
  return undefined;
}

async function takeInCeremonies(importing: Importing, moment: MomentPart, index: number): Promise<Refusal | undefined> {
  const event = eventIdOf(competitionId(importing.read.file.competition.id), moment.event);
  for (const [line, ceremony] of (moment.ceremonies ?? []).entries()) {
    const done = await at(
      importing,
      ["moments", index, "ceremonies", line],
      enterCeremony(importing.unit, event, ceremonyOf(ceremony)),
    );
    if (isRefused(done)) return done;
  }
  return undefined;
}

function ceremonyOf({ medals, steps }: CeremonyPart): CeremonyOnRecord {
  return {
    medals: medals.map(({ medal, entry }) => ({ medal, entry: entryCode(entry) })),
    steps: steps.map(({ at: instant, ...step }) => ({
      ...("entry" in step ? { ...step, entry: entryCode(step.entry) } : step),
      atMs: instant === undefined ? null : Date.parse(instant),
    })),
  };
}

async function takeInReports(importing: Importing, moment: MomentPart, index: number): Promise<Refusal | undefined> {
  for (const [line, report] of (moment.reports ?? []).entries()) {
    const done = await at(
      importing,
      ["moments", index, "reports", line],
      enterReport(importing.unit, momentId(moment.id), report),
    );
    if (isRefused(done)) return done;
  }
  for (const [line, reaction] of (moment.reactions ?? []).entries()) {
    const done = await at(
      importing,
      ["moments", index, "reactions", line],
      collectReaction(importing.unit, momentId(moment.id), reaction),
    );
    if (isRefused(done)) return done;
  }
  return undefined;
}

async function takeInThread(importing: Importing, moment: MomentPart, index: number): Promise<Refusal | undefined> {
  if (moment.thread === undefined) return undefined;
  const done = await at(
    importing,
    ["moments", index, "thread"],
    importThread(importing.unit, { kind: "moment", id: moment.id }, moment.thread),
  );
  return isRefused(done) ? done : undefined;
}
