import { type Refusal, isRefused, refuse } from "../refusal.ts";
import type { Drawable, Field, KnockOutRules } from "./field.ts";
import { isDrawSize } from "./knock-out.ts";
import { placeRest } from "./rest.ts";
import { placeSeeds } from "./seeds.ts";
import type { Urn } from "./urn.ts";

/**
 * Draws a knock-out: seeds by lot among the lines of their band, byes against seeds in seeding order, qualifiers' lines
 * evenly, then association by association in its own order, the rest last. `entries` come best first.
 * Answers the entry of every line from the top, null for a bye. Refuses `draw-size`, `too-many-entries`, `too-many-byes`,
 * `too-many-seeds`, `seed-order` and `no-room`.
 */
export function drawKnockOut(
  entries: readonly Drawable[],
  rules: KnockOutRules,
  urn: Urn,
): (string | null)[] | Refusal {
  const refusal = refusedField(entries, rules);
  if (refusal) return refusal;
  const bands = rules.law.bands(rules.size);
  const field: Field = { size: rules.size, bands, entries, lineOf: new Map(), byes: new Set(), urn };
  placeSeeds(field);
  const rest = placeRest(field);
  if (isRefused(rest)) return rest;
  const entryAt = new Map([...field.lineOf].map(([id, line]) => [line, id]));
  return Array.from({ length: rules.size }, (_, line) => entryAt.get(line) ?? null);
}

function refusedField(entries: readonly Drawable[], { size }: KnockOutRules): Refusal | null {
  const count = entries.length;
  const seeds = entries.filter((entry) => entry.seed !== null).length;
  if (!isDrawSize(size)) return refuse("draw-size", `A draw has 2, 4, 8, ... lines, not ${size}.`, { size });
  if (count > size)
    return refuse("too-many-entries", `${count} entries do not fit on ${size} lines.`, { entries: count, size });
  if (size - count > size / 2) {
    return refuse("too-many-byes", `With ${count} entries on ${size} lines a bye would meet a bye.`, {
      entries: count,
      size,
    });
  }
  if (seeds > size / 2) {
    return refuse("too-many-seeds", `A draw of ${size} lines has room for ${size / 2} seeds, not ${seeds}.`, {
      seeds,
      size,
    });
  }
  const misplaced = entries.slice(0, seeds).find((entry, index) => entry.seed !== index + 1);
  if (!misplaced) return null;
  return refuse("seed-order", `Seeds run 1, 2, 3, ... without gap or repetition; ${misplaced.id} breaks that.`, {
    entry: misplaced.id,
  });
}
