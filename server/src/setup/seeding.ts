import {
  type EventId,
  isRefused,
  type KnownPerson,
  type RatedMatch,
  ratingsAfter,
  readEntryList,
  type Refusal,
  refuse,
  seedsFromRanking,
} from "@podium/engine";
import type { DraftSeedsForm, EventPart, RankingListForm, RankingListView } from "@podium/protocol";
import { entryCode, PODIUM } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";
import { refusedLength } from "./entry-lists.ts";

const LIST_ID_BYTES = 9;

/** The ranking lists that were given here, the newest first. */
export async function rankingLists(db: Db): Promise<RankingListView[]> {
  return db
    .selectFrom("ranking_lists")
    .select(["id", "title", "source", "published"])
    .orderBy("published", "desc")
    .orderBy("id")
    .limit(100)
    .execute();
}

/** Stores a ranking list with its source and date, to be used again. Refuses one of which no line is a name. */
export async function giveRankingList(unit: UnitOfWork, form: RankingListForm): Promise<string | Refusal> {
  const refusal = refusedLength(form.list);
  if (refusal !== undefined) return refusal;
  if (readEntryList(form.list, { kind: "singles", known: [] }).entries.length === 0)
    return refuse("nothing-listed", "No line of the list was taken in: write one name a line.");
  const id = unit.randomId(LIST_ID_BYTES);
  await unit.db
    .insertInto("ranking_lists")
    .values({ id, ...form, given_by: unit.who ?? PODIUM, at_ms: unit.nowMs })
    .execute();
  return id;
}

/** What seeding needs to know beside the event. */
interface SeedingOf {
  readonly known: readonly KnownPerson[];
  /** The first day of the competition: a list published by then counts. */
  readonly from: string;
  readonly form: DraftSeedsForm;
}

/**
 * The event with its seeds: as they were typed, from a ranking list, or from the ratings of the matches played here. Refuses
 * `seed-order`, `ranking-unknown`, `no-ranking`, `equal-ranks` and `nobody-ranked`.
 */
export async function seeded(db: Db, event: EventPart, seeding: SeedingOf): Promise<EventPart | Refusal> {
  switch (seeding.form.by) {
    case "hand":
      return byHand(event, seeding.form);
    case "list":
      return byList(db, event, seeding);
    case "rating":
      return byRating(db, event, seeding.form);
  }
}

/** Where nothing says how many: a quarter of the entries, as is usual, and two at least. */
function seedsOf(event: EventPart, { seeds }: DraftSeedsForm): number {
  return seeds ?? Math.max(2, Math.floor(event.entries.length / 4));
}

function byHand(event: EventPart, form: DraftSeedsForm): EventPart | Refusal {
  const typed = new Map<string, number>();
  for (const { code } of event.entries) {
    const text = form[`seed-${code}`];
    if (typeof text !== "string" || text.trim() === "") continue;
    if (!/^[1-9]\d{0,3}$/.test(text.trim())) return refusedOrder(`seed-${code}`);
    typed.set(code, Number(text));
  }
  const inOrder = [...typed].sort(([, a], [, b]) => a - b);
  const wrong = inOrder.find(([, seed], at) => seed !== at + 1);
  if (wrong !== undefined) return refusedOrder(`seed-${wrong[0]}`);
  return withSeeds(event, typed, { by: "hand" });
}

function refusedOrder(field: string): Refusal {
  return refuse("seed-order", "Seeds run 1, 2, 3, ... without gap or repetition.", { field });
}

function withSeeds(
  { draw: _draw, ...event }: EventPart,
  seeds: ReadonlyMap<string, number>,
  seeding: NonNullable<EventPart["seeding"]>,
): EventPart {
  const entries = event.entries.map(({ seed: _seed, ...entry }) => {
    const seed = seeds.get(entry.code);
    return seed === undefined ? entry : { ...entry, seed };
  });
  const { seeding: _before, ...rest } = event;
  return seeds.size === 0 ? { ...rest, entries } : { ...rest, entries, seeding };
}

async function byList(db: Db, event: EventPart, { known, from, form }: SeedingOf): Promise<EventPart | Refusal> {
  const list = await db
    .selectFrom("ranking_lists")
    .selectAll()
    .where("id", "=", form.list ?? "")
    .executeTakeFirst();
  if (list === undefined) return refuse("ranking-unknown", "There is no such ranking list.", { field: "list" });
  const ranks = ranksIn(list.list, known);
  const ofEntries = event.entries.flatMap(({ code, players }) => {
    const each = players.map((id) => ranks.get(id));
    // A pair ranks by its two ranks together, where both have one.
    const rank = each.reduce((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0);
    return rank === undefined || rank === 0 ? [] : [[code, rank] as const];
  });
  if (ofEntries.length === 0) return nobodyRanked();
  const published = [
    { published: list.published, ranks: new Map(ofEntries.map(([code, rank]) => [entryCode(code), rank])) },
  ];
  const entries = event.entries.map(({ code }) => entryCode(code));
  const found = seedsFromRanking({ entries, lists: published, on: from, seeds: seedsOf(event, form) });
  if (isRefused(found)) return found;
  const isSingles = event.kind === "singles";
  const rankOf = new Map<string, number>(isSingles ? ofEntries : []);
  const ranked = {
    ...event,
    entries: event.entries.map(({ rank: _rank, ...entry }) => {
      const rank = rankOf.get(entry.code);
      return rank === undefined ? entry : { ...entry, rank };
    }),
  };
  const { title, source } = list;
  const seeds = new Map<string, number>(found.map(({ entry, seed }) => [entry, seed]));
  return withSeeds(ranked, seeds, { by: "list", title, source, published: list.published });
}

function nobodyRanked(): Refusal {
  return refuse("nobody-ranked", "None of the entries stands in it, so nobody can be seeded by it.");
}

/** The rank of each known person whom the list names: as written there, else the number of the line. */
function ranksIn(list: string, known: readonly KnownPerson[]): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const [at, { people, rank }] of readEntryList(list, { kind: "singles", known }).entries.entries()) {
    const id = people[0]?.id ?? null;
    if (id !== null && !ranks.has(id)) ranks.set(id, rank ?? at + 1);
  }
  return ranks;
}

/** The method as it is told to people. */
const GLICKO_2 = "Glicko-2 (Glickman 2022), a competition being a rating period";

async function byRating(db: Db, event: EventPart, form: DraftSeedsForm): Promise<EventPart | Refusal> {
  const ratings = ratingsAfter(await playedPeriods(db, event));
  const ofEntries = event.entries.flatMap(({ code, players }) => {
    const rating = ratings.get(sideOf(players));
    return rating === undefined ? [] : [{ code, rating: rating.rating }];
  });
  if (ofEntries.length === 0) return nobodyRanked();
  const best = ofEntries.sort((a, b) => b.rating - a.rating).slice(0, seedsOf(event, form));
  const seeds = new Map(best.map(({ code }, at) => [code, at + 1]));
  return withSeeds(event, seeds, { by: "rating", title: GLICKO_2, source: "Podium" });
}

/** Two players of a pair in either order are one side. */
function sideOf(players: readonly string[]): string {
  return [...players].sort().join(" ");
}

/** The matches that were played here in this sport, singles or doubles as the event is: a period a competition, oldest first. */
async function playedPeriods(db: Db, { sport, kind }: EventPart): Promise<RatedMatch<string>[][]> {
  const events = await db
    .selectFrom("events")
    .innerJoin("competitions", "competitions.id", "events.competition_id")
    .select(["events.id", "competitions.id as competition"])
    .where("events.sport", "=", sport ?? "table-tennis")
    .where("events.kind", "=", kind)
    .where("competitions.invented", "=", 0)
    .orderBy("competitions.from_date")
    .orderBy("competitions.id")
    .execute();
  const periods = new Map<string, RatedMatch<string>[]>();
  for (const { id, competition } of events) {
    const sides = await sidesOf(db, id);
    const rows = await db
      .selectFrom("matches")
      .select(["home_entry", "away_entry", "outcome"])
      .where("event_id", "=", id)
      .where("status", "=", "over")
      .orderBy("position")
      .execute();
    const period = periods.get(competition) ?? [];
    period.push(...rows.flatMap((row) => ratedMatch(row, sides)));
    periods.set(competition, period);
  }
  return [...periods.values()];
}

async function sidesOf(db: Db, event: EventId): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("entries")
    .innerJoin("entry_players", "entry_players.entry_id", "entries.id")
    .select(["entries.code", "entry_players.player_id"])
    .where("entries.event_id", "=", event)
    .execute();
  const byCode = Map.groupBy(rows, ({ code }) => code);
  return new Map([...byCode].map(([code, seats]) => [code, sideOf(seats.map(({ player_id: player }) => player))]));
}

/** A match that nobody played tells nothing of their strength. */
function ratedMatch(
  row: { readonly home_entry: string | null; readonly away_entry: string | null; readonly outcome: string | null },
  sides: ReadonlyMap<string, string>,
): RatedMatch<string>[] {
  const { winner, by } = JSON.parse(row.outcome ?? "{}");
  const [home, away] = [sides.get(row.home_entry ?? ""), sides.get(row.away_entry ?? "")];
  if (home === undefined || away === undefined || by === "walkover") return [];
  if (winner === "home") return [{ winner: home, loser: away }];
  return winner === "away" ? [{ winner: away, loser: home }] : [];
}
