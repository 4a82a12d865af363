import type { Language, ReportView } from "@podium/protocol";
import { dayInWords } from "../ui/times.ts";
import { momentWords } from "./moments-words.ts";

/** Reports as a list of headlines, those in the reader's language first, with their source; the text opens beneath where its licence lets us keep it. */
export function Reports({
  reports,
  language,
}: {
  readonly reports: readonly ReportView[];
  readonly language: Language;
}) {
  if (reports.length === 0) return null;
  const readable = [...reports].sort((a, b) => Number(b.language === language) - Number(a.language === language));
  return (
    <section class="reports">
      <h2>{momentWords(language)("moments.reports")}</h2>
      <ul>
        {readable.map((report) => (
          <li key={report.id}>
            <Report report={report} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Report({ report, language }: { readonly report: ReportView; readonly language: Language }) {
  return (
    <article>
      <h3 lang={report.language} dir="auto">
        {report.headline}
      </h3>
      <p class="facts quiet">
        <span dir="auto">{report.credit}</span>
        {report.source === report.credit ? null : <span dir="auto">{report.source}</span>}
        {report.date === null ? null : <time dateTime={report.date}>{dayInWords(report.date, language)}</time>}
        {report.url === null ? null : (
          <a href={report.url} rel="noopener nofollow">
            {momentWords(language)("moments.at-source")}
          </a>
        )}
      </p>
      <Paragraphs report={report} language={language} />
    </article>
  );
}

function Paragraphs({ report, language }: { readonly report: ReportView; readonly language: Language }) {
  const [first, ...rest] = report.paragraphs;
  if (first === undefined) return null;
  const dateline = report.dateline === null ? "" : `${report.dateline} — `;
  return (
    <div lang={report.language}>
      <p dir="auto">
        {dateline}
        {first}
      </p>
      {rest.length === 0 ? null : (
        <details>
          <summary lang={language}>{momentWords(language)("moments.whole-report")}</summary>
          {rest.map((paragraph, index) => (
            <p key={index} dir="auto">
              {paragraph}
            </p>
          ))}
        </details>
      )}
    </div>
  );
}
