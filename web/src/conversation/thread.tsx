import { DEEPEST_ON_A_PAGE } from "@podium/engine";
import type { CommentView, Frame, Sort, ThreadPage, ThreadView } from "@podium/protocol";
import { SORTS } from "@podium/protocol";
import { catalogueOf } from "../languages/catalogues.ts";
import { readersNotesHtml } from "../ui/readers-notes.ts";
import { safeJson } from "../ui/json.ts";
import { commentAddress, commentListHtml } from "./comment-html.ts";
import { conversation } from "./conversation-words.ts";
import { countLine } from "./count-line.ts";
import { commentOptions } from "./comment-options.ts";
import { FollowForm } from "./follow-form.tsx";
import { HeldTexts } from "./held-texts.tsx";
import { Dials } from "./thread-dials.tsx";
import { Answer, EditForms, FlagForm, RemovalForm } from "./thread-forms.tsx";
import { quoteOf } from "./quote.ts";
import "./thread-elements.ts";

interface ThreadProps {
  readonly thread: ThreadView;
  readonly frame: Frame;
  /** A comment that is read with what stands above and below it. */
  readonly focus?: string | null;
  readonly draft?: ThreadPage["draft"];
}

/** A conversation: how much there is, in which order, the comments, and where to answer. */
export function Thread({ thread, frame, focus = null, draft = null }: ThreadProps) {
  const t = conversation(frame.language);
  const focused = thread.comments.find((comment) => comment.id === focus);
  return (
    <open-thread
      class="thread"
      thread={thread.id}
      data-sort={thread.sort}
      data-focus={focus ?? undefined}
      data-deepest={DEEPEST_ON_A_PAGE}
      data-posted={thread.count.posted}
      data-options={optionFlags(thread, frame)}
    >
      <section aria-labelledby="conversation">
        <ThreadHead thread={thread} frame={frame} focus={focus} />
        <Comments thread={thread} frame={frame} focus={focus} />
        <Onward thread={thread} frame={frame} focus={focus} />
        <Dials thread={thread} frame={frame} />
        <HeldTexts held={thread.held} thread={thread.id} frame={frame} />
        <ThreadActions thread={thread} frame={frame} focused={focused} draft={draft} />
      </section>
      <p class="unread-line" data-part="unread" hidden>
        <button type="button" class="quiet" aria-keyshortcuts="n" title={t("conversation.unread-keys")} />
      </p>
      <p class="arrivals" data-part="arrivals" hidden>
        <button type="button" />
      </p>
      <p class="unseen" role="status" data-part="announcement" />
      <script
        type="application/json"
        data-part="words"
        dangerouslySetInnerHTML={{ __html: safeJson(catalogueOf("conversation", frame.language)) }}
      />
    </open-thread>
  );
}

/** How much there is, whether the reader follows it, and in which order it is read. */
function ThreadHead({ thread, frame, focus }: ThreadProps & { readonly focus: string | null }) {
  const t = conversation(frame.language);
  return (
    <header class="thread-head">
      <h2 id="conversation">{t("conversation.title")}</h2>
      <p class="thread-count" data-part="count">
        {countLine(thread.count, t)}
      </p>
      {thread.comments.some(({ author }) => author?.invented) ? (
        <p class="quiet">{t("conversation.invented-voices")}</p>
      ) : null}
      {thread.count.shown > 0 ? (
        <p class="quiet">
          <a href={`/conversations?${new URLSearchParams({ thread: thread.id })}`}>{t("conversation.search-go")}</a>
        </p>
      ) : null}
      <FollowForm about={`${thread.subject.kind}:${thread.subject.id}`} follows={thread.follows} frame={frame} />
      {thread.comments.length > 1 && focus === null ? <Sorts thread={thread} frame={frame} /> : null}
    </header>
  );
}

/** What the page's script must know of the reader to write a comment as the server does. */
function optionFlags(thread: ThreadView, frame: Frame): string {
  const { mayVote, mayPost, mayEnter, moderates } = commentOptions(thread, frame);
  return [mayVote ? "vote" : "", mayPost ? "post" : "", mayEnter ? "enter" : "", moderates ? "moderate" : ""]
    .filter((sign) => sign !== "")
    .join(" ");
}

function Comments({
  thread,
  frame,
  focus,
}: {
  readonly thread: ThreadView;
  readonly frame: Frame;
  readonly focus: string | null;
}) {
  const options = { ...commentOptions(thread, frame), notes: notesByComment(thread, frame), focus };
  return (
    <>
      {thread.comments.length === 0 ? (
        <p class="quiet" data-part="none">
          {options.t("conversation.none")}
        </p>
      ) : null}
      <ol
        class="comments"
        data-part="list"
        dangerouslySetInnerHTML={{ __html: commentListHtml(thread.comments, options) }}
      />
    </>
  );
}

/** What readers add to each comment, as it stands under it. */
function notesByComment({ id, notes }: ThreadView, { language }: Frame): ReadonlyMap<string, string> {
  const comments = new Set(notes.map(({ about }) => about.id));
  return new Map(
    [...comments].map((comment) => {
      const own = notes.filter(({ about }) => about.id === comment);
      return [comment.slice(id.length + 1), readersNotesHtml(own, language)];
    }),
  );
}

function Sorts({ thread, frame }: { readonly thread: ThreadView; readonly frame: Frame }) {
  const t = conversation(frame.language);
  const address = (sort: Sort) => `/threads/${thread.id}?sort=${sort}#conversation`;
  return (
    <nav class="sorts" aria-label={t("conversation.sorts")}>
      {SORTS.map((sort) => (
        <a key={sort} href={address(sort)} aria-current={sort === thread.sort ? "true" : undefined}>
          {t(`conversation.sort.${sort}`)}
        </a>
      ))}
      {thread.sortedAsBest ? <p class="quiet">{t("conversation.sorted-as-best")}</p> : null}
    </nav>
  );
}

function Onward({
  thread,
  frame,
  focus,
}: {
  readonly thread: ThreadView;
  readonly frame: Frame;
  readonly focus: string | null;
}) {
  const t = conversation(frame.language);
  const from = focus === null ? `/threads/${thread.id}` : commentAddress(thread.id, focus);
  if (thread.next === null && focus === null) return null;
  return (
    <p class="onward">
      {thread.next === null ? null : (
        <a
          class="button quiet"
          rel="next"
          data-part="next"
          href={`${from}?${new URLSearchParams({ sort: thread.sort, after: thread.next })}`}
        >
          {t("conversation.next")}
        </a>
      )}{" "}
      {focus === null ? null : <a href={`/threads/${thread.id}#c-${focus}`}>{t("conversation.whole")}</a>}
    </p>
  );
}

interface ThreadActionsProps {
  readonly thread: ThreadView;
  readonly frame: Frame;
  readonly focused: CommentView | undefined;
  readonly draft: ThreadPage["draft"];
}

/** What the address asks for: to edit or remove the comment in focus, or to answer it; else to say something. */
function ThreadActions({ thread, frame, focused, draft }: ThreadActionsProps) {
  const asked = new URLSearchParams(frame.path.split("?")[1] ?? "");
  if (focused?.mine && asked.has("edit")) return <EditForms comment={focused} frame={frame} />;
  if (focused?.state === "shown" && !focused.mine && frame.viewer !== null && asked.has("flag"))
    return <FlagForm comment={focused} frame={frame} />;
  if (focused && asked.has("remove") && commentOptions(thread, frame).moderates)
    return <RemovalForm comment={focused} frame={frame} />;
  const parent =
    focused?.state === "shown" && (asked.has("reply") || asked.has("quote") || draft?.parent === focused.id)
      ? focused
      : undefined;
  return (
    <div id="act">
      <Answer
        thread={thread}
        frame={frame}
        parent={parent}
        draft={draft}
        quoted={parent !== undefined && asked.has("quote") ? quoteOf(parent.body) : ""}
      />
    </div>
  );
}
