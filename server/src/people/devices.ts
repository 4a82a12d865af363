import { createHash, ECDH } from "node:crypto";
import { isIP } from "node:net";
import { type PersonId, type Refusal, refuse } from "@podium/engine";
import type { deviceForm, DeviceView } from "@podium/protocol";
import { z } from "zod";
import { stateIn, type App, type UnitOfWork } from "../app.ts";
import type { Db } from "../storage/storage.ts";
import { installationSecret } from "./loaded-auth.ts";
import { serverKeyOf } from "./push-message.ts";

/** The job that sends what a member was told to one of their devices. */
export const pushes = {
  name: "send-push",
  data: z.strictObject({ notification: z.string().max(100), device: z.string().max(100) }),
};

/** More than anybody holds: the oldest goes. */
const MOST_DEVICES = 10;
const HTTPS_PORT = 443;

/** The keys of this installation for push services. */
export const serverKey = { make: (app: App) => serverKeyOf(stateIn(app, installationSecret)) };

/** Whether notifications can be sent to browsers: their services are on the web. */
export function isPushSetUp({ config }: Pick<App, "config">): boolean {
  return config.fetchPorts.has(HTTPS_PORT);
}

/** What a browser needs to know to let this installation send to it. */
export function publicServerKey(app: App): string {
  return stateIn(app, serverKey).getPublicKey("base64url");
}

/**
 * Shows what a member is told on a device from now on. A device has one owner: who signs in on it and asks for this takes it
 * over. Refuses what is no address of a push service, or no key.
 */
export async function addDevice(
  unit: UnitOfWork,
  person: PersonId,
  {
    endpoint,
    keys,
    language,
    session,
  }: z.infer<typeof deviceForm> & { readonly language: string; readonly session: string },
): Promise<string | Refusal> {
  const why = whyNoService(endpoint) ?? whyNoKey(keys.p256dh);
  if (why !== null) return why;
  const id = deviceAt(endpoint);
  const row = {
    person_id: person,
    p256dh: keys.p256dh,
    auth: keys.auth,
    session_id: session,
    language,
    at_ms: unit.nowMs,
    failures: 0,
  };
  await unit.db
    .insertInto("devices")
    .values({ id, endpoint, ...row })
    .onConflict((clash) => clash.column("id").doUpdateSet(row))
    .execute();
  const all = await unit.db
    .selectFrom("devices")
    .select("id")
    .where("person_id", "=", person)
    .orderBy("at_ms", "desc")
    .orderBy("id")
    .execute();
  for (const { id: old } of all.slice(MOST_DEVICES))
    await unit.db.deleteFrom("devices").where("id", "=", old).execute();
  return id;
}

/** Where the numbers of a name lead is looked at when something is sent. */
function whyNoService(endpoint: string): Refusal | null {
  const { hostname, port, username, password } = new URL(endpoint);
  const isName = isIP(hostname.replace(/^\[|\]$/g, "")) === 0 && hostname.includes(".");
  if (isName && port === "" && username === "" && password === "") return null;
  return refuse("address-forbidden", "This is no address of a push service.", { host: hostname.slice(0, 200) });
}

function whyNoKey(point: string): Refusal | null {
  try {
    ECDH.convertKey(Buffer.from(point, "base64url"), "prime256v1");
    return null;
  } catch {
    return refuse("form-invalid", "The key of this browser is none.");
  }
}

/** The name of a device here: the address itself is a secret of its owner. */
export function deviceAt(endpoint: string): string {
  return createHash("sha256").update(endpoint).digest("base64url").slice(0, 24);
}

/** Shows a member nothing on this device any more. */
export async function dropDevice({ db }: UnitOfWork, person: PersonId, id: string): Promise<undefined> {
  await db.deleteFrom("devices").where("id", "=", id).where("person_id", "=", person).execute();
  return undefined;
}

/** After somebody signed out: on a device that others use too, nothing of theirs is shown. */
export async function dropDevicesIn(db: Db, session: string): Promise<void> {
  await db.deleteFrom("devices").where("session_id", "=", session).execute();
}

/** After all other sessions of a member ended and theirs is a new one: only the device of this session is told anything. */
export async function keepDeviceIn(
  db: Db,
  person: PersonId,
  { before, now }: { readonly before: string; readonly now: string },
): Promise<void> {
  await db.deleteFrom("devices").where("person_id", "=", person).where("session_id", "!=", before).execute();
  await db.updateTable("devices").set({ session_id: now }).where("session_id", "=", before).execute();
}

/** After sessions ran out: nothing is shown any more on the devices on which somebody was signed in by them. */
export async function dropDevicesWithoutSession(db: Db): Promise<void> {
  const open = db.selectFrom("sessions").select("id");
  await db.deleteFrom("devices").where("session_id", "not in", open).execute();
}

/** Shows a member nothing on any device any more. */
export async function dropDevicesOf(db: Db, person: PersonId): Promise<void> {
  await db.deleteFrom("devices").where("person_id", "=", person).execute();
}

/** The devices of a member, the newest first. */
export async function devicesOf(db: Db, person: PersonId): Promise<DeviceView[]> {
  const rows = await db
    .selectFrom("devices")
    .select(["id", "endpoint", "at_ms"])
    .where("person_id", "=", person)
    .orderBy("at_ms", "desc")
    .orderBy("id")
    .execute();
  return rows.map(({ id, endpoint, at_ms: sinceMs }) => ({ id, at: new URL(endpoint).host, sinceMs }));
}

/** After a member was told something: one job for each of their devices, never before the commit. */
export async function planPush(unit: UnitOfWork, person: PersonId, notification: string): Promise<void> {
  const rows = await unit.db.selectFrom("devices").select("id").where("person_id", "=", person).execute();
  for (const { id: device } of rows) await unit.enqueue(pushes, { data: { notification, device } });
}
