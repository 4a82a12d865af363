import { beatChampions, titleDefended } from "./champion-stories.ts";
import { comebacks, decidingGames, longestGame, mostGames } from "./match-stories.ts";
import { bestMedals, firstInEvent, firstMedals } from "./medal-stories.ts";
import { podiumShared, podiumTogether } from "./podium-stories.ts";
import { beatSeeds, champions, firstSeedWon, lowestRanked, seedsInSemiFinals } from "./rank-stories.ts";
import { type EventRecord, storyOf } from "./record.ts";
import { type Storyline, STORYLINES } from "./storyline.ts";

/** What is told of the games of a match: nothing where its score counts rubbers. */
const TELLERS_OF_GAMES = [comebacks, decidingGames, mostGames, longestGame];

const TELLERS = [
  podiumTogether,
  lowestRanked,
  beatChampions,
  titleDefended,
  beatSeeds,
  firstMedals,
  bestMedals,
  firstInEvent,
  champions,
  firstSeedWon,
  seedsInSemiFinals,
  podiumShared,
];

/** Heaviest first: the order in which the codes are written down. */
const ORDER = Object.keys(STORYLINES);

/**
 * What can be told of an event, heaviest first, each sentence with its evidence. Only what the record proves:
 * what is not known (a seed, a rank, who won in years the honours do not hold) is never taken for something.
 * A corrected result changes them by itself.
 */
export function storylines(record: EventRecord): Storyline[] {
  const story = storyOf(record);
  const tellers = story.isOfTeams ? TELLERS : [...TELLERS, ...TELLERS_OF_GAMES];
  const told = tellers.flatMap((teller) => teller(story));
  return told.sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code));
}
