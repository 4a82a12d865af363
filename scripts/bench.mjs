// `npm run bench`: measures this machine; see bench/.
import { ensureInstalled } from "./bootstrap/installation.mjs";
import { becomeProgram } from "./bootstrap/runtime.mjs";
import { runOrStop } from "./bootstrap/stop.mjs";
import { ensureWebBuilt } from "./bootstrap/web-build.mjs";

await runOrStop(async () => {
  await ensureInstalled(process.stderr);
  await ensureWebBuilt(process.stderr);
  await becomeProgram("bench/main.ts", process.argv.slice(2));
});
