import { columnOf, guessedColumns, type Column } from "./entry-columns.ts";
import { comparedName, NameIndex, partedName, type ComparedName, type WrittenName } from "./person-names.ts";
import { tableLines, type TableLine } from "./table-text.ts";

/** Somebody who is known already, under all the names that are on record. */
export interface KnownPerson extends WrittenName {
  readonly id: string;
  readonly otherNames: readonly string[];
  readonly association: string | null;
}

/** Somebody in a list: a person who is known, or a new one under the name that stands there. */
export interface ListedPerson extends WrittenName {
  readonly id: string | null;
  /** The name as it stands in the list. */
  readonly written: string;
}

/** What somebody should look at before an entry is made of a line. */
export type Doubt =
  /** Which of the words is the family name is not told: the last one was taken for it. */
  | { readonly code: "family-unclear"; readonly name: string }
  | { readonly code: "almost-known"; readonly name: string; readonly person: string }
  /** Almost, or exactly, the name of an earlier line. */
  | { readonly code: "almost-listed" | "listed-twice"; readonly name: string; readonly line: number }
  | { readonly code: "several-known"; readonly name: string; readonly people: readonly string[] }
  | { readonly code: "association-missing" }
  | { readonly code: "association-differs"; readonly association: string; readonly known: string }
  | { readonly code: "partner-missing" }
  /** More than two names stand in a line of doubles: the first two are taken. */
  | { readonly code: "partners-unclear" }
  | { readonly code: "not-a-number"; readonly column: "seed" | "rank" | "handicap"; readonly text: string };

/** A line of the list as it was understood. */
export interface ListedEntry {
  /** Its number in the text, from 1. */
  readonly line: number;
  /** One in singles; in doubles two, or one whose partner is wanted. */
  readonly people: readonly ListedPerson[];
  readonly association: string | null;
  readonly seed: number | null;
  readonly rank: number | null;
  readonly handicap: number | null;
  readonly doubts: readonly Doubt[];
}

export interface EntryList {
  /** What each column was taken for; null for one that was not understood and is left out. */
  readonly columns: readonly (Column | null)[];
  readonly entries: readonly ListedEntry[];
}

export interface ListRequest {
  readonly kind: "singles" | "doubles";
  readonly known: readonly KnownPerson[];
}

/**
 * Reads a list of entries as it is pasted from a spreadsheet or stands in a CSV file: one entry a line, with or without
 * headings. Nothing is refused: what is doubtful is said beside its line, for somebody to look at.
 */
export function readEntryList(text: string, { kind, known }: ListRequest): EntryList {
  const lines = tableLines(text);
  const [first] = lines;
  const named = first?.cells.map(columnOf) ?? [];
  const hasHeadings = named.some((column) => column === "name" || column === "family");
  const rows = hasHeadings ? lines.slice(1) : lines;
  const columns = hasHeadings ? named : guessedColumns(rows.map(({ cells }) => cells));
  const register = new Register(known);
  const hasAssociations = columns.includes("association");
  const entries = rows
    .map((row) => entryOf(row, { columns, kind, register, hasAssociations }))
    .filter(({ people }) => people.length > 0);
  return { columns, entries };
}

interface Reading {
  readonly columns: readonly (Column | null)[];
  readonly kind: "singles" | "doubles";
  readonly register: Register;
  readonly hasAssociations: boolean;
}

function entryOf(
  { number: line, cells }: TableLine,
  { columns, kind, register, hasAssociations }: Reading,
): ListedEntry {
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? "";
  const doubts: Doubt[] = [];
  const association = cell("association") || null;
  const written = namesIn(kind, {
    name: cell("name") || [cell("family"), cell("given")].filter((part) => part !== "").join(", "),
    partner: cell("partner"),
  });
  const people = written.slice(0, 2).map((name) => register.find(name, { line, association, doubts }));
  if (kind === "doubles" && written.length > 2) doubts.push({ code: "partners-unclear" });
  if (kind === "doubles" && people.length === 1) doubts.push({ code: "partner-missing" });
  if (hasAssociations && association === null) doubts.push({ code: "association-missing" });
  const numberIn = (column: "seed" | "rank" | "handicap") => {
    const text = cell(column);
    if (column === "handicap" && text === "0") return null;
    if (text === "" || /^[1-9]\d{0,4}$/.test(text)) return text === "" ? null : Number(text);
    doubts.push({ code: "not-a-number", column, text });
    return null;
  };
  const numbers = { seed: numberIn("seed"), rank: numberIn("rank"), handicap: numberIn("handicap") };
  return { line, people, association, ...numbers, doubts };
}

/** What parts the two players of a pair in one cell: a sign, or where there is none a word. */
const SIGN_BETWEEN = /[/+&·]|\s-\s/u;
const WORD_BETWEEN = /\s(?:and|und|et|y)\s/u;

function namesIn(kind: Reading["kind"], { name, partner }: { name: string; partner: string }): string[] {
  if (kind === "singles" || partner !== "") return trimmed([name, kind === "singles" ? "" : partner]);
  const bySign = trimmed(name.split(SIGN_BETWEEN));
  return bySign.length > 1 ? bySign : trimmed(bySign.flatMap((each) => each.split(WORD_BETWEEN)));
}

function trimmed(names: readonly string[]): string[] {
  return names.map((each) => each.trim()).filter((each) => each !== "");
}

/** Letters of the longest code of an association. */
export const ASSOCIATION_CODE_MAX = 12;

/** A club is written in full or by its code: a short word. */
export function isAssociationCode(association: string): boolean {
  return association.length <= ASSOCIATION_CODE_MAX && !/\s/.test(association);
}

interface Place {
  readonly line: number;
  readonly association: string | null;
  readonly doubts: Doubt[];
}

/** Who is known by which name, and who stands in the list so far. */
class Register {
  private readonly names = new NameIndex<KnownPerson>();
  private readonly byKey = new Map<string, KnownPerson[]>();
  private readonly listed = new Map<string, number>();
  private readonly listedNames = new NameIndex<number>();

  constructor(known: readonly KnownPerson[]) {
    for (const person of known)
      for (const written of [`${person.family} ${person.given}`, ...person.otherNames]) {
        const name = comparedName(written);
        this.names.add(name, person);
        const people = this.byKey.get(name.key) ?? [];
        if (!people.includes(person)) this.byKey.set(name.key, [...people, person]);
      }
  }

  /** Who is meant by a written name; what is doubtful about it is added to the doubts of its line. */
  find(written: string, place: Place): ListedPerson {
    const name = comparedName(written);
    const known = this.known(name.key, place.association);
    const [person] = known.length === 1 ? known : [];
    this.compare(written, { name, id: person?.id ?? null }, place);
    if (person !== undefined) return this.as(person, written, place);
    const { family, given, isSure } = partedName(written);
    if (known.length > 1)
      place.doubts.push({ code: "several-known", name: written, people: known.map(({ id }) => id) });
    else if (!this.isAlmostKnown(written, name, place) && !isSure)
      place.doubts.push({ code: "family-unclear", name: written });
    return { id: null, written, family, given };
  }

  /** Of namesakes, the one of the association that the line names. */
  private known(key: string, association: string | null): readonly KnownPerson[] {
    const people = this.byKey.get(key) ?? [];
    const own = people.filter((person) => association !== null && person.association === association);
    return people.length > 1 && own.length === 1 ? own : people;
  }

  private as(
    { id, family, given, association: own }: KnownPerson,
    written: string,
    { association, doubts }: Place,
  ): ListedPerson {
    if (association !== null && own !== null && own !== association && isAssociationCode(association))
      doubts.push({ code: "association-differs", association, known: own });
    return { id, written, family, given };
  }

  /** Somebody who is known is the same person in every script; of namesakes only the name is known. */
  private compare(written: string, who: { name: ComparedName; id: string | null }, { line, doubts }: Place): void {
    const key = who.id ?? who.name.key;
    const before = this.listed.get(key);
    if (before !== undefined) {
      doubts.push({ code: "listed-twice", name: written, line: before });
      return;
    }
    const like = this.listedNames.almost(who.name);
    if (like !== undefined) doubts.push({ code: "almost-listed", name: written, line: like });
    this.listed.set(key, line);
    this.listedNames.add(who.name, line);
  }

  private isAlmostKnown(written: string, name: ComparedName, { doubts }: Place): boolean {
    const like = this.names.almost(name);
    if (like !== undefined) doubts.push({ code: "almost-known", name: written, person: like.id });
    return like !== undefined;
  }
}
