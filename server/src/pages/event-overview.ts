import type { EntryCode, EventState } from "@podium/engine";
import type { CompetitionView, EntryView, EventCard, MatchRow, MedalRow, MomentCard } from "@podium/protocol";
import {
  competitionRow,
  eventRow,
  eventRows,
  type CompetitionRow,
  type EventRow,
} from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { findThreadAbout } from "../conversation/comment-rows.ts";
import { countOf } from "../conversation/counting.ts";
import { presentMatch, settingOf, type EventSetting } from "../matches/present.ts";
import { matchRows } from "../matches/matches.ts";
import { medalsOf } from "../medals/medals.ts";
import { momentOfEvent, type MomentRow } from "../moments/moments.ts";
import { presentCard } from "../results/present.ts";
import { eventRecord } from "../results/results.ts";
import type { Db } from "../storage/storage.ts";

/** An event with everything its pages show, read once. */
export interface EventOverview {
  readonly competition: CompetitionView;
  readonly row: EventRow;
  readonly setting: EventSetting;
  readonly matches: readonly MatchRow[];
  readonly medals: readonly MedalRow[];
  readonly card: EventCard;
  /** Null before the draw. */
  readonly state: EventState | null;
}

/** Reads an event by its id; null when there is none. */
export async function eventOverview(db: Db, event: string): Promise<EventOverview | null> {
  const row = await eventRow(db, event);
  const competition = row && (await competitionRow(db, row.competition_id));
  const setting = row && (await settingOf(db, event));
  if (row === undefined || competition === undefined || setting == null) return null;
  const matches = (await matchRows(db, event)).map((match) => presentMatch(match, setting));
  const medals = await medalRowsOf(db, event, setting);
  const record = await eventRecord(db, event);
  return {
    competition: presentCompetition(competition),
    row,
    setting,
    matches,
    medals,
    card: presentCard(row, { entries: setting.entries.size, matches, medals }),
    state: record?.state ?? null,
  };
}

/** The events of a competition, read one by one. */
export async function eventOverviews(db: Db, competition: string): Promise<EventOverview[]> {
  const rows = await eventRows(db, competition);
  const overviews = await Promise.all(rows.map((row) => eventOverview(db, row.id)));
  return overviews.filter((overview) => overview !== null);
}

async function medalRowsOf(db: Db, event: string, setting: EventSetting): Promise<MedalRow[]> {
  const won = await medalsOf(db, event);
  return won.flatMap(({ medal, entry }) => {
    const view = entryOf(setting, entry);
    return view === undefined ? [] : [{ medal, entry: view }];
  });
}

/** An entry of the event by its code. */
export function entryOf(setting: EventSetting, code: EntryCode): EntryView | undefined {
  return setting.entries.get(code);
}

/** A moment as a line on other pages; null before it opens. */
export async function momentCard(db: Db, row: MomentRow | undefined): Promise<MomentCard | null> {
  if (row?.opened_at_ms == null) return null;
  const event = await eventRow(db, row.event_id);
  const competition = event && (await competitionRow(db, event.competition_id));
  const setting = event && (await settingOf(db, event.id));
  if (event === undefined || competition === undefined || setting == null) return null;
  const thread = await findThreadAbout(db, { kind: "moment", id: row.id });
  return {
    id: row.id,
    title: JSON.parse(row.title),
    event: event.id,
    eventTitle: JSON.parse(event.title),
    competitionTitle: JSON.parse(competition.title),
    podium: await medalRowsOf(db, event.id, setting),
    thread: thread?.id ?? null,
    comments: thread === undefined ? 0 : (await countOf(db, thread.id)).shown,
  };
}

/** The moment of an event as a line. */
export async function momentCardOfEvent(db: Db, event: string): Promise<MomentCard | null> {
  return momentCard(db, await momentOfEvent(db, event));
}

/** What a page that shows these moments must be told of: they count the comments. */
export function topicsOfMoments(cards: readonly (MomentCard | null)[]): string[] {
  return cards.flatMap((card) => (card?.thread == null ? [] : [`thread:${card.thread}`]));
}

/** What a page that shows these competitions must be told of. */
export function topicsOf(competitions: readonly Pick<CompetitionRow, "id">[]): string[] {
  return competitions.map(({ id }) => `competition:${id}`);
}
