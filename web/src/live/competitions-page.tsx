import type { CompetitionsPage, CompetitionView, Language } from "@podium/protocol";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { Pager } from "../ui/pager.tsx";
import { shared } from "../ui/shared-words.ts";
import { CompetitionDetails } from "./competition-details.tsx";
import { liveWords } from "./live-words.ts";

/** All competitions, the latest first, a page at a time. */
export function CompetitionsScreen({
  data,
  language,
}: {
  readonly data: CompetitionsPage;
  readonly language: Language;
}) {
  return (
    <article>
      <PageHead language={language} way={[]} title={shared(language)("ui.around.competitions")} />
      <p>
        <a href="/enter">{liveWords(language)("live.enter")}</a>
      </p>
      {data.competitions.length === 0 ? <p class="quiet">{liveWords(language)("live.none.competitions")}</p> : null}
      <CompetitionList competitions={data.competitions} language={language} heading="h2" />
      <Pager later={data.later} earlier={data.earlier} language={language} />
    </article>
  );
}

export function CompetitionList({
  competitions,
  language,
  heading: Heading = "h3",
}: {
  readonly competitions: readonly CompetitionView[];
  readonly language: Language;
  readonly heading?: "h2" | "h3";
}) {
  return (
    <ul class="competitions">
      {competitions.map((competition) => (
        <li key={competition.id}>
          <Heading>
            <a href={`/competitions/${competition.id}`}>
              <Words text={competition.title} language={language} />
            </a>
          </Heading>
          <p class="facts">
            <CompetitionDetails competition={competition} language={language} />
            {competition.invented ? <span>{shared(language)("ui.invented")}</span> : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
