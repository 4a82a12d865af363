import type { Facts, KnownEntry, KnownEvent, KnownMatch } from "./facts.ts";
import { among, playedMatches, type Verifiers } from "./verifier.ts";

type Says = "meeting" | "wins-in-a-row" | "several-medals";

/** What is said across events and competitions, as far as they were held here. */
export const HELD_VERIFIERS: Verifiers<Says> = {
  meeting: ({ match: id, winner, loser, nth, won }, { event, facts }) => {
    const match = event.matches.find((one) => one.id === id);
    if (match === undefined || match.winner !== winner || ![match.home, match.away].includes(loser)) return null;
    const before = inOrder(facts, event).filter((one) => isPairing(one, match));
    const until = before.slice(0, before.indexOf(match) + 1);
    const winnerKey = sideKey(match.winner === match.home ? match.homeEntry : match.awayEntry);
    const wins = until.filter((one) => winnerKeyOf(one) === winnerKey).length;
    const all = playedMatches(facts);
    return { holds: until.length === nth && wins === won, like: nth > 1 ? until.length : all.length, of: all.length };
  },

  "wins-in-a-row": ({ entry, match: id, count }, { event, facts }) => {
    const own = event.entries.get(entry);
    if (own === undefined) return null;
    const key = sideKey(own);
    const matches = inOrder(facts, event).filter((one) => [one.homeEntry, one.awayEntry].map(sideKey).includes(key));
    const until = matches.slice(0, matches.findIndex((one) => one.id === id) + 1);
    const lost = until.findLastIndex((one) => winnerKeyOf(one) !== key);
    return { holds: until.length > 0 && until.length - lost - 1 === count, like: 1, of: event.entries.size * count };
  },

  "several-medals": ({ person, medals }, { event, facts }) => {
    const events = facts.events.filter(({ competition }) => competition.id === event.competition.id);
    const won = (who: string) =>
      events.flatMap((one) =>
        one.facts.medals
          .filter(({ entry }) => one.entries.get(entry)?.players.includes(who) === true)
          .map(({ medal }) => `${one.facts.id} ${medal}`),
      );
    const said = medals.map((one) => `${one.event} ${one.medal}`);
    const people = [...new Set(events.flatMap(({ entries }) => [...entries.values()].flatMap((one) => one.players)))];
    const holds = won(person).toSorted().join() === said.toSorted().join();
    return among(holds, people, (one) => won(one).length >= medals.length);
  },
};

/** Who plays, the same in every competition: the players, or the association of a team whose players nobody noted. */
export function sideKey({ players, association, event }: KnownEntry): string {
  const { sport, kind } = event.facts;
  const who = players.length > 0 ? players.toSorted().join() : (association ?? "");
  return `${sport} ${kind} ${who}`;
}

function winnerKeyOf(match: KnownMatch): string {
  return sideKey(match.winner === match.home ? match.homeEntry : match.awayEntry);
}

export function isPairing(one: KnownMatch, other: KnownMatch): boolean {
  const [first, second] = [one, other].map(({ homeEntry, awayEntry }) =>
    [homeEntry, awayEntry].map(sideKey).toSorted().join("|"),
  );
  return first === second;
}

/** The matches played in a sport, as they followed one another; within an event that has no times as the record lists them. */
export function inOrder(facts: Facts, { facts: { sport } }: KnownEvent): KnownMatch[] {
  const played = playedMatches(facts).filter(({ event }) => event.facts.sport === sport);
  const at = ({ start, event }: KnownMatch) =>
    `${start?.date ?? event.competition.from} ${String(start?.minute ?? 0).padStart(4, "0")}`;
  return played.toSorted((one, other) => (at(one) < at(other) ? -1 : at(one) > at(other) ? 1 : 0));
}
