import type { Facts } from "../facts.ts";
import { type Item, makeItem } from "../items.ts";
import { fold } from "./letters.ts";
import { distance } from "./likeness.ts";

/** Letters that stand for one another when names are carried over from another script. */
const ALIKE = ["szcx", "jyi", "uow", "vwf", "gkqc", "dt", "bp", "rl", "ea", "ei", "eo", "sh"];

/** Longest run of words read as one name. */
const MOST_WORDS = 4;
const SHORTEST = 7;

/**
 * Names that are nearly those of somebody: read as that person, and marked where the difference is no other way of writing it.
 * Only beside the partner with whom that person plays, because many athletes have names a letter apart.
 */
export function readSpelling(items: readonly Item[], facts: Facts): Item[] {
  const read = [...items];
  for (let at = 0; at < read.length; at += 1) {
    if (!isJoint(read[at])) continue;
    const before = personOf(read[at - 1]);
    const after = personOf(read[at + 1]);
    if (before !== null) replaceRun(read, { from: at + 1, step: 1, partner: before, facts });
    if (after !== null) at -= replaceRun(read, { from: at - 1, step: -1, partner: after, facts });
  }
  return read;
}

function isJoint(item: Item | undefined): boolean {
  return item !== undefined && ("and" in item.tags || ["/", "&", "-"].includes(item.text));
}

function personOf(item: Item | undefined): string | null {
  const full = item?.names.find((name) => name.kind === "person" && name.form === "full");
  return full?.kind === "person" ? full.person : null;
}

interface Run {
  readonly from: number;
  readonly step: 1 | -1;
  readonly partner: string;
  readonly facts: Facts;
}

/** Replaces the words beside a joint by the partner they nearly name; answers how many items fewer there are before it. */
function replaceRun(items: Item[], { from, step, partner, facts }: Run): number {
  if (personOf(items[from]) !== null) return 0;
  const partners = (facts.entriesOfPerson.get(partner) ?? []).flatMap(({ players }) =>
    players.filter((id) => id !== partner),
  );
  for (let length = MOST_WORDS; length >= 1; length -= 1) {
    const first = step === 1 ? from : from - length + 1;
    const run = items.slice(Math.max(first, 0), Math.max(first, 0) + length);
    if (first < 0 || run.length < length || !run.every(isNamePart) || run[0]?.isCapital !== true) continue;
    const written = run.map(({ text }) => text).join(" ");
    const meant = partners.find((id) => isNearly(written, id, facts));
    if (meant === undefined) continue;
    items.splice(first, length, nameItem(run, { meant, isWrong: isMisspelt(written, meant, facts) }));
    return step === 1 ? 0 : length - 1;
  }
  return 0;
}

function isNamePart(item: Item): boolean {
  return (
    !item.isMark &&
    item.score === null &&
    Object.keys(item.tags).length === 0 &&
    item.names.every((name) => name.kind === "person")
  );
}

function nameItem(run: readonly Item[], { meant, isWrong }: { meant: string; isWrong: boolean }): Item {
  const [first] = run as [Item];
  const end = run.at(-1)?.end ?? first.end;
  const text = run.map((item) => item.text).join(" ");
  return makeItem({
    start: first.start,
    end,
    text,
    isCapital: true,
    names: [{ kind: "person", person: meant, form: "full" }],
    tags: isWrong ? { misspelt: meant } : {},
  });
}

function ordersOf(id: string, facts: Facts): string[] {
  const person = facts.people.get(id);
  return person === undefined ? [] : [fold(person.family + person.given), fold(person.given + person.family)];
}

function isNearly(written: string, id: string, facts: Facts): boolean {
  const folded = fold(written);
  return folded.length >= SHORTEST && ordersOf(id, facts).some((name) => distance(folded, name, 2) <= 2);
}

/** One letter for another that no way of writing the name explains. */
function isMisspelt(written: string, id: string, facts: Facts): boolean {
  const folded = fold(written);
  const name = ordersOf(id, facts).find((one) => one.length === folded.length && distance(folded, one, 2) <= 2);
  if (name === undefined) return false;
  const changed = [...folded].flatMap((letter, at) => (letter === name.charAt(at) ? [] : [[letter, name.charAt(at)]]));
  return changed.some(
    ([one = "", other = ""]) => !ALIKE.some((letters) => letters.includes(one) && letters.includes(other)),
  );
}
