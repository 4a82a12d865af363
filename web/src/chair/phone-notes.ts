import { localTextStorage } from "../client/outbox-store.ts";
import { openNoteStore, startNoteSync, type WaitingNote } from "../client/notes.ts";
import { postNote } from "../client/requests.ts";
import { pauseMs } from "../client/sync.ts";
import type { ChairData } from "./initial-data.ts";

/** What the umpire notes beside the play, with and without a network. */
export interface PhoneNotes {
  /** What this phone has not sent, or what was not taken. */
  readonly waiting: () => readonly WaitingNote[];
  /** Whether the phone keeps it when the page is closed. */
  readonly add: (note: Pick<WaitingNote, "id" | "words" | "player">) => boolean;
  readonly drop: (id: string) => void;
  readonly wake: () => void;
}

/** What the notes tell the chair. */
interface NotesHeard {
  readonly changed: () => void;
  readonly connected: (isThere: boolean) => void;
}

/** Opens the notes of the match on this phone and sends what waits among them. */
export function openPhoneNotes({ match, sendTo }: ChairData, { changed, connected }: NotesHeard): PhoneNotes {
  const store = openNoteStore(localTextStorage(), match);
  const address = notesAddress(sendTo);
  const sync = startNoteSync({
    store,
    send: async (note) => {
      const reply = await postNote(address, note, Date.now());
      connected(reply.kind !== "lost");
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
    add: (note) => sync.add({ ...note, notedMs: Date.now(), refusal: null }),
    drop: sync.drop,
    wake: sync.wake,
  };
}

/** Where notes of a chair are sent and read, beside its log. */
export function notesAddress(sendTo: string): string {
  return sendTo.replace(/\/log$/, "/incidents");
}
