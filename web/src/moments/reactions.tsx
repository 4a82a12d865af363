import type { Language, MomentPage, ReactionView } from "@podium/protocol";
import { shared } from "../ui/shared-words.ts";
import { Time } from "../ui/time.tsx";
import { timeInWords } from "../ui/times.ts";
import { momentWords } from "./moments-words.ts";
import { Notes } from "./record-notes.tsx";
import { ReadersNotes } from "./readers-notes.tsx";
import { reportAddress } from "./reports.tsx";

interface ReactionsProps {
  /** With what the record contradicts of them, and what readers add. */
  readonly data: Pick<MomentPage, "reactions" | "notes" | "readersNotes" | "competition">;
  readonly language: Language;
}

/** What people text elsewhere: the original words first, the translation under them, then who, where and when. */
export function Reactions({ data, language }: ReactionsProps) {
  const { reactions, notes, readersNotes } = data;
  const { zone } = data.competition;
  if (reactions.length === 0) return null;
  return (
    <section class="reactions">
      <h2>{momentWords(language)("moments.reactions")}</h2>
      <ul>
        {reactions.map((reaction) => (
          <li key={reaction.id}>
            <Reaction reaction={reaction} zone={zone} language={language} />
            <Notes
              notes={notes.filter(({ about }) => about === reaction.id)}
              text={{ language: reaction.language, zone }}
              language={language}
            />
            {reaction.state === "taken-back" ? null : (
              <ReadersNotes notes={readersNotes} about={{ kind: "reaction", id: reaction.id }} language={language} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ReactionProps {
  readonly reaction: ReactionView;
  readonly zone: string;
  readonly language: Language;
}

function Reaction({ reaction, zone, language }: ReactionProps) {
  const { translation } = reaction;
  if (reaction.state === "taken-back") return <p class="quiet">{momentWords(language)("moments.taken-back")}</p>;
  return (
    <figure>
      <blockquote>
        <p class="original" lang={reaction.language} dir="auto">
          {reaction.words}
        </p>
        {translation ? (
          <p class="translation" lang={translation.language} dir="auto">
            {translation.words}
          </p>
        ) : null}
      </blockquote>
      <figcaption class="facts quiet">
        <Author reaction={reaction} language={language} />
        {reaction.atMs === null ? null : <Time ms={reaction.atMs} zone={zone} language={language} form="short" />}
        {translation ? <span>{momentWords(language)("moments.translated-by", { name: translation.by })}</span> : null}
        {reaction.url === null ? null : (
          <a href={reaction.url} rel="noopener nofollow">
            {momentWords(language)("moments.at-source")}
          </a>
        )}
        <Source reaction={reaction} zone={zone} language={language} />
      </figcaption>
    </figure>
  );
}

/** How it is known, since when, and whether it still stands where it was text. */
function Source({ reaction: { knownBy, report, capturedMs, state }, zone, language }: ReactionProps) {
  const t = momentWords(language);
  return (
    <>
      {knownBy === null ? null : <span>{t(`moments.known-by.${knownBy}`)}</span>}
      {report === null ? null : <a href={reportAddress(report.id)}>{t("moments.quoted-in")}</a>}
      {capturedMs === null ? null : (
        <span>{t("moments.captured", { time: timeInWords(capturedMs, { zone, language, form: "short" }) })}</span>
      )}
      {state === "gone" ? <span>{t("moments.gone")}</span> : null}
    </>
  );
}

function Author({ reaction, language }: Omit<ReactionProps, "zone">) {
  const name = reaction.author ?? momentWords(language)("moments.unnamed");
  return (
    <>
      <span dir="auto">{momentWords(language)("moments.on-platform", { name, platform: reaction.platform })}</span>
      {reaction.invented ? <span>{shared(language)("ui.invented")}</span> : null}
    </>
  );
}
