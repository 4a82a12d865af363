import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { install, play, type Installation } from "./scenario.testing.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
});

after(() => here.close());

test("a way of asking that an address does not know is refused with its name and the address, and with nothing else of the request", async () => {
  const { text } = await play(here, {
    name: "PUT",
    method: "PUT",
    path: "/desk",
    headers: { accept: "application/json" },
    expects: { status: 405 },
  });
  assert.deepEqual(JSON.parse(text).refused.detail, { method: "PUT", path: "/desk" });
});

for (const [typed, to] of [
  ["/desk/", "/desk"],
  ["/competitions/none//?table=1&event=os", "/competitions/none?table=1&event=os"],
] as const)
  test(`who types ${typed} comes to ${to}`, async () => {
    await play(here, { name: typed, path: typed, expects: { status: 308, to } });
  });

for (const path of ["//", "//elsewhere.example/", "/\\elsewhere.example/"])
  test(`${path} leads nowhere else`, async () => {
    const answer = await fetch(here.url + path, { redirect: "manual" });
    assert.deepEqual([answer.status, answer.headers.get("location")], [404, null]);
  });
