import type { EventId } from "@podium/engine";
import { PAPER_KINDS, PAPER_ORDERS, PAPER_SIZES, type PaperChoice, type PaperPage } from "@podium/protocol";
import { competitionRow, eventRows } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { wallClock } from "../competitions/wall-clock.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type Route } from "../http/route.ts";
import { readers } from "../people/policy.ts";
import { codeOf, competitionIn } from "../storage/codes.ts";
import { cachedAnswer, type PublicRequest } from "./cached-answer.ts";
import { topicsOf } from "./event-overview.ts";
import { dayOf, dayToShow } from "./order-of-play.ts";
import { readSheets, rowsOnPaper, type ToPrint } from "./paper-sheets.ts";

const CHOICES = ["size", "event", "day", "by"] as const;

/** What is pinned to a wall or laid on a table: pages that the browser prints. */
export const paperRoutes: readonly Route[] = [
  { method: "GET", path: "/paper/:competition", policy: readers, answer: cachedAnswer(showPaper, CHOICES) },
  { method: "GET", path: "/paper/:competition/:sheets", policy: readers, answer: cachedAnswer(showPaper, CHOICES) },
];

async function showPaper({ app, db, params, path, query }: PublicRequest): Promise<Answer> {
  const competition = await competitionRow(db, competitionIn(params));
  const kind = params["sheets"] === undefined ? "list" : PAPER_KINDS.find((each) => each === params["sheets"]);
  if (competition === undefined || kind === undefined) return answer.refusal(notFound(path));
  const events = await eventRows(db, competition.id);
  const rows = await rowsOnPaper(
    db,
    events.map(({ id }) => id),
  );
  const days = [
    ...new Set(rows.filter(({ start_ms: ms }) => ms !== null).map((row) => dayOf(row, competition.zone))),
  ].sort();
  const codes = events.map(({ id }) => codeOf(id));
  const asked = choiceIn(query, { codes, days });
  if (asked === null) return answer.refusal(notFound(path));
  const today = wallClock(competition.zone, app.clock()).date;
  const chosen = { ...asked, day: asked.day ?? (kind === "order-of-play" ? dayToShow(days, today) : null) };
  const shown = events.filter(({ id }) => chosen.event === null || codeOf(id) === chosen.event);
  const isShown = new Set<EventId>(shown.map(({ id }) => id));
  const toPrint: ToPrint = {
    app,
    db,
    competition,
    events: shown,
    rows: rows.filter(
      (row) => isShown.has(row.event_id) && (chosen.day === null || dayOf(row, competition.zone) === chosen.day),
    ),
  };
  const data: PaperPage = {
    competition: presentCompetition(competition),
    events: events.map(({ id, title }) => ({ code: codeOf(id), title: JSON.parse(title) })),
    days,
    chosen,
    sheets: kind === "list" ? { kind } : await readSheets(kind, toPrint),
  };
  return answer.page({ page: "paper", data }, [...topicsOf([competition]), ...events.map(({ id }) => `event:${id}`)]);
}

/** What the address says; null where it names an event, a day, an order or a size that is not there. */
function choiceIn(
  query: PublicRequest["query"],
  { codes, days }: { readonly codes: readonly string[]; readonly days: readonly string[] },
): PaperChoice | null {
  const { event = null, day = null } = query;
  const size = PAPER_SIZES.find((each) => each === (query["size"] ?? "a4"));
  const by = PAPER_ORDERS.find((each) => each === (query["by"] ?? "time"));
  if (size === undefined || by === undefined) return null;
  if (event !== null && !codes.includes(event)) return null;
  return day === null || days.includes(day) ? { size, event, day, by } : null;
}
