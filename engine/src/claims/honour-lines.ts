import type { Honour } from "../history/honours.ts";
import type { Facts } from "./facts.ts";
import { isSameName } from "./names/likeness.ts";
import type { NamedSide } from "./sides.ts";

/** What the name of an event says, in this order. A name of men's events begins with the word, since "women" ends with it. */
const HONOUR_KINDS: Readonly<Record<string, readonly [first: string, then: string]>> = {
  xd: ["mixed", "doubles"],
  ms: ["men", "singles"],
  ws: ["women", "singles"],
  md: ["men", "doubles"],
  wd: ["women", "doubles"],
  mt: ["men", "team"],
  wt: ["women", "team"],
  xt: ["mixed", "team"],
  singles: ["", "singles"],
  doubles: ["", "doubles"],
  team: ["", "team"],
};

export function isHonourOf({ event }: Honour, called: string): boolean {
  const [first, then] = HONOUR_KINDS[called] ?? [];
  if (first === undefined || then === undefined) return false;
  const name = event.toLowerCase();
  const at = name.indexOf(first);
  return at >= 0 && (first !== "men" || at === 0) && name.includes(then, at + first.length);
}

export function isHolder(side: NamedSide, honour: Honour, facts: Facts): boolean {
  if (side.isPronoun) return side.antecedents.some((before) => isHolder(before, honour, facts));
  if (side.people.length === 0) return side.associations.includes(honour.association);
  return side.people.every((candidates) =>
    candidates.some((id) => honour.players.some((name) => isSameName(name, facts.people.get(id)))),
  );
}
