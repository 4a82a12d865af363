import { isRefused, refuse, type Pace, type Refusal } from "@podium/engine";
import { commentForm, languageTag, SORTS, voteForm } from "@podium/protocol";
import { z } from "zod";
import { statusOf } from "../http/refusal-status.ts";
import { answer, type Answer, type Ask, type Policy, type Route } from "../http/route.ts";
import { admit } from "../people/pacing.ts";
import { anyone, signedIn } from "../people/policy.ts";
import { change, type Change } from "../world.ts";
import { commentCode, type CommentRow } from "./comment-rows.ts";
import { deleteComment, postComment, reviseComment, type Pointing } from "./conversation.ts";
import { lockThread, removeComment } from "./moderation.ts";
import { plainText } from "./plain-text.ts";
import { presentFor, presentThread } from "./present.ts";
import { countOf } from "./counting.ts";
import { threadTopic } from "./thread-topic.ts";
import { vote } from "./voting.ts";

const POSTS_OF_A_PERSON = { everyMs: 5_000, burst: 12 };
const POSTS_FROM_AN_ADDRESS = { everyMs: 1_000, burst: 60 };
const VOTES_OF_A_PERSON = { everyMs: 1_000, burst: 60 };
const VOTES_FROM_AN_ADDRESS = { everyMs: 200, burst: 300 };

/** Asked inside, so that what somebody typed after their session ended is shown back to them. */
const whoIsSignedIn: Policy = { says: "who is signed in", allows: () => true };
/** Whose comment it is, and in which competition, is only known inside. */
const moderators: Policy = { says: "moderators of the competition", allows: (viewer) => viewer !== null };
const authors: Policy = { says: "the author of the comment", allows: (viewer) => viewer !== null };

const reading = z.object({ sort: z.enum(SORTS).default("best"), after: z.string().min(1).max(60).optional() });
/** A button of a form sends its value as text. */
const ballot = z.strictObject({
  value: z.preprocess((value) => (typeof value === "string" ? Number(value) : value), voteForm.shape.value),
});
const reason = z.strictObject({
  reason: z
    .string()
    .trim()
    .max(500)
    .refine((typed) => plainText(typed) !== "", "A reason needs words."),
});
const words = z.strictObject({ body: z.string().trim().min(1).max(10_000), language: languageTag.optional() });

/** Every door of the conversation. */
export const conversationRoutes: readonly Route[] = [
  { method: "GET", path: "/threads/:thread", may: anyone, answer: (ask) => showThread(ask) },
  {
    method: "GET",
    path: "/threads/:thread/comments/:comment",
    may: anyone,
    answer: (ask) => showThread(ask, ask.params["comment"]),
  },
  { method: "POST", path: "/threads/:thread/comments", may: whoIsSignedIn, reads: commentForm, answer: post },
  { method: "POST", path: "/threads/:thread/lock", may: moderators, reads: reason, answer: lock },
  { method: "POST", path: "/threads/:thread/comments/:comment/vote", may: signedIn, reads: voteForm, answer: voteOn },
  { method: "POST", path: "/threads/:thread/comments/:comment/revision", may: authors, reads: words, answer: revise },
  {
    method: "POST",
    path: "/threads/:thread/comments/:comment/deletion",
    may: authors,
    answer: (ask) => act(ask, "comment-deleted", deleteComment),
  },
  {
    method: "POST",
    path: "/threads/:thread/comments/:comment/removal",
    may: moderators,
    reads: reason,
    answer: remove,
  },
];

async function showThread(ask: Ask, focus?: string): Promise<Answer> {
  const asked = reading.safeParse(ask.query);
  if (!asked.success)
    return answer.refusal(
      refuse("form-invalid", "A thread is sorted best, new or old, and goes on after one comment."),
    );
  return threadPage(ask, { ...asked.data, focus, draft: null });
}

interface Shown {
  readonly sort: (typeof SORTS)[number];
  readonly after?: string | undefined;
  readonly focus: string | undefined;
  readonly draft: { readonly parent: string | null; readonly body: string; readonly refusal: Refusal } | null;
}

async function threadPage(ask: Ask, { sort, after, focus, draft }: Shown): Promise<Answer> {
  const id = ask.params["thread"] ?? "";
  const thread = await presentThread(ask.world, id, { viewer: ask.viewer, sort, after, focus });
  if (isRefused(thread)) return answer.refusal(thread);
  const kept =
    draft === null ? null : { ...draft, refusal: { code: draft.refusal.code, message: draft.refusal.message } };
  const page = { page: "thread", data: { thread, focus: focus ?? null, draft: kept } } as const;
  if (draft !== null) return { kind: "page", page, status: statusOf(draft.refusal) };
  return answer.page(page, [threadTopic(id)]);
}

async function post(ask: Ask): Promise<Answer> {
  const posted = await tryToPost(ask);
  if (!isRefused(posted))
    return ask.wantsJson ? jsonOf(ask, posted, 201) : answer.seeOther(addressOf(posted, "comment-posted"));
  return ask.wantsJson ? answer.refusal(posted) : showAgain(ask, posted);
}

async function tryToPost(ask: Ask): Promise<CommentRow | Refusal> {
  const form = await ask.read(commentForm);
  if (isRefused(form)) return form;
  const calm = ask.viewer === null ? true : admitPerson(ask, "post", [POSTS_OF_A_PERSON, POSTS_FROM_AN_ADDRESS]);
  if (isRefused(calm)) return calm;
  const writing = { viewer: ask.viewer, thread: ask.params["thread"] ?? "", form, pageLanguage: ask.language };
  return changeBy(ask, (changing) => postComment(changing, writing));
}

/** The page once more, with what was typed and why it was not posted. */
async function showAgain(ask: Ask, refusal: Refusal): Promise<Answer> {
  const fields = await ask.fields();
  const parent = fields["parent"] === undefined || fields["parent"] === "" ? undefined : fields["parent"];
  const draft = { parent: parent ?? null, body: fields["body"] ?? "", refusal };
  const page = await threadPage(ask, { sort: "best", focus: parent, draft });
  return page.kind === "page"
    ? page
    : threadPage(ask, { sort: "best", focus: undefined, draft: { ...draft, parent: null } });
}

async function voteOn(ask: Ask): Promise<Answer> {
  const form = await ask.read(ballot);
  if (isRefused(form)) return answer.refusal(form);
  const calm = admitPerson(ask, "vote", [VOTES_OF_A_PERSON, VOTES_FROM_AN_ADDRESS]);
  return isRefused(calm)
    ? answer.refusal(calm)
    : act(ask, "vote-counted", (changing, at) => vote(changing, at, form.value));
}

async function revise(ask: Ask): Promise<Answer> {
  const form = await ask.read(words);
  if (isRefused(form)) return answer.refusal(form);
  // What stood there before is kept each time.
  const calm = admitPerson(ask, "rewrite", [POSTS_OF_A_PERSON, POSTS_FROM_AN_ADDRESS]);
  return isRefused(calm)
    ? answer.refusal(calm)
    : act(ask, "comment-revised", (changing, at) => reviseComment(changing, at, form));
}

async function remove(ask: Ask): Promise<Answer> {
  const form = await ask.read(reason);
  return isRefused(form)
    ? answer.refusal(form)
    : act(ask, "comment-removed", (changing, at) => removeComment(changing, at, form.reason));
}

async function lock(ask: Ask): Promise<Answer> {
  const form = await ask.read(reason);
  if (isRefused(form)) return answer.refusal(form);
  const at = { viewer: ask.viewer, thread: ask.params["thread"] ?? "" };
  const locked = await changeBy(ask, (changing) => lockThread(changing, at, form.reason));
  if (isRefused(locked)) return answer.refusal(locked);
  return ask.wantsJson
    ? answer.json({ thread: locked.id, locked: true })
    : answer.seeOther(`/threads/${locked.id}?said=thread-locked`);
}

/** Does something to the comment that the address names. */
async function act(
  ask: Ask,
  said: string,
  work: (changing: Change, at: Pointing) => Promise<CommentRow | Refusal>,
): Promise<Answer> {
  const at = { viewer: ask.viewer, thread: ask.params["thread"] ?? "", comment: ask.params["comment"] ?? "" };
  const row = await changeBy(ask, (changing) => work(changing, at));
  if (isRefused(row)) return answer.refusal(row);
  return ask.wantsJson ? jsonOf(ask, row, 200) : answer.seeOther(addressOf(row, said));
}

function changeBy<T>(ask: Ask, work: (changing: Change) => Promise<T | Refusal>): Promise<T | Refusal> {
  return change(ask.world, ask.viewer?.id ?? null, work);
}

function admitPerson(ask: Ask, what: string, [person, address]: readonly [Pace, Pace]): true | Refusal {
  const one = admit(ask.world, person, [`${what} by ${ask.viewer?.id}`]);
  return isRefused(one) ? one : admit(ask.world, address, [`${what} from ${ask.client}`]);
}

async function jsonOf({ world, viewer }: Ask, row: CommentRow, status: number): Promise<Answer> {
  const { db } = world.storage;
  return answer.json({ comment: await presentFor(db, viewer, row), count: await countOf(db, row.thread_id) }, status);
}

/** The page of a comment, where a sentence says what was done. */
function addressOf(row: CommentRow, said: string): string {
  const code = commentCode(row.id);
  return `/threads/${row.thread_id}/comments/${code}?said=${said}#c-${code}`;
}
