import { type FollowedView, type FollowingPage, type Frame, inLanguage } from "@podium/protocol";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { notifications } from "./moderation-words.ts";

/** What a member follows, with a way out of each, and whether they follow by themselves. */
export function Following({ data, frame }: { readonly data: FollowingPage; readonly frame: Frame }) {
  const { language } = frame;
  const t = notifications(language);
  const way = [{ href: "/notifications", words: t("notifications.title") }];
  return (
    <div class="following">
      <PageHead
        language={language}
        way={way}
        title={t("notifications.following")}
        details={t("notifications.following-says")}
      />
      <form method="post" action="/following/own">
        <p>{t(data.followsOwn ? "notifications.following-own-is" : "notifications.following-own-not")}</p>
        <button class="quiet" name="own" value={data.followsOwn ? "no" : "yes"}>
          {t(data.followsOwn ? "notifications.following-own-off" : "notifications.following-own-on")}
        </button>
      </form>
      {data.followed.length === 0 ? <p>{t("notifications.following-none")}</p> : null}
      <ul class="followed">
        {data.followed.map((each) => (
          <Followed key={each.about} followed={each} frame={frame} />
        ))}
      </ul>
    </div>
  );
}

function Followed({ followed, frame }: { readonly followed: FollowedView; readonly frame: Frame }) {
  const { language } = frame;
  const t = notifications(language);
  const { title, name, href, about } = followed;
  const gone = t("notifications.following-gone");
  const plain = name ?? (title === null ? gone : inLanguage(title, language));
  const shown = title === null ? <bdi>{plain}</bdi> : <Words text={title} language={language} />;
  return (
    <li>
      {href === null ? <span class="quiet">{shown}</span> : <a href={href}>{shown}</a>}
      <form method="post" action="/following">
        <input type="hidden" name="about" value={about} />
        <input type="hidden" name="from" value="list" />
        <button class="quiet" name="follows" value="no" aria-label={t("notifications.unfollow-named", { name: plain })}>
          {t("notifications.unfollow")}
        </button>
      </form>
    </li>
  );
}
