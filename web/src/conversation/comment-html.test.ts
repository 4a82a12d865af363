import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { CommentView } from "@podium/protocol";
import { commentHtml, commentListHtml, type CommentOptions } from "./comment-html.ts";
import { conversation } from "./conversation-words.ts";
import { countLine } from "./count-line.ts";

const reader: CommentOptions = {
  t: conversation("en"),
  language: "en",
  mayVote: false,
  mayPost: false,
  mayEnter: false,
  moderates: false,
};
const moderator: CommentOptions = { ...reader, mayVote: true, mayPost: true, moderates: true };

function comment(over: Partial<CommentView> = {}): CommentView {
  return {
    id: "c1",
    thread: "t",
    parent: null,
    depth: 0,
    number: 1,
    state: "shown",
    author: { name: "Ann", place: "Oslo", invented: false },
    atMs: Date.UTC(2024, 6, 30, 14, 8),
    editedAtMs: null,
    language: "en",
    body: "Words.",
    html: null,
    score: null,
    removal: null,
    up: 0,
    down: 0,
    myVote: 0,
    mine: false,
    continues: false,
    ...over,
  };
}

/** Names and nesting of the tags, so that only well-formed HTML passes. */
function tagsOf(html: string): string[] {
  const open: string[] = [];
  const seen: string[] = [];
  for (const [, end, name = ""] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (name === "br") continue;
    if (end === "/") assert.equal(open.pop(), name);
    else {
      open.push(name);
      seen.push(name);
    }
  }
  assert.deepEqual(open, []);
  return seen;
}

const ATTACK = `<img src=x onerror=alert(1)>"'><script>alert(2)</script>`;

test("who has left without their name is called so in the reader's language, in the head and in every label", () => {
  const left = comment({ author: { name: "Former member", place: null, invented: false, left: true } });
  const html = commentHtml(left, { ...reader, language: "ko", t: conversation("ko") });
  assert.doesNotMatch(html, /Former/);
  assert.match(html, /<bdi class="comment-author">탈퇴한 회원<\/bdi>/);
});

test("HTML in any field that a person fills comes out as text", () => {
  const html = commentHtml(
    comment({ body: ATTACK, author: { name: ATTACK, place: ATTACK, invented: true }, language: "en" }),
    moderator,
  );
  assert.doesNotMatch(html, /<img|<script|onerror=alert\(1\)>"/);
  assert.equal(
    html.split("&lt;img src=x onerror=alert(1)&gt;").length - 1,
    3 + 3,
    "body, name, place, and the name in the labels of reply, quote and flag",
  );
});

test("HTML in the reason of a removal comes out as text", () => {
  assert.doesNotMatch(
    commentHtml(comment({ state: "removed", author: null, body: "", removal: { reason: ATTACK, by: ATTACK } }), reader),
    /<img|<script/,
  );
});

test("whatever is typed, the tags are the same as for plain words", () => {
  const plain = tagsOf(commentHtml(comment(), moderator));
  fc.assert(
    fc.property(fc.string(), fc.string(), (body, name) => {
      const html = commentHtml(
        comment({
          body: body.replaceAll("\n", " "),
          author: { name, place: name === "" ? "x" : name, invented: false },
        }),
        moderator,
      );
      assert.deepEqual(tagsOf(html), plain);
    }),
  );
});

test("an empty line parts paragraphs and a line end breaks the line", () => {
  assert.match(
    commentHtml(comment({ body: "One.\nTwo.\n\nThree." }), reader),
    /<p dir="auto">One\.<br>Two\.<\/p><p dir="auto">Three\.<\/p>/,
  );
});

test("the words say their language; the line says it in two letters where it is not the reader's", () => {
  const html = commentHtml(comment({ language: "zh-Hant" }), reader);
  assert.match(html, /class="comment-words" lang="zh-Hant"/);
  assert.match(html, />ZH<\/abbr>/);
  for (const language of ["en", "en-GB", null])
    assert.doesNotMatch(commentHtml(comment({ language }), reader), /<abbr/, String(language));
});

test("a line says the name and the day; the rest is one touch away", () => {
  const author = { name: "Ann", place: "Oslo", invented: true };
  const html = commentHtml(comment({ author, editedAtMs: Date.UTC(2024, 6, 31), language: "ko" }), reader);
  const closed = html.replace(/<details><summary>(.*?)<\/summary>.*?<\/details>/, "$1").replaceAll(/<[^>]+>/g, " ");
  assert.match(closed, /Ann/);
  assert.match(closed, /30 Jul 2024/);
  assert.doesNotMatch(closed, /Oslo|invented|edited|14:08|Korean/);
  const rest = /<\/summary><p>(.*?)<\/p>/.exec(html)?.[1] ?? "";
  for (const words of ["Oslo", "invented", "30 July 2024 at 14:08 UTC", "edited 31 July 2024", "Korean"])
    assert.ok(rest.includes(words), `${words} in ${rest}`);
  assert.match(rest, /href="\/threads\/t\/comments\/c1"/);
});

test("who is not signed in is led from a comment to signing in, and back to the answer", () => {
  const html = commentHtml(comment(), { ...reader, mayEnter: true });
  const next = encodeURIComponent("/threads/t/comments/c1?reply#act");
  assert.ok(html.includes(`href="/sign-in?next=${next}"`), html);
  assert.doesNotMatch(html, /data-act/, "the script leaves it alone");
});

const hidden: readonly (readonly [law: string, over: Partial<CommentView>, sentence: string])[] = [
  [
    "a removed comment says by whom and why",
    { state: "removed", removal: { reason: "Advertising", by: "M" } },
    "Removed by a moderator: Advertising",
  ],
  ["a deleted comment says so", { state: "deleted" }, "Deleted by its author"],
  ["a held comment says so", { state: "held" }, "Waiting for a moderator"],
];

for (const [law, over, sentence] of hidden) {
  test(`${law}, and offers nothing to do`, () => {
    const html = commentHtml(comment({ author: null, body: "", ...over }), moderator);
    assert.ok(html.includes(sentence));
    assert.doesNotMatch(html, /<form|<button|comment-acts/);
  });
}

test("replies are a list inside the item of what they answer, at any depth", () => {
  const html = commentListHtml(
    [
      comment({ id: "a" }),
      comment({ id: "b", parent: "a" }),
      comment({ id: "c", parent: "b" }),
      comment({ id: "d", parent: "a" }),
      comment({ id: "e" }),
    ],
    reader,
  );
  const shape = html
    .replaceAll(/<article.*?<\/article>/g, "")
    .replaceAll(/<li id="c-(\w)"[^>]*>/g, "($1")
    .replaceAll("</li>", ")")
    .replaceAll('<ol class="replies">', "[")
    .replaceAll("</ol>", "]");
  assert.equal(shape, "(a[(b[(c)])(d)])(e)");
});

test("a reply whose parent is on another page stands at the top and leads to it", () => {
  const html = commentListHtml([comment({ id: "b", parent: "a" }), comment({ id: "c", parent: "b" })], reader);
  assert.match(html, /^<li id="c-b"/);
  assert.equal(html.split("In reply to an earlier comment").length - 1, 1);
  assert.match(html, /href="\/threads\/t\/comments\/a"/);
});

test("the same comment is written for each kind of reader as that reader may use it", () => {
  const list = [comment()];
  const seen = (options: CommentOptions) => commentListHtml(list, options);
  for (let round = 0; round < 2; round += 1) {
    assert.doesNotMatch(seen(reader), /<form|data-act/);
    assert.match(seen(moderator), /data-act="remove"/);
    assert.doesNotMatch(seen({ ...moderator, moderates: false }), /data-act="remove"/);
    assert.doesNotMatch(seen({ ...moderator, mayPost: false }), /data-act="reply"/);
    assert.match(seen({ ...moderator, t: conversation("ko"), language: "ko" }), />답글</);
    assert.match(seen({ ...reader, focus: "c1" }), /aria-current="true"/);
  }
});

test("lists of any shape are well-formed and keep every comment", () => {
  const parents = fc.array(fc.nat({ max: 40 }), { maxLength: 40 });
  fc.assert(
    fc.property(parents, (answers) => {
      const comments = answers.map((answer, index) =>
        comment({ id: `c${index}`, parent: answer < index ? `c${answer}` : null }),
      );
      assert.equal(
        tagsOf(commentListHtml(comments, reader)).filter((tag) => tag === "article").length,
        comments.length,
      );
    }),
  );
});

test("a vote that was given is pressed, and pressing it again takes it back", () => {
  const html = commentHtml(comment({ up: 4, down: 1, myVote: 1 }), moderator);
  assert.match(html, /value="0" aria-pressed="true"[^>]*>\+4</);
  assert.match(html, /value="-1" aria-pressed="false"[^>]*>−1</);
});

test("nobody votes on what is their own", () => {
  assert.doesNotMatch(commentHtml(comment({ mine: true }), moderator), /<form class="votes"/);
});

const counts: readonly (readonly [language: "en" | "ko" | "zh", line: string])[] = [
  ["en", "30 comments: 27 shown, 1 removed by moderators, 2 deleted by their authors"],
  ["ko", "댓글 30개: 표시 27개, 운영자가 삭제 1개, 작성자가 삭제 2개"],
  ["zh", "30条评论：显示27条，管理员移除1条，作者删除2条"],
];

for (const [language, line] of counts) {
  test(`the count line in ${language} says what is not shown and why`, () => {
    assert.equal(countLine({ posted: 30, shown: 27, removed: 1, deleted: 2, held: 0 }, conversation(language)), line);
  });
}

test("when all are shown, the count line says only how many", () => {
  assert.equal(countLine({ posted: 1, shown: 1, removed: 0, deleted: 0, held: 0 }, conversation("en")), "1 comment");
});
