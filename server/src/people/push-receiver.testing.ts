import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from "node:crypto";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import type { BrowserKeys } from "./push-message.ts";

/** The name of the service, as a test resolves it. */
export const PUSH_HOST = "push.example";

/** What arrived, as the browser reads it: the words after decryption, and who says that they sent it. */
export interface Pushed {
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly words: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** A push service with one browser behind it, over https with a certificate of its own. */
export interface PushService {
  readonly port: number;
  readonly keys: BrowserKeys;
  readonly pushed: readonly Pushed[];
  /** Answers this status from now on. */
  answer(status: number): void;
  close(): Promise<void>;
}

/** Opens one. It reads messages by RFC 8291 and 8292, written apart from what sends them. */
export async function openPushService(): Promise<PushService> {
  const certificate = trustedCertificate();
  const browser = createECDH("prime256v1");
  browser.generateKeys();
  const auth = randomBytes(16);
  const pushed: Pushed[] = [];
  let status = 201;
  const server = createServer(certificate, async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts);
    const { authorization = "" } = request.headers;
    pushed.push({
      path: request.url ?? "",
      headers: request.headers,
      words: decrypted(body, (key) => browser.computeSecret(key), { own: browser.getPublicKey(), auth }),
      claims: claimsOf(authorization),
    });
    response.writeHead(status).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    keys: { p256dh: browser.getPublicKey("base64url"), auth: auth.toString("base64url") },
    pushed,
    answer: (next) => {
      status = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** A certificate for the name of the service, trusted by this process alone. */
function trustedCertificate(): { readonly cert: Buffer; readonly key: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), "podium-push-"));
  try {
    const made = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"];
    const names = ["-subj", `/CN=${PUSH_HOST}`, "-addext", `subjectAltName=DNS:${PUSH_HOST}`];
    const files = ["-keyout", join(folder, "key"), "-out", join(folder, "cert")];
    execFileSync("openssl", ["req", "-x509", ...made, ...names, ...files], { stdio: "ignore" });
    const [cert, key] = [readFileSync(join(folder, "cert")), readFileSync(join(folder, "key"))];
    setDefaultCACertificates([...getCACertificates("default"), cert.toString()]);
    return { cert, key };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function decrypted(
  body: Buffer,
  agree: (key: Buffer) => Buffer,
  { own, auth }: { readonly own: Buffer; readonly auth: Buffer },
): string {
  const [salt, length] = [body.subarray(0, 16), body.readUInt8(20)];
  const [sender, record] = [body.subarray(21, 21 + length), body.subarray(21 + length)];
  const derive = (material: Buffer, by: Buffer, [info, bytes]: readonly [string | Buffer, number]) =>
    Buffer.from(hkdfSync("sha256", material, by, info, bytes));
  const about = Buffer.concat([Buffer.from("WebPush: info\0"), own, sender]);
  const material = derive(agree(sender), auth, [about, 32]);
  const key = derive(material, salt, ["Content-Encoding: aes128gcm\0", 16]);
  const nonce = derive(material, salt, ["Content-Encoding: nonce\0", 12]);
  const cipher = createDecipheriv("aes-128-gcm", key, nonce);
  cipher.setAuthTag(record.subarray(-16));
  const open = Buffer.concat([cipher.update(record.subarray(0, -16)), cipher.final()]);
  if (open.at(-1) !== 2) throw new Error("The last record does not say that it is the last.");
  return open.subarray(0, -1).toString();
}

/** What the token says, where its signature is that of the key beside it; nothing where it is not. */
function claimsOf(authorization: string): Readonly<Record<string, unknown>> {
  const [, token = "", key = ""] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization) ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const [x, y] = [point.subarray(1, 33).toString("base64url"), point.subarray(33).toString("base64url")];
  const open = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
  const signer = { key: open, dsaEncoding: "ieee-p1363" } as const;
  const isRight = verify("sha256", Buffer.from(`${head}.${claims}`), signer, Buffer.from(signature, "base64url"));
  return isRight ? JSON.parse(Buffer.from(claims, "base64url").toString()) : {};
}
