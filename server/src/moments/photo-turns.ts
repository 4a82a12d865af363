import { refuse, type Refusal } from "@podium/engine";
import { stateIn, type App, type StateSlot } from "../app.ts";
import { PICTURE_BYTES_MAX } from "../images/images.ts";

/** How many bytes of photos may be on their way in at once: some twenty of a phone, or four of the largest. */
const BYTES_AT_ONCE = 4 * PICTURE_BYTES_MAX;
const SECONDS_LATER = 5;

/** What photos take of the memory of an installation. */
interface PhotoTurns {
  /** Bytes of what is being sent. */
  arriving: number;
  /** The picture that is unpacked; the next one waits for it. */
  last: Promise<unknown>;
}

const photoTurns: StateSlot<PhotoTurns> = { make: () => ({ arriving: 0, last: Promise.resolve() }) };

/**
 * Reads and stores a photo that somebody sends, as long as there is room for its bytes; where the length is not said, for as many
 * as there can be. Refuses `photos-busy` before a byte is read.
 */
export async function whileArriving<Of>(app: App, headers: Headers, work: () => Promise<Of>): Promise<Of | Refusal> {
  const turns = stateIn(app, photoTurns);
  const told = Number(headers.get("content-length") ?? Number.NaN);
  const bytes = told >= 0 && told <= PICTURE_BYTES_MAX ? told : PICTURE_BYTES_MAX;
  if (turns.arriving + bytes > BYTES_AT_ONCE) {
    const sentence = "Several photos are arriving just now. Wait a few seconds and send yours again.";
    return refuse("photos-busy", sentence, { seconds: SECONDS_LATER });
  }
  turns.arriving += bytes;
  try {
    return await work();
  } finally {
    turns.arriving -= bytes;
  }
}

/** Unpacks a picture when no other one is: a hall that sends many takes no more memory than one photo, only longer. */
export function inTurn<Of>(app: App, work: () => Promise<Of>): Promise<Of> {
  const turns = stateIn(app, photoTurns);
  const done = turns.last.then(work, work);
  turns.last = done.catch(() => undefined);
  return done;
}
