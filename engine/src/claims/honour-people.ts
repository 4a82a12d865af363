import { fold } from "./names/letters.ts";
import type { CompetitionFacts, PersonFacts } from "./record.ts";

/** What the ids of people begin with whom only the honours name. */
const PREFIX = "honours:";

/** Whether somebody is known from the honours alone: no match of theirs is on record. */
export function isOfHonours(person: string): boolean {
  return person.startsWith(PREFIX);
}

/** Medallists of earlier years who play in none of these competitions: texts name them, too. */
export function honourPeople(competitions: readonly CompetitionFacts[]): PersonFacts[] {
  const known = new Set(competitions.flatMap(({ players }) => players.map(lettersOfPerson)));
  const people = new Map<string, PersonFacts>();
  for (const name of competitions.flatMap(({ honours }) => honours.flatMap(({ players }) => players))) {
    const person = personNamed(name);
    const letters = person === null ? "" : lettersOfPerson(person);
    if (person !== null && !known.has(letters)) people.set(letters, person);
  }
  return [...people.values()];
}

/** `Jan-Ove WALDNER`, `FENG Tianwei`: the family name is the one in capitals; null where there is only one name. */
function personNamed(name: string): PersonFacts | null {
  const words = name.split(" ");
  const isFamily = (word: string) => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
  const family = words.filter(isFamily).join(" ");
  const given = words.filter((word) => !isFamily(word)).join(" ");
  return family === "" || given === "" ? null : { id: `${PREFIX}${fold(name)}`, family, given, names: {} };
}

/** A name by its words, in whichever order they stand. */
export function lettersOfPerson({ family, given }: Pick<PersonFacts, "family" | "given">): string {
  return `${family} ${given}`
    .split(/[\s-]+/)
    .map(fold)
    .sort()
    .join("");
}
