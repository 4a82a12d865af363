import type { Outcome } from "../matches/state.ts";
import { type Refusal, isRefused, refuse } from "../refusal.ts";
import { type BySide, type Side, otherSide } from "../sides.ts";
import { lawsOf, USUAL_SPORT } from "../sports/catalogue.ts";
import { gameWinner } from "../sports/scoring.ts";
import type { Laws } from "../sports/sport.ts";
import { type GroupMatch, gamesWon } from "./credit.ts";
import { type GroupLaws, type GroupLawsAsked, ITTF_FOUR_GAMES, groupLaws } from "./ranking-law.ts";
import type { StandingsRequest } from "./standings.ts";

/** A match of a group as somebody wrote it down: nothing is believed yet. */
export interface RecordedMatch {
  readonly a: string;
  readonly b: string;
  readonly games: readonly (readonly [number, number])[];
  /** Games won by a and b, where nobody noted the points. */
  readonly score?: readonly [number, number];
  /** Who won, where nothing else is known, or as a check of what is. */
  readonly winner?: string;
  /** Who was absent, retired or was disqualified; two names when both were absent. */
  readonly ended?: { readonly by: Exclude<Outcome["by"], "play">; readonly who: readonly string[] };
}

/** A group as it was written down. */
export interface RecordedGroup extends GroupLawsAsked {
  readonly entrants: readonly string[];
  readonly matches: readonly RecordedMatch[];
  /** Told by the matches when left out. */
  readonly bestOf?: number;
  /** Every game of `bestOf` is played, decided or not. */
  readonly allGames?: boolean;
  readonly lots?: readonly string[];
}

/** How long the matches of this group are. */
type Length = { readonly needed: number } | { readonly always: number };

/**
 * Checks a written group against the laws, so that it can be ranked. The winner of a match follows from its games.
 * Refuses `entrant-twice`, `unknown-entrant`, `match-with-itself`, `match-twice`, `illegal-game-score`,
 * `undecided-match`, `games-after-decision`, `outcome-contradicts-games` and what groupLaws refuses; the detail says
 * which match and which game, both counted from 1.
 */
export function checkedGroup(group: RecordedGroup): StandingsRequest<string> | Refusal {
  const laws = lawsOf({
    sport: group.sport ?? USUAL_SPORT,
    ...(group.edition === undefined ? {} : { edition: group.edition }),
  });
  if (isRefused(laws)) return laws;
  const length = lengthOf(group, laws);
  const ranking = groupLaws(isOfFour(group, length) ? { ...group, rankingLaw: ITTF_FOUR_GAMES.id } : group);
  if (isRefused(ranking)) return ranking;
  const refusal = refusedEntrants(group) ?? refusedPairings(group);
  if (refusal) return refusal;
  const matches: GroupMatch<string>[] = [];
  for (const [index, match] of group.matches.entries()) {
    const checked = checkedMatch(match, { laws, length });
    if (isRefused(checked)) return { ...checked, detail: { ...checked.detail, match: index + 1 } };
    matches.push(checked);
  }
  return requestOf(group, { matches, ranking, length });
}

interface Checked {
  readonly matches: readonly GroupMatch<string>[];
  readonly ranking: GroupLaws;
  readonly length: Length;
}

function requestOf(group: RecordedGroup, { matches, ranking, length }: Checked): StandingsRequest<string> {
  return {
    entries: group.entrants,
    matches,
    laws: ranking,
    gamesNeeded: "needed" in length ? length.needed : length.always,
    ...(group.lots === undefined ? {} : { lots: group.lots }),
  };
}

function refusedEntrants({ entrants, lots = [] }: RecordedGroup): Refusal | null {
  for (const list of [entrants, lots]) {
    const twice = list.find((name, index) => list.indexOf(name) !== index);
    if (twice !== undefined) return refuse("entrant-twice", `${twice} is listed twice.`, { entrant: twice });
  }
  const outsider = lots.find((name) => !entrants.includes(name));
  return outsider === undefined ? null : unknownEntrant(outsider, {});
}

function refusedPairings({ entrants, matches }: RecordedGroup): Refusal | null {
  const known = new Set(entrants);
  const met = new Map<string, number>();
  for (const [index, { a, b }] of matches.entries()) {
    const match = index + 1;
    const outsider = [a, b].find((name) => !known.has(name));
    if (outsider !== undefined) return unknownEntrant(outsider, { match });
    if (a === b) return refuse("match-with-itself", `${a} cannot play ${a}.`, { match, entrant: a });
    const pair = JSON.stringify([a, b].sort());
    const first = met.get(pair);
    if (first !== undefined) {
      return refuse("match-twice", `${a} and ${b} meet in match ${first} and again in match ${match}.`, {
        match,
        first,
      });
    }
    met.set(pair, match);
  }
  return null;
}

function unknownEntrant(name: string, detail: Refusal["detail"]): Refusal {
  return refuse("unknown-entrant", `${name} is not an entrant of this group.`, { entrant: name, ...detail });
}

/** As told, or as the matches that were played out show it; best of five when none was. */
function lengthOf(group: RecordedGroup, laws: Laws): Length {
  if (group.bestOf !== undefined) return group.allGames ? { always: group.bestOf } : { needed: (group.bestOf + 1) / 2 };
  const whole = group.matches.filter((match) => (match.ended?.by ?? "walkover") === "walkover" && winsOf(match)[0] > 0);
  const played = whole.filter(({ ended }) => ended === undefined);
  if (laws.hasGroupsOfFourGames && areOfFour(played)) return { always: 4 };
  const won = whole.map((match) => winsOf(match)[0]);
  return { needed: won.length > 0 ? Math.max(...won) : 3 };
}

/**
 * Matches of exactly four games that no best of five or seven explains: two all, or three to one with the last game lost,
 * or four to nothing beside three to one. Stage one of the World Cups of Macao is played so.
 */
function areOfFour(matches: readonly RecordedMatch[]): boolean {
  if (matches.length < 2 || matches.some(({ games }) => games.length !== 4)) return false;
  const explained = (needed: number) =>
    matches.every((match) => winsOf(match)[0] === needed && isWonWithLastGame(match));
  return !explained(3) && !explained(4);
}

function isOfFour({ rankingLaw, bestOf }: RecordedGroup, length: Length): boolean {
  return rankingLaw === undefined && bestOf === undefined && "always" in length;
}

/** Games won by the one who won more, and by the other. */
function winsOf({ games, score }: RecordedMatch): [number, number] {
  if (games.length === 0 && score !== undefined) return [Math.max(...score), Math.min(...score)];
  const a = games.filter(([home, away]) => home > away).length;
  return [Math.max(a, games.length - a), Math.min(a, games.length - a)];
}

function isWonWithLastGame({ games }: RecordedMatch): boolean {
  const a = games.filter(([home, away]) => home > away).length;
  const last = games.at(-1);
  return last !== undefined && last[0] > last[1] === a * 2 > games.length;
}

interface MatchLaws {
  readonly laws: Laws;
  readonly length: Length;
}

function checkedMatch(match: RecordedMatch, rules: MatchLaws): GroupMatch<string> | Refusal {
  const sides: BySide<string> = { home: match.a, away: match.b };
  const games = match.games.map(([home, away]): BySide<number> => ({ home, away }));
  const refusal = refusedGames(games, match, rules.laws);
  if (refusal) return refusal;
  const outcome = outcomeOf(games, match, rules);
  if (isRefused(outcome)) return outcome;
  const contradiction = refusedWinner(match, outcome);
  return contradiction ?? { ...sides, games, outcome };
}

function outcomeOf(games: readonly BySide<number>[], match: RecordedMatch, rules: MatchLaws): Outcome | Refusal {
  if (match.ended !== undefined) return outcomeTold(games, match, rules);
  const isUnnoted = games.length === 0 && (match.score !== undefined || match.winner !== undefined);
  return isUnnoted ? outcomeUnnoted(match, rules.length) : outcomeOfPlay(games, match, rules.length);
}

/** The outcome of a match of which no game was noted: by its games won, or by who won alone. */
function outcomeUnnoted({ a, b, score, winner: told }: RecordedMatch, length: Length): Outcome | Refusal {
  if (score === undefined) return { winner: told === a ? "home" : "away", by: "play", gamesWon: null };
  const [home, away] = score;
  const winner = home === away ? null : home > away ? "home" : "away";
  const [most, least] = home > away ? [home, away] : [away, home];
  const isWhole = "always" in length ? most + least === length.always : most === length.needed && least < most;
  if (isWhole) return { winner, by: "play", gamesWon: { home, away } };
  const needed = "always" in length ? `${length.always} games are played` : `${length.needed} games are needed`;
  return refuse("undecided-match", `The match between ${a} and ${b} cannot end ${home}-${away}: ${needed}.`);
}

/** Who is said to have won a match has to play it, and to have won it by what else is told. */
function refusedWinner({ a, b, winner: told }: RecordedMatch, outcome: Outcome): Refusal | null {
  if (told === undefined) return null;
  if (told !== a && told !== b)
    return refuse("unknown-entrant", `${told} does not play this match.`, { entrant: told });
  if (outcome.winner === (told === a ? "home" : "away")) return null;
  return refuse("outcome-contradicts-games", `By what else is told, ${told} has not won this match.`);
}

/** Every game is played to its end, save the last one of a match that was broken off. */
function refusedGames(games: readonly BySide<number>[], { ended }: RecordedMatch, laws: Laws): Refusal | null {
  const mayBreakOff = ended !== undefined && ended.by !== "walkover";
  for (const [index, game] of games.entries()) {
    const isBrokenOff = mayBreakOff && index === games.length - 1 && gameWinner(game, laws.numbers.game) === null;
    if (laws.play.isLegalFinal(game) || isBrokenOff) continue;
    const message = `A game to ${laws.numbers.game.points} cannot end ${game.home}-${game.away}.`;
    return refuse("illegal-game-score", message, { game: index + 1, article: laws.numbers.game.article });
  }
  return null;
}

function outcomeOfPlay(games: readonly BySide<number>[], { a, b }: RecordedMatch, length: Length): Outcome | Refusal {
  const won = gamesWon(games);
  const score = `${won.home}-${won.away}`;
  const winner = won.home === won.away ? null : won.home > won.away ? "home" : "away";
  if ("always" in length) {
    if (games.length === length.always) return { winner, by: "play" };
    return refuse("undecided-match", `${a} and ${b} played ${games.length} of ${length.always} games.`);
  }
  if (winner === null || won[winner] < length.needed) {
    return refuse(
      "undecided-match",
      `At ${score} nobody has won the match between ${a} and ${b}: ${length.needed} games are needed.`,
    );
  }
  const last = games.at(-1);
  if (won[winner] === length.needed && last && last[winner] > last[otherSide(winner)]) return { winner, by: "play" };
  return refuse("games-after-decision", `${a} and ${b} played on after the match was decided.`);
}

function outcomeTold(
  games: readonly BySide<number>[],
  match: RecordedMatch,
  { laws, length }: MatchLaws,
): Outcome | Refusal {
  const { by, who } = match.ended ?? { by: "walkover", who: [] };
  const outsider = who.find((name) => name !== match.a && name !== match.b);
  if (outsider !== undefined)
    return refuse("unknown-entrant", `${outsider} does not play this match.`, { entrant: outsider });
  if (who.length > 1) {
    if (by === "walkover" && games.length === 0) return { winner: null, by };
    return refuse("outcome-contradicts-games", "Both can only be absent, and then no game is played.");
  }
  const winner: Side = who[0] === match.a ? "away" : "home";
  const finished = gamesWon(games.filter((game) => gameWinner(game, laws.numbers.game) !== null));
  const needed = "needed" in length ? length.needed : length.always;
  const lostBy = finished[otherSide(winner)];
  if (by === "walkover" && games.some((game) => game[otherSide(winner)] > 0)) {
    return refuse("outcome-contradicts-games", `${who[0]} was absent and cannot have scored.`);
  }
  if (by === "retirement" && lostBy >= needed) {
    return refuse("outcome-contradicts-games", `${who[0]} had won the match and cannot have retired from it.`);
  }
  return games.length > 0 || match.score === undefined
    ? { winner, by }
    : brokenOffAt(match.score, { who: who[0] ?? "", winner, by, needed });
}

interface BrokenOff {
  readonly who: string;
  readonly winner: Side;
  readonly by: Exclude<Outcome["by"], "play">;
  readonly needed: number;
}

/** The outcome of a match that was not played out and of which the games won are known, but not their points. */
function brokenOffAt([home, away]: readonly [number, number], told: BrokenOff): Outcome | Refusal {
  const { who, winner, by, needed } = told;
  const lostBy = winner === "home" ? away : home;
  if (by === "walkover")
    return lostBy === 0
      ? { winner, by }
      : refuse("outcome-contradicts-games", `${who} was absent and cannot have scored.`);
  if (by === "disqualification" || Math.max(home, away) < needed) return { winner, by, gamesWon: { home, away } };
  return refuse(
    "outcome-contradicts-games",
    `At ${home}-${away} the match was decided: ${who} cannot have retired from it.`,
  );
}
