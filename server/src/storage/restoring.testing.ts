import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { restore } from "./restore.ts";

/** A process that restores BACKUP over DATABASE and is killed before its STEP-th change of a file; prints how many there are. */
const [backup = "", database = "", step = "Infinity"] = process.argv.slice(2);

let steps = 0;

for (const name of ["copyFileSync", "renameSync", "linkSync", "rmSync", "openSync", "chmodSync"] as const) {
  const original: unknown = Reflect.get(fs, name);
  if (typeof original !== "function") throw new TypeError(`node:fs has no ${name}`);
  Object.defineProperty(fs, name, {
    value(...given: unknown[]): unknown {
      steps += 1;
      if (steps > Number(step)) process.kill(process.pid, "SIGKILL");
      return Reflect.apply(original, fs, given);
    },
  });
}
syncBuiltinESMExports();

restore(backup, database, 1);
process.stdout.write(`${steps}\n`);
