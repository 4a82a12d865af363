import type { Language, NewsroomReportPage, WrittenReport } from "@podium/protocol";
import { CheckedText } from "../claims/checked-text.tsx";
import { Field } from "../ui/field.tsx";
import { InputField, SelectField } from "../ui/fields.tsx";
import { writingAddress } from "./newsroom-pages.tsx";
import { newsroomWords } from "./newsroom-words.ts";

interface FormProps {
  readonly data: NewsroomReportPage;
  readonly language: Language;
}

type Values = Readonly<Record<string, string>>;

/** What the fields hold: what was typed and not saved, else the report. */
function valuesOf({ entered, report }: NewsroomReportPage): Values {
  if ("headline" in entered) return entered;
  return {
    headline: report.headline,
    language: report.language,
    text: report.paragraphs.join("\n\n"),
    place: report.dateline ?? "",
    date: report.date ?? "",
    byline: report.byline ?? "",
    agency: report.agency ?? "",
    credit: report.credit,
    source: report.source,
    syndicatedFrom: report.syndicatedFrom ?? "",
    url: report.url ?? "",
    excerpt: report.isExcerpt ? "yes" : "",
    licence: report.licence ?? "",
    photo: report.photo ?? "",
    embargo: report.embargo,
  };
}

/** Everything that a report is made of, and where it goes on to. */
export function ReportForm({ data, language }: FormProps) {
  const { report, competition } = data;
  const values = valuesOf(data);
  return (
    <form method="post" action={writingAddress(competition.id, report.id)}>
      <input type="hidden" name="version" value={report.version} />
      <Text values={values} report={report} competition={competition.id} language={language} />
      <PhotoChoice photos={data.photos} values={values} language={language} />
      <Origin values={values} language={language} />
      <Publication data={data} values={values} language={language} />
    </form>
  );
}

interface FieldsProps {
  readonly values: Values;
  readonly language: Language;
}

interface TextProps extends FieldsProps {
  readonly report: WrittenReport;
  readonly competition: string;
}

function Text({ values, report, competition, language }: TextProps) {
  const t = newsroomWords(language);
  return (
    <>
      <InputField
        name="headline"
        words={t("newsroom.headline")}
        value={values["headline"] ?? ""}
        lang={report.language}
        isRequired
      />
      <InputField
        name="language"
        words={t("newsroom.language")}
        help={t("newsroom.language.help")}
        value={values["language"] ?? ""}
        isRequired
      />
      <Field name="text" words={t("newsroom.text")} help={t("newsroom.text.help")} isWide>
        <CheckedText competition={competition} language={language}>
          <textarea
            id="field-text"
            name="text"
            rows={18}
            lang={report.language}
            dir="auto"
            aria-describedby="help-text"
          >
            {values["text"] ?? ""}
          </textarea>
        </CheckedText>
      </Field>
    </>
  );
}

/** Which photo of the moment stands in the report; what is not on the page of the moment is not shown in it either. */
function PhotoChoice({ photos, values, language }: FieldsProps & Pick<NewsroomReportPage, "photos">) {
  const t = newsroomWords(language);
  if (photos.length === 0) return null;
  return (
    <SelectField
      name="photo"
      words={t("newsroom.photo")}
      chosen={values["photo"] ?? ""}
      options={[
        ["", t("newsroom.photo.none")],
        ...photos.map(({ id, words, isShown }, index) => {
          const named = words ?? t("newsroom.photo.number", { number: index + 1 });
          return [id, isShown ? named : t("newsroom.photo.hidden", { photo: named })] as const;
        }),
      ]}
    />
  );
}

function Origin({ values, language }: FieldsProps) {
  const t = newsroomWords(language);
  return (
    <>
      <h2>{t("newsroom.source-of")}</h2>
      <div class="newsroom-origin">
        <InputField name="place" words={t("newsroom.place")} value={values["place"] ?? ""} />
        <InputField name="date" words={t("newsroom.date")} type="date" value={values["date"] ?? ""} />
        <InputField name="byline" words={t("newsroom.byline")} value={values["byline"] ?? ""} />
        <InputField name="agency" words={t("newsroom.agency")} value={values["agency"] ?? ""} />
        <InputField name="credit" words={t("newsroom.credit")} value={values["credit"] ?? ""} isRequired />
        <InputField
          name="source"
          words={t("newsroom.source")}
          help={t("newsroom.source.help")}
          value={values["source"] ?? ""}
          isRequired
        />
        <InputField
          name="syndicatedFrom"
          words={t("newsroom.syndicated-from")}
          value={values["syndicatedFrom"] ?? ""}
        />
        <InputField
          name="url"
          type="url"
          words={t("newsroom.url")}
          help={t("newsroom.url.help")}
          value={values["url"] ?? ""}
          maxLength={1000}
        />
        <SelectField
          name="excerpt"
          words={t("newsroom.excerpt")}
          chosen={values["excerpt"] ?? ""}
          options={[
            ["", t("newsroom.excerpt.no")],
            ["yes", t("newsroom.excerpt.yes")],
          ]}
        />
        <InputField
          name="licence"
          words={t("newsroom.licence")}
          help={t("newsroom.licence.help")}
          value={values["licence"] ?? ""}
        />
      </div>
    </>
  );
}

function Publication({ data: { report, competition }, values, language }: FieldsProps & Pick<FormProps, "data">) {
  const t = newsroomWords(language);
  return (
    <>
      <h2>{t("newsroom.when")}</h2>
      {report.state === "published" ? (
        <InputField
          name="correction"
          words={t("newsroom.correction")}
          help={t("newsroom.correction.help")}
          value={values["correction"] ?? ""}
          maxLength={500}
          isRequired
        />
      ) : (
        <InputField
          name="embargo"
          type="datetime-local"
          words={t("newsroom.embargo")}
          help={t("newsroom.embargo.help", { zone: competition.zone })}
          value={values["embargo"] ?? ""}
        />
      )}
      <p class="buttons">
        {STEPS[report.state].map(({ step, key }, index) => (
          <button key={step} name="step" value={step} class={index === 0 ? undefined : "quiet"}>
            {t(key)}
          </button>
        ))}
      </p>
    </>
  );
}

/** Where a report may go from each state; the first is what the key Enter does. */
const STEPS = {
  draft: [
    { step: "save", key: "newsroom.save" },
    { step: "review", key: "newsroom.to-review" },
    { step: "publish", key: "newsroom.publish" },
  ],
  review: [
    { step: "save", key: "newsroom.save" },
    { step: "publish", key: "newsroom.publish" },
    { step: "draft", key: "newsroom.to-draft" },
  ],
  embargoed: [
    { step: "publish", key: "newsroom.publish" },
    { step: "draft", key: "newsroom.to-draft" },
  ],
  published: [{ step: "save", key: "newsroom.publish-correction" }],
} as const;
