import type { HomePage, Language, MomentCard } from "@podium/protocol";
import { MomentSummary } from "../ui/moment-summary.tsx";
import { PodiumDrawing } from "../ui/podium-drawing.tsx";
import { CommentCount } from "./comment-count.tsx";
import { CompetitionList } from "./competitions-page.tsx";
import { LiveTopics } from "./live-topics.tsx";
import { liveWords } from "./live-words.ts";
import { MatchesOfNow } from "./matches-of-now.tsx";
import { MomentLine } from "./moment-line.tsx";

/** What is live, what is next, what was decided; one moment across the width. */
export function HomeScreen({ data, language }: { readonly data: HomePage; readonly language: Language }) {
  const [headline, ...moments] = data.moments;
  return (
    <LiveTopics
      language={language}
      topics={["home", ...data.moments.flatMap(({ thread }) => (thread === null ? [] : [`thread:${thread}`]))]}
    >
      {headline ? (
        <Headline moment={headline} language={language} />
      ) : (
        <h1 class="home-title">{liveWords(language)("live.welcome")}</h1>
      )}
      <MatchesOfNow live={data.live} next={data.next} decided={data.decided} language={language} />
      <Competitions data={data} language={language} />
      {moments.length === 0 ? null : <h2>{liveWords(language)("live.moments")}</h2>}
      {moments.map((moment) => (
        <MomentLine key={moment.id} moment={moment} language={language} />
      ))}
    </LiveTopics>
  );
}

function Headline({ moment, language }: { readonly moment: MomentCard; readonly language: Language }) {
  return (
    <article class="headline">
      <div class="headline-words">
        <MomentSummary moment={moment} language={language} heading="h1" above="kicker" />
        <p class="quiet">
          <a href={`/moments/${moment.id}`}>
            <CommentCount moment={moment} language={language} />
          </a>
        </p>
      </div>
      <PodiumDrawing podium={moment.podium} language={language} />
    </article>
  );
}

function Competitions({ data, language }: { readonly data: HomePage; readonly language: Language }) {
  return (
    <section>
      <h2>{liveWords(language)("live.competitions")}</h2>
      {data.competitions.length === 0 ? <p class="quiet">{liveWords(language)("live.none.competitions")}</p> : null}
      <CompetitionList competitions={data.competitions} language={language} />
      {data.hasMore ? (
        <p>
          <a href="/competitions">{liveWords(language)("live.all-competitions")}</a>
        </p>
      ) : null}
    </section>
  );
}
