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
  openBook,
  openBooks,
  topicsOf,
  topicsOfMoments,
  type OpenBook,
} from "./book.ts";
import { matchesOfNow } from "./now.ts";
import { sameForAll, type Asked } from "./same-for-all.ts";

const MOMENTS_SHOWN = 6;

export const competitionPages: readonly Route[] = [
  { method: "GET", path: "/", may: anyone, answer: sameForAll(showHome) },
  { method: "GET", path: "/competitions/:competition", may: anyone, answer: sameForAll(showCompetition) },
  { method: "GET", path: "/competitions/:competition/:event", may: anyone, answer: sameForAll(showEvent) },
];

async function showHome({ world }: Asked): Promise<Answer> {
  const { db } = world.storage;
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

async function showCompetition({ world, params, path }: Asked): Promise<Answer> {
  const { db } = world.storage;
  const row = await competitionRow(db, params["competition"] ?? "");
  if (row === undefined) return answer.refusal(notFound(path));
  const books = await openBooks(db, row.id);
  const moments = await Promise.all(books.map((book) => momentCardOfEvent(db, book.row.id)));
  const data: CompetitionPage = {
    competition: presentCompetition(row),
    events: books.map((book) => book.card),
    ...(await matchesOfNow(db, row.id)),
    medalTable: await tableOf(db, row.id, books),
    moments: moments.filter((card) => card !== null),
  };
  return answer.page({ page: "competition", data }, [...topicsOf([row]), ...topicsOfMoments(data.moments)]);
}

async function tableOf(db: Db, competition: string, books: readonly OpenBook[]): Promise<MedalTableRow[]> {
  const names = new Map((await associationRows(db, competition)).map(({ code, name }) => [code, name]));
  const won = books.flatMap((book) =>
    book.medals.flatMap(({ medal, entry }) =>
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

async function showEvent({ world, params, path }: Asked): Promise<Answer> {
  const { db } = world.storage;
  const book = await openBook(db, `${params["competition"]}/${params["event"]}`);
  if (book === null) return answer.refusal(notFound(path));
  const data: EventPage = {
    competition: book.competition,
    event: book.card,
    bestOf: book.row.best_of,
    sport: book.row.sport,
    ...knockOutOf(book.matches),
    groups: groupsOf(book),
    orderOfPlay: inOrderOfPlay(book.matches),
    medals: book.medals,
    placings: (book.state?.placings ?? []).flatMap(({ place, entry }) => {
      const view = entryOf(book.setting, entry);
      return view === undefined ? [] : [{ place, entry: view }];
    }),
    entries: [...book.setting.entries.values()],
    moment: await momentCardOfEvent(db, book.row.id),
  };
  return answer.page({ page: "event", data }, [
    `event:${book.row.id}`,
    ...topicsOf([book.competition]),
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

function groupsOf(book: OpenBook): EventPage["groups"] {
  return (book.state?.groups ?? []).map((standing) => ({
    standing,
    entries: standing.rows.flatMap((row) => entryOf(book.setting, row.entry) ?? []),
    matches: book.matches.filter((match) => match.group === standing.group),
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
