import { forbiddenForms } from "./forbidden-forms.testing.ts";
import type { Scenario } from "./scenario.testing.ts";

const THREAD = "/threads/paris-2024-xd-podium";
const QUEUE = "/moderation";
const ALL = "/moderation/rules";
const HERE = "/moderation/paris-2024/rules";
const HELD = "What a knave, said 바보야 and <b>left</b>";
const SHOWN = "What a knave, said 바보야 and &lt;b>left";
const HTML = "<b>left</b>";

const pages: readonly Scenario[] = [QUEUE, ALL, HERE].flatMap((path): Scenario[] => [
  { name: `${path}: a guest is asked to sign in`, path, expects: { status: 303 } },
  { name: `${path}: not for an organiser`, path, as: "organiser", expects: { status: 403 } },
]);

const rules: readonly Scenario[] = [
  {
    name: "words: put on the list of all",
    method: "POST",
    path: `${ALL}/words`,
    as: "moderator",
    form: { add: " knave \n\n바보\nknave" },
    expects: { status: 303, facts: ["moderation-changed"] },
  },
  {
    name: "words: stand on the page, as text",
    path: ALL,
    as: "moderator",
    expects: { status: 200, contains: ["knave", "2 words on the list"] },
  },
  {
    name: "words: put on the list of a competition, and taken off",
    method: "POST",
    path: `${HERE}/words`,
    as: "moderator",
    json: { add: "rogue", drop: "rogue\nnever there" },
    expects: { status: 200, facts: ["moderation-changed"] },
  },
  {
    name: "words: too long for one",
    method: "POST",
    path: `${ALL}/words`,
    as: "moderator",
    form: { add: "x".repeat(101) },
    expects: { status: 400, contains: ["at most 100 letters"] },
  },
  {
    name: "words: more at once than a list holds are not taken off one by one",
    method: "POST",
    path: `${ALL}/words`,
    as: "moderator",
    form: { drop: Array.from({ length: 5_001 }, (_, at) => `w${at}`).join("\n") },
    expects: { status: 400, contains: ["At most 5000 words at once"] },
  },
  {
    name: "words: the same one in many lines is one",
    method: "POST",
    path: `${ALL}/words`,
    as: "moderator",
    json: { drop: "never there\n".repeat(16_000) },
    expects: { status: 200, facts: ["moderation-changed"] },
  },
  {
    name: "words: of a competition that is not there",
    method: "POST",
    path: "/moderation/nowhere/rules/words",
    as: "moderator",
    form: { add: "x" },
    expects: { status: 404 },
  },
  {
    name: "rules: changed for all",
    method: "POST",
    path: ALL,
    as: "moderator",
    form: { firstHeld: "0", newcomerLinks: "2" },
    expects: { status: 303, facts: ["moderation-changed"] },
  },
  {
    name: "rules: of a competition",
    method: "POST",
    path: HERE,
    as: "moderator",
    form: { firstHeld: "0", newcomerLinks: "0" },
    expects: { status: 303, facts: ["moderation-changed"] },
  },
  {
    name: "rules: no number",
    method: "POST",
    path: ALL,
    as: "moderator",
    form: { firstHeld: "many", newcomerLinks: "0" },
    expects: { status: 400 },
  },
  {
    name: "rules: too many",
    method: "POST",
    path: HERE,
    as: "moderator",
    form: { firstHeld: "21", newcomerLinks: "0" },
    expects: { status: 400 },
  },
  { name: "rules: page of a competition", path: HERE, as: "moderator", expects: { status: 200 } },
  { name: "rules: of nowhere", path: "/moderation/nowhere/rules", as: "moderator", expects: { status: 404 } },
  {
    name: "names: one with a held word is not taken",
    method: "POST",
    path: "/sign-up",
    form: { name: "Kn4ve of Hearts", email: "hearts@example.org", password: "a long enough sentence 17" },
    expects: { status: 422, contains: ["Take another one"] },
  },
];

const held: readonly Scenario[] = [
  {
    name: "holding: words with a listed one are taken in and not posted",
    method: "POST",
    path: `${THREAD}/comments`,
    as: "member",
    json: { id: "held-by-me-1", body: HELD },
    expects: {
      status: 202,
      facts: ["comment-held"],
      contains: ['"why":["words"]', '"posted":30'],
      remembers: { held: /"held":\{"id":"([\w-]+)"/ },
    },
  },
  {
    name: "holding: sent twice, held once",
    method: "POST",
    path: `${THREAD}/comments`,
    as: "member",
    json: { id: "held-by-me-1", body: HELD },
    expects: { status: 202, contains: ["{held}"] },
  },
  {
    name: "holding: their author sees them, and that they wait, but not the word",
    path: THREAD,
    as: "member",
    expects: { status: 200, contains: [SHOWN, "waiting for a moderator"], absent: [HTML, "listed word"] },
  },
  ...[THREAD, `${THREAD}.json`, `${THREAD}?sort=new`, "/moments/paris-2024-xd-podium", "/"].flatMap((path) =>
    [null, "editor", "moderator"].map((as): Scenario => ({
      name: `holding: nothing of them on ${path} for ${as ?? "a guest"}`,
      path,
      as: as as Scenario["as"] & null,
      expects: { status: 200, absent: ["knave", "held-by-me"] },
    })),
  ),
  {
    name: "queue: the words as text, why they wait, and where",
    path: QUEUE,
    as: "moderator",
    expects: { status: 200, contains: [SHOWN, "knave", "바보", THREAD], absent: [HTML] },
  },
];

const DECISION = `${QUEUE}/cases/{held}/decision`;
const REOPENING = `${QUEUE}/cases/{held}/reopening`;

const decided: readonly Scenario[] = [
  {
    name: "decision: not by a guest",
    method: "POST",
    path: DECISION,
    json: { decision: "passed" },
    expects: { status: 401 },
  },
  {
    name: "decision: not by its author",
    method: "POST",
    path: DECISION,
    as: "member",
    json: { decision: "passed" },
    expects: { status: 403 },
  },
  {
    name: "decision: not without a reason",
    method: "POST",
    path: DECISION,
    as: "moderator",
    form: { decision: "removed", reason: " " },
    expects: { status: 400 },
  },
  {
    name: "decision: of nothing",
    method: "POST",
    path: `${QUEUE}/cases/nowhere/decision`,
    as: "moderator",
    json: { decision: "passed" },
    expects: { status: 404 },
  },
  {
    name: "decision: let through, they are posted",
    method: "POST",
    path: DECISION,
    as: "moderator",
    form: { decision: "passed" },
    expects: { status: 303, facts: ["comment-posted", "case-decided"] },
  },
  {
    name: "decision: of two, one",
    method: "POST",
    path: DECISION,
    as: "moderator",
    json: { reason: "Too late" },
    expects: { status: 409 },
  },
  {
    name: "decision: everybody reads them",
    path: THREAD,
    expects: { status: 200, contains: ["What a knave", "31"], absent: [HTML] },
  },
  {
    name: "decision: what was sent once is not posted again",
    method: "POST",
    path: `${THREAD}/comments`,
    as: "member",
    json: { id: "held-by-me-1", body: HELD },
    expects: { status: 201 },
  },
  { name: "reopening: not by a guest", method: "POST", path: REOPENING, json: {}, expects: { status: 401 } },
  {
    name: "reopening: not by a member",
    method: "POST",
    path: REOPENING,
    as: "member",
    json: {},
    expects: { status: 403 },
  },
  {
    name: "reopening: of nothing",
    method: "POST",
    path: `${QUEUE}/cases/nowhere/reopening`,
    as: "moderator",
    json: {},
    expects: { status: 404 },
  },
  {
    name: "reopening: the case waits again",
    method: "POST",
    path: REOPENING,
    as: "moderator",
    form: {},
    expects: { status: 303, facts: ["case-reopened"] },
  },
  {
    name: "reopening: and is gone from the page",
    path: THREAD,
    expects: { status: 200, contains: ["30", "27"], absent: ["knave"] },
  },
];

const taken: readonly Scenario[] = [
  {
    name: "withdrawal: a second text waits",
    method: "POST",
    path: `${THREAD}/comments`,
    as: "member",
    json: { body: "Another knave altogether" },
    expects: { status: 202, facts: ["comment-held"], remembers: { second: /"held":\{"id":"([\w-]+)"/ } },
  },
  {
    name: "withdrawal: not by a guest",
    method: "POST",
    path: "/held/{second}/withdrawal",
    json: {},
    expects: { status: 401 },
  },
  {
    name: "withdrawal: not by somebody else",
    method: "POST",
    path: "/held/{second}/withdrawal",
    as: "moderator",
    json: {},
    expects: { status: 404 },
  },
  {
    name: "withdrawal: of one's own",
    method: "POST",
    path: "/held/{second}/withdrawal",
    as: "member",
    form: {},
    expects: { status: 303 },
  },
  {
    name: "withdrawal: nothing is left",
    path: QUEUE,
    as: "moderator",
    expects: { status: 200, absent: ["altogether"] },
  },
  {
    name: "many: a third text waits",
    method: "POST",
    path: `${THREAD}/comments`,
    as: "member",
    json: { body: "The third knave of this evening" },
    expects: { status: 202, facts: ["comment-held"], remembers: { third: /"held":\{"id":"([\w-]+)"/ } },
  },
  {
    name: "many: none chosen",
    method: "POST",
    path: `${QUEUE}/decisions`,
    as: "moderator",
    form: { decision: "passed" },
    expects: { status: 400 },
  },
  {
    name: "many: all or none",
    method: "POST",
    path: `${QUEUE}/decisions`,
    as: "moderator",
    json: { decision: "removed", reason: "Insults", "case.{third}": "on", "case.nowhere": "on" },
    expects: { status: 404 },
  },
  {
    name: "many: removed for one reason",
    method: "POST",
    path: `${QUEUE}/decisions`,
    as: "moderator",
    json: { decision: "removed", reason: "Insults", "case.{third}": "on" },
    expects: { status: 200, facts: ["case-decided"] },
  },
  {
    name: "many: what was never shown leaves no trace in the thread",
    path: `${THREAD}.json`,
    expects: { status: 200, contains: ['"posted":30', '"removed":1'], absent: ["knave"] },
  },
  {
    name: "words: off the list again",
    method: "POST",
    path: `${ALL}/words`,
    as: "moderator",
    form: { drop: "knave\n바보" },
    expects: { status: 303, facts: ["moderation-changed"] },
  },
];

/** What is held, and what moderators do with it; in this order. Leaves the thread as it was found. */
export const moderationScenarios: readonly Scenario[] = [
  ...pages,
  ...forbiddenForms(
    [
      [`${QUEUE}/decisions`, { decision: "passed" }],
      [ALL, { firstHeld: "0", newcomerLinks: "0" }],
      [`${ALL}/words`, { add: "x" }],
      [HERE, { firstHeld: "0", newcomerLinks: "0" }],
      [`${HERE}/words`, { add: "x" }],
    ],
    "moderator",
  ),
  ...rules,
  ...held,
  ...decided,
  ...taken,
];
