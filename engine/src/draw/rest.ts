import { type Refusal, refuse } from "../refusal.ts";
import { apartFrom, crowding } from "./crowding.ts";
import type { Drawable, Field } from "./field.ts";
import { type Cost, cheapest } from "./levels.ts";
import { type Family, type Half, Separation } from "./separation.ts";

/** Entries still to be drawn that are alike for separation. */
interface Kin {
  /** Null where nobody has to be kept apart. */
  readonly association: string | null;
  readonly members: readonly Drawable[];
  readonly family: Family;
}

/** Draws everybody who is not seeded: the qualifiers' lines first, then the direct entries, then the qualifiers. */
export function placeRest(field: Field): Refusal | null {
  const waiting = field.entries.filter((entry) => !field.lineOf.has(entry.id));
  const qualifiers = waiting.filter((entry) => entry.isQualifier);
  const kept = new Set(qualifierLines(field, qualifiers.length));
  const direct = waiting.filter((entry) => !entry.isQualifier);
  return (
    drawInto(
      field,
      openLines(field).filter((line) => !kept.has(line)),
      direct,
    ) ?? drawInto(field, [...kept], qualifiers)
  );
}

/** The lines (from 0) that are neither taken nor a bye. */
function openLines({ size, lineOf, byes }: Field): number[] {
  const taken = new Set(lineOf.values());
  return Array.from({ length: size }, (_, line) => line).filter((line) => !taken.has(line) && !byes.has(line));
}

/** What would come of the seeds as they stand: the least the rest can cost, and the associations that it costs something. */
export interface Prospect {
  readonly cost: Cost;
  readonly uneven: ReadonlySet<string>;
}

/** Looks ahead over everybody who is still to be drawn; what costs more than the limit costs without end. */
export function prospectOf(field: Field, limit: Cost | null = null): Prospect {
  const waiting = field.entries.filter((entry) => !field.lineOf.has(entry.id));
  const kin = [...kinOf(field, waiting), ...standingKin(field, waiting)];
  const { cost, costs } = new Separation(
    { size: field.size, open: openLines(field) },
    kin.map(({ family }) => family),
    limit,
  );
  return {
    cost,
    uneven: new Set(
      kin
        .flatMap(({ association }, index) => (costs[index]?.some((one) => one > 0) ? [association] : []))
        .filter((name) => name !== null),
    ),
  };
}

function qualifierLines(field: Field, count: number): number[] {
  const lines: number[] = [];
  while (lines.length < count) {
    const free = openLines(field).filter((line) => !lines.includes(line));
    const among = cheapest(free, crowding(lines, field.size));
    const line = field.urn.draw({ step: "qualifier-line", entry: null, among: among.map(shown) });
    if (line === null) return lines;
    lines.push(line - 1);
  }
  return lines;
}

function drawInto(field: Field, lines: readonly number[], entries: readonly Drawable[]): Refusal | null {
  const kin = kinOf(field, entries);
  const separation = new Separation(
    { size: field.size, open: lines },
    kin.map(({ family }) => family),
  );
  if (!separation.isPossible) return noRoom(entries);
  const open = new Set(lines);
  for (const [index, { members, family }] of kin.entries()) {
    const standing = [...family.standing];
    for (const entry of members) {
      const half = halfOf(field, entry);
      const line = drawLine(field, entry, {
        open: [...open].filter((candidate) => isInHalf(candidate, half, field.size)),
        standing: family.isSpread ? standing : [],
        accepts: (candidate) => separation.take(index, candidate, half),
      });
      if (line === null) return noRoom([entry]);
      field.lineOf.set(entry.id, line);
      open.delete(line);
      standing.push(line);
    }
  }
  return null;
}

interface Choice {
  readonly open: readonly number[];
  readonly standing: readonly number[];
  readonly accepts: (line: number) => boolean;
}

/** From the lines that keep the association in its own order apart; from the next best ones when the look-ahead takes none. */
function drawLine(field: Field, entry: Drawable, { open, standing, accepts }: Choice): number | null {
  let left = open;
  while (left.length > 0) {
    const among = cheapest(left, apartFrom(standing, field.size));
    const line = field.urn.draw({
      step: "line",
      entry: entry.id,
      among: among.map(shown),
      accepts: (number) => accepts(number - 1),
    });
    if (line !== null) return line - 1;
    left = left.filter((candidate) => !among.includes(candidate));
  }
  return null;
}

/** Associations with most entries first, then by name; those with nobody to be kept apart from come last, together. */
function kinOf(field: Field, entries: readonly Drawable[]): Kin[] {
  const spread: { readonly name: string; readonly all: number; readonly kin: Kin }[] = [];
  const single = new Set(entries);
  for (const name of new Set(entries.map((entry) => entry.association))) {
    const members = entries.filter((entry) => entry.association === name);
    const standing = name === null ? [] : standingOf(field, name);
    const all = members.length + standing.length;
    if (name === null || all < 2) continue;
    for (const member of members) single.delete(member);
    spread.push({ name, all, kin: { association: name, members, family: familyOf(field, members, standing) } });
  }
  spread.sort((a, b) => b.all - a.all || (a.name < b.name ? -1 : 1));
  const alone = {
    association: null,
    members: [...single],
    family: { ...familyOf(field, [...single], []), isSpread: false },
  };
  return [...spread.map((one) => one.kin), alone];
}

/** Associations that are all seeded: they stand already and only count in the cost. */
function standingKin(field: Field, waiting: readonly Drawable[]): Kin[] {
  const waitingFor = new Set(waiting.map((entry) => entry.association));
  const seeded = new Set(field.entries.filter((entry) => field.lineOf.has(entry.id)).map((entry) => entry.association));
  return [...seeded].flatMap((association): Kin[] => {
    if (association === null || waitingFor.has(association)) return [];
    return [{ association, members: [], family: familyOf(field, [], standingOf(field, association)) }];
  });
}

function familyOf(field: Field, members: readonly Drawable[], standing: readonly number[]): Family {
  const count = (half: Half) => members.filter((entry) => halfOf(field, entry) === half).length;
  return {
    isSpread: true,
    toDraw: { upper: count("upper"), lower: count("lower"), anywhere: count("anywhere") },
    standing,
  };
}

function standingOf({ entries, lineOf }: Field, association: string): number[] {
  const members = entries.filter((entry) => entry.association === association);
  return members.flatMap((entry) => lineOf.get(entry.id) ?? []);
}

function halfOf({ lineOf, size }: Field, { awayFrom }: Drawable): Half {
  const line = awayFrom === null ? undefined : lineOf.get(awayFrom);
  if (line === undefined) return "anywhere";
  return line < size / 2 ? "lower" : "upper";
}

function isInHalf(line: number, half: Half, size: number): boolean {
  return half === "anywhere" || line < size / 2 === (half === "upper");
}

function noRoom(entries: readonly Drawable[]): Refusal {
  const names = entries.map((entry) => entry.id).join(", ");
  return refuse("no-room", `What is asked for leaves no line for ${names}.`, { entries: names });
}

function shown(line: number): number {
  return line + 1;
}
