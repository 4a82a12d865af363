import type { EventId, EventState } from "@podium/engine";
import { shownRecord, type EventPage, type EventParts, type GroupView, type MatchRow } from "@podium/protocol";
import { endOfDay } from "../competitions/wall-clock.ts";
import { eventRows } from "../competitions/competitions.ts";
import { drawRecordsOf, drawRulesOf, standing } from "../draw/draw-records.ts";
import { isDrawPublished } from "../draw/draw.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer } from "../http/route.ts";
import {
  matchRows,
  matchRowsByTime,
  matchRowsOfRounds,
  roundsOf,
  type RoundPart,
  type StoredMatchRow,
} from "../matches/match-rows.ts";
import { presentMatch, presentMatches, settingOf, settingsOf, type EventSetting } from "../matches/present.ts";
import { rulingsOf } from "../medals/rulings.ts";
import { currentState } from "../results/results.ts";
import { entryIdOf, eventId, eventIn } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { pageNumber, type PublicRequest } from "./cached-answer.ts";
import { phaseView } from "./phase-view.ts";
import { conversationAbout, topicsOfConversation } from "./conversation-link.ts";
import { broadcastsOfEvent } from "../moments/broadcasts.ts";
import { eventOverview, momentCardOfEvent, topicsOf, topicsOfMoments, type EventOverview } from "./event-overview.ts";

/** A draw of more lines is shown in sections. */
const LINES_SHOWN_WHOLE = 64;
/** Lines of a section, and of the last rounds that the overview shows. */
const LINES_A_SECTION = 32;
const MATCHES_A_PAGE = 100;
const PLACES_A_PAGE = 100;
/** What the overview of a large event shows of its places and of what is played now and next. */
const PLACES_IN_OVERVIEW = 16;
const MATCHES_IN_OVERVIEW = 24;

/** The parts of the query that choose what is shown of a large event. */
export const EVENT_PARTS = ["section", "order", "places"] as const;

/** An event: whole, or a large one in parts, each with an address of its own. */
export async function showEvent({ app, db, params, path, query }: PublicRequest): Promise<Answer> {
  const id = eventIn(params);
  const overview = await eventOverview(db, id);
  if (overview === null) return answer.refusal(notFound(path));
  const parts = await partsOf(db, overview, query);
  if (parts === undefined) return answer.refusal(notFound(path));
  const state = await currentState(app, db, eventId(id));
  const shown = parts === null ? await wholeEvent(db, id, state) : await partOfEvent(db, id, { parts, state });
  const data: EventPage = {
    competition: overview.competition,
    event: overview.card,
    bestOf: overview.row.best_of,
    sport: overview.row.sport,
    seeding: overview.row.seeding === null ? null : JSON.parse(overview.row.seeding),
    ...shown,
    medals: overview.medals,
    rulings: await rulingsIn(db, id),
    moment: await momentCardOfEvent(db, overview),
    broadcasts: await broadcastsOfEvent(db, id),
    conversation: await conversationAbout(db, "event", id),
    ...(await drawOfEvent(db, id, app.clock())),
    others: await eventsBeside(db, overview),
    parts,
  };
  // While its balls come out it shows how far the draw has come by now, and is kept by nobody.
  if (data.drawing !== null) return answer.page({ page: "event", data });
  return answer.page({ page: "event", data }, [
    `event:${id}`,
    ...topicsOf([overview.competition]),
    ...topicsOfMoments([data.moment]),
    ...topicsOfConversation(data.conversation),
  ]);
}

async function rulingsIn(db: Db, event: EventId): Promise<EventPage["rulings"]> {
  const rulings = await rulingsOf(db, eventId(event));
  const setting = rulings.length === 0 ? null : await settingOf(db, event);
  if (setting === null) return [];
  const rows = await matchRows(db, event);
  return rulings.flatMap((made) => {
    const { entry: code, ruling, reason } = made;
    const entry = setting.entries.get(code);
    const row = made.ruling === "goes-on" ? rows.find((each) => each.code === made.match) : undefined;
    const match = row === undefined ? null : presentMatch(row, setting);
    const by = made.ruling === "withdrawn" ? made.replacedBy : undefined;
    const replacedBy = by === undefined ? null : (setting.entries.get(by) ?? null);
    return entry === undefined ? [] : [{ entry, ruling, match, replacedBy, reason }];
  });
}

async function drawOfEvent(db: Db, event: EventId, nowMs: number): Promise<Pick<EventPage, "draw" | "drawing">> {
  const records = await drawRecordsOf(db, event);
  const current = standing(records);
  if (current !== undefined && current.showing !== null)
    return { draw: "under-way", drawing: { ...shownRecord(current, nowMs), nowMs } };
  if (current !== undefined) return { draw: "made", drawing: null };
  if (await isDrawPublished(db, event)) return { draw: records.length === 0 ? null : "made", drawing: null };
  return { draw: (await drawRulesOf(db, event)) === null ? null : "to-come", drawing: null };
}

type Shown = Pick<EventPage, "phases" | "orderOfPlay" | "placings" | "entries">;

/** How a large event is parted, and which part is asked for: null for one that is shown whole, undefined for a part that is not. */
async function partsOf(
  db: Db,
  { row, card }: EventOverview,
  query: PublicRequest["query"],
): Promise<EventParts | null | undefined> {
  const asked = EVENT_PARTS.filter((kind) => query[kind] !== undefined);
  const rounds = (await roundsOf(db, row.id)).filter(({ round }) => round !== "bronze");
  const lines = 2 * (rounds[0]?.matches ?? 0);
  const isHalving = rounds.every(({ matches }, index) => index === 0 || 2 * matches === rounds[index - 1]?.matches);
  if (lines <= LINES_SHOWN_WHOLE || !isHalving) return asked.length === 0 ? null : undefined;
  const sections = Array.from({ length: lines / LINES_A_SECTION }, (_, index) => ({
    from: index * LINES_A_SECTION + 1,
    to: (index + 1) * LINES_A_SECTION,
  }));
  const orderPages = Math.ceil(card.matches / MATCHES_A_PAGE);
  const placesPages = Math.ceil(card.entries / PLACES_A_PAGE);
  const [kind] = asked;
  if (kind === undefined) return { shown: { kind: "overview" }, sections, orderPages, placesPages };
  const number = pageNumber(query[kind]);
  const last = { section: sections.length, order: orderPages, places: placesPages }[kind];
  if (asked.length > 1 || number === null || number > last) return undefined;
  return { shown: { kind, number }, sections, orderPages, placesPages };
}

/** All that is drawn and played of an event, and who came where. */
export async function wholeEvent(db: Db, event: EventId, state: EventState | null): Promise<Shown> {
  const setting = await settingOf(db, event);
  if (setting === null) throw new Error(`The event ${event} is gone.`);
  const matches = (await matchRows(db, event)).map((row) => presentMatch(row, setting));
  return {
    phases: (state?.phases ?? []).map((phase) =>
      phaseView(phase, { matches, groups: groupsOf(state, setting, matches) }),
    ),
    orderOfPlay: inOrderOfPlay(matches),
    placings: placingsOf(state, setting),
    entries: [...setting.entries.values()],
  };
}

async function partOfEvent(
  db: Db,
  event: EventId,
  { parts, state }: { readonly parts: EventParts; readonly state: EventState | null },
): Promise<Shown> {
  const drawn = await presentMatches(db, await drawRows(db, event, parts));
  const order = await presentMatches(db, await orderRows(db, event, parts.shown));
  const placings = (state?.placings ?? []).slice(...placesShown(parts.shown));
  const places = placings.map(({ entry }) => entryIdOf(event, entry));
  const setting = (await settingsOf(db, [], places)).get(event);
  return {
    phases: (state?.phases ?? []).map((phase) => phaseView(phase, { matches: drawn, groups: [] })),
    orderOfPlay: order,
    placings: setting === undefined ? [] : placingsOf({ placings }, setting),
    entries: [],
  };
}

/** The overview shows the last rounds, a section the first rounds of its lines down to the match that one of them comes out of. */
async function drawRows(db: Db, event: EventId, { shown, sections }: EventParts): Promise<StoredMatchRow[]> {
  const rounds = await roundsOf(db, event);
  if (shown.kind === "overview") {
    const last = rounds.filter(({ round, matches }) => round === "bronze" || 2 * matches <= LINES_A_SECTION);
    return matchRowsOfRounds(
      db,
      event,
      last.map(({ round }) => round),
    );
  }
  if (shown.kind !== "section") return [];
  const first = rounds.filter(({ round, matches }) => round !== "bronze" && matches >= sections.length);
  const stretches = first.map(({ round, matches }): RoundPart => {
    const each = matches / sections.length;
    return { round, from: (shown.number - 1) * each + 1, to: shown.number * each };
  });
  return matchRowsOfRounds(db, event, stretches);
}

async function orderRows(db: Db, event: EventId, shown: EventParts["shown"]): Promise<StoredMatchRow[]> {
  if (shown.kind === "overview")
    return matchRowsByTime(db, event, { statuses: ["live", "ready"], offset: 0, limit: MATCHES_IN_OVERVIEW });
  if (shown.kind !== "order") return [];
  const offset = (shown.number - 1) * MATCHES_A_PAGE;
  return matchRowsByTime(db, event, { statuses: ["waiting", "ready", "live", "over"], offset, limit: MATCHES_A_PAGE });
}

function placesShown(shown: EventParts["shown"]): readonly [number, number] {
  if (shown.kind === "overview") return [0, PLACES_IN_OVERVIEW];
  return shown.kind === "places" ? [(shown.number - 1) * PLACES_A_PAGE, shown.number * PLACES_A_PAGE] : [0, 0];
}

function placingsOf(state: Pick<EventState, "placings"> | null, setting: EventSetting): EventPage["placings"] {
  return (state?.placings ?? []).flatMap(({ place, entry }) => {
    const view = setting.entries.get(entry);
    return view === undefined ? [] : [{ place, entry: view }];
  });
}

function groupsOf(state: EventState | null, setting: EventSetting, matches: readonly MatchRow[]): GroupView[] {
  const ofGroup = Map.groupBy(matches, (match) => match.group);
  return (state?.groups ?? []).map((standing) => ({
    standing,
    entries: standing.rows.flatMap((row) => setting.entries.get(row.entry) ?? []),
    matches: ofGroup.get(standing.group) ?? [],
  }));
}

/** By time and table; what has no time yet stands at the end, in the order of the plan. */
function inOrderOfPlay(matches: readonly MatchRow[]): MatchRow[] {
  const played = matches.filter((match) => match.status !== "bye");
  return played.sort(
    (a, b) => orderingMs(a) - orderingMs(b) || (a.table ?? "").localeCompare(b.table ?? "", "en", { numeric: true }),
  );
}

/** When a match stands in an order of play: at the end of its day, where only that is known. */
function orderingMs({ startMs, day, zone }: MatchRow): number {
  return startMs ?? (day === null ? Number.MAX_SAFE_INTEGER : endOfDay(zone, day));
}

async function eventsBeside(db: Db, { row }: EventOverview): Promise<EventPage["others"]> {
  const events = await eventRows(db, row.competition_id);
  return events.filter(({ id }) => id !== row.id).map(({ id, title }) => ({ id, title: JSON.parse(title) }));
}
