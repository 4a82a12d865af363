import type { PersonMedal, RecordClaim } from "../history/record-claim.ts";
import type { Evidence, Storyline, StorylineCode, StorylineValue, Words } from "../history/storyline.ts";
import { MEDALS } from "../medals/medals.ts";
import { seedGap } from "./event-verifiers.ts";
import { entryName, type Facts, gameScore, type KnownEntry, type KnownEvent, type KnownMatch } from "./facts.ts";
import { inOrder, isPairing, sideKey } from "./held-verifiers.ts";
import { ofThisEvent } from "./honour-verifiers.ts";
import { medallist } from "./verifier.ts";

/** Wins in a row that are worth telling: a whole knock-out of 32, won. */
const LONG_ROW = 5;

/** What can be told of an event beside the others held here: the biggest upset, double medallists, titles in a row. */
export function heldStories(facts: Facts, id: string): Storyline[] {
  const event = facts.events.find((one) => one.facts.id === id);
  if (event === undefined) return [];
  const people = medallistPeople(event);
  return [
    ...biggestUpset(facts, event),
    ...titlesInARow(facts, event),
    ...people.flatMap((person) => severalMedals(facts, event, person)),
    ...MEDALS.flatMap((medal) => medallist(event, medal)).flatMap((entry) => lastRow(facts, entry)),
  ];
}

/** What can be told of a match: how often the two have met here, or that they had not. */
export function matchStories(facts: Facts, id: string): Storyline[] {
  const match = facts.events.flatMap(({ matches }) => matches).find((one) => one.id === id);
  if (match === undefined || match.winner === null || match.by !== "play") return [];
  return meeting(facts, match);
}

/** What can be told of somebody: several medals of one competition, and wins in a row. */
export function personStories(facts: Facts, person: string): Storyline[] {
  const entries = facts.entriesOfPerson.get(person) ?? [];
  const first = new Map(entries.toReversed().map((entry) => [entry.event.competition.id, entry]));
  const rows = new Map(entries.map((entry) => [sideKey(entry), entry]));
  return [
    ...[...first.values()].flatMap(({ event }) => severalMedals(facts, event, person)),
    ...[...rows.values()].flatMap((entry) => lastRow(facts, entry)),
  ];
}

interface Told {
  readonly code: StorylineCode;
  readonly facts: Readonly<Record<string, StorylineValue>>;
  readonly claim: RecordClaim;
  readonly matches?: readonly KnownMatch[];
  readonly entries?: readonly KnownEntry[];
}

function story(record: Facts, { code, facts, claim, matches = [], entries = [] }: Told): Storyline {
  const evidence: Evidence[] = [
    ...matches.map((match) => matchPiece(record, match)),
    ...entries.map((entry): Evidence => ({ kind: "entry", id: idOf(entry), name: wordsOf(record, entry) })),
  ];
  return { code, facts, claim, evidence };
}

function idOf({ event, code }: KnownEntry): string {
  return `${event.facts.id}/${code}`;
}

function matchPiece(facts: Facts, match: KnownMatch): Evidence {
  const { winner, loser } = sidesOf(match);
  const score = gameScore(match)?.join("-") ?? null;
  return { kind: "match", id: match.id, winner: wordsOf(facts, winner), loser: wordsOf(facts, loser), score };
}

function sidesOf(match: KnownMatch): { winner: KnownEntry; loser: KnownEntry } {
  const isHome = match.winner === match.home;
  return { winner: isHome ? match.homeEntry : match.awayEntry, loser: isHome ? match.awayEntry : match.homeEntry };
}

/** An entry by language: in each in which one of its players has a name, else as the federation writes it. */
function wordsOf(facts: Facts, entry: KnownEntry): Words {
  const latin = entryName(facts, entry);
  const people = entry.players.flatMap((id) => facts.people.get(id) ?? []);
  const languages = entry.event.facts.kind === "team" ? [] : people.flatMap(({ names }) => Object.keys(names));
  const written = (language: string) =>
    people.map(({ names, family, given }) => names[language] ?? `${family} ${given}`.trim()).join(" / ");
  return { ...Object.fromEntries([...new Set(languages)].map((tag) => [tag, written(tag)])), en: latin };
}

function biggestUpset(facts: Facts, event: KnownEvent): Storyline[] {
  const gaps = event.matches.map((match) => ({ match, gap: seedGap(match) }));
  const most = Math.max(1, ...gaps.map(({ gap }) => gap));
  const [upset, ...others] = gaps.filter(({ gap }) => gap === most);
  if (upset === undefined || others.length > 0 || !event.facts.complete) return [];
  const { winner, loser } = sidesOf(upset.match);
  const names = { entry: wordsOf(facts, winner), other: wordsOf(facts, loser), seed: String(loser.seed) };
  const claim: RecordClaim = {
    event: event.facts.id,
    says: "upset",
    winner: winner.code,
    loser: loser.code,
    seeds: [winner.seed, loser.seed ?? 0],
  };
  const told = { claim, matches: [upset.match] };
  if (winner.seed === null) return [story(facts, { ...told, code: "biggest-upset-unseeded", facts: names })];
  return [story(facts, { ...told, code: "biggest-upset", facts: { ...names, own: String(winner.seed) } })];
}

function titlesInARow(facts: Facts, event: KnownEvent): Storyline[] {
  const lines = ofThisEvent(event);
  const years = [...new Set(lines.map(({ year }) => year))].toSorted((one, other) => other - one);
  return medallist(event, "gold").flatMap((champion) => {
    const { association } = champion;
    if (association === null) return [];
    const isWon = (year: number) =>
      lines.some((line) => line.year === year && line.medal === "gold" && line.association === association);
    const missed = years.findIndex((year) => !isWon(year));
    const count = (missed < 0 ? years.length : missed) + 1;
    if (count < 3) return [];
    const isAll = missed < 0;
    const named = event.competition.associations.find(({ code }) => code === association)?.name ?? {};
    const words = { association: { ...named, en: named["en"] ?? association }, count, from: String(years.at(-1)) };
    const claim: RecordClaim = { event: event.facts.id, says: "titles-in-a-row", association, count, isAll };
    const code = isAll ? "titles-all" : "titles-in-a-row";
    return [story(facts, { code, facts: words, claim, entries: [champion] })];
  });
}

function medallistPeople(event: KnownEvent): string[] {
  return [...new Set(MEDALS.flatMap((medal) => medallist(event, medal)).flatMap(({ players }) => players))];
}

function severalMedals(facts: Facts, event: KnownEvent, person: string): Storyline[] {
  const events = facts.events.filter(({ competition }) => competition.id === event.competition.id);
  const won = events.flatMap((one) =>
    MEDALS.flatMap((medal) =>
      medallist(one, medal)
        .filter(({ players }) => players.includes(person))
        .map((entry) => ({ entry, medal, event: one.facts.id })),
    ),
  );
  const known = facts.people.get(person);
  if (won.length < 2 || known === undefined) return [];
  const name = `${known.family} ${known.given}`.trim();
  const [gold, silver, bronze] = MEDALS.map((medal) => won.filter((one) => one.medal === medal).length);
  const words = { entry: { ...known.names, en: name }, count: won.length, gold: gold ?? 0, silver: silver ?? 0 };
  const medals = won.map(({ event: id, medal }): PersonMedal => ({ event: id, medal }));
  const claim: RecordClaim = { event: event.facts.id, says: "several-medals", person, medals };
  const entries = won.map(({ entry }) => entry);
  return [story(facts, { code: "several-medals", facts: { ...words, bronze: bronze ?? 0 }, claim, entries })];
}

function meeting(facts: Facts, match: KnownMatch): Storyline[] {
  const { winner, loser } = sidesOf(match);
  const all = inOrder(facts, match.event);
  const met = all.filter((one) => isPairing(one, match));
  const until = met.slice(0, met.indexOf(match) + 1);
  const isOwn = (one: KnownMatch) => sideKey(sidesOf(one).winner) === sideKey(winner);
  const won = until.filter(isOwn).length;
  const claim: RecordClaim = {
    event: match.event.facts.id,
    says: "meeting",
    match: match.id,
    winner: winner.code,
    loser: loser.code,
    nth: until.length,
    won,
  };
  const names = { entry: wordsOf(facts, winner), other: wordsOf(facts, loser) };
  if (until.length > 1) {
    const words = { ...names, count: until.length, won, lost: until.length - won };
    return [story(facts, { code: "met-before", facts: words, claim, matches: until })];
  }
  const areKnown = [winner, loser].every((side) => competitionsOf(all, side) > 1);
  return areKnown ? [story(facts, { code: "first-meeting", facts: names, claim, matches: until })] : [];
}

/** In how many competitions somebody has played here. */
function competitionsOf(matches: readonly KnownMatch[], side: KnownEntry): number {
  const own = matches.filter((one) => [one.homeEntry, one.awayEntry].some((entry) => sideKey(entry) === sideKey(side)));
  return new Set(own.map(({ event }) => event.competition.id)).size;
}

/** The matches that somebody has won since the last one lost, where there are many and more than one competition. */
function lastRow(facts: Facts, entry: KnownEntry): Storyline[] {
  const key = sideKey(entry);
  const own = inOrder(facts, entry.event).filter((one) =>
    [one.homeEntry, one.awayEntry].some((e) => sideKey(e) === key),
  );
  const upTo = own.slice(0, own.findLastIndex(({ event }) => event === entry.event) + 1);
  const row = upTo.slice(upTo.findLastIndex((one) => sideKey(sidesOf(one).loser) === key) + 1);
  const last = row.at(-1);
  const competitions = new Set(row.map(({ event }) => event.competition.id));
  if (last === undefined || row.length < LONG_ROW || competitions.size < 2) return [];
  const of = { entry: entry.code, match: last.id, count: row.length };
  const claim: RecordClaim = { event: entry.event.facts.id, says: "wins-in-a-row", ...of };
  const words = { entry: wordsOf(facts, entry), count: row.length };
  return [story(facts, { code: "wins-in-a-row", facts: words, claim, matches: row })];
}
