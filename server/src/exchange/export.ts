import { refuse, type CompetitionId, type Refusal } from "@podium/engine";
import {
  FORMAT,
  REACTION_SOURCES,
  REACTION_STATES,
  type CompetitionFile,
  type EventPart,
  type MatchLine,
  type CeremonyPart,
  type MomentPart,
  type ReactionPart,
  type PlayerLine,
  type RubberLine,
  type ThreadAboutPart,
  type TiePart,
  type ReportCorrection,
  type ReportPart,
} from "@podium/protocol";
import type { PlayingSession } from "../competitions/sessions.ts";
import { associationRows, competitionRow, eventRows, type EventRow } from "../competitions/competitions.ts";
import { exportThread, subjectsTalkedAbout } from "../conversation/thread-file.ts";
import { drawRulesOf, publishedRecords } from "../draw/draw-records.ts";
import { drawOf } from "../draw/draw.ts";
import { entryRows, type PlayerRow } from "../entries/entries.ts";
import { honourRows } from "../history/history.ts";
import { playIn } from "./play-of-log.ts";
import { exportIncidents } from "./export-incidents.ts";
import { present } from "./present-fields.ts";
import { logOf } from "../matches/match-log.ts";
import { matchRows, rubberRows, type StoredMatchRow } from "../matches/match-rows.ts";
import { seatsOf } from "../matches/rubbers.ts";
import { rulingsOf } from "../medals/rulings.ts";
import { ceremoniesOf, type StoredCeremony } from "../moments/ceremonies.ts";
import { momentOfEvent, type MomentRow } from "../moments/moments.ts";
import { reactionRows, type ReactionRow } from "../reports/reactions.ts";
import { publishedReports, reportRows, stateOf, type ReportRow } from "../reports/reports.ts";
import { publishedMatches } from "../results/publications.ts";
import { competitionId, eventId, matchIdOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

/** What a file is to hold beside what everybody may read. */
export interface ExportOptions {
  /** Reports that are not published, too. */
  readonly unpublished?: boolean;
}

/** The competition in the format of docs/format.md: imported elsewhere it gives the same competition. */
export async function exportCompetition(
  db: Db,
  asked: string,
  options: ExportOptions = {},
): Promise<CompetitionFile | Refusal> {
  const id = competitionId(asked);
  const competition = await competitionRow(db, id);
  if (competition === undefined) return refuse("not-found", `There is no competition ${id}.`, { competition: id });
  const events = await eventRows(db, id);
  const moments = (await Promise.all(events.map((event) => exportMoment(db, event, options)))).filter(
    (moment) => moment !== null,
  );
  return {
    format: FORMAT,
    competition: {
      id,
      title: JSON.parse(competition.title),
      ...present({ place: parsed(competition.place) }),
      zone: competition.zone,
      from: competition.from_date,
      to: competition.to_date,
      ...present({
        invented: competition.invented === 1 || undefined,
        tables: parsed<string[]>(competition.tables),
        sessions: parsed<PlayingSession[]>(competition.sessions),
      }),
    },
    associations: (await associationRows(db, id)).map(({ code, name }) => ({ code, name: JSON.parse(name) })),
    players: await exportPlayers(db, events),
    events: await Promise.all(events.map((event) => exportEvent(db, event))),
    honours: (await honourRows(db, id)).map(
      ({ year, competition: of, event, medal, association, players, source, sport }) => ({
        year,
        competition: of,
        event,
        medal,
        association,
        players: JSON.parse(players),
        ...present({ source: source ?? undefined, sport: sport ?? undefined }),
      }),
    ),
    moments,
    ...(await exportThreads(db, id, moments)),
    ...(await exportIncidents(db, id)),
  };
}

async function exportPlayers(db: Db, events: readonly EventRow[]): Promise<PlayerLine[]> {
  const players = new Map<string, PlayerRow>();
  for (const event of events) {
    for (const entry of await entryRows(db, event.id))
      for (const player of entry.players) players.set(player.id, player);
  }
  return [...players.values()].map(({ id, family, given, names, association }) => ({
    id,
    family,
    ...present({ given: given === "" ? undefined : given }),
    names: JSON.parse(names),
    ...present({ association: association ?? undefined }),
  }));
}

async function exportEvent(db: Db, row: EventRow): Promise<EventPart> {
  const entries = await entryRows(db, row.id);
  const published = await publishedMatches(db, row.id);
  const rulings = await rulingsOf(db, eventId(row.id));
  const records = await publishedRecords(db, eventId(row.id));
  const told = await Promise.all((await matchRows(db, row.id)).map((match) => exportMatch(db, match)));
  const matches = told.map(
    (match) =>
      match && {
        ...match,
        ...present({ published: published.has(matchIdOf(row.id, match.code ?? "")) || undefined }),
      },
  );
  return {
    code: row.code,
    title: JSON.parse(row.title),
    sport: row.sport,
    edition: row.edition,
    kind: row.kind,
    bestOf: row.best_of,
    ...present({ tie: parsed<TiePart>(row.tie) }),
    entries: entries.map(({ code, name, players, association, seed, rank, unranked, handicap }) => ({
      code,
      ...(name === null || name === "{}" ? {} : { name: JSON.parse(name) }),
      players: players.map((player) => player.id),
      ...present({
        association: association ?? undefined,
        seed: seed ?? undefined,
        rank: rank ?? undefined,
        unranked: unranked === 1 || undefined,
        handicap: handicap ?? undefined,
      }),
    })),
    ...present({ seeding: row.seeding === null ? undefined : JSON.parse(row.seeding) }),
    ...present({
      draw: (await drawOf(db, eventId(row.id))) ?? undefined,
      drawRules: (await drawRulesOf(db, eventId(row.id))) ?? undefined,
      draws: records.length === 0 ? undefined : records,
    }),
    matches: matches.filter((match) => match !== null),
    ...present({ rulings: rulings.length === 0 ? undefined : rulings.map((ruling) => ({ ...ruling })) }),
  };
}

/** A match of which only the plan is known is left out: the draw implies it. */
async function exportMatch(db: Db, row: StoredMatchRow): Promise<MatchLine | null> {
  if (row.status === "bye") return null;
  const log = (await logOf(db, row.id)).map((line) => line.entry).filter(({ kind }) => kind !== "rubbers");
  const rubbers = await Promise.all((await rubberRows(db, row)).map((rubber) => exportRubber(db, rubber)));
  if (
    log.length === 0 &&
    rubbers.length === 0 &&
    row.start_ms === null &&
    row.table_name === null &&
    row.demo_umpire === 0
  )
    return null;
  return {
    code: row.code,
    ...present({ home: row.home_entry ?? undefined, away: row.away_entry ?? undefined }),
    ...planIn(row),
    ...playIn(log, row),
    ...present({ rubbers: rubbers.length === 0 ? undefined : rubbers }),
    ...present({ demoUmpire: row.demo_umpire === 1 || undefined }),
  };
}

async function exportRubber(db: Db, row: StoredMatchRow): Promise<RubberLine> {
  const { home, away } = seatsOf(row);
  return {
    ...present({
      kind: row.kind ?? undefined,
      home: home.length === 0 ? undefined : [...home],
      away: away.length === 0 ? undefined : [...away],
    }),
    ...planIn(row),
    ...playIn(
      (await logOf(db, row.id)).map((line) => line.entry),
      row,
    ),
  };
}

/** When and where it is or was played, as far as that is known. */
function planIn({ day, start_ms: startMs, table_name: table }: StoredMatchRow): Pick<MatchLine, "start" | "table"> {
  const start = day ?? (startMs === null ? undefined : written(startMs));
  return present({ start, table: table ?? undefined });
}

/** The conversations about the competition, its events and matches, and the reports that are in the file. */
async function exportThreads(
  db: Db,
  id: CompetitionId,
  moments: readonly MomentPart[],
): Promise<Pick<CompetitionFile, "threads">> {
  const reports = moments.flatMap((moment) => (moment.reports ?? []).map((report) => `${moment.id}/${report.id}`));
  const threads: ThreadAboutPart[] = [];
  for (const subject of await subjectsTalkedAbout(db, id, reports)) {
    const thread = await exportThread(db, subject);
    if (thread !== undefined && thread.comments.length > 0)
      threads.push({ about: `${subject.kind}:${subject.id}`, ...thread });
  }
  return threads.length === 0 ? {} : { threads };
}

async function exportMoment(db: Db, event: EventRow, { unpublished }: ExportOptions): Promise<MomentPart | null> {
  const row: MomentRow | undefined = await momentOfEvent(db, event.id);
  if (row === undefined) return null;
  const thread = await exportThread(db, { kind: "moment", id: row.id });
  const reports = await (unpublished === true ? reportRows : publishedReports)(db, row.id);
  // What its author has taken back is told to nobody else.
  const reactions = (await reactionRows(db, row.id)).filter(
    ({ state }) => unpublished === true || state !== "taken-back",
  );
  const ceremonies = await ceremoniesOf(db, event.id);
  const isEmpty = ceremonies.length + reports.length + reactions.length + (thread?.comments.length ?? 0) === 0;
  if (row.opened_at_ms === null && row.described === 0 && isEmpty) return null;
  return {
    id: row.id,
    event: event.code,
    title: JSON.parse(row.title),
    ...present({ summary: parsed(row.summary), at: row.at_ms === null ? undefined : written(row.at_ms) }),
    ...present({ ceremonies: ceremonies.length === 0 ? undefined : ceremonies.map(exportCeremony) }),
    reports: reports.map((report) => exportReport(report, reports)),
    reactions: reactions.map((reaction) => exportReaction(reaction, reports)),
    ...present({ thread }),
  };
}

function exportCeremony({ awards, steps }: StoredCeremony): CeremonyPart {
  return {
    medals: awards.map(({ medal, entry }) => ({ medal, entry })),
    steps: steps.map(({ atMs, ...step }) => ({
      ...(step.step === "presenters" ? { ...step, names: [...step.names] } : step),
      ...present({ at: atMs === null ? undefined : written(atMs) }),
    })),
  };
}

/** A reaction; the report that quotes it, and that it is known by it, is told where the report stands in the file too. */
function exportReaction(reaction: ReactionRow, reports: readonly ReportRow[]): ReactionPart {
  const report = reports.find(({ id }) => lastPart(id) === reaction.report);
  const isUnquoted = reaction.known_by === "second-hand" && report === undefined;
  return {
    id: lastPart(reaction.id),
    platform: reaction.platform,
    ...present({ author: reaction.author ?? undefined, url: reaction.url ?? undefined }),
    language: reaction.language,
    words: reaction.words,
    ...present({
      translation: parsed<{ language: string; words: string; by: string }>(reaction.translation),
      at: reaction.at_ms === null ? undefined : written(reaction.at_ms),
      invented: reaction.invented === 1 || undefined,
      knownBy: isUnquoted ? undefined : REACTION_SOURCES.find((known) => known === reaction.known_by),
      report: report === undefined ? undefined : lastPart(report.id),
      captured: reaction.captured_at_ms === null ? undefined : written(reaction.captured_at_ms),
      state: REACTION_STATES.find((state) => state === reaction.state && state !== "live"),
    }),
  };
}

/** A report; that it was translated is told where its original stands in the file too. */
function exportReport(report: ReportRow, others: readonly ReportRow[]): ReportPart {
  const state = stateOf(report);
  const corrections: ReportCorrection[] = JSON.parse(report.corrections);
  const original = others.find(({ id }) => lastPart(id) === report.translation_of);
  return {
    id: lastPart(report.id),
    headline: report.headline,
    language: report.language,
    ...present({ place: report.place ?? undefined, date: report.date ?? undefined }),
    credit: report.credit,
    source: report.source,
    ...present({ url: report.url ?? undefined }),
    paragraphs: JSON.parse(report.paragraphs),
    ...present({
      byline: report.byline ?? undefined,
      agency: report.agency ?? undefined,
      syndicatedFrom: report.syndicated_from ?? undefined,
      excerpt: report.excerpt === 1 || undefined,
      licence: report.licence ?? undefined,
      translationOf: original === undefined ? undefined : lastPart(original.id),
      published: report.published_at_ms === null ? undefined : written(report.published_at_ms),
      corrections:
        corrections.length === 0 ? undefined : corrections.map(({ atMs, words }) => ({ at: written(atMs), words })),
      state: state === "published" ? undefined : state,
      embargo: state === "published" || report.embargo_ms === null ? undefined : written(report.embargo_ms),
    }),
  };
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

/** An instant as the format writes it. */
function written(ms: number): string {
  return new Date(ms).toISOString();
}

function parsed<T = Record<string, string>>(json: string | null): T | undefined {
  return json === null ? undefined : JSON.parse(json);
}
