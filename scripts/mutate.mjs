// `npm run mutate`: plants errors and lists those that no test notices; see scripts/mutation/.
import { ensureInstalled } from "./bootstrap/installation.mjs";
import { becomeProgram } from "./bootstrap/runtime.mjs";
import { runOrStop } from "./bootstrap/stop.mjs";

await runOrStop(async () => {
  await ensureInstalled(process.stderr);
  await becomeProgram("scripts/mutation/main.ts", process.argv.slice(2));
});
