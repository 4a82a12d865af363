import { after, before, test } from "node:test";
import { install, testScenarios, type Installation } from "./scenario.testing.ts";
let here: Installation;
before(async () => { here = await install(); });
after(() => here.close());
testScenarios(() => here, [
  { name: "home", path: "/", expects: { status: 200, contains: ["Paris"] } },
  { name: "desk guest", path: "/desk", expects: { status: 303 } },
  { name: "desk organiser", as: "organiser", path: "/desk", expects: { status: 200, contains: ["Paris"] } },
  { name: "post", as: "member", method: "POST", path: "/threads/paris-2024-podium/comments", form: { body: "Hello" }, expects: { status: 303, facts: ["comment-posted"] } },
]);
test("x", () => {});
