// `npm test`: installs what is missing, then runs every gate; see scripts/gates/.
import { ensureInstalled } from "./bootstrap/installation.mjs";
import { becomeProgram } from "./bootstrap/runtime.mjs";
import { runOrStop } from "./bootstrap/stop.mjs";

await runOrStop(async () => {
  await ensureInstalled(process.stdout);
  await becomeProgram("scripts/gates/main.ts", process.argv.slice(2));
});
