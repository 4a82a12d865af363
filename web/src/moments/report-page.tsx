import { languageWithTag, nameOfLanguage } from "@podium/protocol";
import type { Language, ReportPage } from "@podium/protocol";
import { ConversationLine } from "../ui/conversation-line.tsx";
import { Words } from "../ui/names.tsx";
import { NextTo } from "../ui/next-to.tsx";
import { competitionStep, InventedCompetition, PageHead } from "../ui/page-head.tsx";
import { shared } from "../ui/shared-words.ts";
import { Time } from "../ui/time.tsx";
import { Decision } from "./decision.tsx";
import { momentWords } from "./moments-words.ts";
import { Photo } from "./photos.tsx";
import { Notes, TurnedMark } from "./record-notes.tsx";
import { ReadersNotes } from "./readers-notes.tsx";
import { ReportText } from "./report-text.tsx";
import { datelineOf, reportAddress, ReportOrigin } from "./reports.tsx";

interface ReportScreenProps {
  readonly data: ReportPage;
  readonly language: Language;
}

/** A report under its own address, beside the result that it is about. */
export function ReportScreen({ data, language }: ReportScreenProps) {
  const { report, competition, moment } = data;
  const t = momentWords(language);
  return (
    <article class="report-page">
      <InventedCompetition competition={competition} language={language} />
      <PageHead
        language={language}
        way={[
          competitionStep(competition, language),
          { href: `/moments/${moment.id}`, words: <Words text={moment.title} language={language} /> },
        ]}
        title={
          <span lang={report.language} dir="auto">
            {report.headline}
          </span>
        }
      />
      <div class="with-aside">
        <Decision decision={data} language={language} />
        <div>
          <ReportOrigin report={report} language={language} />
          <ReportPhoto data={data} language={language} />
          <Body data={data} language={language} />
          <ReadersNotes notes={data.readersNotes} about={{ kind: "report", id: report.id }} language={language} />
          <Corrections data={data} language={language} />
          <InOtherLanguages data={data} language={language} />
          <ConversationLine conversation={data.conversation} language={language} />
        </div>
      </div>
      <NextTo
        language={language}
        pages={[
          {
            href: `/moments/${moment.id}`,
            as: t("moments.about"),
            words: <Words text={moment.title} language={language} />,
          },
          { ...competitionStep(competition, language), as: shared(language)("ui.beside.competition") },
        ]}
      />
    </article>
  );
}

interface PartProps {
  readonly data: ReportPage;
  readonly language: Language;
}

function ReportPhoto({ data: { photo, report }, language }: PartProps) {
  if (photo === null) return null;
  const sizes = "(min-width: 44rem) 40rem, 100vw";
  return <Photo photo={photo} title={report.headline} notes={[]} isFirst sizes={sizes} language={language} />;
}

function Body({ data: { report, notes, competition }, language }: PartProps) {
  const t = momentWords(language);
  const text = { language: report.language, zone: competition.zone };
  return (
    <>
      <TurnedMark notes={notes} text={text} language={language} />
      <div class="report-text" lang={report.language}>
        <ReportText
          paragraphs={report.paragraphs}
          dateline={datelineOf(report)}
          heading="h2"
          under={(index) => (
            <Notes notes={notes.filter(({ paragraph }) => paragraph === index)} text={text} language={language} />
          )}
        />
      </div>
      <p class="facts quiet">
        {report.isExcerpt ? <span>{t("moments.excerpt")}</span> : null}
        {report.licence === null ? null : <span dir="auto">{t("moments.licence", { licence: report.licence })}</span>}
        {report.publishedMs === null ? null : (
          <Time ms={report.publishedMs} zone={competition.zone} language={language} form="full" />
        )}
      </p>
    </>
  );
}

/** What was wrong, in the order in which it was put right. */
function Corrections({ data: { report, competition }, language }: PartProps) {
  if (report.corrections.length === 0) return null;
  return (
    <section class="report-corrections" aria-labelledby="corrections">
      <h2 id="corrections">{momentWords(language)("moments.corrections")}</h2>
      <ul>
        {report.corrections.map(({ atMs, words }) => (
          <li key={atMs}>
            <Time ms={atMs} zone={competition.zone} language={language} form="full" />
            <p lang={report.language} dir="auto">
              {words}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function InOtherLanguages({ data: { report }, language }: PartProps) {
  if (report.translations.length === 0) return null;
  return (
    <section aria-labelledby="translations">
      <h2 id="translations">{momentWords(language)("moments.in-other-languages")}</h2>
      <ul>
        {report.translations.map((other) => (
          <li key={other.id}>
            <a href={reportAddress(other.id)} hreflang={other.language} lang={other.language} dir="auto">
              {nameIn(other.language)}: {other.headline}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameIn(tag: string): string {
  const known = languageWithTag(tag);
  return known === undefined ? tag : nameOfLanguage(known);
}
