import { type ForkedLine, isRefused, type LogEntry, type MatchState, type Refusal, refuse } from "@podium/engine";
import { type ForkForm, forkForm, type ForkPage, type ForkScore, handedInLines } from "@podium/protocol";
import { transact } from "../app.ts";
import { competitionRow } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Policy, type Route, type RouteRequest } from "../http/route.ts";
import { admitRequest } from "../matches/chair-pace.ts";
import {
  chairOnceOf,
  foretellFork,
  handInFork,
  markOfSettlement,
  type OpenFork,
  openFork,
  settleFork,
} from "../matches/forks.ts";
import { presentMatchById } from "../matches/present.ts";
import { holders } from "../people/policy.ts";
import { competitionIn, matchIn } from "../storage/codes.ts";

const FORK = "/desk/matches/:competition/:event/:match/forks/:fork";

const heldTheChair: Policy = {
  description: "who holds the address of a chair, or held it until lately",
  openBecause: "the address is the key; nothing of the match is changed by it until the referee has looked at it",
  allows: () => true,
};

/** Two phones told one match: what the log went on without is handed in, and settled at the desk. */
export const forkRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/chair/:token/fork",
    policy: heldTheChair,
    pacesItself: true,
    reads: handedInLines,
    answer: handIn,
  },
  { method: "GET", path: FORK, policy: holders("organiser", "referee"), answer: (request) => showFork(request, {}) },
  { method: "POST", path: FORK, policy: holders("organiser", "referee"), reads: forkForm, answer: settle },
];

async function handIn(request: RouteRequest): Promise<Answer> {
  const { app, params } = request;
  const chair = await chairOnceOf(app.storage.db, params["token"] ?? "", app.clock());
  if (isRefused(chair)) return answer.refusal(chair);
  const calm = admitRequest(app, chair.id);
  if (isRefused(calm)) return answer.refusal(calm);
  const sent = await request.read(handedInLines);
  if (isRefused(sent)) return answer.refusal(sent);
  // The wire and the engine differ only in how an absent field is written.
  const lines = sent.lines.map(({ id, entry }) => ({ id, entry: JSON.parse(JSON.stringify(entry)) as LogEntry }));
  const stored = await transact(app, null, (unit) => handInFork(unit, chair, { ...sent, lines }));
  return isRefused(stored) ? answer.refusal(stored) : answer.json({ length: stored.lines });
}

interface Shown {
  readonly chosen?: readonly string[];
  readonly refusal?: Refusal;
}

async function showFork(request: RouteRequest, { chosen, refusal }: Shown): Promise<Answer> {
  const { db } = request.app.storage;
  const match = matchIn(request.params);
  const competition = await competitionRow(db, competitionIn(request.params));
  const open = await openFork(db, match, request.params["fork"] ?? "");
  if (competition === undefined) return answer.refusal(notFound(request.path));
  if (isRefused(open)) return answer.refusal(open);
  const names = chosen ?? open.lines.filter(isChosenAtFirst).map(nameOf);
  const foretold = foretellFork(open, linesNamed(open, names));
  const why = refusal ?? (isRefused(foretold) ? foretold : undefined);
  const data: ForkPage = {
    competition: presentCompetition(competition),
    match: await presentMatchById(db, match),
    fork: { id: open.row.id, sentAtMs: open.row.sent_at_ms, lines: open.lines },
    chosen: names,
    score: foretold === null || isRefused(foretold) ? null : scoreOf(foretold.state),
    shown: isRefused(foretold) ? "" : markOfSettlement(foretold),
    refusal: why ?? null,
  };
  // What cannot stand is shown with why, and only refused when it is to be put in force.
  return answer.form({ page: "desk-fork", data }, refusal);
}

/** What stands, and what only the other phone told; nothing that one of them took back. */
function isChosenAtFirst({ of, isTwin, isTakenBack }: ForkedLine): boolean {
  return !isTakenBack && (of === "log" || !isTwin);
}

function nameOf({ of, index }: Pick<ForkedLine, "of" | "index">): string {
  return `${of}-${index}`;
}

function linesNamed({ lines }: OpenFork, names: readonly string[]): readonly ForkedLine[] {
  return lines.filter((line) => names.includes(nameOf(line)));
}

function scoreOf({ gamesWon, games }: MatchState): ForkScore {
  return { games: gamesWon, points: games.at(-1)?.score ?? { home: 0, away: 0 } };
}

async function settle(request: RouteRequest): Promise<Answer> {
  const form = await request.read(forkForm);
  if (isRefused(form)) return answer.refusal(form);
  const { db } = request.app.storage;
  const match = matchIn(request.params);
  const id = request.params["fork"] ?? "";
  const open = await openFork(db, match, id);
  if (isRefused(open)) return answer.refusal(open);
  const names = namesIn(form);
  const known = new Set(open.lines.map(nameOf));
  if (names.some((name) => !known.has(name)))
    return answer.refusal(refuse("fork-unknown", "This line is none of what the phones told."));
  const chosen = linesNamed(open, names);
  if (form.confirm === undefined) {
    if (!request.wantsJson) return showFork(request, { chosen: names });
    const foretold = foretellFork(open, chosen);
    if (isRefused(foretold)) return answer.refusal(foretold);
    const shown = markOfSettlement(foretold);
    return answer.json(foretold === null ? { shown } : { ...scoreOf(foretold.state), shown });
  }
  const refusal = await transact(request.app, request.viewer?.id ?? null, (unit) =>
    settleFork(unit, match, { id, version: form.version, shown: form.shown, chosen }),
  );
  if (refusal !== undefined)
    return request.wantsJson ? answer.refusal(refusal) : showFork(request, { chosen: names, refusal });
  return request.wantsJson ? answer.json({ match }) : answer.seeOther(`/desk/matches/${match}`);
}

function namesIn({ version: _version, confirm: _confirm, shown: _shown, ...lines }: ForkForm): string[] {
  return Object.keys(lines);
}
