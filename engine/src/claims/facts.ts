import type { EntryCode } from "../brand.ts";
import type { Honour } from "../history/honours.ts";
import type { CompetitionFacts, EntryFacts, EventFacts, MatchFacts, PersonFacts } from "./record.ts";

/** An entry with the event in which it plays. */
export interface KnownEntry extends EntryFacts {
  readonly event: KnownEvent;
}

/** A match with everything that a claim about it is held against. */
export interface KnownMatch extends MatchFacts {
  readonly event: KnownEvent;
  readonly homeEntry: KnownEntry;
  readonly awayEntry: KnownEntry;
}

export interface KnownEvent {
  readonly facts: EventFacts;
  readonly competition: CompetitionFacts;
  /** `xd`, `ms`, ... as its title says; null when it says none. */
  readonly kind: string | null;
  readonly entries: ReadonlyMap<EntryCode, KnownEntry>;
  readonly matches: readonly KnownMatch[];
  /** Rounds of the knock-out that were played, from the first one. */
  readonly rounds: readonly string[];
}

/** All competitions loaded, as claims ask for them. */
export interface Facts {
  readonly competitions: readonly CompetitionFacts[];
  readonly events: readonly KnownEvent[];
  readonly eventsOf: ReadonlyMap<string, readonly KnownEvent[]>;
  readonly people: ReadonlyMap<string, PersonFacts>;
  readonly entriesOfPerson: ReadonlyMap<string, readonly KnownEntry[]>;
  readonly matchesOfPerson: ReadonlyMap<string, readonly KnownMatch[]>;
  readonly honours: readonly Honour[];
}

const ROUND_ORDER = ["r1024", "r512", "r256", "r128", "r64", "r32", "r16", "qf", "sf", "bronze", "final"];

/** Reads the record into what claims ask for, with medallists whom only the honours name. `kindOf` tells the kind of an event from its title. */
export function gatherFacts(
  competitions: readonly CompetitionFacts[],
  medallists: readonly PersonFacts[],
  kindOf: (event: EventFacts) => string | null,
): Facts {
  const events = competitions.flatMap((competition) =>
    competition.events.map((facts) => knownEvent(facts, competition, kindOf(facts))),
  );
  const entriesOfPerson = new Map<string, KnownEntry[]>();
  const matchesOfPerson = new Map<string, KnownMatch[]>();
  for (const event of events) {
    for (const entry of event.entries.values())
      for (const person of entry.players) push(entriesOfPerson, person, entry);
    for (const match of event.matches) {
      for (const person of [...match.homeEntry.players, ...match.awayEntry.players])
        push(matchesOfPerson, person, match);
    }
  }
  return {
    competitions,
    events,
    eventsOf: new Map(competitions.map(({ id }) => [id, events.filter((event) => event.competition.id === id)])),
    people: new Map(
      [...competitions.flatMap(({ players }) => players), ...medallists].map((person) => [person.id, person]),
    ),
    entriesOfPerson,
    matchesOfPerson,
    honours: distinctHonours(competitions),
  };
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, [value]);
  else held.push(value);
}

function knownEvent(facts: EventFacts, competition: CompetitionFacts, kind: string | null): KnownEvent {
  const entries = new Map<EntryCode, KnownEntry>();
  const matches: KnownMatch[] = [];
  const played = new Set(facts.matches.map(({ round }) => round));
  const event: KnownEvent = {
    facts,
    competition,
    kind,
    entries,
    matches,
    rounds: ROUND_ORDER.filter((round) => played.has(round)),
  };
  for (const entry of facts.entries) entries.set(entry.code, { ...entry, event });
  for (const match of facts.matches) {
    const homeEntry = entries.get(match.home);
    const awayEntry = entries.get(match.away);
    if (homeEntry && awayEntry) matches.push({ ...match, event, homeEntry, awayEntry });
  }
  return event;
}

/** Several competitions may bring the same list of honours. */
function distinctHonours(competitions: readonly CompetitionFacts[]): Honour[] {
  const seen = new Map<string, Honour>();
  for (const { honours } of competitions) {
    for (const honour of honours) {
      seen.set(
        [honour.year, honour.competition, honour.event, honour.medal, honour.association, ...honour.players].join("|"),
        honour,
      );
    }
  }
  return [...seen.values()];
}

/** `WANG Chuqin / SUN Yingsha`; of a team its own name, or that of its association. */
export function entryName(facts: Facts, entry: KnownEntry): string {
  if (entry.event.facts.kind === "team") return teamName(entry);
  const names = entry.players.map((id) => facts.people.get(id)).map((person) => (person ? personName(person) : ""));
  return names.join(" / ");
}

function teamName({ name, association, code, event }: KnownEntry): string {
  const own = name ?? event.competition.associations.find((one) => one.code === association)?.name ?? {};
  return own["en"] ?? Object.values(own)[0] ?? association ?? code;
}

export function personName({ family, given }: PersonFacts): string {
  return `${family} ${given}`.trim();
}

/** The entry that won a match, and the other one; null where nobody won. */
export function winnerOf(match: KnownMatch): { winner: KnownEntry; loser: KnownEntry } | null {
  if (match.winner === match.home) return { winner: match.homeEntry, loser: match.awayEntry };
  if (match.winner === match.away) return { winner: match.awayEntry, loser: match.homeEntry };
  return null;
}

/** The points of each game, the winner's first. */
export function gamesOfWinner(match: KnownMatch): (readonly [number, number])[] {
  return match.games.map(([home, away]) => (match.winner === match.home ? [home, away] : [away, home]));
}

/** Games won by the winner and by the loser; null where nobody noted them. */
export function gameScore(match: KnownMatch): readonly [number, number] | null {
  const { gamesWon } = match;
  if (gamesWon === null) return null;
  if (gamesWon !== undefined) return match.winner === match.home ? gamesWon : [gamesWon[1], gamesWon[0]];
  const won = gamesOfWinner(match).filter(([own, other]) => own > other).length;
  return [won, match.games.length - won];
}
