import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Config } from "./config.ts";
import { flow } from "./flow.ts";
import { openLive } from "./live/live.ts";
import { migrate } from "./storage/migrations.ts";
import { openSqlite } from "./storage/sqlite.ts";
import { noReplays, type App } from "./app.ts";

/** An opened installation. */
export interface Podium {
  readonly app: App;
  close(): Promise<void>;
}

/** The file of the embedded database. */
export function databasePath(config: Pick<Config, "dataFolder">): string {
  return join(config.dataFolder, "podium.sqlite");
}

/** Opens the database of an installation and brings it to the newest shape. */
export async function openPodium(config: Config, path: string = databasePath(config)): Promise<Podium> {
  const storage = await openSqlite(path);
  await migrate(storage);
  const app: App = {
    config,
    storage,
    live: openLive(Date.now()),
    flow,
    clock: Date.now,
    replays: noReplays(),
    randomId: (bytes) => randomBytes(bytes).toString("base64url"),
  };
  return {
    app,
    close: async () => {
      app.live.close();
      await storage.close();
    },
  };
}
