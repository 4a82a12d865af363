import { type Frame, type Language, localeOf } from "@podium/protocol";
import { renderToString } from "preact-render-to-string";
import { Footer, Header } from "./frame.tsx";
import { safeJson } from "./json.ts";
import { canonical, dataAddress, inOtherLanguage, otherLanguages } from "./links.ts";
import { noticeSentence, shared } from "./shared-words.ts";

/** What a page says of itself to browsers, search engines and those who share it. */
export interface Head {
  readonly title: string;
  readonly description?: string | undefined;
  /** The one address of what stands elsewhere too. */
  readonly canonical?: string | undefined;
  /** Of a text: when it was published and last changed, as ISO 8601. */
  readonly published?: string | undefined;
  readonly modified?: string | undefined;
  /** The picture of it for those who share it: its address here, and its size. */
  readonly image?: { readonly src: string; readonly width: number; readonly height: number } | undefined;
  /** schema.org data. */
  readonly data?: Readonly<Record<string, unknown>> | undefined;
  /** Built scripts of the page by their source name. */
  readonly scripts?: readonly string[] | undefined;
  /** "bare" has nothing around the page; "wide" uses the whole width. */
  readonly layout?: "text" | "wide" | "bare" | undefined;
  /** Not for search engines: the desk, accounts, refusals. */
  readonly hidden?: boolean | undefined;
}

interface DocumentProps {
  readonly head: Head;
  readonly frame: Frame;
  /** What stands on the page, as HTML that was rendered before. */
  readonly content: string;
}

/** The whole HTML document around a page. */
export function Document({ head, frame, content }: DocumentProps) {
  const layout = head.layout ?? "text";
  return (
    <html lang={frame.language}>
      <HeadElement head={head} frame={frame} layout={layout} />
      <body class={layout}>
        {layout === "bare" ? null : <Header frame={frame} />}
        <main id="content" tabIndex={-1} dangerouslySetInnerHTML={{ __html: noticeHtml(frame) + content }} />
        {layout === "bare" ? null : <Footer frame={frame} hasData={!head.hidden} />}
        {layout === "bare" ? null : <div id={PAGE_END} hidden />}
      </body>
    </html>
  );
}

/** The three steps in the tab of the browser, inside the page, so that nobody asks for a file that is not there. */
const ICON = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -6 28 28" fill="#124a8c"><path d="M0 7h8v9H0zM8 0h8v16H8zM16 10h8v6h-8z"/></svg>')}`;

/** The faces that every page needs from its first line on. */
const FACES = [
  "barlow-latin-400-normal.woff2",
  "barlow-latin-700-normal.woff2",
  "barlow-condensed-latin-600-normal.woff2",
];

/** The last element of a page: one that holds others is there for the browser before they are. */
const PAGE_END = "page-end";

/** A page is painted when its content is whole: half a bracket would have wider columns, half a menu another place. */
const WHOLE_CONTENT = { rel: "expect", href: `#${PAGE_END}`, blocking: "render" };

function HeadElement({ head, frame, layout }: Pick<DocumentProps, "head" | "frame"> & { readonly layout: string }) {
  const style = frame.assets["podium.css"];
  const faces = FACES.flatMap((name) => frame.assets[name] ?? []);
  const scripts = (head.scripts ?? []).flatMap((name) => frame.assets[name] ?? []);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
      <meta name="color-scheme" content="light dark" />
      <meta name="podium-live" content={String(frame.liveSince)} />
      <meta name="theme-color" content="#fbfaf6" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#101216" media="(prefers-color-scheme: dark)" />
      <title>{pageTitle(head.title, frame.language)}</title>
      <link rel="icon" type="image/svg+xml" href={ICON} />
      {layout === "bare" ? null : <link {...WHOLE_CONTENT} />}
      {faces.map((href) => (
        <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" key={href} />
      ))}
      {style === undefined ? null : <link rel="stylesheet" href={style} />}
      {scripts.map((src) => (
        <script type="module" src={src} key={src} />
      ))}
      {head.hidden ? <meta name="robots" content="noindex" /> : <Addresses head={head} frame={frame} />}
      <Sharing head={head} frame={frame} />
      {head.data ? (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: safeJson(head.data) }} />
      ) : null}
    </head>
  );
}

function Addresses({ head, frame }: Pick<DocumentProps, "head" | "frame">) {
  return (
    <>
      <link rel="canonical" href={head.canonical ?? canonical(frame)} />
      {otherLanguages(frame.language).map((language) => (
        <link
          key={language}
          rel="alternate"
          hreflang={language}
          href={frame.origin + inOtherLanguage(frame.path, language)}
        />
      ))}
      <link rel="alternate" type="application/json" href={dataAddress(frame.path)} />
      {head.image === undefined ? null : (
        <link
          rel="alternate"
          type="application/json+oembed"
          href={`${frame.origin}/oembed?url=${encodeURIComponent(canonical(frame))}`}
        />
      )}
    </>
  );
}

function Sharing({ head, frame }: Pick<DocumentProps, "head" | "frame">) {
  return (
    <>
      {head.description === undefined ? null : <meta name="description" content={head.description} />}
      <meta property="og:title" content={head.title} />
      {head.description === undefined ? null : <meta property="og:description" content={head.description} />}
      <meta property="og:type" content="article" />
      {head.published === undefined ? null : <meta property="article:published_time" content={head.published} />}
      {head.modified === undefined ? null : <meta property="article:modified_time" content={head.modified} />}
      <meta property="og:url" content={canonical(frame)} />
      <meta property="og:site_name" content={shared(frame.language)("ui.podium")} />
      <meta property="og:locale" content={localeOf(frame.language).replace("-", "_")} />
      {head.image === undefined ? null : (
        <>
          <meta property="og:image" content={frame.origin + head.image.src} />
          <meta property="og:image:width" content={String(head.image.width)} />
          <meta property="og:image:height" content={String(head.image.height)} />
        </>
      )}
      <meta name="twitter:card" content={head.image === undefined ? "summary" : "summary_large_image"} />
    </>
  );
}

/** What was just done, as the first sentence of the page. */
function noticeHtml(frame: Frame): string {
  const sentence = frame.notice ? noticeSentence(frame.notice, frame.language) : null;
  return sentence === null
    ? ""
    : renderToString(
        <p class="notice" role="status">
          {sentence}
        </p>,
      );
}

function pageTitle(title: string, language: Language): string {
  const site = shared(language)("ui.podium");
  return title === site ? site : `${title} · ${site}`;
}
