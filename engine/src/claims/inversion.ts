import type { Item } from "./items.ts";
import type { ClaimPattern } from "./patterns.ts";
import { hasTag } from "./phrases.ts";
import type { NamedSide } from "./sides.ts";

/** `with a 4-2 win in the mixed doubles`: a match that was won, and no title. */
export function isNounOfWinning(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  return /^wins?$/i.test(items[at]?.text ?? "") && (before?.score != null || hasTag(before, "straight"));
}

/** `Im Finale schlug China Schweden`: the verb before both. */
export function isInverted({ family, before, trigger, after }: ClaimPattern): boolean {
  return family === "match" && before.length === 0 && ["beat", "win"].includes(trigger) && after[0] === "winner";
}

/** Whether somebody stands before the verb in its clause, whom it speaks of then: `China besiegte Schweden und Japan`. */
export function isLedBySide(
  { items, ending }: { readonly items: readonly Item[]; readonly ending: ReadonlyMap<number, NamedSide> },
  at: number,
): boolean {
  for (let index = at - 1; index >= 0; index -= 1) {
    const side = ending.get(index);
    const item = items[index];
    if (side !== undefined && !side.isOwner) return true;
    if ([",", ";"].includes(item?.text ?? "") || hasTag(item, "join") || hasTag(item, "who")) return false;
  }
  return false;
}
