import { LRUCache } from "lru-cache";
import { stateIn, type App } from "../app.ts";
import { originFor } from "../http/own-name.ts";
import type { Auth } from "./auth.ts";
import { oidcEntrance } from "./oidc-entrance.ts";
import { secretIn } from "./secret.ts";

const ORIGINS_CACHED_MAX = 8;

/** By the origin under which they are reached. */
const auths = { make: () => new LRUCache<string, Promise<Auth>>({ max: ORIGINS_CACHED_MAX }) };

/** The library of accounts for the origin under which it is asked, loaded when somebody first needs it. */
export function authOf(app: App, headers: Headers): Promise<Auth> {
  const byOrigin = stateIn(app, auths);
  const origin = originFor(app.config, headers.get("host") ?? "localhost");
  const known = byOrigin.get(origin);
  if (known !== undefined) return known;
  const made = loadAuth(app, origin);
  byOrigin.set(origin, made);
  // What failed once is tried again by who comes next.
  made.catch(() => byOrigin.delete(origin));
  return made;
}

async function loadAuth(app: App, origin: string): Promise<Auth> {
  const { makeAuth } = await import("./auth.ts");
  return makeAuth({ db: app.storage.db, origin, secret: stateIn(app, installationSecret), oidc: oidcEntrance(app) });
}

/** The secret that signs sessions: of the settings, or a file of this machine. */
export const installationSecret = { make: ({ config }: App) => config.secret ?? secretIn(config.dataFolder) };
