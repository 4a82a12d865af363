import type { PlayerId } from "@podium/engine";
import type { EntryPage, MatchPage, MatchRow, PlayerPage } from "@podium/protocol";
import { toldOfMatch, toldOfPlayer } from "../claims/told.ts";
import { associationRowsBy } from "../competitions/competitions.ts";
import { presentAssociation } from "../competitions/present.ts";
import { entriesOfPlayer, playerRow } from "../entries/entries.ts";
import { presentPlayer } from "../entries/present.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { earlierLogs } from "../matches/earlier-logs.ts";
import { replayRow } from "../matches/matches.ts";
import { rubberRows } from "../matches/match-rows.ts";
import { presentMatches, presentPlay } from "../matches/present.ts";
import { readers } from "../people/policy.ts";
import { cachedAnswer, readListPage, type PublicRequest } from "./cached-answer.ts";
import { matchInContext } from "./match-context.ts";
import { answerCard, cardAddress } from "./card-routes.ts";
import { matchCard } from "./cards.ts";
import { conversationAbout, topicsOfConversation } from "./conversation-link.ts";
import { eventOverview, momentCardOfEvent, pathsOf, topicsOf, topicsOfMoments } from "./event-overview.ts";
import { entryIn, eventIn, matchIn, playerId, playerIn } from "../storage/codes.ts";

export const cachedMatch = cachedAnswer(showMatch);

export const matchPages: readonly Route[] = [
  { method: "GET", path: "/matches/:competition/:event/:match", policy: readers, answer: cachedMatch },
  { method: "GET", path: "/matches/:competition/:event/:match/card.png", policy: readers, answer: showMatchCard },
  { method: "GET", path: "/entries/:competition/:event/:entry", policy: readers, answer: cachedAnswer(showEntry) },
  { method: "GET", path: "/players/:player", policy: readers, answer: cachedAnswer(showPlayer, ["page"]) },
];

async function showMatch({ app, db, params, path }: PublicRequest): Promise<Answer> {
  const event = eventIn(params);
  const id = matchIn(params);
  const overview = await eventOverview(db, event);
  const found = await matchInContext(db, id);
  if (overview === null || found === null) return answer.refusal(notFound(path));
  const replayed = await replayRow(db, found.row, app.replays.matches);
  const data: Omit<MatchPage, "card"> = {
    competition: overview.competition,
    event: overview.card,
    match: await presentPlay(db, found.line, replayed),
    rubbers: await presentMatches(db, await rubberRows(db, found.row)),
    context: found.context,
    // Without a fact more than its log has lines, nothing was taken back.
    earlier: replayed.version === replayed.length ? [] : await earlierLogs(db, id),
    moment: await momentCardOfEvent(db, overview),
    conversation: await conversationAbout(db, "match", id),
    storylines: found.line.status === "over" ? await toldOfMatch(db, { id, players: playersOf(found.line) }) : [],
  };
  const card = cardAddress(`/matches/${id}`, matchCard(data));
  return answer.page({ page: "match", data: { ...data, card } }, [
    `match:${id}`,
    `event:${event}`,
    ...topicsOfMoments([data.moment]),
    ...topicsOfConversation(data.conversation),
  ]);
}

async function showMatchCard(request: RouteRequest): Promise<Answer> {
  const given = await cachedMatch(request);
  return given.kind === "page" && given.page.page === "match" ? answerCard(request, matchCard(given.page.data)) : given;
}

function playersOf({ home, away }: MatchRow): PlayerId[] {
  return [home, away].flatMap(({ entry }) => entry?.players.map(({ id }) => playerId(id)) ?? []);
}

async function showEntry({ db, params, path }: PublicRequest): Promise<Answer> {
  const event = eventIn(params);
  const [way] = await pathsOf(db, [{ id: entryIn(params), event_id: event }]);
  if (way === undefined) return answer.refusal(notFound(path));
  const data: EntryPage = { path: way };
  return answer.page({ page: "entry", data }, [`event:${event}`, ...topicsOf([way.competition])]);
}

/** Events of a player on one page. */
const EVENTS_SHOWN = 20;

async function showPlayer({ db, params, path, query }: PublicRequest): Promise<Answer> {
  const player = await playerRow(db, playerIn(params));
  if (player === undefined) return answer.refusal(notFound(path));
  const list = await readListPage(query["page"], EVENTS_SHOWN, (part) => entriesOfPlayer(db, player.id, part));
  if (list === null) return answer.refusal(notFound(path));
  const { rows: entries, ...numbers } = list;
  const paths = await pathsOf(db, entries);
  const data: PlayerPage = {
    player: presentPlayer(player),
    association: player.association === null ? null : await nameOf(player.association, paths[0]?.competition.id),
    paths,
    storylines: await toldOfPlayer(db, player.id),
    ...numbers,
  };
  return answer.page({ page: "player", data }, [
    `player:${player.id}`,
    ...new Set(paths.flatMap((way) => [`event:${way.event.id}`, `competition:${way.competition.id}`])),
  ]);

  async function nameOf(code: string, competition: string | undefined) {
    const named = competition === undefined ? [] : await associationRowsBy(db, [competition], [code]);
    return presentAssociation(code, new Map(named.map((row) => [row.code, row.name])));
  }
}
