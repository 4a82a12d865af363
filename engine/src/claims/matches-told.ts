import { type Attribute, attributesOf, fitted, inTurn, looseAttributesOf } from "./attributes.ts";
import { checkAhead, notAsPlanned } from "./ahead-claims.ts";
import { meetings } from "./anchor.ts";
import { hold } from "./holds.ts";
import { isSaidBefore, sideOfEntry, unnamedWinner } from "./described-sides.ts";
import { clausesOf } from "./clause-parts.ts";
import type { KnownMatch } from "./facts.ts";
import type { Item } from "./items.ts";
import { checkFollowUp, checkMatch } from "./match-claims.ts";
import type { FoundClaim, Trust } from "./found-claim.ts";
import { genderIn } from "./medal-clauses.ts";
import type { MedalRecord } from "./medal-record.ts";
import { outcomeBehind, outcomeOf, winnerOfLine } from "./outcome.ts";
import { beforeItsFirst, eventIn, isDoubted, ownStretch, type Part, withoutInsertions } from "./part.ts";
import type { ClaimPattern } from "./patterns.ts";
import { hasTag, isPoints } from "./phrases.ts";
import { placeOf } from "./places.ts";
import { isElsewhere, isEventHere, isOfAnother, type Scope } from "./scope.ts";
import { isMeant, type NamedSide } from "./sides.ts";
import { type Statement, stretchOf } from "./statements.ts";

export interface TextFrame {
  readonly scope: Scope;
  /** Everybody whose whole name stands in the text. */
  readonly known: ReadonlySet<string>;
  readonly patterns: ReadonlyMap<string, readonly ClaimPattern[]>;
  /** Whether the language leaves out whom a clause speaks of. */
  readonly dropsSubject: boolean;
  /** All medals on record, gathered where a sentence asks for them first. */
  readonly medals: () => MedalRecord | null;
}

/** What was said before the sentence that is read. */
export interface Before {
  event: string | null;
  sides: readonly NamedSide[];
  /** The event that was named last, by the way as well: what `the event` means. */
  eventNamed: string | null;
  /** The associations named last, those by the way as well. */
  teams: readonly NamedSide[];
  match: KnownMatch | null;
  /** Whether the sentence before told that match. */
  tellsNear: boolean;
  /** Whether no sentence has named anybody yet: the next one says what the text is about. */
  isFirst: boolean;
  /** Whether the text began with another competition and has not come back to this one. */
  isElsewhere: boolean;
}

/** Reads what the sentences of a text say of matches, and remembers which one was told. */
export class MatchReader {
  readonly #frame: TextFrame;
  readonly #before: Before;
  /** The event of the match that the sentence being read is about. */
  now: string | null = null;
  /** Whether the sentence being read says who won a match. */
  tells = false;

  constructor(frame: TextFrame, before: Before) {
    this.#frame = frame;
    this.#before = before;
  }

  /** Whether a statement is said to have happened here: not quoted, hoped for, or of another competition. */
  isPlain(part: Part, statement: Statement): boolean {
    const stretch = beforeItsFirst(ownStretch(part, statement));
    return (
      !part.isQuoted &&
      !part.items.some((item) => hasTag(item, "other-than")) &&
      !this.#followsElsewhere(part, statement) &&
      !statement.isUnsure &&
      !isElsewhere(this.#frame.scope, stretch) &&
      isEventHere(eventIn(stretch) ?? part.event, this.#frame.scope)
    );
  }

  /** `reached the final in Houston, losing 4-0 to Fan`: goes on with what was said of another competition. */
  #followsElsewhere(part: Part, statement: Statement): boolean {
    if (part.statements[0] === statement) return false;
    const own = Object.values(statement.roles).concat(statement.other ?? []);
    return part.statements.some((before) => {
      if (before.at >= statement.at || before.isRelative) return false;
      const shared = Object.values(before.roles).find((side) => own.includes(side) && side.to <= before.at);
      return shared !== undefined && isElsewhere(this.#frame.scope, stretchOf(part.items, before));
    });
  }

  /** A statement that one side beat or met another. */
  match(part: Part, statement: Statement): FoundClaim[] {
    const stretch = beforeItsFirst(ownStretch(part, statement));
    if (statement.isUnsure) return this.#planned(part, statement);
    if (isOfAnother(this.#frame.scope, stretch)) return [];
    const { winner, loser, either } = statement.roles;
    const isOpen = statement.other !== null || statement.isOfGame;
    const [one, other] = statement.other ? [statement.other, either ?? null] : [winner ?? null, loser ?? null];
    if (one === null || other === null) return [];
    const outcome = isOpen && !statement.isOfGame ? outcomeBehind(part.items, statement) : null;
    const winning = outcome === null ? (isOpen ? null : one) : outcome === "won" ? one : other;
    const told = [...attributesOf(stretch), ...this.#sameScore(part, stretch)];
    // `survived 4-3 against Ovtcharov, then 4-0`: the preposition stands behind its score.
    const isNoun = statement.line === "either over either" && one.to < statement.at;
    const attributes = fitted(inTurn(told, statement.turn), part.items[isNoun ? one.to : statement.at]?.start);
    const trust = this.#trust(part, { statement, one, other });
    const findings = this.#held({ one, other, winner: winning, attributes }, trust, part);
    this.tells ||= findings.length > 0 && winning !== null;
    return [...findings, ...checkAhead(part, statement, this.#frame.scope)];
  }

  /** `beat Gacina by the same score`: that of the match which the sentence tells before. */
  #sameScore({ items }: Part, stretch: readonly Item[]): Attribute[] {
    const same = stretch.find((item) => hasTag(item, "same-score"));
    if (same === undefined) return [];
    const said = items.findLast(({ start, score }) => start < same.start && score !== null && !isPoints(score))?.score;
    return said == null ? [] : [{ kind: "score", score: said, start: same.start, end: same.end }];
  }

  /** `will meet Ri and Kim in the final on Wednesday`: the day of a match that the record has by now. */
  #planned(part: Part, statement: Statement): FoundClaim[] {
    const { scope } = this.#frame;
    const { either } = statement.roles;
    const stretch = part.items.slice(statement.at);
    const [one, other] = [statement.other, either ?? null];
    const isSure = part.items.every(
      (item) => !hasTag(item, "not") && (!hasTag(item, "unsure") || hasTag(item, "future")),
    );
    const isPlain = isSure && !part.isQuoted && part.items.some((item) => hasTag(item, "future"));
    const isNext = part.items.some((item) => hasTag(item, "again"));
    if (!isPlain || isNext || one === null || other === null || isElsewhere(scope, part.items)) return [];
    const said = attributesOf(stretch);
    const days = said.filter(({ kind }) => DAYS_SAID.includes(kind));
    const met = meetings(one, other, scope).filter(({ event }) => scope.events.includes(event));
    const [match] = met;
    if (match === undefined || met.length > 1 || !isStillToCome(match, scope)) return [];
    // The two may meet elsewhere as well: the round or the event says that it is this match.
    const place = said.filter(({ kind }) => kind === "round" || kind === "event");
    if (place.length === 0 || place.some((one) => hold(one, match, scope).fits !== true)) return [];
    return notAsPlanned(days, match, scope);
  }

  #trust(
    part: Part,
    { statement, one, other }: { statement: Statement | null; one: NamedSide | null; other: NamedSide | null },
  ): Trust {
    const place = (side: NamedSide | null) => (side === null ? null : placeOf(part.items, side));
    const first = part.items[0]?.start ?? 0;
    const whole = {
      start: Math.min(place(one)?.start ?? Infinity, place(other)?.start ?? Infinity),
      end: Math.max(place(one)?.end ?? 0, place(other)?.end ?? 0),
    };
    const isPlain =
      statement === null
        ? !part.isQuoted &&
          !isElsewhere(this.#frame.scope, withoutInsertions(part)) &&
          isEventHere(part.event, this.#frame.scope) &&
          !isDoubted(part.items)
        : this.isPlain(part, statement);
    return {
      isPlain,
      areRolesSure: statement?.isSure ?? false,
      isEarlier: statement?.isEarlier ?? false,
      isOnTheWay: part.items.some((item) => hasTag(item, "on-the-way")),
      gender: genderIn(part.items) ?? genderIn([one, other].flatMap((side) => besideOf(part.items, side))),
      event: this.#eventOfThem(part.items, one, other) ?? part.event,
      places: { one: place(one), other: place(other) },
      place: Number.isFinite(whole.start) ? whole : { start: first, end: part.items.at(-1)?.end ?? first },
    };
  }

  /** `They had beaten Germany`: after a match of two teams, of the event in which these met. */
  #eventOfThem(items: readonly Item[], one: NamedSide | null, other: NamedSide | null): string | null {
    const { match, tellsNear } = this.#before;
    // `the men`: of their own event, whichever was told of before.
    if (items.some(({ tags }) => tags["people"] || tags["gender"])) return null;
    const isOfThem = [one, other].some((side) => side?.isPronoun === true);
    return isOfThem && tellsNear && match?.event.facts.kind === "team" ? match.event.kind : null;
  }

  #held(saying: Parameters<typeof checkMatch>[0], trust: Trust, part: Part): FoundClaim[] {
    const { scope } = this.#frame;
    const withEvent = this.#withContext(saying, part);
    const answer = checkMatch(withEvent, trust, scope);
    if (answer.match !== null) this.#before.match = answer.match;
    this.now ??= answer.match?.event.kind ?? null;
    return answer.findings.filter(({ words }) => words === null || words.end > words.start);
  }

  /** Where the sentence names no event, that of the text; it is no claim of this sentence. */
  #withContext(saying: Parameters<typeof checkMatch>[0], part: Part): Parameters<typeof checkMatch>[0] {
    if (saying.attributes.some(({ kind }) => kind === "event") || saying.one !== null || part.event === null)
      return saying;
    const event: Attribute = { kind: "event", event: part.event, start: 0, end: 0 };
    return { ...saying, attributes: [...saying.attributes, event] };
  }

  /** Without a verb that is known: two sides with a score, or a round with a day; else the same in one of its clauses. */
  bare(part: Part): FoundClaim[] {
    const whole = this.#bare(part);
    return whole.length > 0 ? whole : clausesOf(part).flatMap((clause) => this.#bare(clause));
  }

  #bare(part: Part): FoundClaim[] {
    if (isDoubted(part.items) || isOfAnother(this.#frame.scope, withoutInsertions(part))) return [];
    const isProgress = part.statements.some(({ family }) => family === "progress");
    const sides = part.sides.filter((side) => !isSaidBefore(side, part.items) && !side.isOwner);
    const loose = fitted(looseAttributesOf(part.items)).filter(({ kind }) => kind !== "round" || !isProgress);
    const attributes = [...loose, ...scoreOfList(part.items, sides)];
    const has = (kind: Attribute["kind"]) => attributes.some((attribute) => attribute.kind === kind);
    const [one = null, other = null, ...more] = sides;
    const hasCourse = has("sweep") || has("length") || has("full-length");
    const hasScore = has("score") || has("points") || has("game") || has("lead") || hasCourse;
    const hasDay = has("date") || has("weekday") || has("clock") || has("table");
    if (one !== null && other !== null && more.length === 0 && (hasScore || has("round"))) {
      const winner = winnerOfLine(part.items, one, other);
      const trust = { ...this.#trust(part, { statement: null, one, other }), areRolesSure: winner !== null };
      // Without a verb, a score and a day, the two may be named beside a round that neither of them is said to have played.
      const isPlain = trust.isPlain && (hasScore || hasDay);
      return this.#held({ one, other, winner, attributes }, { ...trust, isPlain }, part);
    }
    const beaten = one === null || more.length > 0 || other !== null ? null : this.#unnamed(part, one, attributes);
    if (beaten !== null) return beaten;
    // Whoever is named plays the match that is meant.
    const named = more.length === 0 && one !== null && one.people.length > 0 ? one : null;
    const isOfNobody = one === null && (hasCourse || (part.event !== null && attributes.some(isWholeMatch)));
    const isOfTeam = one !== null && more.length === 0 && one.people.length === 0 && has("score");
    if (
      !isOfTeam &&
      has("round") &&
      (hasDay || isOfNobody) &&
      attributes.filter(({ kind }) => kind === "round").length === 1
    ) {
      const kept = attributes.filter(({ kind }) => OF_NOBODY.includes(kind) || (isOfNobody && COURSE.includes(kind)));
      return this.#held(
        { one: null, other: null, winner: null, attributes: kept, among: named },
        this.#trust(part, { statement: null, one: null, other: null }),
        part,
      );
    }
    if (one !== null && other === null && hasScore && !has("round")) {
      const followed = this.#followUp(part, one, attributes);
      return followed.length > 0 || more.length > 0 ? followed : this.#points(part, one, attributes);
    }
    const outcome = one === null ? null : outcomeOf(part.items, one);
    if (one !== null && more.length === 0 && other === null && has("round") && (hasScore || outcome !== null)) {
      const winner = outcome === "won" ? one : null;
      return this.#held(
        { one, other: null, winner, attributes },
        this.#trust(part, { statement: null, one, other: null }),
        part,
      );
    }
    return one === null && (isThatMatch(part.items) || isOfGames(attributes)) ? this.#sameMatch(part, attributes) : [];
  }

  /** The points of a whole match of somebody, where nobody says against whom. */
  #points(part: Part, one: NamedSide, attributes: readonly Attribute[]): FoundClaim[] {
    const isOfGames = part.statements.some(({ family }) => family === "course");
    const points = isOfGames ? [] : attributes.filter(isWholeMatch);
    const trust = { ...this.#trust(part, { statement: null, one, other: null }), areRolesSure: true };
    return points.length === 0 ? [] : this.#held({ one, other: null, winner: null, attributes: points }, trust, part);
  }

  /** `somebody removed the second seeds on Saturday`, `they lost 4-1`: the one match that they lost, whoever won it. */
  #unnamed(part: Part, one: NamedSide, attributes: readonly Attribute[]): FoundClaim[] | null {
    if (!attributes.some(({ kind }) => OF_ONE_MATCH.includes(kind))) return null;
    const winner = unnamedWinner({ ...part, isScored: isWonOrLost(attributes) }, one, this.#frame.scope);
    const trust = { ...this.#trust(part, { statement: null, one, other: null }), areRolesSure: true };
    return winner === null ? null : this.#held({ one: winner, other: one, winner, attributes }, trust, part);
  }

  /** `That match, on Wednesday, ended 4-2`. */
  #sameMatch(part: Part, all: readonly Attribute[]): FoundClaim[] {
    const { match, tellsNear } = this.#before;
    if (match === null || !tellsNear || isForMedal(part.items, match)) return [];
    if (all.some(({ kind }) => kind === "round" || kind === "event")) return [];
    const attributes = all.map((one) => (one.kind === "score" ? { ...one, isOnTheWay: false } : one));
    const trust = this.#trust(part, { statement: null, one: null, other: null });
    const [home, away] = [match.homeEntry, match.awayEntry].map(sideOfEntry);
    if (home === undefined || away === undefined) return [];
    const saying = { one: home, other: away, winner: null, attributes };
    return checkFollowUp(saying, { match, trust }, this.#frame.scope).filter(({ type }) => type !== "result");
  }

  /** A sentence about one side alone, after one that told of a match: games of that match, unless they are of another. */
  #followUp(part: Part, one: NamedSide, all: readonly Attribute[]): FoundClaim[] {
    const { match } = this.#before;
    const outcome = outcomeOf(part.items, one);
    const isScored = this.#before.tellsNear && outcome !== null;
    const followed = all.filter(({ kind }) => FOLLOWED.includes(kind) || (isScored && kind === "score"));
    const attributes = followed.map((each) => (each.kind === "score" ? { ...each, isOnTheWay: false } : each));
    const { scope } = this.#frame;
    if (match === null || isForMedal(part.items, match)) return [];
    if (!isMeant(one, match.homeEntry) && !isMeant(one, match.awayEntry)) return [];
    const trust = this.#trust(part, { statement: null, one, other: null });
    // Nobody that is named: whoever played against the side.
    const winner = !isScored ? null : outcome === "won" ? one : sideOfEntry(match.homeEntry);
    return checkFollowUp({ one, other: null, winner, attributes }, { match, trust }, scope);
  }
}

/** `한국 남자는`, `韩国男队`: a side with what stands behind it. */
function besideOf(items: readonly Item[], side: NamedSide | null): readonly Item[] {
  return side === null ? [] : items.slice(side.from, side.to + 2);
}

/** `For bronze he lost the second game`: of the match that decided that medal, not of one told before. */
export function isForMedal(items: readonly Item[], match: KnownMatch | null): boolean {
  const isFor = items.some((item, at) => hasTag(item, "tally") && hasTag(items[at - 1], "for"));
  return isFor && match !== null && match.round !== "final" && match.round !== "bronze";
}

/** Whether a text was written no later than the day of a match: later, a plan is of another one. */
function isStillToCome({ start }: KnownMatch, { textDate }: Scope): boolean {
  return textDate !== null && start !== null && textDate <= start.date;
}

/** `China 3, Sweden 0`: a line of a list of results. */
function scoreOfList(items: readonly Item[], sides: readonly NamedSide[]): Attribute[] {
  const [one, other, ...more] = sides.filter(({ isPronoun }) => !isPronoun);
  const figures = [one, other].map((side) => (side === undefined ? undefined : items[side.to]));
  const [first, second] = figures.map((item) => (/^\d$/.test(item?.text ?? "") ? item : undefined));
  if (one === undefined || other === undefined || first === undefined || second === undefined) return [];
  const isLine = more.length === 0 && other.from - one.to <= 2;
  const score = [Number(first.text), Number(second.text)] as const;
  return isLine && score[0] !== score[1] ? [{ kind: "score", score, start: first.start, end: second.end }] : [];
}

/** `That match ended 4-2`, `It finished 4-2`: the one that was told before. */
function isThatMatch(items: readonly Item[]): boolean {
  const [first, second] = items;
  if (/^it$/i.test(first?.text ?? "")) return /^(went|ended|finished|was)$/i.test(second?.text ?? "");
  return /^(that|the|this)$/i.test(first?.text ?? "") && hasTag(second, "match");
}

/** `The games ended 11-7, 9-11, 11-9`: three or more of them, or games by their number, are of the match that was told. */
function isOfGames(attributes: readonly Attribute[]): boolean {
  return attributes.some(
    (one) => (one.kind === "points" && isWholeMatch(one)) || (one.kind === "game" && one.game !== null),
  );
}

function isWonOrLost(attributes: readonly Attribute[]): boolean {
  return attributes.some(({ kind }) => kind === "score") && !attributes.some(({ kind }) => kind === "round");
}

/** What tells which match somebody lost. */
const OF_ONE_MATCH: readonly Attribute["kind"][] = ["score", "length", "points", "round", "date", "weekday"];

const DAYS_SAID: readonly Attribute["kind"][] = ["date", "weekday", "day"];

/** What a sentence may go on to say of the match that was told before it. */
const FOLLOWED: readonly Attribute["kind"][] = ["points", "game", "lead", "length", "full-length"];

/** What may be said of a match without a word on who played it. */
const OF_NOBODY: readonly Attribute["kind"][] = ["round", "date", "weekday", "event", "clock", "table"];
const COURSE: readonly Attribute["kind"][] = ["sweep", "length", "full-length", "points"];

/** Three games or more to 11 points: not the sets of another sport. */
function isWholeMatch(one: Attribute): boolean {
  return (
    one.kind === "points" &&
    one.points.length >= 3 &&
    one.points.every(([home, away]) => Math.max(home, away) >= 11 && Math.abs(home - away) >= 2)
  );
}
