import {
  clauseEnd,
  unsaidSubject,
  participleStart,
  hasBreak,
  isToldByDoing,
  isEnding,
  isHowIt,
  isNextAt,
  isOfNextVerb,
  isOfRun,
  isThenAt,
  isTwiceTold,
  LONGEST_ENDING,
} from "./clause-ends.ts";
import type { Item } from "./items.ts";
import type { Found, ListTurn } from "./found.ts";
import { isInverted, isLedBySide, isNounOfWinning } from "./inversion.ts";
import { endsList, listFrom, listUpTo } from "./lists.ts";
import { type ClaimFamily, isRole, type ClaimPattern, type PatternRole } from "./patterns.ts";
import { hasAnyTag, hasTag } from "./phrases.ts";
import type { NamedSide } from "./sides.ts";
import { type Gap, isFiller, isSubjectOpen, SubjectFinder } from "./subject.ts";
import { VerbLastReader } from "./verb-last.ts";

/** Words for games of a match, whichever are meant; who wins the deciding one has won the match. */
const GAMES = new Set(["share-of", "game-is", "games-are", "games-first", "games-last", "games-count", "opening-game"]);

/** Something a sentence says: a pattern with who stands in its places, and the stretch of the sentence that goes with it. */
export interface Statement {
  readonly family: ClaimFamily;
  readonly line: string;
  /** The item it hangs on. */
  readonly at: number;
  readonly roles: Readonly<Partial<Record<PatternRole, NamedSide>>>;
  /** The other side where the roles are not told apart. */
  readonly other: NamedSide | null;
  /** Whether the roles are beyond doubt. */
  readonly isSure: boolean;
  /** Negated, hoped for, supposed: not said to have happened. */
  readonly isUnsure: boolean;
  /** `lost the second game to`: said of a game, not of the match. */
  readonly isOfGame: boolean;
  /** `had beaten`: it lies before what the sentence tells. */
  readonly isEarlier: boolean;
  /** Said by the way, of somebody named before `who`. */
  readonly isRelative: boolean;
  /** Its parts: from this item, and before which one they end. */
  readonly begin: number;
  readonly until: number;
  readonly from: number;
  readonly to: number;
  /** An insertion inside the stretch (`, who lost to Japan,`) that does not belong to it. */
  readonly gap: Gap | null;
  /** `A and B lost to C and D respectively`: which of how many this one is. */
  readonly turn: ListTurn | null;
}

/** The items of a statement's stretch. */
export function stretchOf(items: readonly Item[], { from, to, gap }: Statement): Item[] {
  if (gap === null) return items.slice(from, to);
  return [...items.slice(from, Math.max(from, gap.from)), ...items.slice(Math.max(from, gap.to), to)];
}

/** A sentence as its items and sides. */
interface Reading {
  readonly items: readonly Item[];
  readonly sides: readonly NamedSide[];
  readonly patterns: ReadonlyMap<string, readonly ClaimPattern[]>;
  /** Whom a clause speaks of that does not say so; null where it has to. */
  readonly unsaid: NamedSide | null;
}

/** What a sentence says of matches, medals and rounds, from left to right. */
export function statementsOf(reading: Reading): Statement[] {
  const found: Found[] = [];
  const reader = new StatementReader(reading);
  for (let at = 0; at < reading.items.length; at += 1) found.push(...reader.at(at, found));
  const told = found
    .filter((one) => !isTwiceTold(one, found) && !isOfNextVerb(one, found, reading.items))
    .toSorted((one, other) => one.at - other.at);
  return told.map((one, index) => {
    const after = told.slice(index + 1).find(({ pattern }) => !isOfRun(one) || pattern.family === "match");
    return reader.statement(one, { before: told[index - 1], after });
  });
}

/** Words that give a side another place than that of an object. */
const GOVERNORS = ["to", "by", "over", "with", "for"];

/** Where a statement is looked for. */
interface Place {
  readonly at: number;
  readonly earlier: readonly Found[];
  /** Whom the clause speaks of when it names nobody; null while it is to name somebody. */
  readonly unsaid: NamedSide | null;
}

const NOBODY = { side: null, isSure: false, isRelative: false, gap: null };

/** Marks that part what is told of one match from what is told of another. */
const PARTS = new Set([";", "；"]);

const OF_DAYS = ["date", "weekday", "day"];

class StatementReader {
  readonly #items: readonly Item[];
  readonly #patterns: Reading["patterns"];
  readonly #beginning = new Map<number, NamedSide>();
  readonly #ending = new Map<number, NamedSide>();
  readonly #inside = new Set<number>();
  readonly #subjects: SubjectFinder;
  readonly #verbLast: VerbLastReader;
  readonly #unsaid: NamedSide | null;

  constructor({ items, sides, patterns, unsaid }: Reading) {
    this.#items = items;
    this.#patterns = patterns;
    this.#unsaid = unsaid;
    for (const side of sides) {
      this.#beginning.set(side.from, side);
      this.#ending.set(side.to - 1, side);
      for (let at = side.from; at < side.to; at += 1) this.#inside.add(at);
    }
    this.#subjects = new SubjectFinder({ items, sides, ending: this.#ending, inside: this.#inside });
    this.#verbLast = new VerbLastReader({ items, ending: this.#ending, inside: this.#inside });
  }

  /** The statements that hang on this item: at most one of each family. */
  at(at: number, earlier: readonly Found[]): Found[] {
    const item = this.#items[at];
    if (item === undefined || this.#inside.has(at)) return [];
    const families = new Set<ClaimFamily>();
    const hits: Found[] = [];
    const patterns = Object.keys(item.tags)
      .flatMap((tag) => this.#patterns.get(tag) ?? [])
      .toSorted((one, other) => other.after.length - one.after.length);
    // Whom a clause does not name is asked for only where no other reading has named everybody.
    for (const unsaid of this.#unsaid === null ? [null] : [null, this.#unsaid]) {
      for (const pattern of patterns) {
        if (families.has(pattern.family) || this.#isTaken(at, pattern.family, earlier)) continue;
        const hit = this.#match(pattern, { at, earlier, unsaid });
        if (hit === null) continue;
        families.add(pattern.family);
        const each = this.#oneByOne(hit, earlier).flatMap((one) => this.#verbLast.each(one));
        hits.push(...each, ...(each[0] === hit ? this.#alsoAfter(hit) : []));
      }
    }
    return hits;
  }

  /** `a win over Japan` is one statement, not another one at `over`. */
  #isTaken(at: number, family: ClaimFamily, earlier: readonly Found[]): boolean {
    return earlier.some(({ pattern, at: from, until }) => pattern.family === family && at > from && at < until);
  }

  #match(pattern: ClaimPattern, { at, earlier, unsaid }: Place): Found | null {
    if (isInverted(pattern) && isLedBySide({ items: this.#items, ending: this.#ending }, at)) return null;
    if (pattern.trigger === "take" && isNounOfWinning(this.#items, at)) return null;
    const after: NamedSide[] = [];
    let next = at + 1;
    for (const word of pattern.after) {
      const hit = isRole(word) ? this.#sideAfter(next, pattern) : this.#tagAfter(next, word, pattern);
      if (hit === null) return null;
      next = hit.until;
      if (hit.side) after.push(hit.side);
    }
    // `淘汰日本队的瑞典队`: who did so stands behind.
    const link = next + (hasTag(this.#items[next], "player") ? 1 : 0);
    if (this.#items[link]?.text === "的" && this.#beginning.has(link + 1)) return null;
    const wanted = pattern.before.filter(isRole).length;
    if (wanted > 1 || pattern.before.some((word) => !isRole(word))) {
      const floor = earlier.findLast((one) => one.begin !== undefined && one.at < at)?.until ?? 0;
      return this.#verbLast.find(pattern, { at, until: next, floor, unsaid });
    }
    if (wanted === 0)
      return { pattern, at, until: next, after, before: [], isSure: true, isRelative: false, gap: null };
    const subject = this.#subjects.find(at, {
      earlier,
      until: next,
      object: after[0] ?? null,
      isLoose: pattern.before[0] === "either",
      isPassive: pattern.after[0] === "by",
    });
    const isOpen = subject === null && unsaid !== null && isSubjectOpen(this.#items.slice(0, at));
    const { side, isSure, isRelative, gap } = isOpen ? unsaidSubject(unsaid) : (subject ?? NOBODY);
    if (side === null || side === after[0]) return null;
    return { pattern, at, until: next, after, before: [side], isSure, isRelative, gap: gap ?? null };
  }

  /** `A and B lost to C and D respectively`: a statement for each; without that word nobody can tell who met whom. */
  #oneByOne(found: Found, earlier: readonly Found[]): Found[] {
    const [subject, object] = [found.before[0], found.after[0]];
    if (found.pattern.family !== "match" || subject === undefined || object === undefined) return [found];
    const placed = { items: this.#items, beginning: this.#beginning, ending: this.#ending };
    const ones = listUpTo(subject, placed);
    const isObject = earlier.some(({ after }) => after.some((side) => ones.indexOf(side) >= 0 && side !== subject));
    if (ones.length === 1 || isObject) return [found];
    const others = listFrom(object, placed);
    const isTold = this.#items.some((item) => hasTag(item, "respectively")) && ones.length === others.length;
    if (!isTold) return [{ ...found, isOfSeveral: true }];
    return ones.map((one, index) => ({
      ...found,
      before: [one],
      after: others.slice(index, index + 1),
      until: (others.at(-1) ?? object).to,
      turn: { index, of: ones.length },
    }));
  }

  /** `beat Japan 4-1 and Sweden 4-1`: the same said of another side. */
  #alsoAfter(found: Found): Found[] {
    const { pattern } = found;
    if (pattern.family !== "match" || !isRole(pattern.after.at(-1) ?? "") || found.before.length !== 1) return [];
    const also: Found[] = [];
    let from = found.until;
    for (let at = from; at < this.#items.length; at += 1) {
      const item = this.#items[at];
      const side = this.#beginning.get(at);
      // `Germany and, by three matches to two, Japan`.
      const isHow = hasTag(item, "by") && this.#items[at + 1]?.score != null;
      const isPassed = item !== undefined && (isHow || isFiller(item) || item.text === "," || hasTag(item, "and"));
      if (side === undefined && !isPassed) break;
      if (side === undefined) continue;
      const isListed = this.#items.slice(from, at).some((one) => hasTag(one, "and") || one.text === ",");
      const next = this.#items[side.to];
      if (!isListed || side.isOwner || side.isPronoun || !endsList(next)) break;
      // `beat Karlsson and Kallberg, of Sweden, 4-1, in the semi-finals Wong and Doo`: behind the score of the match before.
      const scored = this.#items.findLastIndex(
        (one, index) =>
          index >= from && index < side.from && one.score !== null && !hasTag(this.#items[index - 1], "by"),
      );
      const joint = this.#items.findIndex(
        (one, index) => index >= Math.max(from, scored) && (hasTag(one, "and") || one.text === ","),
      );
      also.push({ ...found, at: joint, until: side.to, after: [...found.after.slice(0, -1), side], gap: null });
      from = side.to;
      at = side.to - 1;
    }
    return also;
  }

  #sideAfter(from: number, pattern: ClaimPattern): { until: number; side: NamedSide } | null {
    let strangers = 0;
    for (let at = from; at < this.#items.length && at < from + 14; at += 1) {
      const side = this.#beginning.get(at);
      if (side !== undefined && (!side.isOwner || pattern.family === "medal" || pattern.after.at(-1) === "run"))
        return { until: side.to, side };
      const item = this.#items[at];
      if (item === undefined || hasBreak(item)) return null;
      // `am Samstag` governs a day and no side.
      const isOfDay = ["weekday", "date", "day"].some((tag) => hasTag(this.#items[at + 1], tag));
      if (!isOfDay && GOVERNORS.some((tag) => hasTag(item, tag))) return null;
      // `avenged the loss by beating Japan`: the side belongs to the verb between.
      if (side === undefined && hasTag(item, "beat")) return null;
      // `die USA bezwangen und nun auf Indien treffen`: the next verb's.
      if (pattern.family === "match" && hasTag(item, "and") && !hasTag(this.#items[at + 1], "beat")) return null;
      if (side !== undefined) at = side.to - 1;
      else if (!isFiller(item) && !hasTag(item, "and") && (item.isMark || (strangers += 1) > 2)) return null;
    }
    return null;
  }

  #tagAfter(from: number, tag: string, pattern: ClaimPattern): { until: number; side?: NamedSide } | null {
    let strangers = 0;
    const tags = tag.split("|");
    for (let at = from; at < this.#items.length && at < from + 14; at += 1) {
      const item = this.#items[at];
      if (item === undefined) return null;
      const isWanted = item.text === tag || tags.some((one) => hasTag(item, one));
      if (isWanted && !this.#inside.has(at)) return { until: at + 1 };
      const side = this.#beginning.get(at);
      if (side !== undefined && pattern.family === "medal" && side.isOwner) at = side.to - 1;
      else if (side !== undefined || hasBreak(item) || hasTag(item, "rallies")) return null;
      else if (!isFiller(item) && (item.isMark || (strangers += 1) > (pattern.family === "medal" ? 4 : 1))) return null;
    }
    return null;
  }

  /** A statement with its stretch: from where its clause begins to where the next one's does. */
  statement(found: Found, { before, after }: { before: Found | undefined; after: Found | undefined }): Statement {
    const { pattern } = found;
    const names = pattern.before.filter(isRole).reverse();
    const places = [
      ...names.map((role, index) => [role, found.before[index]] as const),
      ...pattern.after.filter(isRole).map((role, index) => [role, found.after[index]] as const),
    ];
    const from =
      before === undefined || before.at === found.at ? this.#ownStart(found) : this.#clauseStart(found, before);
    const to = after === undefined || after.at === found.at ? this.#items.length : this.#clauseStart(after, found);
    const until =
      found.begin === undefined
        ? Math.max(this.#onward(found, to), found.until)
        : Math.min(to, clauseEnd(this.#items, found));
    return {
      family: pattern.family,
      line: pattern.line,
      at: found.at,
      roles: Object.fromEntries(places),
      other: places.length > 1 && places.every(([role]) => role === "either") ? (places[0]?.[1] ?? null) : null,
      isSure: found.isSure,
      isOfGame: this.#items.slice(found.at + 1, found.until).some((item) => hasAnyTag(item, GAMES)),
      isUnsure: found.isOfSeveral === true || this.#isAhead(found) || this.#isUnsure(found, before),
      turn: found.turn ?? null,
      isEarlier: this.#items.slice(Math.max(0, found.at - 4), found.at).some((item) => hasTag(item, "had")),
      from: found.stretch?.from ?? from,
      to: found.stretch?.to ?? until,
      gap: found.gap,
      isRelative: found.isRelative,
      begin: found.begin ?? found.at,
      until: found.until,
    };
  }

  /** `beat Japan 3-2 to set up a final on Friday`: what lies ahead is of another match. */
  #onward({ pattern, until }: Found, to: number): number {
    if (pattern.family !== "match") return to;
    // `met Moregard in the semi-finals and won 4-2` is one match.
    const isTold = !pattern.line.includes("either");
    const at = this.#items.findIndex(
      (item, index) =>
        index >= until &&
        index < to &&
        (hasTag(item, "onward") || hasTag(item, "unsure") || (isTold && isNextAt(this.#items, index))),
    );
    return at < 0 ? to : at;
  }

  /** Behind such words: of a match that is still to be played. */
  #isAhead({ at, before, pattern }: Found): boolean {
    const from = before[0]?.from ?? 0;
    return (
      pattern.family === "match" &&
      this.#items.some((item, index) => index >= from && index < at && hasTag(item, "onward"))
    );
  }

  /** Where the first clause begins: with the sentence, or behind a conjunction that parts it from another match. */
  #ownStart(found: Found): number {
    const { at, before } = found;
    const who = this.#antecedentOf(found);
    if (who !== null) return who.from;
    for (let index = at - 1; index > 0; index -= 1) {
      const item = this.#items[index];
      if (item !== undefined && PARTS.has(item.text)) return index;
      // `two on one Wednesday, and then a final`: that day is of what goes before.
      const isThen = item?.text === "," && isThenAt(this.#items, index + 1);
      if (isThen && this.#items.slice(0, index).some((one) => OF_DAYS.some((tag) => hasTag(one, tag)))) return index;
      // `are in the final after beating Japan`: the round before is not that of the match.
      const isAfter = hasTag(item, "join") && index === at - 1 && (this.#items[at]?.text ?? "").endsWith("ing");
      // `after the final, and a day later he lost`: the clause has a subject of its own.
      const isNewClause = hasTag(item, "and") && this.#items[index - 1]?.text === "," && (before[0]?.from ?? 0) > index;
      if (isToldByDoing(this.#items, { at, index })) return index;
      const isApart = isAfter || isNewClause || hasTag(item, "apart");
      if (isApart && this.#items.slice(0, index).some((one) => hasTag(one, "round"))) return index;
    }
    return 0;
  }

  #clauseStart(found: Found, before: Found): number {
    // Where the verb comes last, a clause begins behind that of the one before.
    if (found.begin !== undefined && found.at > before.until) return before.until;
    const floor = Math.min(before.until, found.at);
    if (isHowIt(this.#items, { found, before })) return floor;
    if (
      found.gap === null &&
      this.#items[found.at] !== undefined &&
      !(found.pattern.trigger in (this.#items[found.at]?.tags ?? {}))
    )
      return found.at;
    for (let index = found.at - 1; index >= floor; index -= 1) {
      const item = this.#items[index];
      if (item === undefined) break;
      // `in the round of 16, where Harimoto led him`: in that round.
      const place = this.#items[index - 1]?.text === "," ? index - 2 : index - 1;
      if (hasTag(item, "where") && hasTag(this.#items[place], "round")) return place;
      if (hasTag(item, "join") || hasTag(item, "who") || hasTag(item, "with")) return index;
      if (hasTag(item, "and") && !this.#inside.has(index)) return index;
      if ((item.text === "," || item.text === ";") && !this.#inside.has(index)) return index;
    }
    return hasTag(this.#items[found.at - 1], "to") ? found.at - 1 : found.at;
  }

  /** `will meet Fan, who beat Jha`: whom `who` stands for, unless that is all the sentence says of (`it was Fan who`). */
  #antecedentOf({ at, before, isRelative }: Found): NamedSide | null {
    const [side] = before;
    if (!isRelative || side === undefined || side.to > at) return null;
    return /^it$/i.test(this.#items[side.from - 2]?.text ?? "") ? null : side;
  }

  /** `딴다면`, `이기지 못했다`, `진출에 실패했다`: where the verb comes last, its endings may say that it did not happen. */
  #endOfVerb({ begin, until }: Found): number {
    let end = until;
    if (begin === undefined) return end;
    while (end < until + LONGEST_ENDING && isEnding(this.#items[end - 1], this.#items[end])) end += 1;
    return end;
  }

  /** `no medal since Waldner won`, `will meet Fan, a 4-2 winner over Lin`: where the words begin that say no more than that. */
  #ownClause({ at, before }: Found): number {
    const [side] = before;
    if (side === undefined || side.to > at) return 0;
    return hasTag(this.#items[side.from - 1], "since") || hasTag(this.#items[at], "victor") ? side.to : 0;
  }

  /** `it was not Fan who lost`, `nicht Fan, sondern`: somebody else did. */
  #isDenied({ from, to, isPronoun }: NamedSide): boolean {
    const next = this.#items[to];
    const isSaidBehind = hasTag(next, "not-but") || (hasTag(next, "subject") && hasTag(this.#items[to + 1], "not-but"));
    return !isPronoun && (hasTag(this.#items[from - 1], "not") || isSaidBehind);
  }

  #isUnsure(found: Found, before: Found | undefined): boolean {
    const isFirst = before === undefined || before.at === found.at;
    const clause = isFirst ? participleStart(this.#items, found) : this.#clauseStart(found, before);
    if (found.before.some((side) => this.#isDenied(side))) return true;
    const start = Math.max(clause, this.#antecedentOf(found)?.to ?? 0, this.#ownClause(found), found.at - 8);
    const { gap } = found;
    const isApart = (at: number) => this.#inside.has(at) || (gap !== null && at >= gap.from && at < gap.to);
    const stretch = this.#items.slice(start, this.#endOfVerb(found)).filter((_, index) => !isApart(start + index));
    return stretch.some((item) => hasTag(item, "unsure") || hasTag(item, "not"));
  }
}
