import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A server of S3 on this machine that proves every signature and knows one key. */
export interface S3Server {
  readonly endpoint: string;
  /** Where it keeps what it is given. */
  readonly folder: string;
  /** The key that it knows, and its secret. */
  readonly key: string;
  close(): Promise<void>;
}

/** The package has no types. */
const S3rver: new (options: object) => { run(): Promise<AddressInfo>; close(): Promise<void> } = createRequire(
  import.meta.url,
)("@20minutes/s3rver");

/** Opens a server with these buckets, all empty. */
export async function openS3Server(buckets: readonly string[]): Promise<S3Server> {
  const folder = mkdtempSync(join(tmpdir(), "podium-s3-"));
  const server = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    vhostBuckets: false,
    directory: folder,
    configureBuckets: buckets.map((name) => ({ name })),
  });
  const { port } = await server.run();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    folder,
    key: "S3RVER",
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
