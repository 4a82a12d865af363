import type { PlayerId } from "@podium/engine";
import type {
  EntryPage,
  MeetingView,
  PairPage,
  PlayerAgainstPage,
  PlayerPage,
  PlayerRecordPage,
} from "@podium/protocol";
import { toldOfPlayer } from "../claims/told.ts";
import { associationRowsBy, competitionRowsBy } from "../competitions/competitions.ts";
import { presentAssociation } from "../competitions/present.ts";
import { entriesOfPlayer, playerRow } from "../entries/entries.ts";
import { entriesOfPair, playersCalled } from "../entries/players.ts";
import { presentPlayer } from "../entries/present.ts";
import { equipmentOfPlayer } from "../entries/equipment.ts";
import { playerWithHolder } from "../entries/page-requests.ts";
import { incidentsOfPlayer } from "../moments/incidents.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { balanceOf, careerOf } from "../matches/career.ts";
import { matchRowsByIds } from "../matches/match-rows.ts";
import { presentMatches } from "../matches/present.ts";
import { readers } from "../people/policy.ts";
import { competitionId, entryIn, eventIn, playerId, playerIn } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { cachedAnswer, readListPage, type PublicRequest } from "./cached-answer.ts";
import { readPaths, topicsOf } from "./event-overview.ts";
import { medalCounts, recordOf } from "./player-record.ts";
import { hungOn } from "./hung-on.ts";

export const playerPages: readonly Route[] = [
  { method: "GET", path: "/entries/:competition/:event/:entry", policy: readers, answer: cachedAnswer(showEntry) },
  { method: "GET", path: "/players/:player", policy: readers, answer: cachedAnswer(showPlayer, ["page"]) },
  { method: "GET", path: "/players/:player/record", policy: readers, answer: showRecord },
  { method: "GET", path: "/players/:player/against", policy: readers, answer: chooseOpponent },
  { method: "GET", path: "/players/:player/against/:opponent", policy: readers, answer: showMeetings },
  { method: "GET", path: "/pairs/:player/:partner", policy: readers, answer: cachedAnswer(showPair, ["page"]) },
];

async function showEntry({ db, params, path }: PublicRequest): Promise<Answer> {
  const event = eventIn(params);
  const [way] = (await readPaths(db, [{ id: entryIn(params), event_id: event }])).paths;
  if (way === undefined) return answer.refusal(notFound(path));
  const data: EntryPage = { path: way };
  return answer.page({ page: "entry", data }, [`event:${event}`, ...topicsOf([way.competition])]);
}

/** Events of a player or a pair on one page. */
const EVENTS_SHOWN = 20;

async function showPlayer({ db, params, path, query }: PublicRequest): Promise<Answer> {
  const player = await playerWithHolder(db, playerIn(params));
  if (player === undefined) return answer.refusal(notFound(path));
  const list = await readListPage(query["page"], EVENTS_SHOWN, (part) => entriesOfPlayer(db, player.id, part));
  if (list === null) return answer.refusal(notFound(path));
  const { rows: entries, ...numbers } = list;
  const read = await readPaths(db, entries);
  const isFirst = numbers.later === null;
  const isWhole = isFirst && numbers.earlier === null;
  const hung = await hungOn(
    db,
    player,
    read.events.map(({ id }) => id),
  );
  const data: PlayerPage = {
    player: presentPlayer(player),
    association: player.association === null ? null : await nameOf(player.association, read.paths[0]?.competition.id),
    paths: read.paths,
    storylines: isFirst ? toldOfPlayer(read, player.id) : [],
    record: isWhole ? await recordOf(db, player.id) : null,
    photos: hung.photos,
    isHeld: player.holder !== null,
    equipment: await equipmentOfPlayer(db, player.id),
    incidents: await incidentsOfPlayer(db, player.id),
    named: hung.named,
    ...numbers,
  };
  return answer.page({ page: "player", data }, [
    `player:${player.id}`,
    ...new Set(read.paths.flatMap((way) => [`event:${way.event.id}`, `competition:${way.competition.id}`])),
    ...hung.moments.map((moment) => `moment:${moment}`),
  ]);

  async function nameOf(code: string, competition: string | undefined) {
    const named = competition === undefined ? [] : await associationRowsBy(db, [competition], [code]);
    return presentAssociation(code, new Map(named.map((row) => [row.code, row.name])));
  }
}

const OPPONENTS_SHOWN = 50;

async function showRecord({ app, params, path, query }: RouteRequest): Promise<Answer> {
  const { db } = app.storage;
  const player = await playerRow(db, playerIn(params));
  if (player === undefined) return answer.refusal(notFound(path));
  const record = await recordOf(db, player.id);
  const list = await readListPage(query["page"], OPPONENTS_SHOWN, async ({ offset, limit }) =>
    record.opponents.slice(offset, offset + limit),
  );
  if (list === null) return answer.refusal(notFound(path));
  const { rows: opponents, ...numbers } = list;
  const data: PlayerRecordPage = { player: presentPlayer(player), record: { ...record, opponents }, ...numbers };
  return answer.page({ page: "player-record", data });
}

/** How many are shown who may be meant by a name. */
const FOUND_SHOWN = 30;
const NAME_LENGTH_MAX = 100;

async function chooseOpponent({ app, params, path, query }: RouteRequest): Promise<Answer> {
  const { db } = app.storage;
  const player = await playerRow(db, playerIn(params));
  if (player === undefined) return answer.refusal(notFound(path));
  const name = (query["name"] ?? "").slice(0, NAME_LENGTH_MAX);
  const called = await playersCalled(db, name, FOUND_SHOWN);
  const data: PlayerAgainstPage = {
    player: presentPlayer(player),
    name,
    found: called.filter(({ id }) => id !== player.id).map(presentPlayer),
    meetings: null,
    later: null,
    earlier: null,
  };
  return answer.page({ page: "player-against", data });
}

const MEETINGS_SHOWN = 30;

async function showMeetings({ app, params, path, query }: RouteRequest): Promise<Answer> {
  const { db } = app.storage;
  const player = await playerRow(db, playerIn(params));
  const opponent = await playerRow(db, playerId(params["opponent"] ?? ""));
  if (player === undefined || opponent === undefined || player.id === opponent.id)
    return answer.refusal(notFound(path));
  const met = (await careerOf(db, player.id, opponent.id)).filter(({ opponents }) => opponents.includes(opponent.id));
  const list = await readListPage(query["page"], MEETINGS_SHOWN, async ({ offset, limit }) =>
    met.slice(offset, offset + limit),
  );
  if (list === null) return answer.refusal(notFound(path));
  const { rows, ...numbers } = list;
  const matches = await meetingsOf(
    db,
    rows.map(({ id }) => id),
  );
  const data: PlayerAgainstPage = {
    player: presentPlayer(player),
    name: "",
    found: [],
    meetings: { opponent: presentPlayer(opponent), balance: balanceOf(met), matches },
    ...numbers,
  };
  return answer.page({ page: "player-against", data });
}

/** Matches by their ids, in that order, each with its competition. */
async function meetingsOf(db: Db, ids: Parameters<typeof matchRowsByIds>[1]): Promise<MeetingView[]> {
  const views = new Map((await presentMatches(db, await matchRowsByIds(db, ids))).map((view) => [view.id, view]));
  const matches = ids.flatMap((id) => views.get(id) ?? []);
  const competitions = [...new Set(matches.map(({ competition }) => competitionId(competition)))];
  const titles = new Map((await competitionRowsBy(db, competitions)).map(({ id, title }) => [id, title]));
  return matches.map((match) => ({
    competition: JSON.parse(titles.get(competitionId(match.competition)) ?? "{}"),
    match,
  }));
}

/** A pair has one address, whoever is named first. */
async function showPair({ db, params, path, query }: PublicRequest): Promise<Answer> {
  const ids = [playerIn(params), playerId(params["partner"] ?? "")] as const;
  const [player, partner] = await Promise.all(ids.map((id) => playerRow(db, id)));
  if (player === undefined || partner === undefined || player.id === partner.id) return answer.refusal(notFound(path));
  if (partner.id < player.id) return answer.seeOther(`/pairs/${partner.id}/${player.id}`);
  const list = await readListPage(query["page"], EVENTS_SHOWN, (part) => entriesOfPair(db, ids, part));
  if (list === null || list.rows.length === 0) return answer.refusal(notFound(path));
  const { rows: entries, ...numbers } = list;
  const { paths } = await readPaths(db, entries);
  const together = (await careerOf(db, player.id, partner.id)).filter(({ partners }) => partners.includes(partner.id));
  const data: PairPage = {
    players: [presentPlayer(player), presentPlayer(partner)],
    balance: balanceOf(together),
    medals: await medalCounts(db, ids),
    paths,
    ...numbers,
  };
  return answer.page({ page: "pair", data }, [
    ...ids.map((id: PlayerId) => `player:${id}`),
    ...new Set(paths.flatMap((way) => [`event:${way.event.id}`, `competition:${way.competition.id}`])),
  ]);
}
