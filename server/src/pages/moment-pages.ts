import type { EventId } from "@podium/engine";
import type { MatchRow, MomentPage, MomentScreenPage, ReportPage } from "@podium/protocol";
import { notesOfMoment } from "../claims/present.ts";
import { toldOf } from "../claims/told.ts";
import { presentThreadAbout } from "../conversation/present.ts";
import { notFound } from "../http/refusal-status.ts";
import { answer, type Answer, type RouteRequest, type Route } from "../http/route.ts";
import { matchRowsOfRounds } from "../matches/match-rows.ts";
import { presentMatches } from "../matches/present.ts";
import { broadcastsOfEvent } from "../moments/broadcasts.ts";
import { incidentsOfEvent } from "../moments/incidents.ts";
import { mayReadPrepared, type MomentRow, momentRow } from "../moments/moments.ts";
import { presentCeremonies, presentMoment, presentPhotos, presentShownPhoto } from "../moments/present.ts";
import { shownNotes } from "../notes/present.ts";
import { anyone } from "../people/policy.ts";
import { presentReaction, presentReport } from "../reports/present.ts";
import { reactionRows } from "../reports/reactions.ts";
import { publishedReports } from "../reports/reports.ts";
import { answerCard, cardAddress } from "./card-routes.ts";
import { momentCard, reportCard } from "./cards.ts";
import { conversationAbout, topicsOfConversation } from "./conversation-link.ts";
import { eventOverview, topicsOf } from "./event-overview.ts";
import { codeOf, competitionOf, momentIn } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { cachedAnswer, type PublicRequest } from "./cached-answer.ts";

export const showReport = cachedAnswer(showReportAlone);
const showScreen = cachedAnswer(showScreenAlone);

export const momentPages: readonly Route[] = [
  {
    method: "GET",
    path: "/moments/:moment",
    policy: anyone("a moment that has opened is public; one that is prepared is not found"),
    answer: showMoment,
  },
  {
    method: "GET",
    path: "/moments/:moment/card.png",
    policy: anyone("a moment that has opened is public; one that is prepared is not found"),
    answer: showMomentCard,
  },
  {
    method: "GET",
    path: "/moments/:moment/screen",
    policy: anyone("the screen in the hall shows what the page of an open moment does"),
    answer: showScreen,
  },
  {
    method: "GET",
    path: "/moments/:moment/reports/:report",
    policy: anyone("a report that is published about an open moment is public; any other is not found"),
    answer: showReport,
  },
  {
    method: "GET",
    path: "/moments/:moment/reports/:report/card.png",
    policy: anyone("a report that is published about an open moment is public; any other is not found"),
    answer: showReportCard,
  },
];

const DECIDING_ROUNDS = ["final", "bronze"];

export const cachedMoment = cachedAnswer(showMomentAlone);

/** The thread depends on who reads it, the moment does not. */
async function showMoment(request: RouteRequest): Promise<Answer> {
  const { app, viewer } = request;
  const row = await momentRow(app.storage.db, momentIn(request.params));
  if (row?.opened_at_ms === null && !mayReadPrepared(viewer, competitionOf(row.event_id)))
    return answer.refusal(notFound(request.path));
  const given = await cachedMoment(request);
  if (given.kind !== "page" || given.page.page !== "moment") return given;
  const { data } = given.page;
  const thread = await presentThreadAbout(app, { kind: "moment", id: data.moment.id }, { viewer, sort: "best" });
  return answer.page({ page: "moment", data: { ...data, thread } }, [
    ...(given.topics ?? []),
    ...(thread === null ? [] : [`thread:${thread.id}`]),
  ]);
}

async function showMomentAlone({ db, params, path }: PublicRequest): Promise<Answer> {
  const row = await momentRow(db, momentIn(params));
  const overview = row && (await eventOverview(db, row.event_id));
  if (row === undefined || overview == null) return answer.refusal(notFound(path));
  const reports = await publishedReports(db, row.id);
  const reactions = await reactionRows(db, row.id);
  const shown = new Set([...reports, ...reactions.filter(({ state }) => state !== "taken-back")].map(({ id }) => id));
  const data: Omit<MomentPage, "card"> = {
    moment: { ...presentMoment(row), photos: await presentPhotos(db, row.id) },
    competition: overview.competition,
    event: overview.card,
    podium: overview.medals,
    result: await decidingMatches(db, row.event_id),
    ceremonies: await presentCeremonies(db, row.event_id),
    storylines: await toldOf(db, row.event_id),
    incidents: await incidentsOfEvent(db, row.event_id),
    broadcasts: await broadcastsOfEvent(db, row.event_id),
    reports: reports.map((report) => presentReport(report, reports)),
    reactions: reactions.map((reaction) => presentReaction(reaction, reports)),
    notes: (await notesOfMoment(db, row.id)).filter(({ about }) => shown.has(about)),
    readersNotes: await shownNotes(db, `moment:${row.id}`),
    thread: null,
  };
  const card = cardAddress(`/moments/${row.id}`, momentCard(data));
  return answer.page({ page: "moment", data: { ...data, card } }, [
    `moment:${row.id}`,
    `event:${row.event_id}`,
    ...topicsOf([overview.competition]),
  ]);
}

/** What is prepared has no card, for its staff neither: nobody shares it yet. */
async function showMomentCard(request: RouteRequest): Promise<Answer> {
  const row = await momentRow(request.app.storage.db, momentIn(request.params));
  if (row === undefined || row.opened_at_ms === null) return answer.refusal(notFound(request.path));
  const given = await cachedMoment(request);
  return given.kind === "page" && given.page.page === "moment"
    ? answerCard(request, momentCard(given.page.data))
    : given;
}

async function showReportCard(request: RouteRequest): Promise<Answer> {
  const given = await showReport(request);
  return given.kind === "page" && given.page.page === "report"
    ? answerCard(request, reportCard(given.page.data))
    : given;
}

/** The last ceremony, for a hall. */
async function showScreenAlone({ db, params, path }: PublicRequest): Promise<Answer> {
  const row = await momentRow(db, momentIn(params));
  const data = row === undefined ? null : await momentOnScreen(db, row);
  if (row === undefined || data === null) return answer.refusal(notFound(path));
  return answer.page({ page: "moment-screen", data }, [
    `moment:${row.id}`,
    `event:${row.event_id}`,
    ...topicsOf([data.competition]),
  ]);
}

/** What a screen shows of a moment; null before it opens. */
export async function momentOnScreen(db: Db, row: MomentRow): Promise<MomentScreenPage | null> {
  const overview = await eventOverview(db, row.event_id);
  if (row.opened_at_ms === null || overview == null) return null;
  const { id, title } = presentMoment(row);
  return {
    moment: { id, title },
    competition: overview.competition,
    event: overview.card,
    podium: overview.medals,
    ceremony: (await presentCeremonies(db, row.event_id)).at(-1) ?? null,
  };
}

/** Everybody reads the same, its staff too: what is being written is seen in the newsroom. */
async function showReportAlone({ db, params, path }: PublicRequest): Promise<Answer> {
  const row = await momentRow(db, momentIn(params));
  const overview = row && (await eventOverview(db, row.event_id));
  if (row === undefined || row.opened_at_ms === null || overview == null) return answer.refusal(notFound(path));
  const reports = await publishedReports(db, row.id);
  const report = reports.find(({ id }) => codeOf(id) === params["report"]);
  if (report === undefined) return answer.refusal(notFound(path));
  const { id, title } = presentMoment(row);
  const shown = presentReport(report, reports);
  const data: Omit<ReportPage, "card"> = {
    report: shown,
    photo: report.photo === null ? null : await presentShownPhoto(db, row.id, report.photo),
    notes: (await notesOfMoment(db, row.id)).filter(({ about }) => about === shown.id),
    readersNotes: await shownNotes(db, `moment:${row.id}`, [shown.id]),
    conversation: await conversationAbout(db, "report", report.id),
    moment: { id, title },
    competition: overview.competition,
    event: overview.card,
    podium: overview.medals,
    result: await decidingMatches(db, row.event_id),
  };
  const card = cardAddress(`/moments/${row.id}/reports/${codeOf(report.id)}`, reportCard(data));
  return answer.page({ page: "report", data: { ...data, card } }, [
    ...topicsOfConversation(data.conversation),
    `moment:${row.id}`,
    `event:${row.event_id}`,
    ...topicsOf([overview.competition]),
  ]);
}

/** The final, then the match for bronze; without one, the semi-finals whose losers share it. */
export async function decidingMatches(db: Db, event: EventId): Promise<MatchRow[]> {
  const matches = await presentMatches(db, await matchRowsOfRounds(db, event, DECIDING_ROUNDS));
  return DECIDING_ROUNDS.flatMap((round) => matches.filter((match) => match.round === round));
}
