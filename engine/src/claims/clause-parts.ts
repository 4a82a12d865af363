import type { Item } from "./items.ts";
import type { Part } from "./part.ts";
import { hasTag } from "./phrases.ts";

/** A sentence in its clauses, each as if it stood alone: what one of them denies says nothing of the next. */
export function clausesOf(part: Part): Part[] {
  const { items } = part;
  if (items.some((item) => hasTag(item, "unsure"))) return [];
  const starts = [0, ...items.flatMap((_, at) => (isBorder(items, at) ? [at + 1] : []))];
  if (starts.length === 1) return [];
  return starts.flatMap((from, index) => {
    const clause = clauseOf(part, { from, to: starts[index + 1] ?? items.length });
    return clause.sides.some(({ isPronoun }) => !isPronoun) ? [clause] : [];
  });
}

/** `..., but`, `..., and`, `...;`: another clause begins. */
function isBorder(items: readonly Item[], at: number): boolean {
  const [item, next, after] = [items[at], items[at + 1], items[at + 2]];
  if (/^[;；–—]$/.test(item?.text ?? "")) return true;
  const isJoint = hasTag(next, "opposed") || hasTag(next, "apart") || (hasTag(next, "and") && after !== undefined);
  return item?.text === "," && isJoint;
}

function clauseOf(part: Part, { from, to }: { from: number; to: number }): Part {
  const own = part.sides.filter((side) => side.from >= from && side.to <= to);
  return {
    ...part,
    items: part.items.slice(from, to),
    sides: own.map((side) => ({ ...side, from: side.from - from, to: side.to - from })),
    statements: part.statements.filter(({ at }) => at >= from && at < to),
  };
}
