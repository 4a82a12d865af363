import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const DATA = mkdtempSync(join(tmpdir(), "podium-doctor-"));
const S3rver: new (options: object) => { run(): Promise<{ port: number }>; close(): Promise<void> } = createRequire(
  import.meta.url,
)("@20minutes/s3rver");
const store = new S3rver({
  port: 0,
  address: "127.0.0.1",
  silent: true,
  vhostBuckets: false,
  directory: join(DATA, "store"),
  configureBuckets: [{ name: "photos" }],
});
const SECRET = "S3RVER";
const { port } = await store.run();
after(async () => {
  await store.close();
  rmSync(DATA, { recursive: true });
});

const bucket = { PODIUM_S3_ENDPOINT: `http://127.0.0.1:${port}`, PODIUM_S3_BUCKET: "photos", PODIUM_S3_KEY: SECRET };

/** The server runs in this process: the command must not hold it up. */
async function podium(command: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const all = { ...process.env, PODIUM_DATA: DATA, DATABASE_URL: "", PORT: "0", PODIUM_EXAMPLES: "none", ...env };
  const child = spawn(process.execPath, [MAIN, ...command], { env: all, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await ended, out, error };
}

test("before the first start nothing is wrong, and nothing is made by asking", async () => {
  const { status, out } = await podium(["doctor"]);
  assert.equal(status, 0, out);
  assert.match(out, /^settings: .*\ndatabase: There is none yet .*\nphotos: There is no folder .*\n$/);
});

test("a database and a bucket that are right are told to be, and nothing is left in the bucket", async () => {
  assert.equal((await podium(["role", "--list"])).status, 0);
  const { status, out } = await podium(["doctor"], { ...bucket, PODIUM_S3_SECRET: SECRET });
  assert.equal(status, 0, out);
  assert.match(out, /database: .*podium\.sqlite can be read; 0 entries are in it\.\n/);
  assert.match(
    out,
    /photos: The bucket photos at http:\/\/127\.0\.0\.1:\d+ can be written, read, listed and cleared\.\n$/,
  );
});

test("a wrong secret is told in a sentence without it, by the doctor and by the start, which ends", async () => {
  const env = { ...bucket, PODIUM_S3_SECRET: "WRONG-SECRET" };
  const { status, out } = await podium(["doctor"], env);
  assert.equal(status, 2);
  assert.match(out, /photos: The store of files .* PODIUM_S3_SECRET\.\n$/);
  const started = await podium(["serve"], env);
  assert.equal(started.status, 1);
  assert.match(started.error, /^The store of files .* PODIUM_S3_SECRET\.\n$/);
  for (const printed of [out, started.error, started.out]) assert.doesNotMatch(printed, /WRONG-SECRET/);
});

test("a setting without the others is named", async () => {
  const { status, out } = await podium(["doctor"], { PODIUM_S3_BUCKET: "photos" });
  assert.equal(status, 2);
  assert.match(out, /^settings: The setting PODIUM_S3_ENDPOINT is missing: PODIUM_S3_BUCKET stands alone\.\n$/);
});

test("an issuer that calls itself as it was named is told to answer; one that does not, or is not there, is to be mended", async () => {
  let name = "";
  const server = createServer((_, response) => {
    const at = (path: string) => `${name}${path}`;
    const told = { issuer: name, authorization_endpoint: at("/authorize"), token_endpoint: at("/token") };
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(told));
  });
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { PODIUM_OIDC_ISSUER: issuer, PODIUM_OIDC_CLIENT: "podium", PODIUM_OIDC_SECRET: "not for the screen" };
  const asked = () => podium(["doctor"], { ...client, PODIUM_ORIGIN: "https://podium.example" });
  name = issuer;
  const right = await asked();
  assert.equal(right.status, 0, right.out);
  assert.match(right.out, /\noidc: http:\S+ answers, and calls itself so\./);
  name = "https://elsewhere.example";
  const other = await asked();
  assert.equal(other.status, 2);
  assert.match(other.out, /\noidc: http:\S+ cannot be reached, or does not call itself so/);
  server.closeAllConnections();
  await new Promise((closed) => {
    server.close(closed);
  });
  const gone = await asked();
  assert.equal(gone.status, 2);
  assert.doesNotMatch(right.out + other.out + gone.out, /not for the screen/);
});
