import { refuse } from "@podium/engine";
import { preparedIn } from "../conversation/prepared.ts";
import { threadTopic } from "../conversation/thread-topic.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { mayReadPrepared } from "../moments/moments.ts";
import { viewerOf } from "../people/people.ts";
import { anyone } from "../people/policy.ts";
import { threadId } from "../storage/codes.ts";

const TOPICS_MAX = 20;
const TOPIC = /^(home|(match|event|competition|thread|moment):[A-Za-z0-9/_-]{1,200})$/;
const THREAD = threadTopic(threadId(""));

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
  const topics = await openTopics(request, [...new Set(asked)]);
  return { kind: "live", topics, since: since === undefined ? null : Number(since) };
}

/**
 * The topics without those of threads that are still prepared by others: of these nothing is told, not even that they
 * are there.
 */
async function openTopics({ app, headers }: RouteRequest, topics: readonly string[]): Promise<readonly string[]> {
  const prepared = new Map<string, string>();
  for (const topic of topics.filter((each) => each.startsWith(THREAD))) {
    const competition = await preparedIn(app.storage.db, threadId(topic.slice(THREAD.length)));
    if (competition !== null) prepared.set(topic, competition);
  }
  if (prepared.size === 0) return topics;
  const viewer = await viewerOf(app, headers);
  return topics.filter((topic) => {
    const competition = prepared.get(topic);
    return competition === undefined || mayReadPrepared(viewer, competition);
  });
}
