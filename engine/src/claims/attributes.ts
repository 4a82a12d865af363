import type { Item } from "./items.ts";
import { runAt, shareOf } from "./game-runs.ts";
import { hasTag, isPoints } from "./phrases.ts";

/** What a stretch of a sentence says of a match, apart from who played. */
export type Attribute = {
  readonly start: number;
  readonly end: number;
} & (
  | {
      readonly kind: "score";
      readonly score: readonly [number, number];
      /** Whether no verb says that it was the final score: then it may have stood so on the way. */
      readonly isOnTheWay?: boolean;
    }
  | { readonly kind: "points"; readonly points: readonly (readonly [number, number])[] }
  | { readonly kind: "game"; readonly game: number | null; readonly points: readonly [number, number] }
  | { readonly kind: "lead"; readonly score: readonly [number, number]; readonly by: "lead" | "trail" | "level" }
  | { readonly kind: "length"; readonly games: number }
  | { readonly kind: "sweep" }
  /** `two of the first three games`. */
  | { readonly kind: "share"; readonly won: number; readonly of: number }
  /** `the next three games`, `four in a row`: how many one of the sides won one after another. */
  | { readonly kind: "run"; readonly games: number }
  /** `66 to 61`: the points of all games. */
  | { readonly kind: "sum"; readonly points: readonly [number, number] }
  | { readonly kind: "full-length" }
  | { readonly kind: "round"; readonly round: string; readonly isPlural: boolean }
  | { readonly kind: "event"; readonly event: string }
  | { readonly kind: "date"; readonly date: string }
  | { readonly kind: "weekday"; readonly weekday: number }
  | { readonly kind: "day"; readonly days: number }
  | { readonly kind: "table"; readonly table: number }
  | { readonly kind: "clock"; readonly minute: number; readonly isWhole: boolean; readonly isLocal: boolean }
);

/** The attributes of a stretch of items, from left to right. */
export function attributesOf(items: readonly Item[]): Attribute[] {
  return items.flatMap((item, at) => attributeAt(items, at, item));
}

/** The same where no verb tells of a match: `on Tuesday after the final` speaks of the final. */
export function looseAttributesOf(items: readonly Item[]): Attribute[] {
  return items.flatMap((item, at): Attribute[] => {
    const found = attributeAt(items, at, item).map((one): Attribute =>
      one.kind === "score" ? { ...one, isOnTheWay: true } : one,
    );
    const { round } = item.tags;
    if (round === undefined || found.some(({ kind }) => kind === "round") || !hasTag(wordBefore(items, at), "join"))
      return found;
    return [...found, { start: item.start, end: item.end, kind: "round", round, isPlural: item.text.endsWith("s") }];
  });
}

function attributeAt(items: readonly Item[], at: number, item: Item): Attribute[] {
  const { start, end, tags } = item;
  const place = { start, end };
  const found: Attribute[] = [];
  if (item.points && isOfNamedGames(items, at)) return found;
  if (item.points) found.push({ ...place, kind: "points", points: item.points });
  else if (item.score) found.push(...scoreAt(items, at, item.score).map((one) => ({ ...place, ...one })));
  if (tags["clock-is"] !== undefined) found.push({ ...place, ...clockAt(items, at, Number(tags["clock-is"])) });
  const stake = stakeAt(items, at);
  if (stake !== null) found.push({ ...place, kind: "round", round: stake, isPlural: false });
  if (tags["round"] !== undefined && !isReached(items, at))
    found.push({ ...place, kind: "round", round: tags["round"], isPlural: /s$/i.test(item.text) });
  // `the event` means what was named before: that it is another one is nothing the text says.
  if (tags["event"] !== undefined && tags["that-event"] === undefined)
    found.push({ ...place, kind: "event", event: tags["event"] });
  if (tags["date"] !== undefined) found.push({ ...place, kind: "date", date: tags["date"] });
  if (tags["weekday"] !== undefined) found.push({ ...place, kind: "weekday", weekday: Number(tags["weekday"]) });
  if (tags["day"] !== undefined) found.push({ ...place, kind: "day", days: Number(tags["day"]) });
  if (tags["table-is"] !== undefined) found.push({ ...place, kind: "table", table: Number(tags["table-is"]) });
  if (tags["down-by"] !== undefined)
    found.push({ ...place, kind: "lead", score: [0, Number(tags["down-by"])], by: "trail" });
  const run = runAt(items, at);
  if (run !== null) found.push({ ...place, kind: "run", games: run });
  else if (tags["straight"] !== undefined) found.push({ ...place, kind: "sweep" });
  if (tags["share-of"] !== undefined) found.push({ ...place, ...shareOf(tags["share-of"]) });
  if (tags["full-length"] !== undefined) found.push({ ...place, kind: "full-length" });
  if (tags["length-is"] !== undefined) found.push({ ...place, kind: "length", games: Number(tags["length-is"]) });
  if (tags["number"] !== undefined && isNumberOfGames(items, at))
    found.push({ ...place, kind: "length", games: Number(tags["number"]) });
  if (tags["games-count"] !== undefined && isLength(items, at))
    found.push({ ...place, kind: "length", games: Number(tags["games-count"]) });
  return found;
}

/** `won the second and fifth games of the final 11-7, 11-7`: the points of those games, not of the match. */
function isOfNamedGames(items: readonly Item[], at: number): boolean {
  const before = items.slice(Math.max(0, at - NAMED_WITHIN), at);
  const named = before.findLastIndex((item) => hasTag(item, "games-are"));
  return named >= 0 && before.slice(named + 1).every((item) => !/^[,;(]$/.test(item.text));
}

/** How far before its points a list of games may stand. */
const NAMED_WITHIN = 10;

type Kind = Attribute extends infer One ? (One extends Attribute ? Omit<One, "start" | "end"> : never) : never;

function scoreAt(items: readonly Item[], at: number, score: readonly [number, number]): Kind[] {
  const time = items[at]?.tags["clock"];
  if (time !== undefined && (hasTag(items[at + 1], "clock") || hasTag(items[at - 1], "clock-before")))
    return [clockAt(items, at, Number(time))];
  // `11:00 Calderano bt Jang`: when it is told.
  if (time !== undefined && (at === 0 || /:0\d$/.test(items[at]?.text ?? ""))) return [];
  if (Math.max(...score) >= LEAST_SUM) return [{ kind: "sum", points: score }];
  if (isPoints(score)) return [{ kind: "game", game: gameNear(items, at), points: score }];
  const by = leadNear(items, at);
  // `led 8-5`: within a game.
  const isWithin = Math.max(...score) > MOST_GAMES || gameNear(items, at) !== null;
  if (by !== null) return isWithin ? [] : [{ kind: "lead", score, by }];
  return score[0] === score[1] ? [{ kind: "lead", score, by: "level" }] : [{ kind: "score", score }];
}

function clockAt(items: readonly Item[], at: number, minute: number): Kind {
  const isLocal = items.slice(Math.max(0, at - 2), at + 4).some((item) => hasTag(item, "local-time"));
  return { kind: "clock", minute, isWhole: minute >= NOON || hasTag(items[at], "half-of-day"), isLocal };
}

/** From here on the figures alone say that it is the afternoon. */
const NOON = 720;

/** No match takes more games to win. */
const MOST_GAMES = 4;

/** As many points as no single game has. */
const LEAST_SUM = 35;

/** The last game of a match, whichever number it has. */
export const LAST_GAME = -1;

/** Which game a figure belongs to: `11-6 in the first game`, `the first game 11-6`. */
function gameNear(items: readonly Item[], at: number): number | null {
  const { ordinal } = items[at - 1]?.tags ?? {};
  if (ordinal !== undefined && hasTag(items[at - 2], "article")) return Number(ordinal);
  const behind = hasTag(items[at + 2], "article") ? at + 3 : at + 2;
  const place = items[behind]?.tags["ordinal"];
  const isEnd = items[behind + 1] === undefined || items[behind + 1]?.isMark === true;
  if (hasTag(items[at + 1], "place") && place !== undefined && isEnd) return Number(place);
  const set = gameSetOff(items, at);
  if (set !== null) return set;
  for (const index of [at - 1, at + 1, at - 2, at + 2, at + 3, at - 3, at + 4, at - 4, at - 5, at - 6]) {
    const game = items[index]?.tags["game-is"];
    const between = items.slice(Math.min(index, at) + 1, Math.max(index, at));
    if (game !== undefined && !between.some((item) => item.score !== null || item.text === "," || hasTag(item, "and")))
      return Number(game);
  }
  // `survived 11-9 in the decider`.
  if (items[at + 1]?.tags["full-length"] === "last") return LAST_GAME;
  const near = items.slice(Math.max(0, at - 3), at);
  const isBehind = near.some((item) => hasTag(item, "decider")) && near.every(({ text }) => text !== ",");
  const isDecider = isBehind || [items[at + 1], items[at + 3]].some((item) => hasTag(item, "decider"));
  return isDecider && !items.slice(at + 1, at + 3).some(({ text }) => text === ",") ? LAST_GAME : null;
}

/** `had the opening game, 11-5, before`, `took the third, 11-3`, `a 12-10 success in the sixth`: the game that a figure between commas is of. */
function gameSetOff(items: readonly Item[], at: number): number | null {
  const success = items.slice(at + 1, at + 5);
  if (hasTag(success[0], "victory") && hasTag(success[1], "place") && hasTag(success[2], "article")) {
    const place = success[3]?.tags["ordinal"] ?? success[3]?.tags["game-is"];
    if (place !== undefined) return Number(place);
  }
  const after = items[at + 1];
  if (items[at - 1]?.text !== "," || !(after === undefined || after.isMark || hasTag(after, "and"))) return null;
  for (let index = at - 2; index > at - SET_OFF_WITHIN; index -= 1) {
    const item = items[index];
    if (item === undefined || item.isMark || item.score !== null || item.points !== null || isOfRound(item))
      return null;
    if (item.tags["game-is"] !== undefined) return Number(item.tags["game-is"]);
    if (hasTag(item, "decider")) return LAST_GAME;
    const isPlace = hasTag(item, "ordinal") && hasTag(items[index - 1], "article");
    if (isPlace && (index === at - 2 || !isNoun(items[index + 1]))) return Number(item.tags["ordinal"]);
  }
  return null;
}

/** How far before its figure a game may stand. */
const SET_OFF_WITHIN = 8;

function isOfRound(item: Item): boolean {
  return ["round", "medal", "title", "event", "tally", "seed-is"].some((tag) => hasTag(item, tag));
}

/** What an ordinal may be of that is no game. */
function isNoun(item: Item | undefined): boolean {
  return (
    item !== undefined &&
    (item.names.length > 0 || isOfRound(item) || ["match", "pair", "team", "player"].some((tag) => hasTag(item, tag)))
  );
}

/** How far before its score a verb of leading may stand. */
const LEADS_BEFORE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

const LEADS = ["lead", "trail", "level"] as const;

function leadNear(items: readonly Item[], at: number): "lead" | "trail" | "level" | null {
  for (const index of [at + 1, at - 1, at - 2, at + 2, ...LEADS_BEFORE.map((before) => at - before)]) {
    for (const by of LEADS) {
      if (!hasTag(items[index], by)) continue;
      const between = items.slice(Math.min(index, at) + 1, Math.max(index, at));
      if (between.every((item) => !item.isMark && item.score === null)) return by;
    }
  }
  return null;
}

/** `on the way to the final`, `a day after the final`: not the round of the match that is told. */
function isReached(items: readonly Item[], at: number): boolean {
  const before = wordBefore(items, at);
  if (hasTag(items[at + 1], "line-up") || hasTag(before, "missed")) return true;
  // `決勝進出`, `4강에 올랐다`: where the verb comes last.
  if ([items[at + 1], hasTag(items[at + 1], "to") ? items[at + 2] : undefined].some((item) => hasTag(item, "reach")))
    return true;
  const isNamedAfter = ["victory", "defeat", "win", "over"].some((tag) => hasTag(items[at + 1], tag));
  return hasTag(before, "to") || hasTag(before, "reach") || (hasTag(before, "join") && !isNamedAfter);
}

function wordBefore(items: readonly Item[], at: number): Item | undefined {
  // `am Samstag im Halbfinale`: what governs the day governs no round.
  const isOfDay = (index: number) => hasTag(items[index + 1], "weekday") || hasTag(items[index + 1], "date");
  const from = Math.max(0, at - 5);
  return items
    .slice(from, at)
    .findLast((item, index) => !BESIDE.some((tag) => hasTag(item, tag)) && !isOfDay(from + index));
}

const BESIDE = ["article", "event", "contest", "possessive", "weekday", "sport"];

/** `beaten 4-0 by Lebrun for the bronze`: what the match was played for, as the round in which that is won. */
function stakeAt(items: readonly Item[], at: number): string | null {
  const { medal } = items[at]?.tags ?? {};
  const from = hasTag(items[at - 1], "article") ? at - 2 : at - 1;
  if (medal === undefined || medal === "any" || !hasTag(items[from], "for")) return null;
  const before = items[from - 1];
  const isOfMatch =
    before !== undefined && (before.score !== null || before.points !== null || before.names.length > 0);
  const isTold = items.slice(0, from).some((item) => ["beat", "lose"].some((tag) => hasTag(item, tag)));
  if (!isOfMatch || !isTold || !(items[at + 1] === undefined || isEndOfStake(items[at + 1]))) return null;
  return medal === "gold" ? "final" : medal;
}

function isEndOfStake(item: Item | undefined): boolean {
  return item?.isMark === true || ["join", "and", "on", "weekday", "day", "place"].some((tag) => hasTag(item, tag));
}

/** `in six games`, but not `the first two games` or `won three games`. */
function isLength(items: readonly Item[], at: number): boolean {
  const isTaken = items.slice(Math.max(0, at - 5), at).some((item) => hasTag(item, "it-took"));
  return (
    isTaken ||
    (["place", "over", "with-length"].some((tag) => hasTag(items[at - 1], tag)) && !hasTag(items[at - 1], "article"))
  );
}

/** `edged the Spaniards in seven`: the word for games left out. */
function isNumberOfGames(items: readonly Item[], at: number): boolean {
  const [before, item, next] = [items[at - 1], items[at], items[at + 1]];
  const number = Number(item?.tags["number"]);
  const isAlone =
    next === undefined ||
    [".", ",", ";"].includes(next.text) ||
    ["join", "place", "on"].some((tag) => hasTag(next, tag));
  const isOfMatch = items.slice(0, at).some((one) => ["beat", "win", "lose", "meet"].some((tag) => hasTag(one, tag)));
  return /^in$/i.test(before?.text ?? "") && number >= 3 && number <= 7 && isAlone && isOfMatch;
}

/** Of several scores the one after the verb. */
export function fitted(attributes: readonly Attribute[], verb = 0): Attribute[] {
  const scores = attributes.filter(({ kind }) => kind === "score");
  // `a 4-2 win over Robles was followed by a 4-3 loss`: the one that stands right before the verb is its own.
  const beside = scores.find(({ end }) => end <= verb && verb - end <= 1);
  const meant = beside ?? scores.find(({ start }) => start >= verb) ?? scores.at(-1);
  return attributes.filter((attribute) => attribute.kind !== "score" || attribute === meant);
}

/** Of as many scores as there are matches told in one breath (`4-2 and 4-3 respectively`) the one of this match. */
export function inTurn(
  attributes: readonly Attribute[],
  turn: { readonly index: number; readonly of: number } | null,
): readonly Attribute[] {
  if (turn === null) return attributes;
  const scores = attributes.filter(({ kind }) => kind === "score");
  const own = scores.length === turn.of ? scores[turn.index] : undefined;
  return attributes.filter((one) => one.kind !== "points" && (one.kind !== "score" || one === own));
}
