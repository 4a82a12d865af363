import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { isRefused } from "@podium/engine";
import { commentCode, commentRows } from "../../conversation/comment-rows.ts";
import { exportThread } from "../../conversation/thread-file.ts";
import { threadTopic } from "../../conversation/thread-topic.ts";
import { threadId } from "../../storage/codes.ts";
import { emptyApp, granted, opened, person, posted, refusedAs, SUBJECT } from "../../conversation/thread.testing.ts";
import { htmlText } from "../../reports/html-text.ts";
import { importThreadFile } from "./import-thread.ts";

type TestApp = Awaited<ReturnType<typeof emptyApp>>;

const folder = mkdtempSync(join(tmpdir(), "podium-threads-"));
const apps: TestApp[] = [];

after(async () => {
  for (const app of apps) {
    app.live.close();
    await app.storage.close();
  }
  rmSync(folder, { recursive: true });
});

/** An installation with an open, empty thread about the moment of these tests. */
async function appWithThread(): Promise<TestApp> {
  const fresh = await emptyApp();
  const app = { ...fresh, config: { ...fresh.config, dataFolder: folder } };
  apps.push(app);
  await opened(app);
  return app;
}

const ABOUT = `${SUBJECT.kind}:${SUBJECT.id}`;
const into = (app: TestApp, kind: string, text: string) => importThreadFile(app, null, { kind, text, subject: ABOUT });

/** Every comment as depth, words and fate, in the order of reading. */
async function readable(app: TestApp): Promise<string[]> {
  const rows = await commentRows(app.storage.db).orderBy("path").execute();
  return rows.map((row) => {
    const fate = row.deleted_at_ms !== null ? "deleted" : row.removed_at_ms !== null ? "removed" : "shown";
    return `${row.depth} ${fate} ${row.body}`;
  });
}

/** Everything a file left in the database, to be compared with what a second import leaves. */
async function everything(app: TestApp): Promise<unknown> {
  const { db } = app.storage;
  const rows = await commentRows(db).orderBy("number").execute();
  const facts = await db.selectFrom("facts").select("seq").execute();
  return { rows, facts: facts.length, sources: await db.selectFrom("thread_sources").selectAll().execute() };
}

const PAGE = `A rally that nobody will forget

Posted by LONG_PIPS

12 comments
  1. What a point.

    And on the edge, too.

    1. It was not the edge.

      1. It was.

    2. Both of you: watch it again.

  2. I counted 41 strokes.
  3. Version 2. of the racket
  5. this line has the wrong number

Leave a Reply`;

const WXR = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:e="http://wordpress.org/export/1.2/excerpt/" xmlns:w="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><link>https://club.example</link><w:base_blog_url>https://club.example</w:base_blog_url>
<item><title>Open day &amp; cake</title><dc:creator><![CDATA[secretary]]></dc:creator><w:post_id>7</w:post_id>
 <w:comment><w:comment_id>12</w:comment_id><w:comment_author>Mio Tester</w:comment_author>
  <w:comment_author_email>mio@club.example</w:comment_author_email><w:comment_date_gmt>2024-02-01 10:00:00</w:comment_date_gmt>
  <w:comment_content><![CDATA[See <a href="https://club.example/plan">the plan</a>.<br>Thanks &amp; bye]]></w:comment_content>
  <w:comment_approved>1</w:comment_approved><w:comment_parent>0</w:comment_parent></w:comment>
 <w:comment><w:comment_id>13</w:comment_id><w:comment_author>Ada Tester</w:comment_author>
  <w:comment_date_gmt>2024-02-01 09:00:00</w:comment_date_gmt><w:comment_content>An answer with a clock that is slow</w:comment_content>
  <w:comment_approved>1</w:comment_approved><w:comment_parent>12</w:comment_parent></w:comment>
 <w:comment><w:comment_id>14</w:comment_id><w:comment_author>Casino</w:comment_author>
  <w:comment_date_gmt>2024-02-02 09:00:00</w:comment_date_gmt><w:comment_content>Win now</w:comment_content>
  <w:comment_approved>spam</w:comment_approved><w:comment_parent>0</w:comment_parent></w:comment>
</item>
<item><title>Second</title><w:post_id>8</w:post_id>
 <w:comment><w:comment_id>12</w:comment_id><w:comment_author>Mio Tester</w:comment_author>
  <w:comment_author_email>MIO@club.example</w:comment_author_email><w:comment_date_gmt>2024-02-03 10:00:00</w:comment_date_gmt>
  <w:comment_content>The same number under another text</w:comment_content><w:comment_approved>1</w:comment_approved></w:comment>
</item></channel></rss>`;

const DISQUS = `<?xml version="1.0"?><disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<thread dsq:id="1"><title>Semi-final</title><author><name>Desk</name></author><createdAt>2024-01-01T00:00:00Z</createdAt></thread>
<post dsq:id="4"><message/><createdAt>2024-01-02T00:00:00Z</createdAt><isDeleted>true</isDeleted><author><username>u1</username></author><thread dsq:id="1"/></post>
<post dsq:id="5"><message><![CDATA[<p>One</p><p>Two</p><script>alert(1)</script>]]></message><createdAt>2024-01-02T01:00:00Z</createdAt><isDeleted>false</isDeleted><author><username>u2</username></author><thread dsq:id="1"/><parent dsq:id="4"/></post>
<post dsq:id="6"><message>Nobody knows my thread</message><createdAt>2024-01-02T02:00:00Z</createdAt><thread dsq:id="99"/><parent dsq:id="77"/></post>
</disqus>`;

const comment = (id: string, body: string, more: object = {}): object => ({
  kind: "t1",
  data: {
    id,
    body,
    author: `writer-${id}`,
    created_utc: 1_700_000_000,
    score: 3,
    replies: "",
    link_id: "t3_x",
    ...more,
  },
});
const listing = (...children: object[]): object => ({ kind: "Listing", data: { children } });
const LISTING = JSON.stringify([
  listing({
    kind: "t3",
    data: {
      name: "t3_x",
      title: "Racket &amp; ball",
      author: "poster",
      num_comments: 40,
      subreddit: "tt",
      selftext: "Look",
    },
  }),
  listing(
    comment("a", "[deleted]", {
      author: "[deleted]",
      replies: listing(comment("b", "I &lt;3 this", { score: -2 }), {
        kind: "more",
        data: { count: 5, children: ["p", "q"] },
      }),
    }),
    comment("c", "[removed]", { author: "[deleted]" }),
    { kind: "more", data: { count: 31, children: ["r"] } },
  ),
]);

test("a page gives its title, its poster, what it claims and what is on it, answers under what they answer", async () => {
  const app = await appWithThread();
  const { title, postedBy, claimed, found, sentence, imported, ignored, withoutTime } = granted(
    await into(app, "page", PAGE),
  );
  assert.deepEqual(
    { title, postedBy, claimed, found, sentence, imported, ignored, withoutTime },
    {
      title: "A rally that nobody will forget",
      postedBy: "LONG_PIPS",
      claimed: 12,
      found: 6,
      sentence: "12 claimed by the source, 6 found",
      imported: 6,
      ignored: ["Leave a Reply"],
      withoutTime: 6,
    },
  );
  assert.deepEqual(await readable(app), [
    "0 shown What a point.\n\nAnd on the edge, too.",
    "1 shown It was not the edge.",
    "2 shown It was.",
    "1 shown Both of you: watch it again.",
    "0 shown I counted 41 strokes.",
    "0 shown Version 2. of the racket\n5. this line has the wrong number",
  ]);
});

test("a WordPress export keeps its answers, its links as text, and what was not approved out of sight", async () => {
  const app = await appWithThread();
  const { found, removed, sources } = granted(await into(app, "wxr", WXR));
  assert.deepEqual([found, removed, sources.map(({ title }) => title)], [4, 1, ["Open day & cake", "Second"]]);
  assert.deepEqual(await readable(app), [
    "0 shown See the plan (https://club.example/plan).\nThanks & bye",
    "1 shown An answer with a clock that is slow",
    "0 removed Win now",
    "0 shown The same number under another text",
  ]);
});

test("a Disqus export keeps the place of what was deleted, and what belongs to no thread that it holds", async () => {
  const app = await appWithThread();
  const { found, deleted, withoutParent, sources } = granted(await into(app, "disqus", DISQUS));
  assert.deepEqual([found, deleted, withoutParent, sources.length], [3, 1, 1, 2]);
  assert.deepEqual(await readable(app), ["0 deleted ", "1 shown One\n\nTwo", "0 shown Nobody knows my thread"]);
});

test("a listing keeps its tree, its scores, its tombstones and what it only points at", async () => {
  const app = await appWithThread();
  const { title, claimed, found, more, deleted, removed } = granted(await into(app, "listing", LISTING));
  assert.deepEqual([title, claimed, found, more, deleted, removed], ["Racket & ball", 40, 3, 36, 1, 1]);
  assert.deepEqual(await readable(app), ["0 deleted ", "1 shown I <3 this", "0 removed [removed]"]);
  const [source] = await app.storage.db.selectFrom("thread_sources").selectAll().execute();
  assert.deepEqual(JSON.parse(source?.more ?? "")[0].ids, ["p", "q"]);
  const low = (await commentRows(app.storage.db).execute()).find(({ id }) => id.endsWith("-b"));
  assert.deepEqual([low?.up, low?.down], [0, 2]);
});

const FILES: readonly (readonly [kind: string, text: string])[] = [
  ["page", PAGE],
  ["wxr", WXR],
  ["disqus", DISQUS],
  ["listing", LISTING],
];

for (const [kind, text] of FILES) {
  test(`a second import of the same file changes nothing: ${kind}`, async () => {
    const app = await appWithThread();
    const first = granted(await into(app, kind, text));
    const before = await everything(app);
    app.at.ms += 60_000;
    const second = granted(await into(app, kind, text));
    assert.deepEqual([second.imported, second.alreadyThere, second.found], [0, first.found, first.found]);
    assert.deepEqual(await everything(app), before);
  });

  test(`no name of the source stands in what readers or files get: ${kind}`, async () => {
    const app = await appWithThread();
    granted(await into(app, kind, text));
    const exported = JSON.stringify(await exportThread(app.storage.db, SUBJECT));
    for (const name of ["Tester", "mio@", "u1", "u2", "writer-", "Casino"]) assert.ok(!exported.includes(name), name);
  });

  test(`what was imported, exported and imported elsewhere is the same thread: ${kind}`, async () => {
    const [here, there] = [await appWithThread(), await appWithThread()];
    granted(await into(here, kind, text));
    const exported = await exportThread(here.storage.db, SUBJECT);
    const { found, imported } = granted(await into(there, "podium", JSON.stringify(exported)));
    assert.deepEqual([imported, imported], [found, exported?.comments.length]);
    assert.deepEqual(await exportThread(there.storage.db, SUBJECT), exported);
    assert.deepEqual(granted(await into(there, "podium", JSON.stringify(exported))).imported, 0);
  });
}

test("the same author is the same stranger under both texts of a site, whatever the letters of the address", async () => {
  const app = await appWithThread();
  granted(await into(app, "wxr", WXR));
  const rows = await commentRows(app.storage.db).orderBy("number").execute();
  const [first, last] = [rows.find(({ body }) => body.startsWith("See")), rows.at(-1)];
  assert.equal(first?.name, last?.name);
  assert.match(first?.name ?? "", /^Reader [\da-f]{6}$/);
  assert.equal(new Set(rows.map(({ name }) => name)).size, 3);
});

test("what people wrote here stays, and a longer export of the same page adds only what is new", async () => {
  const app = await appWithThread();
  await posted(app, person("ann"), { body: "I was there." });
  granted(await into(app, "page", PAGE));
  const { imported, alreadyThere } = granted(
    await into(app, "page", PAGE.replace("\n\nLeave", "\n  4. Late to this.\n\nLeave")),
  );
  assert.deepEqual([imported, alreadyThere], [1, 6]);
  const texts = (await readable(app)).filter((line) => line.startsWith("0"));
  assert.deepEqual([texts[0], texts.at(-1)], ["0 shown I was there.", "0 shown Late to this."]);
});

test("answers in a circle and a chain without end lose no comment", async () => {
  const app = await appWithThread();
  const chain = Array.from({ length: 230 }, (_, index) =>
    comment(`k${index}`, `No ${index}`, { parent_id: index === 0 ? "t3_x" : `t1_k${index - 1}` }),
  );
  const circle = [comment("x", "I answer y", { parent_id: "t1_y" }), comment("y", "I answer x", { parent_id: "t1_x" })];
  const { found, imported, tooDeep, withoutParent } = granted(
    await into(app, "listing", JSON.stringify(listing(...chain, ...circle))),
  );
  assert.deepEqual([found, imported], [232, 232]);
  assert.ok(tooDeep > 0);
  assert.equal(withoutParent, 1);
});

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>`;
const REFUSED: readonly (readonly [why: string, kind: string, text: string, code: string])[] = [
  ["its kind is unknown", "forum", "", "kind-unknown"],
  ["it declares entities", "wxr", LAUGHS, "entities-declared"],
  ["it breaks off", "wxr", WXR.slice(0, 600), "not-xml"],
  ["it is nested without end", "disqus", `<disqus>${"<a>".repeat(100_000)}`, "not-xml"],
  ["it is another kind of XML", "wxr", DISQUS, "not-wxr"],
  ["it is another kind of XML still", "disqus", WXR, "not-disqus"],
  ["it is no JSON", "listing", "{", "not-listing"],
  ["it is other JSON", "listing", '{"kind":"t1"}', "not-listing"],
  ["it has no comments", "wxr", "<rss><channel/></rss>", "no-threads"],
  ["no comment on it has a number", "page", "Title\n\nPosted by X", "not-page"],
  ["it is no thread", "podium", "{}", "not-podium"],
  ["it is no text of Podium", "podium", "<x/>", "not-podium"],
];

for (const [why, kind, text, code] of REFUSED) {
  test(`a file is refused when ${why}, and nothing is kept`, async () => {
    const app = await appWithThread();
    assert.equal(refusedAs(await into(app, kind, text)), code);
    assert.deepEqual(await readable(app), []);
  });
}

test("a conversation is about a moment that is there", async () => {
  const app = await appWithThread();
  for (const subject of ["match:m1", "moment", "moment:nowhere", ""]) {
    assert.equal(
      refusedAs(await importThreadFile(app, null, { kind: "page", text: PAGE, subject })),
      "subject-unknown",
    );
  }
});

test("markup becomes words: entities, lists, links and pictures; scripts leave nothing", () => {
  assert.equal(htmlText("a &lt;b&gt; &amp;amp; &#x1F3D3;"), "a <b> &amp; 🏓");
  assert.equal(htmlText("<ul><li>one<li>two</ul><p>end"), "- one\n- two\n\nend");
  assert.equal(
    htmlText('<a href="https://a.example/x">here</a> <a href="javascript:alert(1)">there</a>'),
    "here (https://a.example/x) there",
  );
  assert.equal(
    htmlText('<img src="https://a.example/p.png" alt="A cup" onerror="alert(1)">'),
    "A cup (https://a.example/p.png)",
  );
  assert.equal(htmlText("<script>alert(1)</script><style>p{}</style>words<!-- none -->"), "words");
  assert.equal(htmlText("1 < 2 and 3 > 2"), "1 < 2 and 3 > 2");
});

test("hostile markup is read in a time that grows with its length", () => {
  for (const piece of ["<", "<a href='x'>", "&amp", "</p>", "<p", "<!--", "\n ", "<blockquote>"]) {
    const cpuMs = (length: number): number => {
      const text = `<${piece.repeat(length / piece.length)}`;
      const before = process.cpuUsage();
      htmlText(text);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000;
    };
    cpuMs(10_000);
    const [short, long] = [cpuMs(50_000), cpuMs(200_000)];
    assert.ok(long < 16 * short + 200, `${piece}: ${long} ms for 200,000, ${short} ms for 50,000`);
  }
});

/** A folder with exports of other sites: PODIUM_IMPORTS=FOLDER. They are other people's words and stay outside. */
const stored = process.env["PODIUM_IMPORTS"];
for (const name of stored === undefined ? [] : readdirSync(stored)) {
  test(`an export of another site is imported whole, and once: ${name}`, async () => {
    const kind = name.includes("disqus") ? "disqus" : name.endsWith(".xml") ? "wxr" : "listing";
    const app = await appWithThread();
    const text = readFileSync(join(stored ?? "", name), "utf8");
    const listed = await into(app, kind, text);
    if (isRefused(listed)) return assert.fail(listed.message);
    const rows = await commentRows(app.storage.db).execute();
    assert.deepEqual([rows.length, new Set(rows.map(({ id }) => commentCode(id))).size], [listed.found, listed.found]);
    assert.equal(granted(await into(app, kind, text)).imported, 0);
  });
}

test("who reads the thread while it is imported into is told, and what is too much for one unit of work is refused", async () => {
  const app = await appWithThread();
  granted(await into(app, "page", PAGE));
  const told = app.live.lastId();
  granted(await into(app, "page", `${PAGE}\n`));
  const [row] = await commentRows(app.storage.db).execute();
  assert.ok(app.live.versionOf(threadTopic(row?.thread_id ?? threadId("none"))) > told);
  const file = { kind: "page", text: PAGE, subject: ABOUT, commentsMax: 2 };
  assert.equal(refusedAs(await importThreadFile(app, null, file)), "form-too-large");
});
