import type { Frame, Language, MatchRow, MomentPage } from "@podium/protocol";
import { gamesWonText } from "../ui/games-won.ts";
import type { ComponentChildren } from "preact";
import { matchName } from "../ui/match-names.ts";
import { Medal } from "../ui/medal.tsx";
import { EntryName, SlotName, Words } from "../ui/names.tsx";
import { competitionStep, InventedCompetition, PageHead } from "../ui/page-head.tsx";
import { PodiumDrawing } from "../ui/podium-drawing.tsx";
import { shared } from "../ui/shared-words.ts";
import { Time } from "../ui/time.tsx";
import { momentWords } from "./moments-words.ts";
import { Reactions } from "./reactions.tsx";
import { Reports } from "./reports.tsx";
import { Storylines } from "./storylines.tsx";

interface MomentScreenProps {
  readonly data: MomentPage;
  readonly frame: Frame;
  /** The thread under the moment. */
  readonly children?: ComponentChildren;
}

/** The moment: the photo or its place, the podium, the result in a line, what it means, what is said of it. */
export function MomentScreen({ data, frame, children }: MomentScreenProps) {
  const { language } = frame;
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
      <Photo data={data} language={language} />
      {data.moment.summary ? (
        <p class="summary">
          <Words text={data.moment.summary} language={language} />
        </p>
      ) : null}
      <Podium data={data} language={language} />
      <Result matches={data.result} language={language} />
      <Storylines storylines={data.storylines} language={language} />
      <Reports reports={data.reports} language={language} />
      <Reactions reactions={data.reactions} zone={data.competition.zone} language={language} />
      {children}
    </article>
  );
}

interface PartProps {
  readonly data: MomentPage;
  readonly language: Language;
}

/** The photo across the page. Without one its place is drawn from the result, and says what belongs there. */
function Photo({ data, language }: PartProps) {
  const { photo } = data.moment;
  if (photo) {
    return (
      <figure class="photo">
        <img
          src={photo.src}
          width={photo.width}
          height={photo.height}
          alt={photo.alt[language] ?? photo.alt["en"] ?? ""}
        />
        <figcaption>{photo.credit}</figcaption>
      </figure>
    );
  }
  if (data.podium.length === 0) return <p class="lead">{momentWords(language)("moments.no-podium")}</p>;
  return (
    <figure class="photo drawn">
      <PodiumDrawing podium={data.podium} language={language} />
      <figcaption>{momentWords(language)("moments.photo-place")}</figcaption>
    </figure>
  );
}

function Podium({ data, language }: PartProps) {
  return (
    <ul class="medals podium">
      {data.podium.map(({ medal, entry }) => (
        <li key={entry.id}>
          <Medal medal={medal} language={language} />
          <EntryName entry={entry} language={language} />
        </li>
      ))}
    </ul>
  );
}

function Result({ matches, language }: { readonly matches: readonly MatchRow[]; readonly language: Language }) {
  if (matches.length === 0) return null;
  return (
    <ul class="result">
      {matches.map((match) => (
        <li key={match.id}>
          <ResultLine match={match} language={language} />
        </li>
      ))}
    </ul>
  );
}

/** What stands where the score would: that nobody played, or that nobody noted it. */
function howItEnded({ outcome }: MatchRow, language: Language): string {
  return shared(language)(outcome?.by === "walkover" ? "ui.outcome.walkover" : "ui.score-unknown");
}

/** One match as a newspaper prints it: who, how many games, each game. */
function ResultLine({ match, language }: { readonly match: MatchRow; readonly language: Language }) {
  return (
    <>
      <a class="round-of" href={`/matches/${match.id}`}>
        {matchName(match, language)}
      </a>
      <span>
        <SlotName slot={match.home} language={language} />
      </span>
      <b class="numeral">{gamesWonText(match) ?? howItEnded(match, language)}</b>
      <span>
        <SlotName slot={match.away} language={language} />
      </span>
      <span class="quiet numeral games-of">{match.games.map((game) => `${game.home}–${game.away}`).join("  ")}</span>
    </>
  );
}
