import { isRefused, refuse, type Refusal } from "@podium/engine";
import { captainLineUpForm, type CaptainPage } from "@podium/protocol";
import { transact } from "../app.ts";
import { competitionRow, eventRow } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { captainBy, sideOf, type Captain } from "../matches/captains.ts";
import { handInLineUp, lineUpsOf } from "../matches/line-ups.ts";
import { matchRow, matchRows, type StoredMatchRow } from "../matches/match-rows.ts";
import { presentMatch, settingOf } from "../matches/present.ts";
import { anyone } from "../people/policy.ts";
import { matchIdOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { competitionId, competitionOf } from "../storage/codes.ts";

const CAPTAIN = "/captains/:token";
const captain = {
  ...anyone("the address is the key of a team's captain; one that was replaced, or never given out, is refused"),
  description: "who holds the link of a captain",
};

/** What captains do: hand in who plays the next ties of their team. */
export const captainRoutes: readonly Route[] = [
  { method: "GET", path: CAPTAIN, policy: captain, answer: (request) => showTeam(request, null) },
  { method: "POST", path: `${CAPTAIN}/line-ups`, policy: captain, reads: captainLineUpForm, answer: takeLineUp },
];

async function showTeam(request: RouteRequest, refusal: Refusal | null): Promise<Answer> {
  const { db } = request.app.storage;
  const token = request.params["token"] ?? "";
  const team = await captainBy(db, token);
  if (isRefused(team)) return answer.refusal(team);
  const [row, setting] = [await eventRow(db, team.event), await settingOf(db, team.event)];
  const competition = await competitionRow(db, competitionId(competitionOf(team.event)));
  const entry = setting?.entries.get(team.code);
  if (row === undefined || setting === null || competition === undefined || entry === undefined)
    throw new Error(`The team ${team.entry} is gone.`);
  const data: CaptainPage = {
    token,
    competition: presentCompetition(competition),
    event: { id: team.event, title: JSON.parse(row.title) },
    entry,
    ties: await tiesToCome(db, team, (tie) => presentMatch(tie, setting)),
    entered: refusal === null ? {} : await request.fields(),
    refusal,
  };
  return answer.form({ page: "captain", data }, refusal ?? undefined);
}

/** Ties of the team that both line-ups are not in for yet, with the places of its own. */
async function tiesToCome(
  db: Db,
  team: Captain,
  present: (tie: StoredMatchRow) => CaptainPage["ties"][number]["row"],
): Promise<CaptainPage["ties"]> {
  const ties: CaptainPage["ties"][number][] = [];
  const all = await matchRows(db, team.event);
  for (const tie of all.filter(({ status }) => status === "ready")) {
    const side = sideOf(tie, team);
    if (side === undefined) continue;
    const lineUps = await lineUpsOf(db, tie);
    if (lineUps !== null) ties.push({ row: present(tie), side, lineUp: lineUps[side], isOpen: await isOpen(db, tie) });
  }
  return ties;
}

async function isOpen(db: Db, tie: StoredMatchRow): Promise<boolean> {
  const rows = await db.selectFrom("line_ups").select("side").where("match_id", "=", tie.id).execute();
  return rows.length === 2;
}

async function takeLineUp(request: RouteRequest): Promise<Answer> {
  const form = await request.read(captainLineUpForm);
  if (isRefused(form)) return request.wantsJson ? answer.refusal(form) : showTeam(request, form);
  const { tie: code, ...fields } = form;
  const names = Object.fromEntries(
    Object.entries(fields).map(([field, name]) => [field.replace("place-", ""), String(name)]),
  );
  const token = request.params["token"] ?? "";
  const done = await transact(request.app, null, async (unit) => {
    const team = await captainBy(unit.db, token);
    if (isRefused(team)) return team;
    const tie = await matchRow(unit.db, matchIdOf(team.event, code));
    const side = tie && sideOf(tie, team);
    if (tie === undefined || side === undefined)
      return refuse("match-unknown", `Your team plays no match ${code}.`, { match: code });
    return handInLineUp(unit, tie, { side, names });
  });
  if (isRefused(done)) return request.wantsJson ? answer.refusal(done) : showTeam(request, done);
  return request.wantsJson ? answer.json({ tie: code }) : answer.seeOther(`/captains/${token}`);
}
