import type { Scenario } from "./scenario.testing.ts";

const THREAD = "/threads/paris-2024-xd-podium";
const COMMENT = `${THREAD}/comments/xd-podium-01`;
const NO_THREAD = "/threads/nowhere";
const HTML = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';

/** Threads, as everybody and nobody may use them; in this order. */
export const conversationScenarios: readonly Scenario[] = [
  { name: "thread: read by anybody, with an honest count", path: THREAD, expects: { status: 200, contains: ["30", "27"] } },
  { name: "thread: by age", path: `${THREAD}.json?sort=old`, expects: { status: 200, contains: ['"sort":"old"'] } },
  { name: "thread: sorted by nothing known", path: `${THREAD}?sort=worst`, expects: { status: 400 } },
  { name: "thread: goes on after nothing known", path: `${THREAD}?after=nowhere`, expects: { status: 404 } },
  { name: "thread: goes on after HTML", path: `${THREAD}?after=%3Cscript%3Ealert(1)%3C/script%3E`, expects: { status: 404, absent: ["<script>alert(1)"] } },
  { name: "thread: unknown", path: NO_THREAD, expects: { status: 404 } },
  { name: "comment: its own page", path: COMMENT, expects: { status: 200 } },
  { name: "comment: unknown", path: `${THREAD}/comments/nowhere`, expects: { status: 404 } },
  { name: "comment: of another thread", path: `${NO_THREAD}/comments/xd-podium-01`, expects: { status: 404 } },

  { name: "post: not by a guest, whose words are kept in the form", method: "POST", path: `${THREAD}/comments`, form: { body: `Kept ${HTML}` }, expects: { status: 401, contains: ["Kept &lt;script"], absent: ["<script>alert(1)", "<img src=x"] } },
  { name: "post: not by a guest's script", method: "POST", path: `${THREAD}/comments`, json: { body: "words" }, expects: { status: 401, contains: ['"code":"not-signed-in"'] } },
  { name: "post: no words", method: "POST", path: `${THREAD}/comments`, as: "member", form: { body: " \n " }, expects: { status: 400 } },
  { name: "post: too many words", method: "POST", path: `${THREAD}/comments`, as: "member", form: { body: "x".repeat(10_001) }, expects: { status: 400 } },
  { name: "post: an answer to nobody", method: "POST", path: `${THREAD}/comments`, as: "member", json: { body: "words", parent: "nowhere" }, expects: { status: 404 } },
  { name: "post: an answer to what is gone", method: "POST", path: `${THREAD}/comments`, as: "member", json: { body: "words", parent: "xd-podium-17" }, expects: { status: 422 } },
  { name: "post: in no thread", method: "POST", path: `${NO_THREAD}/comments`, as: "member", form: { body: "words" }, expects: { status: 404 } },
  { name: "post: a field nobody knows", method: "POST", path: `${THREAD}/comments`, as: "member", json: { body: "words", up: 1000 }, expects: { status: 400 } },
  { name: "post: HTML is text", method: "POST", path: `${THREAD}/comments`, as: "member", json: { id: "sent-by-me-1", body: HTML }, expects: { status: 201, facts: ["comment-posted"], keeps: { own: /"id":"([a-z0-9]+)"/ } } },
  { name: "post: sent twice, posted once", method: "POST", path: `${THREAD}/comments`, as: "member", json: { id: "sent-by-me-1", body: HTML }, expects: { status: 201 } },
  { name: "post: nobody takes the id of somebody else", method: "POST", path: `${THREAD}/comments`, as: "editor", json: { id: "sent-by-me-1", body: "mine" }, expects: { status: 422 } },
  { name: "post: HTML is text in the thread", path: `${THREAD}?sort=new`, expects: { status: 200, contains: ["&lt;script"], absent: ["<script>alert(1)", "<img src=x"] } },
  { name: "post: HTML is text on the moment", path: "/moments/paris-2024-xd-podium", expects: { status: 200, absent: ["<script>alert(1)", "<img src=x"] } },

  { name: "vote: not by a guest", method: "POST", path: `${COMMENT}/vote`, form: { value: "1" }, expects: { status: 401 } },
  { name: "vote: for a comment", method: "POST", path: `${COMMENT}/vote`, as: "member", form: { value: "1" }, expects: { status: 303 } },
  { name: "vote: a thousandfold", method: "POST", path: `${COMMENT}/vote`, as: "member", json: { value: 1000 }, expects: { status: 400 } },
  { name: "vote: for nothing", method: "POST", path: `${THREAD}/comments/nowhere/vote`, as: "member", json: { value: 1 }, expects: { status: 404 } },

  { name: "revision: not by a guest", method: "POST", path: `${COMMENT}/revision`, form: { body: "other" }, expects: { status: 401 } },
  { name: "revision: not of somebody else's words", method: "POST", path: `${COMMENT}/revision`, as: "moderator", form: { body: "other" }, expects: { status: 403 } },
  { name: "revision: of one's own", method: "POST", path: `${THREAD}/comments/{own}/revision`, as: "member", form: { body: `Again ${HTML}` }, expects: { status: 303, facts: ["comment-revised"] } },
  { name: "deletion: not by a guest", method: "POST", path: `${COMMENT}/deletion`, form: {}, expects: { status: 401 } },
  { name: "deletion: not of somebody else's words", method: "POST", path: `${COMMENT}/deletion`, as: "organiser", form: {}, expects: { status: 403 } },
  { name: "deletion: of one's own", method: "POST", path: `${THREAD}/comments/{own}/deletion`, as: "member", form: {}, expects: { status: 303, facts: ["comment-deleted"] } },

  { name: "removal: not by a guest", method: "POST", path: `${COMMENT}/removal`, form: { reason: "x" }, expects: { status: 401 } },
  { name: "removal: not by a member", method: "POST", path: `${COMMENT}/removal`, as: "member", form: { reason: "x" }, expects: { status: 403 } },
  { name: "removal: not without a reason", method: "POST", path: `${COMMENT}/removal`, as: "moderator", form: { reason: " " }, expects: { status: 400 } },
  { name: "removal: by a moderator, for all to read, as text", method: "POST", path: `${COMMENT}/removal`, as: "moderator", form: { reason: HTML }, expects: { status: 303, facts: ["comment-removed"] } },
  { name: "removal: the reason is text", path: COMMENT, expects: { status: 200, contains: ["&lt;script"], absent: ["<script>alert(1)", "<img src=x"] } },
  { name: "lock: not by a guest", method: "POST", path: `${THREAD}/lock`, form: { reason: "x" }, expects: { status: 401 } },
  { name: "lock: not by an organiser", method: "POST", path: `${THREAD}/lock`, as: "organiser", form: { reason: "x" }, expects: { status: 403 } },
  { name: "lock: by a moderator", method: "POST", path: `${THREAD}/lock`, as: "moderator", form: { reason: "Enough." }, expects: { status: 303, facts: ["thread-locked"] } },
  { name: "lock: nobody answers any more, and words are kept", method: "POST", path: `${THREAD}/comments`, as: "member", form: { body: "Too late" }, expects: { status: 422, contains: ["Too late"] } },
];
