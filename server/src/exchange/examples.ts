import { isRefused, refuse, type Refusal } from "@podium/engine";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { appWithin, transact, type App } from "../app.ts";
import type { Db } from "../storage/storage.ts";
import { importWithin } from "./import.ts";

async function holdsCompetition(db: Db): Promise<boolean> {
  return (await db.selectFrom("competitions").select("id").limit(1).executeTakeFirst()) !== undefined;
}

const ACTS = ".acts.json";

/**
 * A new database starts with the examples of its folder; one that holds a competition is left as it is.
 * All of them are loaded or none, so that a first start that was cut off begins anew. Beside `name.json` may stand
 * `name.acts.json`: what people of the desk and the newsroom then did, which `play` does.
 * `print` gets the progress, a line for each example.
 */
export async function loadExamples(
  app: App,
  print: (line: string) => void,
  play: (app: App, text: string) => Promise<undefined | Refusal>,
): Promise<undefined | Refusal> {
  const folder = app.config.examplesFolder;
  if (folder === null || (await holdsCompetition(app.storage.db))) return undefined;
  if (!existsSync(folder))
    return refuse(
      "examples-missing",
      `There is no folder ${folder}. Name one with PODIUM_EXAMPLES, or "none" for an empty start.`,
    );
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".json") && !file.endsWith(ACTS))
    .sort();
  return transact(app, null, async (unit) => {
    // Another node may have begun at the same time, and was first.
    if (await holdsCompetition(unit.db)) return undefined;
    for (const name of files) {
      print(`Loading ${name} ...`);
      const imported = await importWithin(unit, readFileSync(join(folder, name), "utf8"));
      if (isRefused(imported)) return refuse(imported.code, `${name}: ${imported.message}`, imported.detail);
      print(`  ${imported.competition}: ${imported.entries} entries, ${imported.matches} matches`);
      const acts = join(folder, name.replace(/\.json$/, ACTS));
      if (!existsSync(acts)) continue;
      await unit.settle();
      const refusal = await play(appWithin(app, unit), readFileSync(acts, "utf8"));
      if (refusal) return refuse(refusal.code, `${basename(acts)}: ${refusal.message}`, refusal.detail);
    }
    return undefined;
  });
}
