// The command line's way in. Stdout belongs to the command, so progress goes to stderr.
import { ensureInstalled } from "./bootstrap/installation.mjs";
import { becomeProgram } from "./bootstrap/runtime.mjs";
import { runOrStop } from "./bootstrap/stop.mjs";
import { ensureWebBuilt } from "./bootstrap/web-build.mjs";

await runOrStop(async () => {
  const args = process.argv.slice(2);
  await ensureInstalled(process.stderr);
  if (args[0] === "serve") await ensureWebBuilt(process.stderr);
  await becomeProgram("cli/src/main.ts", args);
});
