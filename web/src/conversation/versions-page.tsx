import type { CommentVersionsPage, Frame } from "@podium/protocol";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { timeInWords } from "../ui/times.ts";
import { commentAddress } from "./comment-html.ts";
import { conversation } from "./conversation-words.ts";

/** What stands in a comment, and under it what stood there before, as plain text. */
export function CommentVersions({ data, frame }: { readonly data: CommentVersionsPage; readonly frame: Frame }) {
  const { language } = frame;
  const t = conversation(language);
  const { comment, earlier, hidden } = data;
  const way = [
    { href: commentAddress(comment.thread, comment.id), words: <Words text={data.title} language={language} /> },
  ];
  const inWords = (ms: number) => timeInWords(ms, { zone: "UTC", language, form: "full" });
  return (
    <div class="comment-versions">
      <PageHead language={language} way={way} title={t("conversation.versions")} />
      <section>
        <h2>{t("conversation.version-now")}</h2>
        <p class="version-words" lang={comment.language ?? undefined} dir="auto">
          {comment.body}
        </p>
      </section>
      {earlier.map(({ body, untilMs }) => (
        <section key={untilMs}>
          <h2>{t("conversation.version-until", { time: inWords(untilMs) })}</h2>
          <p class="version-words" dir="auto">
            {body}
          </p>
        </section>
      ))}
      {hidden === 0 ? null : <p class="quiet">{t("conversation.versions-hidden", { count: hidden })}</p>}
      {earlier.length + hidden === 0 ? <p>{t("conversation.versions-none")}</p> : null}
    </div>
  );
}
