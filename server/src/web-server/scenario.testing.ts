import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { isRefused } from "@podium/engine";
import { readConfig } from "../config.ts";
import { importCompetition } from "../exchange/import.ts";
import type { FactKind } from "../facts/fact.ts";
import { factsAfter } from "../facts/journal.ts";
import { openFetcher } from "../fetcher/fetcher.ts";
import { openSite, page, type Site } from "../fetcher/hostile-site.testing.ts";
import { databasePath, openPodium } from "../podium.ts";
import { openTestDatabase } from "../storage/database.testing.ts";
import type { Storage } from "../storage/storage.ts";
import { rowReader } from "../storage/rows.testing.ts";
import type { App } from "../app.ts";
import { playActs } from "./acts.ts";
import { makeHttpApp } from "./http-app.ts";
import { pageCacheOf } from "./page-cache.ts";
import { routes } from "./routes.ts";
import { serve } from "./serve.ts";
import { loadWeb, type Web } from "./web.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

export const NOW_MS = Date.UTC(2026, 2, 14, 12, 0, 0);

export type ExampleName = "paris-2024" | "club-open";
export type Who = "organiser" | "referee" | "editor" | "moderator" | "member";

/** A real installation on a free port: database, pages, journal, live stream. Its clock stands still until it is moved. */
export interface Installation {
  readonly app: App;
  readonly url: string;
  readonly at: { ms: number };
  /** The newspaper at news.example, which is all there is of the internet. */
  readonly news: Site;
  /** Names that stand in braces in a scenario: `{chair}`. */
  readonly names: Map<string, string>;
  /** Every row there is now. */
  readonly rows: () => Promise<Map<string, string[]>>;
  /** The cookie of an invented person of the demo, signed in once. */
  signIn(who: Who): Promise<string>;
  close(): Promise<void>;
}

/** What an installation of a test differs in: which examples, a database in memory, in a file or of another kind, other settings. */
export interface InstallOptions {
  readonly examples?: readonly ExampleName[];
  readonly inFile?: boolean;
  readonly open?: (path: string) => Promise<Storage>;
  readonly settings?: Readonly<Record<string, string>>;
}

/** Opens an installation in a folder of its own, which goes when it is closed. */
export async function install({
  examples = ["paris-2024"],
  inFile = false,
  open = openTestDatabase,
  settings = {},
}: InstallOptions = {}): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), "podium-test-"));
  const config = readConfig({ PORT: "0", PODIUM_DATA: folder, PODIUM_DEMO: "on", ...settings });
  const podium = await openPodium(config, () => open(inFile ? databasePath(config) : ":memory:"));
  const at = { ms: NOW_MS };
  const news = await openSite({ "/final": page(NEWS), "/menu": page("<nav><a href=/>Home</a></nav>") });
  const fetcher = openFetcher({
    ports: new Set([news.port]),
    resolve: async (name) => (name === "news.example" ? ["127.0.0.1"] : name === "inside.example" ? ["10.0.0.1"] : []),
    mayReach: (address) => address === "127.0.0.1",
  });
  const app: App = { ...podium.app, fetcher, clock: () => at.ms };
  for (const name of examples) await loadExample(app, name);
  const dependencies = { app, web: await builtWeb(), cache: pageCacheOf(app) };
  const listening = await serve(dependencies, makeHttpApp(dependencies, routes));
  const cookies = new Map<Who, Promise<string>>();
  return {
    app,
    at,
    news,
    url: listening.url,
    names: new Map(),
    rows: rowReader(app.storage.db),
    signIn: (who) => cookies.get(who) ?? remember(cookies, who, signIn(listening.url, who)),
    close: async () => {
      await listening.close();
      await news.close();
      await podium.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const SENTENCE = "It was a long evening, as everybody said, and nobody left before the end of it. ";

const NEWS = `<!doctype html><html lang="en-GB"><head><title>The hall was full | The Daily</title>
<link rel="canonical" href="https://news.example/2026/final"><script type="application/ld+json">{"@type":"NewsArticle",
"headline":"The hall was full","author":{"name":"By Ann Writer"},"datePublished":"2026-03-13T20:00:00Z",
"publisher":{"name":"The Daily"}}</script></head><body><nav><a href="/">Home</a></nav><article><h1>The hall was full</h1>
<p>RIVERSIDE, March 13 (WIRE) - ${SENTENCE.repeat(4)}<script>alert(1)</script></p><p>${SENTENCE.repeat(5)}</p>
<p>${SENTENCE.repeat(6)}The last sentence.</p></article><footer>All rights reserved</footer></body></html>`;

/** The file of one of the examples. */
export function exampleText(name: ExampleName): string {
  return readFileSync(join(ROOT, "examples", `${name}.json`), "utf8");
}

/** What is done in one of the examples after it was imported. */
export function actsText(name: ExampleName): string | null {
  const path = join(ROOT, "examples", `${name}.acts.json`);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/** Loads one of the examples, and does what is done in it. */
export async function loadExample(app: App, name: ExampleName): Promise<void> {
  await load(app, exampleText(name));
  const acts = actsText(name);
  if (acts !== null) assert.equal(await playActs(app, acts), undefined);
}

/** Imports a file that must be accepted. */
export async function load(app: App, text: string): Promise<void> {
  const imported = await importCompetition(app, null, text);
  assert.ok(!isRefused(imported), isRefused(imported) ? imported.message : "");
}

/** The built pages; built first where they are missing. */
export async function builtWeb(): Promise<Web> {
  const folder = join(ROOT, "web", "dist");
  if (!existsSync(join(folder, "render.js")))
    execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: ROOT, stdio: "ignore" });
  return loadWeb(folder);
}

function remember<K, V>(known: Map<K, V>, key: K, value: V): V {
  known.set(key, value);
  return value;
}

/** Signs in as an invented person of the demo; answers the cookie. */
export async function signIn(url: string, who: Who): Promise<string> {
  const answer = await fetch(`${url}/demo/sign-in/${who}`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(),
  });
  assert.equal(answer.status, 303, `${who} signs in`);
  return cookieIn(answer);
}

/** The cookies that an answer sets, as a browser sends them back. */
export function cookieIn(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}

/** A request and what must come of it. Words in braces stand for names of the installation. */
export interface Scenario {
  readonly name: string;
  readonly method?: "GET" | "POST" | "PUT" | "DELETE" | "HEAD";
  readonly path: string;
  readonly as?: Who | null;
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** A body as it is, with its content type among the headers. */
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly expects: {
    readonly status: number;
    /** Where a browser is sent on to. */
    readonly to?: string;
    readonly contains?: readonly string[];
    readonly absent?: readonly string[];
    /** What is recorded, in order; nothing when left out. */
    readonly facts?: readonly FactKind[];
    /** What is remembered of the answer, for later scenarios: a name and what the first group of the pattern finds. */
    readonly remembers?: Readonly<Record<string, RegExp>>;
  };
}

/** A test for each scenario of a table, in its order. */
export function testScenarios(here: () => Installation, table: readonly Scenario[]): void {
  for (const scenario of table) {
    test(scenario.name, async () => {
      await play(here(), scenario);
    });
  }
}

/** Plays one scenario; answers what came back, for what a table cannot say. Of what is refused, no row may be left behind. */
export async function play(here: Installation, scenario: Scenario): Promise<{ answer: Response; text: string }> {
  const { expects } = scenario;
  const request = await requestOf(here, scenario);
  const before = await stateOf(here, expects.status);
  const answer = await fetch(here.url + named(here, scenario.path), request);
  const text = await answer.text();
  assert.equal(answer.status, expects.status, `${scenario.name}: ${text.slice(0, 1500)}`);
  if (expects.to !== undefined) assert.equal(answer.headers.get("location"), named(here, expects.to));
  for (const words of expects.contains ?? [])
    assert.ok(text.includes(named(here, words)), `"${named(here, words)}" is missing in: ${text.slice(0, 4000)}`);
  for (const words of expects.absent ?? [])
    assert.ok(!text.includes(named(here, words)), `"${named(here, words)}" must not be there`);
  for (const [name, pattern] of Object.entries(expects.remembers ?? {}))
    here.names.set(
      name,
      pattern.exec(text)?.[1] ?? assert.fail(`nothing to keep as {${name}} in: ${text.slice(0, 500)}`),
    );
  await assertRecorded(here, before, expects.facts ?? []);
  return { answer, text };
}

/** Sends the request of a scenario. */
export async function ask(here: Installation, scenario: Scenario): Promise<Response> {
  const request = await requestOf(here, scenario);
  return fetch(here.url + named(here, scenario.path), request);
}

async function requestOf(here: Installation, scenario: Scenario): Promise<RequestInit> {
  const { as = null, form, json, body } = scenario;
  const headers = new Headers(
    Object.entries(scenario.headers ?? {}).map(([name, value]): [string, string] => [name, named(here, value)]),
  );
  if (as !== null) headers.append("cookie", await here.signIn(as));
  if (json !== undefined) headers.set("content-type", "application/json");
  const sent =
    form === undefined
      ? json === undefined
        ? body
        : named(here, JSON.stringify(json))
      : new URLSearchParams(Object.entries(form).map(([field, value]) => [field, named(here, value)]));
  return {
    method: scenario.method ?? "GET",
    headers,
    redirect: "manual",
    ...(sent === undefined ? {} : { body: typeof sent === "string" ? named(here, sent) : sent }),
  };
}

/** Fills in the names in braces; a name that nobody gave stays as it is. */
function named(here: Installation, text: string): string {
  return text.replaceAll(/\{([a-z-]+)\}/g, (whole, name: string) => here.names.get(name) ?? whole);
}

interface Before {
  readonly seq: number;
  readonly rows: Map<string, string[]> | null;
}

async function stateOf({ app, rows }: Installation, status: number): Promise<Before> {
  const { db } = app.storage;
  const last = await db
    .selectFrom("facts")
    .select((facts) => facts.fn.max("seq").as("seq"))
    .executeTakeFirst();
  return { seq: last?.seq ?? 0, rows: status >= 400 ? await rows() : null };
}

async function assertRecorded({ app, rows }: Installation, before: Before, facts: readonly FactKind[]): Promise<void> {
  const recorded = await factsAfter(app.storage.db, before.seq, 10_000);
  assert.deepEqual(
    recorded.map(({ kind }) => kind),
    facts,
  );
  if (before.rows !== null) assert.deepEqual(await rows(), before.rows);
}
