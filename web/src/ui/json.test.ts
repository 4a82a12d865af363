import assert from "node:assert/strict";
import { test } from "node:test";
import { safeJson } from "./json.ts";

test("nothing in the data can close the element it stands in, and it reads back as it was", () => {
  const data = { name: "</script><script>alert(1)</script><!-- & \u2028 \u2029" };
  const written = safeJson(data);
  assert.doesNotMatch(written, /[<>&\u2028\u2029]/);
  assert.deepEqual(JSON.parse(written), data);
});
