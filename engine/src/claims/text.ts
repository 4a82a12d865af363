import type { Claim } from "./claim.ts";
import { type Attribute, attributesOf, fitted, inTurn, looseAttributesOf } from "./attributes.ts";
import type { KnownMatch } from "./facts.ts";
import { withoutDateline } from "./dateline.ts";
import { checkCourse } from "./course-claims.ts";
import { describedSides, isSaidBefore, unnamedWinner } from "./described-sides.ts";
import { checkField } from "./field-claims.ts";
import { checkFirsts } from "./firsts.ts";
import type { Item } from "./items.ts";
import { checkFollowUp, checkMatch, type FoundClaim, type Trust } from "./match-claims.ts";
import { checkMedal, checkMedalDay } from "./medal-claims.ts";
import { medalSayingOf } from "./medal-sayings.ts";
import { beforeSince, eventIn, isDoubted, isOfSport, isQuotedOrAsked, type Part, withoutInsertions } from "./part.ts";
import type { ClaimPattern } from "./patterns.ts";
import { hasTag } from "./phrases.ts";
import { checkProgress } from "./progress-claims.ts";
import { asClaims, placeOf } from "./places.ts";
import { readSpelling } from "./names/spelling.ts";
import { isElsewhere, isEventHere, isOfAnother, isOfOwn, isOtherSport, type Scope } from "./scope.ts";
import type { Sentence } from "./sentences.ts";
import { checkLowest, checkPartner, checkSide } from "./side-claims.ts";
import { checkStanding, standingOf } from "./standing-claims.ts";
import { isMeant, type NamedSide, sidesOf } from "./sides.ts";
import { type Statement, statementsOf, stretchOf } from "./statements.ts";

interface TextFrame {
  readonly text: string;
  readonly scope: Scope;
  /** Everybody whose whole name stands in the text. */
  readonly known: ReadonlySet<string>;
  readonly patterns: ReadonlyMap<string, readonly ClaimPattern[]>;
}

/** What was said before the sentence that is read. */
interface Before {
  event: string | null;
  sides: readonly NamedSide[];
  match: KnownMatch | null;
  /** Whether the sentence before told that match. */
  tellsNear: boolean;
  /** Whether no sentence has named anybody yet: the next one says what the text is about. */
  isFirst: boolean;
  /** Whether the text began with another competition and has not come back to this one. */
  isElsewhere: boolean;
}

/** Reads the sentences of one text in their order, remembering what "the final" and "they" mean. */
export class TextReader {
  readonly #frame: TextFrame;
  readonly #before: Before = {
    event: null,
    sides: [],
    match: null,
    tellsNear: false,
    isFirst: true,
    isElsewhere: false,
  };
  /** The event of the match that the sentence being read is about. */
  #now: string | null = null;
  /** Whether the sentence being read says who won a match. */
  #tells = false;

  constructor(frame: TextFrame) {
    this.#frame = frame;
  }

  read(sentence: Sentence, items: readonly Item[]): Claim[] {
    this.#now = null;
    this.#tells = false;
    const part = this.#part(items);
    const isApart = part !== null && this.#before.isElsewhere && !isOfOwn(this.#frame.scope, part.items);
    const findings = part === null || isApart ? [] : this.#findings(part);
    if (part !== null) this.#remember(part);
    const goesOn = findings.some(({ type }) => type === "game" || type === "lead" || type === "score");
    this.#before.tellsNear = this.#tells || (this.#before.tellsNear && goesOn && this.#now === null);
    return asClaims(this.#frame.text, sentence, findings);
  }

  #part(written: readonly Item[]): Part | null {
    if (written.length < 2 || isOtherSport(written)) return null;
    const { scope, known, patterns } = this.#frame;
    const items = readSpelling(withoutDateline(written), scope.facts);
    const named = items.map((item) => item.tags["event"]).find((one) => one !== undefined) ?? null;
    const event = named ?? this.#before.event;
    const bare = sidesOf(items, { facts: scope.facts, known, isDoubles: isDoubles(event) });
    const pronouns = bare.map((side) =>
      side.isPronoun
        ? {
            ...side,
            antecedents: [...bare.filter((other) => !other.isPronoun && other.to <= side.from), ...this.#before.sides],
          }
        : side,
    );
    const described = describedSides({ items, event }, bare, scope);
    const sides = [...pronouns, ...described].toSorted((one, other) => one.from - other.from);
    return {
      before: this.#before.sides,
      items,
      sides,
      statements: statementsOf({ items, sides, patterns }),
      isQuoted: isQuotedOrAsked(items),
      named,
      event,
    };
  }

  #remember({ items, sides, named }: Part): void {
    const persons = sides.filter(isNamed);
    if (persons.length > 0) this.#before.sides = persons;
    const { scope } = this.#frame;
    const main = eventIn(withoutInsertions({ items, sides }));
    const isNew = main !== null && !(main in WHOLE_KINDS && this.#before.event !== null);
    if (isNew && (this.#before.event === null || !isElsewhere(scope, items))) this.#before.event = main;
    this.#before.event ??= this.#now ?? named;
    if (isOfOwn(scope, items)) this.#before.isElsewhere = false;
    else if (this.#before.isFirst && isOfAnother(scope, withoutInsertions({ items, sides })))
      this.#before.isElsewhere = true;
    if (persons.length > 0) this.#before.isFirst = false;
  }

  #findings(part: Part): FoundClaim[] {
    const { scope } = this.#frame;
    const isPlain = !part.isQuoted && isEventHere(part.event, this.#frame.scope);
    const isOpen = isDoubted(part.items) || part.isQuoted;
    const sides = part.sides.flatMap((side) =>
      checkSide(
        { side, items: part.items, event: part.event, isPlain: isPlain && !isElsewhere(scope, part.items) },
        scope,
      ),
    );
    const told = sides.filter(
      ({ type, verdict }) =>
        (!isOpen || verdict !== "not in the record") &&
        (type !== "association" || verdict !== "supported" || isOfSport(part.items)),
    );
    const matches = part.statements.filter(({ family }) => family === "match");
    const played = matches.length > 0 ? matches.flatMap((statement) => this.#match(part, statement)) : this.#bare(part);
    const event = part.event ?? this.#now;
    const said = part.statements.flatMap((statement) => this.#statement({ ...part, event }, statement));
    return [
      ...told,
      ...this.#partners(part),
      ...this.#lowest(part),
      ...played,
      ...said,
      ...checkFirsts(part, this.#frame.scope),
      ...checkField(part, this.#frame.scope),
    ];
  }

  /** Two who are said to have played together. */
  #partners(part: Part): FoundClaim[] {
    const acting = part.statements
      .filter(({ line, isUnsure }) => !isUnsure && !line.includes("either"))
      .flatMap(({ roles }) => Object.values(roles));
    const pairs = part.sides.filter((side) => side.people.length === 2 && acting.includes(side));
    const isPlain = !part.isQuoted && !isElsewhere(this.#frame.scope, part.items) && !isDoubted(part.items);
    return pairs.flatMap((side) =>
      checkPartner({ side, items: part.items, event: part.event, isPlain }, this.#frame.scope),
    );
  }

  /** `As the lowest-ranked of 16, they ...`: said of whom the sentence is about. */
  #lowest(part: Part): FoundClaim[] {
    const at = part.items.findIndex((item) => hasTag(item, "lowest"));
    if (at < 0 || part.sides.some(({ from, to, isPronoun }) => !isPronoun && at >= from && at < to + 3)) return [];
    const subject = part.sides.find(({ isOwner }) => !isOwner);
    const side = subject?.isPronoun === true ? subject.antecedents[0] : subject;
    return side === undefined
      ? []
      : checkLowest(
          { side, items: part.items, event: part.event, isPlain: false },
          part.items[at] as Item,
          this.#frame.scope,
        ); // found just above
  }

  #statement(part: Part, statement: Statement): FoundClaim[] {
    switch (statement.family) {
      case "match":
        return [];
      case "medal":
        return this.#medal(part, statement);
      case "progress":
        return this.#progress(part, statement);
      case "standing":
        return this.#standing(part, statement);
      case "course":
        if (isOfAnother(this.#frame.scope, stretchOf(part.items, statement))) return [];
        return checkCourse(part, statement, { told: this.#told(part, statement), scope: this.#frame.scope });
    }
  }

  #isPlain(part: Part, statement: Statement): boolean {
    const stretch = stretchOf(part.items, statement);
    return (
      !part.isQuoted &&
      !this.#followsElsewhere(part, statement) &&
      !statement.isUnsure &&
      !isElsewhere(this.#frame.scope, stretch) &&
      isEventHere(eventIn(stretch) ?? part.event, this.#frame.scope)
    );
  }

  /** `reached the final in Houston, losing 4-0 to Fan`: goes on with what was said of another competition. */
  #followsElsewhere(part: Part, statement: Statement): boolean {
    const own = Object.values(statement.roles).concat(statement.other ?? []);
    return part.statements.some((before) => {
      if (before.at >= statement.at || before.isRelative) return false;
      const shared = Object.values(before.roles).find((side) => own.includes(side) && side.to <= before.at);
      return shared !== undefined && isElsewhere(this.#frame.scope, stretchOf(part.items, before));
    });
  }

  #match(part: Part, statement: Statement): FoundClaim[] {
    if (statement.isUnsure || isOfAnother(this.#frame.scope, stretchOf(part.items, statement))) return [];
    const { winner, loser, either } = statement.roles;
    const isOpen = statement.other !== null || statement.isOfGame;
    const [one, other] = statement.other ? [statement.other, either ?? null] : [winner ?? null, loser ?? null];
    if (one === null || other === null) return [];
    const told = attributesOf(stretchOf(part.items, statement));
    const attributes = fitted(inTurn(told, statement.turn), part.items[statement.at]?.start);
    const trust = this.#trust(part, { statement, one, other });
    const findings = this.#held({ one, other, winner: isOpen ? null : one, attributes }, trust, part);
    this.#tells ||= findings.length > 0 && !isOpen;
    return findings;
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
        : this.#isPlain(part, statement);
    return {
      isPlain,
      areRolesSure: statement?.isSure ?? false,
      isEarlier: statement?.isEarlier ?? false,
      event: part.event,
      places: { one: place(one), other: place(other) },
      place: Number.isFinite(whole.start) ? whole : { start: first, end: part.items.at(-1)?.end ?? first },
    };
  }

  #held(saying: Parameters<typeof checkMatch>[0], trust: Trust, part: Part): FoundClaim[] {
    const { scope } = this.#frame;
    const withEvent = this.#withContext(saying, part);
    const answer = checkMatch(withEvent, trust, scope);
    if (answer.match !== null) this.#before.match = answer.match;
    this.#now ??= answer.match?.event.kind ?? null;
    return answer.findings.filter(({ words }) => words === null || words.end > words.start);
  }

  /** Where the sentence names no event, that of the text; it is no claim of this sentence. */
  #withContext(saying: Parameters<typeof checkMatch>[0], part: Part): Parameters<typeof checkMatch>[0] {
    if (saying.attributes.some(({ kind }) => kind === "event") || saying.one !== null || part.event === null)
      return saying;
    const event: Attribute = { kind: "event", event: part.event, start: 0, end: 0 };
    return { ...saying, attributes: [...saying.attributes, event] };
  }

  /** Without a verb that is known: two sides with a score, or a round with a day. */
  #bare(part: Part): FoundClaim[] {
    if (isDoubted(part.items) || isOfAnother(this.#frame.scope, withoutInsertions(part))) return [];
    const isProgress = part.statements.some(({ family }) => family === "progress");
    const attributes = fitted(looseAttributesOf(part.items)).filter(({ kind }) => kind !== "round" || !isProgress);
    const sides = part.sides.filter((side) => !isSaidBefore(side, part.items) && !side.isOwner);
    const has = (kind: Attribute["kind"]) => attributes.some((attribute) => attribute.kind === kind);
    const [one = null, other = null, ...more] = sides;
    const hasCourse = has("sweep") || has("length") || has("full-length");
    const hasScore = has("score") || has("points") || has("game") || has("lead") || hasCourse;
    if (one !== null && other !== null && more.length === 0 && (hasScore || has("round"))) {
      return this.#held(
        { one, other, winner: null, attributes },
        this.#trust(part, { statement: null, one, other }),
        part,
      );
    }
    const hasDay = has("date") || has("weekday");
    const isOfNobody = one === null && hasCourse;
    if (has("round") && (hasDay || isOfNobody) && attributes.filter(({ kind }) => kind === "round").length === 1) {
      const kept = attributes.filter(({ kind }) => OF_NOBODY.includes(kind) || (isOfNobody && COURSE.includes(kind)));
      return this.#held(
        { one: null, other: null, winner: null, attributes: kept },
        this.#trust(part, { statement: null, one: null, other: null }),
        part,
      );
    }
    if (one !== null && other === null && hasScore && !has("round")) {
      const winner = has("score") ? unnamedWinner(part, one, this.#frame.scope) : null;
      const trust = { ...this.#trust(part, { statement: null, one, other: null }), areRolesSure: true };
      if (winner !== null) return this.#held({ one: winner, other: one, winner, attributes }, trust, part);
      return this.#followUp(part, one, attributes);
    }
    if (one !== null && more.length === 0 && other === null && hasScore && has("round")) {
      return this.#held(
        { one, other: null, winner: null, attributes },
        this.#trust(part, { statement: null, one, other: null }),
        part,
      );
    }
    return [];
  }

  /** A sentence about one side alone, after one that told of a match: games of that match, unless they are of another. */
  #followUp(part: Part, one: NamedSide, all: readonly Attribute[]): FoundClaim[] {
    const { match } = this.#before;
    const attributes = all.filter(({ kind }) => FOLLOWED.includes(kind));
    const { scope } = this.#frame;
    if (match === null || (!isMeant(one, match.homeEntry) && !isMeant(one, match.awayEntry))) return [];
    const trust = this.#trust(part, { statement: null, one, other: null });
    return checkFollowUp({ one, other: null, winner: null, attributes }, { match, isPlain: trust.isPlain }, scope);
  }

  #medal(part: Part, statement: Statement): FoundClaim[] {
    const { scope } = this.#frame;
    const saying = medalSayingOf(part, statement, { isPlain: this.#isPlain(part, statement), scope });
    return saying === null ? [] : [...checkMedal(saying, scope), ...checkMedalDay(saying, scope)];
  }

  #standing(part: Part, statement: Statement): FoundClaim[] {
    const place = part.items[statement.at];
    const standing = standingOf(place);
    const { side } = statement.roles;
    if (side === undefined || place === undefined || standing === null || statement.isUnsure) return [];
    const stretch = stretchOf(part.items, statement);
    if (isOfAnother(this.#frame.scope, stretch)) return [];
    const event = eventIn(stretch) ?? part.event;
    // The event of the text may have changed without a word; that of two who play together cannot.
    const isOfEvent = part.named !== null || side.people.length === 2;
    const isPlain = this.#isPlain(part, statement) && isOfEvent && statement.isSure && !statement.isEarlier;
    return checkStanding({ side, standing, event, isPlain, place }, this.#frame.scope);
  }

  #told(part: Part, statement: Statement): Parameters<typeof checkCourse>[2]["told"] {
    const { match, tellsNear } = this.#before;
    return { match, isNear: tellsNear || this.#tells, isPlain: this.#isPlain(part, statement) };
  }

  #progress(part: Part, statement: Statement): FoundClaim[] {
    const { side } = statement.roles;
    const stretch = part.items.slice(statement.begin, statement.to);
    const item = stretch.find((one) => hasTag(one, "round"));
    if (isOfAnother(this.#frame.scope, beforeSince(stretchOf(part.items, statement)))) return [];
    if (side === undefined || item === undefined || statement.isUnsure || statement.isOfGame) return [];
    const isExit = statement.line.includes("exit");
    const round = item.tags["round"] ?? "";
    const event = eventIn(stretchOf(part.items, statement)) ?? part.event;
    return checkProgress(
      {
        side,
        round,
        isPlural: item.text.endsWith("s"),
        isExit,
        event,
        isPlain: this.#isPlain(part, statement) && statement.isSure && !isSaidBefore(side, part.items),
        place: item,
      },
      this.#frame.scope,
    );
  }
}

/** Words for several events at once; they change nothing once a text has named one. */
const WHOLE_KINDS: Readonly<Record<string, true>> = { singles: true, doubles: true };

function isNamed(side: NamedSide): boolean {
  return !side.isPronoun && !side.isOwner;
}

/** What a sentence may go on to say of the match that was told before it. */
const FOLLOWED: readonly Attribute["kind"][] = ["points", "game", "lead", "length", "full-length"];

/** What may be said of a match without a word on who played it. */
const OF_NOBODY: readonly Attribute["kind"][] = ["round", "date", "weekday", "event", "clock"];
const COURSE: readonly Attribute["kind"][] = ["sweep", "length", "full-length"];

const DOUBLES = ["xd", "md", "wd", "doubles"];

function isDoubles(event: string | null): boolean {
  return event !== null && DOUBLES.includes(event);
}
