import { LANGUAGES, nameOfLanguage } from "@podium/protocol";
import type { Frame, Language, NewsroomReportPage, WrittenReport } from "@podium/protocol";
import { InputField, SelectField } from "../ui/fields.tsx";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { refusalSentence } from "../ui/shared-words.ts";
import { Time } from "../ui/time.tsx";
import { ReportLines, writingAddress } from "./newsroom-pages.tsx";
import { newsroomWords, stepInWords } from "./newsroom-words.ts";
import { Missing } from "./reactions-page.tsx";
import { ReportForm } from "./report-form.tsx";

interface WritingProps {
  readonly data: NewsroomReportPage;
  readonly frame: Frame;
}

/** A report as it is written: its form, and beside it how far it is. */
export function ReportWriting({ data, frame: { language } }: WritingProps) {
  const t = newsroomWords(language);
  const { report, competition } = data;
  return (
    <div class="newsroom">
      <PageHead
        language={language}
        way={[
          { href: "/newsroom", words: t("newsroom.title") },
          {
            href: `/newsroom/${competition.id}`,
            words: <Words text={competition.title} language={language} />,
          },
        ]}
        title={
          <span lang={report.language} dir="auto">
            {report.headline}
          </span>
        }
        details={<Words text={data.moment.title} language={language} />}
      />
      {data.refusal === null ? null : (
        <p class="refused" role="alert">
          {refusalSentence(data.refusal, language)}
        </p>
      )}
      {data.refusal?.code === "report-moved-on" ? <Theirs data={data} language={language} /> : null}
      <div class="with-aside">
        <ReportForm data={data} language={language} />
        <aside class="at-hand" aria-label={t("newsroom.when")}>
          <State data={data} language={language} />
          <Quotes data={data} language={language} />
          <Translations data={data} language={language} />
          <Steps data={data} language={language} />
        </aside>
      </div>
    </div>
  );
}

interface PartProps {
  readonly data: NewsroomReportPage;
  readonly language: Language;
}

/** The text of whoever was first, beside which the other's stands in the form. */
function Theirs({ data: { report, competition }, language }: PartProps) {
  const t = newsroomWords(language);
  return (
    <section aria-labelledby="theirs">
      <h2 id="theirs">{t("newsroom.theirs")}</h2>
      <div class="newsroom-theirs" lang={report.language}>
        <p class="quiet" lang={language}>
          <Changed report={report} zone={competition.zone} language={language} />
        </p>
        <p dir="auto">
          <b>{report.headline}</b>
        </p>
        {report.paragraphs.map((paragraph, index) => (
          <p key={index} dir="auto">
            {paragraph}
          </p>
        ))}
      </div>
    </section>
  );
}

interface ChangedProps {
  readonly report: WrittenReport;
  readonly zone: string;
  readonly language: Language;
}

function Changed({ report, zone, language }: ChangedProps) {
  if (report.changedMs === null) return null;
  return (
    <>
      <span dir="auto">{report.changedBy ?? newsroomWords(language)("newsroom.podium")}</span>{" "}
      <Time ms={report.changedMs} zone={zone} language={language} form="short" />
    </>
  );
}

function State({ data: { report, competition, moment }, language }: PartProps) {
  const t = newsroomWords(language);
  return (
    <section>
      <h2>{t(`newsroom.state.${report.state}`)}</h2>
      {report.state === "embargoed" && report.embargoMs !== null ? (
        <p>
          <Time ms={report.embargoMs} zone={competition.zone} language={language} form="full" />
        </p>
      ) : null}
      <p class="quiet">
        <Changed report={report} zone={competition.zone} language={language} />
      </p>
      {moment.isOpen ? null : <p class="quiet">{t("newsroom.moment.prepared")}</p>}
      {report.state === "published" && moment.isOpen ? (
        <p>
          <a href={`/moments/${moment.id}/reports/${report.id.slice(moment.id.length + 1)}`}>
            {t("newsroom.as-published")}
          </a>
        </p>
      ) : null}
      {report.state === "published" ? (
        <Withdrawal report={report} competition={competition.id} language={language} />
      ) : null}
    </section>
  );
}

interface WithdrawalProps {
  readonly report: WrittenReport;
  readonly competition: string;
  readonly language: Language;
}

function Withdrawal({ report, competition, language }: WithdrawalProps) {
  const t = newsroomWords(language);
  return (
    <details>
      <summary>{t("newsroom.withdraw")}</summary>
      <form method="post" action={`${writingAddress(competition, report.id)}/withdrawal`}>
        <input type="hidden" name="version" value={report.version} />
        <InputField
          name="reason"
          words={t("newsroom.reason")}
          help={t("newsroom.withdraw.says")}
          value=""
          maxLength={300}
          isRequired
        />
        <p class="buttons">
          <button class="quiet">{t("newsroom.withdraw")}</button>
        </p>
      </form>
    </details>
  );
}

/** What the public is quoted with in the report: each is one press away from being kept as a reaction. */
function Quotes({ data: { quotes, report, moment, competition }, language }: PartProps) {
  const t = newsroomWords(language);
  if (quotes.length === 0) return null;
  const code = report.id.slice(moment.id.length + 1);
  return (
    <section>
      <h2>{t("newsroom.quotes")}</h2>
      <ul class="newsroom-quotes">
        {quotes.map(({ at, words, platform, author, missing }) => (
          <li key={at}>
            <blockquote lang={report.language} dir="auto">
              {words}
            </blockquote>
            <p class="quiet" dir="auto">
              {[author, platform].filter((part) => part !== null).join(", ")}
            </p>
            <Missing missing={missing} language={language} />
            <p>
              <a
                class="button quiet"
                href={`/newsroom/${competition.id}/${moment.id}/reactions?report=${code}&quote=${at}#field-words`}
              >
                {t("newsroom.quote.keep")}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Translations({ data: { report, competition, translations }, language }: PartProps) {
  const t = newsroomWords(language);
  const taken = new Set([report.language, ...translations.map((each) => each.language)]);
  const open = LANGUAGES.filter((each) => !taken.has(each));
  return (
    <section>
      <h2>{t("newsroom.translations")}</h2>
      <ReportLines reports={translations} competition={competition} language={language} />
      {open.length === 0 ? null : (
        <form method="post" action={`${writingAddress(competition.id, report.id)}/translations`}>
          <SelectField
            name="language"
            id="translation"
            words={t("newsroom.language")}
            chosen=""
            options={open.map((each) => [each, nameOfLanguage(each)] as const)}
          />
          <p class="buttons">
            <button class="quiet">{t("newsroom.translate")}</button>
          </p>
        </form>
      )}
    </section>
  );
}

function Steps({ data: { steps, competition }, language }: PartProps) {
  const t = newsroomWords(language);
  return (
    <section>
      <h2>{t("newsroom.steps")}</h2>
      <ol>
        {steps.map((step) => (
          <li key={`${step.step} ${step.atMs}`}>
            {stepInWords(step.step, language)}{" "}
            <span class="quiet" dir="auto">
              {step.who ?? t("newsroom.podium")}{" "}
              <Time ms={step.atMs} zone={competition.zone} language={language} form="short" />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
