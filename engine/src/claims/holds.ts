import { dateOf, dayNumber, weekday } from "./calendar.ts";
import { type Attribute, LAST_GAME } from "./attributes.ts";
import { gameScore, gamesOfWinner, type KnownMatch } from "./facts.ts";
import type { StartFacts } from "./record.ts";
import { isEventCalled, type Scope } from "./scope.ts";

/** Whether a match is as an attribute says: null where the record cannot tell. */
export interface Held {
  readonly fits: boolean | null;
  /** What the record has. */
  readonly truth: string;
}

const UNKNOWN: Held = { fits: null, truth: "" };

/** Holds one attribute against one match. */
export function hold(attribute: Attribute, match: KnownMatch, scope: Scope): Held {
  switch (attribute.kind) {
    case "score":
      return holdScore(attribute, match);
    case "points":
      return holdPoints(attribute.points, match);
    case "game":
      return holdGame(attribute, match);
    case "lead":
      return holdLead(attribute.score, match);
    case "length":
      return wasScored(match, ([won, lost]) => ({ fits: won + lost === attribute.games, truth: String(won + lost) }));
    case "sweep":
      return wasScored(match, (score) => ({ fits: score[1] === 0, truth: score.join("-") }));
    case "full-length":
      return holdFullLength(match);
    case "share":
      return wasPlayed(match, () => holdShare(attribute, match));
    case "run":
      return wasPlayed(match, () => holdRun(attribute.games, match));
    case "sum":
      return wasPlayed(match, () => holdSum(attribute.points, match));
    case "round":
      return { fits: isRound(match, attribute), truth: match.round ?? "group" };
    case "event":
      return {
        fits: isEventCalled(match.event, attribute.event),
        truth: match.event.facts.title["en"] ?? match.event.facts.id,
      };
    case "table":
      return holdTable(attribute, match);
    case "clock":
      return holdClock(attribute, match, scope);
    default:
      return holdDay(attribute, match, scope);
  }
}

/** Of a match that was played out and whose score in games is known. */
function wasScored(match: KnownMatch, answer: (score: readonly [number, number]) => Held): Held {
  const score = match.by === "play" ? gameScore(match) : null;
  return score !== null && score[0] + score[1] > 0 ? answer(score) : UNKNOWN;
}

/** Whether the last game that may be played had to be. */
function holdFullLength(match: KnownMatch): Held {
  return wasScored(match, ([won, lost]) => ({
    fits: won + lost === match.event.facts.bestOf,
    truth: `${won + lost} games`,
  }));
}

/** Of a match that was played out and whose points are known. */
function wasPlayed(match: KnownMatch, answer: () => Held): Held {
  return match.by === "play" && match.games.length > 0 ? answer() : UNKNOWN;
}

function holdScore(
  { score, isOnTheWay = false }: { score: readonly [number, number]; isOnTheWay?: boolean },
  match: KnownMatch,
): Held {
  const [most, least] = [Math.max(...score), Math.min(...score)];
  const fits = (stand: readonly [number, number]) => Math.max(...stand) === most && Math.min(...stand) === least;
  return wasScored(match, (final) => ({
    fits: fits(final) || (isOnTheWay && standsOf(match).some(fits)),
    truth: final.join("-"),
  }));
}

function holdPoints(said: readonly (readonly [number, number])[], match: KnownMatch): Held {
  return wasPlayed(match, () => {
    const games = gamesOfWinner(match);
    const truth = games.map((game) => game.join("-")).join(", ");
    const fits = [0, 1].some((turn) => areGames(said, games, turn));
    return { fits, truth };
  });
}

/** Whether these are the games, or some of them one after another, seen from one side. */
function areGames(
  said: readonly (readonly [number, number])[],
  games: readonly (readonly [number, number])[],
  turn: number,
): boolean {
  for (let from = 0; from + said.length <= games.length; from += 1) {
    const fits = said.every(
      (game, index) => game[turn] === games[from + index]?.[0] && game[1 - turn] === games[from + index]?.[1],
    );
    if (fits) return true;
  }
  return false;
}

function holdGame(
  { game, points }: { game: number | null; points: readonly [number, number] },
  match: KnownMatch,
): Held {
  const isSame = (played: readonly [number, number] | undefined) =>
    played !== undefined && Math.max(...played) === Math.max(...points) && Math.min(...played) === Math.min(...points);
  return wasPlayed(match, () => {
    const games = gamesOfWinner(match);
    if (game === null && games.some(isSame)) return { fits: true, truth: points.join("-") };
    // Points on the way may stand so in any game; those of a game that is over cannot.
    if (game === null)
      return isWhole(points) ? { fits: false, truth: games.map((one) => one.join("-")).join(", ") } : UNKNOWN;
    const played = game === LAST_GAME ? games.at(LAST_GAME) : games[game - 1];
    // `saved a game point at 10-11`: where the game stood, not how it ended.
    if (!isSame(played) && mayStand(points)) return UNKNOWN;
    return { fits: isSame(played), truth: played?.join("-") ?? `${games.length} games` };
  });
}

/** Whether a game may end so: two points ahead, and no more than two where it goes beyond 11. */
function isWhole([one, other]: readonly [number, number]): boolean {
  const [most, least] = [Math.max(one, other), Math.min(one, other)];
  return most >= 11 && (most === 11 ? least <= 9 : most - least === 2);
}

/** Whether a game may have gone on from here: nobody has 11 points, or nobody is two ahead. */
function mayStand([one, other]: readonly [number, number]): boolean {
  return Math.max(one, other) < 11 || Math.abs(one - other) < 2;
}

function holdLead([one, other]: readonly [number, number], match: KnownMatch): Held {
  return wasPlayed(match, () => {
    const stands = standsOf(match);
    const fits = stands.some(
      (stand) => Math.max(...stand) === Math.max(one, other) && Math.min(...stand) === Math.min(one, other),
    );
    return { fits, truth: stands.map((stand) => stand.join("-")).join(", ") };
  });
}

/** Of either side: who is meant need not be known. */
function holdShare({ won, of }: { won: number; of: number }, match: KnownMatch): Held {
  const first = gamesOfWinner(match).slice(0, of);
  const own = first.filter(([one, other]) => one > other).length;
  const isShort = first.length < of;
  return { fits: !isShort && [own, of - own].includes(won), truth: `${own}-${first.length - own} after ${of} games` };
}

function holdRun(games: number, match: KnownMatch): Held {
  let [longest, run, last] = [0, 0, false];
  for (const [own, other] of gamesOfWinner(match)) {
    run = own > other === last ? run + 1 : 1;
    last = own > other;
    longest = Math.max(longest, run);
  }
  return { fits: games <= longest, truth: `${longest} games in a row at most` };
}

function holdSum(said: readonly [number, number], match: KnownMatch): Held {
  const games = gamesOfWinner(match);
  const sums = [0, 1].map((seat) => games.reduce((sum, game) => sum + (game[seat] ?? 0), 0));
  const fits = Math.max(...said) === Math.max(...sums) && Math.min(...said) === Math.min(...sums);
  return { fits, truth: `${sums.join("-")} points in all` };
}

/** The score in games after each game, the winner's first. */
export function standsOf(match: KnownMatch): (readonly [number, number])[] {
  let [won, lost] = [0, 0];
  return gamesOfWinner(match).map(([own, other]) => {
    if (own > other) won += 1;
    else lost += 1;
    return [won, lost] as const;
  });
}

const ORDINAL_ROUNDS: Readonly<Record<string, readonly number[]>> = {
  preliminary: [0],
  first: [0, 1],
  second: [1, 2],
  third: [2, 3],
  fourth: [3, 4],
};

/** Whether a match is of a round as texts call it: `first` may or may not count a preliminary round. */
export function isRound(match: KnownMatch, { round, isPlural }: { round: string; isPlural: boolean }): boolean {
  if (match.round === null) return round === "group" || round === "first" || round === "preliminary";
  if (round === match.round) return true;
  if (round === "final") return isPlural && match.round === "bronze";
  const places = ORDINAL_ROUNDS[round];
  const at = match.event.rounds.indexOf(match.round);
  return places !== undefined && at >= 0 && places.includes(at) && (at === places[0] || hasByes(match));
}

/** Whether some entries play their first match in the second round of the event. */
function hasByes({ event }: KnownMatch): boolean {
  const [first] = event.rounds;
  return event.matches.filter(({ round }) => round === first).length * 2 < event.entries.size;
}

/** Tables are named by their number alone, `TT1` or `Table 1`; of one that is called otherwise nothing is known. */
function holdTable({ table }: { table: number }, match: KnownMatch): Held {
  const number = /^\D*(\d{1,3})$/.exec(match.table ?? "")?.[1];
  return number === undefined ? UNKNOWN : { fits: Number(number) === table, truth: match.table ?? "" };
}

/** Where no clock is named it may be that of the readers: only what none of theirs shows is wrong. */
function holdClock(
  { minute, isWhole, isLocal }: { minute: number; isWhole: boolean; isLocal: boolean },
  { start }: KnownMatch,
  { hours }: Scope,
): Held {
  if (start === null || start.minute === null) return UNKNOWN;
  const truth = `${String(Math.floor(start.minute / 60)).padStart(2, "0")}:${String(start.minute % 60).padStart(2, "0")}`;
  const said = isWhole ? [minute] : [minute, minute + HALF_DAY];
  if (said.includes(start.minute)) return { fits: true, truth };
  const utc = start.minute - (start.offset ?? 0);
  const isTheirs = said.some((one) => isClockOf(one - utc, hours));
  return isLocal || !isTheirs ? { fits: false, truth } : UNKNOWN;
}

const HALF_DAY = 720;

/** How many hours beyond most of its readers a language is read. */
const FURTHER = 3;

/** Whether so many minutes from Greenwich are a clock of these readers; some are half an hour apart. */
function isClockOf(minutes: number, [west, east]: readonly [number, number]): boolean {
  const ahead = [-2, -1, 0, 1, 2].map((days) => minutes + days * 2 * HALF_DAY);
  return minutes % 30 === 0 && ahead.some((shift) => shift >= (west - FURTHER) * 60 && shift <= (east + FURTHER) * 60);
}

function holdDay(attribute: Attribute, match: KnownMatch, { hours, textDate }: Scope): Held {
  const { start } = match;
  if (start === null) return UNKNOWN;
  const isSaid = saidDay(attribute, textDate);
  if (isSaid === null) return UNKNOWN;
  if (daysOf(start, hours).some(isSaid)) return { fits: true, truth: start.date };
  // Without the hour the day before or after may have been the day where the readers live.
  const isNear = start.minute === null && [-1, 1].some((shift) => isSaid(dateOf(dayNumber(start.date) + shift)));
  return isNear ? UNKNOWN : { fits: false, truth: start.date };
}

/** Whether a day is the one that an attribute speaks of; null where it speaks of none. */
function saidDay(attribute: Attribute, textDate: string | null): ((day: string) => boolean) | null {
  switch (attribute.kind) {
    case "date":
      return (day) => isDate(attribute.date, day);
    case "weekday":
      return (day) => weekday(day) === attribute.weekday;
    case "day":
      return textDate === null ? null : (day) => dayNumber(day) === dayNumber(textDate) + attribute.days;
    default:
      return null;
  }
}

/** The days on which a match began: there, and where the readers live. */
function daysOf({ date, minute, offset }: StartFacts, hours: readonly [number, number]): string[] {
  if (minute === null || offset === null) return [date];
  const utc = minute - offset;
  const shifts = hours.map((hour) => Math.floor((utc + hour * 60) / 1440));
  return [...new Set([0, ...shifts])].map((shift) => dateOf(dayNumber(date) + shift));
}

function isDate(said: string, day: string): boolean {
  const [year, month, date] = said.split("-");
  const [ownYear, ownMonth, ownDate] = day.split("-");
  return (year === "" || year === ownYear) && (month === "" || month === ownMonth) && date === ownDate;
}

/** Whether a list of points has one game wrong and the others as they were played. */
export function isOneGameOff(said: Attribute, match: KnownMatch): boolean {
  const games = gamesOfWinner(match);
  if (said.kind !== "points" || said.points.length !== games.length) return false;
  return games.filter((game, at) => game.join() !== said.points[at]?.join()).length === 1;
}
