import type { Language, RecordNote, ReportView } from "@podium/protocol";
import { dayInWords } from "../ui/times.ts";
import { momentWords } from "./moments-words.ts";
import { ReportText } from "./report-text.tsx";
import { Notes, TurnedMark } from "./record-notes.tsx";

interface ReportsProps {
  readonly reports: readonly ReportView[];
  /** What they say that the record contradicts, and the zone of the competition. */
  readonly notes: readonly RecordNote[];
  readonly zone: string;
  readonly language: Language;
}

/** Reports as a list of headlines, those in the reader's language first, with their source; the text opens beneath where its licence lets us keep it. */
export function Reports({ reports, notes, zone, language }: ReportsProps) {
  if (reports.length === 0) return null;
  const readable = [...reports].sort((a, b) => Number(b.language === language) - Number(a.language === language));
  return (
    <section class="reports">
      <h2>{momentWords(language)("moments.reports")}</h2>
      <ul>
        {readable.map((report) => (
          <li key={report.id}>
            <Report
              report={report}
              notes={notes.filter(({ about }) => about === report.id)}
              zone={zone}
              language={language}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where a report is read: its id is `moment/report`. */
export function reportAddress(id: string): string {
  const [moment, code] = id.split("/");
  return `/moments/${moment}/reports/${code}`;
}

/** Where and by which agency it was written, as it stands before the first word: `PARIS (AFP) — `. */
export function datelineOf({ dateline, agency }: Pick<ReportView, "dateline" | "agency">): string {
  const inBrackets = agency === null ? "" : `(${agency})`;
  const words = [dateline ?? "", inBrackets].filter((part) => part !== "").join(" ");
  return words === "" ? "" : `${words} — `;
}

interface ReportProps {
  readonly report: ReportView;
  readonly language: Language;
}

/** Who wrote and published a report, when, and where it stands. */
export function ReportOrigin({ report, language }: ReportProps) {
  const t = momentWords(language);
  const { credit, source, syndicatedFrom } = report;
  return (
    <p class="facts quiet">
      {report.byline === null ? null : <span dir="auto">{t("moments.byline", { name: report.byline })}</span>}
      <span dir="auto">{credit}</span>
      {source === credit ? null : <span dir="auto">{source}</span>}
      {syndicatedFrom === null ? null : <span dir="auto">{t("moments.syndicated", { name: syndicatedFrom })}</span>}
      {report.date === null ? null : <time dateTime={report.date}>{dayInWords(report.date, language)}</time>}
      {report.url === null ? null : (
        <a href={report.url} rel="noopener nofollow">
          {t("moments.at-source")}
        </a>
      )}
    </p>
  );
}

function Report({ report, notes, zone, language }: ReportProps & Omit<ReportsProps, "reports">) {
  const text = { language: report.language, zone };
  return (
    <article>
      <h3 lang={report.language} dir="auto">
        <a href={reportAddress(report.id)}>{report.headline}</a>
      </h3>
      <ReportOrigin report={report} language={language} />
      <TurnedMark notes={notes} text={text} language={language} />
      <Paragraphs report={report} language={language} />
      <Notes notes={notes} text={text} language={language} />
    </article>
  );
}

function Paragraphs({ report, language }: ReportProps) {
  const [first, ...rest] = report.paragraphs;
  if (first === undefined) return null;
  return (
    <div lang={report.language}>
      <ReportText paragraphs={[first]} dateline={datelineOf(report)} heading="h4" />
      {rest.length === 0 ? null : (
        <details>
          <summary lang={language}>{momentWords(language)("moments.whole-report")}</summary>
          <ReportText paragraphs={rest} dateline="" heading="h4" />
        </details>
      )}
    </div>
  );
}
