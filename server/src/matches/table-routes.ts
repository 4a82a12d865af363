import { type CompetitionId, isRefused, refuse, type Refusal } from "@podium/engine";
import { stateIn, transact } from "../app.ts";
import { competitionRow } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Policy, type Route, type RouteRequest } from "../http/route.ts";
import { installationSecret } from "../people/loaded-auth.ts";
import { competitionIn, eventOf } from "../storage/codes.ts";
import { chairsOut, issueChair } from "./chairs.ts";
import { presentMatchById } from "./present.ts";
import { isTableKey, matchAtTable } from "./table-address.ts";

const TABLE = "/tables/:competition/:table/:key";

const standsAtTheTable: Policy = {
  description: "who holds the address of the table",
  openBecause: "the address is the key, printed on the table; one with another key is not found",
  allows: () => true,
};

/** A table: what is called to it is scored by the phone that opens its address. */
export const tableRoutes: readonly Route[] = [
  { method: "GET", path: TABLE, policy: standsAtTheTable, answer: (request) => showTable(request, null) },
  { method: "POST", path: `${TABLE}/chair`, policy: standsAtTheTable, answer: openChair },
];

/** The table whose key stands in the address. */
function tableIn({ app, params }: RouteRequest): { competition: CompetitionId; table: string } | undefined {
  const { table = "", key = "" } = params;
  const competition = competitionIn(params);
  const isKnown = isTableKey(stateIn(app, installationSecret), { competition, table, key });
  return isKnown ? { competition, table } : undefined;
}

async function showTable(request: RouteRequest, refusal: Refusal | null): Promise<Answer> {
  const { db } = request.app.storage;
  const at = tableIn(request);
  const competition = at === undefined ? undefined : await competitionRow(db, at.competition);
  if (at === undefined || competition === undefined) return answer.refusal(notFound(request.path));
  const row = await matchAtTable(db, at.competition, at.table);
  const chairs = row === undefined ? [] : await chairsOut(db, eventOf(row.id));
  const chair = chairs.find(({ match_id: match }) => match === row?.id);
  const data = {
    competition: presentCompetition(competition),
    table: at.table,
    match: row === undefined ? null : await presentMatchById(db, row.id),
    heldSinceMs: chair?.issued_at_ms ?? null,
    address: `/tables/${at.competition}/${encodeURIComponent(at.table)}/${request.params["key"]}`,
    refusal,
  };
  return answer.form({ page: "table", data }, refusal);
}

/** The phone that asks scores the match from then on; one that did so before is told so when it sends. Refuses: `no-next-match`. */
async function openChair(request: RouteRequest): Promise<Answer> {
  const at = tableIn(request);
  if (at === undefined) return answer.refusal(notFound(request.path));
  const issued = await transact(request.app, null, async (unit) => {
    const row = await matchAtTable(unit.db, at.competition, at.table);
    if (row === undefined) return refuse("no-next-match", "No match of this table can begin now. Ask the desk.");
    return issueChair(unit, row.id);
  });
  if (isRefused(issued)) return request.wantsJson ? answer.refusal(issued) : showTable(request, issued);
  const chairHref = `/chair/${issued.token}`;
  return request.wantsJson ? answer.json({ chairHref }) : answer.seeOther(chairHref);
}
