import {
  type CompetitionView,
  type Frame,
  type Language,
  type NewsroomReactionsPage,
  REACTION_SOURCES,
  REACTION_STATES,
} from "@podium/protocol";
import type { CollectedReaction } from "@podium/protocol";
import { Field } from "../ui/field.tsx";
import { InputField, SelectField } from "../ui/fields.tsx";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { refusalSentence } from "../ui/shared-words.ts";
import { timeInWords } from "../ui/times.ts";
import { newsroomWords } from "./newsroom-words.ts";

interface ReactionsProps {
  readonly data: NewsroomReactionsPage;
  readonly frame: Frame;
}

/** The reactions to a moment as records, and where another is entered. */
export function NewsroomReactions({ data, frame: { language } }: ReactionsProps) {
  const t = newsroomWords(language);
  return (
    <div class="newsroom">
      <PageHead
        language={language}
        way={[
          { href: "/newsroom", words: t("newsroom.title") },
          {
            href: `/newsroom/${data.competition.id}`,
            words: <Words text={data.competition.title} language={language} />,
          },
        ]}
        title={t("newsroom.reactions")}
        details={<Words text={data.moment.title} language={language} />}
      />
      {data.refusal === null ? null : (
        <p class="refused" role="alert">
          {refusalSentence(data.refusal, language)}
        </p>
      )}
      {data.reactions.length === 0 ? <p>{t("newsroom.reactions.none")}</p> : null}
      <ul class="newsroom-reports">
        {data.reactions.map((reaction) => (
          <li key={reaction.id}>
            <Entered reaction={reaction} competition={data.competition} language={language} />
          </li>
        ))}
      </ul>
      <Entering data={data} language={language} />
    </div>
  );
}

interface EnteredProps {
  readonly reaction: CollectedReaction;
  readonly competition: CompetitionView;
  readonly language: Language;
}

function Entered({ reaction, competition, language }: EnteredProps) {
  const t = newsroomWords(language);
  const [moment, code = ""] = reaction.id.split("/");
  const address = `/newsroom/${competition.id}/${moment}/reactions/${code}`;
  return (
    <>
      {reaction.state === "taken-back" ? null : (
        <p lang={reaction.language} dir="auto">
          {reaction.words}
        </p>
      )}
      <span class="quiet" dir="auto">
        {reaction.author === null ? reaction.platform : `${reaction.author}, ${reaction.platform}`}
      </span>
      {reaction.knownBy === null ? null : <span class="quiet">{t(`newsroom.known-by.${reaction.knownBy}`)}</span>}
      <Captured reaction={reaction} zone={competition.zone} language={language} />
      <Screenshot reaction={reaction} address={address} language={language} />
      <form method="post" action={`${address}/state`}>
        <SelectField
          name="state"
          id={`state-${code}`}
          words={t("newsroom.reaction.state")}
          chosen={reaction.state}
          options={REACTION_STATES.map((state) => [state, t(`newsroom.reaction-state.${state}`)] as const)}
        />
        <p class="buttons">
          <button class="quiet">{t("newsroom.reaction.mark")}</button>
        </p>
      </form>
    </>
  );
}

/** When and by whom it was captured here. */
function Captured({ reaction, zone, language }: Omit<EnteredProps, "competition"> & { readonly zone: string }) {
  const t = newsroomWords(language);
  const { capturedMs, capturedBy } = reaction;
  if (capturedMs === null) return null;
  const time = timeInWords(capturedMs, { zone, language, form: "short" });
  return (
    <span class="quiet" dir="auto">
      {capturedBy === null ? t("newsroom.captured", { time }) : t("newsroom.captured-by", { time, name: capturedBy })}
    </span>
  );
}

/** The picture of it that is kept aside, and where one is sent. */
function Screenshot({ reaction, address, language }: Omit<EnteredProps, "competition"> & { readonly address: string }) {
  const t = newsroomWords(language);
  if (reaction.state === "taken-back") return null;
  return (
    <details class="newsroom-screenshot">
      <summary>{t(reaction.hasScreenshot ? "newsroom.screenshot.kept" : "newsroom.screenshot.none")}</summary>
      {reaction.hasScreenshot ? (
        <form method="post" action={`${address}/screenshot/removal`}>
          <p class="buttons">
            <a href={`${address}/screenshot`}>{t("newsroom.screenshot.look")}</a>
            <button class="quiet">{t("newsroom.screenshot.remove")}</button>
          </p>
        </form>
      ) : null}
      <form method="post" action={`${address}/screenshot`} encType="multipart/form-data">
        <Field name={`screenshot-${reaction.id}`} words={t("newsroom.screenshot")} help={t("newsroom.screenshot.help")}>
          <input
            type="file"
            id={`field-screenshot-${reaction.id}`}
            name="screenshot"
            accept="image/jpeg,image/png,image/webp"
            required
            aria-describedby={`help-screenshot-${reaction.id}`}
          />
        </Field>
        <p class="buttons">
          <button class="quiet">{t("newsroom.screenshot.keep")}</button>
        </p>
      </form>
    </details>
  );
}

function Entering({ data, language }: { readonly data: NewsroomReactionsPage; readonly language: Language }) {
  const t = newsroomWords(language);
  const { entered, competition, moment } = data;
  return (
    <section>
      <h2>{t("newsroom.reaction.enter")}</h2>
      <Missing missing={data.missing} language={language} />
      <form method="post" action={`/newsroom/${competition.id}/${moment.id}/reactions`}>
        <Field name="words" words={t("newsroom.reaction.words")} isWide>
          <textarea id="field-words" name="words" rows={4} dir="auto" required maxLength={2000}>
            {entered["words"] ?? ""}
          </textarea>
        </Field>
        <Source data={data} language={language} />
        <Translated entered={entered} language={language} />
        <p class="buttons">
          <button>{t("newsroom.reaction.do")}</button>
        </p>
      </form>
    </section>
  );
}

interface MissingProps {
  readonly missing: NewsroomReactionsPage["missing"];
  readonly language: Language;
}

/** What the report that quotes a reaction does not tell of it. */
export function Missing({ missing, language }: MissingProps) {
  const t = newsroomWords(language);
  if (missing.length === 0) return null;
  const gaps = missing.map((gap) => t(`newsroom.gap.${gap}`));
  return (
    <p class="newsroom-missing">
      {t("newsroom.missing", { gaps: new Intl.ListFormat(language, { type: "unit" }).format(gaps) })}
    </p>
  );
}

function Source({ data, language }: { readonly data: NewsroomReactionsPage; readonly language: Language }) {
  const t = newsroomWords(language);
  const { entered, competition, moment, reports } = data;
  return (
    <div class="newsroom-origin">
      <InputField name="language" words={t("newsroom.language")} value={entered["language"] ?? ""} isRequired />
      <InputField
        name="platform"
        words={t("newsroom.reaction.platform")}
        value={entered["platform"] ?? ""}
        isRequired
      />
      <InputField name="author" words={t("newsroom.reaction.author")} value={entered["author"] ?? ""} />
      <InputField
        name="url"
        type="url"
        words={t("newsroom.reaction.url")}
        value={entered["url"] ?? ""}
        maxLength={1000}
      />
      <InputField
        name="at"
        type="datetime-local"
        words={t("newsroom.reaction.at")}
        help={t("newsroom.reaction.at.help", { zone: competition.zone })}
        value={entered["at"] ?? ""}
      />
      <SelectField
        name="knownBy"
        words={t("newsroom.reaction.known-by")}
        chosen={entered["knownBy"] ?? "link"}
        options={REACTION_SOURCES.map((source) => [source, t(`newsroom.known-by.${source}`)] as const)}
      />
      <SelectField
        name="report"
        words={t("newsroom.reaction.report")}
        chosen={entered["report"] ?? ""}
        options={[
          ["", t("newsroom.reaction.no-report")],
          ...reports.map(({ id, headline }) => [id.slice(moment.id.length + 1), headline] as const),
        ]}
      />
    </div>
  );
}

function Translated({ entered, language }: Pick<NewsroomReactionsPage, "entered"> & { readonly language: Language }) {
  const t = newsroomWords(language);
  return (
    <>
      <Field name="translation" words={t("newsroom.reaction.translation")} isWide>
        <textarea id="field-translation" name="translation" rows={4} dir="auto" maxLength={2000}>
          {entered["translation"] ?? ""}
        </textarea>
      </Field>
      <div class="newsroom-origin">
        <InputField
          name="translationLanguage"
          words={t("newsroom.reaction.translation-language")}
          value={entered["translationLanguage"] ?? ""}
        />
        <InputField name="translator" words={t("newsroom.reaction.translator")} value={entered["translator"] ?? ""} />
      </div>
    </>
  );
}
