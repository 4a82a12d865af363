import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, suite, test } from "node:test";
import type { Viewer } from "@podium/protocol";
import { everyScenario, installForScenarios } from "./every-scenario.testing.ts";
import { BODY_BYTES_MAX } from "../http/body.ts";
import type { Route } from "../http/route.ts";
import { routes } from "./routes.ts";
import { play, testScenarios, type Installation, type Scenario } from "./scenario.testing.ts";
import { personId } from "../storage/codes.ts";

let here: Installation;

before(async () => {
  here = await installForScenarios();
});

after(() => here.close());

for (const [name, table] of Object.entries(everyScenario)) suite(name, () => testScenarios(() => here, table));

/** What a passkey signs is made by a browser; there they are taken and deleted. */
const NEEDS_A_BROWSER = /^\/api\/auth\/passkey\/(verify|delete)-/;

/** Somebody is let in by an issuer in people/oidc.test.ts, where there is one. */
const NEEDS_AN_ISSUER = /\/oidc$/;

/** What it tells for as long as the reader stays is tested in live/ and in conversation/. */
const GOES_ON = /^\/live$/;

const all = Object.values(everyScenario).flat();
const MEMBER: Viewer = { id: personId("somebody"), name: "Somebody", roles: { "*": ["member"] } };

function isAt({ method, path }: Route, scenario: Scenario): boolean {
  const { pathname } = new URL(scenario.path, "http://here");
  const asked = (pathname === path ? pathname : pathname.replace(/\.json$/, "")).split("/");
  const parts = path.split("/");
  return (
    (scenario.method ?? "GET") === method &&
    parts.length === asked.length &&
    parts.every((part, at) => part.startsWith(":") || part === asked[at])
  );
}

for (const route of routes) {
  test(`${route.method} ${route.path} has its scenarios: done, refused, and not by everybody`, () => {
    const played = all.filter((scenario) => isAt(route, scenario));
    const statuses = (as?: null) =>
      played
        .filter((scenario) => as === undefined || (scenario.as ?? null) === as)
        .map(({ expects }) => expects.status);
    assert.ok(
      [NEEDS_A_BROWSER, NEEDS_AN_ISSUER, GOES_ON].some((each) => each.test(route.path)) ||
        statuses().some((status) => status < 400),
      "no scenario where it is done",
    );
    if (route.method === "POST" || route.path.includes(":"))
      assert.ok(
        statuses().some((status) => status >= 400),
        "no scenario where it is refused",
      );
    if (!route.policy.allows(null, {}))
      assert.ok(
        statuses(null).some((status) => status === 401 || status === 303),
        "no scenario of a guest",
      );
    if (!route.policy.allows(MEMBER, {})) assert.ok(statuses().includes(403), "no scenario of a wrong role");
  });
}

for (const { method, path, policy } of routes) {
  test(`${method} ${path} says why, if it turns nobody away`, () => {
    assert.equal(policy.allows(null, {}) && policy.allows(MEMBER, {}), policy.openBecause !== undefined);
    assert.match(policy.openBecause ?? "a reason", /^[a-z].{10,}[^.]$|^a reason$/);
  });
}

test("docs/api.md has a line for every route, and no other", () => {
  const document = readFileSync(new URL("../../../docs/api.md", import.meta.url), "utf8");
  const section = document.slice(document.indexOf("## Routes"));
  assert.deepEqual(
    section.split("\n").filter((line) => /^\| (GET|POST) /.test(line)),
    routes.map(({ method, path, policy }) => {
      const why = policy.openBecause === undefined ? "" : `: ${policy.openBecause}`;
      return `| ${method} | \`${path}\` | ${policy.description}${why} |`;
    }),
  );
});

const HOSTILE = [
  "nowhere",
  "%00",
  "%E0%A4%A",
  "%2e%2e%2f",
  "__proto__",
  "%3Cscript%3E",
  "'--",
  "x".repeat(3000),
  "%F0%9F%98%80",
  "a%2Fb",
];

for (const route of routes) {
  test(`${route.method} ${route.path}: whatever stands in the address, the answer is no fault of ours`, async () => {
    for (const part of route.path.includes(":") ? HOSTILE : [""]) {
      const path = route.path.replaceAll(/:[a-z]+/g, part);
      here.at.ms += 60_000;
      const headers = { cookie: path === "/sign-out" ? "" : await here.signIn("organiser"), origin: here.url };
      const answer = await fetch(here.url + path, {
        method: route.method,
        redirect: "manual",
        headers,
        ...(route.method === "POST" ? { body: new URLSearchParams() } : {}),
      });
      const text = await answer.text();
      assert.ok(answer.status < 500, `${path}: ${answer.status}`);
      assert.ok(!text.includes("<script>") && !/\bat [\w.]+ \(/.test(text), "neither markup nor a stack");
      assert.equal(answer.headers.get("x-content-type-options") ?? "nosniff", "nosniff");
    }
  });
}

/** Bodies that fit no form. */
const BODIES: readonly (readonly [type: string, body: string])[] = [
  ["application/json", "{"],
  ["application/json", "null"],
  ["application/json", "[]"],
  ["application/json", '{"__proto__":{"admin":true},"constructor":1}'],
  ["application/json", `"${"x".repeat(600_000)}"`],
  ["application/x-www-form-urlencoded", "unknown=%3Cscript%3E&__proto__=1"],
  ["application/x-www-form-urlencoded", `body=${"x".repeat(600_000)}`],
  ["text/plain", "words"],
  ["multipart/form-data; boundary=x", "--x--"],
  ["application/octet-stream", "\u0000\u0001"],
];

const PLACES: Readonly<Record<string, string>> = {
  token: "{chair}",
  competition: "riverside-open",
  event: "os",
  match: "final",
  thread: "paris-2024-xd-podium",
  comment: "xd-podium-01",
  key: "organiser",
};
const TAKES_NO_BODY = [
  /\/chair$/,
  /\/chair\/withdrawal$/,
  /\/call\/withdrawal$/,
  /^\/tables\/.*\/chair$/,
  /\/publication$/,
  /\/deletion$/,
  /\/closing$/,
  /^\/sign-out$/,
  /^\/demo\//,
  /\/(incidents|equipment|broadcasts)\/:[a-z]+\/removal$/,
];

for (const route of routes.filter(({ method }) => method === "POST")) {
  const path = route.path.replaceAll(/:([a-z]+)/g, (_, name: string) => PLACES[name] ?? name);

  test(`POST ${route.path}: a page of another site changes nothing`, async () => {
    for (const headers of [
      { origin: "https://elsewhere.example" },
      { "sec-fetch-site": "cross-site" },
      { origin: "null" },
    ]) {
      await play(here, {
        name: path,
        method: "POST",
        path,
        as: "organiser",
        headers,
        form: { body: "x", value: "1" },
        expects: { status: 403, contains: ["a page that is not ours"] },
      });
    }
  });

  if (TAKES_NO_BODY.some((pattern) => pattern.test(route.path))) continue;
  test(`POST ${route.path}: what is no form is refused in a sentence, and nothing is changed`, async () => {
    for (const [type, body] of BODIES) {
      here.at.ms += 60_000;
      const refused = await refusedBody(path, { type, body, bytesMax: route.bytesMax ?? BODY_BYTES_MAX });
      if (!NEEDS_A_BROWSER.test(path)) assert.match(refused, /"message":"[A-Z][^"]*\."/);
    }
  });
}

async function refusedBody(
  path: string,
  { type, body, bytesMax }: { type: string; body: string; bytesMax: number },
): Promise<string> {
  const large = body.length > bytesMax;
  const asked = path.replace("{chair}", here.names.get("chair") ?? "");
  const answer = await fetch(here.url + asked, {
    method: "POST",
    redirect: "manual",
    headers: {
      cookie: await here.signIn(path.startsWith("/threads/") ? "moderator" : "organiser"),
      "content-type": type,
      accept: "application/json",
    },
    body,
  });
  const text = await answer.text();
  assert.ok(
    large ? answer.status === 413 : answer.status >= 400 && answer.status < 500,
    `${type} ${body.slice(0, 40)}: ${answer.status} ${text.slice(0, 300)}`,
  );
  return text;
}

test("every answer to a reader says that it is ours alone: no frames, no guessing, no scripts from elsewhere", async () => {
  for (const path of ["/", "/competitions/paris-2024", "/moments/paris-2024-xd-podium", "/nothing", "/sign-in"]) {
    const { headers } = await fetch(here.url + path);
    assert.match(
      headers.get("content-security-policy") ?? "",
      /default-src 'self'.*object-src 'none'.*frame-ancestors 'none'/,
    );
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("referrer-policy"), "same-origin");
  }
});

test("no page has a script or a style of its own, which the policy would forbid", async () => {
  for (const path of [
    "/",
    "/competitions/paris-2024/xd",
    "/matches/riverside-open/os/qf-3",
    "/moments/paris-2024-xd-podium",
    "/sign-in",
    `/chair/${here.names.get("chair")}`,
  ]) {
    const page = await (await fetch(here.url + path)).text();
    for (const [script] of page.matchAll(/<script[^>]*>/g))
      assert.match(script, /src="\/assets\/|type="application\/(ld\+)?json"/, path);
    assert.doesNotMatch(page, /<style|\sstyle="|\son[a-z]+="|javascript:/, path);
  }
});
