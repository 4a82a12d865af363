import { isRefused, type Refusal } from "@podium/engine";
import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";
import { readConfig, type Config } from "./config.ts";
import { closeDemo } from "./demo/closing.ts";
import { startDemoUmpire } from "./demo/umpire.ts";
import { loadExamples } from "./exchange/examples.ts";
import { playActs } from "./web-server/acts.ts";
import { makeHttpApp } from "./web-server/http-app.ts";
import { ownAddresses, thisMachine } from "./web-server/own-addresses.ts";
import { pageCacheOf } from "./web-server/page-cache.ts";
import { routes } from "./web-server/routes.ts";
import { serve } from "./web-server/serve.ts";
import { loadWeb, type Web } from "./web-server/web.ts";
import { startHeartbeat } from "./live/heartbeat.ts";
import { nodeState } from "./web-server/health-routes.ts";
import { proveFiles } from "./files/files.ts";
import { assertOneSecret } from "./people/one-secret.ts";
import { FIRST_PURGE_MS, planPurge } from "./people/purge.ts";
import { jobKindsOf, outgoingKindsOf } from "./job-kinds.ts";
import { startJobWorker, type JobWorker } from "./jobs/worker.ts";
import type { JobKind } from "./jobs/queue.ts";
import { DEMO_PEOPLE } from "./people/demo.ts";
import { openPodium, type Podium } from "./podium.ts";
import { StorageFault } from "./storage/storage.ts";
import { stateIn, type App } from "./app.ts";

/** A started installation. */
export interface Started {
  readonly url: string;
  /** Rejects when something is found, while serving, that makes it impossible to go on. */
  readonly sound: Promise<void>;
  stop(): Promise<void>;
}

/** Reads the settings, opens the database, loads the examples into an empty database, and serves. `print` gets the progress. */
export async function startPodium(env: NodeJS.ProcessEnv, print: (line: string) => void): Promise<Started> {
  const config = readConfig(env);
  const web = await loadWeb(config.webFolder);
  const podium = await openPodium(config);
  try {
    return await servePodium(podium, web, print);
  } catch (fault) {
    await podium.close();
    throw fault;
  }
}

/** Loads the examples into an empty database, with what is done in them. */
export function beginWithExamples(app: App, print: (line: string) => void): Promise<undefined | Refusal> {
  return loadExamples(app, print, playActs);
}

async function servePodium(podium: Podium, web: Web, print: (line: string) => void): Promise<Started> {
  const { config, storage } = podium.app;
  await storage.serveAlone();
  await afterOthers(() => assertOneSecret(podium.app));
  if (podium.isNew)
    print(`A new installation begins in ${config.databaseUrl === null ? config.dataFolder : "the database"}.`);
  await lookAtBucket(podium.app, print);
  const loaded = await afterOthers(() => beginWithExamples(podium.app, print));
  if (isRefused(loaded)) throw new Error(loaded.message);
  if (!config.demo) await closeDemo(podium.app);
  const dependencies = { app: podium.app, web, cache: pageCacheOf(podium.app) };
  const listening = await serve(dependencies, makeHttpApp(dependencies, routes));
  await planPurge(podium.app, FIRST_PURGE_MS);
  const { app } = podium;
  const workers = [jobKindsOf(app), ...outgoingKindsOf(app, web)].map((kinds) => workOnJobs(app, kinds));
  const umpire = config.demo ? startDemoUmpire(podium.app) : null;
  const { otherNodes } = storage;
  const heartbeat = otherNodes && startHeartbeat(otherNodes, podium.app.live, placeOf(listening.port));
  const reached = ownAddresses(config, listening.port, thisMachine(config));
  await printAddresses(podium.app, { reached, print });
  return {
    url: listening.url,
    sound: storage.checked,
    stop: async () => {
      umpire?.leave();
      stateIn(podium.app, nodeState).isEnding = true;
      await heartbeat?.end();
      await setTimeout(config.drainSeconds * 1000);
      await listening.close();
      await Promise.all(workers.map((worker) => worker.stop()));
      await heartbeat?.stop();
      await podium.close();
    },
  };
}

/** The first of several nodes may take minutes to load the examples: those that start meanwhile wait for it. */
const OTHERS_WAITED_FOR = 15;

async function afterOthers<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (fault) {
      if (!(fault instanceof StorageFault) || fault.kind !== "busy" || tries === OTHERS_WAITED_FOR) throw fault;
    }
  }
}

/** Where a node is, for who looks at the list of them: the machine, the port, the process. */
function placeOf(port: number): string {
  return `${hostname()}:${port} (process ${process.pid})`;
}

/**
 * A bucket that is wrongly set stops the start; one that cannot be reached does not: in a hall without internet there is play,
 * and photos wait.
 */
async function lookAtBucket({ config, files }: App, print: (line: string) => void): Promise<void> {
  if (config.s3 === null) return;
  try {
    await proveFiles(files);
  } catch (fault) {
    if (!(fault instanceof StorageFault) || fault.kind === "unfit") throw fault;
    print(`${fault.message} Until it is, photos are neither shown nor taken; everything else goes on.`);
  }
}

function workOnJobs(app: App, kinds: readonly JobKind[]): JobWorker {
  const worker = startJobWorker({
    storage: app.storage,
    kinds,
    clock: app.clock,
    randomId: app.randomId,
    onFault: (fault) => console.error(JSON.stringify({ at: new Date(app.clock()).toISOString(), ...fault })),
  });
  app.jobWorkers.add(worker);
  return worker;
}

async function printAddresses(
  { config, storage: { db } }: App,
  { reached: [url, ...others], print }: { reached: ReturnType<typeof ownAddresses>; print: (line: string) => void },
): Promise<void> {
  const moment = await db
    .selectFrom("moments")
    .select("id")
    .where("opened_at_ms", "is not", null)
    .limit(1)
    .executeTakeFirst();
  const live = await db
    .selectFrom("matches")
    .select("id")
    .where("status", "=", "live")
    .orderBy("demo_umpire", "desc")
    .limit(1)
    .executeTakeFirst();
  print("");
  print(`Podium is open at ${url}/`);
  for (const other of others) print(`  also at     ${other}/`);
  if (moment !== undefined) print(`  a moment    ${url}/moments/${moment.id}`);
  if (live !== undefined) print(`  live        ${url}/matches/${live.id}`);
  print(`  the desk    ${url}/desk`);
  if (!config.demo) return;
  print(`  a chair     ${url}/desk: as organiser, hand one out; its address is for the umpire's phone`);
  print(`  sign in     ${url}/sign-in: demo mode, one click as ${DEMO_PEOPLE.map((person) => person.key).join(", ")}`);
}

/** One sentence for what an operator can mend; null for a bug, which must say where it is. */
export function explainFault(fault: unknown, env: NodeJS.ProcessEnv): string | null {
  if (!(fault instanceof Error)) return null;
  if (fault instanceof StorageFault) return fault.message;
  const config = configOrNull(env);
  const sentence = config === null ? undefined : SENTENCES[codeOf(fault)]?.(config);
  return sentence ?? (fault.constructor === Error && codeOf(fault) === "" ? fault.message : null);
}

const unwritable = (config: Config) =>
  `The folder ${config.dataFolder} cannot be written. Choose another with PODIUM_DATA.`;

const SENTENCES: Readonly<Record<string, (config: Config) => string>> = {
  EADDRINUSE: ({ host, port }) => `Port ${port} on ${host} is taken. Stop what uses it, or choose another: PORT=8081.`,
  EADDRNOTAVAIL: ({ host }) => `This machine has no address ${host}. Choose another with HOST.`,
  ENOTFOUND: ({ host }) => `This machine knows no host ${host}. Choose another with HOST.`,
  EACCES: unwritable,
  EEXIST: unwritable,
  ENOTDIR: unwritable,
  EROFS: unwritable,
  EPERM: unwritable,
};

function codeOf(fault: Error): string {
  return "code" in fault ? String(fault.code) : "";
}

function configOrNull(env: NodeJS.ProcessEnv): Config | null {
  try {
    return readConfig(env);
  } catch {
    return null;
  }
}
