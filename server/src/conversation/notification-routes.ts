import { isRefused } from "@podium/engine";
import { appealForm } from "@podium/protocol";
import { transact } from "../app.ts";
import { notSignedIn } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { markSeen } from "../people/notifications.ts";
import { signedIn } from "../people/policy.ts";
import { appeal } from "./appeals.ts";
import { notificationsOf } from "./notification-views.ts";

const PAGE = "/notifications";

/** What a member is told, and what they say to it. */
export const notificationRoutes: readonly Route[] = [
  { method: "GET", path: PAGE, policy: signedIn, answer: show },
  { method: "POST", path: `${PAGE}/seen`, policy: signedIn, answer: see },
  { method: "POST", path: "/cases/:case/appeal", policy: signedIn, reads: appealForm, answer: ask },
];

async function show({ app, viewer }: RouteRequest): Promise<Answer> {
  if (viewer === null) return answer.refusal(notSignedIn());
  const data = { notifications: await notificationsOf(app.storage.db, viewer.id) };
  return answer.page({ page: "notifications", data });
}

async function see({ app, viewer, wantsJson }: RouteRequest): Promise<Answer> {
  if (viewer === null) return answer.refusal(notSignedIn());
  await transact(app, viewer.id, (unit) => markSeen(unit, viewer.id));
  return wantsJson ? answer.json({}) : answer.seeOther(PAGE);
}

async function ask(request: RouteRequest): Promise<Answer> {
  const { app, viewer, params } = request;
  if (viewer === null) return answer.refusal(notSignedIn());
  const form = await request.read(appealForm);
  if (isRefused(form)) return answer.refusal(form);
  const wanted = { id: params["case"] ?? "", words: form.words };
  const asked = await transact(app, viewer.id, (unit) => appeal(unit, viewer, wanted));
  if (isRefused(asked)) return answer.refusal(asked);
  return request.wantsJson ? answer.json({ case: asked.id }, 201) : answer.seeOther(`${PAGE}?notice=appeal-made`);
}
