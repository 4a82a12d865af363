import { checkFirst, type FirstSaying, type MedalBefore } from "./history-claims.ts";
import type { Item } from "./items.ts";
import type { FoundClaim } from "./found-claim.ts";
import { MEDALS, type Medal } from "../medals/medals.ts";
import { beforeSince, eventIn, isDoubted, type Part, yearOf } from "./part.ts";
import { hasTag } from "./phrases.ts";
import { isSameName } from "./names/likeness.ts";
import { isEventHere, type Scope } from "./scope.ts";
import { isMeant, type NamedSide } from "./sides.ts";

/** `the first medal in eight years`. */
export function checkFirsts(part: Part, scope: Scope): FoundClaim[] {
  const at = part.items.findIndex(
    (item, index) => hasTag(item, "first") && hasTag(medalAfter(part.items, index), "medal"),
  );
  const medal = at < 0 ? undefined : medalAfter(part.items, at);
  if (medal === undefined || isDoubted(part.items)) return [];
  const until = part.items.indexOf(medal);
  const since = sinceOf(part.items, { first: at, scope });
  const named = holderBeside(part, { first: at, medal: until }) ?? ownerOf(part, at);
  if (named === undefined && isOfOneOfSeveral(part, at)) return [];
  const holder =
    named ??
    part.sides.findLast(
      (side) => side.to <= at && (side.isOwner || side.people.length > 0 || side.associations.length > 0),
    ) ??
    part.before[0];
  if (since === null || holder === undefined || isOwnedByUnknown(part, at)) return [];
  // `in the event`: the text's own, `title` in the words of the grammar.
  const isOfThisEvent = hasTag(part.items[until + 1], "place") && hasTag(part.items[until + 3], "title");
  // `since Kim's in the women's singles`: the event of the medal before.
  const after = beforeSince(part.items.slice(at, until + 5));
  const isUntold = after.some(({ tags }) => tags["that-event"] !== undefined && tags["event"] === undefined);
  if ((isOfThisEvent || isUntold) && part.event === null) return [];
  const isOfSport = part.items.slice(at, until + 4).some((item) => item.tags["sport"] !== undefined);
  const words = {
    start: part.items[at]?.start ?? 0,
    end: part.items[Math.min(until + since.length, part.items.length - 1)]?.end ?? 0,
  };
  const saying: FirstSaying = {
    holder,
    // `his first Olympic medal`: of his career, whatever others of his association have won.
    associations: isOwnOf(part, holder, at) ? [] : associationsOf(holder, scope),
    medal: (medal.tags["medal"] ?? "any") as Medal | "any",
    event: eventIn(after) ?? (isOfThisEvent ? part.event : null),
    context: isOfSport ? null : part.event,
    since: since.since,
    was: since.since.kind === "year" ? medalSince(part.items.slice(until + 1), scope) : null,
    claim: part.items
      .filter(({ start, end }) => start >= words.start && end <= words.end)
      .map(({ text }) => text)
      .join(" "),
    isPlain:
      !part.isQuoted &&
      isEventHere(part.event, scope) &&
      !isBeaten(part, holder) &&
      !isOfUnnamedCountry(part, at) &&
      !part.items.some((item) => hasTag(item, "own-career")),
    place: words,
  };
  return checkFirst(saying, scope);
}

/** `his first medal`, `Jeon Ji-hee's first medal`, `a first medal for Kallberg`: somebody's own, not the association's. */
function isOwnOf({ items }: Part, { people, to, isOwner, from }: NamedSide, first: number): boolean {
  if (people.length === 0) return false;
  const before = items[first - 1];
  const isOwned = isOwner && to >= first - 1 && to <= first;
  return hasTag(before, "of-person") || (hasTag(before, "their") && people.length > 1) || isOwned || from > first;
}

/** `since the men's team silver in London`: the medal between `since` and its year. */
function medalSince(after: readonly Item[], scope: Scope): MedalBefore | null {
  const since = after.findIndex((item) => hasTag(item, "since"));
  const year = after.findIndex((item, at) => at > since && yearOf(item, scope) !== null);
  const said = since < 0 || year < 0 ? [] : after.slice(since + 1, year);
  const kind = said.map(({ tags }) => MEDALS.find((one) => one === tags["medal"])).find((one) => one !== undefined);
  const isOfSomebody = said.some(({ names }) => names.length > 0);
  return kind === undefined || isOfSomebody ? null : { medal: kind, event: eventIn(said) };
}

/** `beat Germany to claim bronze, their first`: of whoever won the medal, or the match. */
function ownerOf({ items, sides, statements }: Part, first: number): NamedSide | undefined {
  const isTheirs = hasTag(items[first - 1], "their");
  // `gave Korea its first`.
  const given = isTheirs ? sides.find((side) => side.to === first - 1 && side.people.length === 0) : undefined;
  if (given !== undefined && !given.isPronoun) return given;
  if (!isTheirs && items[first - 1]?.text !== ",") return undefined;
  const before = statements.filter(({ at, isUnsure }) => at < first && !isUnsure);
  const holder = before.findLast(({ roles }) => roles.holder !== undefined)?.roles.holder;
  const owner = holder ?? before.findLast(({ roles }) => roles.winner !== undefined)?.roles.winner;
  const isSubject =
    owner !== undefined && before.every(({ roles: { loser } }) => loser === undefined || owner.from < loser.from);
  return owner?.isPronoun === true || !(isTheirs || isSubject) ? undefined : owner;
}

/** `shut out Germany for its first medal since 2008`: one of those named before, where nothing tells which. */
function isOfOneOfSeveral({ items, sides }: Part, first: number): boolean {
  const before = sides.filter(({ to, isPronoun, isOwner }) => to <= first && !isPronoun && !isOwner);
  return hasTag(items[first - 1], "their") && before.length > 1;
}

/** `the visitors' first medal`: of somebody who is not named. */
function isOwnedByUnknown({ items, sides }: Part, first: number): boolean {
  const isNamed = sides.some(({ from, to }) => from <= first - 2 && to >= first - 1);
  const ending = items[first - 1];
  return (
    (hasTag(ending, "possessive") || /^['’]$/.test(ending?.text ?? "")) &&
    !isNamed &&
    !hasTag(items[first - 2], "homeland")
  );
}

/** `the country's first medal`, after several were named: nobody can tell of which of them. */
function isOfUnnamedCountry({ items, before }: Part, first: number): boolean {
  return before.length > 1 && items.slice(Math.max(0, first - 3), first).some((item) => hasTag(item, "homeland"));
}

/** `beat Germany, first medal since 2008`: not of the side that lost. */
function isBeaten({ statements }: Part, holder: NamedSide): boolean {
  return statements.some(({ roles, other }) => roles.loser === holder || other === holder);
}

/** `the first French medal`, `the first medal for Sweden`. */
function holderBeside(
  { sides, items }: Part,
  { first, medal }: { first: number; medal: number },
): NamedSide | undefined {
  return sides.find(
    ({ from, to, isPronoun }) =>
      !isPronoun &&
      ((from > first && to <= medal) || (from > medal && from <= medal + 2 && hasTag(items[medal + 1], "for"))),
  );
}

function associationsOf(side: NamedSide, scope: Scope): string[] {
  if (side.associations.length > 0) return [...side.associations];
  const entries = side.people.flat().flatMap((id) => scope.facts.entriesOfPerson.get(id) ?? []);
  const meant = entries.filter((entry) => isMeant(side, entry));
  return [...new Set(meant.flatMap(({ association }) => association ?? []))];
}

function sinceOf(
  items: readonly Item[],
  { first, scope }: { first: number; scope: Scope },
): { since: FirstSaying["since"]; length: number } | null {
  const medal = items.indexOf(medalAfter(items, first) as Item); // looked for before
  const after = items.slice(medal + 1, medal + 14);
  const years = after.findIndex((item, index) => hasTag(item, "years") && hasTag(after[index - 1], "number"));
  if (years > 0)
    return { since: { kind: "years", years: Number(after[years - 1]?.tags["number"]) }, length: years + 1 };
  const since = after.findIndex((item) => hasTag(item, "since"));
  const year =
    since < 0
      ? undefined
      : after
          .slice(since)
          .map((item) => yearOf(item, scope))
          .find((one) => one !== null);
  if (year !== undefined && year !== null) return { since: { kind: "year", year }, length: since + 2 };
  const last = since < 0 ? undefined : lastOfPerson(after.slice(since, since + 3), { medal: items[medal], scope });
  if (last !== undefined) return { since: { kind: "year", year: last }, length: since + 2 };
  const isEver =
    /ever/i.test(items[first]?.text ?? "") || items.slice(medal, medal + 6).some((item) => hasTag(item, "ever"));
  return isEver ? { since: { kind: "ever" }, length: 1 } : null;
}

/** `since Zhang Jike`: the last year in which that medallist won such a medal. */
function lastOfPerson(
  items: readonly Item[],
  { medal, scope }: { medal: Item | undefined; scope: Scope },
): number | undefined {
  const people = items.flatMap(({ names }) => names.flatMap((name) => (name.kind === "person" ? [name.person] : [])));
  const kind = hasTag(medal, "title") ? "gold" : (medal?.tags["medal"] ?? "any");
  const won = scope.facts.honours.filter(
    (honour) =>
      (kind === "any" || honour.medal === kind) &&
      people.some((id) => honour.players.some((name) => isSameName(name, scope.facts.people.get(id)))),
  );
  return won.length === 0 ? undefined : Math.max(...won.map(({ year }) => year));
}

/** What may stand between `first` and its medal: `the first Frenchman to win a singles medal`. */
const BEFORE_MEDAL = ["contest", "event", "sport", "ever", "article", "row", "player", "team", "to", "take", "gender"];
const LONGEST_FIRST = 8;

function medalAfter(items: readonly Item[], first: number): Item | undefined {
  for (const item of items.slice(first + 1, first + LONGEST_FIRST)) {
    if (hasTag(item, "medal") || hasTag(item, "title")) return item;
    if (
      !item.names.some(({ kind }) => kind === "association") &&
      !BEFORE_MEDAL.some((tag) => hasTag(item, tag)) &&
      item.text !== "-"
    )
      return undefined;
  }
  return undefined;
}
