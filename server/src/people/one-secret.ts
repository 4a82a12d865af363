import { createHmac } from "node:crypto";
import { stateIn, type App } from "../app.ts";
import { StorageFault } from "../storage/storage.ts";
import { installationSecret } from "./loaded-auth.ts";

const FINGERPRINT_LETTERS = 32;

/** What tells two secrets apart and gives neither away. */
function fingerprintOf(secret: string): string {
  return createHmac("sha256", secret).update("podium secret/1").digest("base64url").slice(0, FINGERPRINT_LETTERS);
}

/**
 * All nodes that serve from one database sign with the same secret: with another, whoever comes from a node to the next
 * is signed out, and the address of a table is another one. The first node leaves its fingerprint in the database. On one
 * file there is one node: who removes its secret has another, and all sign in anew.
 */
export async function assertOneSecret(app: App): Promise<void> {
  if (app.config.databaseUrl === null) return;
  const value = fingerprintOf(stateIn(app, installationSecret));
  const known = await app.storage.db.transaction().execute(async (db) => {
    const row = await db.selectFrom("installation").select("value").where("name", "=", "secret").executeTakeFirst();
    if (row === undefined) await db.insertInto("installation").values({ name: "secret", value }).execute();
    return row?.value ?? value;
  });
  if (known !== value) throw new StorageFault("unfit", otherSecret(app.config.secret !== null));
}

function otherSecret(isSet: boolean): string {
  const here = isSet ? "PODIUM_SECRET is" : "PODIUM_SECRET is not set, and the file secret in PODIUM_DATA is";
  return `${here} not the secret of this database. Give this node the one of the others; for a new one: ./podium secret --change`;
}

/**
 * Makes the secret of these settings that of the installation: all sign in anew, every table has another address,
 * and push services, which knew the one before, are asked for nothing any more.
 */
export async function changeSecret(app: App): Promise<void> {
  const value = fingerprintOf(stateIn(app, installationSecret));
  await app.storage.db.transaction().execute(async (db) => {
    await db.deleteFrom("installation").where("name", "=", "secret").execute();
    await db.insertInto("installation").values({ name: "secret", value }).execute();
    await db.deleteFrom("devices").execute();
  });
}
