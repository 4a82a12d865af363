import { isRefused } from "@podium/engine";
import { deviceForm, deviceRemovalForm } from "@podium/protocol";
import { transact } from "../app.ts";
import { notSignedIn } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { addDevice, deviceAt, dropDevice } from "./devices.ts";
import { admit } from "./pacing.ts";
import { sessionOf } from "./people.ts";
import { signedIn } from "./policy.ts";

const DEVICES_OF_A_PERSON = { everyMs: 20_000, burst: 20 };

/** On which devices a member is shown what they are told. */
export const deviceRoutes: readonly Route[] = [
  { method: "POST", path: "/account/devices", policy: signedIn, reads: deviceForm, answer: add },
  { method: "POST", path: "/account/devices/removal", policy: signedIn, reads: deviceRemovalForm, answer: remove },
];

async function add(request: RouteRequest): Promise<Answer> {
  const { app, viewer, language } = request;
  if (viewer === null) return answer.refusal(notSignedIn());
  const calm = await admit(app, DEVICES_OF_A_PERSON, [`devices of ${viewer.id}`]);
  if (isRefused(calm)) return answer.refusal(calm);
  const form = await request.read(deviceForm);
  if (isRefused(form)) return answer.refusal(form);
  const session = (await sessionOf(app, request.headers)) ?? "";
  const device = await transact(app, viewer.id, (unit) => addDevice(unit, viewer.id, { ...form, language, session }));
  return isRefused(device) ? answer.refusal(device) : answer.json({ device }, 201);
}

async function remove(request: RouteRequest): Promise<Answer> {
  const { app, viewer, wantsJson } = request;
  if (viewer === null) return answer.refusal(notSignedIn());
  const form = await request.read(deviceRemovalForm);
  if (isRefused(form)) return answer.refusal(form);
  const device = form.device ?? deviceAt(form.endpoint ?? "");
  await transact(app, viewer.id, (unit) => dropDevice(unit, viewer.id, device));
  return wantsJson ? answer.json({ device }) : answer.seeOther("/account?notice=device-removed");
}
