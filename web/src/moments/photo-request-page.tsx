import { inLanguage, type Frame, type PhotoRequestPage, type PhotoRequestView } from "@podium/protocol";
import { refusalSentence } from "../ui/shared-words.ts";
import { Time } from "../ui/time.tsx";
import { momentWords } from "./moments-words.ts";

interface RequestProps {
  readonly data: PhotoRequestPage;
  readonly frame: Frame;
}

/** Where anybody asks to take a photo down, and later reads the answer. */
export function PhotoRequest({ data, frame: { language } }: RequestProps) {
  const t = momentWords(language);
  return (
    <div class="selfie">
      <h1>{t("moments.request")}</h1>
      <p>{inLanguage(data.title, language)}</p>
      {data.refusal === null ? null : (
        <p class="refused" role="alert">
          {refusalSentence(data.refusal, language)}
        </p>
      )}
      {data.photo === null ? null : (
        <>
          <img src={data.photo.src} width={data.photo.width} height={data.photo.height} alt={data.photo.alt ?? ""} />
          <form method="post" action={`/photos/${data.photo.id}/request`}>
            <p class="field">
              <label for="reason">{t("moments.request.reason")}</label>
              <textarea id="reason" name="reason" rows={4} maxLength={1000} required dir="auto">
                {data.reason}
              </textarea>
            </p>
            <p class="quiet">{t("moments.request.says")}</p>
            <button>{t("moments.request.send")}</button>
          </form>
        </>
      )}
      {data.request === null ? null : <RequestState request={data.request} zone={data.zone} frame={{ language }} />}
    </div>
  );
}

interface StateProps {
  readonly request: PhotoRequestView;
  readonly zone: string;
  readonly frame: Pick<Frame, "language">;
}

function RequestState({ request, zone, frame: { language } }: StateProps) {
  const t = momentWords(language);
  if (request.answeredMs === null)
    return (
      <p class="notice" role="status">
        {t("moments.request.due")} <Time ms={request.dueMs} zone={zone} language={language} form="short" />.{" "}
        {request.isByPersonInIt ? t("moments.request.hidden") : ""} {t("moments.request.address")}
      </p>
    );
  return (
    <>
      <p class="notice" role="status">
        {t(request.isTakenDown ? "moments.request.taken-down" : "moments.request.kept")}{" "}
        <Time ms={request.answeredMs} zone={zone} language={language} form="short" />
      </p>
      <blockquote dir="auto">{request.answer}</blockquote>
    </>
  );
}
