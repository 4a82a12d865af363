import { dayNumber } from "./calendar.ts";
import type { Facts, KnownEvent } from "./facts.ts";
import type { Item } from "./items.ts";
import { hasTag } from "./phrases.ts";
import type { CompetitionFacts } from "./record.ts";

/** What a competition is called by: `olympics`, its cities, its year. */
export interface Cues {
  readonly competition: CompetitionFacts;
  readonly contests: ReadonlySet<string>;
  readonly cities: ReadonlySet<string>;
  readonly year: string;
}

/** What a text is about: the competitions it can mean, and the day it was written. */
export interface Scope {
  readonly facts: Facts;
  readonly cues: readonly Cues[];
  readonly events: readonly KnownEvent[];
  readonly textDate: string | null;
  readonly hours: readonly [number, number];
  /** Whether the text names the sport or one of its events somewhere: its totals are not of all sports. */
  readonly isOfSport: boolean;
  /** Whether the text names these Games somewhere, and no other contest. */
  readonly isOfOneContest: boolean;
  /** Whether it names another contest, such as world championships. */
  readonly isOfOthers: boolean;
}

/** How far a day may lie outside a competition and still be a slip about it. */
const NEAR_DAYS = 31;

/** Whether something in these items says that another competition, another sport or another time is meant. */
export function isElsewhere(scope: Scope, items: readonly Item[]): boolean {
  return items.some((item) => isForeign(scope, item));
}

/** Whether these items name another competition: nothing that is said beside it is held against this one. */
export function isOfAnother(scope: Scope, items: readonly Item[]): boolean {
  return items.some((item) => !hasTag(item, "elsewhere") && isForeign(scope, item));
}

/** Whether an item names a contest that none of the competitions meant is. */
export function isOtherContest({ tags: { contest } }: Item, { cues }: Pick<Scope, "cues">): boolean {
  return contest !== undefined && !cues.some(({ contests }) => contests.has(contest));
}

/** Whether these items name one of the competitions meant. */
export function isOfOwn({ cues }: Scope, items: readonly Item[]): boolean {
  return items.some(({ tags }) => {
    const { contest = "", city = "", year = "" } = tags;
    return (
      tags["own-games"] !== undefined ||
      cues.some((cue) => cue.contests.has(contest) || cue.cities.has(city) || cue.year === year)
    );
  });
}

/** Whether these items speak of a sport that none of the competitions meant plays. */
export function isOtherSport(items: readonly Item[], { events }: Pick<Scope, "events">): boolean {
  const isPlayed = (sport: string) => events.some(({ facts }) => facts.sport === sport);
  return items.some(
    ({ tags }) => tags["sport"] !== undefined && tags["sport"] !== "table-tennis" && !isPlayed(tags["sport"]),
  );
}

function isForeign({ cues }: Scope, item: Item): boolean {
  if (hasTag(item, "elsewhere")) return true;
  const { city, year, month, date } = item.tags;
  if (isOtherContest(item, { cues })) return true;
  if (city !== undefined && !cues.some(({ cities }) => cities.has(item.text.toLowerCase()) || cities.has(city)))
    return true;
  if (year !== undefined && !cues.some((one) => one.year === year)) return true;
  if (date !== undefined) return !cues.some(({ competition }) => isNear(date, competition));
  return month !== undefined && !cues.some(({ competition }) => isMonthOf(month, competition));
}

function isMonthOf(month: string, { from, to }: CompetitionFacts): boolean {
  const [first, last, number] = [Number(from.slice(5, 7)), Number(to.slice(5, 7)), Number(month)];
  return first <= last ? number >= first && number <= last : number >= first || number <= last;
}

function isNear(date: string, { from, to }: CompetitionFacts): boolean {
  const [year = "", month = "", day = ""] = date.split("-");
  if (month === "") return true;
  const whole = dayNumber(`${year === "" ? from.slice(0, 4) : year}-${month}-${day}`);
  return whole >= dayNumber(from) - NEAR_DAYS && whole <= dayNumber(to) + NEAR_DAYS;
}

/** What the events of a kind are called together, and which they are. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  singles: ["ms", "ws"],
  doubles: ["xd", "md", "wd"],
  team: ["mt", "wt", "xt"],
};

/** Whether what a text calls an event is one of teams. */
export function isOfTeams(called: string | null): boolean {
  return called !== null && eventsCalled("team").includes(called);
}

/** Every event that may be meant by what a text calls it, the word itself first. */
export function eventsCalled(called: string): readonly string[] {
  return [called, ...(TOGETHER[called] ?? [])];
}

/**
 * `Sweden won team silver`, where only the women's event is on record: the men's may be meant, for all that is known. Events
 * that a text calls without the men or the women.
 */
export function mayBeAnother(called: string | null, { events }: Pick<Scope, "events">): boolean {
  const together = called === "team" || called === "singles" ? TOGETHER[called] : undefined;
  const here = new Set(events.flatMap(({ kind }) => kind ?? []));
  return together !== undefined && !here.has(called ?? "") && together.filter((kind) => here.has(kind)).length === 1;
}

/** Whether an event may be meant by what a text calls it. */
export function isEventCalled({ kind }: KnownEvent, called: string): boolean {
  if (kind === null) return false;
  return kind === called || (TOGETHER[called]?.includes(kind) ?? false) || (TOGETHER[kind]?.includes(called) ?? false);
}

interface About {
  readonly facts: Facts;
  readonly cues: readonly Cues[];
  readonly textDate: string | null;
  readonly hours: readonly [number, number];
  /** The competition a text is known to be about. */
  readonly competition: string | null;
}

/** Whether an event that is named is one of those of the competitions meant. */
export function isEventHere(event: string | null, { events }: Scope): boolean {
  return event === null || events.some((known) => isEventCalled(known, event));
}

/** Chooses the competitions a text is about: those whose people, places and years it names. */
export function scopeOf(texts: readonly (readonly Item[])[], about: About): Scope {
  const named = namedIn(texts.flat(), about.facts);
  const weights = about.cues.map((cue) => weightOf(cue, named, about.textDate));
  const most = Math.max(0, ...weights);
  const likely = about.cues.filter((_, index) => (weights[index] ?? 0) * 2 > most || most === 0);
  const meant =
    about.competition === null ? likely : about.cues.filter(({ competition }) => competition.id === about.competition);
  const cues = withSameGames(meant, about.cues);
  const events = cues.flatMap(({ competition }) => about.facts.eventsOf.get(competition.id) ?? []);
  const isOfSport = texts.some((items) => items.some(({ tags }) => (tags["event"] ?? tags["sport"]) !== undefined));
  return {
    facts: about.facts,
    cues,
    events,
    textDate: about.textDate,
    hours: about.hours,
    isOfSport,
    ...contestsOf(named, cues),
  };
}

function contestsOf({ contests, cities }: Named, cues: readonly Cues[]): Pick<Scope, "isOfOneContest" | "isOfOthers"> {
  const isOwn = (contest: string) => cues.some((cue) => cue.contests.has(contest));
  const isNamed = contests.size > 0 || [...cities].some((city) => cues.some((cue) => cue.cities.has(city)));
  const isOfOthers = ![...contests].every(isOwn);
  return { isOfOneContest: isNamed && !isOfOthers, isOfOthers };
}

/** With other competitions of the same Games: at the same time, in the same place. */
function withSameGames(meant: readonly Cues[], all: readonly Cues[]): Cues[] {
  const isOfGames = (cue: Cues) => meant.some((one) => one === cue || isSameGames(one, cue));
  return all.filter(isOfGames);
}

function isSameGames(one: Cues, other: Cues): boolean {
  const overlap = one.competition.from <= other.competition.to && other.competition.from <= one.competition.to;
  return (
    overlap &&
    [...one.contests].some((contest) => other.contests.has(contest)) &&
    [...one.cities].some((city) => other.cities.has(city))
  );
}

const CUE_WEIGHT = 4;

/** What a text names: how many players of each competition, and words for contests, cities and years. */
interface Named {
  readonly people: ReadonlyMap<string, ReadonlySet<string>>;
  readonly contests: ReadonlySet<string>;
  readonly cities: ReadonlySet<string>;
  readonly years: ReadonlySet<string>;
}

function namedIn(items: readonly Item[], facts: Facts): Named {
  const people = new Map<string, Set<string>>();
  const named = { people, contests: new Set<string>(), cities: new Set<string>(), years: new Set<string>() };
  for (const { names, tags, text } of items) {
    if (tags["contest"] !== undefined) named.contests.add(tags["contest"]);
    if (tags["city"] !== undefined) named.cities.add(tags["city"]);
    if (tags["year"] !== undefined) named.years.add(tags["year"]);
    for (const name of names) {
      if (name.kind !== "person") continue;
      for (const { event } of facts.entriesOfPerson.get(name.person) ?? []) {
        const { id } = event.competition;
        people.set(id, (people.get(id) ?? new Set<string>()).add(text.toLowerCase()));
      }
    }
  }
  return named;
}

function weightOf({ competition, contests, cities, year }: Cues, named: Named, textDate: string | null): number {
  const near = textDate !== null && Math.abs(dayNumber(textDate) - dayNumber(competition.to)) <= NEAR_DAYS;
  const hasContest = [...named.contests].some((contest) => contests.has(contest));
  const hasCity = [...named.cities].some((city) => cities.has(city));
  const cues = [near, hasContest, hasCity, named.years.has(year)].filter(Boolean).length;
  return (named.people.get(competition.id)?.size ?? 0) + CUE_WEIGHT * cues;
}
