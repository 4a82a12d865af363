import type { Language, RecordNote } from "@podium/protocol";
import { Time } from "../ui/time.tsx";
import { momentWords } from "./moments-words.ts";

interface NotesProps {
  readonly notes: readonly RecordNote[];
  /** The language of the text beside which they stand, and the zone of its competition. */
  readonly text: { readonly language: string; readonly zone: string };
  readonly language: Language;
}

/** That a result was corrected after a text was published, which is wrong since then. */
export function TurnedMark({ notes, text, language }: NotesProps) {
  const [turnedMs] = notes.flatMap((note) => note.turnedMs ?? []).toSorted((one, other) => other - one);
  if (turnedMs === undefined) return null;
  return (
    <p class="record-turned">
      <strong>{momentWords(language)("moments.result-corrected")}</strong>{" "}
      <Time ms={turnedMs} zone={text.zone} language={language} form="full" />
    </p>
  );
}

/** What the record has in the place of what a paragraph says, and what the editor answers. */
export function Notes({ notes, text, language }: NotesProps) {
  if (notes.length === 0) return null;
  return (
    <aside class="record-notes" lang={language} aria-label={momentWords(language)("moments.record-notes")}>
      {notes.map((note) => (
        <Note key={note.id} note={note} text={text} language={language} />
      ))}
    </aside>
  );
}

function Note({ note, text, language }: Omit<NotesProps, "notes"> & { readonly note: RecordNote }) {
  const t = momentWords(language);
  const { words, truth, label, href, answer } = note;
  return (
    <>
      <p>
        <q lang={text.language} dir="auto">
          {words}
        </q>{" "}
        <strong>{t("moments.record-has", { truth })}</strong>{" "}
        {href === null ? (
          <span lang="en">{label}</span>
        ) : (
          <a href={href} lang="en">
            {label}
          </a>
        )}
      </p>
      {answer === null ? null : (
        <p class="record-answer">
          {t("moments.editor-answers")}{" "}
          <span lang={text.language} dir="auto">
            {answer.words}
          </span>{" "}
          <span class="quiet">
            <Time ms={answer.atMs} zone={text.zone} language={language} form="short" />
          </span>
        </p>
      )}
    </>
  );
}
