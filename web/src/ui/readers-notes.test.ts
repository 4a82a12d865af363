import assert from "node:assert/strict";
import { test } from "node:test";
import type { NoteView } from "@podium/protocol";
import { readersNotesHtml } from "./readers-notes.ts";

const NOTE: NoteView = {
  id: "n1",
  about: { kind: "comment", id: "t/c1" },
  name: "Former member",
  atMs: 0,
  language: "en",
  body: "It was the 30th of July.",
  sources: [],
  status: "shown",
  state: "standing",
  removal: null,
};

test("a note by who has left without their name has a word of the reader's language in its place", () => {
  const html = readersNotesHtml([{ ...NOTE, left: true }], "ko");
  assert.ok(html.includes("탈퇴한 회원") && !html.includes("Former member"));
});

test("a member who chose the same words as a name keeps them", () => {
  assert.ok(readersNotesHtml([NOTE], "zh").includes("Former member"));
});
