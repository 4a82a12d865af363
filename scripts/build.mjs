// `npm run build`: what `npm start` does before it serves.
import { ensureInstalled } from "./bootstrap/installation.mjs";
import { runOrStop } from "./bootstrap/stop.mjs";
import { ensureWebBuilt } from "./bootstrap/web-build.mjs";

await runOrStop(async () => {
  await ensureInstalled(process.stdout);
  await ensureWebBuilt(process.stdout);
});
