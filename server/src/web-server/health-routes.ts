import { setTimeout } from "node:timers/promises";
import { stateIn, type App } from "../app.ts";
import { answer, type Route } from "../http/route.ts";
import { anyone } from "../people/policy.ts";

/** Whether this node is ending: it still serves, and should not be asked any more. */
export const nodeState = { make: () => ({ isEnding: false }) };

/** A database that does not answer in this time counts as away. */
const ANSWER_MS = 1_000;

const policy = anyone("proxies and those who watch over an installation ask without an account");

/** What a proxy asks of a node. */
export const healthRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/health/live",
    policy,
    isStatic: true,
    answer: async () => answer.json({ live: true }),
  },
  {
    method: "GET",
    path: "/health/ready",
    policy,
    isStatic: true,
    answer: async ({ app }) => {
      const notReady = await whyNotReady(app);
      return notReady === null
        ? answer.json({ ready: true })
        : { ...answer.json({ ready: false, because: notReady }), status: 503 };
    },
  },
];

async function whyNotReady(app: App): Promise<"ending" | "database" | "behind" | null> {
  if (stateIn(app, nodeState).isEnding) return "ending";
  const asked = app.storage.db.selectFrom("installation").select("name").limit(1).execute();
  const answered = asked.then(
    () => true,
    () => false,
  );
  if (!(await Promise.race([answered, setTimeout(ANSWER_MS, false, { ref: false })]))) return "database";
  return app.bus.isCurrent() ? null : "behind";
}
