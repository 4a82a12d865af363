import {
  readEntryList,
  refuse,
  type KnownPerson,
  type EntryList,
  type ListedEntry,
  type ListedPerson,
  type Refusal,
} from "@podium/engine";
import type { DraftFile, EntryLine, EventPart, Language, ListedLine, PlayerLine } from "@podium/protocol";
import { everyPlayer } from "../entries/entries.ts";
import type { Db } from "../storage/storage.ts";
import { associationsWith, type Associations } from "./association-codes.ts";
import { freeCode } from "../competitions/free-code.ts";

/** Everybody who may be meant by a name: who has played here, and who is in the draft already. */
export async function peopleFor(db: Db, file: DraftFile): Promise<KnownPerson[]> {
  const rows = await everyPlayer(db);
  const known = rows.map((row) => person({ ...row, names: JSON.parse(row.names) }));
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...file.players.filter(({ id }) => !ids.has(id)).map(person)];
}

function person({
  id,
  family,
  given,
  names,
  association,
}: Pick<PlayerLine, "id" | "family" | "given" | "names"> & { readonly association?: string | null | undefined }) {
  return { id, family, given: given ?? "", otherNames: Object.values(names ?? {}), association: association ?? null };
}

const LINES_MAX = 1024;
const LINE_LETTERS_MAX = 400;

/** Reads a pasted list; refuses one that is longer than any event, before its names are compared. */
export function readList(
  text: string,
  { kind, known }: { readonly kind: EventPart["kind"]; readonly known: readonly KnownPerson[] },
): EntryList | Refusal {
  return refusedLength(text) ?? readEntryList(text, { kind: kind === "doubles" ? "doubles" : "singles", known });
}

/** Refuses a list that is longer than any event. */
export function refusedLength(text: string): Refusal | undefined {
  const lines = text.split("\n");
  if (lines.length <= LINES_MAX && lines.every((line) => line.length <= LINE_LETTERS_MAX)) return undefined;
  return refuse("list-too-long", `A list has at most ${LINES_MAX} lines of ${LINE_LETTERS_MAX} letters.`, {
    lines: LINES_MAX,
    letters: LINE_LETTERS_MAX,
  });
}

/** The pasted list as it is shown before it is taken in. */
export function listedLines(
  list: EntryList,
  { kind, entries }: Pick<EventPart, "kind" | "entries">,
  known: readonly KnownPerson[],
): ListedLine[] {
  const entered = new Set(entries.flatMap(({ players }) => players));
  const byId = new Map(known.map((one) => [one.id, one]));
  return list.entries.map((entry) => ({
    line: entry.line,
    names: entry.people.map(({ family, given }) => `${family} ${given}`.trim()),
    association: entry.association,
    seed: entry.seed,
    rank: entry.rank,
    handicap: entry.handicap,
    doubts: entry.doubts,
    candidates: candidates(entry).flatMap((id) => byId.get(id) ?? []),
    isLeftOut: isLeftOut(entry, kind) || entry.people.some(({ id }) => id !== null && entered.has(id)),
  }));
}

function candidates({ doubts }: ListedEntry): string[] {
  return doubts.flatMap((doubt) =>
    doubt.code === "almost-known" ? [doubt.person] : doubt.code === "several-known" ? doubt.people : [],
  );
}

/** What nobody has decided about is left out when it stands twice; a pair of one cannot play. */
function isLeftOut({ doubts, people }: ListedEntry, kind: EventPart["kind"]): boolean {
  return doubts.some(({ code }) => code === "listed-twice") || (kind === "doubles" && people.length < 2);
}

/** What somebody decided about a line: `leave-out`, `take`, or the id of the person who is meant. */
export type Decisions = Readonly<Record<string, string>>;

/** What a list adds to a draft. */
export interface Taken {
  readonly players: DraftFile["players"];
  readonly entries: EventPart["entries"];
  readonly associations: Associations;
}

interface ListFor {
  readonly file: DraftFile;
  readonly event: EventPart;
  readonly known: readonly KnownPerson[];
  readonly decisions: Decisions;
  /** The list as it was shown. */
  readonly lines: readonly ListedLine[];
  /** Of who reads it: clubs are named in it where their letters tell no other. */
  readonly language: Language;
}

/**
 * The entries of an event with those of a list, and the players and associations of its draft with those who are new. Of a
 * doubtful line the field `line-N` decides. Refuses `player-twice` and `nothing-listed`.
 */
export function takeList(
  list: EntryList,
  { file, event, known, decisions, lines, language }: ListFor,
): Taken | Refusal {
  const taking = new Taking({ file, event, known, language });
  for (const [at, entry] of list.entries.entries()) {
    const line = lines[at];
    const decision = decisions[`line-${entry.line}`];
    if (line === undefined || decision === "leave-out" || (decision === undefined && line.isLeftOut)) continue;
    if (event.kind === "doubles" && entry.people.length < 2) continue;
    const refusal = taking.take(entry, line.candidates.find(({ id }) => id === decision)?.id);
    if (refusal) return refusal;
  }
  if (taking.entries.length === event.entries.length)
    return refuse("nothing-listed", "No line of the list was taken in: write one entry a line.");
  return taking;
}

class Taking implements Taken {
  readonly players: PlayerLine[];
  readonly entries: EntryLine[];
  associations: Associations;
  private readonly byId: ReadonlyMap<string, KnownPerson>;
  private readonly ids: Set<string>;
  private readonly language: Language;

  constructor({ file, event, known, language }: Pick<ListFor, "file" | "event" | "known" | "language">) {
    this.language = language;
    this.players = [...file.players];
    this.entries = [...event.entries];
    this.associations = file.associations ?? [];
    this.byId = new Map(known.map((one) => [one.id, one]));
    this.ids = new Set(this.byId.keys());
  }

  /** Codes that stand for an association without a name. */
  private codes(): ReadonlySet<string> {
    return new Set([...this.entries, ...this.players].flatMap(({ association }) => association ?? []));
  }

  take(listed: ListedEntry, chosen: string | undefined): Refusal | undefined {
    const { associations, code: association } = associationsWith(this.associations, listed.association, {
      codes: this.codes(),
      language: this.language,
    });
    this.associations = associations;
    const players = listed.people.map((one) => {
      const id = one.id ?? meant(listed, one, chosen) ?? freeCode(`${one.family} ${one.given}`, this.ids);
      this.ids.add(id);
      const { family, given } = this.byId.get(id) ?? one;
      if (!this.players.some((player) => player.id === id))
        this.players.push(playerLine(id, { family, given, association }));
      return id;
    });
    const twice = players.find((id) => this.entries.some((entry) => entry.players.includes(id)));
    if (twice !== undefined)
      return refuse("player-twice", `${twice} (line ${listed.line}) is entered in this event already.`, {
        player: twice,
        line: listed.line,
      });
    const codes = new Set(this.entries.map(({ code }) => code));
    const code = freeCode(listed.people.map(({ family }) => family).join(" "), codes);
    this.entries.push(entryLine(listed, { code, players, association }));
    return undefined;
  }
}

/** The person who was chosen for a line is one of those whom a doubt about this very name tells. */
function meant({ doubts }: ListedEntry, { written }: ListedPerson, chosen: string | undefined): string | undefined {
  const isMeant = doubts.some(
    (doubt) =>
      (doubt.code === "almost-known" && doubt.name === written && doubt.person === chosen) ||
      (doubt.code === "several-known" && doubt.name === written && doubt.people.some((id) => id === chosen)),
  );
  return isMeant ? chosen : undefined;
}

interface NewPlayer {
  readonly family: string;
  readonly given: string;
  readonly association: string | null;
}

function playerLine(id: string, { family, given, association }: NewPlayer): PlayerLine {
  return { id, family, ...(given === "" ? {} : { given }), ...(association === null ? {} : { association }) };
}

interface NewEntry {
  readonly code: string;
  readonly players: string[];
  readonly association: string | null;
}

function entryLine({ seed, rank, handicap }: ListedEntry, { code, players, association }: NewEntry): EntryLine {
  return {
    code,
    players,
    ...(association === null ? {} : { association }),
    ...(seed === null ? {} : { seed }),
    ...(rank === null ? {} : { rank }),
    ...(handicap === null ? {} : { handicap }),
  };
}
