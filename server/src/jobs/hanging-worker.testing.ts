import { randomUUID } from "node:crypto";
import { z } from "zod";
import { openSqlite } from "../storage/sqlite.ts";
import { startJobWorker } from "./worker.ts";

/** A process that takes the job `hang` from the database at PATH, says so, and never ends it: it is there to be killed. */
const storage = await openSqlite(process.argv[2] ?? "");
startJobWorker({
  storage,
  kinds: [
    {
      name: "hang",
      data: z.unknown(),
      run: () => {
        process.stdout.write("taken\n");
        return new Promise(() => undefined);
      },
    },
  ],
  clock: Date.now,
  randomId: () => randomUUID(),
  onFault: () => undefined,
  leaseMs: Number(process.argv[3]),
});
setInterval(() => undefined, 1000);
