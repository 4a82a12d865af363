/** Where drafts are stored: a tab's localStorage; null where the browser gives none. */
type DraftStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** What somebody was typing, and the name under which it was sent without an answer. */
interface Draft {
  readonly body: string;
  readonly id: string | null;
}

/**
 * Words that are being typed in a conversation stay on this device until they are posted or emptied, whatever becomes of
 * the page and the network; with the name under which they were sent, so that sending them again posts them once.
 */
export class ThreadDrafts {
  readonly #store: DraftStore | null;
  readonly #thread: string;

  constructor(store: DraftStore | null, thread: string) {
    this.#store = store;
    this.#thread = thread;
  }

  /** Stores what is typed in answer to a comment; without words nothing stays. A full or closed store is no obstacle. */
  write(parent: string, { body, id }: Draft): void {
    try {
      if (body === "") this.#store?.removeItem(this.#keyOf(parent));
      else this.#store?.setItem(this.#keyOf(parent), JSON.stringify([body, id]));
    } catch {
      // The words are still in the field.
    }
  }

  read(parent: string): Draft | null {
    try {
      const [body, id]: unknown[] = JSON.parse(this.#store?.getItem(this.#keyOf(parent)) ?? "[]");
      return typeof body === "string" ? { body, id: typeof id === "string" ? id : null } : null;
    } catch {
      return null;
    }
  }

  #keyOf(parent: string): string {
    return `podium-draft ${this.#thread} ${parent}`;
  }
}

/** The store of this device; null where reading it is already refused. */
export function draftStore(): DraftStore | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
