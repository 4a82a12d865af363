import { inLanguage, plainParagraph, type Frame, type ReportPage } from "@podium/protocol";
import { isoTime } from "../ui/times.ts";
import { reportAddress } from "./reports.tsx";

/** A report as schema.org knows it. */
export function newsArticleData({ report, competition, event }: ReportPage, frame: Frame) {
  const { corrections, publishedMs } = report;
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: report.headline,
    inLanguage: report.language,
    url: frame.origin + reportAddress(report.id),
    publisher: { "@type": "Organization", name: report.source },
    creditText: report.credit,
    ...(report.byline === null ? {} : { author: { "@type": "Person", name: report.byline } }),
    ...(report.dateline === null ? {} : { dateline: report.dateline }),
    datePublished: publishedMs === null ? (report.date ?? undefined) : isoTime(publishedMs),
    ...(corrections.length === 0 ? {} : { dateModified: isoTime(corrections.at(-1)?.atMs ?? 0) }),
    ...(report.url === null ? {} : { isBasedOn: report.url }),
    ...(report.licence === null ? {} : { usageInfo: report.licence }),
    ...(report.isExcerpt ? {} : { articleBody: report.paragraphs.map(plainParagraph).join("\n\n") }),
    correction: corrections.map(({ atMs, words }) => ({
      "@type": "CorrectionComment",
      text: words,
      datePublished: isoTime(atMs),
    })),
    workTranslation: report.translations.map(({ id, language, headline }) => ({
      "@type": "NewsArticle",
      headline,
      inLanguage: language,
      url: frame.origin + reportAddress(id),
    })),
    about: {
      "@type": "SportsEvent",
      name: `${inLanguage(competition.title, frame.language)}: ${inLanguage(event.title, frame.language)}`,
      url: `${frame.origin}/competitions/${event.id}`,
    },
  };
}
