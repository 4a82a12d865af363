import type { Frame, Language, NewsroomEvent, NewsroomHomePage, NewsroomPage, ReportLine } from "@podium/protocol";
import { inLanguage } from "@podium/protocol";
import { Field } from "../ui/field.tsx";
import { InputField, SelectField } from "../ui/fields.tsx";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { refusalSentence } from "../ui/shared-words.ts";
import { Time } from "../ui/time.tsx";
import { daysInWords } from "../ui/times.ts";
import { languageInWords, newsroomWords } from "./newsroom-words.ts";

interface HomeProps {
  readonly data: NewsroomHomePage;
  readonly frame: Frame;
}

/** The competitions for which the viewer writes. */
export function NewsroomHome({ data, frame: { language } }: HomeProps) {
  const t = newsroomWords(language);
  return (
    <>
      <PageHead language={language} way={[]} title={t("newsroom.title")} details={t("newsroom.says")} />
      {data.competitions.length === 0 ? <p>{t("newsroom.none")}</p> : null}
      <ul class="desk-competitions">
        {data.competitions.map((competition) => (
          <li key={competition.id}>
            <a href={`/newsroom/${competition.id}`}>
              <Words text={competition.title} language={language} />
            </a>
            <span class="quiet">{daysInWords(competition.from, competition.to, language)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface NewsroomProps {
  readonly data: NewsroomPage;
  readonly frame: Frame;
}

/** The reports of a competition, event by event, and where another begins. */
export function Newsroom({ data, frame: { language } }: NewsroomProps) {
  const t = newsroomWords(language);
  return (
    <div class="newsroom">
      <PageHead
        language={language}
        way={[{ href: "/newsroom", words: t("newsroom.title") }]}
        title={<Words text={data.competition.title} language={language} />}
        details={t("newsroom.says")}
      />
      {data.refusal === null ? null : (
        <p class="refused" role="alert">
          {refusalSentence(data.refusal, language)}
        </p>
      )}
      {data.events.map((event) => (
        <EventReports key={event.code} event={event} data={data} language={language} />
      ))}
      <Beginning data={data} language={language} />
    </div>
  );
}

interface EventReportsProps {
  readonly event: NewsroomEvent;
  readonly data: NewsroomPage;
  readonly language: Language;
}

function EventReports({ event, data, language }: EventReportsProps) {
  const t = newsroomWords(language);
  const { moment } = event;
  return (
    <section>
      <h2>
        <Words text={event.title} language={language} />
      </h2>
      {moment?.isOpen ? (
        <p>
          <a href={`/moments/${moment.id}`}>{t("newsroom.moment")}</a>
        </p>
      ) : (
        <p class="quiet">{t("newsroom.moment.prepared")}</p>
      )}
      {moment === null ? null : (
        <p>
          <a href={`/newsroom/${data.competition.id}/${moment.id}/reactions`}>{t("newsroom.reactions")}</a>
        </p>
      )}
      {event.reports.length === 0 ? <p>{t("newsroom.no-reports")}</p> : null}
      <ReportLines reports={event.reports} competition={data.competition} language={language} />
    </section>
  );
}

interface ReportLinesProps {
  readonly reports: readonly ReportLine[];
  readonly competition: NewsroomPage["competition"];
  readonly language: Language;
}

/** Reports with how far each is. */
export function ReportLines({ reports, competition: { id: competition, zone }, language }: ReportLinesProps) {
  const t = newsroomWords(language);
  if (reports.length === 0) return null;
  return (
    <ul class="newsroom-reports">
      {reports.map((report) => (
        <li key={report.id}>
          <a href={writingAddress(competition, report.id)} lang={report.language} dir="auto">
            {report.headline}
          </a>
          <span class="state">{t(`newsroom.state.${report.state}`)}</span>
          <span class="quiet">{languageInWords(report.language)}</span>
          {report.state === "embargoed" && report.embargoMs !== null ? (
            <span class="quiet">
              <Time ms={report.embargoMs} zone={zone} language={language} form="short" />
            </span>
          ) : null}
          {report.changedMs === null ? null : (
            <span class="quiet" dir="auto">
              {report.changedBy ?? t("newsroom.podium")}{" "}
              <Time ms={report.changedMs} zone={zone} language={language} form="short" />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Where a report is written: its id is `moment/report`. */
export function writingAddress(competition: string, report: string): string {
  const [moment, code] = report.split("/");
  return `/newsroom/${competition}/${moment}/reports/${code}`;
}

function Beginning({ data, language }: { readonly data: NewsroomPage; readonly language: Language }) {
  const t = newsroomWords(language);
  const { entered } = data;
  return (
    <section>
      <h2>{t("newsroom.begin")}</h2>
      <form method="post" action={`/newsroom/${data.competition.id}/reports`}>
        <SelectField
          name="event"
          words={t("newsroom.event")}
          chosen={entered["event"] ?? ""}
          options={data.events.map(({ code, title }) => [code, inLanguage(title, language)] as const)}
        />
        <InputField name="headline" words={t("newsroom.headline")} value={entered["headline"] ?? ""} isRequired />
        <InputField
          name="language"
          words={t("newsroom.language")}
          help={t("newsroom.language.help")}
          value={entered["language"] ?? language}
          isRequired
        />
        <Field name="text" words={t("newsroom.text")} help={t("newsroom.text.help")}>
          <textarea id="field-text" name="text" rows={8} dir="auto" aria-describedby="help-text">
            {entered["text"] ?? ""}
          </textarea>
        </Field>
        <p class="buttons">
          <button>{t("newsroom.begin.do")}</button>
        </p>
      </form>
    </section>
  );
}
