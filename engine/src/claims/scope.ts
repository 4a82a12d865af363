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

/** Whether these items speak of another sport. */
export function isOtherSport(items: readonly Item[]): boolean {
  return items.some((item) => item.tags["sport"] === "other");
}

function isForeign({ cues }: Scope, item: Item): boolean {
  if (hasTag(item, "elsewhere")) return true;
  const { contest, city, year, month, date } = item.tags;
  if (contest !== undefined && !cues.some(({ contests }) => contests.has(contest))) return true;
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

/** Whether an event may be meant by what a text calls it. */
export function isEventCalled(event: KnownEvent, called: string): boolean {
  const { kind } = event;
  if (kind === null) return false;
  if (kind === called) return true;
  if (called === "singles") return kind === "ms" || kind === "ws";
  if (called === "doubles") return kind === "xd" || kind === "md" || kind === "wd";
  return kind === "singles"
    ? called === "ms" || called === "ws"
    : kind === "doubles" && (called === "md" || called === "wd" || called === "xd");
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
  const items = texts.flat();
  const weights = about.cues.map((cue) => weightOf(cue, { items, textDate: about.textDate, facts: about.facts }));
  const most = Math.max(0, ...weights);
  const likely = about.cues.filter((_, index) => (weights[index] ?? 0) * 2 > most || most === 0);
  const meant =
    about.competition === null ? likely : about.cues.filter(({ competition }) => competition.id === about.competition);
  const events = meant.flatMap(({ competition }) => about.facts.eventsOf.get(competition.id) ?? []);
  return { facts: about.facts, cues: meant, events, textDate: about.textDate, hours: about.hours };
}

const CUE_WEIGHT = 4;

function weightOf(
  cue: Cues,
  { items, textDate, facts }: { items: readonly Item[]; textDate: string | null; facts: Facts },
): number {
  const people = new Set<string>();
  let named = 0;
  for (const item of items) {
    for (const name of item.names)
      if (name.kind === "person" && playsIn(facts, name.person, cue)) people.add(item.text.toLowerCase());
    if ((item.tags["contest"] ?? "") !== "" && cue.contests.has(item.tags["contest"] ?? "")) named |= 1;
    if (
      item.tags["city"] !== undefined &&
      (cue.cities.has(item.text.toLowerCase()) || cue.cities.has(item.tags["city"]))
    )
      named |= 2;
    if (item.tags["year"] === cue.year) named |= 4;
  }
  const near = textDate !== null && Math.abs(dayNumber(textDate) - dayNumber(cue.competition.to)) <= NEAR_DAYS ? 1 : 0;
  const cues = [1, 2, 4].filter((bit) => (named & bit) > 0).length + near;
  return people.size + CUE_WEIGHT * cues;
}

function playsIn(facts: Facts, person: string, { competition }: Cues): boolean {
  return (facts.entriesOfPerson.get(person) ?? []).some(({ event }) => event.competition.id === competition.id);
}
