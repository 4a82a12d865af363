import { isRefused, refuse, type Consequences, type Refusal } from "@podium/engine";
import {
  resultForm,
  type ChairView,
  type DeskMatch,
  type DeskMatchPage,
  type DeskNotice,
  type DeskPage,
  type ResultForm,
} from "@podium/protocol";
import { z } from "zod";
import { competitionRow, competitionRows, eventRows } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { notFound, statusOf } from "../http/refusal-status.ts";
import { answer, type Answer, type Ask, type Route } from "../http/route.ts";
import { chairsOut, issueChair, withdrawChair, type ChairRow } from "../matches/chairs.ts";
import { matchRows } from "../matches/matches.ts";
import { presentMatch, presentMatchById, settingOf } from "../matches/present.ts";
import { holders, holdersAnywhere, holdsOne } from "../people/policy.ts";
import { codeOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { change } from "../world.ts";
import { presentEventCard } from "./present.ts";
import { enterResult, foretellResult, publishedMatches, publishResult } from "./results.ts";

const atTheDesk = holders("organiser", "referee");
/** The version of the match that the person saw; a page always sends it. */
const signingOff = z.object({ version: z.coerce.number().int().min(0).optional() });

const MATCH = "/desk/matches/:competition/:event/:match";

export const deskRoutes: readonly Route[] = [
  { method: "GET", path: "/desk", may: holdersAnywhere("organiser", "referee"), answer: showDesks },
  { method: "GET", path: "/desk/:competition", may: atTheDesk, answer: (ask) => showDesk(ask, null) },
  { method: "GET", path: MATCH, may: atTheDesk, answer: (ask) => showMatch(ask, {}) },
  { method: "POST", path: `${MATCH}/chair`, may: atTheDesk, answer: handOutChair },
  { method: "POST", path: `${MATCH}/chair/withdrawal`, may: atTheDesk, answer: takeChairBack },
  { method: "POST", path: `${MATCH}/result`, may: atTheDesk, reads: resultForm, answer: takeResult },
  { method: "POST", path: `${MATCH}/publication`, may: atTheDesk, reads: signingOff, answer: signOff },
];

async function showDesks({ world, viewer }: Ask): Promise<Answer> {
  const rows = await competitionRows(world.storage.db);
  const open = rows.filter((row) => viewer !== null && holdsOne(viewer, row.id, ["organiser", "referee"]));
  return answer.page({ page: "desk-home", data: { competitions: open.map(presentCompetition) } });
}

async function showDesk({ world, params, path }: Ask, notice: DeskNotice | null, status = 200): Promise<Answer> {
  const { db } = world.storage;
  const competition = await competitionRow(db, params["competition"] ?? "");
  if (competition === undefined) return answer.refusal(notFound(path));
  const events = await eventRows(db, competition.id);
  const matches = (await Promise.all(events.map((event) => deskMatchesOf(db, event.id)))).flat();
  const data: DeskPage = {
    competition: presentCompetition(competition),
    events: await Promise.all(events.map((event) => presentEventCard(db, event))),
    matches: matches.filter(({ row }) => row.status !== "bye").sort(byNeed),
    notice,
  };
  return { kind: "page", page: { page: "desk", data }, status };
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

/** What needs a decision stands on top: results to publish, then play under way, then what can begin. */
function byNeed(a: DeskMatch, b: DeskMatch): number {
  return need(a) - need(b) || (a.row.startMs ?? Number.MAX_SAFE_INTEGER) - (b.row.startMs ?? Number.MAX_SAFE_INTEGER);
}

function need({ row, published }: DeskMatch): number {
  if (row.status === "over") return published ? 4 : 0;
  return { live: 1, ready: 2, waiting: 3, bye: 5 }[row.status];
}

/** Others play a match that has begun, or for which a chair is out: play stops, and the chair writes no more. */
function interrupted(found: Consequences, desks: readonly DeskMatch[]): DeskMatchPage["consequences"] {
  const changed = new Set<string>(found.replaced.map(({ match }) => match));
  return desks
    .filter(({ row }) => changed.has(codeOf(row.id)))
    .flatMap(({ row, chair }) => {
      if (row.status === "live") return [{ code: "match-stopped", facts: { match: row.id } }];
      return chair === null ? [] : [{ code: "chair-taken-back", facts: { match: row.id } }];
    });
}

/** Every entry of the event that stands in a match. */
function entriesIn(desks: readonly DeskMatch[]): DeskMatchPage["entries"] {
  const entries = desks.flatMap(({ row }) => [row.home.entry, row.away.entry]).filter((entry) => entry !== null);
  return [...new Map(entries.map((entry) => [entry.code, entry])).values()];
}

function matchOf({ params }: Ask): string {
  return `${params["competition"]}/${params["event"]}/${params["match"]}`;
}

interface Entered {
  readonly entered?: DeskMatchPage["entered"];
  readonly foretold?: Consequences;
  readonly refusal?: Refusal;
}

async function showMatch(ask: Ask, shown: Entered): Promise<Answer> {
  const { db } = ask.world.storage;
  const competition = await competitionRow(db, ask.params["competition"] ?? "");
  const desks = await deskMatchesOf(db, `${ask.params["competition"]}/${ask.params["event"]}`);
  const desk = desks.find(({ row }) => row.id === matchOf(ask));
  if (competition === undefined || desk === undefined) return answer.refusal(notFound(ask.path));
  const data: DeskMatchPage = {
    competition: presentCompetition(competition),
    desk,
    entered: shown.entered ?? null,
    consequences:
      shown.foretold === undefined
        ? []
        : [{ code: "result-recorded", facts: { match: matchOf(ask) } }, ...inWords(shown.foretold, desks)],
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
  ask: Ask,
  kind: DeskNotice["kind"],
  act: (match: string) => Promise<{ chairHref?: string } | Refusal>,
): Promise<Answer> {
  const match = matchOf(ask);
  const done = await act(match);
  if (isRefused(done))
    return ask.wantsJson
      ? answer.refusal(done)
      : showDesk(ask, { kind: "refused", match, chairHref: null, refusal: done }, statusOf(done));
  if (ask.wantsJson) return answer.json({ match, ...done });
  return showDesk(ask, { kind, match, chairHref: done.chairHref ?? null, refusal: null });
}

async function handOutChair(ask: Ask): Promise<Answer> {
  return actAtDesk(ask, "chair-issued", async (match) => {
    const issued = await change(ask.world, ask.viewer?.id ?? null, (act) => issueChair(act, match));
    return isRefused(issued) ? issued : { chairHref: `/chair/${issued.token}` };
  });
}

async function takeChairBack(ask: Ask): Promise<Answer> {
  const match = matchOf(ask);
  const done = await change(ask.world, ask.viewer?.id ?? null, (act) => withdrawChair(act, match));
  if (isRefused(done)) return answer.refusal(done);
  return ask.wantsJson ? answer.json({ match }) : backToDesk(ask);
}

async function signOff(ask: Ask): Promise<Answer> {
  const form = await ask.read(signingOff);
  if (isRefused(form)) return answer.refusal(form);
  return actAtDesk(ask, "result-published", async (match) => {
    const done = await change(ask.world, ask.viewer?.id ?? null, (act) => publishResult(act, match, form.version));
    return isRefused(done) ? done : {};
  });
}

function backToDesk({ params }: Ask): Answer {
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

async function takeResult(ask: Ask): Promise<Answer> {
  const read = await readResult(ask);
  if (isRefused(read))
    return ask.wantsJson ? answer.refusal(read) : showMatch(ask, { entered: await enteredIn(ask), refusal: read });
  const { form, confirmed } = read;
  if (!confirmed) return foretell(ask, form);
  const done = await change(ask.world, ask.viewer?.id ?? null, (act) => enterResult(act, matchOf(ask), form));
  if (!isRefused(done))
    return ask.wantsJson
      ? answer.json(await presentMatchById(ask.world.storage.db, matchOf(ask)))
      : showDesk(ask, { kind: "result-entered", match: matchOf(ask), chairHref: null, refusal: null });
  return ask.wantsJson ? answer.refusal(done) : showMatch(ask, { entered: await enteredIn(ask), refusal: done });
}

async function readResult(ask: Ask): Promise<{ form: ResultForm; confirmed: boolean } | Refusal> {
  if (ask.wantsJson) {
    const form = await ask.read(resultForm);
    return isRefused(form) ? form : { form, confirmed: true };
  }
  const written = await ask.read(writtenResult);
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

async function enteredIn(ask: Ask): Promise<NonNullable<DeskMatchPage["entered"]>> {
  const fields = await ask.fields();
  return { games: fields["games"] ?? "", outcome: fields["outcome"] ?? "play", against: fields["against"] ?? null };
}

async function foretell(ask: Ask, form: ResultForm): Promise<Answer> {
  const foretold = await foretellResult(ask.world.storage.db, matchOf(ask), form);
  const entered = await enteredIn(ask);
  if (isRefused(foretold)) return showMatch(ask, { entered, refusal: foretold });
  return showMatch(ask, { entered, foretold });
}

function inWords(found: Consequences, desks: readonly DeskMatch[]): DeskMatchPage["consequences"] {
  return [
    ...interrupted(found, desks),
    ...found.voided.map(({ match }) => ({ code: "match-voided", facts: { match } })),
    ...found.replaced.map(({ match, before, after }) => ({
      code: "entry-replaced",
      facts: { match, before: before ?? "", after: after ?? "" },
    })),
    ...found.medals.map(({ medal, before, after }) => ({
      code: "medal-moves",
      facts: { medal, before: before.join(", "), after: after.join(", ") },
    })),
  ];
}
