import { countMedals, medalTable } from "@podium/engine";
import type { CompetitionPage, EventPage, HomePage, MatchRow, MedalTableRow, MomentCard } from "@podium/protocol";
import { associationRows, competitionRow, competitionRows } from "../competitions/competitions.ts";
import { presentAssociation, presentCompetition } from "../competitions/present.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route } from "../http/route.ts";
import { openMoments } from "../moments/moments.ts";
import { anyone } from "../people/policy.ts";
import type { Db } from "../storage/storage.ts";
import {
  entryOf,
  momentCard,
  momentCardOfEvent,
  eventOverview,
  eventOverviews,
  topicsOf,
  topicsOfMoments,
  type EventOverview,
} from "./event-overview.ts";
import { matchesOfNow } from "./now.ts";
import { cachedAnswer, type PublicRequest } from "./cached-answer.ts";

const MOMENTS_SHOWN = 6;

export const competitionPages: readonly Route[] = [
  { method: "GET", path: "/", policy: anyone, answer: cachedAnswer(showHome) },
  { method: "GET", path: "/competitions/:competition", policy: anyone, answer: cachedAnswer(showCompetition) },
  { method: "GET", path: "/competitions/:competition/:event", policy: anyone, answer: cachedAnswer(showEvent) },
];

async function showHome({ app }: PublicRequest): Promise<Answer> {
  const { db } = app.storage;
  const competitions = await competitionRows(db);
  const data: HomePage = {
    ...(await matchesOfNow(db, null)),
    competitions: competitions.map(presentCompetition),
    moments: await cardsOf(db),
  };
  return answer.page({ page: "home", data }, ["home", ...topicsOf(competitions), ...topicsOfMoments(data.moments)]);
}

async function cardsOf(db: Db): Promise<MomentCard[]> {
  const cards = await Promise.all((await openMoments(db, MOMENTS_SHOWN)).map((row) => momentCard(db, row)));
  return cards.filter((card) => card !== null);
}

async function showCompetition({ app, params, path }: PublicRequest): Promise<Answer> {
  const { db } = app.storage;
  const row = await competitionRow(db, params["competition"] ?? "");
  if (row === undefined) return answer.refusal(notFound(path));
  const overviews = await eventOverviews(db, row.id);
  const moments = await Promise.all(overviews.map((overview) => momentCardOfEvent(db, overview.row.id)));
  const data: CompetitionPage = {
    competition: presentCompetition(row),
    events: overviews.map((overview) => overview.card),
    ...(await matchesOfNow(db, row.id)),
    medalTable: await tableOf(db, row.id, overviews),
    moments: moments.filter((card) => card !== null),
  };
  return answer.page({ page: "competition", data }, [...topicsOf([row]), ...topicsOfMoments(data.moments)]);
}

async function tableOf(db: Db, competition: string, overviews: readonly EventOverview[]): Promise<MedalTableRow[]> {
  const names = new Map((await associationRows(db, competition)).map(({ code, name }) => [code, name]));
  const won = overviews.flatMap((overview) =>
    overview.medals.flatMap(({ medal, entry }) =>
      entry.association === null ? [] : [{ medal, name: entry.association.code }],
    ),
  );
  return medalTable(countMedals(won)).map(({ place, name, gold, silver, bronze }) => ({
    rank: place,
    association: presentAssociation(name, names),
    gold,
    silver,
    bronze,
  }));
}

async function showEvent({ app, params, path }: PublicRequest): Promise<Answer> {
  const { db } = app.storage;
  const overview = await eventOverview(db, `${params["competition"]}/${params["event"]}`);
  if (overview === null) return answer.refusal(notFound(path));
  const data: EventPage = {
    competition: overview.competition,
    event: overview.card,
    bestOf: overview.row.best_of,
    sport: overview.row.sport,
    ...knockOutOf(overview.matches),
    groups: groupsOf(overview),
    orderOfPlay: inOrderOfPlay(overview.matches),
    medals: overview.medals,
    placings: (overview.state?.placings ?? []).flatMap(({ place, entry }) => {
      const view = entryOf(overview.setting, entry);
      return view === undefined ? [] : [{ place, entry: view }];
    }),
    entries: [...overview.setting.entries.values()],
    moment: await momentCardOfEvent(db, overview.row.id),
  };
  return answer.page({ page: "event", data }, [
    `event:${overview.row.id}`,
    ...topicsOf([overview.competition]),
    ...topicsOfMoments([data.moment]),
  ]);
}

function knockOutOf(matches: readonly MatchRow[]): Pick<EventPage, "rounds" | "bronze"> {
  const knockOut = matches.filter((match) => match.phase === "knock-out");
  const rounds = Map.groupBy(
    knockOut.filter((match) => match.round !== "bronze"),
    (match) => match.round,
  );
  return {
    rounds: [...rounds]
      .map(([round, inRound]) => ({ round, matches: inRound }))
      .sort((a, b) => b.matches.length - a.matches.length),
    bronze: knockOut.find((match) => match.round === "bronze") ?? null,
  };
}

function groupsOf(overview: EventOverview): EventPage["groups"] {
  return (overview.state?.groups ?? []).map((standing) => ({
    standing,
    entries: standing.rows.flatMap((row) => entryOf(overview.setting, row.entry) ?? []),
    matches: overview.matches.filter((match) => match.group === standing.group),
  }));
}

/** By time and table; what has no time yet stands at the end, in the order of the plan. */
function inOrderOfPlay(matches: readonly MatchRow[]): MatchRow[] {
  const played = matches.filter((match) => match.status !== "bye");
  return played.sort(
    (a, b) =>
      (a.startMs ?? Number.MAX_SAFE_INTEGER) - (b.startMs ?? Number.MAX_SAFE_INTEGER) ||
      (a.table ?? "").localeCompare(b.table ?? "", "en", { numeric: true }),
  );
}
