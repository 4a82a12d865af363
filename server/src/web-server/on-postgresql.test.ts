import { after, before, suite } from "node:test";
import { openPglite } from "../storage/pglite.testing.ts";
import { everyScenario, installForScenarios } from "./every-scenario.testing.ts";
import { type Installation, testScenarios } from "./scenario.testing.ts";

/**
 * What is played on PostgreSQL by every `npm test`, after five files were imported into it: a chair, the desk with its
 * results, a thread, people who sign up. How all of them are played there stands in docs/testing.md.
 */
const PLAYED = ["chair", "desk", "conversation", "people"];

let here: Installation;

before(async () => {
  here = await installForScenarios({ open: () => openPglite() });
});

after(() => here.close());

for (const name of PLAYED) suite(`${name}, on PostgreSQL`, () => testScenarios(() => here, everyScenario[name] ?? []));
