import { isRefused, refuse, type Refusal } from "@podium/engine";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { change, type World } from "../world.ts";
import { importWithin } from "./import.ts";

/**
 * A new database starts with the worlds of the examples folder; one that holds a competition is left as it is.
 * All of them are loaded or none, so that a first start that was cut off begins anew.
 * `say` hears of the progress, a line for each world.
 */
export async function loadWorlds(world: World, say: (line: string) => void): Promise<undefined | Refusal> {
  const folder = world.config.examplesFolder;
  if (folder === null || (await world.storage.db.selectFrom("competitions").select("id").limit(1).executeTakeFirst()))
    return undefined;
  if (!existsSync(folder))
    return refuse(
      "worlds-missing",
      `There is no folder ${folder}. Name one with PODIUM_EXAMPLES, or "none" for an empty start.`,
    );
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort();
  return change(world, null, async (act) => {
    for (const name of files) {
      say(`Loading ${name} ...`);
      const imported = await importWithin(act, readFileSync(join(folder, name), "utf8"));
      if (isRefused(imported)) return refuse(imported.code, `${name}: ${imported.message}`, imported.detail);
      say(`  ${imported.competition}: ${imported.entries} entries, ${imported.matches} matches`);
    }
    return undefined;
  });
}
