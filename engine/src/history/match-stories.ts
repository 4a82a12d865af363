import type { EntryCode } from "../brand.ts";
import { matchEvidence, type Story, type Win } from "./record.ts";
import type { RecordClaim } from "./record-claim.ts";
import type { Storyline, StorylineCode } from "./storyline.ts";

/** A story of games, and the same of sets. */
type Codes = Readonly<Record<Story["parts"], StorylineCode>>;

const ONLY_DECIDING: Codes = { games: "only-deciding-game", sets: "only-deciding-set" };
const DECIDING: Codes = { games: "deciding-game", sets: "deciding-set" };
const COMEBACK: Codes = { games: "comeback", sets: "comeback-in-sets" };
const MOST: Codes = { games: "most-games", sets: "most-sets" };
const LONGEST: Codes = { games: "longest-game", sets: "longest-set" };

function codeFor({ parts }: Story, codes: Codes): StorylineCode {
  return codes[parts];
}

/** A medallist's match that went to the last possible game. */
export function decidingGames(story: Story): Storyline[] {
  const medallists = new Set<EntryCode>(story.medallists.map(({ code }) => code));
  const gone = story.wins.filter(({ score }) => gamesIn(score) === story.bestOf && story.bestOf > 1);
  if (story.wins.some(({ score }) => score === null)) return [];
  return gone
    .filter(({ winner, games }) => medallists.has(winner.code) && games.length > 0)
    .map((win) => ({
      code: codeFor(story, gone.length === 1 ? ONLY_DECIDING : DECIDING),
      facts: { entry: win.winner.name, other: win.loser.name, score: scoreOf(win.games.at(-1)), count: gone.length },
      claim: { ...pairing(story, win), says: "full-length", game: win.games.at(-1) ?? [0, 0], count: gone.length },
      evidence: [win, ...gone.filter((other) => other !== win)].map((one) => matchEvidence(story, one)),
    }));
}

function pairing(story: Story, { winner, loser }: Win) {
  return { event: story.id, winner: winner.code, loser: loser.code };
}

/** How many games a match had. */
function gamesIn(score: Win["score"]): number | null {
  return score && score[0] + score[1];
}

/** Whether the points of every match are known: else nothing can be the longest or the most. */
function isKnownByPoints({ wins }: Story): boolean {
  return wins.every(({ games }) => games.length > 0);
}

const FAR_BEHIND = 2;

/** Matches won after trailing by two games or more: the most that anybody caught up in this event. */
export function comebacks(story: Story): Storyline[] {
  if (!isKnownByPoints(story)) return [];
  const trailed = story.wins
    .map((win) => ({ win, low: lowest(win) }))
    .filter(({ low }) => low[1] - low[0] >= FAR_BEHIND);
  const most = Math.max(...trailed.map(({ low }) => low[1] - low[0]));
  return trailed
    .filter(({ low }) => low[1] - low[0] === most)
    .map(({ win, low }) => ({
      code: codeFor(story, COMEBACK),
      facts: { entry: win.winner.name, other: win.loser.name, games: low.join("-") },
      claim: { ...pairing(story, win), says: "comeback", games: low },
      evidence: [matchEvidence(story, win)],
    }));
}

/** The score in games at which the winner was furthest behind. */
function lowest(win: Win): readonly [number, number] {
  let low: readonly [number, number] = [0, 0];
  let now: readonly [number, number] = [0, 0];
  for (const [own, other] of win.games) {
    now = own > other ? [now[0] + 1, now[1]] : [now[0], now[1] + 1];
    if (now[1] - now[0] > low[1] - low[0]) low = now;
  }
  return low;
}

/** The game with the most points; nothing when two games share it. */
export function longestGame(story: Story): Storyline[] {
  if (!story.state.complete || !isKnownByPoints(story)) return [];
  const games = story.wins.flatMap((win) => win.games.map((game) => ({ win, game, points: game[0] + game[1] })));
  const most = Math.max(...games.map(({ points }) => points));
  const [longest, ...others] = games.filter(({ points }) => points === most);
  if (!longest || others.length > 0 || games.length < 2) return [];
  const { win, game } = longest;
  const facts = { entry: win.winner.name, other: win.loser.name, score: scoreOf(game) };
  const claim: RecordClaim = { ...pairing(story, win), says: "longest-game", game };
  return [{ code: codeFor(story, LONGEST), facts, claim, evidence: [matchEvidence(story, win)] }];
}

/** The medallist who played more games than anybody else in the event. */
export function mostGames(story: Story): Storyline[] {
  if (!story.state.complete || !isPlayedOut(story)) return [];
  const played = story.entries.map((entry) => {
    const matches = story.wins.filter(({ winner, loser }) => winner.code === entry.code || loser.code === entry.code);
    return { entry, matches, games: matches.reduce((sum, { score }) => sum + (gamesIn(score) ?? 0), 0) };
  });
  const most = Math.max(...played.map(({ games }) => games));
  const [first, ...others] = played.filter(({ games }) => games === most);
  if (!first || others.length > 0 || !story.medallists.some(({ code }) => code === first.entry.code)) return [];
  const facts = { entry: first.entry.name, count: first.games, matches: first.matches.length };
  const counted = { games: first.games, matches: first.matches.length };
  const claim: RecordClaim = { event: story.id, says: "most-games", entry: first.entry.code, ...counted };
  const evidence = first.matches.map((win) => matchEvidence(story, win));
  return [{ code: codeFor(story, MOST), facts, claim, evidence }];
}

/** Whether no match was broken off, or is known by its winner alone: its games cannot be counted. */
function isPlayedOut({ state, wins }: Story): boolean {
  const isWhole = state.matches.every(
    ({ result }) =>
      !result || result.outcome.by === "play" || (result.games.length === 0 && result.outcome.gamesWon === undefined),
  );
  return isWhole && wins.every(({ score }) => score !== null);
}

function scoreOf(game: readonly [number, number] | undefined): string {
  return (game ?? []).join("-");
}
