import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused } from "@podium/engine";
import { claimIn, posterIn } from "./page-lines.ts";
import { readPage } from "./page.ts";

/** Every comment of a page as `id<parent words`, and what the page says besides. */
function read(text: string) {
  const threads = readPage(text);
  if (isRefused(threads)) return assert.fail(threads.message);
  const [page] = threads;
  assert.ok(page);
  return { ...page, told: page.comments.map(({ id, parent, body }) => `${id}<${parent ?? ""} ${body}`) };
}

const LAYOUTS: readonly (readonly [law: string, page: string, told: readonly string[]])[] = [
  [
    "numbers stand flush right",
    `T\n\n${[8, 9].map((n) => `   ${n}. c${n}\n`).join("\n")}\n  10. ten\n\n  11. more`.replace(
      "8. c8",
      "1. a\n\n   8. c8",
    ),
    ["1< a", "8< c8", "9< c9", "10< ten", "11< more"],
  ],
  [
    "numbers are left out",
    "T\n30 comments\n\n  1. a\n\n  2. b\n\n  5. c\n\n  19. d",
    ["1< a", "2< b", "5< c", "19< d"],
  ],
  ["the first number is left out", "T\n5 comments\n\n  2. b\n\n  3. c", ["2< b", "3< c"]],
  [
    "nothing stands further in",
    "T\n\n1. a\nwrapped\n2024. was a year\n\nmore\n\n2. b\n\n3. c\n\nLeave a Reply\nName",
    ["1< a\nwrapped\n2024. was a year\n\nmore", "2< b", "3< c"],
  ],
  ["a line of a comment stands at the margin", "T\n\n  1. a\ngoes on\n\n  2. b\n\nFooter", ["1< a\ngoes on", "2< b"]],
  ["numbers have a sign before them", "제목\n\n#1 좋아요\n\n#2 정말", ["1< 좋아요", "2< 정말"]],
  ["numbers are floors", "标题\n\n1楼 很好\n\n2楼 对", ["1< 很好", "2< 对"]],
  ["no blank stands behind the number", "标题\n\n1、很好\n\n2、对", ["1< 很好", "2< 对"]],
  ["digits are those of another script", "عنوان\n\n١. جيد\n\n٢. نعم", ["1< جيد", "2< نعم"]],
  [
    "numbers of answers are dotted",
    "T\n\n1. a\n\n1.1. b\n\n1.1.1. c\n\n1.2. d\n\n2. e\n2.5 million saw it",
    ["1< a", "1-1<1 b", "1-1-1<1-1 c", "1-2<1 d", "2< e\n2.5 million saw it"],
  ],
  ["a number has a line of its own", "T\n\n1.\n   words\n\n2.\n   more", ["1< words", "2< more"]],
  ["tabs stand before the numbers", "T\n\n\t1. a\n\n\t\t1. r\n\n\t2. b", ["1< a", "1-1<1 r", "2< b"]],
  [
    "a wrapped line begins with a 1",
    "T\n\n  1. in the\n     1. Bundesliga\n\n  2. b",
    ["1< in the\n1. Bundesliga", "2< b"],
  ],
];

for (const [law, page, told] of LAYOUTS) {
  test(`no comment of a page is lost where ${law}`, () => assert.deepEqual(read(page).told, told));
}

test("a line of a comment that starts with a 1 is an answer only where answers stand apart", () => {
  assert.deepEqual(read("T\n\n  1. a\n\n  2. b\n     1. c").told, ["1< a", "2< b\n1. c"]);
});

test("how many answered is no word of the comment, and what is not shown is told", () => {
  const { told, more, claimed } = read(
    "T\n\n10 comments\n\n  1. a\n\n    3 replies\n\n    1. r\n\n  2. b\n\n  View 8 more comments",
  );
  assert.deepEqual(told, ["1< a", "1-1<1 r", "2< b"]);
  assert.deepEqual(
    more.map(({ parent, count }) => [parent, count]),
    [
      [null, 8],
      ["1", 2],
    ],
  );
  assert.equal(claimed, 10);
});

test("a page says whether it takes answers, or says nothing of it", () => {
  assert.equal(read("T\n\n1. a\n\nLeave a Reply").open, true);
  assert.equal(read("T\n\n1. a\n\nComments are closed.").open, false);
  assert.equal(read("T\n\n1. a").open, null);
});

test("a title goes on in the next line where the first is long", () => {
  const title = "A very long title of a conversation that goes on and on in the";
  assert.equal(read(`${title}\nnext line\n\nPosted by X\n\n1. a`).title, `${title} next line`);
});

const CLAIMS: readonly (readonly [line: string, count: number])[] = [
  ["30 comments", 30],
  ["Comments (30)", 30],
  ["All 1,234 Comments", 1_234],
  ["1.2k comments", 1_200],
  ["30 thoughts on “A day in May”", 30],
  ["댓글 30개", 30],
  ["30개의 댓글", 30],
  ["共30条评论", 30],
  ["评论（30）", 30],
  ["コメント30件", 30],
  ["30件のコメント", 30],
  ["1 234 комментария", 1_234],
  ["٣٠ تعليقا", 30],
  ["३० टिप्पणियाँ", 30],
  ["ความคิดเห็น 30", 30],
];

for (const [line, count] of CLAIMS) {
  test(`a page claims its comments by “${line}”`, () => assert.equal(claimIn(line)?.count, count));
}

test("words about comments are no claim", () => {
  for (const line of ["5 comments I like", "I have 3 replies to make", "30", "comments", "Match 30"])
    assert.equal(claimIn(line), null, line);
});

const POSTERS: readonly (readonly [line: string, name: string | null])[] = [
  ["Posted by A_B", "A_B"],
  ["posted by u/x 3 months ago", "u/x"],
  ["Posted by Jane Roe on 3 August 2024", "Jane Roe"],
  ["Posted by: X | 3 Aug", "X"],
  ["작성자: 가나다", "가나다"],
  ["楼主：某某", "某某"],
  ["postedbyx", null],
];

for (const [line, name] of POSTERS) {
  test(`who posted stands in “${line}”`, () => assert.equal(posterIn(line), name));
}
