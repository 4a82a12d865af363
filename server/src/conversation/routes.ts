import { isRefused, refuse, type Refusal, type ThreadId, type WordList } from "@podium/engine";
import { commentForm, flagForm, languageTag, SORTS, voteForm } from "@podium/protocol";
import { z } from "zod";
import { admitCheck, checkFor, checkPage } from "../claims/checking.ts";
import { notFound, notSignedIn } from "../http/refusal-status.ts";
import { answer, type Answer, type RouteRequest, type Policy, type Route } from "../http/route.ts";
import { heldWordsIn } from "../people/held-words.ts";
import { rememberNetwork } from "../people/networks.ts";
import { signedIn } from "../people/policy.ts";
import type { UnitOfWork } from "../app.ts";
import { findThread, type CommentRow } from "./comment-rows.ts";
import { removeComment } from "./cases.ts";
import { changeable, deleteComment, postComment, reviseComment, type Pointing } from "./conversation.ts";
import { embeddingRoutes } from "./embedding-routes.ts";
import { firstCommentRoutes } from "./first-comment-routes.ts";
import { flagComment } from "./flagging.ts";
import { isHeld, withdrawHeld, type CaseRow } from "./holding.ts";
import { lockThread, moderatorOf } from "./moderation.ts";
import {
  addressOf,
  admitPerson,
  admitPosting,
  answerPosted,
  draftShown,
  everyReader,
  FLAG_PACES,
  heldAnswer,
  jsonOf,
  moderators,
  reasonForm,
  transactAs,
  whoIsSignedIn,
} from "./post-answers.ts";
import { liveMatch } from "./score-then.ts";
import { presentThread } from "./present.ts";
import { competitionOfThread } from "./subjects.ts";
import { threadTopic } from "./thread-topic.ts";
import { vote } from "./voting.ts";
import { threadIn } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

const VOTES_OF_A_PERSON = { everyMs: 1_000, burst: 60 };
const VOTES_FROM_AN_ADDRESS = { everyMs: 200, burst: 300 };

const authors: Policy = { description: "the author of the comment", allows: (viewer) => viewer !== null };

const reading = z.object({ sort: z.enum(SORTS).optional(), after: z.string().min(1).max(60).optional() });
/** A button of a form sends its value as text. */
const ballot = z.strictObject({
  value: z.preprocess(
    (value) => (value === "1" || value === "0" || value === "-1" ? Number(value) : value),
    voteForm.shape.value,
  ),
});
const words = z.strictObject({
  body: z.string().max(10_000, { abort: true }).trim().min(1),
  language: languageTag.optional(),
});

/** Every route of the conversation. */
export const conversationRoutes: readonly Route[] = [
  ...firstCommentRoutes,
  ...embeddingRoutes,
  { method: "GET", path: "/threads/:thread", policy: everyReader, answer: (request) => showThread(request) },
  {
    method: "GET",
    path: "/threads/:thread/comments/:comment",
    policy: everyReader,
    answer: (request) => showThread(request, request.params["comment"]),
  },
  { method: "POST", path: "/threads/:thread/comments", policy: whoIsSignedIn, reads: commentForm, answer: post },
  { method: "POST", path: "/threads/:thread/lock", policy: moderators, reads: reasonForm, answer: lock },
  {
    method: "POST",
    path: "/threads/:thread/comments/:comment/vote",
    policy: signedIn,
    reads: voteForm,
    answer: voteOn,
  },
  {
    method: "POST",
    path: "/threads/:thread/comments/:comment/revision",
    policy: authors,
    reads: words,
    answer: revise,
  },
  {
    method: "POST",
    path: "/threads/:thread/comments/:comment/deletion",
    policy: authors,
    answer: (request) => act(request, "comment-deleted", deleteComment),
  },
  {
    method: "GET",
    path: "/threads/:thread/comments/:comment/record",
    policy: everyReader,
    answer: checkComment,
  },
  {
    method: "POST",
    path: "/threads/:thread/comments/:comment/removal",
    policy: moderators,
    reads: reasonForm,
    answer: remove,
  },
  {
    method: "POST",
    path: "/threads/:thread/comments/:comment/flag",
    policy: signedIn,
    reads: flagForm,
    answer: flag,
  },
  { method: "POST", path: "/held/:case/withdrawal", policy: authors, answer: withdraw },
];

async function showThread(request: RouteRequest, focus?: string): Promise<Answer> {
  const asked = reading.safeParse(request.query);
  if (!asked.success)
    return answer.refusal(
      refuse(
        "form-invalid",
        "A thread is sorted best, new, old, controversial or across-borders, and goes on after one comment.",
      ),
    );
  return threadPage(request, { ...asked.data, focus, draft: null });
}

/** What the record says of a comment: its words on the page that checks any text. */
async function checkComment(request: RouteRequest): Promise<Answer> {
  const { app, viewer, params, path } = request;
  const calm = await admitCheck(request);
  if (isRefused(calm)) return answer.refusal(calm);
  const shown = { viewer, sort: "best", after: undefined, focus: params["comment"] } as const;
  const thread = await presentThread(app, threadIn(params), shown);
  if (isRefused(thread)) return answer.refusal(thread);
  const comment = thread.comments.find(({ id }) => id === params["comment"]);
  const row = await findThread(app.storage.db, threadIn(params));
  if (comment?.state !== "shown" || row === undefined) return answer.refusal(notFound(path));
  const asked = {
    text: comment.body,
    competition: (await competitionOfThread(app.storage.db, row)) ?? "all",
    language: comment.language ?? "en",
    date: new Date(comment.atMs).toISOString().slice(0, 10),
  };
  const claims = await checkFor(request, asked);
  return isRefused(claims) ? answer.refusal(claims) : answer.page(await checkPage(app, asked, claims));
}

interface ShownThread {
  /** Left out: the newest first while the match is played that the thread is about, the best first at other times. */
  readonly sort?: (typeof SORTS)[number] | undefined;
  readonly after?: string | undefined;
  readonly focus: string | undefined;
  readonly draft: { readonly parent: string | null; readonly body: string; readonly refusal: Refusal } | null;
}

async function threadPage(request: RouteRequest, { sort, after, focus, draft }: ShownThread): Promise<Answer> {
  const id = threadIn(request.params);
  const { app, viewer } = request;
  const order = sort ?? (await usualSort(app.storage.db, id));
  const thread = await presentThread(app, id, { viewer, sort: order, after, focus });
  if (isRefused(thread)) return answer.refusal(thread);
  const page = {
    page: "thread",
    data: { thread, about: null, focus: focus ?? null, draft: draftShown(draft) },
  } as const;
  if (draft !== null) return answer.form(page, draft.refusal);
  return answer.page(page, [threadTopic(id)]);
}

async function post(request: RouteRequest): Promise<Answer> {
  const posted = await tryToPost(request);
  if (!isRefused(posted)) return answerPosted(request, posted);
  return request.wantsJson ? answer.refusal(posted) : showAgain(request, posted);
}

async function withdraw(request: RouteRequest): Promise<Answer> {
  const { viewer, params } = request;
  if (viewer === null) return answer.refusal(notSignedIn());
  const done = await transactAs(request, (unit) => withdrawHeld(unit, viewer, params["case"] ?? ""));
  if (isRefused(done)) return answer.refusal(done);
  return request.wantsJson ? answer.json(done) : answer.seeOther(`/threads/${done.thread}?notice=held-withdrawn`);
}

/** The words that hold comments of a thread. */
async function wordsFor({ app, params }: RouteRequest): Promise<WordList> {
  const thread = await findThread(app.storage.db, threadIn(params));
  return heldWordsIn(app, thread === undefined ? null : await competitionOfThread(app.storage.db, thread));
}

async function tryToPost(request: RouteRequest): Promise<CommentRow | CaseRow | Refusal> {
  const form = await request.read(commentForm);
  if (isRefused(form)) return form;
  const calm = await admitPosting(request);
  if (isRefused(calm)) return calm;
  if (request.viewer !== null) rememberNetwork(request.app, request.viewer.id, request.client);
  const writing = {
    viewer: request.viewer,
    thread: threadIn(request.params),
    form,
    pageLanguage: request.language,
    words: await wordsFor(request),
  };
  return transactAs(request, (unit) => postComment(unit, writing));
}

/** The order in which a thread is read where nobody asks for another. */
async function usualSort(db: Db, id: ThreadId): Promise<(typeof SORTS)[number]> {
  const thread = await findThread(db, id);
  return thread !== undefined && (await liveMatch(db, thread)) !== null ? "new" : "best";
}

/** The page once more, with what was typed and why it was not posted. */
async function showAgain(request: RouteRequest, refusal: Refusal): Promise<Answer> {
  const fields = await request.fields();
  const parent = fields["parent"] === undefined || fields["parent"] === "" ? undefined : fields["parent"];
  const draft = { parent: parent ?? null, body: fields["body"] ?? "", refusal };
  const page = await threadPage(request, { sort: "best", focus: parent, draft });
  return page.kind === "page"
    ? page
    : threadPage(request, { sort: "best", focus: undefined, draft: { ...draft, parent: null } });
}

async function voteOn(request: RouteRequest): Promise<Answer> {
  const form = await request.read(ballot);
  if (isRefused(form)) return answer.refusal(form);
  const calm = await admitPerson(request, "vote", [VOTES_OF_A_PERSON, VOTES_FROM_AN_ADDRESS]);
  return isRefused(calm)
    ? answer.refusal(calm)
    : act(request, "vote-counted", (unit, at) => vote(unit, at, form.value));
}

async function flag(request: RouteRequest): Promise<Answer> {
  const form = await request.read(flagForm);
  if (isRefused(form)) return answer.refusal(form);
  const calm = await admitPerson(request, "flag", FLAG_PACES);
  return isRefused(calm)
    ? answer.refusal(calm)
    : act(request, "comment-flagged", (unit, at) => flagComment(unit, at, form));
}

async function revise(request: RouteRequest): Promise<Answer> {
  const own = await changeable(request.app.storage.db, commentAt(request));
  if (isRefused(own)) return answer.refusal(own);
  const form = await request.read(words);
  if (isRefused(form)) return answer.refusal(form);
  // What stood there before is stored each time.
  const calm = await admitPosting(request, "rewrite");
  if (isRefused(calm)) return answer.refusal(calm);
  const listed = await wordsFor(request);
  return act(request, "comment-revised", (unit, at) => reviseComment(unit, at, { ...form, words: listed }));
}

async function remove(request: RouteRequest): Promise<Answer> {
  const moderator = await moderatorOf(request.app.storage.db, commentAt(request));
  if (isRefused(moderator)) return answer.refusal(moderator);
  const form = await request.read(reasonForm);
  return isRefused(form)
    ? answer.refusal(form)
    : act(request, "comment-removed", (unit, at) => removeComment(unit, at, form.reason));
}

async function lock(request: RouteRequest): Promise<Answer> {
  const at = commentAt(request);
  const moderator = await moderatorOf(request.app.storage.db, at);
  if (isRefused(moderator)) return answer.refusal(moderator);
  const form = await request.read(reasonForm);
  if (isRefused(form)) return answer.refusal(form);
  const locked = await transactAs(request, (unit) => lockThread(unit, at, form.reason));
  if (isRefused(locked)) return answer.refusal(locked);
  return request.wantsJson
    ? answer.json({ thread: locked.id, locked: true })
    : answer.seeOther(`/threads/${locked.id}?notice=thread-locked`);
}

function commentAt({ viewer, params }: RouteRequest): Pointing {
  return { viewer, thread: threadIn(params), comment: params["comment"] ?? "" };
}

/** Does something to the comment that the address names. */
async function act(
  request: RouteRequest,
  output: string,
  work: (unit: UnitOfWork, at: Pointing) => Promise<CommentRow | CaseRow | Refusal>,
): Promise<Answer> {
  const at = commentAt(request);
  const row = await transactAs(request, (unit) => work(unit, at));
  if (isRefused(row)) return answer.refusal(row);
  if (isHeld(row)) return heldAnswer(request, row);
  return request.wantsJson ? jsonOf(request, row, 200) : answer.seeOther(addressOf(row, output));
}
