import { inLanguage, type Language, type NamedIn, type PlayerPage, type ReactionView } from "@podium/protocol";
import { Words } from "../ui/names.tsx";
import { playersWords } from "./players-words.ts";

/** Photos in which they agreed to be named, each leading to its moment. */
export function PhotosOf({ photos, language }: Pick<PlayerPage, "photos"> & { readonly language: Language }) {
  const t = playersWords(language);
  if (photos.length === 0) return null;
  return (
    <section>
      <h2>{t("players.photos")}</h2>
      <ul class="photos-of">
        {photos.map(({ photo, moment }) => {
          const title = inLanguage(moment.title, language);
          return (
            <li key={photo.id}>
              <a href={`/moments/${moment.id}`}>
                <picture>
                  {photo.sources.map(({ type, srcset }) => (
                    <source key={type} type={type} srcset={srcset} sizes="(min-width: 48rem) 20rem, 90vw" />
                  ))}
                  <img
                    src={photo.src}
                    width={photo.width}
                    height={photo.height}
                    alt={photo.alt ?? t("players.photo-of", { moment: title })}
                    loading="lazy"
                  />
                </picture>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface NamedProps {
  readonly named: readonly NamedIn[];
  readonly language: Language;
}

/** Reports and reactions that name them, moment by moment, with what the record has where they say otherwise. */
export function NamedInTexts({ named, language }: NamedProps) {
  if (named.length === 0) return null;
  return (
    <section class="said-of">
      <h2>{playersWords(language)("players.said")}</h2>
      {named.map((part) => (
        <NamedAtMoment key={part.moment.id} part={part} language={language} />
      ))}
    </section>
  );
}

function NamedAtMoment({ part, language }: { readonly part: NamedIn; readonly language: Language }) {
  return (
    <section>
      <h3>
        <a href={`/moments/${part.moment.id}`}>
          <Words text={part.moment.title} language={language} />
        </a>
      </h3>
      <ul class="said-lines">
        {part.reports.map((report) => (
          <li key={report.id}>
            <p>
              <a href={`/moments/${addressOf(report.id)}`} lang={report.language} dir="auto">
                {report.headline}
              </a>{" "}
              <span class="quiet">
                {report.source}
                {report.date === null ? "" : ` · ${report.date}`}
              </span>
            </p>
            {report.sentence === report.headline ? null : (
              <blockquote lang={report.language} dir="auto">
                {report.sentence}
              </blockquote>
            )}
            <Contradicted part={part} about={report.id} language={language} />
          </li>
        ))}
        {part.reactions.map((reaction) => (
          <li key={reaction.id}>
            <QuotedWords reaction={reaction} />
            <Contradicted part={part} about={reaction.id} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `the-moment/the-report` stands at `/moments/the-moment/reports/the-report`. */
function addressOf(report: string): string {
  return report.replace("/", "/reports/");
}

/** Original words first, the translation under them. */
function QuotedWords({ reaction }: { readonly reaction: ReactionView }) {
  return (
    <>
      <blockquote lang={reaction.language} dir="auto">
        {reaction.words}
      </blockquote>
      {reaction.translation === null ? null : (
        <blockquote class="quiet" lang={reaction.translation.language} dir="auto">
          {reaction.translation.words}
        </blockquote>
      )}
      <p class="quiet">{[reaction.author, reaction.platform].filter((words) => words !== null).join(" · ")}</p>
    </>
  );
}

function Contradicted({
  part,
  about,
  language,
}: {
  readonly part: NamedIn;
  readonly about: string;
  readonly language: Language;
}) {
  return (
    <>
      {part.notes
        .filter((note) => note.about === about)
        .map((note) => (
          <p key={note.id} class="record-says">
            <q dir="auto">{note.words}</q>{" "}
            {note.href === null ? (
              playersWords(language)("players.corrected", { truth: note.truth })
            ) : (
              <a href={note.href}>{playersWords(language)("players.corrected", { truth: note.truth })}</a>
            )}
          </p>
        ))}
    </>
  );
}
