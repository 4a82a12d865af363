import type { Claim } from "./claim.ts";
import type { Facts } from "./facts.ts";
import type { Item } from "./items.ts";
import type { Scope } from "./scope.ts";
import type { TextReader, TextState } from "./text.ts";

/** A sentence as it was read: its claims, placed from its own beginning, and what the text had said when it ended. */
interface SentenceRead {
  readonly claims: readonly Claim[];
  readonly after: TextState;
  readonly key: string;
}

/** A sentence to be read: its words and what they are made of. */
interface SentenceToRead {
  readonly words: string;
  readonly items: readonly Item[];
}

/**
 * What was read of a text that somebody is writing. At the next key only those sentences are read again whose words are others,
 * or before which something else was said: a sentence hangs on what the text said before it, and on who is named in full anywhere.
 */
export class ReadingMemory {
  readonly #items = new Lately<readonly Item[]>();
  readonly #sentences = new Lately<SentenceRead>();
  #facts: Facts | null = null;
  #language = "";
  #scope = "";
  /** What the text has said up to here. */
  #key = "";

  /** Begins another check; what was read by another record or in another language is forgotten. */
  begin(facts: Facts, language: string): void {
    if (this.#facts !== facts || this.#language !== language) this.#items.forget();
    if (this.#facts !== facts || this.#language !== language) this.#sentences.forget();
    this.#facts = facts;
    this.#language = language;
    this.#items.begin();
  }

  items(words: string, read: () => readonly Item[]): readonly Item[] {
    return this.#items.get(words, read);
  }

  /** Begins with the sentences; of a text about something else now, none is as it was. */
  beginSentences(scope: string): void {
    if (this.#scope !== scope) this.#sentences.forget();
    this.#scope = scope;
    this.#key = "";
    this.#sentences.begin();
  }

  /** The claims of the next sentence; the reader goes on as if it had read it. */
  sentence(reader: TextReader, { words, items }: SentenceToRead, read: () => readonly Claim[]): readonly Claim[] {
    let isRead = false;
    const known = reader.knownTo(items).join();
    const found = this.#sentences.get(`${this.#key}\n${known}\n${words}`, () => {
      isRead = true;
      const claims = read();
      const after = reader.state();
      return { claims, after, key: keyOf(after) };
    });
    if (!isRead) reader.resume(found.after);
    this.#key = found.key;
    return found.claims;
  }
}

/** What two texts have to share for their sentences to be read alike. */
export function scopeKey({ cues, textDate, hours, isOfSport, isOfOneContest, isOfOthers }: Scope): string {
  const ids = cues.map(({ competition }) => competition.id);
  return JSON.stringify([ids, textDate, hours, isOfSport, isOfOneContest, isOfOthers]);
}

function keyOf({ before, named }: TextState): string {
  const { match, ...rest } = before;
  return JSON.stringify([rest, match?.id ?? null, [...named]]);
}

/** Keeps what the last two checks asked for. */
class Lately<Value> {
  #before = new Map<string, Value>();
  #now = new Map<string, Value>();

  begin(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  forget(): void {
    this.#before.clear();
    this.#now.clear();
  }

  get(key: string, make: () => Value): Value {
    const held = this.#now.get(key) ?? this.#before.get(key) ?? make();
    this.#now.set(key, held);
    return held;
  }
}
