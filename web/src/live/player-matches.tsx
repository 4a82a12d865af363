import type { Language, PlayerMatchesPage } from "@podium/protocol";
import { PlayerName } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { shared } from "../ui/shared-words.ts";
import { LiveTopics } from "./live-topics.tsx";
import { liveWords } from "./live-words.ts";
import { MatchList } from "./match-list.tsx";

/** "My matches": when, where and against whom a player plays next, then what they have played. */
export function PlayerMatches({ data, language }: { readonly data: PlayerMatchesPage; readonly language: Language }) {
  const t = liveWords(language);
  const { player, toCome, played, topics } = data;
  return (
    <LiveTopics topics={topics} language={language}>
      <PageHead
        language={language}
        way={[
          { href: "/players", words: shared(language)("ui.around.players") },
          { href: `/players/${player.id}`, words: <PlayerName player={player} language={language} /> },
        ]}
        title={t("live.my.title")}
        details={<a href={`/players/${player.id}/matches.ics`}>{t("live.calendar")}</a>}
      />
      <p class="quiet">{t("live.my.says")}</p>
      <section>
        <h2>{t("live.my.to-come")}</h2>
        <MatchList matches={toCome} language={language} empty={t("live.my.none")} withEvent />
      </section>
      {played.length === 0 ? null : (
        <section>
          <h2>{t("live.my.played")}</h2>
          <MatchList matches={played} language={language} empty="" withEvent />
        </section>
      )}
    </LiveTopics>
  );
}
