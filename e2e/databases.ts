import { NO_POSTGRESQL, startPostgresql } from "../server/src/storage/postgresql-server.testing.ts";
import { wherePossible } from "../server/src/storage/where-possible.testing.ts";
import { openInstallation, type PodiumProcess } from "./installation.ts";

/**
 * Declares a journey for each database: for SQLite, and for a PostgreSQL of its own where the programs are installed; a line
 * says where they are not.
 */
export function onEachDatabase(declare: (database: string, open: () => Promise<PodiumProcess>) => void): void {
  declare("SQLite", () => openInstallation());
  wherePossible(NO_POSTGRESQL, () => declare("PostgreSQL", openOnPostgresql));
}

async function openOnPostgresql(): Promise<PodiumProcess> {
  const server = await startPostgresql();
  const settings = {
    DATABASE_URL: await server.database("podium"),
    PODIUM_SECRET: "of-this-journey-and-of-no-other-one-01",
  };
  const podium = await openInstallation("", "127.0.0.1", settings).catch(async (fault: unknown) => {
    await server.stop();
    throw fault;
  });
  return {
    ...podium,
    close: async () => {
      await podium.close();
      await server.stop();
    },
  };
}
