import type { MatchId } from "@podium/engine";
import { type MatchRow, SCREEN_KINDS, type ScreenPage, type ScreenView, SHOWN_AT_FIRST } from "@podium/protocol";
import { competitionRow, type CompetitionRow, type EventRow, eventRows } from "../competitions/competitions.ts";
import { byNumber, tablesOfCompetition } from "../competitions/tables.ts";
import { shownOnScreens } from "../competitions/hall-screen.ts";
import { presentCompetition } from "../competitions/present.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route } from "../http/route.ts";
import { matchRowsByIds } from "../matches/match-rows.ts";
import { presentMatches } from "../matches/present.ts";
import { momentsOfEvents } from "../moments/moments.ts";
import { readers } from "../people/policy.ts";
import { codeOf, competitionIn, competitionOf, matchIdOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { cachedAnswer, type PublicRequest } from "./cached-answer.ts";
import { medalTableOf } from "./competition-pages.ts";
import { eventOverviews, topicsOf } from "./event-overview.ts";
import { decidedLast, liveAndNext } from "./now.ts";
import { momentOnScreen } from "./moment-pages.ts";
import { readSheets } from "./paper-sheets.ts";

const SECONDS = { usual: 12, least: 3, most: 300 } as const;
const CALLS_SHOWN = 18;
const RESULTS_SHOWN = 18;

/** What stands on screens in the hall and over the picture of a stream: what the pages show, larger. */
export const screenRoutes: readonly Route[] = [
  { method: "GET", path: "/screens/:competition", policy: readers, answer: cachedAnswer(showSteered, ["seconds"]) },
  {
    method: "GET",
    path: "/screens/:competition/:screen",
    policy: readers,
    answer: cachedAnswer(showScreen, ["seconds", "event", "match"]),
  },
];

async function showScreen({ app, db, params, path, query }: PublicRequest): Promise<Answer> {
  const competition = await competitionRow(db, competitionIn(params));
  const kind = SCREEN_KINDS.find((each) => each === params["screen"]);
  const pageSeconds = secondsIn(query["seconds"]);
  if (competition === undefined || kind === undefined || pageSeconds === null) return answer.refusal(notFound(path));
  const all = await eventRows(db, competition.id);
  const { event, match } = query;
  const events = event === undefined ? all : all.filter(({ id }) => codeOf(id) === event);
  if (events.length === 0 && event !== undefined) return answer.refusal(notFound(path));
  const shown = await viewOf(kind, { app, db, competition, events, match });
  const data: ScreenPage = {
    competition: presentCompetition(competition),
    pageSeconds,
    shown,
    isSteered: false,
    moments: [],
  };
  return answer.page({ page: "screen", data }, [...topicsOf([competition]), ...all.map(({ id }) => `event:${id}`)]);
}

/** One address that shows what the desk tells it to, whatever happens to the power meanwhile. */
async function showSteered({ app, db, params, path, query }: PublicRequest): Promise<Answer> {
  const competition = await competitionRow(db, competitionIn(params));
  const pageSeconds = secondsIn(query["seconds"]);
  if (competition === undefined || pageSeconds === null) return answer.refusal(notFound(path));
  const all = await eventRows(db, competition.id);
  const moments = await momentsOfEvents(
    db,
    all.map(({ id }) => id),
  );
  const [kind = SHOWN_AT_FIRST, code] = (await shownOnScreens(db, competition.id)).split(":");
  const events = code === undefined ? all : all.filter(({ id }) => codeOf(id) === code);
  const data: ScreenPage = {
    competition: presentCompetition(competition),
    pageSeconds,
    shown: await steeredTo(kind, { app, db, competition, events, match: undefined }),
    isSteered: true,
    moments: moments.filter(({ opened_at_ms: opened }) => opened !== null).map(({ id }) => id),
  };
  return answer.page({ page: "screen", data }, [
    ...topicsOf([competition]),
    ...all.map(({ id }) => `event:${id}`),
    ...moments.map(({ id }) => `moment:${id}`),
  ]);
}

async function steeredTo(kind: string, toShow: ToShow): Promise<ScreenView> {
  if (kind !== "ceremony") return viewOf(SCREEN_KINDS.find((each) => each === kind) ?? SHOWN_AT_FIRST, toShow);
  const [moment] = await momentsOfEvents(
    toShow.db,
    toShow.events.map(({ id }) => id),
  );
  return { kind, screen: moment === undefined ? null : await momentOnScreen(toShow.db, moment) };
}

/** How long a page stands; null for what is no such number. */
function secondsIn(asked: string | undefined): number | null {
  if (asked === undefined) return SECONDS.usual;
  if (!/^\d{1,3}$/.test(asked)) return null;
  return Math.min(SECONDS.most, Math.max(SECONDS.least, Number(asked)));
}

interface ToShow {
  readonly app: PublicRequest["app"];
  readonly db: Db;
  readonly competition: CompetitionRow;
  readonly events: readonly EventRow[];
  /** `os/final` */
  readonly match: string | undefined;
}

async function viewOf(kind: (typeof SCREEN_KINDS)[number], toShow: ToShow): Promise<ScreenView> {
  const { app, db, competition, events } = toShow;
  switch (kind) {
    case "tables":
      return { kind, tables: await tablesNow(toShow) };
    case "calls": {
      const { next } = await liveAndNext(db, competition.id);
      const called = next.filter(({ calledMs }) => calledMs !== null);
      const others = next.filter(({ calledMs, startMs }) => calledMs === null && startMs !== null);
      return { kind, matches: [...called, ...others].slice(0, CALLS_SHOWN) };
    }
    case "results":
      return { kind, matches: await decidedLast(db, competition.id, RESULTS_SHOWN) };
    case "bracket": {
      const read = await readSheets("brackets", { app, db, competition, events, rows: [] });
      return { kind, phases: read.kind === "brackets" ? read.phases : [] };
    }
    case "medals": {
      const ids = events.map(({ id }) => id);
      const overviews = await eventOverviews(db, ids);
      const inOrder = ids.flatMap((id) => overviews.get(id) ?? []);
      return {
        kind,
        table: await medalTableOf(db, competition.id, inOrder),
        events: inOrder.flatMap(({ card: { title }, medals }) => (medals.length === 0 ? [] : [{ title, medals }])),
      };
    }
    case "overlay":
      return { kind, match: await matchOver(toShow) };
  }
}

/** The tables of the competition, and every other one that something stands on, each with its match. */
async function tablesNow({ db, competition }: ToShow) {
  const { live, next } = await liveAndNext(db, competition.id);
  const others = [...live, ...next].flatMap(({ table }) => table ?? []);
  const inOrder = [...live, ...next.filter(({ calledMs }) => calledMs !== null), ...next];
  const tables = new Set([...tablesOfCompetition(competition), ...byNumber(others)]);
  return [...tables].map((table) => ({ table, match: inOrder.find((match) => match.table === table) ?? null }));
}

/** The match that the address names; without one the first that is live. */
async function matchOver({ db, competition, match }: ToShow): Promise<MatchRow | null> {
  if (match === undefined) return (await liveAndNext(db, competition.id)).live[0] ?? null;
  const id: MatchId = matchIdOf(competition.id, match);
  const [shown] = await presentMatches(db, await matchRowsByIds(db, [id]));
  return shown !== undefined && competitionOf(shown.event) === competition.id ? shown : null;
}
