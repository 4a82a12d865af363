import { localTextStorage } from "../client/outbox-store.ts";
import { openNoteStore, startNoteSync, type WaitingNote } from "../client/notes.ts";
import { postNote } from "../client/requests.ts";
import { pauseMs } from "../client/sync.ts";
import type { ChairData } from "./initial-data.ts";

/** What the umpire notes beside the play, with and without a network. */
export interface PhoneNotes {
  /** What this phone has not sent, or what was not taken. */
  readonly waiting: () => readonly WaitingNote[];
  /** Whether the phone keeps all of it when the page is closed. */
  readonly areStored: () => boolean;
  readonly add: (note: Pick<WaitingNote, "id" | "words" | "player">) => void;
  readonly drop: (id: string) => void;
  readonly wake: () => void;
}

/** What the notes tell the chair. */
interface NotesHeard {
  readonly changed: () => void;
  readonly connected: (isThere: boolean) => void;
  /** The chair was told that it may not write any more. */
  readonly closed: () => void;
}

/** Opens the notes of the match on this phone and sends what waits among them. */
export function openPhoneNotes({ match, sendTo }: ChairData, { changed, connected, closed }: NotesHeard): PhoneNotes {
  const store = openNoteStore(localTextStorage(), match);
  const address = notesAddress(sendTo);
  const sync = startNoteSync({
    store,
    send: async (note) => {
      const reply = await postNote(address, note, Date.now());
      connected(reply.kind !== "lost");
      if (reply.kind === "closed") closed();
      return reply;
    },
    sleep: (misses) =>
      new Promise((resolve) => {
        setTimeout(resolve, pauseMs(misses));
      }),
    changed,
  });
  return {
    waiting: store.load,
    areStored: store.isStored,
    add: (note) => void sync.add({ ...note, notedMs: Date.now(), refusal: null }),
    drop: sync.drop,
    wake: sync.wake,
  };
}

/** Where notes of a chair are sent and read, beside its log. */
export function notesAddress(sendTo: string): string {
  return sendTo.replace(/\/log$/, "/incidents");
}
