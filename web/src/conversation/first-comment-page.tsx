import type { FirstCommentPage, Frame } from "@podium/protocol";
import { signInAddress } from "../ui/links.ts";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { conversation } from "./conversation-words.ts";
import { FollowForm } from "./follow-form.tsx";
import { CommentFields } from "./thread-forms.tsx";

interface FirstCommentProps {
  readonly data: FirstCommentPage;
  readonly frame: Frame;
}

/** Where nobody has spoken about something yet: the form whose words open the conversation. */
export function FirstCommentScreen({ data: { about, subject, follows, draft }, frame }: FirstCommentProps) {
  const { language } = frame;
  const t = conversation(language);
  const title = <Words text={subject.title} language={language} />;
  return (
    <>
      <PageHead language={language} way={[{ href: subject.href, words: title }]} title={t("conversation.begin")} />
      <p class="lead">{t("conversation.first")}</p>
      <FollowForm about={about} follows={follows} frame={frame} />
      {frame.viewer === null && draft === null ? (
        <p class="entrance-line" id="act">
          <a href={signInAddress(`${frame.path}#act`)}>{t("conversation.sign-in")}</a>
        </p>
      ) : (
        <form class="answer" id="act" method="post" action="/threads" aria-label={t("conversation.write")}>
          <input type="hidden" name="about" value={about} />
          <CommentFields name={t("conversation.write")} draft={draft} language={language} />
        </form>
      )}
    </>
  );
}
