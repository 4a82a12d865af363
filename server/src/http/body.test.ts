import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused } from "@podium/engine";
import { z } from "zod";
import { BODY_BYTES_MAX, FIELDS_MAX, parseBody, readBody } from "./body.ts";

const JSON_TYPE = "application/json";
const FORM_TYPE = "application/x-www-form-urlencoded";

function sent(
  type: string | null,
  body: string | Uint8Array<ArrayBuffer>,
  more: Readonly<Record<string, string>> = {},
): Request {
  const request = new Request("http://here/", { method: "POST", body, headers: more });
  if (type === null) request.headers.delete("content-type");
  else request.headers.set("content-type", type);
  return request;
}

const readable: readonly { readonly name: string; readonly request: Request; readonly gives: unknown }[] = [
  { name: "JSON", request: sent(JSON_TYPE, '{"a":[1,"한"]}'), gives: { json: { a: [1, "한"] } } },
  {
    name: "JSON with a charset, in capitals",
    request: sent("Application/JSON; charset=utf-8", "null"),
    gives: { json: null },
  },
  { name: "a form", request: sent(FORM_TYPE, "a=1+2&b=%ED%95%9C&c="), gives: { fields: { a: "1 2", b: "한", c: "" } } },
  { name: "an empty form", request: sent(FORM_TYPE, ""), gives: { fields: {} } },
  { name: "a field twice: the last one counts", request: sent(FORM_TYPE, "a=1&a=2"), gives: { fields: { a: "2" } } },
  {
    name: "a form with a broken escape",
    request: sent(FORM_TYPE, "a=%E0%A4%A&b=%zz"),
    gives: { fields: { a: "\uFFFD%A", b: "%zz" } },
  },
  {
    name: "U+0000 and half characters in JSON",
    request: sent(JSON_TYPE, '{"a":["x\\u0000y","\\ud83d!"]}'),
    gives: { json: { a: ["xy", "\uFFFD!"] } },
  },
  { name: "U+0000 in a form", request: sent(FORM_TYPE, "a=x%00y"), gives: { fields: { a: "xy" } } },
  {
    name: "bytes that are no text",
    request: sent(FORM_TYPE, new Uint8Array([0x61, 0x3d, 0xff])),
    gives: { fields: { a: "\uFFFD" } },
  },
];

for (const { name, request, gives } of readable) {
  test(`a body is read: ${name}`, async () => assert.deepEqual(await readBody(request), gives));
}

const refused: readonly { readonly name: string; readonly request: () => Request; readonly code: string }[] = [
  { name: "no content type", request: () => sent(null, "a=1"), code: "form-unreadable" },
  { name: "text", request: () => sent("text/plain", '{"a":1}'), code: "form-unreadable" },
  { name: "a form of parts", request: () => sent("multipart/form-data; boundary=x", "--x--"), code: "form-unreadable" },
  { name: "a type that begins like JSON", request: () => sent("application/jsonx", "{}"), code: "form-unreadable" },
  { name: "half of some JSON", request: () => sent(JSON_TYPE, '{"a":'), code: "form-unreadable" },
  { name: "nothing instead of JSON", request: () => sent(JSON_TYPE, ""), code: "form-unreadable" },
  {
    name: "JSON without an end to its depth",
    request: () => sent(JSON_TYPE, "[".repeat(200_000) + "]".repeat(200_000)),
    code: "form-unreadable",
  },
  {
    name: "JSON that is nested four thousand deep",
    request: () => sent(JSON_TYPE, '{"a":'.repeat(4_000) + "1" + "}".repeat(4_000)),
    code: "form-unreadable",
  },
  { name: "a key twice in JSON", request: () => sent(JSON_TYPE, '{"a":1,"\\u0061":2}'), code: "form-unreadable" },
  { name: "too many bytes", request: () => sent(FORM_TYPE, "x".repeat(BODY_BYTES_MAX + 1)), code: "form-too-large" },
  {
    name: "a length that says too many",
    request: () => sent(FORM_TYPE, "x", { "content-length": String(BODY_BYTES_MAX + 1) }),
    code: "form-too-large",
  },
];

for (const { name, request, code } of refused) {
  test(`a body is refused: ${name}`, async () => {
    const answer = await readBody(request());
    assert.ok(isRefused(answer));
    assert.equal(answer.code, code);
  });
}

test("a body that breaks off half way is refused, and is no mistake of ours", async () => {
  const body = new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode("a=1"));
      stream.error(new Error("aborted"));
    },
  });
  const request = new Request("http://here/", { method: "POST", body, duplex: "half" });
  request.headers.set("content-type", FORM_TYPE);
  const answer = await readBody(request);
  assert.equal(isRefused(answer) && answer.code, "form-unreadable");
});

test("as many bytes as are allowed are read", async () => {
  const body = await readBody(sent(FORM_TYPE, `a=${"x".repeat(BODY_BYTES_MAX - 2)}`));
  assert.ok("fields" in body && body.fields["a"]?.length === BODY_BYTES_MAX - 2);
});

test("what does not fit names its field; an empty field of a form counts as left out", () => {
  const form = z.strictObject({ name: z.string().min(2), age: z.coerce.number().optional() });
  assert.deepEqual(parseBody({ fields: { name: "한글", age: "" } }, form), { name: "한글" });
  for (const [body, field] of [
    [{ json: { name: "x" } }, "name"],
    [{ json: { name: "ok", age: "x" } }, "age"],
    [{ json: { name: "ok", other: 1 } }, ""],
    [{ json: null }, ""],
    [{ fields: {} }, "name"],
  ] as const) {
    const answer = parseBody(body, form);
    assert.ok(isRefused(answer));
    assert.equal(answer.code, "form-invalid");
    assert.equal(answer.detail["field"], field);
    assert.match(answer.message, /\S/);
  }
});

test("a form of more fields than any form has is refused before it is parsed", async () => {
  const form = (fields: number) => sent(FORM_TYPE, Array.from({ length: fields }, (_, at) => `f${at}=1`).join("&"));
  assert.ok(!isRefused(await readBody(form(FIELDS_MAX))));
  for (const fields of [FIELDS_MAX + 1, 60_000]) {
    const refused = await readBody(form(fields));
    assert.equal(isRefused(refused) && refused.code, "form-too-large");
  }
});
