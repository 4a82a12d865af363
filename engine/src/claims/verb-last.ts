import type { Found, ClauseStretch } from "./found.ts";
import type { Item } from "./items.ts";
import { type ClaimPattern, isRole } from "./patterns.ts";
import { hasAnyTag, hasTag } from "./phrases.ts";
import type { NamedSide } from "./sides.ts";
import { isFiller, isSubjectOpen } from "./subject.ts";

/** Words that stand behind the side they belong to, where the verb comes last; `by` before it. */
const PARTICLES = ["subject", "object", "to", "and"];

/** Words that stand before the side they belong to, where another part of the statement follows it. */
const PREPOSITIONS = ["to", "over", "by"];

/** What may stand between a side and its particle. */
const CALLED = ["pair", "player", "gender", "people", "team", "sport", "event"];

/** What may stand between the sides of a list: `die USA mit 3:2 und Indien mit 3:1`. */
const BETWEEN = new Set(
  "and object to with place round date weekday day event helper article year games straight full-length".split(" "),
);

/** How far a part of a statement is looked for, in items. */
const FARTHEST = 24;

interface Sentence {
  readonly items: readonly Item[];
  /** Sides by their last item. */
  readonly ending: ReadonlyMap<number, NamedSide>;
  /** Items that belong to a side. */
  readonly inside: ReadonlySet<number>;
}

interface Place {
  readonly at: number;
  readonly until: number;
  /** Where the statement before ends: the side beside this verb stands behind it. */
  readonly floor: number;
  /** Whom the clause speaks of when it names nobody; null while it is to name somebody. */
  readonly unsaid: NamedSide | null;
}

/** Reads statements of which the verb stands behind both sides: `A가 B를 4-2로 꺾고`. */
export class VerbLastReader {
  readonly #items: readonly Item[];
  readonly #ending: ReadonlyMap<number, NamedSide>;
  readonly #inside: ReadonlySet<number>;

  constructor({ items, ending, inside }: Sentence) {
    this.#items = items;
    this.#ending = ending;
    this.#inside = inside;
  }

  /** The sides before the verb, each with its particle where the grammar asks for one. */
  find(pattern: ClaimPattern, { at, until, floor, unsaid }: Place): Found | null {
    const next = this.#items[until];
    if ((next?.names.length ?? 0) > 0 && isAdnominal(this.#items[at]?.text ?? ""))
      return this.#relative(pattern, { at, until, floor });
    const sides: NamedSide[] = [];
    let from = at - 1;
    let isSure = true;
    for (const [index, word] of pattern.before.entries()) {
      const hit = isRole(word) ? this.#sideBefore(from) : this.#tagBefore(from, word, index);
      if (hit === null) {
        const isLast = !pattern.before.slice(isRole(word) ? index + 1 : index + 2).some(isRole);
        const isRequired = !isRole(word) && word !== "subject";
        if (unsaid === null || isRequired || !isLast || !isSubjectOpen(this.#items.slice(0, from + 1))) return null;
        if (this.#isOtherNamed({ from, at }, sides)) return null;
        sides.push(unsaid);
        break;
      }
      if (typeof hit === "number") from = hit - 1;
      else if (sides.length === 0 && hit.from < floor) return null;
      else {
        sides.push(hit);
        if (index === 0) isSure = false;
        from =
          (sides.length === 1 ? this.#listTo(hit) : [hit]).reduce((least, side) => Math.min(least, side.from), at) - 1;
      }
    }
    const begin = Math.max(0, from + 1);
    const before = sides.toReversed();
    isSure = (isSure || sides.length > 1) && !sides.some((side) => this.#isOfClauseBefore(side, { floor, at }));
    return { pattern, at, until, after: [], begin, before, isSure, isRelative: false, gap: null };
  }

  /** `8강에서 스웨덴을 3-1로 꺾은 한국은`: whoever did so stands behind the verb, and the rest before it. */
  #relative(pattern: ClaimPattern, { at, until, floor }: Omit<Place, "unsaid">): Found | null {
    const [particle, role, subject, ...rest] = pattern.before;
    const doer = [...this.#ending.values()].find((side) => side.from <= until && side.to > until);
    if (particle === undefined || role === undefined || doer === undefined || doer.isOwner) return null;
    const isPlain = isRole(role) && subject === "subject" && rest.length === 1 && pattern.family === "match";
    const mark = isPlain ? this.#tagBefore(at - 1, particle, 0) : null;
    const other = mark === null ? null : this.#sideBefore(mark - 1);
    if (other === null || mark === null || other.from < floor || other.isPronoun) return null;
    const isBeside = this.#items.slice(other.to, mark).every((item) => CALLED.some((tag) => hasTag(item, tag)));
    if (!isBeside) return null;
    // Where somebody else stands before, what is said there may be of the other verb.
    const isAlone = ![...this.#ending.values()].some((side) => side.from >= floor && side.to <= other.from);
    const begin = isAlone ? floor : other.from;
    const stretch = { from: begin, to: until };
    const found = { pattern, at, until, after: [], before: [doer, other], isSure: true, gap: null };
    return { ...found, begin, isRelative: true, stretch };
  }

  /** `Indien bezwungen, ehe das Halbfinale gegen Japan verloren ging`: told of before another clause began. */
  #isOfClauseBefore(side: NamedSide, { floor, at }: { floor: number; at: number }): boolean {
    const between = this.#items.slice(side.to, at);
    return side.to <= floor && between.some((item, index) => item.text === "," && hasTag(between[index + 1], "join"));
  }

  /** `동메달은 …을 꺾은 …가 차지했다`: where somebody else stands before the verb, nobody from before is meant. */
  #isOtherNamed({ from, at }: { readonly from: number; readonly at: number }, sides: readonly NamedSide[]): boolean {
    const known = sides.length === 0 ? [] : [...this.#listTo(sides[0] as NamedSide), ...sides]; // there is one
    for (let index = from + 1; index < at; index += 1) {
      const side = this.#ending.get(index);
      if (side !== undefined && !side.isOwner && !known.includes(side)) return true;
    }
    return false;
  }

  /** `독일과 일본을 꺾고`: the same said of the sides listed before, each with its own words. */
  each(found: Found): Found[] {
    const { pattern, before, begin = 0 } = found;
    const last = before.at(-1);
    if (pattern.family !== "match" || before.length !== 2 || last === undefined || pattern.line.includes("either"))
      return [found];
    const list = this.#listTo(last);
    if (list.length === 1) return [found];
    return list.map((side, index) => {
      const next = list[index + 1];
      const to = next === undefined ? found.until : this.#jointBefore(next);
      const stretch: ClauseStretch = { from: index === 0 ? begin : this.#jointBefore(side), to };
      return { ...found, before: [...before.slice(0, -1), side], stretch };
    });
  }

  /** The sides listed up to this one, from left to right. */
  #listTo(last: NamedSide): NamedSide[] {
    const list = [last];
    for (let side: NamedSide | null = last; side !== null;) {
      side = this.#listedBefore(side);
      if (side !== null) list.unshift(side);
    }
    return list;
  }

  #listedBefore(side: NamedSide): NamedSide | null {
    let isListed = false;
    let at = side.from - 1;
    for (; at >= 0 && !this.#ending.has(at); at -= 1) {
      const item = this.#items[at] as Item; // at is inside
      if (isJoint(item)) isListed = true;
      else if (hasTag(item, "have") || hasTag(item, "who") || !isBetween(item)) return null;
    }
    const before = this.#ending.get(at);
    return isListed && before !== undefined && !before.isOwner && !before.isPronoun ? before : null;
  }

  #jointBefore(side: NamedSide): number {
    let at = side.from - 1;
    while (at > 0 && !isJoint(this.#items[at] as Item)) at -= 1; // at is inside
    return at;
  }

  #sideBefore(from: number): NamedSide | null {
    for (let at = from; at >= 0 && at > from - FARTHEST; at -= 1) {
      const side = this.#ending.get(at);
      if (side !== undefined && !side.isOwner) return side;
      if (side !== undefined) at = side.from;
    }
    return null;
  }

  /** `index`: how many parts of the pattern stand behind this word. */
  #tagBefore(from: number, tag: string, index: number): number | null {
    // `an Schweden gescheitert`: a preposition stands before its side, a particle behind it.
    if (index > 0 && PREPOSITIONS.includes(tag)) return this.#prepositionBefore(from, tag);
    for (let at = from; at >= 0 && at > from - FARTHEST; at -= 1) {
      if (!hasTag(this.#items[at], tag) || this.#inside.has(at)) continue;
      // `das Halbfinale`: an article, and nobody who did anything.
      if (tag === "who" && hasTag(this.#items[at], "article") && hasTag(this.#items[at + 1], "round")) continue;
      if (!PARTICLES.includes(tag) || this.#isAfterSide(at)) return at;
    }
    return null;
  }

  #prepositionBefore(from: number, tag: string): number | null {
    let at = from;
    while (at >= 0 && isFiller(this.#items[at] as Item) && !hasTag(this.#items[at], tag)) at -= 1; // at is inside
    return hasTag(this.#items[at], tag) ? at : null;
  }

  /** `北朝鮮ペアを`, `한국 여자 대표팀이`: a particle belongs to the side before it, past what it is called. */
  #isAfterSide(at: number): boolean {
    let before = at - 1;
    while (!this.#ending.has(before) && CALLED.some((tag) => hasTag(this.#items[before], tag))) before -= 1;
    return this.#ending.has(before) || this.#ending.has(at - 1);
  }
}

/** `일본을 꺾은 스웨덴`, `日本を破ったスウェーデン`: who did so stands behind the verb. */
function isAdnominal(verb: string): boolean {
  const last = verb.codePointAt(verb.length - 1) ?? 0;
  const hasFinalN = last >= HANGUL_FROM && last <= HANGUL_TO && (last - HANGUL_FROM) % 28 === FINAL_N;
  return hasFinalN || verb.endsWith("た") || verb.endsWith("る");
}

/** Syllables of Hangul stand in the order of their finals, 28 to a beginning. */
const HANGUL_FROM = 0xac00;
const HANGUL_TO = 0xd7a3;
const FINAL_N = 4;

function isJoint(item: Item): boolean {
  return hasTag(item, "and") || item.text === "," || item.text === "、";
}

function isBetween(item: Item): boolean {
  return (
    item.score !== null || item.points !== null || item.text === "(" || item.text === ")" || hasAnyTag(item, BETWEEN)
  );
}
