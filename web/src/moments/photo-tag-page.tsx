import { inLanguage, type Frame, type PhotoTagPage } from "@podium/protocol";
import { PlayerName } from "../ui/names.tsx";
import { refusalSentence } from "../ui/shared-words.ts";
import { momentWords } from "./moments-words.ts";

interface TagProps {
  readonly data: PhotoTagPage;
  readonly frame: Frame;
}

const CHOICES = ["accept", "decline", "blur"] as const;

/** Somebody in a photo decides, by an address of their own, what is shown of them: no account, no script. */
export function PhotoTag({ data, frame: { language } }: TagProps) {
  const t = momentWords(language);
  const held = data.isBlurred ? "blurred" : data.state;
  return (
    <div class="selfie">
      <h1>{t("moments.tag")}</h1>
      <p>
        <PlayerName player={data.player} language={language} /> · {inLanguage(data.title, language)}
      </p>
      {data.refusal === null ? null : (
        <p class="refused" role="alert">
          {refusalSentence(data.refusal, language)}
        </p>
      )}
      {data.size === null ? (
        <p>{t("moments.tag.making")}</p>
      ) : (
        <img
          src={`/photo-tags/${data.token}/photo`}
          width={data.size.width}
          height={data.size.height}
          alt={t("moments.tag.photo")}
        />
      )}
      <p class="notice" role="status">
        {data.isDecided ? `${t("moments.tag.decided")} ` : ""}
        {t(`moments.tag.now.${held}`)} {t(data.isShown ? "moments.tag.shown" : "moments.tag.hidden")}
      </p>
      <p class="quiet">{t("moments.tag.says")}</p>
      <form method="post" action={`/photo-tags/${data.token}`}>
        {CHOICES.map((choice) => (
          <p key={choice}>
            <button name="choice" value={choice} class={choice === "accept" ? "" : "quiet"}>
              {t(`moments.tag.${choice}`)}
            </button>
          </p>
        ))}
        <p class="field">
          <label for="reason">{t("moments.tag.reason")}</label>
          <textarea id="reason" name="reason" rows={2} maxLength={1000} dir="auto" />
        </p>
        <p>
          <button name="choice" value="take-down" class="quiet">
            {t("moments.tag.take-down")}
          </button>
        </p>
      </form>
    </div>
  );
}
