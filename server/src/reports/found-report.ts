import { isRefused, refuse, type Refusal } from "@podium/engine";
import { EXCERPT_LENGTH_MAX, PARAGRAPH_LENGTH_MAX } from "@podium/protocol";
import type { FetchedPage } from "../fetcher/fetcher.ts";
import { articleBeside } from "./article-thread.ts";
import type { FoundArticle } from "./article.ts";
import { datelineOf } from "./dateline.ts";
import { paragraphsOf } from "./paragraphs.ts";
import type { ReportBeginning } from "./writing.ts";

/** The article on a fetched page. Refuses `address-no-text`. */
export async function articleOn(page: FetchedPage): Promise<FoundArticle | Refusal> {
  const article = page.type === "text/plain" ? plainArticle(page.text) : await articleBeside(page.text, page.address);
  if (article === null || isRefused(article)) return article ?? noText();
  return article.headline === null || article.paragraphs.length === 0 ? noText() : article;
}

function noText(): Refusal {
  return refuse("address-no-text", "No article was found on this page. Paste its text instead.");
}

function plainArticle(text: string): FoundArticle | Refusal {
  const lines = paragraphsOf(text);
  if (isRefused(lines)) return lines;
  const [headline = null, ...rest] = lines;
  return { ...NOTHING_TOLD, headline: headline?.slice(0, 200) ?? null, ...datelineOf(rest) };
}

const NOTHING_TOLD = {
  byline: null,
  publisher: null,
  date: null,
  language: null,
  licence: null,
  canonical: null,
} as const;

/** A text that was pasted, with its dateline and credit read off; the whole source of a page is read as a page. */
export async function pastedBeginning(text: string): Promise<Pick<ReportBeginning, "text" | "origin"> | Refusal> {
  const article = WHOLE_PAGE.test(text) ? await articleBeside(text, null) : null;
  if (article !== null && article.paragraphs.length > 0)
    return { text: article.paragraphs.join("\n\n"), origin: originOf(article) };
  const paragraphs = paragraphsOf(text);
  if (isRefused(paragraphs)) return paragraphs;
  const { paragraphs: words, ...dateline } = datelineOf(paragraphs);
  return { text: words.join("\n\n"), origin: dateline };
}

const WHOLE_PAGE = /<(?:html|body|article)[\s>]/i;

/** How a report begins that was found at an address: an excerpt of it, unless it is `isWhole` ours. */
export function foundBeginning(
  article: FoundArticle,
  { found, isWhole, language }: { readonly found: string; readonly isWhole: boolean; readonly language: string },
): ReportBeginning {
  const source = article.publisher ?? new URL(found).hostname;
  return {
    headline: article.headline ?? source,
    language: article.language ?? language,
    text: (isWhole ? article.paragraphs : excerptOf(article.paragraphs)).join("\n\n"),
    credit: article.agency ?? source,
    source,
    origin: { ...originOf(article), url: article.canonical ?? found, isExcerpt: !isWhole },
  };
}

function originOf(article: FoundArticle): NonNullable<ReportBeginning["origin"]> {
  const { place, agency, byline, syndicatedFrom, date, licence, canonical } = article;
  return { place, agency, byline, syndicatedFrom, date, licence, url: canonical };
}

const SENTENCE_END = /[.!?。！？]["”’』」）)]?(?= |$)|[。！？]/gu;

/** As many paragraphs as an excerpt may have; of the first that is too long for it, its first sentences. */
export function excerptOf(paragraphs: readonly string[]): string[] {
  const excerpt: string[] = [];
  let room = EXCERPT_LENGTH_MAX;
  for (const paragraph of paragraphs) {
    if (paragraph.length + 1 > room) {
      const sentences = cutAtSentence(paragraph, Math.min(room - 1, PARAGRAPH_LENGTH_MAX));
      return sentences === "" && excerpt.length > 0
        ? excerpt
        : [...excerpt, sentences || `${paragraph.slice(0, room - 2)}…`];
    }
    excerpt.push(paragraph);
    room -= paragraph.length + 1;
  }
  return excerpt;
}

function cutAtSentence(paragraph: string, most: number): string {
  const ends = [...paragraph.slice(0, Math.max(0, most)).matchAll(SENTENCE_END)].map(
    (end) => end.index + end[0].length,
  );
  return paragraph.slice(0, ends.at(-1) ?? 0);
}
