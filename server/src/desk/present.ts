import type { Consequences, ConsequencesOfPlan, EventId, MatchCode, PersonId } from "@podium/engine";
import type { ChairView, ConsequenceView, DeskMatch, DeskMatchPage, EventCard } from "@podium/protocol";
import type { EventRow } from "../competitions/competitions.ts";
import { entryCounts } from "../entries/entries.ts";
import { chairsOut, type ChairRow } from "../matches/chairs.ts";
import { confirmedMatches } from "../matches/confirmations.ts";
import { openForks } from "../matches/forks.ts";
import { allRubberRows, matchCounts, matchRows, type StoredMatchRow } from "../matches/match-rows.ts";
import { callIn, presentMatch, settingOf } from "../matches/present.ts";
import { presentCard } from "../results/present.ts";
import { publishedMatches } from "../results/publications.ts";
import { leftToOthers } from "../results/second-eyes.ts";
import { codeOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

/** The events of a competition as the desk lists them. */
export async function eventCards(db: Db, events: readonly EventRow[]): Promise<EventCard[]> {
  const ids = events.map(({ id }) => id);
  const [matches, entries] = [await matchCounts(db, ids), await entryCounts(db, ids)];
  return events.map((row) =>
    presentCard(row, { entries: entries.get(row.id) ?? 0, matches: matches.get(row.id), medals: [] }),
  );
}

/** Byes are no matches, also those that come after groups which are not decided yet. */
export function isPlayed({ row }: DeskMatch): boolean {
  return row.status !== "bye" && row.home.source.from !== "bye" && row.away.source.from !== "bye";
}

/** Rubbers that are played or to be played: not those left when their tie was won. */
async function rubbersToPlay(db: Db, event: EventId): Promise<StoredMatchRow[]> {
  const rows = await allRubberRows(db, event);
  return rows
    .filter(({ rubber, tie_status: tie }) =>
      rubber.status === "over" || rubber.status === "live" ? true : rubber.status === "ready" && tie !== "over",
    )
    .map(({ rubber }) => rubber);
}

/** The matches of an event with their chairs, whether their results are official, and which a reader leaves to others. */
export async function deskMatchesOf(db: Db, event: EventId, reader: PersonId | null = null): Promise<DeskMatch[]> {
  const setting = await settingOf(db, event);
  if (setting === null) return [];
  const published = await publishedMatches(db, event);
  const chairs = new Map((await chairsOut(db, event)).map((chair) => [chair.match_id, chair]));
  const forks = await openForks(db, event);
  const confirmed = await confirmedMatches(db, event);
  const rows = [...(await matchRows(db, event)), ...(await rubbersToPlay(db, event))];
  const toPublish = rows.filter((row) => row.status === "over" && !published.has(row.id));
  const left = await leftToOthers(db, toPublish, reader);
  return rows.map((row) => ({
    row: presentMatch(row, setting),
    chair: presentChair(chairs.get(row.id)),
    call: callIn(row),
    published: published.has(row.id),
    confirmed: confirmed.get(row.id) ?? [],
    forks: forks.get(row.id) ?? [],
    leftToOthers: left.has(row.id),
  }));
}

function presentChair(row: ChairRow | undefined): ChairView | null {
  if (row === undefined) return null;
  return {
    id: row.id,
    issuedAtMs: row.issued_at_ms,
    issuedBy: row.issued_by,
    withdrawnAtMs: row.withdrawn_at_ms,
    lastLineAtMs: row.last_line_at_ms,
  };
}

/** Others play a match that has begun, or for which a chair is out: play stops, and the chair writes no more. */
function interrupted(
  { replaced, walkovers = [] }: Consequences & Partial<ConsequencesOfPlan>,
  desks: readonly DeskMatch[],
): ConsequenceView[] {
  const changed = new Set<string>([...replaced, ...walkovers].map(({ match }) => match));
  return desks
    .filter(({ row }) => changed.has(codeOf(row.id)))
    .flatMap(({ row, chair }): ConsequenceView[] => {
      if (row.status === "live") return [{ code: "match-stopped", match: row.id }];
      return chair === null ? [] : [{ code: "chair-taken-back", match: row.id }];
    });
}

/** Every entry of the event that stands in a match. */
export function entriesIn(desks: readonly DeskMatch[]): DeskMatchPage["entries"] {
  const entries = desks.flatMap(({ row }) => [row.home.entry, row.away.entry]).filter((entry) => entry !== null);
  return [...new Map(entries.map((entry) => [entry.code, entry])).values()];
}

/** What follows from a result, by the ids of the matches. */
export function presentConsequences(
  found: Consequences & Partial<ConsequencesOfPlan>,
  desks: readonly DeskMatch[],
): ConsequenceView[] {
  const { walkovers = [], reopened = [] } = found;
  const ids = new Map(desks.map(({ row }) => [codeOf(row.id), row.id]));
  const idOf = (code: MatchCode): string => ids.get(code) ?? code;
  return [
    ...interrupted(found, desks),
    ...found.voided.map(({ match }) => ({ code: "match-voided", match: idOf(match) }) as const),
    ...found.replaced.map(
      ({ match, before, after }) =>
        ({ code: "entry-replaced", match: idOf(match), before: listOf(before), after: listOf(after) }) as const,
    ),
    ...walkovers.map(
      ({ match, winner }) => ({ code: "match-walked-over", match: idOf(match), winner: listOf(winner) }) as const,
    ),
    ...reopened.map((match) => ({ code: "match-reopened", match: idOf(match) }) as const),
    ...found.medals.map(({ medal, before, after }) => ({ code: "medal-moves", medal, before, after }) as const),
  ];
}

function listOf<Value>(value: Value | null): readonly Value[] {
  return value === null ? [] : [value];
}
