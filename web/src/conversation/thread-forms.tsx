import {
  type CommentView,
  FLAG_REASONS,
  type FirstCommentPage,
  type Frame,
  type Language,
  LANGUAGES,
  type ThreadPage,
  type ThreadView,
} from "@podium/protocol";
import { signInAddress } from "../ui/links.ts";
import { authorName, commentAddress, languageName } from "./comment-html.ts";
import { conversation, whyNot } from "./conversation-words.ts";

/** Languages offered to a writer whose words do not show theirs. */
export const OFFERED = [
  ...LANGUAGES,
  "ja",
  "de",
  "es",
  "fr",
  "it",
  "pt",
  "pl",
  "ru",
  "ar",
  "hi",
  "id",
  "vi",
  "th",
  "tr",
  "sv",
] as const;

export interface Answering {
  readonly thread: ThreadView;
  readonly frame: Frame;
  /** The comment that is answered. */
  readonly parent?: CommentView | undefined;
  readonly draft?: ThreadPage["draft"];
  /** What stands in the form at first. */
  readonly quoted?: string;
}

/** Where somebody writes: the form, or why there is none. */
export function Answer(answering: Answering) {
  const { thread, frame } = answering;
  const t = conversation(frame.language);
  if (thread.locked) return <Closed {...answering} />;
  if (frame.viewer === null && !answering.draft)
    return (
      <p class="entrance-line">
        <a href={signInAddress(`${frame.path}#act`)}>{t("conversation.sign-in")}</a>
      </p>
    );
  return <AnswerForm {...answering} />;
}

/** Nobody answers any more; what somebody typed when it was closed can still be copied. */
function Closed({ frame, draft }: Answering) {
  const t = conversation(frame.language);
  return (
    <>
      <p class="thread-closed" role={draft ? "alert" : undefined}>
        {t("conversation.locked")} {draft ? t("conversation.kept") : null}
      </p>
      {draft ? (
        <textarea readOnly aria-label={t("conversation.body")} rows={4} dir="auto">
          {draft.body}
        </textarea>
      ) : null}
    </>
  );
}

/** The form of a comment. It works without script; with it, the page stays where it is. */
function AnswerForm({ thread, frame, parent, draft, quoted }: Answering) {
  const t = conversation(frame.language);
  const name =
    parent === undefined
      ? t("conversation.write")
      : t("conversation.reply-to", { name: authorName(parent, t), number: parent.number });
  return (
    <form class="answer" method="post" action={`/threads/${thread.id}/comments`} aria-label={name}>
      {parent === undefined ? null : <input type="hidden" name="parent" value={parent.id} />}
      <CommentFields
        name={name}
        of={parent?.id ?? "thread"}
        draft={draft ?? null}
        language={frame.language}
        quoted={quoted ?? ""}
      />
    </form>
  );
}

interface CommentFieldsProps {
  /** What the words will be, above the field and in it. */
  readonly name: string;
  /** Tells the fields of several forms on one page apart. */
  readonly of?: string;
  readonly draft: FirstCommentPage["draft"];
  readonly language: Language;
  readonly quoted?: string;
}

/** The words of a comment, their language, and the button; above them why they were refused. */
export function CommentFields({ name, of = "thread", draft, language, quoted = "" }: CommentFieldsProps) {
  const t = conversation(language);
  return (
    <>
      <h3>{name}</h3>
      <Refused draft={draft} language={language} />
      <label class="unseen" for={`body-${of}`}>
        {t("conversation.body")}
      </label>
      <textarea
        id={`body-${of}`}
        name="body"
        required
        maxLength={10_000}
        dir="auto"
        rows={4}
        placeholder={name}
        aria-describedby="plain-text"
      >
        {draft?.body ?? quoted}
      </textarea>
      <p class="quiet" id="plain-text">
        {t("conversation.plain")}
      </p>
      <div class="answer-end">
        <LanguageChoice language={language} />
        <button>{t("conversation.post")}</button>
      </div>
    </>
  );
}

function Refused({ draft, language }: Pick<CommentFieldsProps, "draft" | "language">) {
  const t = conversation(language);
  return (
    <p class="refused" role="alert" hidden={draft === null}>
      {draft === null ? null : `${whyNot(draft.refusal, language)} ${t("conversation.kept")}`}
    </p>
  );
}

function LanguageChoice({ language }: { readonly language: Language }) {
  const t = conversation(language);
  return (
    <label>
      {t("conversation.language")}{" "}
      <select name="language">
        <option value="">{t("conversation.language-guess")}</option>
        {OFFERED.map((tag) => (
          <option value={tag} key={tag}>
            {languageName(tag, language)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface Mending {
  readonly comment: CommentView;
  readonly frame: Frame;
}

/** New words for one's own comment, or its end. */
export function EditForms({ comment, frame }: Mending) {
  const t = conversation(frame.language);
  const address = commentAddress(comment.thread, comment.id);
  return (
    <section class="mending" id="act" aria-label={t("conversation.edit-comment", { number: comment.number })}>
      <form method="post" action={`${address}/revision`}>
        <h3>{t("conversation.edit")}</h3>
        <label class="unseen" for="new-words">
          {t("conversation.body")}
        </label>
        <textarea id="new-words" name="body" required maxLength={10_000} dir="auto" rows={5}>
          {comment.body}
        </textarea>
        <div class="buttons">
          <button>{t("conversation.save")}</button>
          <a class="button quiet" href={address}>
            {t("conversation.cancel")}
          </a>
        </div>
      </form>
      <form method="post" action={`${address}/deletion`}>
        <p class="quiet">{t("conversation.delete-words")}</p>
        <button class="quiet">{t("conversation.delete")}</button>
      </form>
    </section>
  );
}

/** A reader asks moderators to look at a comment. */
export function FlagForm({ comment, frame }: Mending) {
  const t = conversation(frame.language);
  const address = commentAddress(comment.thread, comment.id);
  return (
    <form class="mending" id="act" method="post" action={`${address}/flag`}>
      <h3>{t("conversation.flag-comment", { number: comment.number, name: authorName(comment, t) })}</h3>
      <p class="quiet">{t("conversation.flag-says")}</p>
      <fieldset>
        <legend>{t("conversation.flag-reason")}</legend>
        {FLAG_REASONS.map((reason, index) => (
          <label class="choice" key={reason}>
            <input type="radio" name="reason" value={reason} required checked={index === 0} />{" "}
            {t(`conversation.flag.${reason}`)}
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for="flag-words">{t("conversation.flag-words")}</label>
        <input id="flag-words" name="words" maxLength={500} dir="auto" />
      </div>
      <div class="buttons">
        <button>{t("conversation.flag-send")}</button>
        <a class="button quiet" href={address}>
          {t("conversation.cancel")}
        </a>
      </div>
    </form>
  );
}

/** A moderator takes a comment out of sight, with a reason. */
export function RemovalForm({ comment, frame }: Mending) {
  const t = conversation(frame.language);
  const address = commentAddress(comment.thread, comment.id);
  return (
    <form class="mending" id="act" method="post" action={`${address}/removal`}>
      <h3>{t("conversation.remove-comment", { number: comment.number })}</h3>
      <div class="field">
        <label for="reason">{t("conversation.reason")}</label>
        <input id="reason" name="reason" required maxLength={500} dir="auto" />
      </div>
      <div class="buttons">
        <button>{t("conversation.remove")}</button>
        <a class="button quiet" href={address}>
          {t("conversation.cancel")}
        </a>
      </div>
    </form>
  );
}
