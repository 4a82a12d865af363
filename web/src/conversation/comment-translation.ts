import type { TranslationsPage, TranslationView } from "@podium/protocol";
import { escapeHtml } from "@podium/protocol";
import { authorName, wordsHtml } from "./comment-html.ts";
import type { TranslateConversation } from "./conversation-words.ts";

/** The translator that some browsers have (Translator API): what it is given stays on the device. */
interface BrowserTranslator {
  availability(pair: LanguagePair): Promise<"unavailable" | "downloadable" | "downloading" | "available">;
  create(
    pair: LanguagePair & { readonly signal: AbortSignal },
  ): Promise<{ translate(text: string): Promise<string>; destroy?(): void }>;
}

interface LanguagePair {
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
}

/** Words in the language of the reader, and whose they are: a member's or a service's, or those of the browser. */
export type TranslatedWords = Pick<TranslationView, "body" | "html" | "language" | "name" | "left"> & {
  readonly by: TranslationView["by"] | "browser";
};

/** Where to ask: the browser's own translator, where it has one, and the network. */
export interface TranslationSources {
  readonly browser: BrowserTranslator | undefined;
  readonly fetch: typeof fetch;
  /** How long the browser may take, which may have to fetch a language first, in ms. */
  readonly patienceMs: number;
}

const BROWSER_PATIENCE_MS = 8_000;

/** What this browser has. */
export function sourcesHere(): TranslationSources {
  const browser = Reflect.get(globalThis, "Translator") as BrowserTranslator | undefined;
  return { browser, fetch: (...asked) => fetch(...asked), patienceMs: BROWSER_PATIENCE_MS };
}

/**
 * The translation of a comment, by the address of its page: what a member wrote first, then what the browser makes of the
 * words without sending them anywhere, then the service of the installation. Null where none of them has one.
 */
export async function translatedComment(address: string, sources: TranslationSources): Promise<TranslatedWords | null> {
  const { fetch: ask } = sources;
  try {
    const [page = "", query = ""] = address.split("?", 2);
    const headers = { accept: "application/json" };
    const answer = await ask(`${page}.json?${query}`, { headers });
    if (!answer.ok) return null;
    // Our own server answers in the shape that it promises.
    const known = (await answer.json()) as TranslationsPage;
    if (known.shown?.by === "member") return known.shown;
    const own = await byBrowser(sources, known);
    if (own !== null || known.shown !== null) return own ?? known.shown;
    if (known.service === null) return null;
    const served = await ask(`${page}/service`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({ language: known.to }),
    });
    return served.ok ? ((await served.json()) as { readonly translation: TranslationView }).translation : null;
  } catch {
    return null;
  }
}

async function byBrowser(
  { browser, patienceMs }: TranslationSources,
  { comment, to }: TranslationsPage,
): Promise<TranslatedWords | null> {
  if (browser === undefined || comment.language === null) return null;
  const pair = { sourceLanguage: comment.language, targetLanguage: to };
  try {
    if ((await browser.availability(pair)) === "unavailable") return null;
    const signal = AbortSignal.timeout(patienceMs);
    const translator = await orGivenUp(browser.create({ ...pair, signal }), signal);
    const body = await orGivenUp(translator.translate(comment.body), signal);
    translator.destroy?.();
    return body.trim() === "" ? null : { body, html: null, language: to, name: "", by: "browser" };
  } catch {
    return null;
  }
}

interface Telling {
  readonly t: TranslateConversation;
  readonly announce: (words: string) => void;
}

/** Puts the translation in the place of the words; where there is none, the link leads to the page on which it is written. */
export async function showTranslation(link: HTMLAnchorElement, { t, announce }: Telling): Promise<void> {
  const article = link.closest("article");
  const words = article?.querySelector<HTMLElement>(":scope > .comment-words");
  if (!article || !words) return;
  if (article.querySelector(":scope > .comment-translation") === null) {
    announce(t("conversation.translating"));
    link.setAttribute("aria-busy", "true");
    const translated = await translatedComment(link.href, sourcesHere());
    link.removeAttribute("aria-busy");
    if (translated === null) return location.assign(link.href);
    words.insertAdjacentHTML("afterend", translationHtml(translated, t));
  }
  showEither(article, { isOriginal: false });
  announce(article.querySelector<HTMLElement>(":scope > .comment-translation")?.innerText ?? "");
}

/** Shows the words as they were written; the translation is kept for the next touch. */
export function showOriginal(button: HTMLElement): void {
  const article = button.closest("article");
  if (article === null) return;
  showEither(article, { isOriginal: true });
  article.querySelector<HTMLElement>("a[data-translate]")?.focus();
}

function showEither(article: Element, { isOriginal }: { readonly isOriginal: boolean }): void {
  const words = article.querySelector<HTMLElement>(":scope > .comment-words");
  const translation = article.querySelector<HTMLElement>(":scope > .comment-translation");
  if (words) words.hidden = !isOriginal;
  if (translation) translation.hidden = isOriginal;
  const link = article.querySelector<HTMLElement>("a[data-translate]");
  if (link) link.hidden = !isOriginal;
}

/** Not every browser that has a translator stops when it is told to. */
function orGivenUp<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const over = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("it took too long")));
  });
  return Promise.race([work, over]);
}

/** The translation, to stand in the place of the words, with whose it is and the way back to the original. */
export function translationHtml(translated: TranslatedWords, t: TranslateConversation): string {
  const whose =
    translated.by === "browser"
      ? t("conversation.translated-by-browser")
      : t("conversation.translated-by", { name: authorName({ author: translated }, t) });
  return `<div class="comment-translation">${wordsHtml(translated)}<p class="quiet"><bdi>${escapeHtml(whose)}</bdi> · <button type="button" class="plain" data-original>${escapeHtml(t("conversation.original"))}</button></p></div>`;
}
