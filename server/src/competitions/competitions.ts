import {
  isRefused,
  lawsOf,
  refuse,
  teamFormat,
  tieRulesOf,
  USUAL_SPORT,
  type CompetitionId,
  type EventId,
  type OwnTeamFormat,
  type Refusal,
  type TeamFormat,
  type TieRules,
} from "@podium/engine";
import type { CompetitionFile, EventPart, TiePart } from "@podium/protocol";
import { competitionId, eventIdOf } from "../storage/codes.ts";
import { keepRecordWords } from "../storage/record-search.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";
import { refusedSessions } from "./sessions.ts";

/** Opens a competition under the id its organiser chose. */
export async function openCompetition(
  unit: UnitOfWork,
  form: CompetitionFile["competition"],
): Promise<undefined | Refusal> {
  if (await competitionRow(unit.db, competitionId(form.id)))
    return refuse("competition-exists", `There is a competition ${form.id} already.`, { competition: form.id });
  if (form.to < form.from)
    return refuse("ends-before-it-begins", `The competition ends on ${form.to}, before it begins on ${form.from}.`, {
      from: form.from,
      to: form.to,
    });
  const refusal = refusedSessions(form);
  if (refusal) return refusal;
  await unit.db
    .insertInto("competitions")
    .values({
      id: form.id,
      title: JSON.stringify(form.title),
      place: form.place === undefined ? null : JSON.stringify(form.place),
      zone: form.zone,
      from_date: form.from,
      to_date: form.to,
      invented: form.invented === true ? 1 : 0,
      tables: form.tables === undefined ? null : JSON.stringify(form.tables),
      sessions: form.sessions === undefined ? null : JSON.stringify(form.sessions),
    })
    .execute();
  const text = Object.values({ ...form.title }).concat(Object.values({ ...form.place }));
  await keepRecordWords(unit.db, "competition", [{ subject: form.id, text: text.join("\n") }]);
  await unit.record({
    kind: "competition-opened",
    subject: { kind: "competition", id: form.id },
    data: { title: form.title },
  });
  unit.invalidate(["home"]);
  return undefined;
}

/** Names an association (NOC or club) within a competition; naming it again changes the name. */
export async function nameAssociation(
  unit: UnitOfWork,
  competition: CompetitionId,
  form: NonNullable<CompetitionFile["associations"]>[number],
): Promise<void> {
  const name = JSON.stringify(form.name);
  await unit.db
    .insertInto("associations")
    .values({ competition_id: competition, code: form.code, name })
    .onConflict((conflict) => conflict.columns(["competition_id", "code"]).doUpdateSet({ name }))
    .execute();
}

/** Opens an event: what medals are given for. Its laws are those of the first day, unless an edition is named, and stay so. */
export async function openEvent(
  unit: UnitOfWork,
  competition: CompetitionId,
  form: EventPart,
): Promise<EventId | Refusal> {
  const id = eventIdOf(competition, form.code);
  if (await eventRow(unit.db, id))
    return refuse("event-exists", `The competition has an event ${form.code} already.`, { event: form.code });
  if (form.bestOf % 2 === 0)
    return refuse("best-of-even", `A match is the best of an odd number of games, not of ${form.bestOf}.`, {
      bestOf: form.bestOf,
    });
  const format = form.kind === "team" ? teamFormat(asTeamFormat(form.tie), form.bestOf) : null;
  if (format !== null && isRefused(format)) return format;
  if (form.kind !== "team" && form.tie !== undefined)
    return refuse("team-format-misplaced", "Only an event of teams has ties.", { event: form.code });
  const sport = form.sport ?? USUAL_SPORT;
  const { edition } = form;
  const laws = lawsPlayed(form, {
    sport,
    ...(edition === undefined ? { on: await firstDayOf(unit.db, competition) } : { edition }),
  });
  if (isRefused(laws)) return laws;
  const before = await unit.db
    .selectFrom("events")
    .select((all) => all.fn.countAll<number>().as("n"))
    .where("competition_id", "=", competition)
    .executeTakeFirstOrThrow();
  await unit.db
    .insertInto("events")
    .values({
      id,
      competition_id: competition,
      code: form.code,
      position: Number(before.n),
      title: JSON.stringify(form.title),
      sport,
      edition: laws.edition,
      kind: form.kind,
      best_of: form.bestOf,
      tie: form.tie === undefined ? null : JSON.stringify(form.tie),
      seeding: form.seeding === undefined ? null : JSON.stringify(form.seeding),
    })
    .execute();
  await unit.record({ kind: "event-opened", subject: { kind: "event", id }, data: { title: form.title } });
  unit.invalidate(["home", `competition:${competition}`]);
  return id;
}

/** The laws of an event, of which Podium plays its kind: else `kind-not-played`. */
function lawsPlayed({ kind }: EventPart, asked: Parameters<typeof lawsOf>[0]): ReturnType<typeof lawsOf> {
  const laws = lawsOf(asked);
  if (isRefused(laws) || kind === "team" || laws.kinds.includes(kind)) return laws;
  const { sport, edition } = laws;
  return refuse("kind-not-played", `Podium does not play ${kind} of ${sport} by the edition ${edition}.`, {
    sport,
    kind,
  });
}

/** How the ties of an event are played as it was told. */
export function asTeamFormat(told: TiePart | undefined): string | OwnTeamFormat | undefined {
  if (told === undefined || typeof told === "string") return told;
  const { rubbers, points: _points, ...rest } = told;
  const seats = (letters: string | string[] | undefined) => (typeof letters === "string" ? [letters] : (letters ?? []));
  const inOrder =
    typeof rubbers !== "object"
      ? rubbers
      : rubbers.map(({ kind, name = null, home, away, bestOf }) => ({
          kind,
          name,
          home: seats(home),
          away: seats(away),
          ...(bestOf === undefined ? {} : { bestOf }),
        }));
  return { ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)), rubbers: inOrder };
}

/** How the ties of an event are played; null where no teams play. */
export function teamFormatOf({
  kind,
  tie,
  best_of: bestOf,
}: Pick<EventRow, "kind" | "tie" | "best_of">): TeamFormat | null {
  if (kind !== "team") return null;
  const format = teamFormat(asTeamFormat(tie === null ? undefined : JSON.parse(tie)), bestOf);
  if (isRefused(format)) throw new Error(format.message);
  return format;
}

/** When the ties of an event are over, and what they are worth in a table; null where no teams play. */
export function tieRulesOfEvent(event: Pick<EventRow, "kind" | "tie" | "best_of">): TieRules | null {
  const format = teamFormatOf(event);
  if (format === null) return null;
  const told: TiePart | null = event.tie === null ? null : JSON.parse(event.tie);
  const points = told === null || typeof told === "string" ? undefined : told.points;
  if (points === undefined) return tieRulesOf(format);
  const [won, drawn, lost] = points;
  return { ...tieRulesOf(format), points: { won, drawn, lost } };
}

/** The date on which a competition begins: it never changes once the competition is published. */
export async function firstDayOf(db: Db, competition: CompetitionId): Promise<string> {
  const row = await competitionRow(db, competition);
  if (row === undefined) throw new Error(`The event belongs to no competition ${competition}.`);
  return row.from_date;
}

export type CompetitionRow = NonNullable<Awaited<ReturnType<typeof competitionRow>>>;
export type EventRow = NonNullable<Awaited<ReturnType<typeof eventRow>>>;

/** The ids in a row of a competition, and of an event: what was stored under them was an id when it was opened. */
interface CompetitionIds {
  readonly id: CompetitionId;
}
interface EventIds {
  readonly competition_id: CompetitionId;
}

/** A competition as stored. */
export async function competitionRow(db: Db, id: CompetitionId) {
  const query = db.selectFrom("competitions").selectAll().where("id", "=", id);
  return query.$narrowType<CompetitionIds>().executeTakeFirst();
}

/** Competitions, the latest first: all of them, or a part of the list. */
export async function competitionRows(
  db: Db,
  part: { readonly offset: number; readonly limit: number } = { offset: 0, limit: Number.MAX_SAFE_INTEGER },
): Promise<CompetitionRow[]> {
  return db
    .selectFrom("competitions")
    .selectAll()
    .orderBy("from_date", "desc")
    .orderBy("id")
    .offset(part.offset)
    .limit(part.limit)
    .$narrowType<CompetitionIds>()
    .execute();
}

/** Some competitions by their ids. */
export async function competitionRowsBy(db: Db, ids: readonly CompetitionId[]): Promise<CompetitionRow[]> {
  if (ids.length === 0) return [];
  const query = db.selectFrom("competitions").selectAll().where("id", "in", ids);
  return query.$narrowType<CompetitionIds>().execute();
}

/** An event as stored. */
export async function eventRow(db: Db, id: EventId) {
  return db.selectFrom("events").selectAll().where("id", "=", id).$narrowType<EventIds>().executeTakeFirst();
}

/** The events of a competition in their order. */
export async function eventRows(db: Db, competition: CompetitionId): Promise<EventRow[]> {
  const query = db.selectFrom("events").selectAll().where("competition_id", "=", competition);
  return query.orderBy("position").$narrowType<EventIds>().execute();
}

/** Some associations of some competitions, with their names as JSON; those that were not named are missing. */
export async function associationRowsBy(db: Db, competitions: readonly string[], codes: readonly string[]) {
  if (competitions.length === 0 || codes.length === 0) return [];
  return db
    .selectFrom("associations")
    .selectAll()
    .where("competition_id", "in", competitions)
    .where("code", "in", codes)
    .execute();
}

export type EventWithCompetition = Awaited<ReturnType<typeof eventsWithCompetitions>>[number];

/** Some events, each with what its pages say of its competition. */
export async function eventsWithCompetitions(db: Db, ids: readonly EventId[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom("events")
    .innerJoin("competitions", "competitions.id", "events.competition_id")
    .selectAll("events")
    .select([
      "competitions.title as competition_title",
      "competitions.place",
      "competitions.zone",
      "competitions.from_date",
      "competitions.to_date",
      "competitions.invented",
    ])
    .where("events.id", "in", ids)
    .$narrowType<EventIds>()
    .execute();
}

/** The associations of a competition by code, with their names as JSON. */
export async function associationRows(db: Db, competition: CompetitionId) {
  return db.selectFrom("associations").selectAll().where("competition_id", "=", competition).orderBy("code").execute();
}
