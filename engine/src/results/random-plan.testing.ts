import { planDoubleElimination } from "../draw/double-elimination.ts";
import { planKnockOut } from "../draw/knock-out.ts";
import type { Lot } from "../draw/lot.ts";
import type { EventPlan, Source } from "../draw/plan.ts";
import { planGroups } from "../draw/round-robin.ts";
import { isRefused } from "../refusal.ts";
import { entry, knockOutOf, linesOf } from "./playing.testing.ts";

/** The plan of an event by chance: a knock-out with byes, a double elimination, or groups before a knock-out. */
export function randomPlan(lot: Lot): EventPlan {
  const names = Array.from({ length: 16 }, (_, i) => (i % 4 === 1 && lot.below(3) === 0 ? "-" : `e${i}`)).join(" ");
  const kind = lot.below(3);
  if (kind === 0) return knockOutOf(names, lot.below(2) === 0);
  if (kind === 1) {
    const matches = planDoubleElimination(linesOf(names));
    if (isRefused(matches)) throw new Error(matches.message);
    return { groups: [], matches, bronzeMatch: false };
  }
  const groups = ["A", "B", "C", "D"].map((name) => ({ name, entries: [1, 2, 3].map((i) => entry(`${name}${i}`)) }));
  const lines: Source[] = ["A1", "B2", "C1", "D2", "B1", "A2", "D1", "C2"].map((slot) => ({
    from: "place",
    group: slot.charAt(0),
    place: Number(slot.charAt(1)),
  }));
  const knockOut = planKnockOut(lines, { bronzeMatch: true });
  if (isRefused(knockOut)) throw new Error(knockOut.message);
  return { groups, matches: [...planGroups(groups, { qualifying: 2 }), ...knockOut], bronzeMatch: true };
}
