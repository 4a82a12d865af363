import type { Language, NoteView } from "@podium/protocol";
import { notesAddress, noteWords, readersNotesHtml } from "../ui/readers-notes.ts";

interface ReadersNotesProps {
  readonly notes: readonly NoteView[];
  readonly about: NoteView["about"];
  readonly language: Language;
}

/** What readers add to a report, a reaction or a photo, under what the record has; and the way to add something. */
export function ReadersNotes({ notes, about, language }: ReadersNotesProps) {
  const own = notes.filter((note) => note.about.kind === about.kind && note.about.id === about.id);
  return (
    <>
      {own.length === 0 ? null : <div dangerouslySetInnerHTML={{ __html: readersNotesHtml(own, language) }} />}
      <p class="quiet notes-way">
        <a href={notesAddress(about.kind, about.id)} rel="nofollow">
          {noteWords(language)("notes.title")}
        </a>
      </p>
    </>
  );
}
