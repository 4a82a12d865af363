import type { Frame, Language, MomentPage } from "@podium/protocol";
import type { ComponentChildren } from "preact";
import { Broadcasts } from "../ui/broadcasts.tsx";
import { Incidents } from "../ui/incidents.tsx";
import { Words } from "../ui/names.tsx";
import { NextTo } from "../ui/next-to.tsx";
import { competitionStep, InventedCompetition, PageHead } from "../ui/page-head.tsx";
import { shared } from "../ui/shared-words.ts";
import { Time } from "../ui/time.tsx";
import { Ceremonies } from "./ceremonies.tsx";
import { FollowedDecision } from "./decision.tsx";
import { momentWords } from "./moments-words.ts";
import { FrontPhoto, MorePhotos } from "./photos.tsx";
import { Reactions } from "./reactions.tsx";
import { Reports } from "./reports.tsx";
import { Storylines } from "../ui/storylines.tsx";

interface MomentScreenProps {
  readonly data: MomentPage;
  readonly frame: Frame;
  /** The thread under the moment. */
  readonly children?: ComponentChildren;
}

/** The moment: the photo or its place, the podium, the result in a line, what it means, what is said of it. */
export function MomentScreen({ data, frame, children }: MomentScreenProps) {
  const { language } = frame;
  // Whoever opens the page while it is held came for it.
  const isUnderWay = data.ceremonies.some(({ phase }) => phase !== "over");
  return (
    <article class="moment-page">
      <InventedCompetition competition={data.competition} language={language} />
      <PageHead
        language={language}
        way={[
          competitionStep(data.competition, language),
          { href: `/competitions/${data.event.id}`, words: <Words text={data.event.title} language={language} /> },
        ]}
        title={<Words text={data.moment.title} language={language} />}
        details={
          data.moment.atMs === null ? null : (
            <Time ms={data.moment.atMs} zone={data.competition.zone} language={language} form="full" />
          )
        }
      />
      <FrontPhoto data={data} language={language} />
      {data.moment.summary ? (
        <p class="summary">
          <Words text={data.moment.summary} language={language} />
        </p>
      ) : null}
      <div class="with-aside">
        <FollowedDecision decision={data} moment={data.moment.id} language={language} />
        <div>
          {isUnderWay ? <Ceremonies data={data} language={language} /> : null}
          <Storylines storylines={data.storylines} language={language} />
          {isUnderWay ? null : <Ceremonies data={data} language={language} />}
          <MorePhotos data={data} language={language} />
          <Reports reports={data.reports} notes={data.notes} zone={data.competition.zone} language={language} />
          <Reactions data={data} language={language} />
          <Incidents incidents={data.incidents} language={language} />
          <Broadcasts broadcasts={data.broadcasts} language={language} />
          {children}
        </div>
      </div>
      <NextToMoment data={data} language={language} />
    </article>
  );
}

function NextToMoment({ data, language }: { readonly data: MomentPage; readonly language: Language }) {
  return (
    <NextTo
      language={language}
      pages={[
        {
          href: `/competitions/${data.event.id}`,
          as: shared(language)("ui.beside.event"),
          words: <Words text={data.event.title} language={language} />,
        },
        { ...competitionStep(data.competition, language), as: shared(language)("ui.beside.competition") },
        { href: "/moments", as: shared(language)("ui.beside.all"), words: momentWords(language)("moments.all") },
      ]}
    />
  );
}
