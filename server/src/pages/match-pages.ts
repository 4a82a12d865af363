import { isRefused } from "@podium/engine";
import type { EntryPage, MatchPage, PathView, PlayerPage } from "@podium/protocol";
import { presentAssociation } from "../competitions/present.ts";
import { associationRows } from "../competitions/competitions.ts";
import { entriesOfPlayer, playerRow } from "../entries/entries.ts";
import { presentPlayer } from "../entries/present.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route } from "../http/route.ts";
import { replayMatch } from "../matches/matches.ts";
import { presentMatchWhole } from "../matches/present.ts";
import { anyone } from "../people/policy.ts";
import { codeOf } from "../storage/codes.ts";
import { momentCardOfEvent, eventOverview, topicsOf, topicsOfMoments, type EventOverview } from "./event-overview.ts";
import { cachedAnswer, type PublicRequest } from "./cached-answer.ts";

export const matchPages: readonly Route[] = [
  { method: "GET", path: "/matches/:competition/:event/:match", policy: anyone, answer: cachedAnswer(showMatch) },
  { method: "GET", path: "/entries/:competition/:event/:entry", policy: anyone, answer: cachedAnswer(showEntry) },
  { method: "GET", path: "/players/:player", policy: anyone, answer: cachedAnswer(showPlayer) },
];

async function showMatch({ app, params, path }: PublicRequest): Promise<Answer> {
  const { db } = app.storage;
  const event = `${params["competition"]}/${params["event"]}`;
  const id = `${event}/${params["match"]}`;
  const overview = await eventOverview(db, event);
  const replayed = await replayMatch(db, id, app.replays.matches);
  if (overview === null || isRefused(replayed)) return answer.refusal(notFound(path));
  const match = await presentMatchWhole(db, id, replayed);
  if (match === null) return answer.refusal(notFound(path));
  const data: MatchPage = {
    competition: overview.competition,
    event: overview.card,
    match,
    moment: await momentCardOfEvent(db, event),
  };
  return answer.page({ page: "match", data }, [`match:${id}`, `event:${event}`, ...topicsOfMoments([data.moment])]);
}

async function showEntry({ app, params, path }: PublicRequest): Promise<Answer> {
  const overview = await eventOverview(app.storage.db, `${params["competition"]}/${params["event"]}`);
  const way = overview && pathThrough(overview, params["entry"] ?? "");
  if (overview === null || way == null) return answer.refusal(notFound(path));
  const data: EntryPage = { path: way };
  return answer.page({ page: "entry", data }, [`event:${overview.row.id}`, ...topicsOf([overview.competition])]);
}

async function showPlayer({ app, params, path }: PublicRequest): Promise<Answer> {
  const { db } = app.storage;
  const player = await playerRow(db, params["player"] ?? "");
  if (player === undefined) return answer.refusal(notFound(path));
  const entries = await entriesOfPlayer(db, player.id);
  const overviews = await Promise.all(
    entries.map(async (entry) => ({ code: codeOf(entry.id), overview: await eventOverview(db, entry.event_id) })),
  );
  const paths = overviews.flatMap(({ code, overview }) => (overview && pathThrough(overview, code)) ?? []);
  const competition = paths[0]?.competition.id ?? "";
  const names = new Map((await associationRows(db, competition)).map(({ code, name }) => [code, name]));
  const data: PlayerPage = {
    player: presentPlayer(player),
    association: player.association === null ? null : presentAssociation(player.association, names),
    paths,
  };
  return answer.page({ page: "player", data }, [
    ...new Set(paths.flatMap((way) => [`event:${way.event.id}`, `competition:${way.competition.id}`])),
  ]);
}

/** The matches of one entry in the order in which they are played. */
function pathThrough(overview: EventOverview, code: string): PathView | null {
  const entry = overview.setting.entries.get(code);
  if (entry === undefined) return null;
  return {
    competition: overview.competition,
    event: overview.card,
    entry,
    matches: overview.matches.filter((match) => match.home.entry?.code === code || match.away.entry?.code === code),
    medal: overview.medals.find((row) => row.entry.code === code)?.medal ?? null,
  };
}
