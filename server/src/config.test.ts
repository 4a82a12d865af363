import assert from "node:assert/strict";
import { isAbsolute } from "node:path";
import { test } from "node:test";
import { readConfig } from "./config.ts";

test("without settings Podium is a demo on this machine alone", () => {
  const config = readConfig({});
  assert.deepEqual([config.host, config.port, config.demo, config.origin], ["127.0.0.1", 8080, true, null]);
  for (const folder of [config.dataFolder, config.webFolder, config.examplesFolder ?? ""])
    assert.ok(isAbsolute(folder), folder);
});

test("an empty setting counts as left out, and what is not ours is not read", () => {
  assert.deepEqual(
    readConfig({ PORT: "", HOST: "", PODIUM_DEMO: "", PODIUM_ORIGIN: "", HOME: "/nowhere", PODIUM_OTHER: "x" }),
    readConfig({}),
  );
});

const right: readonly {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  readonly gives: Readonly<Record<string, unknown>>;
}[] = [
  {
    name: "PostgreSQL in place of the file",
    env: { DATABASE_URL: "postgresql://podium:secret@db.example:5433/podium" },
    gives: { databaseUrl: "postgresql://podium:secret@db.example:5433/podium" },
  },
  {
    name: "PostgreSQL by its socket",
    env: { DATABASE_URL: "postgres:///podium?host=/var/run/postgresql" },
    gives: { databaseUrl: "postgres:///podium?host=/var/run/postgresql" },
  },
  {
    name: "a secret that all nodes share",
    env: { PODIUM_SECRET: "0123456789abcdefghijklmnopqrstuv" },
    gives: { secret: "0123456789abcdefghijklmnopqrstuv" },
  },
  { name: "port 0 takes a free one", env: { PORT: "0" }, gives: { port: 0 } },
  { name: "the highest port", env: { PORT: "65535" }, gives: { port: 65535 } },
  { name: "a host that others can reach is no demo by itself", env: { HOST: "0.0.0.0" }, gives: { demo: false } },
  { name: "localhost is this machine", env: { HOST: "localhost" }, gives: { demo: true } },
  { name: "so is ::1", env: { HOST: "::1" }, gives: { demo: true } },
  { name: "so is all of 127", env: { HOST: "127.8.8.8" }, gives: { demo: true } },
  {
    name: "a demo for others is switched on in words",
    env: { HOST: "0.0.0.0", PODIUM_DEMO: "on" },
    gives: { demo: true },
  },
  { name: "no demo here", env: { PODIUM_DEMO: "off" }, gives: { demo: false } },
  {
    name: "an origin is the address without a path",
    env: { PODIUM_ORIGIN: "https://podium.example/" },
    gives: { origin: "https://podium.example" },
  },
  {
    name: "an issuer is called by its host where it has no other name",
    env: {
      PODIUM_ORIGIN: "https://podium.example",
      PODIUM_OIDC_ISSUER: "https://login.club.example/realms/club",
      PODIUM_OIDC_CLIENT: "podium",
      PODIUM_OIDC_SECRET: "s",
    },
    gives: {
      oidc: {
        issuer: "https://login.club.example/realms/club",
        client: "podium",
        secret: "s",
        name: "login.club.example",
      },
    },
  },
  {
    name: "a certificate with its key",
    env: { PODIUM_CERTIFICATE: "/srv/hall.crt", PODIUM_KEY: "/srv/hall.key" },
    gives: { tls: { certificate: "/srv/hall.crt", key: "/srv/hall.key" } },
  },
  {
    name: "a bucket, whose address is an origin",
    env: {
      PODIUM_S3_ENDPOINT: "https://s3.example/",
      PODIUM_S3_BUCKET: "our-photos",
      PODIUM_S3_KEY: "key",
      PODIUM_S3_SECRET: "secret",
      PODIUM_S3_PATH_STYLE: "off",
    },
    gives: {
      s3: {
        endpoint: "https://s3.example",
        bucket: "our-photos",
        region: "us-east-1",
        key: "key",
        secret: "secret",
        isPathStyle: false,
      },
    },
  },
  {
    name: "proxies that are believed, one by one and by their network",
    env: { PODIUM_PROXIES: "10.0.0.5, 192.168.7.0/24,fd00::/8" },
    gives: { proxies: ["10.0.0.5", "192.168.7.0/24", "fd00::/8"] },
  },
  { name: "no proxy is believed", env: { PODIUM_PROXIES: "none" }, gives: { proxies: [] } },
  { name: "no examples", env: { PODIUM_EXAMPLES: "none" }, gives: { examplesFolder: null } },
  { name: "a folder", env: { PODIUM_DATA: "/srv/podium" }, gives: { dataFolder: "/srv/podium" } },
];

for (const { name, env, gives } of right) {
  test(`settings: ${name}`, () => {
    const config = new Map(Object.entries(readConfig(env)));
    for (const [setting, value] of Object.entries(gives)) assert.deepEqual(config.get(setting), value, setting);
  });
}

const wrong: readonly [setting: string, values: readonly string[]][] = [
  ["PORT", ["eighty", "-1", "65536", "80.5", "8080 8081", "NaN", "Infinity"]],
  ["DATABASE_URL", ["podium", "mysql://localhost/podium", "http://localhost", "/var/podium.sqlite"]],
  ["PODIUM_SECRET", ["short", "0123456789abcdefghijklmnopqrstu", "0123456789 abcdefghijklmnopqrstuvw"]],
  ["PODIUM_S3_ENDPOINT", ["s3.example", "s3://photos", "ftp://s3.example"]],
  ["PODIUM_S3_BUCKET", ["Photos", "../photos", "a", "a b", "photos-"]],
  ["PODIUM_S3_REGION", ["EU Central", "eu/1"]],
  ["PODIUM_S3_PATH_STYLE", ["yes"]],
  ["PODIUM_PROXIES", ["proxy.example", "10.0.0.0/33", "::1/129", "10.0.0.1,", "10.0.0.0/8/8", "any", "10.0.0.0/-1"]],
  ["PODIUM_OIDC_ISSUER", ["login.example", "ldap://login.example", "https://login.example/?realm=club"]],
  ["PODIUM_DRAIN", ["soon", "-1", "601"]],
  ["PODIUM_DEMO", ["yes", "ON", "1", "true"]],
  ["PODIUM_ORIGIN", ["podium.example", "ftp://podium.example", "javascript:alert(1)", "https://", "//podium.example"]],
];

for (const [setting, values] of wrong) {
  for (const value of values) {
    test(`settings: ${setting}=${value} is refused with a sentence that names it`, () => {
      assert.throws(
        () => readConfig({ [setting]: value }),
        (fault) => {
          assert.ok(fault instanceof Error && fault.constructor === Error);
          assert.match(fault.message, new RegExp(`^The setting ${setting} is wrong: [^\\n]+\\.$`));
          return true;
        },
      );
    });
  }
}

for (const [alone, missing] of [
  ["PODIUM_KEY", "PODIUM_CERTIFICATE"],
  ["PODIUM_CERTIFICATE", "PODIUM_KEY"],
  ["PODIUM_S3_BUCKET", "PODIUM_S3_ENDPOINT"],
  ["PODIUM_S3_SECRET", "PODIUM_S3_ENDPOINT"],
  ["PODIUM_OIDC_SECRET", "PODIUM_OIDC_ISSUER"],
] as const)
  test(`settings: ${alone} alone is refused with a sentence that names ${missing}`, () =>
    assert.throws(
      () => readConfig({ [alone]: "hall-pem" }),
      new RegExp(`^Error: The setting ${missing} is missing: `),
    ));

test("settings: an issuer without an origin to send people back to is refused, and its secret is not told", () => {
  const env = { PODIUM_OIDC_ISSUER: "https://login.example", PODIUM_OIDC_CLIENT: "podium", PODIUM_OIDC_SECRET: "hush" };
  assert.throws(() => readConfig(env), /^Error: The setting PODIUM_ORIGIN is missing: (?!.*hush)/);
});
