import { isIP } from "node:net";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Every setting, its default, its variable. docs/self-hosting.md shows the same list. */
export interface Config {
  /** HOST: the address to listen on. */
  readonly host: string;
  /** PORT: 0 takes a free one. */
  readonly port: number;
  /** PODIUM_DATA: the folder of the database and its secret. */
  readonly dataFolder: string;
  /** DATABASE_URL: a PostgreSQL database in place of the file in the data folder. */
  readonly databaseUrl: string | null;
  /** PODIUM_SECRET: what signs sessions, the same at every node; null for the file in the data folder. Never printed. */
  readonly secret: string | null;
  /** PODIUM_S3_ENDPOINT, _BUCKET, _REGION, _KEY, _SECRET, _PATH_STYLE: where photos are kept; null for a folder in the data folder. */
  readonly s3: S3Settings | null;
  /** PODIUM_ORIGIN: the public origin of this installation; the address that was asked for when left out. */
  readonly origin: string | null;
  /** PODIUM_PROXIES: addresses and networks of proxies that are believed who asks; by default those of this machine. */
  readonly proxies: readonly string[];
  /** PODIUM_CERTIFICATE and PODIUM_KEY: the files (PEM) that Podium speaks https with by itself; null for http. */
  readonly tls: { readonly certificate: string; readonly key: string } | null;
  /** PODIUM_DEMO: on or off. Invented people, one-click sign-ins. On by default on a loopback address, else off. */
  readonly demo: boolean;
  /** PODIUM_MODERATOR_NAMES: on or off. Whether the public log of moderation names who acted. On by default. */
  readonly moderatorNames: boolean;
  /** PODIUM_STREAMS: how many pages of one network may be followed live at once. */
  readonly streamsOfNetwork: number;
  /** PODIUM_DRAIN: for how many seconds a node that is ending goes on serving, and says that it should not be asked. */
  readonly drainSeconds: number;
  /** PODIUM_SMTP_URL and PODIUM_MAIL_FROM: the server that takes mail, and from whom it is; null where none is sent. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** PODIUM_OIDC_ISSUER, _CLIENT, _SECRET, _NAME: who vouches for people beside Podium (OpenID Connect); null for nobody. */
  readonly oidc: OidcSettings | null;
  /** PODIUM_FETCH_PORTS: the ports that are asked where an editor gives an address; none where nothing is fetched. */
  readonly fetchPorts: ReadonlySet<number>;
  /** PODIUM_TRANSLATION, _URL, _KEY, _NAME: the service that translates comments; null where there is none. */
  readonly translation: TranslationSettings | null;
  /** PODIUM_WEB: the folder of the built pages. */
  readonly webFolder: string;
  /** PODIUM_EXAMPLES: the folder of the examples that a new database starts with; "none" for an empty start. */
  readonly examplesFolder: string | null;
}

/** A bucket of any store that speaks S3. */
export interface S3Settings {
  /** The origin of the store, without the bucket: `https://s3.eu-central-1.amazonaws.com`. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly key: string;
  /** Never printed and never in a message. */
  readonly secret: string;
  /** The bucket in the path, as most stores want it, or in front of the host. */
  readonly isPathStyle: boolean;
}

/** A service that translates over HTTP. */
export interface TranslationSettings {
  /** How it is spoken to. */
  readonly kind: "libretranslate" | "deepl";
  /** `https://api-free.deepl.com`; asked whatever its number, since the operator names it. */
  readonly url: string;
  /** Never printed and never in a message. */
  readonly key: string | null;
  /** What readers are told of who translated. */
  readonly name: string;
}

/** An issuer of OpenID Connect, and what it knows this Podium by. */
export interface OidcSettings {
  /** `https://login.club.example`; asked whatever its number, since the operator names it. */
  readonly issuer: string;
  readonly client: string;
  /** Never printed and never in a message. */
  readonly secret: string;
  /** What the button of the sign-in page calls it. */
  readonly name: string;
}

const onOff = z.enum(["on", "off"], "it is on or off").transform((word) => word === "on");

const PORTS = "it is a whole number from 0 to 65535";

const DRAIN = "it is a whole number of seconds from 0 to 600";

const STREAMS = "it is a whole number from 1 on";

const settings = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number(PORTS).int(PORTS).min(0, PORTS).max(65535, PORTS).default(8080),
  PODIUM_DATA: z.string().min(1).default(join(ROOT, "data")),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      hostname: /.*/,
      error: "it is an address such as postgresql://podium:password@localhost/podium",
    })
    .optional(),
  PODIUM_SECRET: z
    .string()
    .regex(/^\S{32,200}$/, "it is 32 to 200 letters and digits that nobody guesses: openssl rand -base64 36")
    .optional(),
  PODIUM_S3_ENDPOINT: z
    .url({ protocol: /^https?$/, hostname: /.*/, error: "it is an address such as https://s3.example" })
    .transform((url) => new URL(url).origin)
    .optional(),
  PODIUM_S3_BUCKET: z
    .string()
    .regex(/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/, "it is a name of small letters, digits, - and .")
    .optional(),
  PODIUM_S3_REGION: z
    .string()
    .regex(/^[a-z\d-]{1,40}$/, "it is a word such as eu-central-1")
    .default("us-east-1"),
  PODIUM_S3_KEY: z.string().optional(),
  PODIUM_S3_SECRET: z.string().optional(),
  PODIUM_S3_PATH_STYLE: onOff.default(true),
  PODIUM_ORIGIN: z
    .url({ protocol: /^https?$/, error: "it is an address such as https://podium.example" })
    .transform((url) => new URL(url).origin)
    .optional(),
  PODIUM_PROXIES: z
    .string()
    .transform((list) => (list === "none" ? [] : list.split(",").map((part) => part.trim())))
    .refine((list) => list.every(isNetwork), "it is a list such as 10.0.0.5,192.168.7.0/24,fd00::/8, or none")
    .default(["127.0.0.0/8", "::1"]),
  PODIUM_CERTIFICATE: z.string().min(1).optional(),
  PODIUM_KEY: z.string().min(1).optional(),
  PODIUM_DEMO: onOff.optional(),
  PODIUM_MODERATOR_NAMES: onOff.default(true),
  PODIUM_STREAMS: z.coerce.number(STREAMS).int(STREAMS).min(1, STREAMS).default(2_000),
  PODIUM_DRAIN: z.coerce.number(DRAIN).int(DRAIN).min(0, DRAIN).max(600, DRAIN).default(0),
  PODIUM_SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "it is an address such as smtps://name:password@smtp.example" })
    .optional(),
  PODIUM_MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
      "it is an address such as Podium <podium@club.example>",
    )
    .optional(),
  PODIUM_OIDC_ISSUER: z
    .url({ protocol: /^https?$/, hostname: /.*/, error: "it is an address such as https://login.example" })
    .regex(/^[^?#]*$/, "it ends before any ? or #")
    .optional(),
  PODIUM_OIDC_CLIENT: z.string().min(1).optional(),
  PODIUM_OIDC_SECRET: z.string().min(1).optional(),
  PODIUM_OIDC_NAME: z.string().max(60, "it is at most 60 letters").optional(),
  PODIUM_FETCH_PORTS: z
    .string()
    .regex(/^(?:none|\d{1,5}(?:,\d{1,5}){0,9})$/, "it is a list of ports such as 80,443, or none")
    .default("80,443"),
  PODIUM_TRANSLATION: z.enum(["libretranslate", "deepl"], "it is libretranslate or deepl").optional(),
  PODIUM_TRANSLATION_URL: z
    .url({ protocol: /^https?$/, hostname: /.*/, error: "it is an address such as https://translate.example" })
    .optional(),
  PODIUM_TRANSLATION_KEY: z.string().optional(),
  PODIUM_TRANSLATION_NAME: z.string().max(60, "it is at most 60 letters").optional(),
  PODIUM_WEB: z
    .string()
    .min(1)
    .default(join(ROOT, "web", "dist")),
  PODIUM_EXAMPLES: z.string().min(1).default(join(ROOT, "examples")),
});

/** Reads the settings from the environment. Throws a sentence that names the variable when one is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = settings.safeParse(withoutEmpty(env));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(`The setting ${issue?.path.join(".") ?? "?"} is wrong: ${issue?.message ?? "unreadable"}.`);
  }
  const read = parsed.data;
  return {
    host: read.HOST,
    port: read.PORT,
    dataFolder: resolve(read.PODIUM_DATA),
    databaseUrl: read.DATABASE_URL ?? null,
    secret: read.PODIUM_SECRET ?? null,
    s3: s3In(read),
    origin: read.PODIUM_ORIGIN ?? null,
    proxies: read.PODIUM_PROXIES,
    tls: tlsIn(read),
    demo: read.PODIUM_DEMO ?? isLoopback(read.HOST),
    moderatorNames: read.PODIUM_MODERATOR_NAMES,
    streamsOfNetwork: read.PODIUM_STREAMS,
    drainSeconds: read.PODIUM_DRAIN,
    mail: mailIn(read),
    oidc: oidcIn(read),
    fetchPorts: new Set(read.PODIUM_FETCH_PORTS === "none" ? [] : read.PODIUM_FETCH_PORTS.split(",").map(Number)),
    translation: translationIn(read),
    webFolder: resolve(read.PODIUM_WEB),
    examplesFolder: read.PODIUM_EXAMPLES === "none" ? null : resolve(read.PODIUM_EXAMPLES),
  };
}

/** A bucket is of no use without its address, its key and its secret, nor one of them without the others. */
function s3In(read: z.infer<typeof settings>): S3Settings | null {
  const given = {
    PODIUM_S3_ENDPOINT: read.PODIUM_S3_ENDPOINT,
    PODIUM_S3_BUCKET: read.PODIUM_S3_BUCKET,
    PODIUM_S3_KEY: read.PODIUM_S3_KEY,
    PODIUM_S3_SECRET: read.PODIUM_S3_SECRET,
  };
  const names = Object.entries(given);
  const alone = names.find(([, value]) => value !== undefined)?.[0];
  if (alone === undefined) return null;
  const missing = names.find(([, value]) => value === undefined)?.[0];
  if (missing !== undefined) throw new Error(`The setting ${missing} is missing: ${alone} stands alone.`);
  return {
    endpoint: given.PODIUM_S3_ENDPOINT ?? "",
    bucket: given.PODIUM_S3_BUCKET ?? "",
    region: read.PODIUM_S3_REGION,
    key: given.PODIUM_S3_KEY ?? "",
    secret: given.PODIUM_S3_SECRET ?? "",
    isPathStyle: read.PODIUM_S3_PATH_STYLE,
  };
}

/** A certificate is of no use without its key, and a key without its certificate. */
function tlsIn({
  PODIUM_CERTIFICATE: certificate,
  PODIUM_KEY: key,
}: Pick<z.infer<typeof settings>, "PODIUM_CERTIFICATE" | "PODIUM_KEY">): Config["tls"] {
  if (certificate === undefined && key === undefined) return null;
  if (certificate === undefined) throw new Error("The setting PODIUM_CERTIFICATE is missing: PODIUM_KEY stands alone.");
  if (key === undefined) throw new Error("The setting PODIUM_KEY is missing: PODIUM_CERTIFICATE stands alone.");
  return { certificate: resolve(certificate), key: resolve(key) };
}

/** Mail needs to know from whom it is, and where its links lead. */
function mailIn({
  PODIUM_SMTP_URL: url,
  PODIUM_MAIL_FROM: from,
  PODIUM_ORIGIN: origin,
}: Pick<z.infer<typeof settings>, "PODIUM_SMTP_URL" | "PODIUM_MAIL_FROM" | "PODIUM_ORIGIN">): Config["mail"] {
  if (url === undefined) return null;
  if (from === undefined) throw new Error("The setting PODIUM_MAIL_FROM is missing: PODIUM_SMTP_URL stands alone.");
  if (origin === undefined)
    throw new Error("The setting PODIUM_ORIGIN is missing: links in mail lead to it, and PODIUM_SMTP_URL is set.");
  return { url, from };
}

const SERVICE_NAMES = { libretranslate: "LibreTranslate", deepl: "DeepL" } as const;

/** A service of translation is of no use without its address. */
function translationIn(read: z.infer<typeof settings>): TranslationSettings | null {
  const { PODIUM_TRANSLATION: kind, PODIUM_TRANSLATION_URL: url, PODIUM_TRANSLATION_KEY: key } = read;
  if (kind === undefined && url === undefined) return null;
  if (kind === undefined)
    throw new Error("The setting PODIUM_TRANSLATION is missing: PODIUM_TRANSLATION_URL stands alone.");
  if (url === undefined)
    throw new Error("The setting PODIUM_TRANSLATION_URL is missing: PODIUM_TRANSLATION stands alone.");
  if (kind === "deepl" && key === undefined)
    throw new Error("The setting PODIUM_TRANSLATION_KEY is missing: DeepL answers nobody without one.");
  const { username, password } = new URL(url);
  if (username !== "" || password !== "")
    throw new Error("The setting PODIUM_TRANSLATION_URL is wrong: a key stands in PODIUM_TRANSLATION_KEY.");
  return { kind, url, key: key ?? null, name: read.PODIUM_TRANSLATION_NAME ?? SERVICE_NAMES[kind] };
}

/** An issuer is of no use without what it knows this Podium by, and sends people back to the one origin that it was told. */
function oidcIn(read: z.infer<typeof settings>): OidcSettings | null {
  const given = {
    PODIUM_OIDC_ISSUER: read.PODIUM_OIDC_ISSUER,
    PODIUM_OIDC_CLIENT: read.PODIUM_OIDC_CLIENT,
    PODIUM_OIDC_SECRET: read.PODIUM_OIDC_SECRET,
  };
  const names = Object.entries(given);
  const alone = names.find(([, value]) => value !== undefined)?.[0];
  if (alone === undefined) return null;
  const missing = names.find(([, value]) => value === undefined)?.[0];
  if (missing !== undefined) throw new Error(`The setting ${missing} is missing: ${alone} stands alone.`);
  if (read.PODIUM_ORIGIN === undefined)
    throw new Error("The setting PODIUM_ORIGIN is missing: the issuer of PODIUM_OIDC_ISSUER sends people back to it.");
  const issuer = given.PODIUM_OIDC_ISSUER ?? "";
  return {
    issuer,
    client: given.PODIUM_OIDC_CLIENT ?? "",
    secret: given.PODIUM_OIDC_SECRET ?? "",
    name: read.PODIUM_OIDC_NAME ?? new URL(issuer).hostname,
  };
}

/** An address, or the first of a network and how many of its bits they share. */
function isNetwork(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function withoutEmpty(env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}
