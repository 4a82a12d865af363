import {
  FLAG_REASONS,
  type Frame,
  NOTE_LENGTH_MAX,
  type NotedView,
  type NotesPage,
  type RatedNoteView,
  RATING_REASONS,
} from "@podium/protocol";
import { signInAddress } from "../ui/links.ts";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { noteAuthor, notesAddress, noteWords, shortAddress } from "../ui/readers-notes.ts";
import { timeInWords } from "../ui/times.ts";
import { conversation, whyNot } from "./conversation-words.ts";

interface NotesProps {
  readonly data: NotesPage;
  readonly frame: Frame;
}

/** The notes about something, to be rated, and the form of another one; or the newest that need ratings. */
export function Notes({ data, frame }: NotesProps) {
  const { language } = frame;
  const t = noteWords(language);
  return (
    <div class="notes-page">
      <PageHead language={language} way={[]} title={t("notes.title")} details={t("notes.says")} />
      {data.about === null ? <h2>{t("notes.to-rate")}</h2> : <About noted={data.about} language={language} />}
      {data.notes.length === 0 ? <p>{t("notes.none")}</p> : null}
      <ol class="rated-notes">
        {data.notes.map(({ note, noted }) => (
          <RatedNote key={note.id} note={note} noted={data.about === null ? noted : null} frame={frame} />
        ))}
      </ol>
      {data.about === null ? null : <Writing data={data} frame={frame} />}
      <p class="quiet">
        {t("notes.open-data")} <a href="/notes/ratings.ndjson">{t("notes.ratings-file")}</a>
        {" · "}
        <a href="/notes/scores.ndjson">{t("notes.scores-file")}</a>
      </p>
    </div>
  );
}

function About({ noted, language }: { readonly noted: NotedView; readonly language: Frame["language"] }) {
  const t = noteWords(language);
  return (
    <section class="noted">
      <h2>
        <a href={noted.href}>
          {t(`notes.about.${noted.kind}`)}: <Words text={noted.title} language={language} />
        </a>
      </h2>
      {noted.words === "" ? null : (
        <blockquote lang={noted.language ?? undefined} dir="auto">
          {noted.words}
        </blockquote>
      )}
      {noted.record === null ? null : (
        <p>
          <a href={noted.record} rel="nofollow">
            {t("notes.record-first")}
          </a>
        </p>
      )}
    </section>
  );
}

interface RatedNoteProps {
  readonly note: RatedNoteView;
  /** Named where notes about several things stand on the page. */
  readonly noted: NotedView | null;
  readonly frame: Frame;
}

function RatedNote({ note, noted, frame }: RatedNoteProps) {
  const { language } = frame;
  const t = noteWords(language);
  return (
    <li id={`note-${note.id}`} class="rated-note">
      {noted === null ? null : (
        <p>
          <a href={notesAddress(noted.kind, noted.id)}>
            {t(`notes.about.${noted.kind}`)}: <Words text={noted.title} language={language} />
          </a>
        </p>
      )}
      <p class="quiet">
        <strong>{t(note.state === "standing" ? `notes.status.${note.status}` : `notes.state.${note.state}`)}</strong>
        {" · "}
        {note.name === "" ? null : (
          <>
            <bdi>{noteAuthor(note, language)}</bdi>
            {" · "}
          </>
        )}
        <time>{timeInWords(note.atMs, { zone: "UTC", language, form: "date" })}</time>
        {" · "}
        {t("notes.ratings", { count: note.ratings })}
      </p>
      {note.removal === null ? null : <p dir="auto">{t("notes.removed-because", { reason: note.removal.reason })}</p>}
      {note.body === "" ? null : (
        <p class="note-words" lang={note.language ?? undefined} dir="auto">
          {note.body}
        </p>
      )}
      <Sources note={note} language={language} />
      {note.mayRate ? <RatingForm note={note} frame={frame} /> : null}
      {note.mine && (note.state === "standing" || note.state === "held") ? (
        <form method="post" action={`/notes/${note.id}/withdrawal`}>
          <button class="quiet">{t("notes.withdraw")}</button>
        </form>
      ) : null}
      {frame.viewer !== null && !note.mine && note.state === "standing" ? <FlagForm note={note} frame={frame} /> : null}
      {note.mayRemove ? <RemovalForm note={note} frame={frame} /> : null}
    </li>
  );
}

function FlagForm({ note, frame }: Omit<RatedNoteProps, "noted">) {
  const t = noteWords(frame.language);
  const told = conversation(frame.language);
  return (
    <details>
      <summary>{t("notes.flag")}</summary>
      <form method="post" action={`/notes/${note.id}/flag`}>
        <label class="field">
          {t("notes.flag-reason")}
          <select name="reason">
            {FLAG_REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {told(`conversation.flag.${reason}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          {t("notes.flag-words")}
          <input name="words" maxLength={500} dir="auto" />
        </label>
        <button>{t("notes.flag")}</button>
      </form>
    </details>
  );
}

function Sources({ note, language }: { readonly note: RatedNoteView; readonly language: Frame["language"] }) {
  if (note.sources.length === 0) return null;
  return (
    <ul class="note-sources" aria-label={noteWords(language)("notes.sources")}>
      {note.sources.map((source) => (
        <li key={source.href}>
          {source.kind === "address" ? (
            <a href={source.href} rel="nofollow ugc noopener">
              {shortAddress(source.href)}
            </a>
          ) : (
            <a href={source.href}>
              <Words text={source.title} language={language} />
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

interface FormProps {
  readonly note: RatedNoteView;
  readonly frame: Frame;
}

function RatingForm({ note, frame }: FormProps) {
  const t = noteWords(frame.language);
  const reasons = (["helpful", "not"] as const).map((side) => (
    <optgroup key={side} label={t(`notes.rating.${side}`)}>
      {RATING_REASONS[side].map((reason) => (
        <option key={reason} value={reason}>
          {t(`notes.reason.${reason}`)}
        </option>
      ))}
    </optgroup>
  ));
  return (
    <form class="note-rating" method="post" action={`/notes/${note.id}/rating`} aria-label={t("notes.helpful")}>
      <label class="field">
        {t("notes.why")}
        <select name="reason">
          <option value="">{t("notes.no-reason")}</option>
          {reasons}
        </select>
      </label>
      <p>{t("notes.helpful")}</p>
      <p class="buttons">
        {(["helpful", "somewhat", "not"] as const).map((rating) => (
          <button key={rating} class="quiet" name="rating" value={rating} aria-pressed={note.myRating === rating}>
            {t(`notes.rating.${rating}`)}
          </button>
        ))}
      </p>
    </form>
  );
}

function RemovalForm({ note, frame }: FormProps) {
  const t = noteWords(frame.language);
  return (
    <details>
      <summary>{t("notes.remove")}</summary>
      <form method="post" action={`/notes/${note.id}/removal`}>
        <label class="field">
          {t("notes.removal-reason")}
          <input name="reason" required maxLength={500} dir="auto" />
        </label>
        <button>{t("notes.remove")}</button>
      </form>
    </details>
  );
}

function Writing({ data: { about, may, draft }, frame }: NotesProps) {
  const t = noteWords(frame.language);
  if (about === null || (may === "written" && draft === null)) return null;
  if (may === "sign-in" && draft === null)
    return (
      <p>
        <a href={signInAddress(frame.path)}>{t("notes.sign-in")}</a>
      </p>
    );
  if (may === "newcomer") return <p class="quiet">{t("notes.newcomer")}</p>;
  return (
    <form class="answer note-form" method="post" action="/notes" aria-label={t("notes.write")}>
      <h2>{t("notes.write")}</h2>
      <p class="quiet">{t("notes.write-says")}</p>
      {draft === null ? null : (
        <p class="refused" role="alert">
          {whyNot(draft.refusal, frame.language)}
        </p>
      )}
      <input type="hidden" name="about" value={`${about.kind}:${about.id}`} />
      <div class="field">
        <label for="note-body">{t("notes.body")}</label>
        <textarea id="note-body" name="body" required maxLength={NOTE_LENGTH_MAX} rows={4} dir="auto">
          {draft?.body ?? ""}
        </textarea>
      </div>
      <div class="field">
        <label for="note-sources">{t("notes.sources-typed")}</label>
        <textarea id="note-sources" name="sources" required rows={2} dir="ltr" aria-describedby="note-sources-says">
          {draft?.sources ?? ""}
        </textarea>
        <p class="quiet" id="note-sources-says">
          {t("notes.sources-says")}
        </p>
      </div>
      <button>{t("notes.send")}</button>
    </form>
  );
}
