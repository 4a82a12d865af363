import { DatabaseSync, StatementSync } from "node:sqlite";
import { migrate } from "./migrations.ts";
import { openSqlite } from "./sqlite.ts";

/**
 * A process that opens a database and brings it to the newest shape: PATH, and how many statements it may run before it
 * is killed as if by `kill -9`. Without a number it runs to its end and says how many there were.
 */
const [path = "", limit = "Infinity"] = process.argv.slice(2);

let statements = 0;

function countOne(): void {
  statements += 1;
  if (statements > Number(limit)) process.kill(process.pid, "SIGKILL");
}

for (const [prototype, names] of [
  [DatabaseSync.prototype, ["exec"]],
  [StatementSync.prototype, ["run", "all", "get"]],
] as const) {
  for (const name of names) {
    const original: unknown = Reflect.get(prototype, name);
    if (typeof original !== "function") throw new TypeError(`node:sqlite has no ${name}`);
    Object.defineProperty(prototype, name, {
      value(this: unknown, ...given: unknown[]): unknown {
        countOne();
        return Reflect.apply(original, this, given);
      },
    });
  }
}

const storage = await openSqlite(path);
await migrate(storage);
await storage.close();
process.stdout.write(`${statements}\n`);
