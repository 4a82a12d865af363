import { existsSync } from "node:fs";
import {
  connectionsOf,
  databasePath,
  discover,
  explainFault,
  filesPath,
  NEWEST_SHAPE,
  nodesOf,
  openFiles,
  openStorage,
  proveFiles,
  readConfig,
  shapeLacking,
  type Config,
  type SeenNode,
  type Storage,
  SEEN_WITHIN_MS,
} from "@podium/server";
import { isRefused } from "@podium/engine";
import { usage } from "../usage.ts";

export const summary = "Say whether the settings, the database and the place of photos are as they must be";

const HELP = `Usage: podium doctor

Reads the settings, opens the database without changing it, lists the nodes that serve from it and which of them are behind, writes, reads, lists and removes one small file where photos
are kept, and asks the issuer of OpenID Connect, where one is set, who it is. Prints one sentence about each. The exit code is 0, or 2 when something is to be mended.
`;

/** Looks at everything, also where the first of it is wrong. */
export async function run(args: string[]): Promise<number> {
  if (args.length > 0) return usage(HELP, args);
  const config = await told(
    "settings",
    async () => readConfig(process.env),
    () => "The settings can be read.",
  );
  if (config === null) return 2;
  const database = await told(
    "database",
    () => databaseOf(config),
    (sentence) => sentence,
  );
  const photos = await told(
    "photos",
    () => photosOf(config),
    (sentence) => sentence,
  );
  const isVouched = await asksIssuer(config);
  return database === null || photos === null || !isVouched ? 2 : 0;
}

/** Does a part of the work and prints what came of it; null where something is to be mended. */
async function told<Of>(about: string, work: () => Promise<Of>, sentenceOf: (done: Of) => string): Promise<Of | null> {
  try {
    const done = await work();
    process.stdout.write(`${about}: ${sentenceOf(done)}\n`);
    return done;
  } catch (fault) {
    const sentence = explainFault(fault, process.env);
    if (sentence === null) throw fault;
    process.stdout.write(`${about}: ${sentence}\n`);
    return null;
  }
}

/** Whether nothing is wrong with who vouches for people; nothing is said where nobody does. */
async function asksIssuer({ oidc }: Config): Promise<boolean> {
  if (oidc === null) return true;
  const found = await discover(oidc);
  const sentence = isRefused(found)
    ? `${oidc.issuer} cannot be reached, or does not call itself so at /.well-known/openid-configuration.`
    : `${oidc.issuer} answers, and calls itself so. It sends people back to /api/auth/oauth2/callback/oidc.`;
  process.stdout.write(`oidc: ${sentence}\n`);
  return !isRefused(found);
}

async function databaseOf(config: Config): Promise<string> {
  if (config.databaseUrl === null && !existsSync(databasePath(config)))
    return `There is none yet in ${config.dataFolder}. The first start makes it.`;
  const storage = await openStorage(config);
  try {
    const lacking = await shapeLacking(storage);
    if (lacking !== null) return lacking;
    const { entries } = await storage.db
      .selectFrom("entries")
      .select((all) => all.fn.countAll<number>().as("entries"))
      .executeTakeFirstOrThrow();
    if (storage.otherNodes === null) return `${databasePath(config)} can be read; ${entries} entries are in it.`;
    return `PostgreSQL can be read; ${entries} entries are in it. It lacks nothing.\n${await nodesIn(storage)}`;
  } finally {
    await storage.close();
  }
}

const CONNECTIONS_OF_NODE = 13;

/** One line for each node: where it is, since when it was not seen, and what it has not told its pages yet. */
async function nodesIn({ db }: Storage): Promise<string> {
  const { nodes, newestMessage } = await nodesOf(db);
  const most = await connectionsOf(db);
  const lines = nodes.map((node) => `node: ${node.place} ${stateOf(node, newestMessage)}.`);
  if (nodes.length === 0) lines.push("nodes: None serves.");
  if (most < (nodes.length + 1) * CONNECTIONS_OF_NODE)
    lines.push(`connections: The server takes ${most}; a node needs ${CONNECTIONS_OF_NODE}. Raise max_connections.`);
  return lines.join("\n");
}

function stateOf({ state, shape, unseenMs, message_id: told }: SeenNode, newestMessage: number): string {
  if (unseenMs > SEEN_WITHIN_MS)
    return `was seen ${Math.round(unseenMs / 1000)} s ago: it has ended, or cannot reach the database`;
  const ending = state === "ending" ? "is ending" : "serves";
  const version = shape === NEWEST_SHAPE ? "" : `; it is of another version (${shape}, here ${NEWEST_SHAPE})`;
  const behind = newestMessage > told ? `, ${newestMessage - told} messages behind` : ", behind in nothing";
  return ending + behind + version;
}

async function photosOf(config: Config): Promise<string> {
  if (config.s3 === null && !existsSync(filesPath(config)))
    return `There is no folder ${filesPath(config)} yet. The first photo makes it.`;
  const files = await openFiles(config);
  await proveFiles(files);
  return `${files.place} can be written, read, listed and cleared.`;
}
