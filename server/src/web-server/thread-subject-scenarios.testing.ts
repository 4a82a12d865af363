import type { Scenario } from "./scenario.testing.ts";

const FINAL = "match:paris-2024/xd/final";
const HTML = "<b>bold</b>";
const first = (about: string) => `/threads?${new URLSearchParams({ about })}`;

/** Conversations about matches, events and competitions, from the page of the thing to the thread. */
export const threadSubjectScenarios: readonly Scenario[] = [
  {
    name: "a match nobody has spoken about leads to where somebody begins",
    path: "/matches/paris-2024/xd/final",
    expects: { status: 200, contains: ["/threads?about=match%3Aparis-2024%2Fxd%2Ffinal"] },
  },
  {
    name: "first comment: a guest is led to where one signs in, and comes back",
    path: first(FINAL),
    expects: { status: 200, contains: ["/sign-in?next=", "/matches/paris-2024/xd/final"], absent: ["<textarea"] },
  },
  {
    name: "first comment: a member finds the form",
    path: first(FINAL),
    as: "member",
    expects: { status: 200, contains: ["<textarea", FINAL] },
  },
  {
    name: "search: nothing is asked for, nothing is found",
    path: "/conversations",
    expects: { status: 200, contains: ["<form"], absent: ["found-words"] },
  },
  {
    name: "search: words in a conversation",
    path: "/conversations?q=photograph&thread=paris-2024-xd-podium",
    expects: { status: 200, absent: ["<script>alert"] },
  },
  {
    name: "search: a player by another spelling, with who they played with",
    path: `/conversations?${new URLSearchParams({ q: "Shin Yu-bin" })}`,
    expects: { status: 200, contains: ["/players/shin-yubin", "/pairs/lim-jonghoon/shin-yubin"] },
  },
  {
    name: "search: a competition and its reports in Korean",
    path: `/conversations?${new URLSearchParams({ q: "파리" })}`,
    expects: { status: 200, contains: ["/competitions/paris-2024"], absent: ["/players/"] },
  },
  {
    name: "search: of one conversation nothing else is found",
    path: `/conversations?${new URLSearchParams({ q: "Shin", thread: "paris-2024-xd-podium" })}`,
    expects: { status: 200, absent: ["/players/shin-yubin"] },
  },
  {
    name: "search: what stands in no comment, and is no syntax of an index either",
    path: `/conversations?${new URLSearchParams({ q: `"' OR * NEAR( ${HTML} 'x':*` })}`,
    expects: { status: 200, absent: [HTML, "found-words"] },
  },
  {
    name: "search: not for more words than anybody types",
    path: `/conversations?q=${"x".repeat(201)}`,
    expects: { status: 400 },
  },
  { name: "first comment: about nothing", path: "/threads", expects: { status: 404 } },
  {
    name: "first comment: about an unknown match",
    path: first("match:paris-2024/xd/nowhere"),
    expects: { status: 404 },
  },
  { name: "first comment: about a kind nobody talks about", path: first("chair:x"), expects: { status: 404 } },
  {
    name: "first comment: not by a guest, whose words are kept in the form",
    method: "POST",
    path: "/threads",
    form: { about: FINAL, body: `Kept ${HTML}` },
    expects: { status: 401, contains: ["Kept &lt;b>bold"], absent: [HTML] },
  },
  {
    name: "first comment: not about an unknown match",
    method: "POST",
    path: "/threads",
    as: "member",
    json: { about: "match:paris-2024/xd/nowhere", body: "words" },
    expects: { status: 404, contains: ['"code":"subject-unknown"'] },
  },
  {
    name: "first comment: no words, no thread",
    method: "POST",
    path: "/threads",
    as: "member",
    form: { about: FINAL, body: " \n " },
    expects: { status: 400 },
  },
  {
    name: "first comment: opens the thread about a match",
    method: "POST",
    path: "/threads",
    as: "referee",
    form: { about: FINAL, body: `What a final ${HTML}` },
    expects: { status: 303, facts: ["thread-opened", "comment-posted"] },
  },
  {
    name: "first comment: where there is a thread, its page",
    path: first(FINAL),
    expects: { status: 303, to: "/threads/match-paris-2024-xd-final" },
  },
  {
    name: "the match counts what was said",
    path: "/matches/paris-2024/xd/final",
    expects: { status: 200, contains: ["/threads/match-paris-2024-xd-final", "1 comment"] },
  },
  {
    name: "the thread names the match, and both pairs",
    path: "/threads/match-paris-2024-xd-final",
    expects: {
      status: 200,
      contains: ["What a final &lt;b", "SUN Yingsha", 'href="/matches/paris-2024/xd/final"'],
      absent: [HTML],
    },
  },
  {
    name: "second first comment: stands in the same thread",
    method: "POST",
    path: "/threads",
    as: "editor",
    json: { about: FINAL, body: "I thought so too, for once." },
    expects: { status: 201, contains: ["match-paris-2024-xd-final"], facts: ["comment-posted"] },
  },
  {
    name: "first comment about an event",
    method: "POST",
    path: "/threads",
    as: "moderator",
    json: { about: "event:paris-2024/xd", body: "The whole event." },
    expects: { status: 201, contains: ["event-paris-2024-xd"], facts: ["thread-opened", "comment-posted"] },
  },
  {
    name: "the moderators of the competition look after what is said of its event",
    method: "POST",
    path: "/threads/event-paris-2024-xd/lock",
    as: "moderator",
    json: { reason: "The event is over." },
    expects: { status: 200, facts: ["thread-locked"] },
  },
  {
    name: "first comment: none where the conversation is closed",
    method: "POST",
    path: "/threads",
    as: "organiser",
    json: { about: "event:paris-2024/xd", body: "Too late." },
    expects: { status: 422, contains: ['"code":"thread-locked"'] },
  },
];
