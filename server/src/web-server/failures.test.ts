import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { transact } from "../app.ts";
import { anyone } from "../people/policy.ts";
import { StorageFault } from "../storage/storage.ts";
import { makeHttpApp } from "./http-app.ts";
import { pageCacheOf } from "./page-cache.ts";
import type { Route } from "../http/route.ts";
import { builtWeb, install, type Installation } from "./scenario.testing.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: [], inFile: true });
});

after(() => here.close());

interface Failed {
  readonly status: number;
  readonly json: unknown;
  readonly html: string;
}

/** What is answered, as JSON and as a page in Korean, when a route ends in this way. */
async function failing(work: () => Promise<unknown>): Promise<Failed> {
  const route: Route = {
    method: "POST",
    path: "/fail",
    policy: anyone("it fails for everybody"),
    answer: async () => {
      await work();
      throw new Error("The work was to fail.");
    },
  };
  const httpApp = makeHttpApp({ app: here.app, web: await builtWeb(), cache: pageCacheOf(here.app) }, [route]);
  const { error } = console;
  console.error = () => undefined;
  try {
    const ask = (headers: Readonly<Record<string, string>>) =>
      httpApp.request("http://here/fail", { method: "POST", headers: { host: "here", ...headers } });
    const asScript = await ask({ accept: "application/json" });
    const asReader = await ask({ accept: "text/html", "accept-language": "ko" });
    assert.equal(asReader.status, asScript.status);
    return { status: asScript.status, json: await asScript.json(), html: await asReader.text() };
  } finally {
    console.error = error;
  }
}

function openRow(id: string) {
  return transact(here.app, null, (unit) =>
    unit.db
      .insertInto("competitions")
      .values({
        id,
        title: "{}",
        place: null,
        zone: "UTC",
        from_date: "2026-01-01",
        to_date: "2026-01-02",
        invented: 0,
      })
      .execute(),
  );
}

function codeOf({ json }: Failed): unknown {
  return (json as { readonly refused: { readonly code: string } }).refused.code;
}

let rows = 0;
const anyRow = () => openRow(`row-${++rows}`);

test("an error with a code in text is a bug, wherever it comes from: only the storage says what a fault of it is", async () => {
  const mistakes = {
    "a value that SQLite cannot take": () => openRow(Symbol("no text") as never),
    "a file that is not there": async () => readFileSync("/no/such/file"),
    "an argument of the wrong kind": async () => Buffer.from(7 as never),
    "a code that PostgreSQL gives too": async () => {
      throw Object.assign(new Error("out of memory"), { code: "53200" });
    },
  };
  for (const [name, mistake] of Object.entries(mistakes)) {
    const failed = await failing(mistake);
    assert.deepEqual([failed.status, codeOf(failed)], [500, "bug"], name);
  }
});

test("a fault of the storage may pass, and nothing was changed", async () => {
  const failed = await failing(async () => {
    throw new StorageFault("busy", "Another process keeps writing.");
  });
  assert.deepEqual([failed.status, codeOf(failed)], [503, "fault"]);
  assert.match(failed.html, /바뀐 것은 없습니다/);
});

test("what fails after a commit never says that nothing was changed", async () => {
  const late = {
    "a bug": anyRow,
    "a fault": async () => {
      await anyRow();
      throw new StorageFault("gone", "The database is gone.");
    },
    "a write without a transaction": async () => {
      await here.app.storage.db.deleteFrom("competitions").where("id", "=", "row-1").execute();
    },
  };
  for (const [name, work] of Object.entries(late)) {
    const failed = await failing(work);
    assert.equal(codeOf(failed), "half-way", name);
    assert.doesNotMatch(JSON.stringify(failed.json), /[Nn]othing was changed/, name);
    assert.match(failed.html, /다시 보내기 전에/, name);
    assert.doesNotMatch(failed.html, /바뀐 것은 없습니다/, name);
  }
});

test("what is taken back by a fault in its transaction was not changed", async () => {
  await openRow("there");
  const failed = await failing(() => openRow("there"));
  assert.deepEqual([failed.status, codeOf(failed)], [500, "bug"]);
  assert.match(failed.html, /바뀐 것은 없습니다/);
});
