import type { Language, MatchPage, MatchView } from "@podium/protocol";
import { ConversationLine } from "../ui/conversation-line.tsx";
import { EarlierLogs } from "../ui/earlier-logs.tsx";
import { LiveMark } from "../ui/live-mark.tsx";
import { matchName, shortEntryName, tieName, versus } from "../ui/match-names.ts";
import { Words } from "../ui/names.tsx";
import { outcomeInWords } from "../ui/outcome-words.ts";
import { competitionStep, InventedCompetition, PageHead, type PathStep } from "../ui/page-head.tsx";
import { Incidents } from "../ui/incidents.tsx";
import { Storylines } from "../ui/storylines.tsx";
import { shared } from "../ui/shared-words.ts";
import { GameTable } from "./game-table.tsx";
import { LeadGraph } from "./lead-graph.tsx";
import { LiveTopics } from "./live-topics.tsx";
import { liveWords } from "./live-words.ts";
import { BesideMatch, HeadToHead, Stakes, Ways } from "./match-context.tsx";
import { MatchNow } from "./match-now.tsx";
import { MomentLine } from "./moment-line.tsx";
import { RallyTape } from "./rally-tape.tsx";
import { Rubbers } from "./rubbers.tsx";
import { Called } from "../ui/called.tsx";
import { WhenPlayed } from "./when-played.tsx";

/** One match: two names and a score that fill the first screen, then game by game and rally by rally. */
export function MatchScreen({ data, language }: { readonly data: MatchPage; readonly language: Language }) {
  const { match } = data;
  return (
    <LiveTopics topics={topicsOf(match)} language={language}>
      <live-match
        match={match.id}
        class="match-page"
        data-status={match.status}
        data-version={String(match.version)}
        data-announce={announcement(match, language)}
      >
        <section class="first-screen">
          <InventedCompetition competition={data.competition} language={language} />
          <PageHead
            language={language}
            way={wayTo(data, language)}
            title={
              <>
                <span class="unseen">{`${versus(match, language)}: `}</span>
                {matchName(match, language)}
              </>
            }
            details={<MatchDetails match={match} language={language} />}
          />
          <MatchNow match={match} language={language} />
        </section>
        <aside class="beside-now" aria-label={liveWords(language)("live.game-by-game")}>
          {match.kind === "team" ? (
            <Rubbers rubbers={data.rubbers} language={language} />
          ) : (
            <GameTable match={match} language={language} />
          )}
          <Stakes data={data} language={language} />
          <HeadToHead data={data} language={language} />
        </aside>
        <Storylines storylines={data.storylines} language={language} />
        <Incidents incidents={data.incidents} language={language} at="match" />
        {data.moment ? <MomentLine moment={data.moment} language={language} /> : null}
        <ConversationLine conversation={data.conversation} language={language} />
        <WhatIsKnown match={match} language={language} />
        <EarlierLogs logs={data.earlier} zone={match.zone} language={language} />
        <Ways data={data} language={language} />
        <BesideMatch data={data} language={language} />
      </live-match>
    </LiveTopics>
  );
}

function wayTo({ competition, event, match }: MatchPage, language: Language): readonly PathStep[] {
  return [
    competitionStep(competition, language),
    { href: `/competitions/${event.id}`, words: <Words text={event.title} language={language} /> },
    ...(match.tie === null ? [] : [{ href: `/matches/${match.tie}`, words: tieName(match, language) }]),
  ];
}

/** A tie follows its rubbers, which are told among all matches of the event. */
function topicsOf({ id, event, kind, status }: MatchView): string[] {
  if (status === "over") return [];
  return kind === "team" ? [`match:${id}`, `event:${event}`] : [`match:${id}`];
}

interface MatchProps {
  readonly match: MatchView;
  readonly language: Language;
}

function MatchDetails({ match, language }: MatchProps) {
  const t = shared(language);
  return (
    <>
      <MatchStatus match={match} language={language} />
      <WhenPlayed match={match} language={language} form="full" />
      {match.table === null ? null : <span>{t("ui.table", { table: match.table })}</span>}
      <Called match={match} language={language} />
      {match.kind === "team" ? null : <span>{t("ui.best-of", { games: match.bestOf })}</span>}
      {match.handicap === null ? null : <span>{t("ui.handicap", { ...match.handicap })}</span>}
      {match.invented ? (
        <span>{t(match.status === "over" ? "ui.invented-umpire-done" : "ui.invented-umpire")}</span>
      ) : null}
    </>
  );
}

/** Live, to be played, how it ended: all in one place, which is wide enough for what it is now and for what it will be. */
function MatchStatus({ match, language }: MatchProps) {
  const t = shared(language);
  const ending = outcomeInWords(match.outcome, language);
  const now = ending || (match.status === "live" ? "" : t(`ui.status.${match.status}`));
  const over = t("ui.status.over");
  return (
    <span class="match-status" data-now={now} data-over={over}>
      <LiveMark language={language} />
      <span data-part="ending" data-over={over}>
        {now}
      </span>
    </span>
  );
}

/** What is known of the play is shown; what is not is said, never drawn. */
function WhatIsKnown({ match, language }: MatchProps) {
  if (match.kind === "team") return null;
  if (match.known === "none")
    return (
      <p class="known quiet">
        {liveWords(language)(match.status === "over" ? "live.known-nothing" : "live.known-later")}
      </p>
    );
  if (match.known === "score") return <p class="known quiet">{liveWords(language)("live.known-score")}</p>;
  if (match.known === "games") return <p class="known quiet">{liveWords(language)("live.known-games")}</p>;
  return (
    <>
      <LeadGraph match={match} language={language} />
      <RallyTape match={match} language={language} />
    </>
  );
}

/** The score in words for a screen reader; the numbers are filled in as they come. */
function announcement(match: MatchView, language: Language): string {
  const name = (side: "home" | "away") => {
    const { entry } = match[side];
    return entry === null ? "" : shortEntryName(entry, language);
  };
  return shared(language)("ui.score-words", { home: name("home"), away: name("away") });
}
