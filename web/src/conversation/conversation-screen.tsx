import type { Frame } from "@podium/protocol";
import type { JSX } from "preact";
import type { ConversationPage } from "../ui/conversation-pages.ts";
import { Notes } from "./notes-page.tsx";
import { Notifications } from "./notifications-page.tsx";
import { Following } from "./following-page.tsx";
import { Member } from "./member-page.tsx";
import { CommentSearch } from "./search-page.tsx";
import { ModerationLog } from "./moderation-log-page.tsx";
import { Embedding } from "./embedding-page.tsx";
import { ModerationRules } from "./moderation-rules-page.tsx";
import { Profile } from "./profile-page.tsx";
import { Queue } from "./queue-page.tsx";
import { ThreadImport } from "./thread-import-page.tsx";
import { Translations } from "./translations-page.tsx";
import { CommentVersions } from "./versions-page.tsx";
import { ThreadScreen } from "./thread-page.tsx";
import { FirstCommentScreen } from "./first-comment-page.tsx";

interface ConversationScreenProps {
  readonly page: ConversationPage;
  readonly frame: Frame;
  /** What was decided in what the conversation is about; null where nothing was. */
  readonly decision: JSX.Element | null;
}

/** The pages of the conversation. */
export function ConversationScreen({ page, frame, decision }: ConversationScreenProps) {
  switch (page.page) {
    case "first-comment":
      return <FirstCommentScreen data={page.data} frame={frame} />;
    case "thread":
      return (
        <ThreadScreen data={page.data} frame={frame}>
          {decision}
        </ThreadScreen>
      );
    case "moderation":
      return <Queue data={page.data} frame={frame} />;
    case "moderation-rules":
      return <ModerationRules data={page.data} frame={frame} />;
    case "member":
      return <Member data={page.data} frame={frame} />;
    case "embedding":
      return <Embedding data={page.data} frame={frame} />;
    case "comment-search":
      return <CommentSearch data={page.data} frame={frame} />;
    case "moderation-log":
      return <ModerationLog data={page.data} frame={frame} />;
    case "profile":
      return <Profile data={page.data} frame={frame} />;
    case "comment-versions":
      return <CommentVersions data={page.data} frame={frame} />;
    case "thread-import":
      return <ThreadImport data={page.data} frame={frame} />;
    case "translations":
      return <Translations data={page.data} frame={frame} />;
    case "notes":
      return <Notes data={page.data} frame={frame} />;
    case "notifications":
      return <Notifications data={page.data} frame={frame} />;
    case "following":
      return <Following data={page.data} frame={frame} />;
  }
}
