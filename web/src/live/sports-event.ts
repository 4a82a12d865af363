import type { CompetitionView, EntryView, EventPage, Frame, MatchPage, MatchRow } from "@podium/protocol";
import { inLanguage } from "@podium/protocol";
import { entryName, matchName, versus } from "../ui/match-names.ts";
import { isoTime } from "../ui/times.ts";

type Data = Readonly<Record<string, unknown>>;

/** A match as schema.org knows it. */
export function matchData({ competition, event, match }: MatchPage, frame: Frame): Data {
  const superEvent = eventData(competition, { name: inLanguage(event.title, frame.language), id: event.id }, frame);
  const competitors = [match.home.entry, match.away.entry].filter((entry) => entry !== null);
  return {
    "@context": "https://schema.org",
    ...matchLine(match, frame),
    competitor: competitors.map((entry) => competitor(entry, frame)),
    ...placeOf(competition, frame),
    superEvent,
  };
}

/** An event with its matches. */
export function eventPageData({ competition, event, orderOfPlay }: EventPage, frame: Frame): Data {
  return {
    "@context": "https://schema.org",
    ...eventData(competition, { name: inLanguage(event.title, frame.language), id: event.id }, frame),
    subEvent: orderOfPlay.map((match) => matchLine(match, frame)),
  };
}

function eventData(
  competition: CompetitionView,
  event: { readonly name: string; readonly id: string },
  frame: Frame,
): Data {
  return {
    "@type": "SportsEvent",
    name: `${inLanguage(competition.title, frame.language)}: ${event.name}`,
    url: `${frame.origin}/competitions/${event.id}`,
    startDate: competition.from,
    endDate: competition.to,
    ...placeOf(competition, frame),
  };
}

function matchLine(match: MatchRow, frame: Frame): Data {
  return {
    "@type": "SportsEvent",
    name: `${matchName(match, frame.language)}: ${versus(match, frame.language)}`,
    url: `${frame.origin}/matches/${match.id}`,
    ...(match.startMs === null ? {} : { startDate: isoTime(match.startMs) }),
    ...(match.day === null ? {} : { startDate: match.day }),
  };
}

function competitor(entry: EntryView, frame: Frame): Data {
  return { "@type": "SportsTeam", name: entryName(entry, frame.language), url: `${frame.origin}/entries/${entry.id}` };
}

function placeOf(competition: CompetitionView, frame: Frame): Data {
  return competition.place
    ? { location: { "@type": "Place", name: inLanguage(competition.place, frame.language) } }
    : {};
}
