import { attributesOf } from "./attributes.ts";
import { gameScore, gamesOfWinner, type KnownEntry, type KnownMatch, winnerOf } from "./facts.ts";
import { hold, isRound, standsOf } from "./holds.ts";
import type { Item } from "./items.ts";
import type { FoundClaim } from "./found-claim.ts";
import { matchEvidence, sideName } from "./match-words.ts";
import { eventIn, type Part } from "./part.ts";
import { hasTag, isPoints } from "./phrases.ts";
import { isEventCalled, type Scope } from "./scope.ts";
import { isMeant, type NamedSide } from "./sides.ts";
import { type Statement, stretchOf } from "./statements.ts";

/** What goes before: the matches the text has told, and how sure the sentence is. */
interface Told {
  /** The match of this sentence, or the last one told before it. */
  readonly match: KnownMatch | null;
  /** Whether it was told in this sentence or in the one before. */
  readonly isNear: boolean;
  readonly isPlain: boolean;
}

interface About {
  readonly told: Told;
  readonly scope: Scope;
}

/** Some matches that may be meant, with the entry that is spoken of. */
interface Reading {
  readonly entry: KnownEntry;
  readonly matches: readonly KnownMatch[];
}

/** What may be meant, and whether the words leave no other match. */
interface Meant {
  readonly readings: readonly Reading[];
  readonly isCertain: boolean;
  /** Whether the sentence names the round or the other side. */
  readonly isNamed: boolean;
}

interface CourseAnswer {
  readonly fits: boolean | null;
  readonly truth: string;
}

/** What a side did in the course of a match: the games it won, the games it lost, the matches it won. */
export function checkCourse(part: Part, statement: Statement, { told, scope }: About): FoundClaim[] {
  const { side } = statement.roles;
  const said = part.items.slice(statement.at, statement.until + 1);
  if (side === undefined || statement.isUnsure || isCounting(part.items, statement)) return [];
  const deed = deedOf(said, statement.line, part.items);
  if (deed === null) return [];
  const meant =
    deed.kind === "matches"
      ? wholeEvents(part, side, scope)
      : deed.kind === "stand"
        ? matchesBeside(part, { side, told }, scope)
        : matchesMeant(part, { statement, side, told, isCount: deed.kind === "count" }, scope);
  const answers = meant.readings.map((reading) => ({ reading, ...answerOf(deed, reading) }));
  const item = deed.item;
  const common = {
    type: TYPE_OF[deed.kind],
    claim: `${sideName(scope.facts, side)}: ${deed.claim}`,
    words: { start: item.start, end: item.end },
  };
  const evidenceOf = ({ matches }: Reading) => matches.map((match) => matchEvidence(scope.facts, match));
  const right = answers.find(({ fits }) => fits === true);
  if (right !== undefined && deed.kind === "games")
    return [
      { ...common, verdict: "supported", evidence: evidenceOf(right.reading) },
      ...pointsOf(
        part,
        {
          deed,
          reading: right.reading,
          isCertain: told.isPlain && (told.isNear || meant.isNamed) && isOneMatch(meant),
        },
        scope,
      ),
    ];
  if (right !== undefined) return [{ ...common, verdict: "supported", evidence: evidenceOf(right.reading) }];
  const [first] = answers;
  const isWrong = first !== undefined && answers.every(({ fits }) => fits === false) && meant.isCertain;
  if (!isWrong || !told.isPlain || !statement.isSure || (statement.isEarlier && !meant.isNamed) || deed.isLoose)
    return [];
  return [{ ...common, verdict: "contradicted", truth: first.truth, evidence: evidenceOf(first.reading) }];
}

const TYPE_OF = {
  games: "game",
  count: "score",
  points: "score",
  matches: "score",
  stand: "lead",
  "game-points": "game",
} as const;

/** Whether all readings are of one match: `they` may be either side of it. */
function isOneMatch({ readings }: Meant): boolean {
  return new Set(readings.flatMap(({ matches }) => matches)).size === 1;
}

/** `They took the second 11-7`, `the last two games 11-9, 11-6`: the points beside games that somebody won. */
function pointsOf(
  { items, sides }: Part,
  { deed, reading, isCertain }: { deed: Deed; reading: Reading; isCertain: boolean },
  scope: Scope,
): FoundClaim[] {
  const at = items.indexOf(deed.item);
  const next = pointsAfter(items, at);
  const [match] = reading.matches;
  const said = next?.points ?? (next?.score == null ? [] : [next.score]);
  const isOfOthers = sides.some(
    (side) =>
      !side.isPronoun &&
      !side.isOwner &&
      side.from > at &&
      !(match && (isMeant(side, match.homeEntry) || isMeant(side, match.awayEntry))),
  );
  if (match === undefined || next === undefined || deed.kind !== "games" || isOfOthers) return [];
  const games = deed.games.map((game) => numberOf(game, match)).toSorted((one, other) => one - other);
  if (said.length !== games.length) return [];
  const held = games.map((game, index) =>
    hold({ kind: "game", game, points: said[index] ?? [0, 0], start: next.start, end: next.end }, match, scope),
  );
  const claim = said.map((points) => points.join("-")).join(", ");
  const words = { start: next.start, end: next.end };
  const common = { type: "game" as const, claim, evidence: [matchEvidence(scope.facts, match)], words };
  if (held.every(({ fits }) => fits === true)) return [{ ...common, verdict: "supported" }];
  const isWrong = isCertain && held.some(({ fits }) => fits === false);
  return isWrong ? [{ ...common, verdict: "contradicted", truth: held.map(({ truth }) => truth).join(", ") }] : [];
}

function numberOf(game: number, match: KnownMatch): number {
  return game > 0 ? game : match.games.length + 1 + game;
}

/** `the fifth game 11-7`, `the first game of that match 11-8`: points before the clause ends. */
function pointsAfter(items: readonly Item[], at: number): Item | undefined {
  const near = items.slice(at + 1, at + 1 + NEAR_POINTS);
  const found = near.findIndex((item) => item.points !== null || (item.score !== null && isPoints(item.score)));
  return near.slice(0, found).every((item) => isWithin(item)) ? near[found] : undefined;
}

const NEAR_POINTS = 6;
const WITHIN = ["of", "article", "match", "round", "place"];

function isWithin(item: Item): boolean {
  return WITHIN.some((tag) => hasTag(item, tag)) || /^(by|that|this)$/i.test(item.text);
}

type Deed = { readonly item: Item; readonly claim: string; readonly isLoose: boolean } & (
  | { readonly kind: "games"; readonly won: boolean; readonly games: readonly number[] }
  | { readonly kind: "count"; readonly won: boolean; readonly number: number }
  | { readonly kind: "points"; readonly won: boolean; readonly number: number }
  | { readonly kind: "matches"; readonly number: number }
  /** `led 2-1`: games won and lost by then. */
  | { readonly kind: "stand"; readonly stand: readonly [number, number] }
  /** `scored three points in the final game`. */
  | { readonly kind: "game-points"; readonly won: boolean; readonly number: number; readonly game: number }
);

/** The last game of a match, whichever number it has. */
const LAST = -1;

function deedOf(said: readonly Item[], line: string, items: readonly Item[]): Deed | null {
  if (line.endsWith("score")) return standOf(said, line.includes("lead"));
  const won = !hasTag(said[0], "lost-the");
  for (const item of said) {
    const games = gamesIn(item, said);
    const told = { item, claim: `${won ? "won" : "lost"} ${item.text}`, isLoose: false };
    if (games !== null) return { ...told, kind: "games", won, games, isLoose: hasTag(item, "opening-match") };
    const { tags } = item;
    if ("without-loss" in tags) return { ...told, kind: "count", won: false, number: 0, claim: item.text };
    if ("all-won" in tags) return { ...told, kind: "matches", number: Number(tags["all-won"]), claim: item.text };
    const points = Number(tags["points-count"]);
    const game = points > 0 ? gameBehind(items, items.indexOf(item)) : null;
    if (game !== null) return { ...told, kind: "game-points", won, number: points, game };
    if (points >= LEAST_POINTS) return { ...told, kind: "points", won, number: points };
    if ("games-count" in tags) return { ...told, kind: "count", won, number: Number(tags["games-count"]) };
  }
  return null;
}

/** `three points in the final game`: which one. */
function gameBehind(items: readonly Item[], at: number): number | null {
  if (!hasTag(items[at + 1], "place")) return null;
  const noun = items[hasTag(items[at + 2], "article") ? at + 3 : at + 2];
  return noun === undefined ? null : (gamesIn(noun, [])?.[0] ?? null);
}

/** `led by two games to one`, `from 3-1 down`: of whom it is said. */
function standOf(said: readonly Item[], isAhead: boolean): Deed | null {
  const item = said.find(({ score }) => score !== null && !isPoints(score) && score[0] !== score[1]);
  if (item?.score == null) return null;
  const [most, least] = [Math.max(...item.score), Math.min(...item.score)];
  const stand = isAhead ? ([most, least] as const) : ([least, most] as const);
  return { item, claim: `${isAhead ? "led" : "trailed"} ${stand.join("-")}`, isLoose: false, kind: "stand", stand };
}

/** Fewer points may be some in a row, or those of one game. */
const LEAST_POINTS = 12;

/** The numbers of the games that an item names. */
function gamesIn(item: Item, said: readonly Item[]): number[] | null {
  const { tags } = item;
  if ("game-is" in tags) return [Number(tags["game-is"])];
  if ("games-are" in tags) return (tags["games-are"] ?? "").split(",").map(Number);
  if ("games-first" in tags) return upTo(Number(tags["games-first"]));
  if ("games-last" in tags) return upTo(Number(tags["games-last"])).map((game) => -game);
  if ("decider" in tags) return [LAST];
  const next = said[said.indexOf(item) + 1];
  const isNumbered = "ordinal" in tags && next?.score != null && isPoints(next.score);
  return isNumbered ? [Number(tags["ordinal"])] : null;
}

function upTo(number: number): number[] {
  return Array.from({ length: number }, (_, index) => index + 1);
}

/** `won three games in a row`, `won the next three games`, `lost two of the first three games`: how many of those that followed, not of all. */
function isCounting(items: readonly Item[], { at, until }: Statement): boolean {
  if (items.slice(at + 1, until).some((item) => hasTag(item, "of"))) return true;
  const counted = items.slice(at, until).find((item) => hasTag(item, "games-count"));
  if (counted === undefined) return false;
  const before = items.slice(at + 1, items.indexOf(counted));
  return hasTag(items[until], "row") || before.some((item) => !hasTag(item, "helper"));
}

function answerOf(deed: Deed, { entry, matches }: Reading): CourseAnswer {
  if (deed.kind === "matches") {
    const won = matches.filter((match) => winnerOf(match)?.winner.code === entry.code).length;
    return { fits: won === deed.number && won === matches.length, truth: `${won} of ${matches.length} won` };
  }
  const known = matches.filter((match) => match.by === "play" && (gameScore(match)?.[0] ?? 0) > 0);
  if (known.length < matches.length || known.length === 0) return { fits: null, truth: "" };
  if (deed.kind === "count") {
    const counted = known.map((match) => gamesOf(match, { entry, won: deed.won })).reduce((sum, one) => sum + one, 0);
    return { fits: counted === deed.number, truth: `${counted} games ${deed.won ? "won" : "lost"}` };
  }
  const [match] = known;
  if (deed.kind === "stand") return match === undefined ? UNKNOWN : standAnswer(deed.stand, { match, entry });
  if (deed.kind === "game-points") return gamePointsAnswer(deed, { match, entry });
  if (deed.kind === "points") return pointsAnswer(deed, { entry, known });
  return match === undefined ? { fits: null, truth: "" } : gamesAnswer(deed.games, { match, entry, won: deed.won });
}

function gamePointsAnswer(
  { won, number, game }: { readonly won: boolean; readonly number: number; readonly game: number },
  { match, entry }: { match: KnownMatch | undefined; entry: KnownEntry },
): CourseAnswer {
  const played = match === undefined ? undefined : gamesOfWinner(match).at(game > 0 ? game - 1 : game);
  if (match === undefined || played === undefined) return UNKNOWN;
  const own = played[(winnerOf(match)?.winner.code === entry.code) === won ? 0 : 1];
  return { fits: own === number, truth: `${own} points in ${played.join("-")}` };
}

const UNKNOWN: CourseAnswer = { fits: null, truth: "" };

function standAnswer(
  [own, other]: readonly [number, number],
  { match, entry }: { match: KnownMatch; entry: KnownEntry },
): CourseAnswer {
  const isWinner = winnerOf(match)?.winner.code === entry.code;
  const stands = standsOf(match).map(([won, lost]) => (isWinner ? [won, lost] : [lost, won]));
  const fits = stands.length === 0 ? null : stands.some((stand) => stand[0] === own && stand[1] === other);
  return { fits, truth: stands.map((stand) => stand.join("-")).join(", ") };
}

/** `conceded just 25 points`: of all games of one match. */
function pointsAnswer(
  { won, number }: { readonly won: boolean; readonly number: number },
  { entry, known }: { readonly entry: KnownEntry; readonly known: readonly KnownMatch[] },
): CourseAnswer {
  const [match, ...more] = known;
  const games = match === undefined ? [] : gamesOfWinner(match);
  if (match === undefined || more.length > 0 || games.length === 0) return { fits: null, truth: "" };
  const seat = (winnerOf(match)?.winner.code === entry.code) === won ? 0 : 1;
  const sum = games.reduce((total, game) => total + (game[seat] ?? 0), 0);
  return { fits: sum === number, truth: `${sum} points ${won ? "won" : "lost"}` };
}

function gamesOf(match: KnownMatch, { entry, won }: { entry: KnownEntry; won: boolean }): number {
  const [most, least] = gameScore(match) ?? [0, 0];
  return (winnerOf(match)?.winner.code === entry.code) === won ? most : least;
}

function gamesAnswer(
  said: readonly number[],
  { match, entry, won }: { match: KnownMatch; entry: KnownEntry; won: boolean },
): CourseAnswer {
  const games = gamesOfWinner(match);
  if (games.length === 0) return { fits: null, truth: "" };
  const isWinner = winnerOf(match)?.winner.code === entry.code;
  const isWon = (number: number) => {
    const game = games.at(number > 0 ? number - 1 : number);
    return game === undefined || number > games.length ? null : game[0] > game[1] === (isWinner === won);
  };
  return {
    fits: said.every((number) => isWon(number) === true),
    truth: games.map((game) => game.join("-")).join(", "),
  };
}

/** All matches of a side in the event that is meant. */
function wholeEvents(part: Part, side: NamedSide, scope: Scope): Meant {
  const entries = entriesMeant(part, side, scope);
  const readings = entries.map((entry) => ({ entry, matches: matchesOf(entry) }));
  const isCertain = entries.length === 1 && part.event !== null && entries[0]?.event.facts.complete === true;
  return { readings, isCertain, isNamed: false };
}

function entriesMeant({ event }: Part, side: NamedSide, { events }: Scope): KnownEntry[] {
  return events
    .filter((known) => event === null || isEventCalled(known, event))
    .flatMap((known) => [...known.entries.values()].filter((entry) => isMeant(side, entry)));
}

function matchesOf(entry: KnownEntry): KnownMatch[] {
  return entry.event.matches.filter(({ home, away }) => home === entry.code || away === entry.code);
}

/**
 * The match that is meant: of the round or against the side that the sentence names, else the one that was told. Where
 * neither is named, the whole way through the event may be meant as well.
 */
function matchesMeant(
  part: Part,
  { statement, side, told, isCount }: { statement: Statement; side: NamedSide; told: Told; isCount: boolean },
  scope: Scope,
): Meant {
  const stretch = stretchOf(part.items, statement);
  const { readings: whole } = wholeEvents({ ...part, event: eventIn(stretch) ?? part.event }, side, scope);
  const way = stretch.findIndex((item) => hasTag(item, "on-the-way"));
  const goal = way < 0 ? undefined : stretch.slice(way).find((item) => hasTag(item, "round"))?.tags["round"];
  const first = Number(part.items.find((item) => hasTag(item, "matches-first"))?.tags["matches-first"]);
  if (first > 0) {
    const held = whole.filter(({ matches }) => matches.length >= first);
    const readings = held.map(({ entry, matches }) => ({ entry, matches: matches.slice(0, first) }));
    return { readings, isCertain: whole.length === 1, isNamed: false };
  }
  if (isCount && isOfAllMatches(part, statement)) {
    const isOver = whole.every(({ entry }) => isPlayedOut(entry, scope));
    return { readings: whole, isCertain: isOver && whole.length === 1, isNamed: true };
  }
  if (way >= 0)
    return { readings: whole.map((one) => before(one, goal)), isCertain: whole.length === 1, isNamed: false };
  const rounds = attributesOf(stretch).flatMap((one) => (one.kind === "round" ? [one] : []));
  const byTheWay = part.statements.filter((one) => one.isRelative && one.family === "match");
  const ofOthers = byTheWay.flatMap(({ roles }) => Object.values(roles));
  const others = part.sides.filter((one) => one !== side && !one.isOwner && !one.isPronoun && !ofOthers.includes(one));
  const named = whole.map(({ entry, matches }) => ({
    entry,
    matches: matches.filter(
      (match) =>
        rounds.every((round) => isRound(match, round)) &&
        others.every((other) => isMeant(other, match.homeEntry) || isMeant(other, match.awayEntry)),
    ),
  }));
  const readings = named.flatMap(({ entry, matches }) => matches.map((match) => ({ entry, matches: [match] })));
  if (rounds.length > 0 || others.length > 0) return { readings, isCertain: readings.length === 1, isNamed: true };
  const own = readings.filter(({ matches }) => matches[0] === told.match);
  // `Ri and Kim, who beat Japan, lost the second game`: of any of their matches.
  if (ofOthers.includes(side)) return { readings, isCertain: readings.length > 0, isNamed: false };
  if (
    own.length > 0 &&
    stretch.some((item, at) => hasTag(item, "match") && /^(that|the|this)$/i.test(stretch[at - 1]?.text ?? ""))
  )
    return { readings: own, isCertain: own.length === 1, isNamed: true };
  const isOfWhole = own.length === 0 && whole.length === 1 && isCount && isOfWholeEvent(part);
  const more = isCount ? whole : told.isNear ? [] : readings;
  return { readings: [...own, ...more], isCertain: own.length === 1 || isOfWhole, isNamed: false };
}

/** `lost only three games in the whole tournament`. */
function isOfAllMatches({ items }: Part, { at, until }: Statement): boolean {
  const has = items.slice(Math.max(0, at - 2), at).some((item) => hasTag(item, "had") || hasTag(item, "have"));
  return !has && items.slice(until, until + 4).some((item) => hasTag(item, "whole"));
}

/** Whether all was played on the day of the text. */
function isPlayedOut({ event }: KnownEntry, { textDate }: Scope): boolean {
  return (
    event.facts.complete && (textDate === null || event.matches.every(({ start }) => (start?.date ?? "") <= textDate))
  );
}

/** `rallied from 3-0 down against Aruna`: of any match with somebody else who is named, or of the one that was told. */
function matchesBeside(part: Part, { side, told }: { side: NamedSide; told: Told }, scope: Scope): Meant {
  const others = part.sides.filter((one) => one !== side && !one.isOwner && !one.isPronoun);
  const isBeside = (match: KnownMatch) =>
    others.some((other) => isMeant(other, match.homeEntry) || isMeant(other, match.awayEntry));
  const all = wholeEvents({ ...part, event: null }, side, scope).readings.flatMap(({ entry, matches }) =>
    matches.map((match) => ({ entry, matches: [match] })),
  );
  const isTold = (match: KnownMatch) => match === told.match && (told.isNear || others.length === 0);
  const near = all.filter(({ matches }) => matches.some((match) => isBeside(match) || isTold(match)));
  return { readings: near, isCertain: near.length > 0, isNamed: others.length > 0 };
}

/** `won the mixed doubles without dropping a game`: speaks of the event, and of nobody else. */
function isOfWholeEvent({ sides, items }: Part): boolean {
  return sides.length === 1 && items.some((item) => hasTag(item, "event"));
}

/** The matches before the one of a round; all where the goal is a title. */
function before({ entry, matches }: Reading, round: string | undefined): Reading {
  const at = matches.findIndex((match) => match.round === round);
  return { entry, matches: at < 0 ? matches : matches.slice(0, at) };
}
