import type { Language, MomentCard, MomentsPage } from "@podium/protocol";
import { MomentSummary } from "../ui/moment-summary.tsx";
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
      <MomentSummary moment={moment} language={language} heading="h2" above="quiet" />
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
