import { forbiddenForms } from "./forbidden-forms.testing.ts";
import type { Scenario } from "./scenario.testing.ts";

const THREAD = "/threads/paris-2024-xd-podium";
const MEMBER = "/moderation/members/{member}";
const LOG = "/moderation/log";
const PAUSE = "/moderation/pause";
const HTML = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';

const members: readonly Scenario[] = [
  {
    name: "member: known by the queue",
    path: "/moderation",
    as: "moderator",
    expects: { status: 200, remembers: { member: /\/moderation\/members\/([\w-]+)"/ } },
  },
  { name: "member: not for a guest", path: MEMBER, expects: { status: 303 } },
  { name: "member: not for an organiser", path: MEMBER, as: "organiser", expects: { status: 403 } },
  { name: "member: nobody", path: "/moderation/members/nobody", as: "moderator", expects: { status: 404 } },
  {
    name: "member: what became of their words and flags",
    path: MEMBER,
    as: "moderator",
    expects: { status: 200, contains: ["Hold this member back", "Cases"], absent: ["@demo.invalid"] },
  },
  {
    name: "restriction: a suspension ends",
    method: "POST",
    path: `${MEMBER}/restrictions`,
    as: "moderator",
    form: { kind: "suspension", reason: "Insults" },
    expects: { status: 400 },
  },
  {
    name: "restriction: not without a reason",
    method: "POST",
    path: `${MEMBER}/restrictions`,
    as: "moderator",
    form: { kind: "ban", reason: " " },
    expects: { status: 400 },
  },
  {
    name: "restriction: of nobody",
    method: "POST",
    path: "/moderation/members/nobody/restrictions",
    as: "moderator",
    json: { kind: "ban", reason: "Insults" },
    expects: { status: 422 },
  },
  {
    name: "restriction: for some days",
    method: "POST",
    path: `${MEMBER}/restrictions`,
    as: "moderator",
    form: { kind: "suspension", days: "3", competition: "", reason: `Insults ${HTML}` },
    expects: { status: 303, facts: ["member-restricted"] },
  },
  {
    name: "restriction: holds for the session that is open",
    method: "POST",
    path: `${THREAD}/comments/xd-podium-03/flag`,
    as: "member",
    json: { reason: "insults" },
    expects: { status: 403, contains: ["restricted"] },
  },
  {
    name: "restriction: the member is told why",
    path: "/notifications",
    as: "member",
    expects: { status: 200, contains: ["A moderator holds you back.", "&lt;script"], absent: ["<script>alert(1)"] },
  },
  {
    name: "restriction: stands on the page of the member",
    path: MEMBER,
    as: "moderator",
    expects: { status: 200, remembers: { restriction: /\/moderation\/restrictions\/([\w-]+)\/lifting/ } },
  },
  {
    name: "restriction: lifted",
    method: "POST",
    path: "/moderation/restrictions/{restriction}/lifting",
    as: "moderator",
    form: {},
    expects: { status: 303, facts: ["restriction-lifted"] },
  },
  {
    name: "restriction: unknown",
    method: "POST",
    path: "/moderation/restrictions/nowhere/lifting",
    as: "moderator",
    json: {},
    expects: { status: 404 },
  },
];

const dials: readonly Scenario[] = [
  {
    name: "dials: not by a guest",
    method: "POST",
    path: `${THREAD}/dials`,
    json: { slowSeconds: 60, reason: "x" },
    expects: { status: 401 },
  },
  {
    name: "dials: not by a member",
    method: "POST",
    path: `${THREAD}/dials`,
    as: "member",
    json: { slowSeconds: 60, reason: "x" },
    expects: { status: 403 },
  },
  {
    name: "dials: no number",
    method: "POST",
    path: `${THREAD}/dials`,
    as: "moderator",
    form: { slowSeconds: "slow", reason: "x" },
    expects: { status: 400 },
  },
  {
    name: "dials: turned",
    method: "POST",
    path: `${THREAD}/dials`,
    as: "moderator",
    form: { slowSeconds: "60", membersOnly: "on", reason: "A heated evening" },
    expects: { status: 303, facts: ["thread-slowed"] },
  },
  {
    name: "dials: read by everybody",
    path: `${THREAD}.json`,
    expects: { status: 200, contains: ['"slowSeconds":60', '"membersOnly":true'] },
  },
];

const pauses: readonly Scenario[] = [
  {
    name: "pause: no time",
    method: "POST",
    path: PAUSE,
    as: "organiser",
    form: { minutes: "0", reason: "x" },
    expects: { status: 400 },
  },
  {
    name: "pause: by an organiser",
    method: "POST",
    path: PAUSE,
    as: "organiser",
    form: { minutes: "15", reason: "A raid" },
    expects: { status: 303, facts: ["conversations-paused"] },
  },
  {
    name: "pause: ended",
    method: "POST",
    path: `${PAUSE}/end`,
    as: "moderator",
    form: {},
    expects: { status: 303, facts: ["conversations-resumed"] },
  },
  {
    name: "log: read by everybody, with reasons and without the people and words",
    path: LOG,
    expects: {
      status: 200,
      contains: ["A raid", "A heated evening", "A member was held back", "&lt;script", "Words were removed"],
      absent: ["<script>alert(1)", "knave", "Pause all conversations"],
    },
  },
  { name: "log: before no number", path: `${LOG}?before=x`, expects: { status: 400 } },
];

/** What holds members and threads back, and the log of it. */
export const teamScenarios: readonly Scenario[] = [
  ...forbiddenForms([
    [`${PAUSE}`, { minutes: "5", reason: "x" }],
    [`${PAUSE}/end`, {}],
  ]).filter(({ name }) => !name.endsWith("not for the moderator") && !name.endsWith("not for the editor")),
  ...forbiddenForms(
    [
      ["/moderation/members/nobody/restrictions", { kind: "ban", reason: "x" }],
      ["/moderation/restrictions/nowhere/lifting", {}],
    ],
    "moderator",
  ).filter(({ name }) => !name.endsWith("not for the editor")),
  ...members,
  ...dials,
  ...pauses,
];
