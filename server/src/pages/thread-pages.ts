import type { MomentId } from "@podium/engine";
import type { DecisionView } from "@podium/protocol";
import { conversationRoutes } from "../conversation/routes.ts";
import { stateIn, type App } from "../app.ts";
import type { Answer, Route, RouteRequest } from "../http/route.ts";
import { cachedRead } from "../live/versioned-cache.ts";
import { momentRow } from "../moments/moments.ts";
import { eventOverview } from "./event-overview.ts";
import { decidingMatches } from "./moment-pages.ts";
import { momentId } from "../storage/codes.ts";

/** The conversation: on its pages stands also what was decided at the moment it is about. */
export const threadPages: readonly Route[] = conversationRoutes.map((route) => ({
  ...route,
  answer: async (request) => withDecision(request, await route.answer(request)),
}));

const DECISIONS_CACHED = 64;
const cachedDecisions = { make: (app: App) => cachedRead<DecisionOf | null>(app, DECISIONS_CACHED) };

interface DecisionOf {
  readonly decision: DecisionView;
  readonly event: string;
}

async function withDecision({ app }: RouteRequest, given: Answer): Promise<Answer> {
  if (given.kind !== "page" || given.page.page !== "thread") return given;
  const { data } = given.page;
  const { kind, id } = data.thread.subject;
  const about = kind === "moment" ? await decisionAt(app, momentId(id)) : null;
  if (about === null) return given;
  const page = { page: "thread", data: { ...data, about: about.decision } } as const;
  return given.topics === undefined
    ? { ...given, page }
    : { ...given, page, topics: [...given.topics, `event:${about.event}`] };
}

function decisionAt(app: App, moment: MomentId): Promise<DecisionOf | null> {
  return stateIn(app, cachedDecisions)(moment, async () => {
    const { db } = app.storage;
    const event = (await momentRow(db, moment))?.event_id;
    const overview = event === undefined ? null : await eventOverview(db, event);
    if (event === undefined || overview === null || overview.medals.length === 0) return { value: null, topics: null };
    const decision = { podium: overview.medals, result: await decidingMatches(db, event) };
    return { value: { decision, event }, topics: [`event:${event}`] };
  });
}
