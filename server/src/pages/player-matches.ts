import type { EntryId, MatchId } from "@podium/engine";
import type { PlayerMatchesPage } from "@podium/protocol";
import { entriesOfPlayer, playerRow } from "../entries/entries.ts";
import { presentPlayer } from "../entries/present.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route } from "../http/route.ts";
import { matchRowsOfEntries, type StoredMatchRow } from "../matches/match-rows.ts";
import { presentMatches } from "../matches/present.ts";
import { readers } from "../people/policy.ts";
import { competitionOf, playerIn } from "../storage/codes.ts";
import { cachedAnswer, type PublicRequest } from "./cached-answer.ts";

/** Events of a player whose matches are shown: the latest. */
const EVENTS_SHOWN = 30;
const PLAYED_SHOWN = 10;
const TOPICS_MAX = 10;

/** "My matches" of a player, by an address that needs no account. */
export const playerMatchesPages: readonly Route[] = [
  { method: "GET", path: "/players/:player/matches", policy: readers, answer: cachedAnswer(showMatches) },
];

async function showMatches({ db, params, path }: PublicRequest): Promise<Answer> {
  const player = await playerRow(db, playerIn(params));
  if (player === undefined) return answer.refusal(notFound(path));
  const entries = await entriesOfPlayer(db, player.id, { offset: 0, limit: EVENTS_SHOWN });
  const ids: EntryId[] = entries.map(({ id }) => id);
  const rows = (await matchRowsOfEntries(db, ids)).filter(({ status }) => status !== "bye");
  const toCome = rows.filter(({ status }) => status !== "over").sort((one, other) => timeOf(one) - timeOf(other));
  const played = rows
    .filter(({ status }) => status === "over")
    .sort((one, other) => (other.ended_ms ?? other.day_ms) - (one.ended_ms ?? one.day_ms))
    .slice(0, PLAYED_SHOWN);
  const shown = await presentMatches(db, [...toCome, ...played]);
  const byId = new Map(shown.map((match) => [match.id, match]));
  const inOrder = (of: readonly StoredMatchRow[]) =>
    of.flatMap(({ id }: { readonly id: MatchId }) => byId.get(id) ?? []);
  const events = [...new Set(entries.map(({ event_id: event }) => event))];
  const data: PlayerMatchesPage = {
    player: presentPlayer(player),
    toCome: inOrder(toCome),
    played: inOrder(played),
    topics: [...new Set(toCome.map(({ event_id: event }) => `event:${event}`))].slice(0, TOPICS_MAX),
  };
  return answer.page({ page: "player-matches", data }, [
    `player:${player.id}`,
    ...new Set(events.flatMap((event) => [`event:${event}`, `competition:${competitionOf(event)}`])),
  ]);
}

/** What is live, then who is called, then by the time that is expected; what has none comes last. */
function timeOf({ status, table_call: call, expected_ms: expected, start_ms: planned }: StoredMatchRow): number {
  if (status === "live") return -2;
  if (call !== null) return -1;
  return expected ?? planned ?? Number.MAX_SAFE_INTEGER;
}
