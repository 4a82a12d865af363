import { isRefused, type Refusal } from "@podium/engine";
import { firstCommentForm } from "@podium/protocol";
import type { Subject } from "../facts/fact.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { heldWordsIn } from "../people/held-words.ts";
import { rememberNetwork } from "../people/networks.ts";
import { findThreadAbout, type CommentRow } from "./comment-rows.ts";
import { NO_SUBJECT, postFirst } from "./conversation.ts";
import { isFollowing } from "./following.ts";
import type { CaseRow } from "./holding.ts";
import { admitPosting, answerPosted, draftShown, everyReader, transactAs, whoIsSignedIn } from "./post-answers.ts";
import { findSubjectFor } from "./prepared.ts";
import { subjectIn, type FoundSubject } from "./subjects.ts";

/** Where somebody is the first to speak about something. */
export const firstCommentRoutes: readonly Route[] = [
  { method: "GET", path: "/threads", policy: everyReader, answer: showFirst },
  { method: "POST", path: "/threads", policy: whoIsSignedIn, reads: firstCommentForm, answer: postOpening },
];

/** The conversation about something; where nobody has spoken yet, the page on which somebody does. */
async function showFirst(request: RouteRequest): Promise<Answer> {
  const subject = subjectIn(request.query["about"] ?? "");
  if (isRefused(subject)) return answer.refusal(subject);
  const { db } = request.app.storage;
  const found = await findSubjectFor(db, request.viewer, subject);
  if (found === null) return answer.refusal(NO_SUBJECT);
  const thread = await findThreadAbout(db, subject);
  return thread === undefined
    ? firstPage(request, { subject, found, draft: null })
    : answer.seeOther(`/threads/${thread.id}`);
}

interface ShownFirst {
  readonly subject: Subject;
  readonly found: FoundSubject;
  readonly draft: { readonly body: string; readonly refusal: Refusal } | null;
}

async function firstPage({ app, viewer }: RouteRequest, { subject, found, draft }: ShownFirst): Promise<Answer> {
  const title = await found.title();
  const follows = await isFollowing(app.storage.db, viewer?.id, subject);
  const about = `${subject.kind}:${subject.id}`;
  const page = {
    page: "first-comment",
    data: { about, subject: { ...subject, title, href: found.href }, follows, draft: draftShown(draft) },
  } as const;
  return answer.form(page, draft?.refusal);
}

async function postOpening(request: RouteRequest): Promise<Answer> {
  const posted = await tryToOpen(request);
  if (!isRefused(posted)) return answerPosted(request, posted);
  if (request.wantsJson) return answer.refusal(posted);
  const fields = await request.fields();
  const subject = subjectIn(fields["about"] ?? "");
  if (isRefused(subject)) return answer.refusal(subject);
  const found = await findSubjectFor(request.app.storage.db, request.viewer, subject);
  if (found === null) return answer.refusal(NO_SUBJECT);
  return firstPage(request, { subject, found, draft: { body: fields["body"] ?? "", refusal: posted } });
}

async function tryToOpen(request: RouteRequest): Promise<CommentRow | CaseRow | Refusal> {
  const form = await request.read(firstCommentForm);
  if (isRefused(form)) return form;
  const { about, ...comment } = form;
  const subject = subjectIn(about);
  if (isRefused(subject)) return subject;
  const calm = await admitPosting(request);
  if (isRefused(calm)) return calm;
  const { viewer, app, language } = request;
  if (viewer !== null) rememberNetwork(app, viewer.id, request.client);
  const found = await findSubjectFor(app.storage.db, viewer, subject);
  const words = await heldWordsIn(app, found?.competition ?? null);
  return transactAs(request, (unit) =>
    postFirst(unit, subject, { viewer, form: comment, pageLanguage: language, words }),
  );
}
