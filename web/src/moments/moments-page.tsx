import type { Language, MomentCard, MomentsPage } from "@podium/protocol";
import { Medal } from "../ui/medal.tsx";
import { EntryName, Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { Pager } from "../ui/pager.tsx";
import { momentWords } from "./moments-words.ts";

/** All open moments, the latest first, a page at a time. */
export function MomentsScreen({ data, language }: { readonly data: MomentsPage; readonly language: Language }) {
  const t = momentWords(language);
  return (
    <article>
      <PageHead language={language} way={[]} title={t("moments.all")} />
      {data.moments.length === 0 ? <p class="lead">{t("moments.none")}</p> : null}
      <ul class="moment-cards">
        {data.moments.map((moment) => (
          <li key={moment.id}>
            <Card moment={moment} language={language} />
          </li>
        ))}
      </ul>
      <Pager later={data.later} earlier={data.earlier} language={language} />
    </article>
  );
}

function Card({ moment, language }: { readonly moment: MomentCard; readonly language: Language }) {
  return (
    <article>
      <p class="quiet">
        <Words text={moment.competitionTitle} language={language} /> ·{" "}
        <a href={`/competitions/${moment.event}`}>
          <Words text={moment.eventTitle} language={language} />
        </a>
      </p>
      <h2>
        <a href={`/moments/${moment.id}`}>
          <Words text={moment.title} language={language} />
        </a>
      </h2>
      <ul class="medals">
        {moment.podium.map(({ medal, entry }) => (
          <li key={entry.id}>
            <Medal medal={medal} language={language} />
            <EntryName entry={entry} language={language} />
          </li>
        ))}
      </ul>
      {moment.thread === null ? null : (
        <p class="quiet">
          <a href={`/threads/${moment.thread}`}>
            {momentWords(language)("moments.comments", { count: moment.comments })}
          </a>
        </p>
      )}
    </article>
  );
}
