import { type Pace, type Refusal, isRefused } from "@podium/engine";
import { z } from "zod";
import { answer, type Answer, type Policy, type RouteRequest } from "../http/route.ts";
import { admit } from "../people/pacing.ts";
import { anyone } from "../people/policy.ts";
import { transact, type UnitOfWork } from "../app.ts";
import { commentCode, type CommentRow } from "./comment-rows.ts";
import { countOf } from "./counting.ts";
import { isHeld, type CaseRow } from "./holding.ts";
import { plainText } from "./plain-text.ts";
import { presentFor, presentHeld } from "./present.ts";

const POSTS_OF_A_PERSON = { everyMs: 5_000, burst: 12 };
const POSTS_FROM_AN_ADDRESS = { everyMs: 1_000, burst: 60 };

/** How often somebody may flag, by themselves and by where they are: whatever it is that they flag. */
export const FLAG_PACES: readonly [Pace, Pace] = [
  { everyMs: 60_000, burst: 20 },
  { everyMs: 5_000, burst: 60 },
];

/** Why words are taken out of sight, or a thread is closed. What is too long is not cleaned at all. */
export const reasonForm = z.strictObject({
  reason: z
    .string()
    .max(500, { abort: true })
    .trim()
    .refine((typed) => plainText(typed) !== "", "A reason needs words."),
});

/** Whose words they are, and in which competition, is only known inside. */
export const moderators: Policy = {
  description: "moderators of the competition",
  allows: (viewer) => viewer !== null,
};

export const whoIsSignedIn: Policy = {
  description: "who is signed in",
  openBecause: "it is asked inside, so that what was typed after a session ended is shown back",
  allows: () => true,
};

export const everyReader = anyone("a conversation is read by all; one that is prepared is not found");

/** What was typed, with why it was not posted, as the page shows it back. */
export function draftShown<Typed extends { readonly refusal: Refusal }>(draft: Typed | null) {
  return draft === null ? null : { ...draft, refusal: { code: draft.refusal.code, message: draft.refusal.message } };
}

/** A comment that was posted, or waits, in the form that was asked for. */
export function answerPosted(request: RouteRequest, posted: CommentRow | CaseRow): Answer | Promise<Answer> {
  return isHeld(posted) ? heldAnswer(request, posted) : postedAnswer(request, posted);
}

function postedAnswer(request: RouteRequest, row: CommentRow): Answer | Promise<Answer> {
  return request.wantsJson ? jsonOf(request, row, 201) : answer.seeOther(addressOf(row, "comment-posted"));
}

/** It was taken in, and is not shown yet. */
export async function heldAnswer({ app, wantsJson }: RouteRequest, row: CaseRow): Promise<Answer> {
  const { thread_id: thread } = row;
  if (!wantsJson) return answer.seeOther(`/threads/${thread}?notice=comment-held#held`);
  return answer.json({ held: presentHeld(row), count: await countOf(app.storage.db, thread) }, 202);
}

/** Whether somebody may post again now. Who is not signed in is told so, and not how often one may post. */
export async function admitPosting(request: RouteRequest, what = "post"): Promise<true | Refusal> {
  return request.viewer === null ? true : await admitPerson(request, what, [POSTS_OF_A_PERSON, POSTS_FROM_AN_ADDRESS]);
}

/** Does something on behalf of who asks. */
export function transactAs<T>(
  request: RouteRequest,
  work: (unit: UnitOfWork) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return transact(request.app, request.viewer?.id ?? null, work);
}

/** Whether somebody may do this again now, by themselves and by where they are. */
export async function admitPerson(
  request: RouteRequest,
  what: string,
  [person, address]: readonly [Pace, Pace],
): Promise<true | Refusal> {
  const one = await admit(request.app, person, [`${what} by ${request.viewer?.id}`]);
  return isRefused(one) ? one : await admit(request.app, address, [`${what} from ${request.client}`]);
}

/** A comment as data, with the count of its thread. */
export async function jsonOf({ app, viewer }: RouteRequest, row: CommentRow, status: number): Promise<Answer> {
  const { db } = app.storage;
  return answer.json({ comment: await presentFor(db, viewer, row), count: await countOf(db, row.thread_id) }, status);
}

/** The page of a comment, where a sentence says what was done. */
export function addressOf(row: CommentRow, output: string): string {
  const code = commentCode(row.id);
  return `/threads/${row.thread_id}/comments/${code}?notice=${output}#c-${code}`;
}
