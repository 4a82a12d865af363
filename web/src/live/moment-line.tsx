import type { Language, MomentCard } from "@podium/protocol";
import { Words } from "../ui/names.tsx";
import { CommentCount } from "./comment-count.tsx";
import { liveWords } from "./live-words.ts";

/** One line that leads to the moment of an event. */
export function MomentLine({ moment, language }: { readonly moment: MomentCard; readonly language: Language }) {
  return (
    <p class="moment-line">
      <span class="quiet">{liveWords(language)("live.the-moment")}</span>{" "}
      <a href={`/moments/${moment.id}`}>
        <Words text={moment.title} language={language} />
      </a>{" "}
      <span class="quiet">
        <CommentCount moment={moment} language={language} />
      </span>
    </p>
  );
}
