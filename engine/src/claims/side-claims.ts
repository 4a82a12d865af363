import { type ClaimEvidence, honourEvidence } from "./evidence.ts";
import { entryName, type Facts, type KnownEntry, personName } from "./facts.ts";
import type { Item } from "./items.ts";
import { isHolder, isHonourOf } from "./honour-lines.ts";
import { checkMedal } from "./medal-claims.ts";
import type { FoundClaim } from "./found-claim.ts";
import { sideName } from "./match-words.ts";
import { eventIn, yearsIn } from "./part.ts";
import { hasTag } from "./phrases.ts";
import { placeOf } from "./places.ts";
import { isEventCalled, isElsewhere, type Scope } from "./scope.ts";
import { arePartners, isMeant, isStranger, type NamedSide } from "./sides.ts";
import type { Medal } from "../medals/medals.ts";

/** A side in its sentence. */
interface Described {
  readonly side: NamedSide;
  readonly items: readonly Item[];
  /** The event the sentence names, or the text's own. */
  readonly event: string | null;
  readonly isPlain: boolean;
  /** Whether the sentence is neither quoted, asked nor doubted: what it says of other Games can be held against the honours. */
  readonly isPlainThen?: boolean;
  /** Everybody whose whole name stands in the text. */
  readonly known?: ReadonlySet<string>;
}

/** What is said of a side by the way: its seed, its rank, its association, its partner, its medals. */
export function checkSide(described: Described, scope: Scope): FoundClaim[] {
  if (described.side.isPronoun || isStranger(described.side)) return [];
  const items = descriptionOf(described);
  const findings = checkAssociation(described, scope);
  for (const item of items) {
    if ("misspelt" in item.tags) findings.push(...checkName(described, item, scope));
    if ("seed-is" in item.tags) findings.push(...checkSeed(described, item, scope));
    if ("rank-is" in item.tags) findings.push(...checkRank(described, item, scope));
    if ("lowest" in item.tags) findings.push(...checkLowest(described, item, scope));
    if ("defending-champion" in item.tags) findings.push(...checkChampion(described, item, scope));
  }
  return [...findings, ...checkMedallist(described, items, scope)];
}

/** The items that describe a side: before it, between its names, and right after it. */
function descriptionOf({ side, items }: Described): Item[] {
  let to = side.to;
  while (to < items.length && to < side.to + 7 && isAfterword(items[to])) to += 1;
  return items.slice(side.from, to);
}

const AFTERWORDS = [
  "gender",
  "article",
  "helper",
  "seed-is",
  "rank-is",
  "defending-champion",
  "unranked",
  "player",
  "pair",
  "event",
  "contest",
  "medallist",
  "lowest",
];

function isAfterword(item: Item | undefined): boolean {
  return item !== undefined && (item.text === "," || item.text === "(" || AFTERWORDS.some((tag) => hasTag(item, tag)));
}

/** The entries that a side may be, in the event that is meant or, where none is, in all. */
function entriesOf({ side, event }: Described, { events, facts }: Scope): KnownEntry[] {
  const named = side.people.flat().flatMap((id) => facts.entriesOfPerson.get(id) ?? []);
  const pool = side.people.length > 0 ? [...new Set(named)] : events.flatMap((one) => [...one.entries.values()]);
  const meant = pool.filter((entry) => isMeant(side, entry) && events.includes(entry.event));
  return event === null ? meant : meant.filter((entry) => isEventCalled(entry.event, event));
}

/** Whether it is beyond doubt which entry a side is: a pair, or one entry of the event that is meant. */
function isOneEntry({ side, event }: Described, entries: readonly KnownEntry[]): boolean {
  return entries.length === 1 && (side.people.length === 2 || event !== null);
}

/** A name with a letter that is not its own. */
function checkName({ isPlain }: Described, item: Item, { facts }: Scope): FoundClaim[] {
  const person = facts.people.get(item.tags["misspelt"] ?? "");
  const [entry] = facts.entriesOfPerson.get(person?.id ?? "") ?? [];
  if (person === undefined || entry === undefined || !isPlain) return [];
  const evidence = [entryEvidence(facts, entry, personName(person))];
  return [
    { type: "name", claim: item.text, verdict: "contradicted", truth: personName(person), evidence, words: item },
  ];
}

function checkSeed(described: Described, item: Item, scope: Scope): FoundClaim[] {
  const said = Number(item.tags["seed-is"]);
  const entries = entriesOf(described, scope);
  const common = {
    type: "seed" as const,
    claim: `${sideName(scope.facts, described.side)}: seed ${said}`,
    words: item,
  };
  const right = entries.find(({ seed }) => seed === said);
  if (right !== undefined)
    return [{ ...common, verdict: "supported", evidence: [entryEvidence(scope.facts, right, `seed ${said}`)] }];
  const [entry] = entries;
  if (entry === undefined) return [];
  const holder = [...entry.event.entries.values()].find(({ seed }) => seed === said);
  const isKnown = entry.seed !== null || holder !== undefined;
  if (!isKnown || !described.isPlain || !isOneEntry(described, entries))
    return [{ ...common, verdict: "not in the record", evidence: [] }];
  const truth = entry.seed === null ? `${entryName(scope.facts, holder ?? entry)}: seed ${said}` : `seed ${entry.seed}`;
  return [{ ...common, verdict: "contradicted", truth, evidence: [entryEvidence(scope.facts, entry, truth)] }];
}

function checkRank(described: Described, item: Item, scope: Scope): FoundClaim[] {
  const said = Number(item.tags["rank-is"]);
  const entries = entriesOf(described, scope).filter(({ players }) => players.length === described.side.people.length);
  const common = {
    type: "rank" as const,
    claim: `${sideName(scope.facts, described.side)}: rank ${said}`,
    words: item,
  };
  const right = entries.find(({ rank }) => rank === said);
  if (right !== undefined)
    return [{ ...common, verdict: "supported", evidence: [entryEvidence(scope.facts, right, `rank ${said}`)] }];
  const [entry] = entries;
  const isWrong =
    entry !== undefined &&
    described.isPlain &&
    described.event !== null &&
    isOneEntry(described, entries) &&
    (entry.rank !== null || entry.unranked);
  if (!isWrong) return [{ ...common, verdict: "not in the record", evidence: [] }];
  const truth = entry.rank === null ? "unranked" : `rank ${entry.rank}`;
  return [{ ...common, verdict: "contradicted", truth, evidence: [entryEvidence(scope.facts, entry, truth)] }];
}

/** The lowest-ranked of all: only where every rank is known. */
export function checkLowest(described: Described, item: Item, scope: Scope): FoundClaim[] {
  const entries = entriesOf(described, scope);
  const common = {
    type: "rank" as const,
    claim: `${sideName(scope.facts, described.side)}: lowest-ranked`,
    words: item,
  };
  const [entry] = entries;
  const field = entry === undefined ? [] : [...entry.event.entries.values()];
  if (
    entry === undefined ||
    !isOneEntry(described, entries) ||
    field.some(({ rank, unranked }) => rank === null && !unranked)
  ) {
    return [{ ...common, verdict: "not in the record", evidence: [] }];
  }
  const lowest = field.some(({ unranked }) => unranked)
    ? entry.unranked
    : field.every(({ rank }) => (rank ?? 0) <= (entry.rank ?? 0));
  const truth = entry.rank === null ? "unranked" : `rank ${entry.rank}`;
  const evidence = [entryEvidence(scope.facts, entry, truth)];
  if (lowest) return [{ ...common, verdict: "supported", evidence }];
  return described.isPlain ? [{ ...common, verdict: "contradicted", truth, evidence }] : [];
}

/** Who held the title before: the last gold of the event that the honours know. */
function checkChampion(described: Described, item: Item, scope: Scope): FoundClaim[] {
  const { side } = described;
  const entries = entriesOf(described, scope);
  const [entry] = entries;
  if (entry === undefined) return [];
  const answers = [...new Set(entries.map(({ event }) => event))]
    .map(({ kind, competition }) => {
      const year = Number(competition.from.slice(0, 4));
      const gold = scope.facts.honours.filter(
        (honour) => honour.medal === "gold" && honour.year < year && kind !== null && isHonourOf(honour, kind),
      );
      return gold.filter((honour) => honour.year === Math.max(...gold.map((one) => one.year)));
    })
    .filter((gold) => gold.length > 0);
  const common = {
    type: "champion" as const,
    claim: `${sideName(scope.facts, side)}: defending champion`,
    words: item,
  };
  const right = answers
    .flat()
    .find(
      (honour) =>
        isHolder(side, honour, scope.facts) ||
        (side.associations.includes(honour.association) && side.people.length !== 1),
    );
  if (right !== undefined) return [{ ...common, verdict: "supported", evidence: [honourEvidence(right)] }];
  const [gold] = answers;
  if (gold === undefined) return [{ ...common, verdict: "not in the record", evidence: [] }];
  const isMeantOnce =
    answers.length === 1 && described.isPlain && (described.event !== null || side.people.length === 2);
  if (!isMeantOnce) return [];
  const truth = gold.map(({ association, players }) => `${association} ${players.join(" / ")}`.trim()).join("; ");
  return [{ ...common, verdict: "contradicted", truth, evidence: gold.map(honourEvidence) }];
}

/** `bronze medallists Lim and Shin`. */
function checkMedallist(described: Described, items: readonly Item[], scope: Scope): FoundClaim[] {
  const { side, event, isPlain, isPlainThen = false } = described;
  const item = items.find((one) => hasTag(one, "medallist"));
  const at = item === undefined ? side.to : described.items.indexOf(item);
  const before = described.items.slice(Math.max(0, side.from - 3), Math.max(side.to, at + 5));
  if (item === undefined || items.some((one) => hasTag(one, "defending-champion"))) return [];
  const isPast =
    before.some(
      (one) => hasTag(one, "former") || hasTag(one, "year") || hasTag(one, "city") || hasTag(one, "elsewhere"),
    ) || isElsewhere(scope, before);
  const years = isPlainThen ? yearsIn(before, scope) : [];
  return checkMedal(
    {
      holder: side,
      medal: item.tags["medallist"] as Medal,
      event,
      years,
      isPlain: isPlain && !isPast,
      eventSaid: eventIn(before),
      isPlainThen: isPlainThen && years.length === 1 && before.some((one) => hasTag(one, "city")),
      isOfNow: false,
      isPast,
      days: [],
      place: item,
    },
    scope,
  );
}

/** `China's Wang Chuqin`, `Wang Chuqin of China`. */
function checkAssociation(
  { side, items, isPlain, isPlainThen = false, known: named }: Described,
  { facts }: Scope,
): FoundClaim[] {
  if (side.people.length === 0 || side.associations.length === 0) return [];
  const own = items.slice(side.from, side.to);
  const words = placeOf(items, side);
  const stated = side.associations.join("/");
  const claim = `${sideName(facts, side)}: ${stated}`;
  const entries = side.people.map((candidates) => candidates.flatMap((id) => facts.entriesOfPerson.get(id) ?? []));
  const known = entries.map((some) => [...new Set(some.flatMap(({ association }) => association ?? []))]);
  if (known.some((codes) => codes.length === 0)) return [];
  const evidence = entries
    .flatMap((some) => some.slice(0, 1))
    .map((entry) => entryEvidence(facts, entry, entry.association ?? ""));
  const isRight = known.every((codes) => codes.some((code) => side.associations.includes(code)));
  if (isRight) return [{ type: "association", claim, verdict: "supported", evidence, words }];
  const isCertain =
    (isPlain || isPlainThen) &&
    side.people.every(({ length }) => length === 1) &&
    (side.people.length === 2 ||
      own.some(isFullName) ||
      own.some(isLongName) ||
      named?.has(side.people[0]?.[0] ?? "") === true);
  return isCertain
    ? [
        {
          type: "association",
          claim,
          verdict: "contradicted",
          truth: [...new Set(known.flat())].join("/"),
          evidence,
          words,
        },
      ]
    : [];
}

/** A name that is written by its sound, `卡尔德拉诺`, is hardly anybody else's. */
function isLongName({ names, text }: Item): boolean {
  return names.some(({ kind }) => kind === "person") && /^[\u3040-\u30ff\u4e00-\u9fff]{4,}$/.test(text);
}

function isFullName({ names }: Item): boolean {
  return names.some((name) => name.kind === "person" && name.form === "full");
}

/** Two who are named as a pair. */
export function checkPartner({ side, items, event, isPlain }: Described, { facts, events }: Scope): FoundClaim[] {
  const [some, others] = side.people;
  if (some === undefined || others === undefined) return [];
  if (some.some((one) => others.some((other) => arePartners(facts, one, other)))) return [];
  const doubles = events.filter(
    (known) => known.facts.kind === "doubles" && event !== null && isEventCalled(known, event),
  );
  const [one = ""] = some;
  const entry = doubles.flatMap((known) => [...known.entries.values()]).find(({ players }) => players.includes(one));
  const own = items.slice(side.from, side.to);
  if (entry === undefined || !isPlain || event === "doubles" || own.filter(isFullName).length < 2) return [];
  const partner = facts.people.get(entry.players.find((id) => id !== one) ?? "");
  const words = { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 };
  const truth = partner === undefined ? "" : `partner ${personName(partner)}`;
  return [
    {
      type: "partner",
      claim: sideName(facts, side),
      verdict: "contradicted",
      truth,
      evidence: [entryEvidence(facts, entry, entryName(facts, entry))],
      words,
    },
  ];
}

function entryEvidence(facts: Facts, entry: KnownEntry, label: string): ClaimEvidence {
  return { kind: "entry", id: `${entry.event.facts.id}/${entry.code}`, label: `${entryName(facts, entry)}: ${label}` };
}
