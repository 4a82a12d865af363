import assert from "node:assert/strict";
import { test } from "node:test";
import { CHECKS, moderate, type Author, type Known } from "./checks.ts";
import { fingerprint, isCopy, likeness } from "./near-duplicate.ts";
import { wordList } from "./word-list.ts";

const MEMBER: Author = {
  account: "a",
  approvedComments: 9,
  newcomerBelow: 2,
  firstHeld: 2,
  newcomerLinks: 1,
  sameAs: null,
};
const NEWCOMER: Author = { ...MEMBER, account: "n", approvedComments: 0 };
const MINUTE_MS = 60_000;

const rules = (text: string, known: Known): string[] => moderate({ text, known }).map(({ rule }) => rule);

/** Comments posted lately, by account. */
const lately = (...posted: readonly (readonly [account: string, text: string])[]): NonNullable<Known["lately"]> =>
  posted.map(([account, text], index) => ({ id: `c${index}`, account, print: fingerprint(text) }));

test("the checks stand in one order and each speaks in its own name", () => {
  assert.deepEqual(
    CHECKS.map(({ rule }) => rule),
    ["length", "closed", "rate", "repeat", "words", "links", "first-comments", "people", "heat", "duplicate-account"],
  );
});

test("of what nothing is known nothing is held", () => {
  assert.deepEqual(moderate({ text: "see http://a.example http://b.example", known: {} }), []);
});

test("a text that breaks several rules is told all of them, in their order", () => {
  const known: Known = { closed: true, words: wordList(["idiot"]), author: NEWCOMER, mostLetters: 10 };
  assert.deepEqual(rules("idiot http://a.example http://b.example", known), [
    "length",
    "closed",
    "words",
    "links",
    "first-comments",
  ]);
});

test("a writer who is too fast is told how long to wait", () => {
  const pace = { everyMs: 5_000, burst: 1 };
  assert.deepEqual(moderate({ text: "again", known: { nowMs: 1_000, pace: { pace, freeAtMs: 4_000 } } }), [
    { rule: "rate", waitMs: 3_000 },
  ]);
  assert.deepEqual(rules("again", { nowMs: 4_000, pace: { pace, freeAtMs: 4_000 } }), []);
});

const SPAM = "Buy cheap rackets today, best price in town";

test("one's own words are not said twice, not even with a word changed", () => {
  assert.deepEqual(rules(SPAM.replace("today", "TODAY!!!"), { lately: lately(["a", SPAM]), author: MEMBER }), [
    "repeat",
  ]);
  assert.deepEqual(
    rules("Buy cheap rackets today, best prices in town", { lately: lately(["a", SPAM]), author: MEMBER }),
    ["repeat"],
  );
  assert.deepEqual(rules("What a rally in the second game", { lately: lately(["a", SPAM]), author: MEMBER }), []);
});

test("the same words from three accounts are an attack, a short cheer from three is none", () => {
  assert.deepEqual(rules(SPAM, { lately: lately(["b", SPAM], ["c", SPAM]), author: MEMBER }), ["repeat"]);
  assert.deepEqual(rules(SPAM, { lately: lately(["b", SPAM]), author: MEMBER }), []);
  assert.deepEqual(rules("Good game", { lately: lately(["b", "good game!"], ["c", "Good game"]), author: MEMBER }), []);
});

test("copies are told from other texts in English, Chinese and Korean alike", () => {
  const copies = [
    ["Visit our shop for the best table tennis blades", "visit  our shop for the best table-tennis blades!!"],
    ["今天的比赛太精彩了快来我们店里买球拍", "今天的比赛太精彩了，快来我们店里买球拍！！"],
    ["오늘 경기 정말 최고였어요 우리 가게로 오세요", "오늘 경기 정말 최고였어요! 우리 가게로 오세요~"],
  ] as const;
  for (const [a, b] of copies) assert.ok(isCopy(fingerprint(a), fingerprint(b)), `${a} / ${b}`);
  const others = [
    ["The bronze match was closer than the score says", "The final was decided by two net balls at deuce"],
    ["这场比赛中国队打得非常好", "裁判的判罚让人看不懂"],
    ["한국 선수들 정말 잘했어요", "결승전은 내일 저녁에 열립니다"],
  ] as const;
  for (const [a, b] of others)
    assert.ok(!isCopy(fingerprint(a), fingerprint(b)), `${a} / ${b}: ${likeness(fingerprint(a), fingerprint(b))}`);
});

test("a newcomer's first comments wait, and so do their links; a member's do not", () => {
  assert.deepEqual(rules("hello", { author: NEWCOMER }), ["first-comments"]);
  assert.deepEqual(rules("http://a.example and www.b.example", { author: NEWCOMER }), ["links", "first-comments"]);
  assert.deepEqual(rules("http://a.example and www.b.example", { author: MEMBER }), []);
});

test("a newcomer's links wait also where nobody's first comments do", () => {
  const author: Author = { ...NEWCOMER, firstHeld: 0, newcomerLinks: 0 };
  assert.deepEqual(rules("http://a.example", { author }), ["links"]);
  assert.deepEqual(rules("hello", { author }), []);
  assert.deepEqual(rules("http://a.example", { author: { ...author, approvedComments: 2 } }), []);
});

test("a comment that names a person who asked for protection waits", () => {
  const protectedPeople = [{ id: "p1", names: wordList(["Ri Jong Sik", "리정식"]) }];
  assert.deepEqual(moderate({ text: "리정식은 어디에", known: { protectedPeople } }), [
    { rule: "people", person: "p1" },
  ]);
  assert.deepEqual(rules("what a photo", { protectedPeople }), []);
});

test("where comments are flagged, answers wait the longer", () => {
  const heat = { flagsAbove: 3, ownFlags: 1, lastCommentAtMs: 0 };
  assert.deepEqual(moderate({ text: "no!", known: { nowMs: MINUTE_MS, heat } }), [
    { rule: "heat", waitMs: 6 * MINUTE_MS },
  ]);
  assert.deepEqual(rules("no!", { nowMs: 7 * MINUTE_MS, heat }), []);
  assert.deepEqual(rules("no!", { nowMs: 1, heat: { ...heat, flagsAbove: 0, ownFlags: 0 } }), []);
});

test("an account that is another one again is held", () => {
  assert.deepEqual(moderate({ text: "hi", known: { author: { ...MEMBER, sameAs: "z" } } }), [
    { rule: "duplicate-account", of: "z" },
  ]);
});
