import { countMedals, medalTable } from "@podium/engine";
import type { CompetitionPage, CompetitionsPage, HomePage, MedalTableRow } from "@podium/protocol";
import { associationRowsBy, competitionRow, competitionRows, eventRows } from "../competitions/competitions.ts";
import { tablesOfCompetition } from "../competitions/tables.ts";
import { presentAssociation, presentCompetition } from "../competitions/present.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route } from "../http/route.ts";
import { momentsOfEvents, openMoments } from "../moments/moments.ts";
import { readers } from "../people/policy.ts";
import { competitionIn } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { cachedAnswer, readListPage, type PublicRequest } from "./cached-answer.ts";
import { conversationAbout, topicsOfConversation } from "./conversation-link.ts";
import { eventOverviews, momentCards, topicsOf, topicsOfMoments, type EventOverview } from "./event-overview.ts";
import { EVENT_PARTS, showEvent } from "./event-page.ts";
import { matchesOfNow } from "./now.ts";

const MOMENTS_SHOWN = 6;
const COMPETITIONS_AT_HOME = 12;
const COMPETITIONS_A_PAGE = 50;

export const competitionPages: readonly Route[] = [
  { method: "GET", path: "/", policy: readers, answer: cachedAnswer(showHome) },
  { method: "GET", path: "/competitions", policy: readers, answer: cachedAnswer(showCompetitions, ["page"]) },
  { method: "GET", path: "/competitions/:competition", policy: readers, answer: cachedAnswer(showCompetition) },
  {
    method: "GET",
    path: "/competitions/:competition/:event",
    policy: readers,
    answer: cachedAnswer(showEvent, EVENT_PARTS),
  },
];

async function showHome({ db }: PublicRequest): Promise<Answer> {
  const rows = await competitionRows(db, { offset: 0, limit: COMPETITIONS_AT_HOME + 1 });
  const competitions = rows.slice(0, COMPETITIONS_AT_HOME);
  const data: HomePage = {
    ...(await matchesOfNow(db, null)),
    competitions: competitions.map(presentCompetition),
    hasMore: rows.length > COMPETITIONS_AT_HOME,
    moments: await momentCards(db, await openMoments(db, { offset: 0, limit: MOMENTS_SHOWN })),
  };
  return answer.page({ page: "home", data }, ["home", ...topicsOf(competitions), ...topicsOfMoments(data.moments)]);
}

async function showCompetitions({ db, path, query }: PublicRequest): Promise<Answer> {
  const list = await readListPage(query["page"], COMPETITIONS_A_PAGE, (part) => competitionRows(db, part));
  if (list === null) return answer.refusal(notFound(path));
  const { rows, ...numbers } = list;
  const data: CompetitionsPage = { competitions: rows.map(presentCompetition), ...numbers };
  return answer.page({ page: "competitions", data }, ["home", ...topicsOf(rows)]);
}

async function showCompetition({ db, params, path }: PublicRequest): Promise<Answer> {
  const row = await competitionRow(db, competitionIn(params));
  if (row === undefined) return answer.refusal(notFound(path));
  const events = (await eventRows(db, row.id)).map(({ id }) => id);
  const overviews = await eventOverviews(db, events);
  const inOrder = events.flatMap((id) => overviews.get(id) ?? []);
  const data: CompetitionPage = {
    competition: presentCompetition(row),
    sessions: row.sessions === null ? [] : JSON.parse(row.sessions),
    tables: tablesOfCompetition(row),
    events: inOrder.map((overview) => overview.card),
    ...(await matchesOfNow(db, row.id)),
    medalTable: await medalTableOf(db, row.id, inOrder),
    moments: await momentCards(db, await momentsOfEvents(db, events)),
    conversation: await conversationAbout(db, "competition", row.id),
  };
  return answer.page({ page: "competition", data }, [
    ...topicsOf([row]),
    ...topicsOfMoments(data.moments),
    ...topicsOfConversation(data.conversation),
  ]);
}

/** Who has won how many medals. */
export async function medalTableOf(
  db: Db,
  competition: string,
  overviews: readonly EventOverview[],
): Promise<MedalTableRow[]> {
  const won = overviews.flatMap((overview) =>
    overview.medals.flatMap(({ medal, entry }) =>
      entry.association === null ? [] : [{ medal, name: entry.association.code }],
    ),
  );
  const codes = [...new Set(won.map(({ name }) => name))];
  const named = await associationRowsBy(db, [competition], codes);
  const names = new Map(named.map(({ code, name }) => [code, name]));
  return medalTable(countMedals(won)).map(({ place, name, gold, silver, bronze }) => ({
    rank: place,
    association: presentAssociation(name, names),
    gold,
    silver,
    bronze,
  }));
}
