import type { Item } from "./items.ts";
import { hasAnyTag, hasTag } from "./phrases.ts";
import type { NamedSide } from "./sides.ts";

const FILLERS = new Set([
  "article",
  "helper",
  "round",
  "event",
  "date",
  "weekday",
  "number",
  "ordinal",
  "age",
  "seed-is",
  "rank-is",
  "contest",
  "sport",
  "games",
  "straight",
  "place",
  "on",
  "year",
  "player",
  "pair",
  "team",
  "day",
  "possessive",
  "first",
  "row",
  "games-count",
  "unranked",
  "top-ranked",
  "clock",
  "clock-is",
  "table-is",
  "medallist",
  "adverb",
  "former",
  "defending",
  "ever",
  "game-is",
  "with-score",
  "month",
]);
export const BREAKS = ["who", "join"];

/** What may stand between the parts of a statement without being one. */
export function isFiller(item: Item): boolean {
  return (
    item.score !== null ||
    item.points !== null ||
    ["(", ")", "–", "-", "—"].includes(item.text) ||
    hasAnyTag(item, FILLERS)
  );
}

/** How many unknown words a clause may have that names nobody: more of them may be a name. */
const STRANGERS = 1;

/** What a particle may stand behind that makes nobody the subject: `8강에서는`. */
const NOT_SUBJECTS = ["place", "round", "date", "weekday", "day", "helper", "to", "event", "they", "join", "year"];

/** Whether these words, up to a verb, leave room for a subject that was said before: nobody unknown stands among them. */
export function isSubjectOpen(items: readonly Item[]): boolean {
  const start = items.findLastIndex((item) => isClauseMark(item) || hasTag(item, "join")) + 1;
  const clause = items.slice(start);
  const hasSubject = clause.some((_, at) => isParticle(clause, at) && !isNoSubject(clause[at - 1]));
  const isParticled = clause.some((item) => hasTag(item, "subject") || hasTag(item, "object"));
  const strangers = clause.filter((item) => isUnknown(item)).length;
  const isNamed = items.some((item, at) => at > 0 && isUnknown(item) && item.isCapital);
  return !hasSubject && !isNamed && (isParticled || strangers <= STRANGERS);
}

/** `가` at the end of a word. */
function isParticle(items: readonly Item[], at: number): boolean {
  const [before, item, next] = [items[at - 1], items[at], items[at + 1]];
  if (item === undefined || before?.end !== item.start || !hasTag(item, "subject")) return false;
  return next === undefined || next.isMark || next.start > item.end || !/[가-힣]/.test(item.text);
}

function isNoSubject(item: Item | undefined): boolean {
  return NOT_SUBJECTS.some((tag) => hasTag(item, tag));
}

function isClauseMark({ text }: Item): boolean {
  return [",", "，", ";", "；", "、"].includes(text);
}

function isUnknown(item: Item): boolean {
  return (
    !item.isMark &&
    item.score === null &&
    item.points === null &&
    Object.keys(item.tags).length === 0 &&
    item.names.length === 0
  );
}

export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** What an earlier statement of the sentence said of its sides. */
interface Acted {
  readonly before: readonly NamedSide[];
  readonly after: readonly NamedSide[];
  readonly isRelative: boolean;
  readonly isSure: boolean;
}

interface About {
  readonly earlier: readonly Acted[];
  readonly until: number;
  readonly object: NamedSide | null;
  readonly isLoose: boolean;
  /** Whether the verb says what was done to its subject. */
  readonly isPassive: boolean;
}

interface Subject {
  readonly side: NamedSide;
  readonly isSure: boolean;
  readonly isRelative: boolean;
  readonly gap?: Gap | null;
}

interface Sentence {
  readonly items: readonly Item[];
  readonly sides: readonly NamedSide[];
  /** Sides by their last item. */
  readonly ending: ReadonlyMap<number, NamedSide>;
  /** Items that belong to a side. */
  readonly inside: ReadonlySet<number>;
}

/** How many items an apposition may have before its noun. */
const APPOSED = 4;

/** Finds who a verb or a noun speaks of: the side before it, past insertions; the one that `who` stands for; or that of the verb before. */
export class SubjectFinder {
  readonly #items: readonly Item[];
  readonly #sides: readonly NamedSide[];
  readonly #ending: ReadonlyMap<number, NamedSide>;
  readonly #inside: ReadonlySet<number>;

  constructor({ items, sides, ending, inside }: Sentence) {
    this.#items = items;
    this.#sides = sides;
    this.#ending = ending;
    this.#inside = inside;
  }

  find(at: number, about: About): Subject | null {
    const noun = hasTag(this.#items[at - 2], "people") ? at - 3 : at - 2;
    const beaten = about.isPassive && this.#items[at - 1]?.text === "," ? this.#ending.get(noun) : undefined;
    // `Lebrun, dominé 4-0 par Fan`.
    if (beaten !== undefined && !beaten.isOwner) return { side: beaten, isSure: true, isRelative: true };
    const apposed = hasTag(this.#items[at], "victor") ? this.#apposedTo(at) : undefined;
    if (apposed !== undefined) return { side: apposed, isSure: true, isRelative: true };
    const doing = this.#byDoing(at);
    if (doing !== undefined) return { side: doing, isSure: true, isRelative: false };
    const found = this.#subjectBefore(at, about);
    if (found !== null) return found;
    const previous = about.earlier.findLast(({ isRelative, before }) => !isRelative && before.length > 0);
    if (previous?.before[0] !== undefined)
      return { side: previous.before[0], isSure: previous.isSure, isRelative: false };
    const first = this.#sides.find((side) => side.to <= at && this.#isFree(side));
    if (first !== undefined)
      return { side: first, isSure: !this.#hasStrangersBetween(first.to, at), isRelative: false };
    const next = this.#sides.find((side) => side.from >= about.until && !side.isOwner && side !== about.object);
    const leads =
      (at < 8 &&
        this.#items.slice(0, at).some((item) => hasTag(item, "join") || hasTag(item, "with") || hasTag(item, "by"))) ||
      at === 0;
    return next !== undefined && leads && this.#items[next.from - 1]?.text === ","
      ? { side: next, isSure: true, isRelative: false }
      : null;
  }

  /** `the Koreans levelled by taking the second`: of whom the words before `by` speak. */
  #byDoing(at: number): NamedSide | undefined {
    const isBy = /^by$/i.test(this.#items[at - 1]?.text ?? "") && this.#items[at]?.text.endsWith("ing") === true;
    const free = isBy ? this.#sides.filter((side) => side.to <= at && this.#isFree(side)) : [];
    return free.findLast((side) => this.#leadsClause(side)) ?? free.at(-1);
  }

  /** Whether a side is the first word of its clause: whom that speaks of. */
  #leadsClause({ from }: NamedSide): boolean {
    const before = this.#items[from - 1];
    return before === undefined || before.isMark || hasTag(before, "and") || hasTag(before, "join");
  }

  /** `Lebrun, a 4-2 winner over Lin`. */
  #apposedTo(at: number): NamedSide | undefined {
    let from = at;
    while (from > at - APPOSED && this.#isFillerAt(from - 1)) from -= 1;
    return this.#items[from - 1]?.text === "," ? this.#ending.get(from - 2) : undefined;
  }

  #isFillerAt(at: number): boolean {
    const item = this.#items[at];
    return item !== undefined && isFiller(item);
  }

  #hasStrangersBetween(from: number, to: number): boolean {
    return this.#items.slice(from, to).filter((item) => !isFiller(item)).length > 6;
  }

  /** A side that no preposition governs. */
  #isFree(side: NamedSide): boolean {
    const before = this.#items[side.from - 1];
    return !side.isOwner && !["over", "by", "to", "of", "for", "with", "place"].some((tag) => hasTag(before, tag));
  }

  #subjectBefore(at: number, { earlier, isLoose }: About): Subject | null {
    let isSure = true;
    let strangers = 0;
    let gap: Gap | null = null;
    for (let index = at - 1; index >= 0; index -= 1) {
      const item = this.#items[index] as Item; // index is inside
      const side = this.#ending.get(index);
      if (side !== undefined) return this.#adjacent(side, { at, earlier, isSure, gap });
      if (hasTag(item, "who") && (!hasTag(item, "article") || this.#items[index - 1]?.text === ","))
        return this.#antecedent(index);
      if ([",", ")", "–", "—"].includes(item.text)) {
        const opener = this.#opener(index);
        if (opener === null) return null;
        gap = { from: opener, to: index + 1 };
        index = opener;
      } else if (
        hasTag(item, "join") ||
        hasTag(item, "and") ||
        hasTag(item, "with") ||
        (hasTag(item, "to") && !isLoose) ||
        hasTag(item, "by")
      )
        return null;
      else if (this.#inside.has(index)) continue;
      else if (!isFiller(item)) {
        strangers += 1;
        isSure = strangers < 2 && isSure;
        if (strangers > 4 || item.text === ";" || item.text === ":") return null;
      }
    }
    return null;
  }

  #adjacent(
    side: NamedSide,
    { at, earlier, isSure, gap }: { at: number; earlier: readonly Acted[]; isSure: boolean; gap: Gap | null },
  ): Subject | null {
    const isObject = earlier.some(({ after }) => after.includes(side));
    if (isObject && (this.#items[at]?.text.split(" ")[0] ?? "").endsWith("ing")) return null;
    return { side, isSure: isSure && !isObject, isRelative: false, gap };
  }

  /** Who `who` is: the side before it. */
  #antecedent(who: number): Subject | null {
    for (let index = who - 1; index >= 0 && index > who - 5; index -= 1) {
      const side = this.#ending.get(index);
      if (side !== undefined) return { side, isSure: true, isRelative: true };
      if (!this.#items[index]?.isMark && !hasTag(this.#items[index], "age")) return null;
    }
    return null;
  }

  /** The mark before which the side stands that an insertion between commas interrupts; the place before it. */
  #opener(close: number): number | null {
    const mark = this.#items[close]?.text === ")" ? "(" : this.#items[close]?.text;
    for (let index = close - 1; index > 0; index -= 1) {
      if (this.#items[index]?.text === mark && this.#ending.has(index - 1)) return index;
      if (this.#items[index]?.text === ";") return null;
    }
    return null;
  }
}
