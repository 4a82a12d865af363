import { refuse } from "@podium/engine";
import type { Viewer } from "@podium/protocol";
import { findThreadFor } from "../conversation/prepared.ts";
import { answer, type Answer, type LiveAnswer, type Route, type RouteRequest } from "../http/route.ts";
import { mayReadPrepared, momentRow } from "../moments/moments.ts";
import { viewerOf } from "../people/people.ts";
import { anyone } from "../people/policy.ts";
import { competitionOf, momentId, threadId } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

const TOPICS_MAX = 20;
const TOPIC = /^(home|(match|event|competition|thread|moment):[A-Za-z0-9/_-]{1,200})$/;

const NO_TOPICS = refuse("form-invalid", "A live stream needs 1 to 20 topics such as match:ID, event:ID or home.");

/** The stream of live messages. */
export const liveRoute: Route = {
  method: "GET",
  path: "/live",
  policy: anyone("it tells what the pages show; of what is prepared it tells those who prepare it"),
  findsViewer: true,
  answer: listen,
};

async function listen(request: RouteRequest): Promise<Answer> {
  const asked = new URL(request.path, "http://podium").searchParams.getAll("topic");
  if (asked.length === 0 || asked.length > TOPICS_MAX || !asked.every((topic) => TOPIC.test(topic)))
    return answer.refusal(NO_TOPICS);
  const { since } = request.query;
  const open = await openTopics(request, [...new Set(asked)]);
  return { kind: "live", ...open, since: since === undefined ? null : Number(since) };
}

/**
 * The topics without threads and moments that are not there, or are still prepared by others: of these nothing is told,
 * not even that they are there. Who follows what is prepared is asked for anew before each message: a role that was taken
 * back and a session that has ended count at once, whoever ended them.
 */
async function openTopics(
  { app, headers }: RouteRequest,
  topics: readonly string[],
): Promise<Pick<LiveAnswer, "topics" | "mayStill">> {
  const { db } = app.storage;
  const unread = await notFollowedBy(db, null, topics);
  if (unread.length === 0) return { topics, mayStill: null };
  const refused = await notFollowedBy(db, await viewerOf(app, headers), unread);
  const prepared = unread.filter((topic) => !refused.includes(topic));
  const mayStill = async () => (await notFollowedBy(db, await viewerOf(app, headers), prepared)).length === 0;
  return {
    topics: topics.filter((topic) => !refused.includes(topic)),
    mayStill: prepared.length === 0 ? null : mayStill,
  };
}

async function notFollowedBy(db: Db, viewer: Viewer | null, topics: readonly string[]): Promise<string[]> {
  const refused: string[] = [];
  for (const topic of topics) if (!(await mayFollow(db, viewer, topic))) refused.push(topic);
  return refused;
}

async function mayFollow(db: Db, viewer: Viewer | null, topic: string): Promise<boolean> {
  const id = topic.slice(topic.indexOf(":") + 1);
  if (topic.startsWith("thread:")) return (await findThreadFor(db, viewer, threadId(id))) !== undefined;
  if (!topic.startsWith("moment:")) return true;
  const moment = await momentRow(db, momentId(id));
  return (
    moment !== undefined && (moment.opened_at_ms !== null || mayReadPrepared(viewer, competitionOf(moment.event_id)))
  );
}
