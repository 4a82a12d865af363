import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused, type Refusal } from "@podium/engine";
import { readDisqus } from "./disqus.ts";
import { incomingFrom } from "./incoming.ts";
import { readListing } from "./listing.ts";
import type { SourceThread } from "./source-thread.ts";
import { sourceTime } from "./source-time.ts";
import { readWxr } from "./wxr.ts";

function only(threads: SourceThread[] | Refusal): SourceThread {
  if (isRefused(threads)) return assert.fail(threads.message);
  assert.equal(threads.length, 1);
  return threads[0] ?? assert.fail();
}

interface Fields {
  readonly id?: string;
  readonly content?: string;
  readonly more?: string;
}

const wxrComment = ({ id = "1", content = "Words", more = "" }: Fields): string =>
  `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>A</wp:comment_author>` +
  `<wp:comment_content>${content}</wp:comment_content>${more}</wp:comment>`;
const wxr = (...comments: readonly string[]): string =>
  `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>T</title><wp:post_id>1</wp:post_id>` +
  `<wp:comment_status>closed</wp:comment_status>${comments.join("")}</item></channel></rss>`;

const CONTENTS: readonly (readonly [what: string, content: string, words: string])[] = [
  ["CDATA with markup", "<![CDATA[<p>One</p><p>Two &amp; three</p>]]>", "One\n\nTwo & three"],
  ["CDATA in two parts", "<![CDATA[a ]]]]><![CDATA[> b]]>", "a ]]> b"],
  ["markup that stands bare", "<p>One <b>bold</b></p><p>Two &amp; three</p>", "One bold\n\nTwo & three"],
  ["markup written as text", "&lt;p&gt;One&lt;/p&gt;", "One"],
];

for (const [what, content, words] of CONTENTS) {
  test(`a WordPress comment keeps its words: ${what}`, () => {
    assert.equal(only(readWxr(wxr(wxrComment({ content })))).comments[0]?.body, words);
  });
}

const STATES: readonly (readonly [approved: string, type: string, state: string])[] = [
  ["1", "", "shown"],
  ["1", "comment", "shown"],
  ["1", "pingback", "shown"],
  ["hold", "", "not-approved"],
  ["0", "pingback", "not-approved"],
  ["trash", "", "removed"],
  ["spam", "order_note", "spam"],
  ["1", "order_note", "not-public"],
  ["1", "action_log", "not-public"],
];

for (const [approved, type, state] of STATES) {
  test(`a WordPress comment of type “${type}”, approved ${approved}, is ${state}`, () => {
    const more = `<wp:comment_approved>${approved}</wp:comment_approved><wp:comment_type>${type}</wp:comment_type>`;
    assert.equal(only(readWxr(wxr(wxrComment({ more })))).comments[0]?.state, state);
  });
}

test("a text that takes no comments any more says so", () => {
  assert.equal(only(readWxr(wxr(wxrComment({})))).open, false);
});

test("two comments under one id are both kept, and the same one twice is one", () => {
  const twice = only(
    readWxr(wxr(wxrComment({ content: "First" }), wxrComment({ content: "Second" }), wxrComment({ content: "First" }))),
  );
  const incoming = incomingFrom(twice, "secret");
  assert.deepEqual(
    [...new Set(incoming.map(({ code, body }) => `${body} ${code === incoming[0]?.code}`))],
    ["First true", "Second false"],
  );
});

const TIMES: readonly (readonly [written: string, iso: string | null])[] = [
  ["2014-01-14 17:31:03", "2014-01-14T17:31:03.000Z"],
  ["2014-01-14T17:31:03", "2014-01-14T17:31:03.000Z"],
  ["2014-01-14T17:31:03+09:00", "2014-01-14T08:31:03.000Z"],
  ["2014-01-14 17:31:03 +0900", "2014-01-14T08:31:03.000Z"],
  ["2014-01-14T17:31:03.250Z", "2014-01-14T17:31:03.000Z"],
  ["2014/1/4 7:31", "2014-01-04T07:31:00.000Z"],
  ["2014-01-14", "2014-01-14T00:00:00.000Z"],
  ["Tue, 14 Jan 2014 17:31:03 +0000", "2014-01-14T17:31:03.000Z"],
  ["14 Jan 2014 17:31:03", "2014-01-14T17:31:03.000Z"],
  ["1389720663", "2014-01-14T17:31:03.000Z"],
  ["1389720663000", "2014-01-14T17:31:03.000Z"],
  ["0000-00-00 00:00:00", null],
  ["-0001-11-30 00:00:00", null],
  ["yesterday", null],
  ["", null],
];

for (const [written, iso] of TIMES) {
  test(`an export's time “${written}” is ${iso ?? "not known"}`, () => {
    const ms = sourceTime(written);
    assert.equal(ms === null ? null : new Date(ms).toISOString(), iso);
  });
}

test("a Disqus thread without a zone in its times is in UTC, and says whether it is closed", () => {
  const { open, comments } = only(
    readDisqus(
      `<disqus xmlns:dsq="x"><thread dsq:id="1"><isClosed>true</isClosed></thread>` +
        `<post dsq:id="2"><message>Hi</message><createdAt>2014-01-14T17:31:03</createdAt><thread dsq:id="1"/></post></disqus>`,
    ),
  );
  assert.deepEqual([open, comments[0]?.atMs], [false, Date.UTC(2014, 0, 14, 17, 31, 3)]);
});

const t1 = (data: object): object => ({ kind: "t1", data: { author: "a", replies: "", ...data } });
const read = (...children: object[]): SourceThread =>
  only(readListing(JSON.stringify({ kind: "Listing", data: { children } })));

test("comments of a listing without an id are all kept", () => {
  const { comments } = read(t1({ body: "One" }), t1({ body: "Two" }), t1({ name: "t1_c", body: "Three" }));
  assert.deepEqual([new Set(comments.map(({ id }) => id)).size, comments[2]?.id], [3, "c"]);
});

test("a listing points at what it leaves out at every depth, one answer at least where the exchange goes on", () => {
  const deep = t1({
    id: "b",
    body: "b",
    replies: { data: { children: [{ kind: "more", data: { count: 0, children: [], id: "_" } }] } },
  });
  const { more } = read(
    t1({
      id: "a",
      body: "a",
      replies: { data: { children: [deep, { kind: "more", data: { children: ["x", "y"] } }] } },
    }),
    { kind: "more", data: { count: 7, children: ["z"], parent_id: "t3_x" } },
  );
  assert.deepEqual(
    more.map(({ parent, count }) => [parent, count]).sort(),
    [
      [null, 7],
      ["a", 2],
      ["b", 1],
    ].sort(),
  );
});

test("a flat list of more comments keeps what they answer, and times in words of digits", () => {
  const things = [t1({ id: "b", parent_id: "t1_a", body: "b", created_utc: "1389720663" })];
  const { comments } = only(readListing(JSON.stringify({ json: { data: { things } } })));
  assert.deepEqual(
    comments.map(({ id, parent, atMs }) => [id, parent, atMs]),
    [["b", "a", 1_389_720_663_000]],
  );
});

const words = ({ comments }: SourceThread) => comments.map(({ id, parent, body }) => [id, parent, body]);
const THREE = [
  ["a", null, "One"],
  ["b", "a", "Two"],
  ["c", "b", "Three"],
];
const bare = (id: string, body: string, more: object = {}) => ({ id, author: "A", body, ...more });
const thing = (id: string, body: string, more: object = {}) => ({ kind: "t1", data: bare(id, body, more) });

const SHAPES: readonly (readonly [what: string, text: string])[] = [
  [
    "things in a list without a listing",
    JSON.stringify([
      thing("a", "One"),
      thing("b", "Two", { parent_id: "t1_a" }),
      thing("c", "Three", { parent_id: "t1_b" }),
    ]),
  ],
  [
    "one comment in each line",
    [bare("a", "One"), bare("b", "Two", { parent_id: "t1_a" }), bare("c", "Three", { parent_id: "t1_b" })]
      .map((each) => JSON.stringify(each))
      .join("\r\n"),
  ],
  [
    "a post beside its comments, replies in plain lists",
    JSON.stringify({
      post: { id: "p", title: "T" },
      comments: [bare("a", "One", { replies: [bare("b", "Two", { replies: [bare("c", "Three", { replies: [] })] })] })],
    }),
  ],
  [
    "a listing whose replies are plain lists of things",
    JSON.stringify({
      kind: "Listing",
      data: { children: [thing("a", "One", { replies: [thing("b", "Two", { replies: [thing("c", "Three")] })] })] },
    }),
  ],
];

for (const [what, text] of SHAPES)
  test(`a discussion is read whole from ${what}`, () => assert.deepEqual(words(only(readListing(text))), THREE));

for (const text of ["[1,2]", '{"comments":[3]}', '["words"]', '{"title":"T"}', '{"a":1}\n{"b":2}'])
  test(`${text} is no discussion`, () => assert.ok(isRefused(readListing(text))));
