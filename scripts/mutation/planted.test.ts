import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../bootstrap/runtime.mjs";
import { runTrial } from "./trial.ts";

/** Errors that once passed every test, each with the tests that must notice it now. */

interface Row {
  readonly error: string;
  readonly file: string;
  /** Stands in the file once. */
  readonly before: string;
  readonly after: string;
  readonly tests: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    error: "under expedite in doubles away1 serves to away1",
    file: "engine/src/matches/expedite.ts",
    before: "? partnerOf(service.server) : service.server;",
    after: "? service.receiver : service.server;",
    tests: ["engine/src/matches/conduct.test.ts"],
  },
  {
    error: "nothing won and nothing lost counts as one",
    file: "engine/src/results/figures.ts",
    before: "won === 0 && lost === 0 ? [0, 1] : [won, lost]",
    after: "won === 0 && lost === 0 ? [1, 1] : [won, lost]",
    tests: ["engine/src/results/figures.test.ts"],
  },
  {
    error: "the match between the tied decides among three as well",
    file: "engine/src/results/standings.ts",
    before: "if (criterion.onlyForTwo && tied.length !== 2) continue;",
    after: "",
    tests: ["engine/src/results/standings.test.ts"],
  },
  {
    error: "who shares a place is taken for the one next above",
    file: "engine/src/results/standings.ts",
    before: "(last.length === 1 ? (last[0] ?? null) : null)",
    after: "(last[0] ?? null)",
    tests: ["engine/src/results/standings.test.ts"],
  },
  {
    error: "a role in one competition counts in all",
    file: "server/src/people/policy.ts",
    before: 'const held = [...(viewer.roles["*"] ?? []), ...here];',
    after: "const held = [...Object.values(viewer.roles).flat(), ...here];",
    tests: ["server/src/people/policy.test.ts"],
  },
  {
    error: "a role in one competition counts nowhere",
    file: "server/src/people/policy.ts",
    before: 'const held = [...(viewer.roles["*"] ?? []), ...here];',
    after: 'const held = [...(viewer.roles["*"] ?? [])];',
    tests: ["server/src/people/policy.test.ts"],
  },
  {
    error: "moderators of one competition moderate nothing",
    file: "server/src/conversation/policy.ts",
    before: "holdsOne(viewer, competition ?? undefined,",
    after: "holdsOne(viewer, undefined,",
    tests: ["server/src/conversation/policy.test.ts"],
  },
  {
    error: "moderators of one competition moderate nothing, because nobody asks which it is",
    file: "server/src/conversation/subjects.ts",
    before: "?.competition ?? null;",
    after: "?.competition === null ? null : null;",
    tests: ["server/src/web-server/one-competition.test.ts"],
  },
  {
    error: "open pages are told before the commit",
    file: "server/src/app.ts",
    before: "return { answer, tellPages: await app.bus.take(db, toTell) };",
    after: "await (await app.bus.take(db, toTell))();\n      return { answer, tellPages: async () => undefined };",
    tests: ["server/src/app.test.ts"],
  },
];

for (const { error, file, before, after, tests } of ROWS) {
  test(`is noticed: ${error}`, async () => {
    const [left = "", ...rest] = readFileSync(join(root, file), "utf8").split(before);
    assert.equal(rest.length, 1, `${file} holds it once: ${before}`);
    const plant = { file: join(root, file), start: left.length, end: left.length + before.length, text: after };
    const { ending } = await runTrial(tests, plant, { cpuSeconds: 120, wallSeconds: 200 });
    assert.equal(ending, "failed");
  });
}
