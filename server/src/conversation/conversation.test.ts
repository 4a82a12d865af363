import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  install,
  play,
  testScenarios,
  type Installation,
  type Scenario,
  type Who,
} from "../web-server/scenario.testing.ts";

const THREAD = "/threads/paris-2024-xd-podium";
const FIRST = `${THREAD}/comments/xd-podium-01`;
const COUNT = "30 comments: 27 shown, 1 removed by moderators, 2 deleted by their authors";
const ATTACK = `<img src=x onerror=alert(1)>"'><script>alert(2)</script>`;
const REMOVED = "xd-podium-20";
const REMOVED_WORDS = "only at half price";

let here: Installation;

before(async () => {
  here = await install();
});

after(() => here.close());

/** Posts as somebody; answers the comment's name in its thread, and remembers it for scenarios. */
async function post(as: Who, body: string, more: Record<string, string> = {}): Promise<string> {
  const { text } = await play(here, {
    name: "post",
    method: "POST",
    path: `${THREAD}/comments`,
    as,
    json: { body, ...more },
    expects: { status: 201, facts: ["comment-posted"] },
  });
  return JSON.parse(text).comment.id;
}

testScenarios(() => here, [
  { name: "the count says what is not shown and why", path: THREAD, expects: { status: 200, contains: [COUNT] } },
  {
    name: "the count in Korean",
    path: THREAD,
    headers: { cookie: "podium-language=ko" },
    expects: { status: 200, contains: ["댓글 30개: 표시 27개, 운영자가 삭제 1개, 작성자가 삭제 2개"] },
  },
  {
    name: "a removed comment keeps its place and its reason, and not its words",
    path: THREAD,
    expects: {
      status: 200,
      contains: [`id="c-${REMOVED}"`, "Removed by a moderator: Advertising"],
      absent: [REMOVED_WORDS],
    },
  },
  {
    name: "a removed comment has no words on its own page",
    path: `${THREAD}/comments/${REMOVED}`,
    expects: { status: 200, contains: ["Removed by a moderator"], absent: [REMOVED_WORDS] },
  },
  {
    name: "a removed comment has no words and no author in JSON",
    path: `${THREAD}.json`,
    expects: { status: 200, contains: ['"removed":1', '"body":""'], absent: [REMOVED_WORDS, "Racket Outlet"] },
  },
  {
    name: "a moderator does not see them on the page either",
    path: THREAD,
    as: "moderator",
    expects: { status: 200, absent: [REMOVED_WORDS] },
  },
  {
    name: "every sort is a page",
    path: `${THREAD}?sort=new`,
    expects: { status: 200, contains: ['aria-current="true">Newest first'] },
  },
  {
    name: "an unknown sort is refused",
    path: `${THREAD}.json?sort=hot`,
    expects: { status: 400, contains: ["best, new, old, controversial or across-borders"] },
  },
  { name: "nothing follows an unknown comment", path: `${THREAD}?after=nobody`, expects: { status: 404 } },
  { name: "there is no thread of that name", path: "/threads/nowhere", expects: { status: 404 } },
  { name: "there is no comment of that name", path: `${THREAD}/comments/nobody`, expects: { status: 404 } },
  {
    name: "a reader without an account is shown where to sign in, and no form",
    path: THREAD,
    expects: { status: 200, contains: ["/sign-in?next="], absent: ["<textarea", 'class="votes" method'] },
  },
  {
    name: "without an account nothing is posted, and what was typed is shown back",
    method: "POST",
    path: `${THREAD}/comments`,
    form: { body: "Kept words" },
    expects: { status: 401, contains: ["Kept words", "You are not signed in any more."] },
  },
  {
    name: "without an account nothing is posted (JSON)",
    method: "POST",
    path: `${THREAD}/comments`,
    json: { body: "Words" },
    expects: { status: 401, contains: ['"code":"not-signed-in"'] },
  },
  {
    name: "a comment of blanks is refused",
    method: "POST",
    path: `${THREAD}/comments`,
    as: "member",
    form: { body: "  \n " },
    expects: { status: 400, contains: ["A comment has between 1 and 10,000 characters."] },
  },
  {
    name: "a comment of characters that are no text is refused",
    method: "POST",
    path: `${THREAD}/comments`,
    as: "member",
    json: { body: "\u0007\u202e" },
    expects: { status: 422, contains: ['"code":"comment-empty"'] },
  },
  {
    name: "10,001 characters are refused and kept",
    method: "POST",
    path: `${THREAD}/comments`,
    as: "member",
    form: { body: "x".repeat(10_001) },
    expects: { status: 400, contains: ["x".repeat(10_001)] },
  },
  {
    name: "a language is a language tag",
    method: "POST",
    path: `${THREAD}/comments`,
    as: "member",
    json: { body: "Words", language: "<b>" },
    expects: { status: 400 },
  },
  {
    name: "what no comment has is refused",
    method: "POST",
    path: `${THREAD}/comments`,
    as: "member",
    json: { body: "Words", author: "somebody-else" },
    expects: { status: 400 },
  },
  {
    name: "an unknown comment cannot be answered",
    method: "POST",
    path: `${THREAD}/comments`,
    as: "member",
    form: { body: "Kept words", parent: "nobody" },
    expects: { status: 404, contains: ["Kept words"] },
  },
  {
    name: "what is not shown cannot be answered, and the answer is kept",
    method: "POST",
    path: `${THREAD}/comments`,
    as: "member",
    form: { body: "Kept words", parent: REMOVED },
    expects: { status: 422, contains: ["Kept words", "no longer shown"] },
  },
  {
    name: "nobody posts into a thread that is not there",
    method: "POST",
    path: "/threads/nowhere/comments",
    as: "member",
    json: { body: "Words" },
    expects: { status: 404 },
  },
  {
    name: "a page of another site cannot post",
    method: "POST",
    path: `${THREAD}/comments`,
    as: "member",
    form: { body: "Words" },
    headers: { origin: "https://elsewhere.example" },
    expects: { status: 403 },
  },
  {
    name: "a page of another site cannot vote",
    method: "POST",
    path: `${FIRST}/vote`,
    as: "member",
    form: { value: "1" },
    headers: { "sec-fetch-site": "cross-site" },
    expects: { status: 403 },
  },
  {
    name: "without an account nobody votes",
    method: "POST",
    path: `${FIRST}/vote`,
    form: { value: "1" },
    expects: { status: 401 },
  },
  ...["/lock", "/comments/xd-podium-01/removal", "/comments/xd-podium-01/revision"].map((act): Scenario => ({
    name: `whoever may not is told so before what they sent is read: ${act}`,
    method: "POST",
    path: THREAD + act,
    as: "member",
    headers: { "content-type": "application/json" },
    body: "no JSON at all",
    expects: { status: 403 },
  })),
  {
    name: "a reason of 80 KB of blanks is too long",
    method: "POST",
    path: `${THREAD}/lock`,
    as: "moderator",
    json: { reason: " ".repeat(80 * 1024) },
    expects: { status: 400, contains: ["reason"] },
  },
  {
    name: "a vote is 1, 0 or -1",
    method: "POST",
    path: `${FIRST}/vote`,
    as: "member",
    form: { value: "2" },
    expects: { status: 400 },
  },
  {
    name: "a vote is a number",
    method: "POST",
    path: `${FIRST}/vote`,
    as: "member",
    json: { value: null },
    expects: { status: 400 },
  },
  {
    name: "nobody votes on what is not shown",
    method: "POST",
    path: `${THREAD}/comments/${REMOVED}/vote`,
    as: "member",
    json: { value: 1 },
    expects: { status: 422 },
  },
  {
    name: "nobody deletes what somebody else wrote",
    method: "POST",
    path: `${FIRST}/deletion`,
    as: "member",
    form: {},
    expects: { status: 403 },
  },
  {
    name: "nor does a moderator: they remove, with a reason",
    method: "POST",
    path: `${FIRST}/deletion`,
    as: "moderator",
    form: {},
    expects: { status: 403 },
  },
  {
    name: "nobody rewrites what somebody else wrote",
    method: "POST",
    path: `${FIRST}/revision`,
    as: "moderator",
    form: { body: "Other words" },
    expects: { status: 403 },
  },
  {
    name: "a member removes nothing",
    method: "POST",
    path: `${FIRST}/removal`,
    as: "member",
    form: { reason: "I disagree" },
    expects: { status: 403 },
  },
  {
    name: "an organiser is not a moderator",
    method: "POST",
    path: `${FIRST}/removal`,
    as: "organiser",
    form: { reason: "I disagree" },
    expects: { status: 403 },
  },
  {
    name: "a removal has a reason",
    method: "POST",
    path: `${FIRST}/removal`,
    as: "moderator",
    form: { reason: " " },
    expects: { status: 400 },
  },
  {
    name: "a member closes nothing",
    method: "POST",
    path: `${THREAD}/lock`,
    as: "member",
    form: { reason: "Enough" },
    expects: { status: 403 },
  },
  {
    name: "no thread is deleted by another method",
    method: "DELETE",
    path: THREAD,
    as: "moderator",
    expects: { status: 405 },
  },
] satisfies Scenario[]);

test("a comment from the page leads to its own page, where a sentence says that it is posted", async () => {
  const { answer } = await play(here, {
    name: "post",
    method: "POST",
    path: `${THREAD}/comments`,
    as: "member",
    form: { body: "One.\r\nTwo.\r\n\r\n\r\n\r\nThree.", parent: "xd-podium-01" },
    expects: { status: 303, facts: ["comment-posted"] },
  });
  const to = answer.headers.get("location") ?? "";
  assert.match(to, /^\/threads\/paris-2024-xd-podium\/comments\/[a-z0-9]+\?notice=comment-posted#c-[a-z0-9]+$/);
  await play(here, {
    name: "its page",
    path: to.split("#")[0] ?? "",
    expects: {
      status: 200,
      contains: [
        "Your comment is posted.",
        '<p dir="auto">One.<br>Two.</p><p dir="auto">Three.</p>',
        "Lio Marchetti",
        "31 comments: 28 shown",
        'id="c-xd-podium-01"',
      ],
    },
  });
});

test("HTML in the words comes out as text, on the page, in JSON and after an edit", async () => {
  const id = await post("member", ATTACK);
  const page = {
    path: `${THREAD}/comments/${id}`,
    expects: { status: 200, contains: ["&lt;img src=x onerror=alert(1)&gt;"], absent: ["<img src=x", "<script>alert"] },
  };
  await play(here, { ...page, name: "for a reader" });
  await play(here, { ...page, name: "for its author, in the form", path: `${page.path}?edit`, as: "member" });
  const json = await play(here, { name: "as data", path: `${page.path}.json`, expects: { status: 200 } });
  assert.equal(json.answer.headers.get("content-type"), "application/json; charset=utf-8");
  await play(here, {
    name: "edited",
    method: "POST",
    path: `${page.path}/revision`,
    as: "member",
    form: { body: `${ATTACK} again` },
    expects: { status: 303, facts: ["comment-revised"] },
  });
  await play(here, { ...page, name: "after the edit" });
});

test("HTML in the words that were refused comes out as text", async () => {
  const typed = `</textarea>${ATTACK}`;
  await play(here, {
    name: "refused",
    method: "POST",
    path: `${THREAD}/comments`,
    form: { body: typed, parent: ATTACK },
    expects: {
      status: 401,
      contains: ["&lt;/textarea"],
      absent: ["<img src=x", "<script>alert(2)", "</textarea><img"],
    },
  });
});

test("HTML in the reason of a removal comes out as text", async () => {
  const id = await post("member", "Words to be removed.");
  await play(here, {
    name: "removed",
    method: "POST",
    path: `${THREAD}/comments/${id}/removal`,
    as: "moderator",
    form: { reason: ATTACK },
    expects: { status: 303, facts: ["comment-removed"] },
  });
  await play(here, {
    name: "the page",
    path: `${THREAD}/comments/${id}`,
    expects: {
      status: 200,
      contains: ["Removed by a moderator: &lt;img"],
      absent: ["Words to be removed.", "<img src=x"],
    },
  });
});

test("sent twice with one id, a comment is posted once, and nobody else can send with that id", async () => {
  const sent = { method: "POST", path: `${THREAD}/comments`, json: { id: "sending-0001", body: "Once." } } as const;
  const first = await play(here, {
    ...sent,
    name: "first",
    as: "member",
    expects: { status: 201, facts: ["comment-posted"] },
  });
  const second = await play(here, { ...sent, name: "again", as: "member", expects: { status: 201 } });
  assert.equal(JSON.parse(second.text).comment.id, JSON.parse(first.text).comment.id);
  await play(here, {
    ...sent,
    name: "by somebody else",
    as: "editor",
    expects: { status: 422, contains: ['"code":"taken"'] },
  });
});

test("the language is what the writer says, else what the script shows", async () => {
  const languageOf = async (body: string, more: Record<string, string> = {}): Promise<string | null> => {
    const { text } = await play(here, {
      name: body,
      method: "POST",
      path: `${THREAD}/comments`,
      as: "editor",
      json: { body, ...more },
      expects: { status: 201, facts: ["comment-posted"] },
    });
    return JSON.parse(text).comment.language;
  };
  assert.equal(await languageOf("정말 좋은 사진이다"), "ko");
  assert.equal(await languageOf("这张照片真好"), "zh");
  assert.equal(await languageOf("What a picture"), "en");
  assert.equal(await languageOf("Quelle image", { language: "fr" }), "fr");
});

test("one person has one vote, changes it and takes it back; on their own words they have none", async () => {
  const id = await post("editor", "Vote on this.");
  const votes = async (value: number): Promise<unknown[]> => {
    const { text } = await play(here, {
      name: `vote ${value}`,
      method: "POST",
      path: `${THREAD}/comments/${id}/vote`,
      as: "member",
      json: { value },
      expects: { status: 200 },
    });
    const { up, down, myVote } = JSON.parse(text).comment;
    return [up, down, myVote];
  };
  assert.deepEqual(await votes(1), [1, 0, 1]);
  assert.deepEqual(await votes(1), [1, 0, 1]);
  assert.deepEqual(await votes(-1), [0, 1, -1]);
  assert.deepEqual(await votes(0), [0, 0, 0]);
  await play(here, {
    name: "own",
    method: "POST",
    path: `${THREAD}/comments/${id}/vote`,
    as: "editor",
    json: { value: 1 },
    expects: { status: 422, contains: ["own-comment"] },
  });
});

test("votes given here add to the votes that were imported", async () => {
  const { text } = await play(here, {
    name: "vote",
    method: "POST",
    path: `${FIRST}/vote`,
    as: "member",
    json: { value: 1 },
    expects: { status: 200 },
  });
  assert.equal(JSON.parse(text).comment.up, 213);
  await play(here, {
    name: "by the button of the page",
    method: "POST",
    path: `${FIRST}/vote`,
    as: "member",
    form: { value: "0" },
    expects: { status: 303, to: `${FIRST}?notice=vote-counted#c-xd-podium-01` },
  });
});

test("what its author deletes is gone everywhere: page, data, journal and earlier words; its replies stay", async () => {
  const id = await post("member", "First version of a secret.");
  await play(here, {
    name: "edit",
    method: "POST",
    path: `${THREAD}/comments/${id}/revision`,
    as: "member",
    form: { body: "Second version of a secret." },
    expects: { status: 303, facts: ["comment-revised"] },
  });
  await post("editor", "A reply that stays.", { parent: id });
  await play(here, {
    name: "delete",
    method: "POST",
    path: `${THREAD}/comments/${id}/deletion`,
    as: "member",
    form: {},
    expects: { status: 303, facts: ["comment-deleted"] },
  });
  await play(here, {
    name: "again",
    method: "POST",
    path: `${THREAD}/comments/${id}/deletion`,
    as: "member",
    form: {},
    expects: { status: 303 },
  });
  await play(here, {
    name: "page",
    path: `${THREAD}/comments/${id}`,
    expects: {
      status: 200,
      contains: ["Deleted by its author", "A reply that stays."],
      absent: ["version of a secret"],
    },
  });
  await play(here, {
    name: "edit what is gone",
    method: "POST",
    path: `${THREAD}/comments/${id}/revision`,
    as: "member",
    form: { body: "Back again" },
    expects: { status: 422 },
  });
  const { db } = here.app.storage;
  const tables = [
    await db.selectFrom("comments").selectAll().execute(),
    await db.selectFrom("revisions").selectAll().execute(),
    await db.selectFrom("facts").selectAll().execute(),
  ];
  assert.doesNotMatch(JSON.stringify(tables), /version of a secret/);
});

test("a removed comment cannot be rewritten or deleted by its author, so that the reason stands", async () => {
  const id = await post("member", "To be removed.");
  await play(here, {
    name: "remove",
    method: "POST",
    path: `${THREAD}/comments/${id}/removal`,
    as: "moderator",
    json: { reason: "Off the subject" },
    expects: {
      status: 200,
      facts: ["comment-removed"],
      contains: ['"by":"Noor Visser"', "Off the subject"],
      absent: ["To be removed."],
    },
  });
  await play(here, {
    name: "rewrite",
    method: "POST",
    path: `${THREAD}/comments/${id}/revision`,
    as: "member",
    form: { body: "Back" },
    expects: { status: 422 },
  });
  await play(here, {
    name: "remove twice",
    method: "POST",
    path: `${THREAD}/comments/${id}/removal`,
    as: "moderator",
    json: { reason: "Again" },
    expects: { status: 422 },
  });
});

test("a person does not flood a thread", async () => {
  const answers: number[] = [];
  const send = async (): Promise<number> => {
    const answer = await fetch(`${here.url}${THREAD}/comments`, {
      method: "POST",
      headers: { cookie: await here.signIn("referee"), "content-type": "application/json" },
      body: JSON.stringify({ body: "Again." }),
    });
    return answer.status;
  };
  for (let tries = 0; tries < 14; tries += 1) answers.push(await send());
  assert.deepEqual(answers, [...Array.from({ length: 12 }, () => 201), 429, 429]);
  here.at.ms += 5_000;
  assert.equal(await send(), 201);
});

test("open pages hear of a new comment and of the count, and a removal takes the words from them", async () => {
  const stop = new AbortController();
  const stream = await fetch(`${here.url}/live?topic=thread:paris-2024-xd-podium`, { signal: stop.signal });
  const id = await post("organiser", "Heard at once.");
  await play(here, {
    name: "remove",
    method: "POST",
    path: `${THREAD}/comments/${id}/removal`,
    as: "moderator",
    json: { reason: "A test" },
    expects: { status: 200, facts: ["comment-removed"] },
  });
  let received = "";
  for await (const chunk of stream.body ?? []) {
    received += new TextDecoder().decode(chunk);
    if (received.includes('"state":"removed"')) break;
  }
  stop.abort();
  const [told = "", removed = ""] = received.split("event: comment\n").slice(1);
  assert.match(told, /Heard at once\./);
  assert.match(told, /"mine":false/);
  assert.match(told, /"count":\{"posted":\d+/);
  assert.match(removed, /"body":""/);
});

test("what was rewritten, deleted or removed is told to nobody who comes later or comes back", async () => {
  const since = here.app.live.lastId();
  const rewritten = await post("organiser", "Words that were rewritten.");
  const deleted = await post("organiser", "Words that were deleted.");
  const removed = await post("organiser", "Words that were removed.");
  const acts = [
    { of: rewritten, act: "revision", as: "organiser", json: { body: "Words that stand." }, fact: "comment-revised" },
    { of: deleted, act: "deletion", as: "organiser", json: {}, fact: "comment-deleted" },
    { of: removed, act: "removal", as: "moderator", json: { reason: "A test" }, fact: "comment-removed" },
  ] as const;
  for (const { of, act, as, json, fact } of acts)
    await play(here, {
      name: act,
      method: "POST",
      path: `${THREAD}/comments/${of}/${act}`,
      as,
      json,
      expects: { status: 200, facts: [fact] },
    });
  const topic = "topic=thread:paris-2024-xd-podium";
  for (const [query, headers] of [
    [`${topic}&since=${since}`, {}],
    [topic, { "last-event-id": String(since) }],
  ] as const) {
    const told = await toldUntil(`${here.url}/live?${query}`, headers, `id: ${here.app.live.lastId()}\n`);
    assert.equal(told.split("Words that stand.").length - 1, 2);
    assert.match(told, /"state":"deleted"/);
    assert.match(told, /"state":"removed"/);
    for (const gone of ["were rewritten", "were deleted", "were removed"]) assert.ok(!told.includes(gone), gone);
  }
});

/** What a live stream sends up to the event in which certain words stand. */
async function toldUntil(url: string, headers: Record<string, string>, words: string): Promise<string> {
  const stop = new AbortController();
  const stream = await fetch(url, { headers, signal: stop.signal });
  const decoder = new TextDecoder();
  let told = "";
  for await (const chunk of stream.body ?? []) {
    told += decoder.decode(chunk, { stream: true });
    if (told.includes(words) && told.endsWith("\n\n")) break;
  }
  stop.abort();
  return told;
}

test("a closed thread can be read and not answered, voted on or rewritten", async () => {
  const own = await post("organiser", "Said before the end.");
  await play(here, {
    name: "close",
    method: "POST",
    path: `${THREAD}/lock`,
    as: "moderator",
    form: { reason: "All is said" },
    expects: { status: 303, facts: ["thread-locked"] },
  });
  await play(here, {
    name: "close twice",
    method: "POST",
    path: `${THREAD}/lock`,
    as: "moderator",
    form: { reason: "All is said" },
    expects: { status: 303 },
  });
  await play(here, {
    name: "post",
    method: "POST",
    path: `${THREAD}/comments`,
    as: "member",
    form: { body: "One more" },
    expects: { status: 422, contains: ["One more", "This conversation is closed"] },
  });
  await play(here, {
    name: "vote",
    method: "POST",
    path: `${FIRST}/vote`,
    as: "member",
    json: { value: 1 },
    expects: { status: 422, contains: ["thread-locked"] },
  });
  await play(here, {
    name: "rewrite",
    method: "POST",
    path: `${THREAD}/comments/${own}/revision`,
    as: "organiser",
    json: { body: "Other words." },
    expects: { status: 422, contains: ["thread-locked"] },
  });
  await play(here, {
    name: "read",
    path: THREAD,
    as: "member",
    expects: { status: 200, contains: ["This conversation is closed"], absent: ["<textarea", `data-act="reply"`] },
  });
});
