import { rmSync } from "node:fs";
import { join } from "node:path";
import { databasePath } from "../podium.ts";
import { fillDisk, openCommitCount } from "../storage/small-disk.testing.ts";
import { everyScenario, installForScenarios } from "./every-scenario.testing.ts";
import { ask, play, type Installation, type Scenario } from "./scenario.testing.ts";

/** What somebody is told whose request did something, on the same disk when it was full. */
export interface ToldOnFullDisk {
  readonly name: string;
  readonly path: string;
  readonly status: number;
  readonly body: string;
  /** Whether something was changed all the same. */
  readonly changed: boolean;
}

/** A draw under way goes on with the clock, and would be over before the organiser slows it down. */
const SHOWN_DRAW = "/draw/pace";
/** The link of the letter about a password holds for two hours from the beginning. */
const IN_TIME = "/password/new";

interface Disk {
  readonly filler: string;
  readonly commits: () => unknown;
  /** When the first letter was written. */
  readonly begunMs: number;
}

/** Sends a request that will do something to the full disk first, then as it is. Answers what the first was told; null where it does nothing. */
async function onFullDisk(here: Installation, scenario: Scenario, disk: Disk): Promise<ToldOnFullDisk | null> {
  if (scenario.method !== "POST" || scenario.expects.status >= 400) {
    if (scenario.expects.remembers !== undefined) await play(here, scenario);
    return null;
  }
  const lateMs = here.at.ms;
  if (scenario.path === IN_TIME) here.at.ms = disk.begunMs;
  else if (!scenario.path.endsWith(SHOWN_DRAW)) here.at.ms += 60_000;
  await fillDisk(here.app.storage.db, disk.filler);
  const before = disk.commits();
  const answer = await ask(here, scenario);
  const body = await answer.text();
  const between = disk.commits();
  rmSync(disk.filler);
  await play(here, scenario);
  here.at.ms = Math.max(here.at.ms, lateMs);
  const { name, path } = scenario;
  return disk.commits() === between ? null : { name, path, status: answer.status, body, changed: before !== between };
}

/** The folder for temporary files must be a small disk. Prints a line of JSON for each request that would change something. */
if (import.meta.main) {
  console.error = () => undefined;
  const here = await installForScenarios({ inFile: true });
  for (const who of ["organiser", "referee", "editor", "moderator", "member"] as const) await here.signIn(who);
  const disk = {
    filler: join(here.app.config.dataFolder, "filler"),
    commits: openCommitCount(databasePath(here.app.config)),
    begunMs: here.at.ms,
  };
  for (const scenario of Object.values(everyScenario).flat()) {
    const told = await onFullDisk(here, scenario, disk);
    if (told !== null) process.stdout.write(`${JSON.stringify(told)}\n`);
  }
  await here.close();
}
