import { inLanguage, type Frame, type MatchRow, type MomentPage } from "@podium/protocol";
import { gamesWonText } from "../ui/games-won.ts";
import { entryName, matchName, versus } from "../ui/match-names.ts";
import { isoTime } from "../ui/times.ts";
import { reportAddress } from "./reports.tsx";

/** A moment as schema.org knows it: the event that was decided, with its matches and what was written about it. */
export function momentData({ moment, competition, event, podium, result, reports, card }: MomentPage, frame: Frame) {
  const { language, origin } = frame;
  return {
    "@context": "https://schema.org",
    "@type": "SportsEvent",
    name: `${inLanguage(competition.title, language)}: ${inLanguage(event.title, language)}`,
    description: inLanguage(moment.summary ?? moment.title, language),
    url: `${origin}/moments/${moment.id}`,
    startDate: competition.from,
    endDate: moment.atMs === null ? competition.to : isoTime(moment.atMs),
    ...(competition.place === null
      ? {}
      : { location: { "@type": "Place", name: inLanguage(competition.place, language) } }),
    ...(card === null ? {} : { image: origin + card }),
    competitor: podium.map(({ entry }) => ({
      "@type": "SportsTeam",
      name: entryName(entry, language),
      url: `${origin}/entries/${entry.id}`,
    })),
    subEvent: result.map((match) => decidingMatch(match, frame)),
    subjectOf: reports.map(({ id, headline, language: inLanguageOf }) => ({
      "@type": "NewsArticle",
      headline,
      inLanguage: inLanguageOf,
      url: origin + reportAddress(id),
    })),
  };
}

function decidingMatch(match: MatchRow, { language, origin }: Frame) {
  return {
    "@type": "SportsEvent",
    name: `${matchName(match, language)}: ${versus(match, language)} ${gamesWonText(match) ?? ""}`.trim(),
    url: `${origin}/matches/${match.id}`,
    ...(match.startMs === null ? {} : { startDate: isoTime(match.startMs) }),
  };
}
