import type { Field } from "./field.ts";
import { type Keeps, drawHolders, isSeed } from "./holders.ts";
import { isNothing } from "./levels.ts";
import { prospectOf } from "./rest.ts";
import { betterHolders } from "./seed-search.ts";

/** Seeds times lines: 64 seeds of 256 lines. With more the look-ahead ends with each band of seeds, since it would take hours. */
const MOST_LOOKED_AHEAD = 64 * 256;

/**
 * Places the seeds by lot in the lines of their bands, and the byes against them in seeding order (ITTF 3.6.1); the byes that
 * are left are spread by lot. When the lots would break a separation that other lots could keep, the balls are put back and
 * drawn again, looking ahead over all that follows.
 */
export function placeSeeds(field: Field): void {
  const drawn = place(field, null);
  if (drawn.length < 3 || drawn.length * field.size > MOST_LOOKED_AHEAD) return;
  const { cost } = prospectOf(field);
  const keeps = isNothing(cost) ? null : betterHolders(field, { lines: drawn, cost });
  if (keeps === null) return;
  field.urn.putBack(drawn.length);
  field.lineOf.clear();
  field.byes.clear();
  place(field, keeps);
}

function place(field: Field, keeps: Keeps | null): number[] {
  const { size, entries, lineOf, byes, urn } = field;
  const lines = drawHolders(field, keeps, ({ step, entry, among, accepts }) => {
    const shown = urn.draw({
      step,
      entry,
      among: among.map((line) => line + 1),
      accepts: (number) => accepts(number - 1),
    });
    return shown === null ? null : shown - 1;
  });
  for (const [holder, line] of lines.entries()) {
    if (isSeed(field, holder)) lineOf.set(entries[holder]?.id ?? "", line);
    if (holder < size - entries.length) byes.add(line ^ 1);
  }
  return lines;
}
