import type { Facts, KnownEntry } from "./facts.ts";
import { isOfHonours } from "./honour-people.ts";
import { type Item, type PersonMeaning, STRANGER } from "./items.ts";
import { hasAnyTag, hasTag } from "./phrases.ts";

/** Somebody a sentence speaks of: a player, a pair, or the people of an association. */
export interface NamedSide {
  /** Items of the sentence, from the first to before the last; descriptions (`second-seeded`) included. */
  readonly from: number;
  readonly to: number;
  /** For each person named: who may be meant. */
  readonly people: readonly (readonly string[])[];
  /** Associations that may be meant; empty where none is named. */
  readonly associations: readonly string[];
  /** Whether a word says that they are two. */
  readonly isPair: boolean;
  /** `China's ...` without a name after it: whose something is, not who. */
  readonly isOwner: boolean;
  /** `they`, `the duo`: who was meant was said before. */
  readonly isPronoun: boolean;
  /** Who else may be meant by a pronoun: any of these. */
  readonly antecedents: readonly NamedSide[];
}

/** Who was named in full in the text: a family name alone means one of them. */
interface Naming {
  readonly facts: Facts;
  readonly known: ReadonlySet<string>;
  /** Whether the text speaks of doubles: two names are one side even when they never played together. */
  readonly isDoubles: boolean;
}

const DESCRIPTIONS = new Set([
  "seed-is",
  "rank-is",
  "defending-champion",
  "champion",
  "medallist",
  "semifinalist",
  "pair",
  "player",
  "age",
  "event",
  "unranked",
  "former",
  "contest",
  "defending",
  "team",
  "sport",
  "top-ranked",
  "lowest",
  "world-no",
]);

function isDescription(item: Item | undefined): boolean {
  return item !== undefined && hasAnyTag(item, DESCRIPTIONS);
}

function peopleOf(item: Item, naming: Naming): readonly string[] {
  const meant = item.names.flatMap((name) => (name.kind === "person" ? [name] : []));
  const full = meant.filter(({ form }) => form === "full").map(({ person }) => person);
  if (full.length > 0) return [...new Set(full)];
  const known = [...new Set(meant.map(({ person }) => person))].filter((person) => naming.known.has(person));
  if (known.length > 0) return known;
  const siblings = siblingsOf(meant, naming);
  if (siblings.length > 0) return siblings;
  return [...new Set(meant.filter(({ form }) => form === "family").map(({ person }) => person))];
}

/** `his brother Alexis`: the given name of somebody of the family of whom the text speaks. */
function siblingsOf(meant: readonly PersonMeaning[], { facts, known }: Naming): string[] {
  const given = meant.filter(({ form }) => form === "given").map(({ person }) => person);
  if (given.length === 0) return [];
  const families = new Set([...known].map((person) => facts.people.get(person)?.family));
  const own = given.filter((person) => facts.people.has(person) && families.has(facts.people.get(person)?.family));
  return own.length === 1 && own.length === meant.length ? own : [];
}

function associationsOf(item: Item | undefined): string[] {
  return [...new Set((item?.names ?? []).flatMap((name) => (name.kind === "association" ? [name.code] : [])))];
}

interface Draft {
  from: number;
  to: number;
  people: (readonly string[])[];
  associations: string[];
  isPair: boolean;
}

/** The sides of a sentence, from left to right. */
export function sidesOf(items: readonly Item[], naming: Naming): NamedSide[] {
  const sides: NamedSide[] = [];
  let at = 0;
  while (at < items.length) {
    const draft = draftAt(items, at, naming);
    if (draft === null) {
      at += 1;
      continue;
    }
    const floor = sides.at(-1)?.to ?? 0;
    sides.push(finished(items, { ...draft, from: describedFrom(items, at, floor) }, naming));
    at = draft.to;
  }
  return sides;
}

export function isStranger(side: NamedSide): boolean {
  return side.people.some((candidates) => candidates.some((person) => person === STRANGER || isOfHonours(person)));
}

/** How many words from here on name somebody who is not on record: `Wang Manyu`, `Mima Ito`. */
function strangerAt(items: readonly Item[], at: number): number {
  const isOther = (item: Item | undefined) =>
    item !== undefined &&
    item.isCapital &&
    !item.isMark &&
    item.names.length === 0 &&
    Object.keys(item.tags).length === 0;
  const isPart = (item: Item | undefined) => isOther(item) || (item !== undefined && isPartOfName(item));
  if (hasTag(items[at - 1], "place") || hasTag(items[at - 2], "place")) return 0;
  let length = 0;
  while (length < 4 && isPart(items[at + length]) && (length === 0 || isApartBySpace(items, at + length))) length += 1;
  const words = items.slice(at, at + length);
  return length > 1 && words.some(isOther) && !words.every((word) => /^\p{Uppercase}+$/u.test(word.text)) ? length : 0;
}

/** A family or given name alone. */
function isPartOfName(item: Item): boolean {
  return item.names.length > 0 && item.names.every((name) => name.kind === "person" && name.form !== "full");
}

function isApartBySpace(items: readonly Item[], at: number): boolean {
  const [before, item] = [items[at - 1], items[at]];
  return before !== undefined && item !== undefined && item.start - before.end === 1;
}

function draftAt(items: readonly Item[], at: number, naming: Naming): Draft | null {
  const item = items[at];
  if (item === undefined) return null;
  const strange = strangerAt(items, at);
  if (strange > 0) return { from: at, to: at + strange, people: [[STRANGER]], associations: [], isPair: false };
  const people = peopleOf(item, naming);
  const associations = people.length > 0 ? [] : associationsOf(item);
  if (people.length === 0 && associations.length === 0) return pronounAt(items, at);
  const draft: Draft = { from: at, to: at + 1, people: people.length > 0 ? [people] : [], associations, isPair: false };
  while (extend(items, draft, naming));
  takeUnknownPartner(items, draft, naming);
  closeBracket(items, draft);
  return draft;
}

/** `Wang and Sun`, where nobody called Sun is on record: a pair all the same. */
function takeUnknownPartner(items: readonly Item[], draft: Draft, { facts }: Naming): void {
  const isUnknown = (name: Item["names"][number]) =>
    name.kind === "person" && (facts.entriesOfPerson.get(name.person) ?? []).length === 0;
  const [joint, partner, next] = items.slice(draft.to, draft.to + 3);
  const isWord = partner !== undefined && partner.isCapital && !partner.isMark && partner.names.every(isUnknown);
  const isEnd = next === undefined || next.isMark || next.score !== null || Object.keys(next.tags).length > 0;
  if (draft.people.length !== 1 || joint === undefined || !isJoint(joint) || !isWord || !isEnd) return;
  if (!Object.keys(partner.tags).every((tag) => tag === "weekday" || tag === "month")) return;
  draft.people = [...draft.people, [STRANGER]];
  draft.to += 2;
}

/** `the duo`, `they`. */
function pronounAt(items: readonly Item[], at: number): Draft | null {
  const item = items[at];
  const isNamed = isOf(items[at + 1]) && [at + 2, at + 3].some((next) => (items[next]?.names.length ?? 0) > 0);
  const isDuo = hasTag(item, "pair") && !isDescription(items[at + 1]) && hasTag(items[at - 1], "article");
  // `the pair from North Korea` is named by where it comes from.
  if (isNamed) return null;
  if (!hasTag(item, "they") && !isDuo && !isObject(items, at) && !isTeamOrAge(items, at)) return null;
  return { from: at, to: at + 1, people: [], associations: [], isPair: isDuo };
}

/** `the men`, `男子は`, `der 22-Jährige`: who that is was said before. */
function isTeamOrAge(items: readonly Item[], at: number): boolean {
  const [before, item, next] = [items[at - 1], items[at], items[at + 1]];
  const isStart = at <= 1 && hasTag(item, "people") && next !== undefined && isPlainWord(next);
  if (item === undefined || (next !== undefined && !next.isMark && !isStart && !hasAnyTag(next, ACTS))) return false;
  const isGoverned = ["place", "of", "to", "by", "over"].some((tag) => hasTag(items[at - 2], tag));
  const isLed = hasTag(before, "article") && (before?.names.length ?? 0) === 0 && !isGoverned;
  if (hasTag(item, "age")) return isLed && next?.text !== ",";
  const isAlone = isLed || before === undefined || before.isMark || hasTag(before, "helper");
  return hasTag(item, "people") ? isAlone : hasTag(item, "gender") && isAlone && hasTag(next, "subject");
}

/** A word of no meaning known, as most verbs are. */
function isPlainWord({ tags, names, isCapital, isMark, score }: Item): boolean {
  return Object.keys(tags).length === 0 && names.length === 0 && !isCapital && !isMark && score === null;
}

/** What follows somebody of whom a sentence goes on to speak. */
const ACTS = new Set(["helper", "have", "beat", "lose", "win", "take", "reach", "exit", "crowned", "subject"]);

/** `lost to her 3-1`: not `her partner`. */
function isObject(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  return (
    items[at]?.text === "her" && (next === undefined || next.isMark || next.score !== null || hasTag(next, "place"))
  );
}

/** Takes in the next head of the same side, with what stands between. */
function extend(items: readonly Item[], draft: Draft, naming: Naming): boolean {
  let next = draft.to;
  let joined = false;
  let of = false;
  let pair = draft.isPair;
  while (next < items.length && next < draft.to + 10) {
    const item = items[next];
    if (item === undefined) return false;
    const strange = strangerAt(items, next);
    if (strange > 0) return takeStranger(draft, { next, strange, joined });
    const people = peopleOf(item, naming);
    const associations = people.length > 0 ? [] : associationsOf(item);
    if (people.length > 0) return takePerson(draft, people, { next, joined, pair, naming });
    if (associations.length > 0) return takeAssociation(items, draft, { next, of, associations });
    if (hasTag(item, "pair")) pair = true;
    if (isJoint(item)) joined = true;
    else if (item.text === "(" || isOf(item)) of = true;
    else if (item.text === "," && !joined && isFromAssociation(items, next + 1)) {
      next += 1;
      continue;
    } else if (!isGlue(item) || joined) return false;
    next += 1;
  }
  return false;
}

/** `of Japan`, `who plays for Japan`. */
function isOf(item: Item | undefined): boolean {
  return hasTag(item, "of") || hasTag(item, "plays-for");
}

/** `, of Japan,` behind a name. */
function isFromAssociation(items: readonly Item[], at: number): boolean {
  const named = hasTag(items[at + 1], "article") ? items[at + 2] : items[at + 1];
  return isOf(items[at]) && associationsOf(named).length > 0;
}

function isGlue(item: Item): boolean {
  return (
    isDescription(item) ||
    hasTag(item, "possessive") ||
    hasTag(item, "article") ||
    hasTag(item, "unranked") ||
    hasTag(item, "helper-of")
  );
}

/** `China's Wang Manyu`: the association is that of the stranger. */
function takeStranger(
  draft: Draft,
  { next, strange, joined }: { next: number; strange: number; joined: boolean },
): boolean {
  if (joined || draft.people.length > 0) return false;
  draft.people = [[STRANGER]];
  draft.to = next + strange;
  return true;
}

const JOINTS = new Set(["&", "/", "-", "–", "·", "・", "、", "／", "—", "+", "―", "ー"]);

function isJoint(item: Item): boolean {
  return hasTag(item, "and") || JOINTS.has(item.text);
}

function takePerson(
  draft: Draft,
  people: readonly string[],
  { next, joined, pair, naming }: { next: number; joined: boolean; pair: boolean; naming: Naming },
): boolean {
  const [first] = draft.people;
  if (first !== undefined && (!joined || draft.people.length > 1)) return false;
  if (first !== undefined) {
    const partners = people.filter((one) => first.some((other) => arePartners(naming.facts, one, other)));
    const mayPlayTogether =
      naming.isDoubles || first.some((one) => people.some((other) => areTeammates(naming.facts, one, other)));
    if (partners.length === 0 && (!mayPlayTogether || draft.to + 1 !== next)) return false;
    draft.people =
      partners.length === 0
        ? [first, people]
        : [first.filter((one) => partners.some((other) => arePartners(naming.facts, one, other))), partners];
    draft.isPair = true;
  } else draft.people = [people];
  draft.isPair ||= pair;
  draft.to = next + 1;
  return true;
}

function takeAssociation(
  items: readonly Item[],
  draft: Draft,
  { next, of, associations }: { next: number; of: boolean; associations: string[] },
): boolean {
  if (draft.associations.length > 0 || draft.people.length === 0 || !of) return false;
  if (items[next - 1]?.text !== "(" && !isOf(items[next - 1]) && !hasTag(items[next - 1], "article")) return false;
  draft.associations = associations;
  draft.to = next + 1;
  return true;
}

function closeBracket(items: readonly Item[], draft: Draft): void {
  const opened = items.slice(draft.from, draft.to).filter(({ text }) => text === "(").length;
  const closed = items.slice(draft.from, draft.to).filter(({ text }) => text === ")").length;
  if (opened > closed && items[draft.to]?.text === ")") draft.to += 1;
}

export function arePartners(facts: Facts, one: string, other: string): boolean {
  return one !== other && (facts.entriesOfPerson.get(one) ?? []).some(({ players }) => players.includes(other));
}

function areTeammates(facts: Facts, one: string, other: string): boolean {
  if (one === other) return false;
  const own = new Set((facts.entriesOfPerson.get(one) ?? []).map(({ association }) => association));
  return (facts.entriesOfPerson.get(other) ?? []).some(
    ({ association }) => association !== null && own.has(association),
  );
}

/** Where the descriptions before a side begin: `the second-seeded pair of`. */
function describedFrom(items: readonly Item[], at: number, floor: number): number {
  let from = at;
  while (from > floor) {
    const before = items[from - 1];
    if (
      !isDescription(before) &&
      !hasTag(before, "article") &&
      !(hasTag(before, "of") && ["pair", "seed-is"].some((tag) => hasTag(items[from - 2], tag))) &&
      !isApposed(items, from)
    )
      break;
    from -= 1;
  }
  return from;
}

/** `the second seeds, Harimoto and Hayata`: the name behind what it is called by. */
function isApposed(items: readonly Item[], from: number): boolean {
  const seed = ["pair", "player", "team"].some((tag) => hasTag(items[from - 2], tag)) ? from - 3 : from - 2;
  const isSeed = hasTag(items[seed], "seed-is") && items[from - 1]?.text === ",";
  return isSeed && (hasTag(items[seed - 1], "article") || hasTag(items[seed - 1], "beat"));
}

function finished(items: readonly Item[], draft: Draft, naming: Naming): NamedSide {
  const after = items[draft.to];
  const noun = hasTag(after, "possessive") ? items[draft.to + 1] : after;
  const isNamed = draft.people.length > 0;
  const pairNoun = !isNamed && isDescription(noun) && (hasTag(noun, "pair") || hasTag(noun, "player"));
  const isPronoun = !isNamed && draft.associations.length === 0;
  const people = narrowed(draft, naming);
  return {
    from: draft.from,
    to: draft.to,
    people,
    associations: draft.associations,
    isPair:
      draft.isPair ||
      people.length > 1 ||
      (pairNoun && hasTag(noun, "pair")) ||
      items.slice(draft.from, draft.to).some((item) => hasTag(item, "pair")),
    isOwner: !isPronoun && hasTag(after, "possessive") && !pairNoun,
    isPronoun,
    antecedents: [],
  };
}

/** A family name borne by several: those of the association that is named, if any of them is. */
function narrowed({ people, associations }: Draft, { facts }: Naming): (readonly string[])[] {
  if (associations.length === 0) return people;
  return people.map((candidates) => {
    const fitting = candidates.filter((id) =>
      (facts.entriesOfPerson.get(id) ?? []).some(
        ({ association }) => association !== null && associations.includes(association),
      ),
    );
    return fitting.length > 0 ? fitting : candidates;
  });
}

/** Whether an entry may be meant by a side. */
export function isMeant(side: NamedSide, entry: KnownEntry): boolean {
  if (side.isPronoun) return side.antecedents.some((before) => isMeant(before, entry));
  if (side.people.length > 0) {
    return (
      (side.people.length === 1 || entry.players.length > 1) &&
      side.people.every((candidates) => candidates.some((id) => entry.players.includes(id)))
    );
  }
  if (side.isPair && entry.event.facts.kind !== "doubles") return false;
  return entry.association !== null && side.associations.includes(entry.association);
}
