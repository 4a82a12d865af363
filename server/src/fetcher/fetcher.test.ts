import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deflateRawSync, gzipSync } from "node:zlib";
import { isRefused, type Refusal } from "@podium/engine";
import { type FetchedPage, openFetcher } from "./fetcher.ts";
import { bombs, forEver, headOf, OK, onTo, openSite, page, type Site } from "./hostile-site.testing.ts";

/** To the tests, 127.0.0.1 is the public internet, and 127.0.0.2 is what stands behind the wall. */
const OUTSIDE = "127.0.0.1";
const INSIDE = "127.0.0.2";
const PATIENCE_MS = 1_500;

let hostile: Site;
let secret: Site;
let lookups: string[] = [];
const names: Record<string, (count: number) => readonly string[]> = {
  "site.example": () => [OUTSIDE],
  "inside.example": () => [INSIDE],
  "both.example": () => [OUTSIDE, INSIDE],
  "both-kinds.example": () => [OUTSIDE, "::1"],
  "mapped.example": () => ["::ffff:127.0.0.2"],
  "no-number.example": () => ["inside.example"],
  "gone.example": () => [],
  /** Another number at each question. */
  "rebinds.example": (count) => [count === 1 ? OUTSIDE : INSIDE],
};

const TEXT = "<p>Words.</p>";

before(async () => {
  const packed = bombs();
  secret = await openSite({ "/": page("the secret") });
  hostile = await openSite({
    "/page": page(TEXT),
    "/packed": page(gzipSync(TEXT), { "content-encoding": "gzip" }),
    "/korean": page(Uint8Array.of(0xc5, 0xb9, 0xb1, 0xb8), { "content-type": "text/html; charset=euc-kr" }),
    "/chinese": page(Buffer.from("<meta charset=gb2312>\u00c6\u00b9\u00c5\u00d2", "latin1"), {
      "content-type": "text/html",
    }),
    "/hops-5": onTo("/hops-4", 301),
    "/hops-4": onTo("/hops-3", 303),
    "/hops-3": onTo("/hops-2", 307),
    "/hops-2": onTo("/hops-1", 308),
    "/hops-1": onTo("/page"),
    "/hops-6": onTo("/hops-5"),
    "/round": onTo("/round"),
    "/to-name": onTo(`http://inside.example:${secret.port}/`),
    "/to-number": onTo(`http://${INSIDE}:${secret.port}/`),
    "/to-one-number": onTo(`http://2130706434:${secret.port}/`),
    "/to-hex": onTo(`http://0x7f.2:${secret.port}/`),
    "/to-octal": onTo(`http://0177.0.0.02:${secret.port}/`),
    "/to-mapped": onTo(`http://[::ffff:${INSIDE}]:${secret.port}/`),
    "/to-short": onTo(`http://127.2:${secret.port}/`),
    "/to-hex-whole": onTo(`http://0x7f000002:${secret.port}/`),
    "/to-dot": onTo(`http://127.0.0.2.:${secret.port}/`),
    "/to-name-dot": onTo(`http://inside.example.:${secret.port}/`),
    "/to-idn": onTo(`http://ⓘⓝⓢⓘⓓⓔ.example:${secret.port}/`),
    "/to-mapped-hex": onTo(`http://[::ffff:7f00:2]:${secret.port}/`),
    "/to-nat64": onTo(`http://[64:ff9b::7f00:2]:${secret.port}/`),
    "/to-zone": onTo(`http://[fe80::1%25lo]:${secret.port}/`),
    "/to-no-scheme": onTo(`//inside.example:${secret.port}/`),
    "/to-backslash": onTo(`http:\\\\inside.example:${secret.port}\\`),
    "/to-line": onTo(`http://inside.example:${secret.port}/%0d%0aHost:%20site.example`),
    "/to-script": onTo("javascript:alert(1)"),
    "/to-full-width": onTo(`http://１２７.0.0.2:${secret.port}/`),
    "/to-file": onTo("file:///etc/passwd"),
    "/to-data": onTo("data:text/html,<p>x"),
    "/to-gopher": onTo("gopher://127.0.0.2/"),
    "/to-password": onTo("http://me:word@site.example:PORT/page"),
    "/to-port": onTo("http://site.example:22/"),
    "/to-nothing": onTo("http://"),
    "/to-rebinding": onTo("http://rebinds.example:PORT/page"),
    "/endless": forEver(OK, "x".repeat(65_536)),
    "/endless-chunks": forEver(
      headOf(200, { "content-type": "text/html", "transfer-encoding": "chunked" }),
      "4\r\nabcd\r\n",
    ),
    "/slow": forEver(OK, "x", 100),
    "/slow-head": forEver("HTTP/1.1 200 OK\r\n", "x", 100),
    "/silent": () => undefined,
    "/head-flood": forEver("HTTP/1.1 200 OK\r\n", "x-more: more-and-more\r\n"),
    "/long-head": (socket) => socket.end(headOf(200, { "content-type": "text/html", "x-long": "x".repeat(40_000) })),
    "/continue-flood": forEver("", "HTTP/1.1 100 Continue\r\n\r\n"),
    "/gzip": page(packed.gzip, { "content-encoding": "gzip" }),
    "/br": page(packed.br, { "content-encoding": "br" }),
    "/deflate": page(packed.deflate, { "content-encoding": "deflate" }),
    "/twice": page(gzipSync(packed.gzip), { "content-encoding": "gzip, gzip" }),
    "/not-packed": page(TEXT, { "content-encoding": "gzip" }),
    "/unknown-packed": page(TEXT, { "content-encoding": "zstd" }),
    "/raw-deflate": page(deflateRawSync(TEXT), { "content-encoding": "deflate" }),
    "/nested": page(gzipSync(gzipSync(packed.gzip)), { "content-encoding": "gzip" }),
    "/many-members": page(Buffer.concat(Array.from({ length: 40 }, () => gzipSync(Buffer.alloc(200_000)))), {
      "content-encoding": "gzip",
    }),
    "/short": page(TEXT, { "content-length": "5000" }),
    "/huge-length": page(TEXT, { "content-length": "99000000" }),
    "/two-lengths": (socket) =>
      socket.end(`HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 4\r\ncontent-length: 9\r\n\r\nabcd`),
    "/bad-length": page(TEXT, { "content-length": "-1" }),
    "/bad-chunks": page("zz\r\n", { "transfer-encoding": "chunked", "content-length": "" }),
    "/no-http": (socket) => socket.end("220 mail.example ESMTP\r\n"),
    "/upgrade": (socket) =>
      socket.write("HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n"),
    "/picture": page("GIF89a", { "content-type": "image/gif" }),
    "/no-type": (socket) => socket.end("HTTP/1.1 200 OK\r\n\r\n<p>x"),
    "/error": (socket) => socket.end(headOf(500, { "content-type": "text/html" })),
    "/hangs-up": (socket) => socket.destroy(),
  });
});

after(async () => {
  await Promise.all([hostile.close(), secret.close()]);
});

function fetchPath(path: string, host = "site.example"): Promise<FetchedPage | Refusal> {
  lookups = [];
  const counts = new Map<string, number>();
  const fetcher = openFetcher({
    ports: new Set([hostile.port, secret.port]),
    mayReach: (address) => address === OUTSIDE,
    resolve: async (name) => {
      lookups.push(name);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return names[name]?.(count) ?? [];
    },
    patienceMs: PATIENCE_MS,
  });
  return fetcher.fetchPage(`http://${host}:${host === "inside.example" ? secret.port : hostile.port}${path}`);
}

async function found(path: string): Promise<FetchedPage> {
  const answer = await fetchPath(path);
  if (isRefused(answer)) return assert.fail(answer.message);
  return answer;
}

test("a page is found, as it is or packed, and five redirects are followed", async () => {
  assert.equal((await found("/page")).text, TEXT);
  assert.equal((await found("/packed")).text, TEXT);
  const far = await found("/hops-5");
  assert.equal(far.text, TEXT);
  assert.equal(far.address, `http://site.example:${hostile.port}/page`);
});

test("what is packed in what is packed is unpacked once, as it says", async () => {
  assert.ok((await found("/nested")).text.length < 1_000_000);
});

test("a page is read in the encoding that it names", async () => {
  assert.equal((await found("/korean")).text, "탁구");
  assert.match((await found("/chinese")).text, /乒乓/);
});

const REFUSED: readonly (readonly [code: string, why: string, paths: readonly string[]])[] = [
  ["address-unreachable", "a sixth redirect, or a round", ["/hops-6", "/round"]],
  [
    "address-forbidden",
    "a redirect inside, however it is written",
    [
      "/to-name",
      "/to-number",
      "/to-one-number",
      "/to-hex",
      "/to-octal",
      "/to-mapped",
      "/to-full-width",
      "/to-short",
      "/to-hex-whole",
      "/to-dot",
      "/to-idn",
      "/to-mapped-hex",
      "/to-nat64",
      "/to-no-scheme",
      "/to-backslash",
      "/to-line",
    ],
  ],
  [
    "address-forbidden",
    "a redirect out of the web",
    ["/to-file", "/to-data", "/to-gopher", "/to-password", "/to-port", "/to-nothing", "/to-zone", "/to-script"],
  ],
  ["address-too-large", "a body without an end", ["/endless"]],
  ["address-unreachable", "a name inside under another form, which nobody knows", ["/to-name-dot"]],
  ["address-unreachable", "what never comes", ["/slow", "/slow-head", "/silent", "/continue-flood"]],
  ["address-unreachable", "a flood of headers", ["/head-flood", "/long-head"]],
  ["address-too-large", "a bomb", ["/gzip", "/br", "/deflate", "/many-members"]],
  ["address-no-page", "packed twice, or in an unknown way", ["/twice", "/unknown-packed"]],
  [
    "address-unreachable",
    "what is not as its headers say",
    ["/not-packed", "/raw-deflate", "/short", "/two-lengths", "/bad-length", "/bad-chunks"],
  ],
  ["address-too-large", "a length that is too large, before a byte of it", ["/huge-length"]],
  ["address-unreachable", "what does not speak http", ["/no-http", "/upgrade", "/hangs-up"]],
  ["address-no-page", "what is no page", ["/picture", "/no-type", "/error", "/nowhere"]],
];

test("something is sent over https alone, to nobody inside, and to no other port", async () => {
  const fetcher = openFetcher({
    ports: new Set([443, hostile.port]),
    mayReach: (address) => address === OUTSIDE,
    resolve: async (name) => names[name]?.(1) ?? [],
    patienceMs: PATIENCE_MS,
  });
  const body = Buffer.from("words");
  const codes = await Promise.all(
    [
      `http://site.example:${hostile.port}/page`,
      `https://inside.example:${hostile.port}/page`,
      `https://both.example:${hostile.port}/page`,
      `https://${INSIDE}:${hostile.port}/page`,
      `https://site.example:${secret.port}/page`,
      `https://name:word@site.example:${hostile.port}/page`,
      "file:///etc/passwd",
      // Its certificate is none: it speaks http.
      `https://site.example:${hostile.port}/page`,
    ].map(async (address) => {
      const answer = await fetcher.send(address, { headers: {}, body });
      return isRefused(answer) ? answer.code : answer;
    }),
  );
  assert.deepEqual(codes, [...Array.from({ length: 7 }, () => "address-forbidden"), "address-unreachable"]);
  assert.deepEqual(secret.asked, []);
});

for (const [code, why, paths] of REFUSED)
  for (const path of paths)
    test(`${why}: ${path} is refused, and nothing inside is reached`, async () => {
      const before = performance.now();
      const answer = await fetchPath(path);
      assert.ok(isRefused(answer), JSON.stringify(answer).slice(0, 200));
      assert.equal(answer.code, code, answer.message);
      assert.match(answer.message, /^[A-Z].*\.$/);
      assert.ok(performance.now() - before < 8 * PATIENCE_MS, "it was given up in time");
      assert.equal(secret.connections(), 0);
    });

test("endless chunks are given up by their size or their time", async () => {
  const answer = await fetchPath("/endless-chunks");
  assert.ok(isRefused(answer) && ["address-too-large", "address-unreachable"].includes(answer.code));
});

test("of an endless body no more is taken than a page may have", () =>
  assert.ok(hostile.sent() < 60_000_000, `${hostile.sent()} bytes`));

test("a name inside, or one that has a number inside beside one outside, is not asked", async () => {
  for (const host of ["inside.example", "both.example", "both-kinds.example", "mapped.example", "no-number.example"]) {
    const answer = await fetchPath("/page", host);
    assert.ok(isRefused(answer) && answer.code === "address-forbidden", host);
  }
  assert.equal(secret.connections(), 0);
});

test("a name is asked for its number once, and that number is connected to: it cannot rebind in between", async () => {
  assert.ok(!isRefused(await fetchPath("/page", "rebinds.example")));
  assert.deepEqual(lookups, ["rebinds.example"]);
});

test("a name that has another number at the next step is looked at anew", async () => {
  assert.ok(isRefused(await fetchPath("/to-rebinding", "rebinds.example")));
  assert.deepEqual(lookups, ["rebinds.example", "rebinds.example"]);
});

test("nobody knows the name", async () => {
  const answer = await fetchPath("/page", "gone.example");
  assert.ok(isRefused(answer) && answer.code === "address-unreachable");
});

test("four pages at once and no more", async () => {
  const fetcher = openFetcher({
    ports: new Set([hostile.port]),
    mayReach: () => true,
    resolve: async () => [OUTSIDE],
    patienceMs: 500,
  });
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => fetcher.fetchPage(`http://site.example:${hostile.port}/silent`)),
  );
  const codes = answers.map((answer) => (isRefused(answer) ? answer.code : "found"));
  assert.equal(codes.filter((code) => code === "address-busy").length, 2);
  const again = await fetcher.fetchPage(`http://site.example:${hostile.port}/page`);
  assert.ok(!isRefused(again), "a place is free again");
});

test("as it is opened for an installation, nothing of this machine or its network is reached", async () => {
  const fetcher = openFetcher({ ports: new Set([80, 443, secret.port]) });
  for (const host of [
    "127.0.0.1",
    "localhost",
    "[::1]",
    "0.0.0.0",
    "0",
    "[::]",
    "127.1",
    "[::ffff:127.0.0.1]",
    "10.0.0.1",
  ]) {
    const answer = await fetcher.fetchPage(`http://${host}:${secret.port}/`);
    assert.ok(isRefused(answer), host);
  }
  assert.equal(secret.connections(), 0);
});

test("without a setting, only the ports of the web are asked", async () => {
  const fetcher = openFetcher({ ports: new Set([80, 443]), mayReach: () => true, resolve: async () => [OUTSIDE] });
  const answer = await fetcher.fetchPage(`http://site.example:${secret.port}/`);
  assert.ok(isRefused(answer) && answer.code === "address-forbidden");
  assert.equal(secret.connections(), 0);
});
