import type { Facts } from "./facts.ts";
import type { Item } from "./items.ts";
import { hasTag } from "./phrases.ts";
import type { NamedSide } from "./sides.ts";

/** Who is named one by one, by association. */
export type NamedPeople = ReadonlyMap<string, readonly string[]>;

/** How many of an association are kept: whether it is one or several. */
const SEVERAL = 2;

/** The people that a text has named one by one, by association: whom `the Swede` may mean. */
export class PeopleNamed {
  #byAssociation: NamedPeople = new Map();
  readonly #facts: Facts;

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  state(): NamedPeople {
    return this.#byAssociation;
  }

  resume(state: NamedPeople): void {
    this.#byAssociation = state;
  }

  /** Notes who is named by himself. */
  note(sides: readonly NamedSide[]): void {
    for (const person of sides.flatMap(({ people }) => people.flat())) {
      for (const { association } of this.#facts.entriesOfPerson.get(person) ?? []) {
        const named = this.#byAssociation.get(association ?? "") ?? [];
        if (named.length === SEVERAL || named.includes(person)) continue;
        this.#byAssociation = new Map([...this.#byAssociation, [association ?? "", [...named, person]]]);
      }
    }
  }

  /** `The Swede`: the one person of that association whom the text has named; else any of the association. */
  meantBy(side: NamedSide, items: readonly Item[]): NamedSide {
    const [association, ...more] = side.associations;
    if (association === undefined || more.length > 0 || !isOnePerson(side, items)) return side;
    const [only, ...others] = this.#byAssociation.get(association) ?? [];
    return only === undefined || others.length > 0 ? side : { ...side, people: [[only]], associations: [] };
  }
}

/** `the Swede`, `the Frenchman`; neither `the Swedes` nor `the Chinese`, who may be several. */
function isOnePerson({ from, to, people, isPair, isOwner }: NamedSide, items: readonly Item[]): boolean {
  const [article, demonym, next] = [items[from], items[from + 1], items[to]];
  const isAlone = people.length === 0 && !isPair && !isOwner && to - from === 2 && hasTag(article, "article");
  const isNoun = next === undefined || next.isMark || next.isCapital === false;
  const isFollowed = ["pair", "player", "team", "event", "people", "medal"].some((tag) => hasTag(next, tag));
  return (
    isAlone && isNoun && !isFollowed && /[^s]$/.test(demonym?.text ?? "") && !/(ese|sh|ch)$/.test(demonym?.text ?? "")
  );
}
