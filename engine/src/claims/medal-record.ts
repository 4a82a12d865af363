import type { Honour } from "../history/honours.ts";
import type { Medal } from "../medals/medals.ts";
import { type ClaimEvidence, honourEvidence } from "./evidence.ts";
import { entryName, type Facts, type KnownEvent, personName } from "./facts.ts";
import { isHonourOf } from "./honour-lines.ts";
import { medalEvidence, medallistsOf } from "./medal-claims.ts";
import { isSameName } from "./names/likeness.ts";
import type { Scope } from "./scope.ts";

/** A medal of these Games or of earlier ones, as a line of honours. */
interface MedalLine extends Honour {
  readonly evidence: ClaimEvidence;
}

/** Every medal that is on record, of all Games that the honours and the competitions meant hold. */
export interface MedalRecord {
  readonly facts: Facts;
  readonly lines: readonly MedalLine[];
  /** The Games on record, oldest first. */
  readonly years: readonly number[];
  /** The year of the competition that the text is about. */
  readonly here: number;
  /** Events that were held, as far as one can tell, and whose medals nobody noted: they may be anybody's. */
  readonly open: readonly { readonly year: number; readonly event: string }[];
  /** The medals of those who were asked for already: names are compared once. */
  readonly won: Map<string, ReadonlySet<MedalLine>>;
}

/** Who is asked for: one person, or all of these associations. */
export interface MedalHolder {
  readonly person: string | null;
  readonly associations: readonly string[];
}

/** Which medals are asked for. */
export interface MedalQuery {
  /** Null asks for everybody's. */
  readonly holder: MedalHolder | null;
  readonly medal: Medal | "any";
  /** Kinds of event, `ms`, `singles`; null asks for all. */
  readonly events: readonly string[] | null;
  /** `m` or `w`: of the events of the men or of the women alone. */
  readonly gender: string | null;
  readonly years: readonly number[];
}

/** How many medals fit: the lines that do for certain, and how many more may. */
interface MedalTally {
  readonly lines: readonly MedalLine[];
  readonly least: number;
  readonly most: number;
}

/** The medals of the Games that a text is about and of those before; null where no honours are on record. */
export function medalRecordOf({ cues, facts, events, textDate }: Scope): MedalRecord | null {
  const own = cues.filter(({ competition }) => competition.honours.length > 0);
  if (own.length === 0) return null;
  const here = Math.max(...own.map(({ year }) => Number(year)));
  const ids = new Set(own.map(({ competition }) => competition.id));
  const held = events.filter(({ competition }) => ids.has(competition.id));
  const won = held.filter((event) => !isAhead(event, textDate));
  const lines = [
    ...honoursWithout(
      own.flatMap(({ competition }) => competition.honours),
      held,
    ),
    ...won.flatMap((event) => linesOf(event, facts)),
  ];
  const years = [...new Set([...lines.map(({ year }) => year), here])]
    .filter((year) => year <= here)
    .sort((a, b) => a - b);
  // Before the Games nobody has won anything there.
  const isBefore = textDate !== null && own.every(({ competition }) => textDate < competition.from);
  const open = isBefore ? [] : openOf(lines, held, here);
  return { facts, lines: lines.filter(({ year }) => year <= here), years, here, open, won: new Map() };
}

/** Whether an event was still to be decided on the day of the text. */
function isAhead({ facts }: KnownEvent, textDate: string | null): boolean {
  if (!facts.complete) return true;
  const days = facts.matches.flatMap(({ start }) => start?.date ?? []);
  return textDate !== null && days.some((day) => day > textDate);
}

/** Lines of honours, each once, without those of events that were played here. */
function honoursWithout(honours: readonly Honour[], held: readonly KnownEvent[]): MedalLine[] {
  const seen = new Map<string, MedalLine>();
  for (const honour of honours) {
    const isHere = held.some(
      ({ kind, competition }) =>
        yearOfCompetition(competition.from) === honour.year && kind !== null && isHonourOf(honour, kind),
    );
    const key = [honour.year, honour.event, honour.medal, honour.association, ...honour.players].join("|");
    if (!isHere) seen.set(key, { ...honour, evidence: honourEvidence(honour) });
  }
  return [...seen.values()];
}

function yearOfCompetition(from: string): number {
  return Number(from.slice(0, 4));
}

function linesOf(event: KnownEvent, facts: Facts): MedalLine[] {
  const { competition } = event;
  return medallistsOf(event).map((won) => ({
    year: yearOfCompetition(competition.from),
    competition: competition.title["en"] ?? competition.id,
    event: event.facts.title["en"] ?? "",
    medal: won.medal,
    association: won.entry.association ?? entryName(facts, won.entry),
    players: won.entry.players.flatMap((id) => {
      const person = facts.people.get(id);
      return person === undefined ? [] : [personName(person)];
    }),
    evidence: medalEvidence(facts, won),
  }));
}

/** Events of the Games before that were surely held again, and of which no medal is on record. */
function openOf(lines: readonly MedalLine[], held: readonly KnownEvent[], here: number): MedalRecord["open"] {
  const before = Math.max(...lines.filter(({ year }) => year < here).map(({ year }) => year));
  const then = lines.filter(({ year }) => year === before).map(({ event }) => event);
  const noted = lines.filter(({ year }) => year === here);
  const names = [...new Set([...then, ...held.map(({ facts }) => facts.title["en"] ?? "")])];
  return names
    .filter((event) => !noted.some((line) => isSameEvent(line.event, event)))
    .map((event) => ({ year: here, event }));
}

function isSameEvent(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** How many medals of each kind an event may bring to one holder where nobody noted them. */
const MOST_OPEN = { gold: 1, silver: 1, bronze: 2, any: 3 } as const;

/** The years in which an event gave medals, in order. */
export function yearsPlayed({ lines }: MedalRecord, event: string): number[] {
  const years = lines.filter((line) => isHonourOf(line, event)).map(({ year }) => year);
  return [...new Set(years)].sort((one, other) => one - other);
}

/** Counts medals. */
export function tally(record: MedalRecord, query: MedalQuery): MedalTally {
  const { holder, medal, years } = query;
  const asked = record.lines.filter(
    (line) => years.includes(line.year) && (medal === "any" || line.medal === medal) && isOfEvents(line.event, query),
  );
  const open = record.open.filter(({ year, event }) => years.includes(year) && isOfEvents(event, query));
  if (holder === null) {
    const more = medal === "gold" || medal === "silver" ? open.length : 0;
    const bound = medal === "gold" || medal === "silver" ? more : MOST_OPEN[medal] * open.length;
    return { lines: asked, least: asked.length + more, most: asked.length + bound };
  }
  const lines = asked.filter((line) => isOf(line, holder, record) === true);
  if (holder.person !== null && isOver(record, holder)) return { lines, least: lines.length, most: lines.length };
  const unclear = asked.filter((line) => isOf(line, holder, record) === null).length;
  const perEvent = holder.person === null ? MOST_OPEN[medal] : 1;
  const reachable = holder.person === null ? open : open.filter(({ event }) => mayPlay(record, holder.person, event));
  return { lines, least: lines.length, most: lines.length + unclear + perEvent * reachable.length };
}

/** How many years after the last medal a career is taken to be over. */
const CAREER = 16;

/** Whether somebody's medals are all long ago: what nobody noted of these Games is not theirs. */
function isOver(record: MedalRecord, holder: MedalHolder): boolean {
  const { facts, here } = record;
  const own = holder.person === null ? [] : [...wonBy(record, holder.person)].map(({ year }) => year);
  const plays = holder.person !== null && (facts.entriesOfPerson.get(holder.person) ?? []).length > 0;
  return !plays && own.length > 0 && Math.max(...own) + CAREER <= here;
}

function isOfEvents(name: string, { events, gender }: MedalQuery): boolean {
  const line = { event: name } as Honour; // only the name is asked
  if (gender !== null && genderOfEvent(name) !== gender) return false;
  return events === null || events.some((event) => isHonourOf(line, event));
}

function genderOfEvent(name: string): string | null {
  if (/^men|^boy/i.test(name)) return "m";
  return /^women|^girl|^ladies/i.test(name) ? "w" : null;
}

/** Whether a medal is a holder's; null where the line names no players and may be this person's. */
function isOf(line: MedalLine, { person, associations }: MedalHolder, record: MedalRecord): boolean | null {
  if (person === null) return associations.includes(line.association);
  if (wonBy(record, person).has(line)) return true;
  return line.players.length === 0 && associations.includes(line.association) ? null : false;
}

/** Whether somebody may have played an event: not one of the other sex. */
function mayPlay(record: MedalRecord, person: string | null, event: string): boolean {
  const gender = genderOfEvent(event);
  const own = person === null ? [] : [...wonBy(record, person)];
  return gender === null || own.every((line) => [null, gender].includes(genderOfEvent(line.event)));
}

/** The associations for which a person won medals or plays. */
export function associationsOfPerson(record: MedalRecord, person: string): string[] {
  const played = (record.facts.entriesOfPerson.get(person) ?? []).flatMap(({ association }) => association ?? []);
  const won = [...wonBy(record, person)];
  return [...new Set([...played, ...won.map(({ association }) => association)])];
}

/** All medals of a person. */
function wonBy({ lines, facts, won }: MedalRecord, person: string): ReadonlySet<MedalLine> {
  const held = won.get(person);
  if (held !== undefined) return held;
  const known = facts.people.get(person);
  const own = new Set(lines.filter(({ players }) => players.some((name) => isSameName(name, known))));
  won.set(person, own);
  return own;
}
