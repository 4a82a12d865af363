import { isRefused, type Consequences, type Refusal } from "@podium/engine";
import {
  inDeskOrder,
  resultForm,
  type DeskMatchPage,
  type DeskNotice,
  type DeskPage,
  type ResultForm,
} from "@podium/protocol";
import { z } from "zod";
import { competitionRow, competitionRows, eventRows } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { notFound, statusOf } from "../http/refusal-status.ts";
import { answer, type Answer, type RouteRequest, type Route } from "../http/route.ts";
import { issueChair, withdrawChair } from "../matches/chairs.ts";
import { presentMatchById } from "../matches/present.ts";
import { holders, holdersAnywhere, holdsOne } from "../people/policy.ts";
import { transact } from "../app.ts";
import { enterResult, foretellResult, publishResult } from "../results/results.ts";
import { deskMatchesOf, entriesIn, eventCards, presentConsequences } from "./present.ts";
import { enteredIn, readResult } from "./result-form.ts";

const atTheDesk = holders("organiser", "referee");
/** The version of the match that the person saw; a page always sends it. */
const signingOff = z.object({ version: z.coerce.number().int().min(0).optional() });

const MATCH = "/desk/matches/:competition/:event/:match";

export const deskRoutes: readonly Route[] = [
  { method: "GET", path: "/desk", policy: holdersAnywhere("organiser", "referee"), answer: showDesks },
  { method: "GET", path: "/desk/:competition", policy: atTheDesk, answer: (request) => showDesk(request, null) },
  { method: "GET", path: MATCH, policy: atTheDesk, answer: (request) => showMatch(request, {}) },
  { method: "POST", path: `${MATCH}/chair`, policy: atTheDesk, answer: handOutChair },
  { method: "POST", path: `${MATCH}/chair/withdrawal`, policy: atTheDesk, answer: takeChairBack },
  { method: "POST", path: `${MATCH}/result`, policy: atTheDesk, reads: resultForm, answer: takeResult },
  { method: "POST", path: `${MATCH}/publication`, policy: atTheDesk, reads: signingOff, answer: signOff },
];

async function showDesks({ app, viewer }: RouteRequest): Promise<Answer> {
  const rows = await competitionRows(app.storage.db);
  const open = rows.filter((row) => viewer !== null && holdsOne(viewer, row.id, ["organiser", "referee"]));
  return answer.page({ page: "desk-home", data: { competitions: open.map(presentCompetition) } });
}

async function showDesk({ app, params, path }: RouteRequest, notice: DeskNotice | null, status = 200): Promise<Answer> {
  const { db } = app.storage;
  const competition = await competitionRow(db, params["competition"] ?? "");
  if (competition === undefined) return answer.refusal(notFound(path));
  const events = await eventRows(db, competition.id);
  const matches = (await Promise.all(events.map((event) => deskMatchesOf(db, event.id)))).flat();
  const data: DeskPage = {
    competition: presentCompetition(competition),
    events: await eventCards(db, events),
    matches: inDeskOrder(
      matches.filter(({ row }) => row.status !== "bye"),
      app.clock(),
    ),
    notice,
  };
  return { kind: "page", page: { page: "desk", data }, status };
}

function matchOf({ params }: RouteRequest): string {
  return `${params["competition"]}/${params["event"]}/${params["match"]}`;
}

interface Entered {
  readonly entered?: DeskMatchPage["entered"];
  readonly foretold?: Consequences;
  readonly refusal?: Refusal;
}

async function showMatch(request: RouteRequest, shown: Entered): Promise<Answer> {
  const { db } = request.app.storage;
  const competition = await competitionRow(db, request.params["competition"] ?? "");
  const desks = await deskMatchesOf(db, `${request.params["competition"]}/${request.params["event"]}`);
  const desk = desks.find(({ row }) => row.id === matchOf(request));
  if (competition === undefined || desk === undefined) return answer.refusal(notFound(request.path));
  const data: DeskMatchPage = {
    competition: presentCompetition(competition),
    desk,
    entered: shown.entered ?? null,
    consequences:
      shown.foretold === undefined
        ? []
        : [{ code: "result-recorded", match: matchOf(request) }, ...presentConsequences(shown.foretold, desks)],
    entries: shown.foretold === undefined ? [] : entriesIn(desks),
    refusal: shown.refusal ?? null,
  };
  return {
    kind: "page",
    page: { page: "desk-match", data },
    status: shown.refusal === undefined ? 200 : statusOf(shown.refusal),
  };
}

/** Does something at the desk and shows the desk again with what came of it. */
async function actAtDesk(
  request: RouteRequest,
  kind: DeskNotice["kind"],
  work: (match: string) => Promise<{ chairHref?: string } | Refusal>,
): Promise<Answer> {
  const match = matchOf(request);
  const done = await work(match);
  if (isRefused(done))
    return request.wantsJson
      ? answer.refusal(done)
      : showDesk(request, { kind: "refused", match, chairHref: null, refusal: done }, statusOf(done));
  if (request.wantsJson) return answer.json({ match, ...done });
  return showDesk(request, { kind, match, chairHref: done.chairHref ?? null, refusal: null });
}

async function handOutChair(request: RouteRequest): Promise<Answer> {
  return actAtDesk(request, "chair-issued", async (match) => {
    const issued = await transact(request.app, request.viewer?.id ?? null, (unit) => issueChair(unit, match));
    return isRefused(issued) ? issued : { chairHref: `/chair/${issued.token}` };
  });
}

async function takeChairBack(request: RouteRequest): Promise<Answer> {
  const match = matchOf(request);
  const done = await transact(request.app, request.viewer?.id ?? null, (unit) => withdrawChair(unit, match));
  if (isRefused(done)) return answer.refusal(done);
  return request.wantsJson ? answer.json({ match }) : backToDesk(request);
}

async function signOff(request: RouteRequest): Promise<Answer> {
  const form = await request.read(signingOff);
  if (isRefused(form)) return answer.refusal(form);
  return actAtDesk(request, "result-published", async (match) => {
    const done = await transact(request.app, request.viewer?.id ?? null, (unit) =>
      publishResult(unit, match, form.version),
    );
    return isRefused(done) ? done : {};
  });
}

function backToDesk({ params }: RouteRequest): Answer {
  return answer.seeOther(`/desk/${params["competition"]}`);
}

async function takeResult(request: RouteRequest): Promise<Answer> {
  const read = await readResult(request);
  if (isRefused(read))
    return request.wantsJson
      ? answer.refusal(read)
      : showMatch(request, { entered: await enteredIn(request), refusal: read });
  const { form, confirmed } = read;
  if (!confirmed) return foretell(request, form);
  const done = await transact(request.app, request.viewer?.id ?? null, (unit) =>
    enterResult(unit, matchOf(request), form),
  );
  if (!isRefused(done))
    return request.wantsJson
      ? answer.json(await presentMatchById(request.app.storage.db, matchOf(request)))
      : showDesk(request, { kind: "result-entered", match: matchOf(request), chairHref: null, refusal: null });
  return request.wantsJson
    ? answer.refusal(done)
    : showMatch(request, { entered: await enteredIn(request), refusal: done });
}

async function foretell(request: RouteRequest, form: ResultForm): Promise<Answer> {
  const foretold = await foretellResult(request.app.storage.db, matchOf(request), form);
  const entered = await enteredIn(request);
  if (isRefused(foretold)) return showMatch(request, { entered, refusal: foretold });
  return showMatch(request, { entered, foretold });
}
