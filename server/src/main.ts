import { isRefused } from "@podium/engine";
import { readConfig, type Config } from "./config.ts";
import { seatDemoUmpire } from "./demo/umpire.ts";
import { openPodium, type Podium } from "./podium.ts";
import { loadWorlds } from "./exchange/worlds.ts";
import { makeApp } from "./http/app.ts";
import { routes } from "./http/routes.ts";
import { serve } from "./http/serve.ts";
import { loadWeb } from "./http/web.ts";
import { DEMO_PEOPLE } from "./people/demo.ts";

/** Start here: read the settings, open what is kept, serve. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const web = await loadWeb(config.webFolder);
  const podium = await openPodium(config);
  const loaded = await loadWorlds(podium.world, say);
  if (isRefused(loaded)) throw new Error(loaded.message);
  const listening = await serve(podium.world, makeApp(podium.world, web, routes));
  const umpire = config.demo ? seatDemoUmpire(podium.world) : null;
  await sayWhere(podium, listening.url);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      umpire?.leave();
      void listening.close().then(() => podium.close()).then(() => process.exit(0));
    });
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function sayWhere({ world }: Podium, url: string): Promise<void> {
  const live = await world.storage.db.selectFrom("matches").select("id").where("status", "in", ["live", "ready"]).orderBy("status").limit(1).executeTakeFirst();
  const moment = await world.storage.db.selectFrom("moments").select("id").where("opened_at_ms", "is not", null).limit(1).executeTakeFirst();
  say("");
  say(`Podium is open.`);
  say(`  home      ${url}/`);
  if (moment !== undefined) say(`  moment    ${url}/moments/${moment.id}`);
  if (live !== undefined) say(`  live      ${url}/matches/${live.id}`);
  say(`  desk      ${url}/desk`);
  if (!world.config.demo) return;
  say(`  sign in   ${url}/sign-in   (demo mode: one click as ${DEMO_PEOPLE.map((person) => person.key).join(", ")})`);
  say(`  chair     ${url}/desk  signed in as organiser, "Hand out a chair": the address shown is the umpire's phone`);
}

/** One sentence for what an operator can mend; everything else is a bug and says where. */
function explain(fault: unknown, config: Pick<Config, "host" | "port" | "dataFolder"> | null): string | null {
  const code = typeof fault === "object" && fault !== null && "code" in fault ? String(fault.code) : "";
  const errcode = typeof fault === "object" && fault !== null && "errcode" in fault ? Number(fault.errcode) & 0xff : 0;
  if (code === "EADDRINUSE") return `Port ${config?.port} on ${config?.host} is taken. Stop what uses it, or choose another with PORT=8081.`;
  if (code === "EACCES" || code === "EROFS" || code === "EPERM" || errcode === 8 || errcode === 14) return `The folder ${config?.dataFolder} cannot be written. Choose another with PODIUM_DATA.`;
  if (code === "EADDRNOTAVAIL") return `This machine has no address ${config?.host}. Choose another with HOST.`;
  if (fault instanceof Error && fault.name === "DamagedDatabase") return `${fault.message} Restore a backup with: ./podium restore FILE`;
  return fault instanceof Error && fault.constructor === Error ? fault.message : null;
}

main().catch((fault: unknown) => {
  const config = safely(() => readConfig(process.env));
  console.error(explain(fault, config) ?? fault);
  process.exit(1);
});

function safely<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
