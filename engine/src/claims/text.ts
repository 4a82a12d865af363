import { checkBeatenList } from "./beaten-lists.ts";
import { checkBracketMedals } from "./bracket-medals.ts";
import type { Claim } from "./claim.ts";
import { withoutDateline } from "./dateline.ts";
import { checkCourse } from "./course-claims.ts";
import { describedSides, isSaidBefore, isTeam, teamsOf, unsaidSide, withoutApposed } from "./described-sides.ts";
import { checkField } from "./field-claims.ts";
import { checkFirsts } from "./firsts.ts";
import type { KnownMatch } from "./facts.ts";
import { checkFlags } from "./flags.ts";
import type { Item } from "./items.ts";
import type { FoundClaim } from "./found-claim.ts";
import { checkLeftOver } from "./left-over.ts";
import { type Before, isForMedal, MatchReader, type TextFrame } from "./matches-told.ts";
import { checkCounts } from "./medal-counts.ts";
import { checkGaps } from "./medal-gaps.ts";
import { checkMedal, checkMedalDay } from "./medal-claims.ts";
import { checkSums } from "./medal-sums.ts";
import { checkTotal } from "./medal-totals.ts";
import type { MedalRecord } from "./medal-record.ts";
import { checkMedalPairs } from "./medal-pairs.ts";
import { checkNamedGames } from "./named-games.ts";
import { medalSayingOf } from "./medal-sayings.ts";
import {
  beforeSince,
  isOfAnotherEvent,
  eventIn,
  headOf,
  isAsked,
  isDoubted,
  isOfSport,
  isQuotedOrAsked,
  type Part,
  withoutGuess,
  withoutInsertions,
  withoutRelatives,
} from "./part.ts";
import { hasAnyTag, hasTag } from "./phrases.ts";
import { checkPastGames } from "./past-games.ts";
import { type NamedPeople, PeopleNamed } from "./people-meant.ts";
import { checkProgress } from "./progress-claims.ts";
import { checkSeedsBeaten } from "./seed-claims.ts";
import { asClaims } from "./places.ts";
import { withRecordOfGames } from "./record-of-games.ts";
import { withSaidBefore } from "./said-before.ts";
import { readSpelling } from "./names/spelling.ts";
import { eventHere, eventOfText, withGender } from "./team-gender.ts";
import { isElsewhere, isEventHere, isOfAnother, isOfOwn, isOtherSport } from "./scope.ts";
import { checkLowest, checkPartner, checkSide } from "./side-claims.ts";
import { checkStanding, standingOf } from "./standing-claims.ts";
import { isMeant, type NamedSide, sidesOf } from "./sides.ts";
import { type Statement, statementsOf, stretchOf } from "./statements.ts";

/** What a text has said up to a sentence, as far as the next one hangs on it. */
export interface TextState {
  readonly before: Readonly<Before>;
  readonly named: NamedPeople;
}

/** Reads the sentences of one text in their order, remembering what "the final" and "they" mean. */
export class TextReader {
  readonly #frame: TextFrame;
  readonly #before: Before = {
    event: null,
    sides: [],
    teams: [],
    match: null,
    tellsNear: false,
    isFirst: true,
    isElsewhere: false,
    eventNamed: null,
  };
  readonly #matches: MatchReader;
  readonly #named: PeopleNamed;
  /** All medals on record. */
  readonly #medals: () => MedalRecord | null;

  constructor(frame: TextFrame) {
    this.#frame = frame;
    this.#matches = new MatchReader(frame, this.#before);
    this.#named = new PeopleNamed(frame.scope.facts);
    this.#medals = frame.medals;
  }

  /** What the sentences read so far leave to the next one. */
  state(): TextState {
    return { before: { ...this.#before }, named: this.#named.state() };
  }

  /** Goes on as if those sentences had been read. */
  resume({ before, named }: TextState): void {
    Object.assign(this.#before, before);
    this.#named.resume(named);
  }

  /** Of those whose whole names stand in the text, whom a sentence may mean. */
  knownTo(items: readonly Item[]): string[] {
    const { known, scope } = this.#frame;
    const familyOf = (person: string) => scope.facts.people.get(person)?.family ?? person;
    const meant = items.flatMap(({ names }) => names.filter((name) => name.kind === "person"));
    const people = new Set([...meant.map(({ person }) => person), ...[...this.#named.state().values()].flat()]);
    const families = new Set(meant.filter(({ form }) => form === "given").map(({ person }) => familyOf(person)));
    return [...known].filter((person) => people.has(person) || (families.size > 0 && families.has(familyOf(person))));
  }

  /** The claims of a sentence, placed from its own beginning as its items are. */
  read(sentence: string, items: readonly Item[]): Claim[] {
    this.#matches.now = null;
    this.#matches.tells = false;
    const part = this.#part(items);
    const isApart = part !== null && this.#before.isElsewhere && !isOfOwn(this.#frame.scope, part.items);
    const findings = part === null ? [] : isApart ? this.#ofGames(part) : this.#findings(part);
    if (part !== null) this.#remember(part);
    const goesOn = findings.some(({ type }) => type === "game" || type === "lead" || type === "score");
    const isStill = part === null || isAside(part) || (goesOn && this.#matches.now === null);
    this.#before.tellsNear = this.#matches.tells || (this.#before.tellsNear && (isStill || this.#isOfTold(part)));
    return asClaims(sentence, findings);
  }

  /** Whether a sentence speaks only of those who played the match that was told, and of no other round. */
  #isOfTold({ items, sides }: Part): boolean {
    const { match } = this.#before;
    const isOfMatch = (side: NamedSide) =>
      match !== null && (isMeant(side, match.homeEntry) || isMeant(side, match.awayEntry));
    const rounds = items.flatMap(({ tags }) => tags["round"] ?? []);
    return sides.length > 0 && sides.every(isOfMatch) && rounds.every((round) => round === match?.round);
  }

  #part(read: readonly Item[]): Part | null {
    if (read.length < 2 || isOtherSport(read, this.#frame.scope) || isAsked(read)) return null;
    const { scope, known, patterns } = this.#frame;
    const told = withGender(readSpelling(withoutGuess(withoutDateline(read)), scope.facts));
    const items = withSaidBefore(told, {
      event: eventOfText(told, this.#before.eventNamed ?? this.#before.event),
      scope,
    });
    const named = items.map((item) => item.tags["event"]).find((one) => one !== undefined) ?? null;
    const event = named ?? eventHere(eventOfText(items, this.#before.event), this.#before.event, scope);
    const all = sidesOf(items, { facts: scope.facts, known, isDoubles: isDoubles(event) });
    const written = withoutApposed(items, all, scope.facts);
    const bare = written.map((side) => this.#named.meantBy(side, items));
    const pronouns = bare.map((side) =>
      side.isPronoun
        ? {
            ...side,
            antecedents: [
              ...bare.filter((other) => !other.isPronoun && other.to <= side.from),
              ...this.#before.sides,
              ...(isTeam(items, side) ? [...teamsOf(this.#before.sides, scope.facts), ...this.#before.teams] : []),
            ],
          }
        : side,
    );
    const described = describedSides({ items, event }, bare, scope);
    const sides = [...pronouns, ...described].toSorted((one, other) => one.from - other.from);
    return {
      before: this.#before.sides,
      items,
      sides,
      statements: statementsOf({ items, sides, patterns, unsaid: this.#unsaid() }),
      isQuoted: isQuotedOrAsked(items),
      named,
      event,
    };
  }

  /** Whoever was spoken of before, where the language need not say so again. */
  #unsaid(): NamedSide | null {
    const { sides } = this.#before;
    return this.#frame.dropsSubject && sides.length > 0 ? unsaidSide(sides) : null;
  }

  #remember({ items, sides, named }: Part): void {
    const persons = sides.filter(isNamed);
    this.#named.note(persons);
    // Whom `they` meant goes on to be meant: `Together they lost to Wang and Sun. They had beaten ...`.
    const meant = sides.flatMap((side) => (isSaidBefore(side, items) ? side.antecedents : []));
    const known = [...new Set([...persons, ...meant])].slice(0, MOST_BEFORE);
    if (persons.length > 0) this.#before.sides = known;
    const teams = sides.filter(({ people, associations }) => people.length === 0 && associations.length > 0);
    this.#before.teams = [...teams, ...this.#before.teams].slice(0, TEAMS_KEPT);
    const { scope } = this.#frame;
    const main = eventIn(withoutRelatives(withoutInsertions({ items, sides })));
    if (main !== null && !isGap(items)) this.#before.eventNamed = main;
    const isNew = main !== null && !(main in WHOLE_KINDS && this.#before.event !== null);
    if (isNew && (this.#before.event === null || !isElsewhere(scope, items))) this.#before.event = main;
    this.#before.event ??= this.#matches.now ?? named;
    if (isOfOwn(scope, items)) this.#before.isElsewhere = false;
    else if (this.#before.isFirst && isOfAnother(scope, headOf(withoutInsertions({ items, sides }))) && !isGap(items))
      this.#before.isElsewhere = true;
    if (persons.length > 0) this.#before.isFirst = false;
  }

  /** In a text about other Games: what it says of those that it names. */
  #ofGames(part: Part): FoundClaim[] {
    const { scope } = this.#frame;
    if (scope.isOfOthers) return [];
    return [checkPastGames, checkNamedGames, checkMedalPairs].flatMap((read) => read(part, scope, this.#medals));
  }

  #findings(part: Part): FoundClaim[] {
    const { scope } = this.#frame;
    const isPlain = !part.isQuoted && isEventHere(part.event, this.#frame.scope);
    const isOpen = isDoubted(part.items) || part.isQuoted;
    const sides = part.sides.flatMap((side) =>
      checkSide(
        {
          side,
          items: part.items,
          event: part.event,
          isPlain: isPlain && !isElsewhere(scope, part.items),
          isPlainThen: !isOpen,
          known: this.#frame.known,
        },
        scope,
      ),
    );
    const told = sides.filter(
      ({ type, verdict }) =>
        (!isOpen || verdict !== "not in the record") &&
        (type !== "association" || verdict !== "supported" || isOfSport(part.items)),
    );
    const matches = part.statements.filter(({ family }) => family === "match");
    const played =
      matches.length > 0
        ? matches.flatMap((statement) => this.#matches.match(part, statement))
        : this.#matches.bare(part);
    const event = part.event ?? this.#matches.now;
    const said = part.statements.flatMap((statement) =>
      this.#statement({ ...part, event: this.#isOfMatch(part, statement) ? event : part.event }, statement),
    );
    const found = [
      ...told,
      ...this.#partners(part),
      ...this.#lowest(part),
      ...played,
      ...said,
      ...checkFirsts({ ...part, event }, this.#frame.scope),
      ...checkGaps({ ...part, event }, this.#frame.scope),
      ...(isOfAnotherEvent(part, this.#matches.now) ? [] : checkCounts(part, this.#frame.scope)),
      ...checkField(part, this.#frame.scope),
      ...checkFlags(part, scope),
      ...checkBracketMedals(part, scope),
      ...checkSums(part, { isPlain, scope }),
    ];
    const left = checkLeftOver({ ...part, event }, found, { told: this.#last(part), scope });
    return withRecordOfGames([...found, ...left], part, { scope, medals: this.#medals });
  }

  /** Whether what is said of a medal goes with the match that the sentence tells: with one that decided it. */
  #isOfMatch(part: Part, statement: Statement): boolean {
    const round = this.#before.match?.round ?? null;
    const isDecided = round === null || ["final", "bronze", "sf"].includes(round);
    return !isOfAnotherTeam(part, statement) && (statement.family !== "medal" || isDecided);
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
        return checkBeatenList(part, statement, {
          isPlain: this.#matches.isPlain(part, statement),
          scope: this.#frame.scope,
        });
      case "medal":
        return this.#medal(part, statement);
      case "progress":
        return this.#progress(part, statement);
      case "standing":
        return this.#standing(part, statement);
      case "course":
        if (statement.line.endsWith("seeds-are"))
          return checkSeedsBeaten(part, statement, {
            isPlain: this.#matches.isPlain(part, statement),
            scope: this.#frame.scope,
          });
        if (isOfAnother(this.#frame.scope, stretchOf(part.items, statement))) return [];
        return checkCourse(part, statement, { told: this.#told(part, statement), scope: this.#frame.scope });
    }
  }

  #medal(part: Part, statement: Statement): FoundClaim[] {
    const { scope } = this.#frame;
    const isPlain = this.#matches.isPlain(part, statement);
    const saying = medalSayingOf(part, statement, { isPlain, scope });
    if (saying === null) return checkTotal(part, statement, { isPlain, scope });
    return [...checkMedal(saying, scope), ...checkMedalDay(saying, scope)];
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
    const isPlain = this.#matches.isPlain(part, statement) && isOfEvent && statement.isSure && !statement.isEarlier;
    return checkStanding({ side, standing, event, isPlain, place }, this.#frame.scope);
  }

  #told(part: Part, statement: Statement): Parameters<typeof checkCourse>[2]["told"] {
    return { ...this.#last(part), isPlain: this.#matches.isPlain(part, statement) };
  }

  /** The match that this sentence tells, or the one told before it. */
  #last({ items }: Part): { match: KnownMatch | null; isNear: boolean } {
    const { match, tellsNear } = this.#before;
    if (!this.#matches.tells && isForMedal(items, match)) return { match: null, isNear: false };
    return { match, isNear: tellsNear || this.#matches.tells };
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
        isPlain: this.#matches.isPlain(part, statement) && statement.isSure && !isSaidBefore(side, part.items),
        place: item,
      },
      this.#frame.scope,
    );
  }
}

/** `Les Françaises ont perdu, les Français ont gagné le bronze`: a team named twice may be the men's and the women's. */
function isOfAnotherTeam({ sides }: Part, { roles: { holder, side } }: Statement): boolean {
  const own = holder ?? side;
  if (own === undefined || own.isPronoun || own.people.length > 0) return false;
  return sides.some(
    (one) => one !== own && one.people.length === 0 && one.associations.some((code) => own.associations.includes(code)),
  );
}

/** A sentence of nobody who plays and of nothing that is won: what somebody in the hall said between. */
function isAside({ items, sides }: Part): boolean {
  const isFigure = items.some(({ score, points, tags }) => score !== null || points !== null || "date" in tags);
  return sides.every(({ isPronoun }) => isPronoun) && !isFigure && !items.some((item) => hasAnyTag(item, OF_OTHERS));
}

/** What begins to tell of something else than the match before. */
const OF_OTHERS = new Set(["round", "medal", "medallist", "champion", "title", "seed-is", "weekday", "beat", "meet"]);

/** How many sides a pronoun may stand for. */
const MOST_BEFORE = 6;

/** Words for several events at once; they change nothing once a text has named one. */
const WHOLE_KINDS: Readonly<Record<string, true>> = { singles: true, doubles: true };

/** How many teams named before may be meant by "the men". */
const TEAMS_KEPT = 3;

/** `its first medal since Sydney`: the Games named are those before, not those that the text is about. */
function isGap(items: readonly Item[]): boolean {
  return items.some((item) => hasTag(item, "since") || hasTag(item, "since-then"));
}

function isNamed(side: NamedSide): boolean {
  return !side.isPronoun && !side.isOwner;
}

const DOUBLES = ["xd", "md", "wd", "doubles"];

function isDoubles(event: string | null): boolean {
  return event !== null && DOUBLES.includes(event);
}
