import { isRefused } from "@podium/engine";
import { LANGUAGES, type NotificationView, type PushedWords, type RenderPush } from "@podium/protocol";
import type { z } from "zod";
import { stateIn, type App } from "../app.ts";
import { ATTEMPTS_MAX, type JobKind } from "../jobs/queue.ts";
import { pushes, serverKey } from "../people/devices.ts";
import { authorizationFor, encryptFor } from "../people/push-message.ts";
import type { DeviceRow } from "../storage/people-tables.ts";
import { addressOfTold, notificationsOf, tableOfTold } from "./notification-views.ts";

/** A day: what nobody was shown by then is on the page. */
const KEPT_S = 24 * 60 * 60;
/** RFC 8030, 7.3: the service knows the subscription no more. Whatever else it says may pass, such as a clock that was wrong. */
const GONE: ReadonlySet<number> = new Set([404, 410]);

/** Of three notifications, each tried as often as a job is: who is not reached by then is not there, or never was. */
const FAILURES_MAX = 3 * ATTEMPTS_MAX;

/** Sends what a member was told to their devices. What is no longer there to be told when it is sent is not told. */
export function sendPushesOf(app: App, render: RenderPush): JobKind<z.infer<typeof pushes.data>> {
  return {
    ...pushes,
    run: async ({ notification, device: id }) => {
      const { db } = app.storage;
      const device = await db.selectFrom("devices").selectAll().where("id", "=", id).executeTakeFirst();
      if (device === undefined) return;
      const told = (await notificationsOf(db, device.person_id)).find((each) => each.id === notification);
      if (told === undefined || !told.isNew) return;
      await sendTo(app, device, messageOf(told, device, render));
    },
  };
}

function messageOf(told: NotificationView, { language: tag }: DeviceRow, render: RenderPush): string {
  const language = LANGUAGES.find((each) => each === tag) ?? "en";
  const { id, kind, by, words, data } = told;
  const href = addressOfTold(told);
  const heading = { kind, by, table: tableOfTold(told), words };
  const shown = { ...heading, count: Number(data["count"] ?? 1), decision: data["decision"] ?? null };
  const pushed: PushedWords = { ...render(shown, language), href, tag: id };
  return JSON.stringify(pushed);
}

/** Throws what may be better the next time: the job is tried again. */
async function sendTo(app: App, device: DeviceRow, words: string): Promise<void> {
  const key = stateIn(app, serverKey);
  const authorization = authorizationFor(device.endpoint, { key, contact: contactOf(app), nowMs: app.clock() });
  const answer = await app.fetcher.send(device.endpoint, {
    headers: {
      authorization,
      ttl: String(KEPT_S),
      urgency: "normal",
      "content-type": "application/octet-stream",
      "content-encoding": "aes128gcm",
    },
    body: encryptFor(device, words),
  });
  const { db } = app.storage;
  const isTaken = !isRefused(answer) && answer >= 200 && answer <= 299;
  const isGone = GONE.has(isRefused(answer) ? 0 : answer) || device.failures + 1 >= FAILURES_MAX;
  if (!isTaken && isGone) return void (await db.deleteFrom("devices").where("id", "=", device.id).execute());
  const failures = isTaken ? 0 : device.failures + 1;
  if (failures !== device.failures)
    await db.updateTable("devices").set({ failures }).where("id", "=", device.id).execute();
  if (!isTaken) throw new Error(isRefused(answer) ? answer.message : `The push service answers ${answer}.`);
}

/** RFC 8292, 2.1: where a push service reaches who runs this. */
function contactOf({ config: { mail, origin } }: App): string {
  const address = /<([^<>]{1,200})>/.exec(mail?.from ?? "")?.[1] ?? mail?.from;
  if (address !== undefined) return `mailto:${address}`;
  return origin?.startsWith("https:") === true ? origin : "mailto:nobody@podium.invalid";
}
