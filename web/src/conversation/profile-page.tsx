import type { Frame, ProfilePage } from "@podium/protocol";
import { PageHead } from "../ui/page-head.tsx";
import { conversation } from "./conversation-words.ts";
import { FollowForm } from "./follow-form.tsx";
import { Found } from "./search-page.tsx";

/** A member as all see them: the name, and what they wrote last. */
export function Profile({ data, frame }: { readonly data: ProfilePage; readonly frame: Frame }) {
  const { language } = frame;
  const t = conversation(language);
  return (
    <div class="comment-search">
      <PageHead language={language} way={[]} title={<bdi>{data.name}</bdi>} />
      {data.mayBlock ? (
        <FollowForm about={`member:${data.id}`} follows={data.follows} frame={frame} name={data.name} />
      ) : null}
      {data.mayBlock ? (
        <form method="post" action={`/members/${data.id}/block`}>
          <p class="quiet">{t(data.isBlocked ? "conversation.blocked-says" : "conversation.block-says")}</p>
          <button class="quiet" name="blocked" value={data.isBlocked ? "no" : "yes"}>
            {t(data.isBlocked ? "conversation.unblock" : "conversation.block")}
          </button>
        </form>
      ) : null}
      <h2>{t("conversation.written-last")}</h2>
      {data.found.length === 0 ? <p>{t("conversation.written-nothing")}</p> : null}
      <ol class="found-comments">
        {data.found.map((found) => (
          <Found key={`${found.comment.thread} ${found.comment.id}`} found={found} frame={frame} />
        ))}
      </ol>
    </div>
  );
}
