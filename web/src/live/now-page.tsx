import type { Language, NowPage } from "@podium/protocol";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { shared } from "../ui/shared-words.ts";
import { LiveTopics } from "./live-topics.tsx";
import { liveWords } from "./live-words.ts";
import { MatchList } from "./match-list.tsx";

/** Everything that is played now, table by table, then what is next; competition by competition. */
export function NowScreen({ data, language }: { readonly data: NowPage; readonly language: Language }) {
  const t = liveWords(language);
  return (
    <LiveTopics topics={["home"]} language={language}>
      <PageHead language={language} way={[]} title={shared(language)("ui.around.now")} />
      {data.competitions.length === 0 ? <p class="lead">{t("live.none.now")}</p> : null}
      {data.competitions.map(({ competition, live, next }) => (
        <section key={competition.id} class="now-at">
          <h2>
            <a href={`/competitions/${competition.id}`}>
              <Words text={competition.title} language={language} />
            </a>
          </h2>
          <div class="live">
            <MatchList matches={live} language={language} empty={t("live.none.live")} time="clock" withEvent />
          </div>
          {next.length === 0 ? null : (
            <>
              <h3>{t("live.now.next")}</h3>
              <MatchList matches={next} language={language} empty="" withEvent />
            </>
          )}
        </section>
      ))}
    </LiveTopics>
  );
}
