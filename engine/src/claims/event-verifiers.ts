import type { RecordClaim } from "../history/record-claim.ts";
import { gameScore, gamesOfWinner, type KnownEntry, type KnownMatch } from "./facts.ts";
import { among, behind, lengthOf, matchesOf, medallist, medallists, playedMatches } from "./verifier.ts";
import { type Verifiers, winsOver } from "./verifier.ts";

type Says =
  | "medals-of-one"
  | "medals-apart"
  | "lowest-ranked"
  | "only-unranked"
  | "beat-seeds"
  | "comeback"
  | "nothing-lost"
  | "full-length"
  | "longest-game"
  | "most-games"
  | "top-seed-won"
  | "seeds-missing"
  | "upset";

/** What is said of one event, held against its entries, matches and medals. */
export const EVENT_VERIFIERS: Verifiers<Says> = {
  "medals-of-one": ({ association, count }, { event, facts }) => {
    const holders = medallists(event);
    const areAll = (entries: readonly KnownEntry[]) =>
      entries.length > 1 && new Set(entries.map((entry) => entry.association)).size === 1;
    const holds = areAll(holders) && holders.length === count && holders[0]?.association === association;
    return among(holds, facts.events.map(medallists), areAll);
  },

  "medals-apart": ({ count }, { event, facts }) => {
    const holders = medallists(event);
    const areApart = (entries: readonly KnownEntry[]) =>
      entries.length > 1 && new Set(entries.map((entry) => entry.association ?? "")).size === entries.length;
    const areKnown = holders.every(({ association }) => association !== null);
    return among(areKnown && areApart(holders) && holders.length === count, facts.events.map(medallists), areApart);
  },

  "lowest-ranked": ({ entry, entries }, { event }) => {
    const all = [...event.entries.values()];
    const own = event.entries.get(entry);
    const others = all.filter(({ code }) => code !== entry);
    if (own === undefined || others.some(({ rank }) => rank === null)) return null;
    const place = own.unranked ? Infinity : (own.rank ?? 0);
    const isLowest = others.every(({ rank }) => (rank ?? Infinity) < place);
    const hasMedal = medallists(event).includes(own);
    return { holds: isLowest && hasMedal && all.length === entries, like: 1, of: all.length };
  },

  "only-unranked": ({ entry, entries }, { event }) => {
    const all = [...event.entries.values()];
    const without = all.filter(({ unranked }) => unranked).map(({ code }) => code);
    const isOnly = without.length === 1 && without[0] === entry && all.length === entries;
    return { holds: isOnly && medallists(event).some(({ code }) => code === entry), like: 1, of: all.length };
  },

  "beat-seeds": ({ entry, seeds }, { event, facts }) => {
    const own = event.entries.get(entry);
    if (own === undefined || !medallists(event).includes(own)) return { holds: false, like: 0, of: 0 };
    const beaten = matchesOf(event, entry)
      .filter((match) => match.winner === entry && match.by === "play")
      .map((match) => loserOf(match).seed);
    const isBetter = (seed: number) => own.seed === null || seed < own.seed;
    const holds = seeds.length > 0 && seeds.every((seed) => beaten.includes(seed) && isBetter(seed));
    return among(holds, playedMatches(facts), (match) => seedGap(match) > 0);
  },

  comeback: ({ winner, loser, games }, { event, facts }) => {
    const most = games[1] - games[0];
    const matches = playedMatches(facts).filter((match) => match.games.length > 0);
    const holds = winsOver(event, winner, loser).some((match) => standsOf(match).includes(games.join("-")));
    const isMost = event.matches.every((match) => match.by !== "play" || behind(match) <= most);
    return among(holds && isMost, matches, (match) => behind(match) >= most);
  },

  "nothing-lost": ({ entry, of, count }, { event, facts }) => {
    const own = matchesOf(event, entry);
    const champions = facts.events.flatMap((one) =>
      medallist(one, "gold").map((champion) => matchesOf(one, champion.code)),
    );
    const isChampion = medallist(event, "gold").some(({ code }) => code === entry);
    const isWhole = own.length === count && own.every((match) => match.winner === entry && match.by === "play");
    const hasLost = (matches: readonly KnownMatch[]) => matches.some((match) => gameScore(match)?.[1] !== 0);
    return among(isChampion && isWhole && (of === "matches" || !hasLost(own)), champions, (one) => !hasLost(one));
  },

  "full-length": ({ winner, loser, game, count }, { event, facts }) => {
    const isFull = (match: KnownMatch) => lengthOf(match) === match.event.facts.bestOf;
    const gone = event.matches.filter((match) => match.by === "play" && isFull(match));
    const holds = winsOver(event, winner, loser).some(
      (match) => gone.includes(match) && gamesOfWinner(match).at(-1)?.join() === game.join(),
    );
    return among(holds && gone.length === count, playedMatches(facts), isFull);
  },

  "longest-game": ({ winner, loser, game }, { event, facts }) => {
    const points = game[0] + game[1];
    const holds = winsOver(event, winner, loser).some((match) =>
      gamesOfWinner(match).some((one) => one.join() === game.join()),
    );
    const longest = (match: KnownMatch) => Math.max(...match.games.map(([home, away]) => home + away));
    const isLongest = event.matches.every((match) => match.by !== "play" || longest(match) <= points);
    return among(holds && isLongest, playedMatches(facts), (match) => longest(match) >= points);
  },

  "most-games": ({ entry, games, matches }, { event }) => {
    const own = playedBy(matchesOf(event, entry));
    const entries = [...event.entries.keys()];
    const isMost = entries.every((one) => one === entry || playedBy(matchesOf(event, one)).games < own.games);
    return { holds: own.games === games && own.matches === matches && isMost, like: 1, of: entries.length };
  },

  "top-seed-won": ({ entry }, { event, facts }) => {
    const isWon = (entries: readonly KnownEntry[]) => entries.some(({ seed }) => seed === 1);
    const champions = facts.events.map((one) => medallist(one, "gold")).filter((entries) => entries.length > 0);
    const holds = medallist(event, "gold").some(({ code, seed }) => code === entry && seed === 1);
    return among(holds, champions, isWon);
  },

  "seeds-missing": ({ seeds }, { event, facts }) => {
    const missing = (one: typeof event) =>
      [...one.entries.values()]
        .filter(({ code, seed }) => seed !== null && seed <= 4 && !isSemiFinalist(one.matches, code))
        .map(({ seed }) => seed);
    const isSame = missing(event).toSorted().join() === seeds.toSorted().join();
    const seeded = facts.events.filter(({ entries }) => [...entries.values()].some(({ seed }) => seed === 4));
    return among(isSame && seeded.includes(event), seeded, (one) => missing(one).length === seeds.length);
  },

  upset: ({ winner, loser, seeds }, { event, facts }) => {
    const [match] = winsOver(event, winner, loser);
    if (match === undefined) return { holds: false, like: 0, of: 0 };
    const isSame = event.entries.get(winner)?.seed === seeds[0] && event.entries.get(loser)?.seed === seeds[1];
    const gap = seedGap(match);
    const isMost = gap > 0 && event.matches.every((one) => one === match || seedGap(one) < gap);
    return among(isSame && isMost, playedMatches(facts), (one) => seedGap(one) >= gap);
  },
};

/** How many places in the seeding lie between the loser and a winner below; nobody who has no seed stands above the last seed. */
export function seedGap(match: KnownMatch): number {
  if (match.by !== "play" || match.winner === null) return 0;
  const winner = match.winner === match.home ? match.homeEntry : match.awayEntry;
  const { seed } = loserOf(match);
  if (seed === null) return 0;
  if (winner.seed !== null) return Math.max(0, winner.seed - seed);
  return Math.max(...[...match.event.entries.values()].map((entry) => entry.seed ?? 0)) + 1 - seed;
}

function loserOf(match: KnownMatch): KnownEntry {
  return match.winner === match.home ? match.awayEntry : match.homeEntry;
}

function isSemiFinalist(matches: readonly KnownMatch[], entry: RecordClaim["event"]): boolean {
  return matches.some(({ round, home, away }) => round === "sf" && (home === entry || away === entry));
}

/** The score in games after each game, the winner's first. */
function standsOf(match: KnownMatch): string[] {
  let [won, lost] = [0, 0];
  return gamesOfWinner(match).map(([own, other]) => {
    if (own > other) won += 1;
    else lost += 1;
    return `${won}-${lost}`;
  });
}

function playedBy(matches: readonly KnownMatch[]): { games: number; matches: number } {
  const played = matches.filter(({ by }) => by === "play");
  return { games: played.reduce((sum, match) => sum + (lengthOf(match) ?? 0), 0), matches: played.length };
}
