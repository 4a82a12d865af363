import { createCipheriv, createECDH, createPrivateKey, type ECDH, hkdfSync, randomBytes, sign } from "node:crypto";

const CURVE = "prime256v1";
const SALT_BYTES = 16;
/** The size of a record (RFC 8188): a message is one. */
const RECORD_BYTES = 4_096;
const LAST_RECORD = 2;
const TOKEN_LASTS_S = 12 * 60 * 60;
/** The order of the group of P-256 (FIPS 186-5): private keys are the numbers below it. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** What a message is encrypted with: the keys of the browser, as it gave them. */
export interface BrowserKeys {
  readonly p256dh: string;
  readonly auth: string;
}

/** What is drawn by lot for each message. */
export interface MessageLots {
  readonly salt: Buffer;
  readonly key: ECDH;
}

function drawnLots(): MessageLots {
  const key = createECDH(CURVE);
  key.generateKeys();
  return { salt: randomBytes(SALT_BYTES), key };
}

/** Encrypts a message for one browser alone, `aes128gcm` of RFC 8291. Throws where its key is no point of the curve. */
export function encryptFor(
  { p256dh, auth }: BrowserKeys,
  words: string,
  { salt, key }: MessageLots = drawnLots(),
): Buffer {
  const theirs = Buffer.from(p256dh, "base64url");
  const ours = key.getPublicKey();
  const about = Buffer.concat([Buffer.from("WebPush: info\0"), theirs, ours]);
  const shared = { key: key.computeSecret(theirs), salt: Buffer.from(auth, "base64url") };
  const material = { key: derived(shared, about, 32), salt };
  const secret = derived(material, "Content-Encoding: aes128gcm\0", 16);
  const nonce = derived(material, "Content-Encoding: nonce\0", 12);
  const cipher = createCipheriv("aes-128-gcm", secret, nonce);
  const record = [
    cipher.update(words, "utf8"),
    cipher.update(Buffer.of(LAST_RECORD)),
    cipher.final(),
    cipher.getAuthTag(),
  ];
  const size = Buffer.alloc(4);
  size.writeUInt32BE(RECORD_BYTES);
  return Buffer.concat([salt, size, Buffer.of(ours.length), ours, ...record]);
}

/** What a key is derived from: RFC 5869. */
interface Material {
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
}

function derived({ key, salt }: Material, about: string | Uint8Array, bytes: number): Buffer {
  return Buffer.from(hkdfSync("sha256", key, salt, about, bytes));
}

/** The pair of keys by which push services know this installation (RFC 8292): made of its secret, the same on every node. */
export function serverKeyOf(secret: string): ECDH {
  const wide = derived({ key: Buffer.from(secret), salt: Buffer.alloc(0) }, "podium web push", 48);
  const number = (BigInt(`0x${wide.toString("hex")}`) % (ORDER - 1n)) + 1n;
  const key = createECDH(CURVE);
  key.setPrivateKey(Buffer.from(number.toString(16).padStart(64, "0"), "hex"));
  return key;
}

/** Says to a push service who sends, for half a day: `contact` is where its operator can be reached. */
export function authorizationFor(
  endpoint: string,
  { key, contact, nowMs }: { readonly key: ECDH; readonly contact: string; readonly nowMs: number },
): string {
  const told = { aud: new URL(endpoint).origin, exp: Math.floor(nowMs / 1000) + TOKEN_LASTS_S, sub: contact };
  const head = [{ typ: "JWT", alg: "ES256" }, told].map((part) =>
    Buffer.from(JSON.stringify(part)).toString("base64url"),
  );
  const open = key.getPublicKey();
  const jwk = {
    kty: "EC",
    crv: "P-256",
    d: key.getPrivateKey("base64url"),
    x: open.subarray(1, 33).toString("base64url"),
    y: open.subarray(33).toString("base64url"),
  };
  const signer = { key: createPrivateKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" } as const;
  const signature = sign("sha256", Buffer.from(head.join(".")), signer).toString("base64url");
  return `vapid t=${[...head, signature].join(".")}, k=${open.toString("base64url")}`;
}
