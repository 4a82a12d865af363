import { inLanguage, type Frame, type SelfiePage } from "@podium/protocol";
import { refusalSentence } from "../ui/shared-words.ts";
import { momentWords } from "./moments-words.ts";

interface SelfieProps {
  readonly data: SelfiePage;
  readonly frame: Frame;
}

/** The page on any phone that takes or picks a photo and sends it: no account, no app, no script. */
export function Selfie({ data, frame: { language } }: SelfieProps) {
  const t = momentWords(language);
  return (
    <div class="selfie">
      <h1>{t("moments.selfie")}</h1>
      <p>{inLanguage(data.title, language)}</p>
      {data.isSent ? (
        <p class="notice" role="status">
          {t("moments.selfie.sent")}
        </p>
      ) : null}
      {data.refusal === null ? null : (
        <p class="refused" role="alert">
          {refusalSentence(data.refusal, language)}
        </p>
      )}
      {data.uploadsLeft === 0 ? null : (
        <form method="post" action={`/selfie/${data.token}`} encType="multipart/form-data">
          <label class="selfie-photo">
            <span>{t("moments.selfie.choose")}</span>
            <input type="file" name="photo" accept="image/jpeg,image/png,image/webp" required />
          </label>
          <p class="quiet">{t("moments.selfie.says")}</p>
          <button>{t("moments.selfie.send")}</button>
          <p class="quiet">{t("moments.selfie.left", { count: data.uploadsLeft })}</p>
        </form>
      )}
    </div>
  );
}
