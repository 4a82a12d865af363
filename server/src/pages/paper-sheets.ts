import type { EventId, Side } from "@podium/engine";
import type {
  CertificateView,
  EventPage,
  MatchRow,
  PAPER_KINDS,
  PaperSheets,
  PlayerOnPaper,
  RubberOnPaper,
  ScoreSheetView,
} from "@podium/protocol";
import type { App } from "../app.ts";
import { teamFormatOf, type CompetitionRow, type EventRow } from "../competitions/competitions.ts";
import { entryRows } from "../entries/entries.ts";
import { presentPlayer } from "../entries/present.ts";
import type { StoredMatchRow } from "../matches/match-rows.ts";
import { presentMatches } from "../matches/present.ts";
import { currentState } from "../results/results.ts";
import { codeOf, eventId } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { wholeEvent } from "./event-page.ts";

/** Of what the sheets are made: the events and matches that were chosen. */
export interface ToPrint {
  readonly app: Pick<App, "replays">;
  readonly db: Db;
  readonly competition: CompetitionRow;
  readonly events: readonly EventRow[];
  /** In the order of play. */
  readonly rows: readonly StoredMatchRow[];
}

/** The matches of some events in the order of play, rubbers with them and byes without; what has no time stands at the end. */
export async function rowsOnPaper(db: Db, events: readonly EventId[]): Promise<StoredMatchRow[]> {
  if (events.length === 0) return [];
  return db
    .selectFrom("matches")
    .selectAll()
    .where("event_id", "in", events)
    .where("status", "!=", "bye")
    .orderBy("start_ms", (by) => by.asc().nullsLast())
    .orderBy("table_name")
    .orderBy("event_id")
    .orderBy("position")
    .execute();
}

/** Reads what stands on the sheets of a kind. */
export async function readSheets(kind: (typeof PAPER_KINDS)[number], toPrint: ToPrint): Promise<PaperSheets> {
  switch (kind) {
    case "order-of-play": {
      const planned = toPrint.rows.filter((row) => row.tie === null && row.start_ms !== null);
      return { kind, matches: await presentMatches(toPrint.db, planned) };
    }
    case "score-sheets":
      return { kind, matches: await scoreSheets(toPrint) };
    case "brackets": {
      const read = await eachEvent(toPrint, ({ phases }) => phases);
      return { kind, phases: read.map(({ event, of }) => ({ event, phase: of })) };
    }
    case "groups": {
      const read = await eachEvent(toPrint, ({ phases }) => phases.flatMap(({ groups }) => groups));
      return { kind, groups: read.map(({ event, of }) => ({ event, group: of })) };
    }
    case "players":
      return { kind, players: await playersOf(toPrint) };
    case "certificates":
      return { kind, certificates: await certificatesOf(toPrint) };
  }
}

/** What is to be umpired: the matches whose sides are known and that are not over. */
async function scoreSheets({ db, events, rows }: ToPrint): Promise<ScoreSheetView[]> {
  const open = rows.filter(({ status }) => status === "ready" || status === "live");
  const ties = new Set(open.filter(({ tie }) => tie === null).map(({ id }) => id));
  const views = await presentMatches(
    db,
    rows.filter(({ id, tie }) => ties.has(id) || tie !== null),
  );
  return views
    .filter(({ tie }) => tie === null)
    .map((match) => ({ match, rubbers: rubbersOf(match, { events, rubbers: views }) }));
}

function rubbersOf(
  match: MatchRow,
  { events, rubbers }: { readonly events: ToPrint["events"]; readonly rubbers: readonly MatchRow[] },
): RubberOnPaper[] {
  const event = events.find(({ id }) => id === match.event);
  const format = event === undefined ? null : teamFormatOf(event);
  if (format === null) return [];
  const lettersOf = (planned: (typeof format.matches)[number], side: Side) => [...planned[side]];
  return format.matches.map((planned, at) => ({
    home: lettersOf(planned, "home"),
    away: lettersOf(planned, "away"),
    bestOf: planned.bestOf ?? format.bestOf,
    match: rubbers.find(({ tie, rubber }) => tie === match.id && rubber === at + 1) ?? null,
  }));
}

/** Something of each event, with the event's title. */
async function eachEvent<Of>(
  { app, db, events }: ToPrint,
  part: (event: Pick<EventPage, "phases" | "placings">) => readonly Of[],
): Promise<{ readonly event: EventPage["event"]["title"]; readonly of: Of }[]> {
  const read: { readonly event: EventPage["event"]["title"]; readonly of: Of }[] = [];
  for (const { id, title } of events) {
    const whole = await wholeEvent(db, id, await currentState(app, db, eventId(id)));
    read.push(...part(whole).map((of) => ({ event: JSON.parse(title), of })));
  }
  return read;
}

/** Everybody who plays, once, by family name. */
async function playersOf({ db, events }: ToPrint): Promise<PlayerOnPaper[]> {
  const byId = new Map<string, { player: PlayerOnPaper["player"]; events: string[] }>();
  for (const { id } of events)
    for (const { players } of await entryRows(db, id))
      for (const player of players) {
        const known = byId.get(player.id) ?? { player: presentPlayer(player), events: [] };
        byId.set(player.id, known);
        if (!known.events.includes(codeOf(id))) known.events.push(codeOf(id));
      }
  const nameOf = ({ player: { family, given } }: PlayerOnPaper) => `${family} ${given}`;
  return [...byId.values()].sort((a, b) => nameOf(a).localeCompare(nameOf(b), "en"));
}

/** Who has a certificate: the first of each event, a sheet for each person. */
const PLACES_CERTIFIED = 4;

async function certificatesOf(toPrint: ToPrint): Promise<CertificateView[]> {
  const read = await eachEvent(toPrint, ({ placings }) => placings.filter(({ place }) => place <= PLACES_CERTIFIED));
  return read.flatMap(({ event, of: { place, entry } }) =>
    entry.players.map((player) => ({ event, place, player, entry })),
  );
}
