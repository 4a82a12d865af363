import { lettersOfPerson } from "./honour-people.ts";
import type { EventFacts, CompetitionFacts, PersonFacts } from "./record.ts";
import { ItemReader, type Lexicon, type NameMeaning, type PersonMeaning, STRANGER, type Tag } from "./items.ts";
import type { ClaimLanguage } from "./languages/languages.ts";
import { NameAutomaton } from "./names/automaton.ts";
import { CITIES } from "./names/cities.ts";
import { PEOPLE } from "./names/exonyms/people.ts";
import { fold, isUnspaced, lettersOf } from "./names/letters.ts";

/** The names of everybody on record, in every script and order, and of medallists whom only the honours name. */
export function namesOf(
  competitions: readonly CompetitionFacts[],
  medallists: readonly PersonFacts[] = [],
): NameAutomaton<NameMeaning> {
  const names = new NameAutomaton<NameMeaning>();
  const people = new Map(competitions.flatMap(({ players }) => players.map((person) => [person.id, person])));
  for (const person of people.values()) addPerson(names, person);
  for (const person of medallists) addMedallist(names, person);
  addExonyms(names, [...people.values(), ...medallists]);
  const seen = new Set<string>();
  for (const { associations } of competitions) {
    for (const { code, name } of associations) {
      if (!seen.has(code)) names.add(code, { kind: "association", code, isCode: true });
      seen.add(code);
      for (const words of Object.values(name)) {
        if (seen.has(`${code} ${words}`) || isShort(words)) continue;
        seen.add(`${code} ${words}`);
        names.add(words, { kind: "association", code });
        const short = withoutClub(words);
        if (short !== words && short.includes(" ")) names.add(short, { kind: "association", code });
      }
    }
  }
  return names;
}

/** `Porto Verde Table Tennis Club` is called Porto Verde; a single word may be a place or a name as well. */
function withoutClub(words: string): string {
  return words.replace(/ (table tennis |badminton |squash |tennis )?(club|association|federation)$/i, "");
}

const SHORTEST = 3;

function isShort(words: string): boolean {
  return fold(words).length < SHORTEST && !isUnspaced(words.charAt(0));
}

/** Of somebody of another year the whole name; the family name alone is that of who plays now. */
function addMedallist(names: NameAutomaton<NameMeaning>, { id, family, given }: PersonFacts): void {
  names.add(`${family} ${given}`, { kind: "person", person: id, form: "full" });
  names.add(`${given} ${family}`, { kind: "person", person: id, form: "full" });
  names.add(family, { kind: "person", person: id, form: "given" });
}

/** What other languages call people; who is on no record is a stranger, and never anybody else of that family. */
function addExonyms(names: NameAutomaton<NameMeaning>, people: readonly PersonFacts[]): void {
  const known = new Map<string, string[]>();
  for (const person of people) {
    const letters = lettersOfPerson(person);
    known.set(letters, [...(known.get(letters) ?? []), person.id]);
  }
  for (const line of PEOPLE.trim().split("\n")) {
    const [latin = "", list = ""] = line.split(" = ");
    const ids = known.get(lettersOfPerson({ family: latin, given: "" })) ?? [STRANGER];
    const exonyms = list.split(", ");
    // Where the given name stands in one of them, the others are family names.
    const form = exonyms.some((name) => PARTED.test(name)) ? "family" : "full";
    for (const person of ids) for (const name of exonyms) addExonym(names, name, { kind: "person", person, form });
  }
}

const PARTED = /[ ·・]/;

function addExonym(names: NameAutomaton<NameMeaning>, name: string, meaning: PersonMeaning): void {
  const [family = "", given] = name.split("/");
  if (given !== undefined) {
    names.add(family + given, { ...meaning, form: "full" });
    names.add(family, { ...meaning, form: "family" });
    if (given.length > 1) names.add(family + given.charAt(0), { ...meaning, form: "family" });
  } else if (PARTED.test(name)) {
    const last = name.split(PARTED).at(-1) ?? "";
    names.add(name, { ...meaning, form: "full" });
    if (last.length > 1) names.add(last, { ...meaning, form: "family" });
  } else names.add(name, meaning);
}

/** Endings that federations and agencies write in two ways: Möregårdh is MOREGARD on entry lists. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [[/g[aå]rd$/iu, "gardh"]];

function addPerson(names: NameAutomaton<NameMeaning>, person: PersonFacts): void {
  addSpelling(names, person);
  for (const [ending, other] of ENDINGS)
    if (ending.test(person.family))
      addSpelling(names, { ...person, family: person.family.replace(ending, other), names: {} });
}

function addSpelling(names: NameAutomaton<NameMeaning>, { id, family, given, names: byLanguage }: PersonFacts): void {
  const full: NameMeaning = { kind: "person", person: id, form: "full" };
  if (given !== "") {
    names.add(`${family} ${given}`, full);
    names.add(`${given} ${family}`, full);
    names.add(`${given.charAt(0)} ${family}`, { kind: "person", person: id, form: "family" });
    names.add(`${family} ${given.charAt(0)}`, { kind: "person", person: id, form: "family" });
    if (fold(given).length >= SHORTEST) names.add(given, { kind: "person", person: id, form: "given" });
  }
  names.add(family, given === "" ? full : { kind: "person", person: id, form: "family" });
  for (const name of Object.values(byLanguage)) addOtherName(names, name, id);
}

/** A name in another script or spelling; of several words, each order, and the last or first of them alone. */
function addOtherName(names: NameAutomaton<NameMeaning>, name: string, id: string): void {
  names.add(name, { kind: "person", person: id, form: "full" });
  const parts = name.split(/[\s·・]+/);
  const [first = "", ...rest] = parts;
  if (rest.length === 0) return;
  names.add([...rest, first].join(" "), { kind: "person", person: id, form: "full" });
  const last = parts.at(-1) ?? "";
  if (isUnspaced(last.charAt(0)) && last.length > 1) names.add(last, { kind: "person", person: id, form: "family" });
}

/** A language's own words, and what it calls the associations. */
export function wordsOf({ grammar, associations }: ClaimLanguage): {
  words: NameAutomaton<Tag>;
  exonyms: NameAutomaton<NameMeaning>;
} {
  const words = new NameAutomaton<Tag>();
  for (const [tag, list] of Object.entries(grammar.words)) {
    const [name = "", value = ""] = tag.split(":");
    const meaning: Tag = { name, value };
    for (const phrase of list.split(", "))
      words.add(phrase, phrase.startsWith("=") ? { ...meaning, exact: phrase.slice(1) } : meaning);
  }
  for (const names of CITIES.split(", ").map((line) => line.split("="))) {
    const meaning: Tag = { name: "city", value: (names[0] ?? "").toLowerCase() };
    for (const name of names) words.add(name, meaning);
  }
  const exonyms = new NameAutomaton<NameMeaning>();
  for (const [code, list] of Object.entries(associations)) {
    const meaning: NameMeaning = { kind: "association", code };
    for (const name of list.split(", ")) exonyms.add(name, meaning);
  }
  return { words, exonyms };
}

/** `xd` for an event titled "Mixed doubles", by the English words for events; null when the title says no kind. */
export function kindOfEvent(event: EventFacts, english: Lexicon): string | null {
  const title = event.title["en"] ?? "";
  const items = new ItemReader(title, lettersOf(title), english).read(0, title.length);
  return items.map((item) => item.tags["event"]).find((kind) => kind !== undefined) ?? null;
}
