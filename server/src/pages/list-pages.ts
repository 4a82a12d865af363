import { competitionId } from "../storage/codes.ts";
import type { NowPage, MatchRow, MomentsPage, PlayersPage } from "@podium/protocol";
import { competitionRowsBy } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { playersByName } from "../entries/entries.ts";
import { presentPlayer } from "../entries/present.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route } from "../http/route.ts";
import { openMoments } from "../moments/moments.ts";
import { readers } from "../people/policy.ts";
import { cachedAnswer, readListPage, type PublicRequest } from "./cached-answer.ts";
import { momentCards, topicsOf, topicsOfMoments } from "./event-overview.ts";
import { liveAndNext } from "./now.ts";

const PLAYERS_A_PAGE = 120;
const MOMENTS_A_PAGE = 24;

/** What the menu leads to: what is live, all players, all moments. */
export const listPages: readonly Route[] = [
  { method: "GET", path: "/now", policy: readers, answer: cachedAnswer(showNow) },
  { method: "GET", path: "/players", policy: readers, answer: cachedAnswer(showPlayers, ["page"]) },
  { method: "GET", path: "/moments", policy: readers, answer: cachedAnswer(showMoments, ["page"]) },
];

async function showNow({ db }: PublicRequest): Promise<Answer> {
  const { live, next } = await liveAndNext(db, null);
  const ids = [...new Set([...live, ...next].map((match) => competitionId(match.competition)))];
  const rows = new Map((await competitionRowsBy(db, ids)).map((row) => [row.id, row]));
  const ofOne = (matches: readonly MatchRow[], id: string) => matches.filter((match) => match.competition === id);
  const data: NowPage = {
    competitions: ids.flatMap((id) => {
      const row = rows.get(id);
      return row === undefined
        ? []
        : [{ competition: presentCompetition(row), live: ofOne(live, id), next: ofOne(next, id) }];
    }),
  };
  return answer.page({ page: "now", data }, ["home", ...topicsOf([...rows.values()])]);
}

async function showPlayers({ db, path, query }: PublicRequest): Promise<Answer> {
  const list = await readListPage(query["page"], PLAYERS_A_PAGE, (part) => playersByName(db, part));
  if (list === null) return answer.refusal(notFound(path));
  const { rows, ...numbers } = list;
  const data: PlayersPage = { players: rows.map(presentPlayer), ...numbers };
  return answer.page({ page: "players", data }, ["home"]);
}

async function showMoments({ db, path, query }: PublicRequest): Promise<Answer> {
  const list = await readListPage(query["page"], MOMENTS_A_PAGE, (part) => openMoments(db, part));
  if (list === null) return answer.refusal(notFound(path));
  const { rows, ...numbers } = list;
  const data: MomentsPage = { moments: await momentCards(db, rows), ...numbers };
  return answer.page({ page: "moments", data }, ["home", ...topicsOfMoments(data.moments)]);
}
