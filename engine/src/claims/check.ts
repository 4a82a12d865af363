import { type Claim } from "./claim.ts";
import { joinClocks } from "./clocks.ts";
import { type Facts, gatherFacts } from "./facts.ts";
import { type Item, ItemReader, type Lexicon, type NameMeaning, type Tag } from "./items.ts";
import { honourPeople } from "./honour-people.ts";
import { type ClaimLanguage, LANGUAGES } from "./languages/languages.ts";
import { kindOfEvent, namesOf, wordsOf } from "./lexicon.ts";
import type { NameAutomaton } from "./names/automaton.ts";
import { lettersOf } from "./names/letters.ts";
import { compilePatterns, type ClaimPattern } from "./patterns.ts";
import { compilePhrases, compose, type Phrase } from "./phrases.ts";
import type { CompetitionFacts } from "./record.ts";
import { resultLines } from "./result-lists.ts";
import { type Cues, scopeOf } from "./scope.ts";
import { joinSeeds } from "./seed-lists.ts";
import { sentencesOf } from "./sentences.ts";
import { TextReader } from "./text.ts";

/** Languages that texts are read in, by BCP 47 tag. */
export const CLAIM_LANGUAGES: readonly string[] = Object.keys(LANGUAGES);

interface CheckOptions {
  /** BCP 47; English when left out or not known. */
  readonly language?: string;
  /** The day of the text, `2024-07-30`: what "yesterday" is counted from. */
  readonly date?: string;
  /** The competition the text is about; the others that are loaded are asked only for what it names. All may be meant when left out. */
  readonly competition?: string;
}

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

  constructor(competitions: readonly CompetitionFacts[]) {
    this.#competitions = competitions;
    const medallists = honourPeople(competitions);
    this.#names = namesOf(competitions, medallists);
    const english = this.#lexiconOf(LANGUAGES["en"] as ClaimLanguage); // English is always there
    this.#facts = gatherFacts(competitions, medallists, (event) => kindOfEvent(event, english));
  }

  /** The claims of a text in the order in which they stand, each held against the record. */
  check(text: string, options: CheckOptions = {}): Claim[] {
    const prepared = this.#prepare(languageOf(options.language));
    const sentences = sentencesOf(text);
    const reader = new ItemReader(text, lettersOf(text), prepared.lexicon);
    const parts = sentences.map(({ start, end }) =>
      compose(joinSeeds(joinClocks(reader.read(start, end))), prepared.phrases),
    );
    const textDate = options.date ?? null;
    const scope = scopeOf(parts, {
      facts: this.#facts,
      cues: prepared.cues,
      textDate,
      hours: prepared.hours,
      competition: options.competition ?? null,
    });
    const { patterns, dropsSubject } = prepared;
    const texts = new TextReader({ text, scope, known: knownPeople(parts), patterns, dropsSubject });
    return sentences.flatMap((sentence, index) =>
      resultLines(parts[index] ?? []).flatMap((items) => texts.read(sentence, items)),
    );
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

function languageOf(language: string | undefined): string {
  const base = (language ?? "en").toLowerCase().split("-")[0] ?? "en";
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
