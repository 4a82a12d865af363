import type { DeskPhoto, DeskPhotosPage, Frame, Language, PlayerView } from "@podium/protocol";
import { InputField } from "../ui/fields.tsx";
import { PlayerName, Words } from "../ui/names.tsx";
import { PageHead, type PathStep } from "../ui/page-head.tsx";
import { refusalSentence, shared } from "../ui/shared-words.ts";
import { Time } from "../ui/time.tsx";
import { deskWords } from "./desk-words.ts";
import { PeopleInPhoto, TakeDownRequests } from "./photo-people.tsx";
import { QrDrawing } from "../ui/qr-drawing.tsx";

interface PhotosProps {
  readonly data: DeskPhotosPage;
  readonly frame: Frame;
}

interface PartProps {
  readonly data: DeskPhotosPage;
  readonly language: Language;
}

/** The photos of a moment: the link for phones, what was sent, what of it readers see. */
export function DeskPhotos({ data, frame }: PhotosProps) {
  const { language } = frame;
  const t = deskWords(language);
  const followed =
    data.moment === null ? {} : { "data-moment": data.moment, "data-from": `/desk/events/${data.event.id}/photos` };
  return (
    <div class="desk desk-photos" {...followed}>
      <PageHead
        language={language}
        way={wayTo(data, frame)}
        title={
          <>
            {t("desk.photos")}: <Words text={data.event.title} language={language} />
          </>
        }
        details={data.moment === null ? null : <a href={`/moments/${data.moment}`}>{t("desk.ceremony.page")}</a>}
      />
      {data.refusal === null ? null : (
        <p class="refused" role="alert" dir="auto">
          {refusalSentence(data.refusal, language)}
        </p>
      )}
      {data.issued === null ? null : (
        <Issued href={frame.origin + data.issued} player={data.issuedFor} language={language} />
      )}
      <div data-section="requests">
        <TakeDownRequests data={data} language={language} />
      </div>
      <PhoneLink data={data} language={language} />
      <Sending data={data} language={language} />
      <p data-section="none">{data.photos.length === 0 ? t("desk.photos.none") : null}</p>
      <div data-photos>
        {data.photos.map((photo) => (
          <PhotoAtDesk key={photo.id} photo={photo} data={data} language={language} />
        ))}
      </div>
    </div>
  );
}

/** An editor comes from the newsroom, and may not open the desk. */
function wayTo({ competition, event }: DeskPhotosPage, { viewer, language }: Frame): PathStep[] {
  const title = <Words text={competition.title} language={language} />;
  const roles = [...(viewer?.roles["*"] ?? []), ...(viewer?.roles[competition.id] ?? [])];
  if (!roles.includes("organiser") && !roles.includes("referee"))
    return [{ href: `/newsroom/${competition.id}`, words: title }];
  return [
    { href: "/desk", words: deskWords(language)("desk.title") },
    { href: `/desk/${competition.id}`, words: title },
    { href: `/desk/events/${event.id}/ceremony`, words: shared(language)("ui.ceremony") },
  ];
}

interface IssuedProps {
  readonly href: string;
  readonly player: PlayerView | null;
  readonly language: Language;
}

/** The address of a link, once: as a code for phones, and as text. */
function Issued({ href, player, language }: IssuedProps) {
  const t = deskWords(language);
  const words = t(player === null ? "desk.photos.issued" : "desk.photos.issued-for");
  return (
    <section class="desk-issued">
      <h2>
        {words} {player === null ? null : <PlayerName player={player} language={language} />}
      </h2>
      <QrDrawing text={href} label={words} />
      <p class="desk-link">
        <a href={href}>{href.replace(/^https?:\/\//, "")}</a>
      </p>
    </section>
  );
}

function PhoneLink({ data, language }: PartProps) {
  const t = deskWords(language);
  const action = `/desk/events/${data.event.id}/photos/link`;
  return (
    <section>
      <h2>{t("desk.photos.link")}</h2>
      <div data-section="link">
        {data.link === null ? (
          <p>{t("desk.photos.no-link")}</p>
        ) : (
          <form method="post" action={`${action}/closing`}>
            <p>
              {t("desk.photos.link-left", { count: data.link.uploadsLeft })}{" "}
              <Time ms={data.link.untilMs} zone={data.competition.zone} language={language} form="clock" />
            </p>
            <button>{t("desk.photos.close-link")}</button>
          </form>
        )}
      </div>
      <form method="post" action={action} class="desk-photo-fields">
        <InputField name="minutes" type="number" words={t("desk.photos.minutes")} value="10" min={1} max={120} />
        <InputField name="uploads" type="number" words={t("desk.photos.uploads")} value="5" min={1} max={50} />
        <label>
          <input type="checkbox" name="shown" value="yes" /> {t("desk.photos.at-once")}
        </label>
        <button {...(data.link === null ? {} : { class: "quiet" })}>
          {t(data.link === null ? "desk.photos.open-link" : "desk.photos.open-another")}
        </button>
      </form>
    </section>
  );
}

function Sending({ data, language }: PartProps) {
  const t = deskWords(language);
  return (
    <form
      class="desk-photo-sending"
      method="post"
      action={`/desk/events/${data.event.id}/photos`}
      encType="multipart/form-data"
    >
      <label>
        {t("desk.photos.file")} <input type="file" name="photo" accept="image/jpeg,image/png,image/webp" required />
      </label>{" "}
      <button class="quiet">{t("desk.photos.send")}</button>
    </form>
  );
}

function PhotoAtDesk({ photo, data, language }: PartProps & { readonly photo: DeskPhoto }) {
  const t = deskWords(language);
  const { words, view } = photo;
  return (
    <section class="desk-photo" id={`photo-${photo.id}`} data-section={`photo-${photo.id}`}>
      {view === null ? (
        <p>{t("desk.photos.waiting")}</p>
      ) : (
        <div>
          <div class="photo-frame">
            <img src={view.src} width={view.width} height={view.height} alt={words.alt ?? ""} loading="lazy" />
          </div>
        </div>
      )}
      <div>
        <p>
          <b>{t(photo.isShown ? "desk.photos.shown" : "desk.photos.hidden")}</b>{" "}
          <span class="quiet">
            {t(photo.isByLink ? "desk.photos.by-link" : "desk.photos.by-desk")}{" "}
            <Time ms={photo.atMs} zone={data.competition.zone} language={language} form="short" />
          </span>
        </p>
        <form method="post" action={`/desk/events/${data.event.id}/photos/${photo.id}`}>
          {(["alt", "caption", "credit", "licence"] as const).map((name) => (
            <p class="field" key={name}>
              <label for={`${name}-${photo.id}`}>{t(`desk.photos.${name}`)}</label>
              <input id={`${name}-${photo.id}`} name={name} value={words[name] ?? ""} dir="auto" maxLength={500} />
              {photo.withheld.includes(name) ? <span class="refused">{t("desk.photos.withheld")}</span> : null}
            </p>
          ))}
          <p class="buttons">
            <button name="act" value="describe">
              {t("desk.photos.describe")}
            </button>
            <button class="quiet" name="act" value={photo.isShown ? "hide" : "show"}>
              {t(photo.isShown ? "desk.photos.hide" : "desk.photos.show")}
            </button>
            <button class="quiet" name="act" value="remove">
              {t("desk.photos.remove")}
            </button>
          </p>
        </form>
        <PeopleInPhoto photo={photo} data={data} language={language} />
      </div>
    </section>
  );
}
