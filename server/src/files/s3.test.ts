import assert from "node:assert/strict";
import { createServer } from "node:http";
import { createServer as createTcpServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { once } from "node:events";
import { after, before, suite, test } from "node:test";
import { isRefused } from "@podium/engine";
import type { S3Settings } from "../config.ts";
import { StorageFault } from "../storage/storage.ts";
import { copyFiles, putCopy } from "./copies.ts";
import { filesContract } from "./files.contract.ts";
import { proveFiles } from "./files.ts";
import { openS3Server } from "./s3-server.testing.ts";
import { openS3Files } from "./s3.ts";

const buckets = Array.from({ length: 120 }, (_, index) => `photos-${index}`);
const server = await openS3Server(buckets);
after(() => server.close());

let opened = 0;
const settingsOf = (changed: Partial<S3Settings>): S3Settings => ({
  endpoint: server.endpoint,
  bucket: buckets[opened++] ?? assert.fail("no bucket is left"),
  region: "us-east-1",
  key: server.key,
  secret: server.key,
  isPathStyle: true,
  ...changed,
});
const bucketOf = (changed: Partial<S3Settings> = {}) => openS3Files(settingsOf(changed));

filesContract("a bucket of S3", () => bucketOf());
filesContract("a bucket of S3 that lists one file at a time", () => openS3Files(settingsOf({}), { part: 1 }));

test("a backup of a bucket is equal once it is restored into another one", async () => {
  const [files, other] = [bucketOf(), bucketOf()];
  await files.put("originals/a", Uint8Array.of(1, 2, 3));
  await files.put("photos/a/1-480.webp", Uint8Array.of(4));
  const copy = await copyFiles(files, join(server.folder, "copy"));
  const put = await putCopy(join(server.folder, "copy"), other);
  assert.ok(!isRefused(copy) && !isRefused(put));
  assert.equal(put.digest, copy.digest);
  assert.deepEqual(await other.get("originals/a"), Uint8Array.of(1, 2, 3));
});

/** What a store says that proves to be none of ours. */
async function faultOf(changed: Partial<S3Settings>): Promise<StorageFault> {
  const fault = await proveFiles(bucketOf({ secret: "THE-SECRET", ...changed })).then(
    () => assert.fail("it was proved"),
    (thrown: unknown) => thrown,
  );
  assert.ok(fault instanceof StorageFault, String(fault));
  assert.match(fault.message, /^(The|There) .*\.$/);
  assert.doesNotMatch(fault.message + JSON.stringify(fault), /THE-SECRET/);
  return fault;
}

suite("what is wrong is said in one sentence, and the secret in none", () => {
  let closedPort = 0;
  before(async () => {
    const closing = createTcpServer().listen(0, "127.0.0.1");
    await once(closing, "listening");
    closedPort = (closing.address() as AddressInfo).port;
    closing.close();
    await once(closing, "close");
  });

  const wrong: readonly (readonly [name: string, () => Partial<S3Settings>, kind: string, says: RegExp])[] = [
    ["a wrong secret", () => ({}), "unfit", /PODIUM_S3_SECRET/],
    ["an unknown key", () => ({ key: "NOBODY" }), "unfit", /PODIUM_S3_KEY/],
    ["no such bucket", () => ({ secret: server.key, bucket: "nothing-here" }), "unfit", /no bucket nothing-here/],
    ["nobody there", () => ({ endpoint: `http://127.0.0.1:${closedPort}` }), "unreachable", /nobody answers there/],
    ["no such host", () => ({ endpoint: "http://s3.invalid" }), "unreachable", /host/],
    [
      "https where there is none",
      () => ({ endpoint: server.endpoint.replace("http:", "https:") }),
      "unreachable",
      /does not speak https/,
    ],
  ];
  for (const [name, changed, kind, says] of wrong)
    test(name, async () => {
      const fault = await faultOf(changed());
      assert.equal(fault.kind, kind);
      assert.match(fault.message, says);
    });

  const ANSWERS: readonly (readonly [status: number, code: string, kind: string, says: RegExp])[] = [
    [403, "RequestTimeTooSkewed", "unfit", /Set the clock/],
    [403, "AccessDenied", "unfit", /read, write, list and delete/],
    [403, "", "unfit", /read, write, list and delete/],
    [301, "PermanentRedirect", "unfit", /PODIUM_S3_REGION/],
    [400, "AuthorizationHeaderMalformed", "unfit", /PODIUM_S3_REGION/],
    [200, "", "unfit", /does not give back/],
    [503, "SlowDown", "unreachable", /503 SlowDown/],
    [500, "", "unreachable", /500/],
  ];
  for (const [status, code, kind, says] of ANSWERS)
    test(`a store that answers ${status} ${code}`, async () => {
      const store = createServer((request, response) => {
        request.resume();
        response.writeHead(status, { location: "http://127.0.0.1:1/", connection: "close" });
        response.end(code === "" ? "" : `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
      }).listen(0, "127.0.0.1");
      await once(store, "listening");
      try {
        const fault = await faultOf({ endpoint: `http://127.0.0.1:${(store.address() as AddressInfo).port}` });
        assert.equal(fault.kind, kind);
        assert.match(fault.message, says);
      } finally {
        store.close();
      }
    });
});

test("the bucket stands in the path, or in front of the host", async () => {
  const fault = await faultOf({ endpoint: "https://s3.invalid", bucket: "our-photos", isPathStyle: false });
  const asked = fault.cause instanceof Error ? fault.cause.cause : null;
  assert.ok(asked instanceof Error && "hostname" in asked);
  assert.equal(asked.hostname, "our-photos.s3.invalid");
});
