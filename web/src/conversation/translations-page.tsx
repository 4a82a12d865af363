import { FLAG_REASONS, type Frame, type TranslationsPage, type TranslationView } from "@podium/protocol";
import { translationsOf } from "../languages/catalogues.ts";
import { signInAddress } from "../ui/links.ts";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { refusalSentence } from "../ui/shared-words.ts";
import { timeInWords } from "../ui/times.ts";
import { authorName, commentAddress, languageName, wordsHtml } from "./comment-html.ts";
import { conversation, whyNot } from "./conversation-words.ts";
import { OFFERED } from "./thread-forms.tsx";

const words = translationsOf("translations");

interface TranslationsProps {
  readonly data: TranslationsPage;
  readonly frame: Frame;
}

/** A comment and what others have made of it in another language, with whose each is, and the form of one's own. */
export function Translations({ data, frame }: TranslationsProps) {
  const { language } = frame;
  const t = words(language);
  const { comment, shown, others } = data;
  const way = [
    { href: commentAddress(comment.thread, comment.id), words: <Words text={data.title} language={language} /> },
  ];
  const to = languageName(data.to, language);
  return (
    <div class="translations-page">
      <PageHead language={language} way={way} title={t("translations.title", { number: comment.number })} />
      <section aria-labelledby="original">
        <h2 id="original">
          {comment.language === null
            ? t("translations.original")
            : t("translations.original-in", { language: languageName(comment.language, language) })}
        </h2>
        <p class="quiet">
          <bdi>{authorName(comment, conversation(language))}</bdi>
        </p>
        <div dangerouslySetInnerHTML={{ __html: wordsHtml(comment) }} />
      </section>
      {data.to === comment.language ? null : (
        <section aria-labelledby="translated">
          <h2 id="translated">{t("translations.in", { language: to })}</h2>
          {shown === null ? (
            <>
              <p>{t("translations.none", { language: to })}</p>
              <Service data={data} frame={frame} />
            </>
          ) : (
            <Translated translation={shown} frame={frame} />
          )}
        </section>
      )}
      {others.length === 0 ? null : (
        <section aria-labelledby="others">
          <h2 id="others">{t("translations.others")}</h2>
          {others.map((translation) => (
            <Translated key={translation.id} translation={translation} frame={frame} isNamed />
          ))}
        </section>
      )}
      <Writing data={data} frame={frame} />
    </div>
  );
}

interface TranslatedProps {
  readonly translation: TranslationView;
  readonly frame: Frame;
  /** Whether its language stands beside it. */
  readonly isNamed?: boolean;
}

function Translated({ translation, frame, isNamed = false }: TranslatedProps) {
  const { language } = frame;
  const t = words(language);
  const { state, removal } = translation;
  return (
    <article class="translated" id={`translation-${translation.id}`}>
      {state === "removed" ? null : (
        <div dangerouslySetInnerHTML={{ __html: wordsHtml({ ...translation, language: translation.language }) }} />
      )}
      <p class="quiet">
        {isNamed ? `${languageName(translation.language, language)} · ` : null}
        <bdi>
          {t(`translations.by-${translation.by}`, {
            name: authorName({ author: translation }, conversation(language)),
          })}
        </bdi>
        {" · "}
        <time>{timeInWords(translation.atMs, { zone: "UTC", language, form: "date" })}</time>
        {translation.isOld ? ` · ${t("translations.old")}` : null}
        {state === "held" ? ` · ${t("translations.held")}` : null}
      </p>
      {removal === null ? null : <p dir="auto">{t("translations.removed-because", { reason: removal.reason })}</p>}
      {translation.mine && state !== "removed" ? (
        <form method="post" action={`/translations/${translation.id}/withdrawal`}>
          <button class="quiet">{t("translations.withdraw")}</button>
        </form>
      ) : null}
      {translation.mayFlag ? <Flagging translation={translation} frame={frame} /> : null}
      {translation.mayRemove ? <Removal translation={translation} frame={frame} /> : null}
    </article>
  );
}

function Flagging({ translation, frame }: TranslatedProps) {
  const t = words(frame.language);
  const told = conversation(frame.language);
  return (
    <details>
      <summary>{t("translations.flag")}</summary>
      <form method="post" action={`/translations/${translation.id}/flag`}>
        <label class="field">
          {t("translations.flag-reason")}
          <select name="reason">
            {FLAG_REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {told(`conversation.flag.${reason}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          {t("translations.flag-words")}
          <input name="words" maxLength={500} dir="auto" />
        </label>
        <button>{t("translations.flag")}</button>
      </form>
    </details>
  );
}

function Removal({ translation, frame }: TranslatedProps) {
  const t = words(frame.language);
  return (
    <details>
      <summary>{t("translations.remove")}</summary>
      <form method="post" action={`/translations/${translation.id}/removal`}>
        <label class="field">
          {t("translations.removal-reason")}
          <input name="reason" required maxLength={500} dir="auto" />
        </label>
        <button>{t("translations.remove")}</button>
      </form>
    </details>
  );
}

/** Asks the service of the installation, and says why it did nothing. */
function Service({ data: { comment, to, service, unserved }, frame }: TranslationsProps) {
  const t = words(frame.language);
  return (
    <>
      {unserved === null ? null : (
        <p class="refused" role="alert">
          {whyUnserved(unserved, frame)}
        </p>
      )}
      {service === null ? null : (
        <form method="post" action={`${commentAddress(comment.thread, comment.id)}/translations/service`}>
          <input type="hidden" name="language" value={to} />
          <button>{t("translations.ask", { name: service })}</button>
          <p class="quiet">{t("translations.ask-says", { name: service })}</p>
        </form>
      )}
    </>
  );
}

const REASONS = ["quota", "silent", "often", "language"] as const;

function whyUnserved(unserved: NonNullable<TranslationsPage["unserved"]>, { language }: Frame): string {
  const { service } = unserved.detail ?? {};
  if (service === undefined) return refusalSentence(unserved, language);
  const t = words(language);
  const reason = REASONS.find((known) => known === unserved.detail?.["why"]) ?? "other";
  return t("translations.unserved", { service: String(service), why: t(`translations.why.${reason}`) });
}

function Writing({ data: { comment, to, may, draft, shown, others }, frame }: TranslationsProps) {
  const { language } = frame;
  const t = words(language);
  if (may === "sign-in" && draft === null)
    return (
      <p>
        <a href={signInAddress(frame.path)}>{t("translations.sign-in")}</a>
      </p>
    );
  const own = [shown, ...others].find((each) => each?.mine && each.language === to && each.state !== "removed");
  const into = [...new Set([to, ...OFFERED])].filter((tag) => tag !== comment.language);
  return (
    <form
      class="answer"
      method="post"
      action={`${commentAddress(comment.thread, comment.id)}/translations`}
      aria-labelledby="write"
    >
      <h2 id="write">{t(own ? "translations.correct" : "translations.write")}</h2>
      <p class="quiet">{t("translations.write-says")}</p>
      {draft === null ? null : (
        <p class="refused" role="alert">
          {whyNot(draft.refusal, language)}
        </p>
      )}
      <label class="field">
        {t("translations.language")}
        <select name="language">
          {into.map((tag) => (
            <option key={tag} value={tag} selected={tag === to}>
              {languageName(tag, language)}
            </option>
          ))}
        </select>
      </label>
      <div class="field">
        <label for="translation-body">{t("translations.body")}</label>
        <textarea id="translation-body" name="body" required maxLength={10_000} rows={5} dir="auto">
          {draft?.body ?? own?.body ?? ""}
        </textarea>
      </div>
      <button>{t("translations.send")}</button>
    </form>
  );
}
