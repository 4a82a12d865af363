import { type Claim } from "./claim.ts";
import { joinClocks } from "./clocks.ts";
import { type Facts, gatherFacts } from "./facts.ts";
import { type Item, ItemReader, type Lexicon, type NameMeaning, type Tag } from "./items.ts";
import { honourPeople } from "./honour-people.ts";
import { type ClaimLanguage, LANGUAGES } from "./languages/languages.ts";
import { kindOfEvent, namesOf, wordsOf } from "./lexicon.ts";
import { type MedalRecord, medalRecordOf } from "./medal-record.ts";
import type { NameAutomaton } from "./names/automaton.ts";
import { lettersOf } from "./names/letters.ts";
import { dayOfDateline } from "./dateline.ts";
import { compilePatterns, type ClaimPattern } from "./patterns.ts";
import { placedFrom } from "./places.ts";
import { compilePhrases, compose, type Phrase } from "./phrases.ts";
import type { CompetitionFacts } from "./record.ts";
import { type ReadingMemory, scopeKey } from "./reading-memory.ts";
import { resultLines } from "./result-lists.ts";
import { type Cues, type Scope, scopeOf } from "./scope.ts";
import { joinSeeds } from "./seed-lists.ts";
import { sentencesOf } from "./sentences.ts";
import { stretchesOf } from "./text-language.ts";
import { TextReader } from "./text.ts";

/** Languages that texts are read in, by BCP 47 tag. */
export const CLAIM_LANGUAGES: readonly string[] = Object.keys(LANGUAGES);

interface CheckOptions {
  /** BCP 47; English when it is not known, and when it is left out, each paragraph in its own. */
  readonly language?: string;
  /** The day of the text, `2024-07-30`: what "yesterday" is counted from. */
  readonly date?: string;
  /** The competition the text is about; the others that are loaded are asked only for what it names. All may be meant when left out. */
  readonly competition?: string;
  /** What was read of the text before its last change: kept by somebody who checks it again and again. */
  readonly memory?: ReadingMemory | undefined;
}

/** For how many scopes, the last ones, the medals are kept. */
const SCOPES_KEPT = 16;

interface Prepared {
  readonly lexicon: Lexicon;
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly patterns: ReadonlyMap<string, readonly ClaimPattern[]>;
  readonly hours: readonly [number, number];
  readonly dropsSubject: boolean;
  readonly cues: readonly Cues[];
}

/** The record, prepared for texts to be held against it. Preparing costs more than checking: keep it. */
export class ClaimChecker {
  readonly #competitions: readonly CompetitionFacts[];
  readonly #names: NameAutomaton<NameMeaning>;
  readonly #facts: Facts;
  readonly #prepared = new Map<string, Prepared>();
  readonly #medals = new Map<string, MedalRecord | null>();

  constructor(competitions: readonly CompetitionFacts[]) {
    this.#competitions = competitions;
    const medallists = honourPeople(competitions);
    this.#names = namesOf(competitions, medallists);
    const english = this.#lexiconOf(LANGUAGES["en"] as ClaimLanguage); // English is always there
    this.#facts = gatherFacts(competitions, medallists, (event) => kindOfEvent(event, english));
  }

  /** The claims of a text in the order in which they stand, each held against the record. */
  check(text: string, options: CheckOptions = {}): Claim[] {
    if (options.language !== undefined) return this.#checkIn(languageOf(options.language), text, options);
    const [first, ...more] = stretchesOf(text);
    if (first === undefined || more.length === 0) return this.#checkIn(first?.language ?? "en", text, options);
    return [first, ...more].flatMap(({ start, end, language }) => {
      const claims = this.#checkIn(language, text.slice(start, end), { ...options, memory: undefined });
      return claims.map((claim) => placedFrom(claim, start));
    });
  }

  #checkIn(language: string, text: string, options: CheckOptions): Claim[] {
    const { memory } = options;
    const prepared = this.#prepare(language);
    memory?.begin(this.#facts, language);
    const sentences = sentencesOf(text).map(({ start, end }) => {
      const words = text.slice(start, end);
      const read = () => itemsOf(words, prepared);
      return { start, words, items: memory === undefined ? read() : memory.items(words, read) };
    });
    const parts = sentences.map(({ items }) => items);
    const found = scopeOf(parts, {
      facts: this.#facts,
      cues: prepared.cues,
      textDate: options.date ?? null,
      hours: prepared.hours,
      competition: options.competition ?? null,
    });
    const scope = { ...found, textDate: found.textDate ?? writtenOn(parts[0] ?? [], found) };
    const { patterns, dropsSubject } = prepared;
    const medals = () => this.#medalsOf(scope);
    const texts = new TextReader({ scope, known: knownPeople(parts), patterns, dropsSubject, medals });
    memory?.beginSentences(scopeKey(scope));
    return sentences.flatMap((sentence) => {
      const read = () => resultLines(sentence.items).flatMap((items) => texts.read(sentence.words, items));
      const claims = memory === undefined ? read() : memory.sentence(texts, sentence, read);
      return claims.map((claim) => placedFrom(claim, sentence.start));
    });
  }

  /** All medals on record for texts of this scope; those of the last scopes are kept. */
  #medalsOf(scope: Scope): MedalRecord | null {
    const key = scopeKey(scope);
    const held = this.#medals.get(key);
    if (held !== undefined) return held;
    const [oldest = ""] = this.#medals.size < SCOPES_KEPT ? [] : this.#medals.keys();
    this.#medals.delete(oldest);
    const medals = medalRecordOf(scope);
    this.#medals.set(key, medals);
    return medals;
  }

  #prepare(language: string): Prepared {
    const held = this.#prepared.get(language);
    if (held !== undefined) return held;
    const known = LANGUAGES[language] as ClaimLanguage; // chosen from its keys
    const lexicon = this.#lexiconOf(known);
    const { grammar } = known;
    const english = this.#lexiconOf(LANGUAGES["en"] as ClaimLanguage); // always there
    const cues = this.#competitions.map((competition) => cuesOf(competition, english));
    const made = {
      lexicon,
      phrases: compilePhrases(grammar),
      patterns: compilePatterns(grammar),
      hours: grammar.hours,
      dropsSubject: grammar.dropsSubject ?? false,
      cues,
    };
    this.#prepared.set(language, made);
    return made;
  }

  #lexiconOf(language: ClaimLanguage): Lexicon {
    const { words, exonyms }: { words: NameAutomaton<Tag>; exonyms: NameAutomaton<NameMeaning> } = wordsOf(language);
    return { names: this.#names, exonyms, words, capitals: language.grammar.capitals };
  }
}

/** The day on which a text says that it was written, `PARIS, July 30 -`: in the year of the competition that it is about. */
function writtenOn(items: readonly Item[], { cues }: Scope): string | null {
  const [year, month, day] = dayOfDateline(items)?.split("-") ?? [];
  const years = new Set(cues.map((cue) => cue.year));
  const [only = ""] = years;
  if (month === undefined || month === "" || day === undefined || years.size !== 1) return null;
  return `${year === "" || year === undefined ? only : year}-${month}-${day}`;
}

/** What a sentence is made of, placed from its beginning. */
function itemsOf(words: string, { lexicon, phrases }: Prepared): readonly Item[] {
  const reader = new ItemReader(words, lettersOf(words), lexicon);
  return compose(joinSeeds(joinClocks(reader.read(0, words.length))), phrases);
}

function languageOf(language: string): string {
  const base = language.toLowerCase().split("-")[0] ?? "en";
  return base in LANGUAGES ? base : "en";
}

/** What a competition is called by, read from its title and its place. */
function cuesOf(competition: CompetitionFacts, english: Lexicon): Cues {
  const words = [...Object.values(competition.title), ...Object.values(competition.place)].join(" ; ");
  const items = new ItemReader(words, lettersOf(words), english).read(0, words.length);
  const cities = items.flatMap((item) =>
    item.tags["city"] === undefined ? [] : [item.text.toLowerCase(), item.tags["city"]],
  );
  return {
    competition,
    contests: new Set(items.flatMap((item) => item.tags["contest"] ?? [])),
    cities: new Set(cities),
    year: competition.from.slice(0, 4),
  };
}

/** Everybody whose whole name stands somewhere in the text. */
function knownPeople(parts: readonly (readonly Item[])[]): Set<string> {
  const names = parts.flat().flatMap((item) => item.names);
  return new Set(names.flatMap((name) => (name.kind === "person" && name.form === "full" ? [name.person] : [])));
}
