import type { PlayerId } from "@podium/engine";
import type { MatchPage, MatchRow } from "@podium/protocol";
import { toldOfMatch } from "../claims/told.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { earlierLogs } from "../matches/earlier-logs.ts";
import { replayRow } from "../matches/matches.ts";
import { rubberRows } from "../matches/match-rows.ts";
import { presentMatches, presentPlay } from "../matches/present.ts";
import { incidentsOfMatch } from "../moments/incidents.ts";
import { readers } from "../people/policy.ts";
import { cachedAnswer, type PublicRequest } from "./cached-answer.ts";
import { matchInContext } from "./match-context.ts";
import { answerCard, cardAddress } from "./card-routes.ts";
import { matchCard } from "./cards.ts";
import { conversationAbout, topicsOfConversation } from "./conversation-link.ts";
import { eventOverview, momentCardOfEvent, topicsOfMoments } from "./event-overview.ts";
import { eventIn, matchIn, playerId } from "../storage/codes.ts";

export const cachedMatch = cachedAnswer(showMatch);

export const matchPages: readonly Route[] = [
  { method: "GET", path: "/matches/:competition/:event/:match", policy: readers, answer: cachedMatch },
  { method: "GET", path: "/matches/:competition/:event/:match/card.png", policy: readers, answer: showMatchCard },
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
    incidents: await incidentsOfMatch(db, id),
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
