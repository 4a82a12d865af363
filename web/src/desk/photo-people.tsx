import type { DeskPhoto, DeskPhotosPage, DeskPhotoTag, Language, PhotoRequestView } from "@podium/protocol";
import { SelectField } from "../ui/fields.tsx";
import { playerName } from "../ui/match-names.ts";
import { PlayerName } from "../ui/names.tsx";
import { Time } from "../ui/time.tsx";
import { deskWords } from "./desk-words.ts";

interface PhotoPartProps {
  readonly photo: DeskPhoto;
  readonly data: DeskPhotosPage;
  readonly language: Language;
}

/** The people in a photo, from the left, as proposed and as they decided. */
export function PeopleInPhoto({ photo, data, language }: PhotoPartProps) {
  const t = deskWords(language);
  const action = `/desk/events/${data.event.id}/photos/${photo.id}/tags`;
  const proposed = new Set(photo.tags.map(({ player }) => player.id));
  const others = data.players.filter(({ id }) => !proposed.has(id));
  return (
    <div class="photo-people">
      <h3>{t("desk.photos.people")}</h3>
      <p class="quiet">{t("desk.photos.people-say")}</p>
      {photo.tags.map((tag) => (
        <PersonInPhoto key={tag.id} tag={tag} action={`${action}/${tag.id}`} language={language} />
      ))}
      {others.length === 0 ? null : (
        <form method="post" action={action} class="desk-photo-fields">
          <SelectField
            name="player"
            id={`player-${photo.id}`}
            words={t("desk.photos.add-person")}
            chosen=""
            options={others.map((player) => [player.id, playerName(player, language).text])}
          />
          <button class="quiet">{t("desk.photos.propose")}</button>
        </form>
      )}
    </div>
  );
}

interface PersonProps {
  readonly tag: DeskPhotoTag;
  readonly action: string;
  readonly language: Language;
}

const PARTS = ["left", "top", "width", "height"] as const;

function PersonInPhoto({ tag, action, language }: PersonProps) {
  const t = deskWords(language);
  return (
    <details class="photo-person">
      <summary>
        {tag.position}. <PlayerName player={tag.player} language={language} />{" "}
        <b>{t(`desk.photos.tag.${tag.isBlurred ? "blurred" : tag.state}`)}</b>
        {tag.isConsentNeeded ? <span class="quiet"> {t("desk.photos.consent-mark")}</span> : null}
      </summary>
      <form method="post" action={action}>
        <div class="desk-photo-fields">
          <NumberIn tag={tag} name="position" words={t("desk.photos.position")} value={tag.position} max={200} />
          {PARTS.map((part) => (
            <NumberIn
              key={part}
              tag={tag}
              name={part}
              words={t(`desk.photos.region.${part}`)}
              value={tag.region?.[part] ?? null}
              max={100}
            />
          ))}
        </div>
        <div data-region={t("desk.photos.region.of", { player: playerName(tag.player, language).text })} hidden>
          <p class="quiet">{t("desk.photos.region.draw")}</p>
          <button type="button" class="quiet">
            {t("desk.photos.region.mark")}
          </button>
        </div>
        <p>
          <label>
            <input type="checkbox" name="consent" value="yes" checked={tag.isConsentNeeded} />{" "}
            {t("desk.photos.consent")}
          </label>
        </p>
        <p class="buttons">
          <button name="act" value="save">
            {t("desk.photos.describe")}
          </button>
          <button class="quiet" name="act" value="link">
            {t(tag.hasLink ? "desk.photos.tag-link-anew" : "desk.photos.tag-link")}
          </button>
          <button class="quiet" name="act" value="remove">
            {t("desk.photos.not-in-it")}
          </button>
        </p>
      </form>
    </details>
  );
}

interface NumberProps {
  readonly tag: DeskPhotoTag;
  readonly name: string;
  readonly words: string;
  readonly value: number | null;
  readonly max: number;
}

function NumberIn({ tag, name, words, value, max }: NumberProps) {
  const id = `${name}-${tag.id}`;
  return (
    <p class="field">
      <label for={id}>{words}</label>
      <input id={id} type="number" name={name} value={value ?? ""} min={name === "position" ? 1 : 0} max={max} />
    </p>
  );
}

interface RequestsProps {
  readonly data: DeskPhotosPage;
  readonly language: Language;
}

/** Who asked to take a photo down, what waits for an answer first. */
export function TakeDownRequests({ data, language }: RequestsProps) {
  if (data.requests.length === 0) return null;
  return (
    <section>
      <h2>{deskWords(language)("desk.photos.requests")}</h2>
      {data.requests.map((request) => (
        <TakeDownRequest key={request.id} request={request} data={data} language={language} />
      ))}
    </section>
  );
}

function TakeDownRequest({ request, data, language }: RequestsProps & { readonly request: PhotoRequestView }) {
  const t = deskWords(language);
  const { zone } = data.competition;
  return (
    <div class="photo-request">
      <p>
        <b>{t(request.isByPersonInIt ? "desk.photos.asked-in-it" : "desk.photos.asked")}</b>{" "}
        <Time ms={request.atMs} zone={zone} language={language} form="short" />{" "}
        {data.photos.some(({ id }) => id === request.photo) ? (
          <a href={`#photo-${request.photo}`}>{t("desk.photos.this")}</a>
        ) : null}
      </p>
      {request.reason === "" ? null : <blockquote dir="auto">{request.reason}</blockquote>}
      {request.answeredMs === null ? (
        <form method="post" action={`/desk/events/${data.event.id}/photos/requests/${request.id}`}>
          <p>
            {t("desk.photos.due")} <Time ms={request.dueMs} zone={zone} language={language} form="short" />
          </p>
          <p class="field">
            <label for={`answer-${request.id}`}>{t("desk.photos.answer")}</label>
            <textarea id={`answer-${request.id}`} name="answer" rows={2} maxLength={1000} required dir="auto" />
          </p>
          <p class="buttons">
            <button name="act" value="take-down">
              {t("desk.photos.take-down")}
            </button>
            <button class="quiet" name="act" value="keep">
              {t("desk.photos.keep")}
            </button>
          </p>
        </form>
      ) : (
        <p>
          {t(request.isTakenDown ? "desk.photos.was-taken-down" : "desk.photos.was-kept")}{" "}
          <Time ms={request.answeredMs} zone={zone} language={language} form="short" />{" "}
          <span dir="auto">{request.answer}</span>
        </p>
      )}
    </div>
  );
}
