import { inLanguage, type Language, type MomentPage, type NoteView, type PhotoView } from "@podium/protocol";
import "./moment-elements.ts";
import { PlayerName } from "../ui/names.tsx";
import { PodiumDrawing } from "../ui/podium-drawing.tsx";
import { ReadersNotes } from "./readers-notes.tsx";
import { momentWords } from "./moments-words.ts";

interface PhotosProps {
  readonly data: Pick<MomentPage, "moment" | "podium" | "readersNotes">;
  readonly language: Language;
}

/** The photo across the page; the page follows what is sent while it is open. */
export function FrontPhoto({ data, language }: PhotosProps) {
  return (
    <live-part id="front-photo" topics={`moment:${data.moment.id}`}>
      <PhotoOrItsPlace data={data} language={language} />
    </live-part>
  );
}

/** Without a photo its place is drawn from the result, and says what belongs there. */
function PhotoOrItsPlace({ data: { moment, podium, readersNotes }, language }: PhotosProps) {
  const [photo] = moment.photos;
  if (photo !== undefined)
    return (
      <Photo
        photo={photo}
        title={inLanguage(moment.title, language)}
        notes={readersNotes}
        isFirst
        language={language}
      />
    );
  if (podium.length === 0) return <p class="lead">{momentWords(language)("moments.no-podium")}</p>;
  return (
    <figure class="photo drawn">
      <PodiumDrawing podium={podium} language={language} />
      <figcaption>{momentWords(language)("moments.photo-place")}</figcaption>
    </figure>
  );
}

/** The other photos, below. */
export function MorePhotos({ data: { moment, readersNotes }, language }: PhotosProps) {
  const [, ...others] = moment.photos;
  if (others.length === 0) return null;
  return (
    <section class="more-photos">
      <h2>{momentWords(language)("moments.more-photos")}</h2>
      {others.map((photo) => (
        <Photo
          key={photo.id}
          photo={photo}
          title={inLanguage(moment.title, language)}
          notes={readersNotes}
          isFirst={false}
          language={language}
        />
      ))}
    </section>
  );
}

interface PhotoProps {
  readonly photo: PhotoView;
  readonly title: string;
  /** What readers add to photos. */
  readonly notes: readonly NoteView[];
  readonly isFirst: boolean;
  /** Which part of the window it takes; all of it where nothing is told. */
  readonly sizes?: string;
  readonly language: Language;
}

const ACROSS = "(min-width: 75rem) 72rem, 100vw";

/** A photo in its best format, over its stand-in; its place is kept before it is there. */
export function Photo({ photo, title, notes, isFirst, sizes = ACROSS, language }: PhotoProps) {
  const t = momentWords(language);
  const lines = [photo.caption, photo.credit, photo.licence].filter((words) => words !== null);
  return (
    <figure class="photo">
      <div class="photo-frame">
        <img class="stand-in" src={photo.standIn} width={photo.width} height={photo.height} alt="" aria-hidden="true" />
        <picture>
          {photo.sources.map(({ type, srcset }) => (
            <source key={type} type={type} srcset={srcset} sizes={sizes} />
          ))}
          <img
            src={photo.src}
            width={photo.width}
            height={photo.height}
            alt={photo.alt ?? title}
            loading={isFirst ? "eager" : "lazy"}
            decoding="async"
            {...(isFirst ? { fetchpriority: "high" } : {})}
          />
        </picture>
      </div>
      <figcaption dir="auto">
        {lines.length === 0 ? null : <span>{lines.join(" · ")} </span>}
        {photo.people.length === 0 ? null : (
          <span>
            {t("moments.from-left")}{" "}
            {photo.people.map((player, index) => (
              <span key={player.id}>
                {index === 0 ? "" : ", "}
                <a href={`/players/${player.id}`}>
                  <PlayerName player={player} language={language} />
                </a>
              </span>
            ))}
            .{" "}
          </span>
        )}
        <a class="quiet" href={`/photos/${photo.id}/request`}>
          {t("moments.request")}
        </a>
        <ReadersNotes notes={notes} about={{ kind: "photo", id: photo.id }} language={language} />
      </figcaption>
    </figure>
  );
}
