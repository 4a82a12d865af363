import type {
  Frame,
  Language,
  NewsroomEvent,
  NewsroomHomePage,
  NewsroomPage,
  RecordTask,
  ReportLine,
} from "@podium/protocol";
import { inLanguage } from "@podium/protocol";
import { CheckedText } from "../claims/checked-text.tsx";
import { Field } from "../ui/field.tsx";
import { InputField, SelectField } from "../ui/fields.tsx";
import { incidentsWords } from "../ui/incidents-words.ts";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { refusalSentence } from "../ui/shared-words.ts";
import { Time } from "../ui/time.tsx";
import { daysInWords } from "../ui/times.ts";
import { MomentNaming } from "./moment-naming.tsx";
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
      <p class="facts">
        <a href="#begin">{t("newsroom.begin")}</a>
        <a href="#fetch">{t("newsroom.fetch")}</a>
        <a href={`/newsroom/${data.competition.id}/broadcasts`}>{incidentsWords(language)("incidents.newsroom")}</a>
      </p>
      <Tasks data={data} language={language} />
      {data.events.map((event) => (
        <EventReports key={event.code} event={event} data={data} language={language} />
      ))}
      <Beginning data={data} language={language} />
      <Fetching data={data} language={language} />
    </div>
  );
}

/** What is published and the record contradicts: to be corrected, or answered. */
function Tasks({
  data: { tasks, competition },
  language,
}: {
  readonly data: NewsroomPage;
  readonly language: Language;
}) {
  const t = newsroomWords(language);
  if (tasks.length === 0) return null;
  return (
    <section>
      <h2>{t("newsroom.tasks")}</h2>
      <p>{t("newsroom.tasks.says")}</p>
      <ul class="newsroom-tasks">
        {tasks.map((task) => (
          <li key={task.id}>
            <Task task={task} competition={competition} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TaskProps {
  readonly task: RecordTask;
  readonly competition: NewsroomPage["competition"];
  readonly language: Language;
}

function Task({ task, competition: { id: competition, zone }, language }: TaskProps) {
  const t = newsroomWords(language);
  const moment = task.about.split("/")[0] ?? "";
  const address =
    task.kind === "report" ? writingAddress(competition, task.about) : `/newsroom/${competition}/${moment}/reactions`;
  return (
    <>
      <p lang={task.language} dir="auto">
        <b>{task.title}</b>
      </p>
      <p>
        <q lang={task.language} dir="auto">
          {task.sentence}
        </q>{" "}
        <strong>{t("newsroom.task.has", { truth: task.truth })}</strong>{" "}
        <span class="quiet" lang="en">
          {task.label}
        </span>
      </p>
      {task.turnedMs === null ? null : (
        <p class="quiet">
          {t("newsroom.task.turned")} <Time ms={task.turnedMs} zone={zone} language={language} form="short" />
        </p>
      )}
      <p>
        <a href={address}>{t("newsroom.task.open")}</a>
      </p>
      <details>
        <summary>{t("newsroom.task.answer")}</summary>
        <form method="post" action={`/newsroom/${competition}/notes/${task.id}`}>
          <InputField
            name="words"
            id={`answer-${task.id}`}
            words={t("newsroom.task.answer")}
            help={t("newsroom.task.answer.help")}
            value=""
            maxLength={500}
            isRequired
          />
          <p class="buttons">
            <button class="quiet">{t("newsroom.task.answer")}</button>
          </p>
        </form>
      </details>
    </>
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
        <>
          <p class="facts">
            <a href={`/newsroom/${data.competition.id}/${moment.id}/reactions`}>{t("newsroom.reactions")}</a>
            <a href={`/desk/events/${data.competition.id}/${event.code}/photos`}>{t("newsroom.photos")}</a>
          </p>
          <MomentNaming moment={moment} competition={data.competition.id} language={language} />
        </>
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
      <h2 id="begin">{t("newsroom.begin")}</h2>
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
          <CheckedText competition={data.competition.id} language={language}>
            <textarea id="field-text" name="text" rows={8} dir="auto" aria-describedby="help-text">
              {entered["text"] ?? ""}
            </textarea>
          </CheckedText>
        </Field>
        <p class="buttons">
          <button>{t("newsroom.begin.do")}</button>
        </p>
      </form>
    </section>
  );
}

/** A report that stands elsewhere is fetched by its address. */
function Fetching({ data, language }: { readonly data: NewsroomPage; readonly language: Language }) {
  const t = newsroomWords(language);
  const { entered } = data;
  return (
    <section>
      <h2 id="fetch">{t("newsroom.fetch")}</h2>
      <p>{t("newsroom.fetch.says")}</p>
      <form method="post" action={`/newsroom/${data.competition.id}/reports/fetched`}>
        <SelectField
          name="event"
          id="fetch-event"
          words={t("newsroom.event")}
          chosen={entered["event"] ?? ""}
          options={data.events.map(({ code, title }) => [code, inLanguage(title, language)] as const)}
        />
        <InputField
          name="address"
          type="url"
          words={t("newsroom.fetch.address")}
          value={entered["address"] ?? ""}
          maxLength={1000}
          isRequired
        />
        <SelectField
          name="whole"
          words={t("newsroom.fetch.whole")}
          chosen={entered["whole"] ?? ""}
          options={[
            ["", t("newsroom.excerpt.yes")],
            ["yes", t("newsroom.excerpt.no")],
          ]}
        />
        <p class="buttons">
          <button>{t("newsroom.fetch.do")}</button>
        </p>
      </form>
    </section>
  );
}
