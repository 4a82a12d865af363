import assert from "node:assert/strict";
import { request } from "node:http";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import { gunzipSync } from "node:zlib";
import type { Viewer } from "@podium/protocol";
import { answer, type Policy } from "../http/route.ts";
import { makeHttpApp } from "./http-app.ts";
import { pageCacheOf } from "./page-cache.ts";
import { routes } from "./routes.ts";
import { builtWeb, install, play, type Installation } from "./scenario.testing.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: ["paris-2024", "club-open"] });
});

after(() => here.close());

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Asks as a browser does that unzips nothing by itself. */
function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = "GET"): Promise<Got> {
  const { promise, resolve, reject } = Promise.withResolvers<Got>();
  request(here.url + path, { headers, method }, (response) => {
    const chunks: Buffer[] = [];
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("end", () =>
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
    );
  })
    .on("error", reject)
    .end();
  return promise;
}

/** Writes bytes to the port and reads until the other side closes. */
function write(bytes: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = connect(Number(new URL(here.url).port), "127.0.0.1", () => socket.write(bytes));
  let text = "";
  socket.setEncoding("utf8").setTimeout(1500, () => socket.destroy());
  socket
    .on("data", (piece: string) => (text += piece))
    .on("close", () => resolve(text))
    .on("error", () => resolve(text));
  return promise;
}

const EVENT = "/competitions/paris-2024/xd";

test("a page that is the same for all is cached: asked for again with its tag, nothing is sent", async () => {
  const first = await ask(EVENT);
  const tag = String(first.headers["etag"]);
  assert.match(tag, /^"[\w-]+"$/);
  const again = await ask(EVENT, { "if-none-match": tag });
  assert.deepEqual([again.status, again.body.length, again.headers["etag"]], [304, 0, tag]);
  assert.equal((await ask(EVENT, { "if-none-match": '"other"' })).status, 200);
});

test("zipped for who can unzip, plain for who cannot, the same page", async () => {
  const plain = await ask(EVENT);
  const zipped = await ask(EVENT, { "accept-encoding": "br, gzip" });
  assert.equal(plain.headers["content-encoding"], undefined);
  assert.equal(zipped.headers["content-encoding"], "gzip");
  assert.ok(gunzipSync(zipped.body).equals(plain.body));
  assert.match(String(zipped.headers["vary"]), /accept-encoding/);
});

test("each language has its page and its tag", async () => {
  const pages = await Promise.all(["en", "ko", "zh"].map((language) => ask(EVENT, { "accept-language": language })));
  assert.equal(new Set(pages.map(({ headers }) => headers["etag"])).size, 3);
  const english = String(pages[0]?.headers["etag"]);
  const korean = await ask(EVENT, { "accept-language": "ko", "if-none-match": english });
  assert.equal(korean.status, 200, "who changes the language gets another page");
  assert.match(korean.body.toString(), /lang="ko"/);
  assert.match(String(korean.headers["vary"]), /accept-language.*cookie/);
});

test("a page of a route that is not open to everybody is not cached", async () => {
  const policy = { description: "guests", allows: (viewer: Viewer | null) => viewer === null };
  const data = { status: 200, code: "not-allowed", message: "For guests." } as const;
  const page = async () => answer.page({ page: "refusal", data }, []);
  const tagUnder = async (by: Policy) => {
    const dependencies = { app: here.app, web: await builtWeb(), cache: pageCacheOf(here.app) };
    const httpApp = makeHttpApp(dependencies, [{ method: "GET", path: "/guests", policy: by, answer: page }]);
    return (await httpApp.request("http://here/guests")).headers.get("etag");
  };
  assert.equal(await tagUnder(policy), null);
  assert.notEqual(await tagUnder({ ...policy, openBecause: "it is a test" }), null);
});

test("a page of who is signed in is cached for nobody, and a cached one not shown to them", async () => {
  await ask("/");
  const cookie = await here.signIn("member");
  const mine = await ask("/", { cookie });
  assert.match(mine.body.toString(), /Lio Marchetti/);
  assert.equal(mine.headers["etag"], undefined);
  assert.match(String(mine.headers["cache-control"]), /private, no-store/);
  assert.doesNotMatch((await ask("/")).body.toString(), /Lio Marchetti/);
});

test("a page of who is signed in is zipped for who can unzip; what answers a form, which may hold the address of a chair, is not", async () => {
  const cookie = await here.signIn("organiser");
  const plain = await ask(EVENT, { cookie });
  const zipped = await ask(EVENT, { cookie, "accept-encoding": "gzip" });
  assert.equal(plain.headers["content-encoding"], undefined);
  assert.equal(zipped.headers["content-encoding"], "gzip");
  assert.ok(gunzipSync(zipped.body).equals(plain.body));
  assert.ok(zipped.body.length * 3 < plain.body.length, `${zipped.body.length} of ${plain.body.length} bytes`);
  const form = await ask("/desk/nowhere", { cookie, "accept-encoding": "gzip", origin: here.url }, "POST");
  assert.equal(form.headers["content-encoding"], undefined);
});

test("a page that is not there still knows who is signed in", async () => {
  const cookie = await here.signIn("member");
  for (const path of ["/nothing/here", "/competitions/nowhere"]) {
    const { status, body } = await ask(path, { cookie });
    assert.deepEqual([status, body.includes("Lio Marchetti")], [404, true], path);
    assert.ok(!(await ask(path)).body.includes("Lio Marchetti"), path);
  }
});

test("what is said once is said to one reader", async () => {
  const noticed = await ask("/?notice=signed-out");
  assert.match(String(noticed.headers["cache-control"]), /no-store/);
  assert.notEqual((await ask("/")).body.toString(), noticed.body.toString());
});

test("a page that was cached shows what was recorded since, and so do the pages that count it", async () => {
  const paths = [
    "/moments/paris-2024-xd-podium",
    "/threads/paris-2024-xd-podium",
    "/",
    "/competitions/paris-2024",
    EVENT,
  ];
  const before = await Promise.all(paths.map((path) => ask(path)));
  const unconcerned = String((await ask("/players/mo-nahri")).headers["etag"]);
  await play(here, {
    name: "post",
    method: "POST",
    path: "/threads/paris-2024-xd-podium/comments",
    as: "member",
    form: { body: "One more." },
    expects: { status: 303, facts: ["comment-posted"] },
  });
  for (const [at, path] of paths.entries())
    assert.notEqual((await ask(path)).headers["etag"], before[at]?.headers["etag"], path);
  assert.equal(String((await ask("/players/mo-nahri")).headers["etag"]), unconcerned);
});

test("the head of a page is that of the page", async () => {
  const { status, body, headers } = await ask(EVENT, {}, "HEAD");
  assert.deepEqual([status, body.length, headers["content-type"]], [200, 0, "text/html; charset=utf-8"]);
});

test("built files are kept for ever and zipped; what is not one of them is not there", async () => {
  const page = (await ask("/")).body.toString();
  const css = /href="(\/assets\/[^"]+\.css)"/.exec(page)?.[1] ?? "";
  const file = await ask(css, { "accept-encoding": "gzip" });
  assert.deepEqual(
    [file.status, file.headers["content-encoding"], file.headers["content-type"]],
    [200, "gzip", "text/css; charset=utf-8"],
  );
  assert.match(String(file.headers["cache-control"]), /immutable/);
  for (const path of ["/assets/", "/assets/nothing.js", "/assets/%2e%2e/render.js", `${css}%00`])
    assert.equal((await ask(path)).status, 404, path);
});

const streams: readonly (readonly [query: string, status: number])[] = [
  ["", 400],
  ["?x=1", 400],
  ["?topic=", 400],
  ["?topic=everything", 400],
  ["?topic=match:<script>", 400],
  ["?topic=chair:secret", 400],
  [`?topic=match:${"x".repeat(300)}`, 400],
  [`?${"topic=home&".repeat(21)}`, 400],
  ["?topic=home%0d%0ax:y", 400],
];

for (const [query, status] of streams) {
  test(`a live stream of /live${query.slice(0, 40)} is refused with ${status}`, async () => {
    assert.equal((await ask(`/live${query}`)).status, status);
    assert.equal(here.app.live.listeners(), 0);
  });
}

test("a live stream is opened by GET alone", async () => {
  assert.equal((await ask("/live?topic=home", {}, "HEAD")).status, 405);
  assert.equal(here.app.live.listeners(), 0);
});

test("what is no HTTP ends the connection, not the server", async () => {
  const host = new URL(here.url).host;
  for (const bytes of [
    "\u0000\u0001\u0002\r\n\r\n",
    "GET / HTTP/9.9\r\n\r\n",
    "GET / HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n",
    'GET / HTTP/1.1\r\nhost: a"><script>\r\nconnection: close\r\n\r\n',
    `GET /${"x".repeat(100_000)} HTTP/1.1\r\nhost: ${host}\r\n\r\n`,
    `GET http://elsewhere.example/ HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`,
    `POST /sign-in HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
    `POST /sign-in HTTP/1.1\r\nhost: ${host}\r\ncontent-length: -1\r\n\r\n`,
    `GET / HTTP/1.1\r\nhost: ${host}\r\ncookie: podium.session_token=${"%".repeat(5000)}\r\nconnection: close\r\n\r\n`,
    `GET /%ff%fe/%c0%af HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`,
  ]) {
    const answer = await write(bytes);
    assert.doesNotMatch(answer, /^HTTP\/1\.1 5/, bytes.slice(0, 60));
    assert.ok(!answer.includes("<script>\r") && !/node:internal|at .*\.ts:/.test(answer));
  }
  assert.equal((await ask("/")).status, 200);
});

test("a body that grows without saying so is cut off when it is too large", async () => {
  const host = new URL(here.url).host;
  const chunk = `10000\r\n${"x".repeat(0x10000)}\r\n`;
  const answer = await write(
    `POST /sign-in HTTP/1.1\r\nhost: ${host}\r\naccept: application/json\r\ncontent-type: application/x-www-form-urlencoded\r\ntransfer-encoding: chunked\r\n\r\n${chunk.repeat(12)}`,
  );
  assert.match(answer, /^HTTP\/1\.1 413 /);
  assert.match(answer, /At most 512 KB can be sent at once\./);
});

test("nothing but what is wrong is written to the log, and no secret", async () => {
  const logged: string[] = [];
  const { error } = console;
  console.error = (...words: unknown[]) => void logged.push(words.join(" "));
  try {
    await ask("/nothing");
    await ask("/chair/a-secret-token");
    await play(here, {
      name: "wrong",
      method: "POST",
      path: "/sign-in",
      form: { email: "a@example.org", password: "a secret password" },
      expects: { status: 401 },
    });
    const gone = { ...here.app, storage: { ...here.app.storage, db: null as never } }; // a storage that breaks in a way nobody thought of
    const dependencies = { app: gone, web: await builtWeb(), cache: pageCacheOf(gone) };
    const failed = await makeHttpApp(dependencies, routes).request("http://here/chair/a-secret-token");
    assert.equal(failed.status, 500);
    assert.match(await failed.text(), /Podium made a mistake\. It was noted, and nothing was changed\./);
  } finally {
    console.error = error;
  }
  assert.equal(logged.length, 1);
  assert.doesNotMatch(logged.join("\n"), /a-secret-token|a secret password/);
});

test("a page is cached under the address it was asked by", async () => {
  const host = "localhost:1234";
  const page = (await ask("/", { host })).body.toString();
  assert.match(page, /http:\/\/localhost:1234\//);
  assert.doesNotMatch((await ask("/")).body.toString(), /localhost:1234\//);
});
