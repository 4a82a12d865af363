import type { Frame } from "@podium/protocol";
import { notifications } from "./moderation-words.ts";

interface FollowFormProps {
  /** `match:ID`, `member:ID`. */
  readonly about: string;
  readonly follows: boolean;
  readonly frame: Frame;
  /** Whose words, where it is a member. */
  readonly name?: string;
}

/** Follows a conversation or a member, or no longer; nothing for who is not signed in. */
export function FollowForm({ about, follows, frame, name }: FollowFormProps) {
  const t = notifications(frame.language);
  if (frame.viewer === null) return null;
  const words = name === undefined ? t("notifications.follow") : t("notifications.follow-member", { name });
  const says = name === undefined ? t("notifications.follows") : t("notifications.follows-member", { name });
  return (
    <form class="follow" method="post" action="/following">
      <input type="hidden" name="about" value={about} />
      {follows ? <span class="quiet">{says}</span> : null}
      <button class="quiet" name="follows" value={follows ? "no" : "yes"}>
        {follows ? t("notifications.unfollow") : words}
      </button>
    </form>
  );
}
