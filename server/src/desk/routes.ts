import { isRefused, refuse, type Consequences, type MatchCode, type Refusal } from "@podium/engine";
import {
  inDeskOrder,
  resultForm,
  type ChairView,
  type ConsequenceView,
  type DeskMatch,
  type DeskMatchPage,
  type DeskNotice,
  type DeskPage,
  type EventCard,
  type ResultForm,
} from "@podium/protocol";
import { z } from "zod";
import { competitionRow, competitionRows, eventRows, type EventRow } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { entryCounts } from "../entries/entries.ts";
import { notFound, statusOf } from "../http/refusal-status.ts";
import { answer, type Answer, type RouteRequest, type Route } from "../http/route.ts";
import { chairsOut, issueChair, withdrawChair, type ChairRow } from "../matches/chairs.ts";
import { matchCounts, matchRows } from "../matches/match-rows.ts";
import { presentMatch, presentMatchById, settingOf } from "../matches/present.ts";
import { holders, holdersAnywhere, holdsOne } from "../people/policy.ts";
import { codeOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { transact } from "../app.ts";
import { presentCard } from "../results/present.ts";
import { enterResult, foretellResult, publishedMatches, publishResult } from "../results/results.ts";

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

async function eventCards(db: Db, events: readonly EventRow[]): Promise<EventCard[]> {
  const ids = events.map(({ id }) => id);
  const [matches, entries] = [await matchCounts(db, ids), await entryCounts(db, ids)];
  return events.map((row) =>
    presentCard(row, { entries: entries.get(row.id) ?? 0, matches: matches.get(row.id), medals: [] }),
  );
}

async function deskMatchesOf(db: Db, event: string): Promise<DeskMatch[]> {
  const setting = await settingOf(db, event);
  if (setting === null) return [];
  const published = await publishedMatches(db, event);
  const chairs = new Map((await chairsOut(db, event)).map((chair) => [chair.match_id, chair]));
  const rows = await matchRows(db, event);
  return rows.map((row) => ({
    row: presentMatch(row, setting),
    chair: presentChair(chairs.get(row.id)),
    published: published.has(row.id),
  }));
}

function presentChair(row: ChairRow | undefined): ChairView | null {
  if (row === undefined) return null;
  return {
    id: row.id,
    issuedAtMs: row.issued_at_ms,
    issuedBy: row.issued_by,
    withdrawnAtMs: row.withdrawn_at_ms,
    lastLineAtMs: row.last_line_at_ms,
  };
}

/** Others play a match that has begun, or for which a chair is out: play stops, and the chair writes no more. */
function interrupted(found: Consequences, desks: readonly DeskMatch[]): ConsequenceView[] {
  const changed = new Set<string>(found.replaced.map(({ match }) => match));
  return desks
    .filter(({ row }) => changed.has(codeOf(row.id)))
    .flatMap(({ row, chair }): ConsequenceView[] => {
      if (row.status === "live") return [{ code: "match-stopped", match: row.id }];
      return chair === null ? [] : [{ code: "chair-taken-back", match: row.id }];
    });
}

/** Every entry of the event that stands in a match. */
function entriesIn(desks: readonly DeskMatch[]): DeskMatchPage["entries"] {
  const entries = desks.flatMap(({ row }) => [row.home.entry, row.away.entry]).filter((entry) => entry !== null);
  return [...new Map(entries.map((entry) => [entry.code, entry])).values()];
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

/** A result as a page sends it: the games in one field, as they are written on a score sheet. */
const writtenResult = z.object({
  games: z.string().trim().max(200).default(""),
  outcome: resultForm.shape.outcome,
  against: resultForm.shape.against,
  version: z.coerce.number().int().min(0),
  confirm: z.literal("yes").optional(),
});

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

async function readResult(request: RouteRequest): Promise<{ form: ResultForm; confirmed: boolean } | Refusal> {
  if (request.wantsJson) {
    const form = await request.read(resultForm);
    return isRefused(form) ? form : { form, confirmed: true };
  }
  const written = await request.read(writtenResult);
  if (isRefused(written)) return written;
  const games = readGames(written.games);
  const { confirm, ...rest } = written;
  const form = resultForm.safeParse({ ...rest, games });
  if (games === null || !form.success) return REFUSED_GAMES;
  return { form: form.data, confirmed: confirm === "yes" };
}

const REFUSED_GAMES = refuse(
  "games-unreadable",
  "Write the games as 11-7 8-11 11-9, home first, with a space between them.",
);

/** `11-7 8-11` as points by side; null when it is not written so. */
function readGames(written: string): ResultForm["games"] | null {
  const parts = written.split(/[\s,;]+/).filter((part) => part !== "");
  const games = parts.map((part) => /^(\d{1,3})\s*[-:–]\s*(\d{1,3})$/.exec(part));
  if (games.some((game) => game === null)) return null;
  return games.map((game) => ({ home: Number(game?.[1]), away: Number(game?.[2]) }));
}

async function enteredIn(request: RouteRequest): Promise<NonNullable<DeskMatchPage["entered"]>> {
  const fields = await request.fields();
  return { games: fields["games"] ?? "", outcome: fields["outcome"] ?? "play", against: fields["against"] ?? null };
}

async function foretell(request: RouteRequest, form: ResultForm): Promise<Answer> {
  const foretold = await foretellResult(request.app.storage.db, matchOf(request), form);
  const entered = await enteredIn(request);
  if (isRefused(foretold)) return showMatch(request, { entered, refusal: foretold });
  return showMatch(request, { entered, foretold });
}

function presentConsequences(found: Consequences, desks: readonly DeskMatch[]): ConsequenceView[] {
  const ids = new Map(desks.map(({ row }) => [codeOf(row.id), row.id]));
  const idOf = (code: MatchCode): string => ids.get(code) ?? code;
  return [
    ...interrupted(found, desks),
    ...found.voided.map(({ match }) => ({ code: "match-voided", match: idOf(match) }) as const),
    ...found.replaced.map(
      ({ match, before, after }) =>
        ({ code: "entry-replaced", match: idOf(match), before: listOf(before), after: listOf(after) }) as const,
    ),
    ...found.medals.map(({ medal, before, after }) => ({ code: "medal-moves", medal, before, after }) as const),
  ];
}

function listOf<Value>(value: Value | null): readonly Value[] {
  return value === null ? [] : [value];
}
