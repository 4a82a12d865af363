import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

test("every command stands in docs/cli.md", () => {
  const text = readFileSync(new URL("../../docs/cli.md", import.meta.url), "utf8");
  const commands = readdirSync(new URL("commands", import.meta.url))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => file.slice(0, -".ts".length));
  assert.ok(commands.length > 10);
  assert.deepEqual(
    commands.filter((command) => !text.includes(`podium ${command}`)),
    [],
  );
});
