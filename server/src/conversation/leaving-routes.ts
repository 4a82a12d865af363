import { isRefused } from "@podium/engine";
import { leavingForm } from "@podium/protocol";
import { transact } from "../app.ts";
import { notSignedIn } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { signedIn } from "../people/policy.ts";
import { leave } from "./leaving.ts";
import { ownData } from "./own-data.ts";

/** What is stored about a member, and the end of the account. */
export const leavingRoutes: readonly Route[] = [
  { method: "GET", path: "/account/data", policy: signedIn, answer: give },
  { method: "POST", path: "/account/leaving", policy: signedIn, reads: leavingForm, answer: end },
];

async function give({ app, viewer }: RouteRequest): Promise<Answer> {
  return viewer === null ? answer.refusal(notSignedIn()) : answer.json(await ownData(app.storage.db, viewer));
}

async function end(request: RouteRequest): Promise<Answer> {
  const { app, viewer } = request;
  if (viewer === null) return answer.refusal(notSignedIn());
  const form = await request.read(leavingForm);
  if (isRefused(form)) return answer.refusal(form);
  const { choice } = form;
  const refused = await transact<undefined>(app, viewer.id, (unit) => leave(app, unit, { viewer, choice }));
  if (isRefused(refused)) return answer.refusal(refused);
  return request.wantsJson ? answer.json({}) : answer.seeOther("/?notice=member-left");
}
