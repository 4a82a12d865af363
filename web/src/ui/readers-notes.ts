import { escapeHtml, inLanguage, type Language, type NoteSource, type NoteView } from "@podium/protocol";
import { translationsOf } from "../languages/catalogues.ts";

/** The words of what readers add. */
export const noteWords = translationsOf("notes");

/** The page of the notes about something. */
export function notesAddress(kind: NoteView["about"]["kind"], id: string): string {
  return `/notes?${new URLSearchParams({ about: `${kind}:${id}` })}`;
}

/** Who wrote a note, as the reader reads it. */
export function noteAuthor({ name, left }: Pick<NoteView, "name" | "left">, language: Language): string {
  return left === true ? noteWords(language)("notes.former-member") : name;
}

/** Notes that readers who usually disagree find helpful, as they stand under what they are about; nothing where there is none. */
export function readersNotesHtml(notes: readonly NoteView[], language: Language): string {
  if (notes.length === 0) return "";
  const t = noteWords(language);
  const all = notes.map((note) => noteHtml(note, language)).join("");
  return `<aside class="readers-notes" aria-label="${escapeHtml(t("notes.added"))}"><p class="readers-notes-head">${escapeHtml(t("notes.added"))}</p>${all}</aside>`;
}

function noteHtml(note: NoteView, language: Language): string {
  const t = noteWords(language);
  const tag = note.language === null ? "" : ` lang="${escapeHtml(note.language)}"`;
  const rate = `<a href="${escapeHtml(notesAddress(note.about.kind, note.about.id))}#note-${escapeHtml(note.id)}" rel="nofollow">${escapeHtml(t("notes.rate-link"))}</a>`;
  return `<div class="readers-note"><p${tag} dir="auto">${escapeHtml(note.body).replaceAll("\n", "<br>")}</p><ul class="note-sources">${note.sources.map((source) => sourceHtml(source, language)).join("")}</ul><p class="quiet"><bdi>${escapeHtml(noteAuthor(note, language))}</bdi> · ${rate}</p></div>`;
}

/** Where it can be read: an address as it is, for everybody to see where it leads. */
function sourceHtml(source: NoteSource, language: Language): string {
  if (source.kind !== "address")
    return `<li><a href="${escapeHtml(source.href)}">${escapeHtml(inLanguage(source.title, language))}</a></li>`;
  return `<li><a href="${escapeHtml(source.href)}" rel="nofollow ugc noopener">${escapeHtml(shortAddress(source.href))}</a></li>`;
}

const LONGEST_SHOWN = 80;

/** Without what every address has, and with its end cut off where it is long. */
export function shortAddress(href: string): string {
  const shown = href.replace(/^https?:\/\//, "").replace(/\/$/, "");
  return shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN)}…` : shown;
}
