// `npm start`: on a bare machine with Node 18 or newer, install, build and serve. Plain JavaScript without dependencies,
// because it runs before anything is installed.
import { ensureInstalled } from "./bootstrap/installation.mjs";
import { becomeProgram } from "./bootstrap/runtime.mjs";
import { runOrStop } from "./bootstrap/stop.mjs";
import { ensureWebBuilt } from "./bootstrap/web-build.mjs";

await runOrStop(async () => {
  await ensureInstalled(process.stdout);
  await ensureWebBuilt(process.stdout);
  await becomeProgram("server/src/main.ts", process.argv.slice(2));
});
