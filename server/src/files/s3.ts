import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import type { S3Settings } from "../config.ts";
import type { StorageFault } from "../storage/storage.ts";
import { assertKey, type Files, type ListedFile } from "./files.ts";
import { explainS3Answer, explainS3Silence } from "./s3-faults.ts";
import { readAnswer } from "./s3-answer.ts";

/** The largest photo over a slow line. */
const PATIENCE_MS = 60_000;
const RETRIES = 2;
/** No store gives more. */
const LISTED_AT_ONCE = 1_000;

/** Files in a bucket, listed in parts of so many. Nothing is asked of the store before the first of them. */
export function openS3Files(settings: S3Settings, { part = LISTED_AT_ONCE } = {}): Files {
  const bucket = new Bucket(settings, part);
  return {
    place: placeOf(settings),
    put: (key, bytes) => bucket.put(key, bytes),
    get: (key) => bucket.get(key),
    remove: (key) => bucket.remove(key),
    list: (folder) => bucket.list(folder),
  };
}

function placeOf({ bucket, endpoint }: S3Settings): string {
  return `The bucket ${bucket} at ${endpoint}`;
}

interface Asked {
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

class Bucket {
  readonly #settings: S3Settings;
  readonly #part: number;
  readonly #client: AwsClient;

  constructor(settings: S3Settings, part: number) {
    this.#settings = settings;
    this.#part = part;
    const { key, secret, region } = settings;
    this.#client = new AwsClient({
      accessKeyId: key,
      secretAccessKey: secret,
      region,
      service: "s3",
      retries: RETRIES,
    });
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    assertKey(key);
    const answer = await this.#ask("PUT", { key, body: bytes });
    if (!answer.ok) throw await this.#refused(answer);
    await answer.body?.cancel();
  }

  async get(key: string): Promise<Uint8Array<ArrayBuffer> | null> {
    assertKey(key);
    const answer = await this.#ask("GET", { key });
    if (answer.status === 404 && (await isNoBucket(answer.clone())) === false) return null;
    if (!answer.ok) throw await this.#refused(answer);
    return this.#read(answer);
  }

  async remove(key: string): Promise<void> {
    assertKey(key);
    const keys = [key];
    for await (const within of this.list(key)) keys.push(within.key);
    for (const each of keys) {
      const answer = await this.#ask("DELETE", { key: each });
      if (!answer.ok && answer.status !== 404) throw await this.#refused(answer);
      await answer.body?.cancel();
    }
  }

  /** By the first of the two lists of S3, which goes on behind a key and needs no token: every store has it. */
  async *list(folder?: string): AsyncGenerator<ListedFile> {
    if (folder !== undefined) assertKey(folder);
    let after: string | undefined;
    do {
      const query = {
        "max-keys": String(this.#part),
        ...(folder === undefined ? {} : { prefix: `${folder}/` }),
        ...(after === undefined ? {} : { marker: after }),
      };
      const answer = await this.#ask("GET", { query });
      if (!answer.ok) throw await this.#refused(answer);
      const { files, isCut } = readAnswer(new TextDecoder().decode(await this.#read(answer)));
      yield* files;
      after = isCut ? files.at(-1)?.key : undefined;
    } while (after !== undefined);
  }

  async #ask(method: string, { key, query = {}, body }: Asked): Promise<Response> {
    const url = this.#address(key);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    // What arrives is compared with this by the store: a file is there as it was sent, or not at all.
    const digest = createHash("sha256")
      .update(body ?? "")
      .digest("hex");
    try {
      return await this.#client.fetch(url.href, {
        method,
        redirect: "manual",
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: { "x-amz-content-sha256": digest },
        ...(body === undefined ? {} : { body: Uint8Array.from(body) }),
      });
    } catch (fault) {
      throw explainS3Silence(fault, this.#settings);
    }
  }

  async #read(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
    try {
      return new Uint8Array(await answer.arrayBuffer());
    } catch (fault) {
      throw explainS3Silence(fault, this.#settings);
    }
  }

  async #refused(answer: Response): Promise<StorageFault> {
    const { code } = readAnswer(await answer.text().catch(() => ""));
    return explainS3Answer({ status: answer.status, code }, this.#settings);
  }

  #address(key: string | undefined): URL {
    const { endpoint, bucket, isPathStyle } = this.#settings;
    const url = new URL(endpoint);
    if (!isPathStyle) url.host = `${bucket}.${url.host}`;
    url.pathname = [...(isPathStyle ? [bucket] : []), ...(key === undefined ? [] : [key])].join("/");
    return url;
  }
}

/** A key that is not there, and a bucket that is not there, are both 404. */
async function isNoBucket(answer: Response): Promise<boolean> {
  return readAnswer(await answer.text().catch(() => "")).code === "NoSuchBucket";
}
