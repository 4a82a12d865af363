import type { Scenario } from "./scenario.testing.ts";

const COMMENT = "/threads/paris-2024-xd-podium/comments/xd-podium-02";
const FLAG = `${COMMENT}/flag`;
const CASE = "/moderation/cases/{flagged}";
const APPEALED = "/moderation/cases/{appealed}";
const HTML = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';

const flags: readonly Scenario[] = [
  { name: "flag: not by a guest", method: "POST", path: FLAG, json: { reason: "insults" }, expects: { status: 401 } },
  {
    name: "flag: for a reason there is",
    method: "POST",
    path: FLAG,
    as: "member",
    form: { reason: "dislike" },
    expects: { status: 400 },
  },
  {
    name: "flag: of nothing",
    method: "POST",
    path: "/threads/paris-2024-xd-podium/comments/nowhere/flag",
    as: "member",
    json: { reason: "insults" },
    expects: { status: 404 },
  },
  {
    name: "flag: the form stands at the comment",
    path: `${COMMENT}?flag`,
    as: "member",
    expects: { status: 200, contains: [`action="${FLAG}"`, "Moderators look at it"] },
  },
  {
    name: "flag: by a reader, with a reason",
    method: "POST",
    path: FLAG,
    as: "member",
    form: { reason: "private", words: `The address of my cousin ${HTML}` },
    expects: { status: 303, facts: ["comment-flagged"] },
  },
  {
    name: "flag: once a reader",
    method: "POST",
    path: FLAG,
    as: "member",
    json: { reason: "insults" },
    expects: { status: 200 },
  },
  {
    name: "flag: by another, into the same case",
    method: "POST",
    path: FLAG,
    as: "referee",
    json: { reason: "insults" },
    expects: { status: 200, facts: ["comment-flagged"] },
  },
  {
    name: "flag: readers see the comment as before, and nobody who flagged it",
    path: `${COMMENT}.json`,
    expects: { status: 200, contains: ['"state":"shown"'], absent: ["of my cousin", "private"] },
  },
  {
    name: "flag: moderators see what readers say of it, as text",
    path: "/moderation",
    as: "moderator",
    expects: {
      status: 200,
      contains: ["flagged, shown meanwhile", "A reader: insults or threats.", "&lt;script"],
      absent: ["<script>alert(1)"],
      remembers: { flagged: /id="case-([\w-]+)"(?:(?!<article)[\s\S])*A reader: insults/ },
    },
  },
];

const assigned: readonly Scenario[] = [
  {
    name: "assignment: not by a guest",
    method: "POST",
    path: `${CASE}/assignment`,
    json: { to: "me" },
    expects: { status: 401 },
  },
  {
    name: "assignment: not by a member",
    method: "POST",
    path: `${CASE}/assignment`,
    as: "member",
    json: { to: "me" },
    expects: { status: 403 },
  },
  {
    name: "assignment: to oneself or nobody",
    method: "POST",
    path: `${CASE}/assignment`,
    as: "moderator",
    json: { to: "somebody" },
    expects: { status: 400 },
  },
  {
    name: "assignment: of nothing",
    method: "POST",
    path: "/moderation/cases/nowhere/assignment",
    as: "moderator",
    json: { to: "me" },
    expects: { status: 404 },
  },
  {
    name: "assignment: taken on",
    method: "POST",
    path: `${CASE}/assignment`,
    as: "moderator",
    form: { to: "me" },
    expects: { status: 303, facts: ["case-assigned"] },
  },
  {
    name: "assignment: stands in the queue",
    path: "/moderation",
    as: "moderator",
    expects: { status: 200, contains: ["You look after it."] },
  },
  {
    name: "flag: found without ground",
    method: "POST",
    path: `${CASE}/decision`,
    as: "moderator",
    form: { decision: "passed" },
    expects: { status: 303, facts: ["case-decided"] },
  },
];

const told: readonly Scenario[] = [
  { name: "notifications: not for a guest", path: "/notifications", expects: { status: 303 } },
  {
    name: "notifications: who flagged it is told, and what was decided about their own words",
    path: "/notifications",
    as: "member",
    expects: {
      status: 200,
      contains: ["What you flagged stands.", "Your words were removed.", "Insults", "The third knave of this evening"],
      remembers: { removed: /\/cases\/([\w-]+)\/appeal/ },
    },
  },
  {
    name: "notifications: each sees their own",
    path: "/notifications",
    as: "organiser",
    expects: { status: 200, contains: ["There is nothing yet."], absent: ["knave"] },
  },
  { name: "seen: not by a guest", method: "POST", path: "/notifications/seen", json: {}, expects: { status: 401 } },
  { name: "seen: all", method: "POST", path: "/notifications/seen", as: "member", form: {}, expects: { status: 303 } },
  {
    name: "seen: nothing is new any more",
    path: "/notifications",
    as: "member",
    expects: { status: 200, absent: ["Mark all as seen", "unseen-count"] },
  },
  {
    name: "appeal: not by a guest",
    method: "POST",
    path: "/cases/{removed}/appeal",
    json: { words: "No" },
    expects: { status: 401 },
  },
  {
    name: "appeal: not by somebody else",
    method: "POST",
    path: "/cases/{removed}/appeal",
    as: "referee",
    json: { words: "No" },
    expects: { status: 404 },
  },
  {
    name: "appeal: not without words",
    method: "POST",
    path: "/cases/{removed}/appeal",
    as: "member",
    form: { words: " " },
    expects: { status: 400 },
  },
  {
    name: "appeal: by the author",
    method: "POST",
    path: "/cases/{removed}/appeal",
    as: "member",
    json: { words: `A knave is a playing card. ${HTML}` },
    expects: { status: 201, facts: ["case-appealed"], remembers: { appealed: /"case":"([\w-]+)"/ } },
  },
  {
    name: "appeal: once",
    method: "POST",
    path: "/cases/{removed}/appeal",
    as: "member",
    json: { words: "And again" },
    expects: { status: 422 },
  },
  {
    name: "appeal: not decided by who decided before",
    method: "POST",
    path: `${APPEALED}/decision`,
    as: "moderator",
    json: { decision: "passed" },
    expects: { status: 422, contains: ["appeal-other"] },
  },
  {
    name: "appeal: a second moderator: the code",
    path: "/account",
    as: "editor",
    expects: { status: 200, remembers: { "editor-code": /class="code">([2-9A-Z]{8})</ } },
  },
  {
    name: "appeal: a second moderator",
    method: "POST",
    path: "/desk/paris-2024/staff",
    as: "organiser",
    form: { email: "editor@demo.invalid", code: "{editor-code}", role: "moderator" },
    expects: { status: 303, facts: ["role-given"] },
  },
  {
    name: "appeal: its words, as text, beside the decision before",
    path: "/moderation",
    as: "editor",
    expects: {
      status: 200,
      contains: ["A knave is a playing card.", "Removed before: Insults."],
      absent: ["<script>alert(1)"],
    },
  },
  {
    name: "appeal: granted, the words are shown",
    method: "POST",
    path: `${APPEALED}/decision`,
    as: "editor",
    json: { decision: "passed" },
    expects: { status: 200, facts: ["comment-posted", "case-decided"] },
  },
  {
    name: "appeal: decided for good",
    method: "POST",
    path: `${APPEALED}/reopening`,
    as: "editor",
    json: {},
    expects: { status: 409 },
  },
  {
    name: "appeal: its author is told",
    path: "/notifications",
    as: "member",
    expects: { status: 200, contains: ["Your appeal succeeded"] },
  },
];

/** What readers flag, who looks after it, what is told of it and what is asked for again. */
export const flagScenarios: readonly Scenario[] = [...flags, ...assigned, ...told];
