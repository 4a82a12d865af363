import type { EntryId, EventId, Medal } from "@podium/engine";
import type { CompetitionView, EventCard, MatchRow, MedalRow, MomentCard, PathView } from "@podium/protocol";
import { eventsWithCompetitions, type EventWithCompetition } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { countedThreads } from "../conversation/counting.ts";
import { entryCounts, entryRowsBy, type EntryRow } from "../entries/entries.ts";
import { matchCounts, matchRowsOfEntries, type StoredMatchRow } from "../matches/match-rows.ts";
import { presentMatch, settingsWith, type EventSetting } from "../matches/present.ts";
import { medalRows } from "../medals/medals.ts";
import { momentOfEvent, type MomentRow } from "../moments/moments.ts";
import { presentCard } from "../results/present.ts";
import { codeOf, entryIdOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

/** An event as every page about it begins: its competition, how far it is, its medals. */
export interface EventOverview {
  readonly competition: CompetitionView;
  readonly row: EventWithCompetition;
  readonly medals: readonly MedalRow[];
  readonly card: EventCard;
}

/** Reads an event by its id; null when there is none. */
export async function eventOverview(db: Db, event: EventId): Promise<EventOverview | null> {
  return (await eventOverviews(db, [event])).get(event) ?? null;
}

/** Some events by their ids, read together. */
export async function eventOverviews(db: Db, events: readonly EventId[]): Promise<Map<string, EventOverview>> {
  return (await overviewsWith(db, events, [])).overviews;
}

interface ReadOverviews {
  readonly overviews: Map<string, EventOverview>;
  readonly settings: ReadonlyMap<string, EventSetting>;
  /** Those with medals, and the others that were asked for. */
  readonly entries: readonly EntryRow[];
}

/** Some events, with entries of theirs besides those that won medals. */
async function overviewsWith(db: Db, events: readonly EventId[], besides: readonly EntryId[]): Promise<ReadOverviews> {
  const rows = await eventsWithCompetitions(db, events);
  const matches = await matchCounts(db, events);
  const counts = await entryCounts(db, events);
  const { medals, settings, entries } = await medalViews(db, rows, besides);
  const overviews = new Map(
    rows.map((row): [string, EventOverview] => {
      const won = medals.get(row.id) ?? [];
      const card = presentCard(row, { entries: counts.get(row.id) ?? 0, matches: matches.get(row.id), medals: won });
      return [row.id, { row, competition: competitionOf(row), medals: won, card }];
    }),
  );
  return { overviews, settings, entries };
}

/** The competition that an event was read with. */
function competitionOf(row: EventWithCompetition): CompetitionView {
  return presentCompetition({
    ...row,
    id: row.competition_id,
    title: row.competition_title,
  });
}

interface MedalViews extends Omit<ReadOverviews, "overviews"> {
  readonly medals: ReadonlyMap<string, MedalRow[]>;
}

/** The medals of some events with the entries that won them, gold first. */
async function medalViews(
  db: Db,
  events: readonly EventWithCompetition[],
  besides: readonly EntryId[] = [],
): Promise<MedalViews> {
  const won = await medalRows(
    db,
    events.map(({ id }) => id),
  );
  const entries = await entryRowsBy(db, [...besides, ...won.map(({ entry_id: entry }) => entry)]);
  const settings = await settingsWith(db, events, entries);
  const medals = new Map<string, MedalRow[]>();
  for (const { event_id: event, medal, entry_id: id } of won) {
    const entry = settings.get(event)?.entries.get(codeOf(id));
    if (entry !== undefined) medals.set(event, [...(medals.get(event) ?? []), { medal, entry }]);
  }
  return { medals, settings, entries };
}

/** What some entries have played, as it was read. */
export interface ReadPaths {
  readonly paths: readonly PathView[];
  readonly events: readonly EventWithCompetition[];
  readonly matches: readonly StoredMatchRow[];
  /** Theirs and those they met. */
  readonly entries: readonly EntryRow[];
  readonly medals: readonly { readonly event: EventId; readonly medal: Medal; readonly entry: string }[];
}

/** Reads what some entries have played, each in its event, in their order. */
export async function readPaths(db: Db, entries: readonly { id: EntryId; event_id: EventId }[]): Promise<ReadPaths> {
  const ids = entries.map(({ id }) => id);
  const matches = await matchRowsOfEntries(db, ids);
  const met = matches.flatMap(({ event_id: event, home_entry: home, away_entry: away }) =>
    [home, away].flatMap((code) => (code === null ? [] : [entryIdOf(event, code)])),
  );
  const theirs = new Set([...ids, ...met]);
  const read = await overviewsWith(
    db,
    entries.map((entry) => entry.event_id),
    [...theirs],
  );
  const { overviews, settings } = read;
  const events = [...overviews.values()].map(({ row }) => row);
  const entryRows = read.entries.filter(({ id }) => theirs.has(id));
  const paths = entries.flatMap(({ id, event_id: event }) => {
    const [overview, setting] = [overviews.get(event), settings.get(event)];
    const entry = setting?.entries.get(codeOf(id));
    if (overview === undefined || setting === undefined || entry === undefined) return [];
    const medal = overview.medals.find((won) => won.entry.id === id)?.medal ?? null;
    const { competition, card } = overview;
    return [{ competition, event: card, entry, matches: matchesWith(entry.code, matches, setting), medal }];
  });
  const medals = events.flatMap(({ id }) =>
    (overviews.get(id)?.medals ?? []).map(({ medal, entry }) => ({ event: id, medal, entry: entry.code })),
  );
  return { paths, events, matches, entries: entryRows, medals };
}

function matchesWith(code: string, rows: readonly StoredMatchRow[], setting: EventSetting): MatchRow[] {
  const played = rows.filter(
    (row) => row.event_id === setting.event && (row.home_entry === code || row.away_entry === code),
  );
  return played.map((row) => presentMatch(row, setting));
}

/** Moments as lines on other pages, in their order; those that are not open are left out. */
export async function momentCards(db: Db, rows: readonly MomentRow[]): Promise<MomentCard[]> {
  const open = rows.filter((row) => row.opened_at_ms !== null);
  const ids = open.map((row) => row.event_id);
  const rowsOfEvents = await eventsWithCompetitions(db, ids);
  const events = new Map<string, EventWithCompetition>(rowsOfEvents.map((row) => [row.id, row]));
  const { medals } = await medalViews(db, rowsOfEvents);
  const threads = await threadsOf(db, open);
  return open.flatMap((row) => {
    const event = events.get(row.event_id);
    return event === undefined
      ? []
      : [cardOf(row, event, { podium: medals.get(event.id) ?? [], thread: threads.get(row.id) })];
  });
}

function threadsOf(db: Db, open: readonly MomentRow[]) {
  return countedThreads(
    db,
    "moment",
    open.map(({ id }) => id),
  );
}

function cardOf(
  row: MomentRow,
  event: EventWithCompetition,
  { podium, thread }: { podium: readonly MedalRow[]; thread: { id: string; shown: number } | undefined },
): MomentCard {
  return {
    id: row.id,
    title: JSON.parse(row.title),
    event: event.id,
    eventTitle: JSON.parse(event.title),
    competitionTitle: JSON.parse(event.competition_title),
    podium,
    thread: thread?.id ?? null,
    comments: thread?.shown ?? 0,
  };
}

/** The moment of an event that was read, as a line; null before it opens. */
export async function momentCardOfEvent(db: Db, { row: event, medals }: EventOverview): Promise<MomentCard | null> {
  const row = await momentOfEvent(db, event.id);
  if (row === undefined || row.opened_at_ms === null) return null;
  return cardOf(row, event, { podium: medals, thread: (await threadsOf(db, [row])).get(row.id) });
}

/** What a page that shows these moments must listen to: they count the comments. */
export function topicsOfMoments(cards: readonly (MomentCard | null)[]): string[] {
  return cards.flatMap((card) => (card?.thread == null ? [] : [`thread:${card.thread}`]));
}

/** What a page that shows these competitions must listen to. */
export function topicsOf(competitions: readonly { readonly id: string }[]): string[] {
  return competitions.map(({ id }) => `competition:${id}`);
}
