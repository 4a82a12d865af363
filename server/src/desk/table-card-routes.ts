import { PAPER_SIZES, type TableCardsPage } from "@podium/protocol";
import { stateIn } from "../app.ts";
import { competitionRow } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { byNumber, tablesOfCompetition } from "../competitions/tables.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { tableAddress, tablesOfMatches } from "../matches/table-address.ts";
import { installationSecret } from "../people/loaded-auth.ts";
import { holders } from "../people/policy.ts";
import { competitionIn } from "../storage/codes.ts";

/** The cards that stand on the tables: whoever reads one scores what is called there, so that they are printed at the desk alone. */
export const tableCardRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/desk/:competition/table-cards",
    policy: holders("organiser", "referee"),
    answer: showCards,
  },
];

async function showCards({ app, params, path, query }: RouteRequest): Promise<Answer> {
  const { db } = app.storage;
  const competition = await competitionRow(db, competitionIn(params));
  const size = PAPER_SIZES.find((each) => each === (query["size"] ?? "a4"));
  if (competition === undefined || size === undefined) return answer.refusal(notFound(path));
  const secret = stateIn(app, installationSecret);
  const used = byNumber(await tablesOfMatches(db, competition.id));
  const tables = new Set([...tablesOfCompetition(competition), ...used]);
  const data: TableCardsPage = {
    competition: presentCompetition(competition),
    size,
    cards: [...tables].map((table) => ({ table, address: tableAddress(secret, competition.id, table) })),
  };
  return answer.page({ page: "desk-table-cards", data });
}
