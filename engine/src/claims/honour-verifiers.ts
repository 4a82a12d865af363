import { areSamePeople, type Honour, podiumOf } from "../history/honours.ts";
import type { KnownEntry, KnownEvent } from "./facts.ts";
import { type HeldAnswer, among, medallist, medallists, type VerifierFacts, type Verifiers } from "./verifier.ts";
import { winsOver, yearOfEvent } from "./verifier.ts";

type Says = "shared-podium" | "first-medal" | "won-again" | "beat-champions" | "titles-in-a-row";

/** What is said of other years, held against the honours. They prove nothing about years that they do not hold. */
export const HONOUR_VERIFIERS: Verifiers<Says> = {
  "shared-podium": ({ associations, since }, { event }) => {
    const podiums = podiumsOf(pastOf(event));
    const areBoth = (lines: readonly Pick<Honour, "association">[]) =>
      associations.every((one) => lines.some(({ association }) => association === one));
    const last = Math.max(...podiums.filter(areBoth).map(([line]) => line?.year ?? -Infinity));
    const here = medallists(event).map(({ association }) => ({ association: association ?? "" }));
    if (podiums.length === 0) return null;
    return among(areBoth(here) && last === (since ?? -Infinity), podiums, areBoth);
  },

  "first-medal": ({ association, medals, isOfEvent, since }, { event }) => {
    const lines = isOfEvent ? ofThisEvent(event) : pastOf(event);
    if (lines.length === 0) return null;
    const isOwn = (line: Honour) => line.association === association && medals.includes(line.medal);
    const last = Math.max(...lines.filter(isOwn).map(({ year }) => year));
    const hasWon = medals.some((medal) => medallist(event, medal).some((entry) => entry.association === association));
    return among(hasWon && last === (since ?? -Infinity), lines, isOwn);
  },

  "won-again": ({ entry, association, year, isOfPeople }, at) => {
    const champion = medallist(at.event, "gold").find(({ code }) => code === entry);
    const titles = titlesOf(at, { association, year });
    if (champion === undefined || titles.length === 0) return { holds: false, like: 0, of: 0 };
    const isSame = champion.association === association && (!isOfPeople || areSame(titles, champion, at));
    return rarityOfTitles(isSame, at, association);
  },

  "beat-champions": ({ winner, loser, association, year, isOfPeople }, at) => {
    const beaten = at.event.entries.get(loser);
    const titles = titlesOf(at, { association, year });
    if (beaten === undefined || titles.length === 0) return { holds: false, like: 0, of: 0 };
    const isTheirs = beaten.association === association && (!isOfPeople || areSame(titles, beaten, at));
    const isChampion = medallist(at.event, "gold").some((entry) => entry.association === association);
    const isOut = isOfPeople || !isChampion;
    return rarityOfTitles(isTheirs && isOut && winsOver(at.event, winner, loser).length > 0, at, association);
  },

  "titles-in-a-row": ({ association, count, isAll }, { event }) => {
    const lines = ofThisEvent(event);
    const years = [...new Set(lines.map(({ year }) => year))].toSorted((one, other) => other - one);
    const hasWon = (year: number) =>
      lines.some((line) => line.year === year && line.medal === "gold" && line.association === association);
    const missed = years.findIndex((year) => !hasWon(year));
    const row = (missed < 0 ? years.length : missed) + 1;
    const here = medallist(event, "gold").some((entry) => entry.association === association);
    const golds = lines.filter(({ medal }) => medal === "gold");
    return among(here && row === count && isAll === missed < 0, golds, (line) => line.association === association);
  },
};

function podiumsOf(lines: readonly Honour[]): Honour[][] {
  const podiums = new Map<string, Honour[]>();
  for (const line of lines) podiums.set(podiumOf(line), [...(podiums.get(podiumOf(line)) ?? []), line]);
  return [...podiums.values()];
}

/** The medals of this sport in the years before. */
function pastOf({ competition, facts }: KnownEvent): Honour[] {
  const year = Number(competition.from.slice(0, 4));
  return competition.honours.filter((line) => line.year < year && (line.sport ?? facts.sport) === facts.sport);
}

/** Those of the same event, by its English name in any case. */
export function ofThisEvent(event: KnownEvent): Honour[] {
  const name = (event.facts.title["en"] ?? "").toLowerCase();
  return pastOf(event).filter((line) => line.event.toLowerCase() === name);
}

/** The golds that an association won in this event in the last year in which it was held. */
function titlesOf({ event }: VerifierFacts, { association, year }: { association: string; year: number }): Honour[] {
  const lines = ofThisEvent(event);
  const isLast = year < yearOfEvent(event) && lines.every((line) => line.year <= year);
  const golds = lines.filter(({ medal }) => medal === "gold");
  return isLast ? golds.filter((line) => line.year === year && line.association === association) : [];
}

/** Whether one of these titles is of these people. */
function areSame(titles: readonly Honour[], { players }: KnownEntry, { facts }: VerifierFacts): boolean {
  const names = players.map((id) => {
    const person = facts.people.get(id);
    return person === undefined ? id : `${person.family} ${person.given}`;
  });
  return titles.some((title) => areSamePeople(title.players, names));
}

/** How many of the titles of this event were of the association. */
function rarityOfTitles(holds: boolean, { event }: VerifierFacts, association: string): HeldAnswer {
  const golds = ofThisEvent(event).filter(({ medal }) => medal === "gold");
  return among(holds, golds, (line) => line.association === association);
}
