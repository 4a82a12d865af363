import { DatabaseSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";

/** Reads every page of the database at `workerData` and says whether it is sound. */
function isSound(path: string): boolean {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 10_000 });
  try {
    return database.prepare("PRAGMA quick_check(1)").get()?.["quick_check"] === "ok";
  } catch {
    return false;
  } finally {
    database.close();
  }
}

parentPort?.postMessage(isSound(String(workerData)));
