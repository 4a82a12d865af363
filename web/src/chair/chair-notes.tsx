import type { WaitingNote } from "../client/notes.ts";
import type { ChairData } from "./initial-data.ts";
import type { Phone } from "./phone.ts";
import { notesAddress } from "./phone-notes.ts";
import type { TranslateChair } from "./translation.ts";

interface NotesProps {
  readonly chair: ChairData;
  readonly t: TranslateChair;
  /** Null without script: notes are made on a page of their own then. */
  readonly phone: Phone | null;
}

/** Where the umpire notes in one line what happened beside the play; without a network it waits on the phone. */
export function ChairNotes({ chair, t, phone }: NotesProps) {
  const address = notesAddress(chair.sendTo);
  if (phone === null)
    return (
      <p class="chair-act">
        <a href={address}>{t("chair.incident")}</a>
      </p>
    );
  return (
    <details class="chair-act" name="chair-act">
      <summary>{t("chair.incident")}</summary>
      <form class="chair-note" data-note="">
        <label for="note-words">{t("chair.incident.words")}</label>
        <input id="note-words" name="words" type="text" dir="auto" required maxLength={300} autoComplete="off" />
        <label for="note-player">{t("chair.incident.player")}</label>
        <select id="note-player" name="player">
          <option value="">{t("chair.incident.nobody")}</option>
          {chair.people.map(({ id, text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
        <button>{t("chair.incident.note")}</button>
      </form>
      <Waiting notes={phone.notes} t={t} drop={phone.dropNote} />
      <p>
        <a href={address}>{t("chair.incident.noted")}</a>
      </p>
    </details>
  );
}

interface WaitingProps {
  readonly notes: readonly WaitingNote[];
  readonly t: TranslateChair;
  readonly drop: (id: string) => void;
}

function Waiting({ notes, t, drop }: WaitingProps) {
  if (notes.length === 0) return null;
  return (
    <ul class="chair-notes">
      {notes.map(({ id, words, refusal }) => (
        <li key={id}>
          <bdi>{words}</bdi>
          <p>{refusal === null ? t("chair.incident.waits") : t("chair.incident.refused", { why: refusal })}</p>
          {refusal === null ? null : (
            <button type="button" onClick={() => drop(id)}>
              {t("chair.incident.drop")}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
