import { z } from "zod";
import { transact, type App } from "../app.ts";
import type { JobKind } from "../jobs/queue.ts";
import { dropDevicesWithoutSession } from "./devices.ts";
import { authOf } from "./loaded-auth.ts";

/** A start is over by then, and nobody waits for the library of accounts. */
export const FIRST_PURGE_MS = 10 * 60 * 1000;
const EVERY_MS = 6 * 60 * 60 * 1000;

const purge = { name: "purge-expired", data: z.strictObject({}) };

/**
 * Deletes what has run out and lets nobody in any more, sessions with their devices and the steps of passkeys, and what else is
 * to be cleared away; comes back in six hours, also where something of it fails.
 */
export function purgeOf(
  app: App,
  others: readonly ((app: App) => Promise<void>)[] = [],
): JobKind<z.infer<typeof purge.data>> {
  return {
    ...purge,
    run: async () => {
      const { adapter } = await (await authOf(app, new Headers())).$context;
      const isOver = { field: "expiresAt", operator: "lt", value: new Date(app.clock()) } as const;
      for (const model of ["verification", "session"]) await adapter.deleteMany({ model, where: [isOver] });
      await dropDevicesWithoutSession(app.storage.db);
      await planPurge(app, EVERY_MS);
      for (const clear of others) await clear(app);
    },
  };
}

/** Plans the next one where none waits already: there is one, however often Podium starts. */
export async function planPurge(app: App, afterMs: number): Promise<void> {
  await transact(app, null, async (unit) => {
    const ofPurges = unit.db.selectFrom("jobs").select("id").where("name", "=", purge.name);
    const waiting = await ofPurges.where("claim", "is", null).where("failed_at_ms", "is", null).executeTakeFirst();
    if (waiting === undefined) await unit.enqueue(purge, { data: {}, afterMs });
  });
}
