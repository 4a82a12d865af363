import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../bootstrap/runtime.mjs";
import { filesMatching } from "./test-files.ts";

/** What connects: a call of fetch, and what is imported from a module of Node that opens connections. */
const CALL = /(?<![\w.#"'`])(?:globalThis\.)?fetch\(|new (?:WebSocket|EventSource|XMLHttpRequest)\(/;
const MODULE = /import (?!type )([^;]*?) from "(?:node:)?(https?|http2|net|tls|dns|dns\/promises|dgram|undici)"/gu;
const DYNAMIC = /(?:import|require)\(\s*["'](?:node:)?(?:https?|http2|net|tls|dns|dns\/promises|dgram|undici)["']/;

/** What of these modules opens no connection to anywhere. */
const CONNECTS_NOT: ReadonlySet<string> = new Set(["createServer", "isIP", "isIPv4", "isIPv6", "BlockList"]);

/** The one door, `server/src/fetcher`; see there. */
const DOOR = /^server\/src\/fetcher\//;

function objectionTo(text: string): string | undefined {
  const names = [...text.matchAll(MODULE)].flatMap(([, clause = ""]) =>
    clause
      .replaceAll(/[{}]/g, "")
      .split(",")
      .map((name) => name.trim()),
  );
  const connecting = names.find(
    (name) => name !== "" && !name.startsWith("type ") && !CONNECTS_NOT.has(name.split(" ")[0] ?? ""),
  );
  return CALL.exec(text)?.[0] ?? DYNAMIC.exec(text)?.[0] ?? connecting;
}

test("nothing but the one door connects to an address: not the server, not the commands", () => {
  const files = filesMatching("{engine,protocol,server,cli}/src/**/*.ts", []).filter(
    (file) => !/[.](test|testing|contract)[.]ts$/.test(file) && !DOOR.test(file),
  );
  assert.ok(files.length > 300);
  const found = files.flatMap((file) => {
    const objection = objectionTo(readFileSync(join(root, file), "utf8"));
    return objection === undefined ? [] : [`${file}: ${objection}`];
  });
  assert.deepEqual(found, []);
});

for (const line of [
  "const page = await fetch(address);",
  "await globalThis.fetch(address);",
  'import { request } from "node:https";',
  'import { type IncomingMessage, get } from "node:http";',
  'import * as net from "net";',
  'import { connect as open } from "node:tls";',
  'const { fetch } = await import("undici");',
  'import { lookup } from "node:dns/promises";',
])
  test(`it would notice: ${line}`, () => assert.notEqual(objectionTo(line), undefined));

for (const line of [
  'import type { IncomingMessage } from "node:http";',
  'import { createServer, type Server } from "node:http";',
  'import { createServer as createSecureServer } from "node:https";',
  'import { isIP } from "node:net";',
  "const page = await fetcher.fetchPage(address);",
  "app.fetch(request)",
])
  test(`it lets stand: ${line}`, () => assert.equal(objectionTo(line), undefined));
