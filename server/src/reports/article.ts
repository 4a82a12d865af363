import { createRequire } from "node:module";
import { Readability } from "@mozilla/readability";
import { DomUtils, parseDocument } from "htmlparser2";
import type { AnyNode, Document } from "domhandler";
import { metadataOf, type ArticleMetadata } from "./article-metadata.ts";
import { datelineOf } from "./dateline.ts";
import { htmlText } from "./html-text.ts";

/** An article as a page has it. */
export interface FoundArticle extends ArticleMetadata {
  readonly place: string | null;
  readonly agency: string | null;
  readonly paragraphs: readonly string[];
}

/** The parser that comes with Readability, without types: as much of a document as Readability asks of one. */
const JSDOMParser: new () => { parse(markup: string): ConstructorParameters<typeof Readability>[0] } = createRequire(
  import.meta.url,
)("@mozilla/readability/JSDOMParser.js");

const TAGS_MAX = 40_000;
const DEPTH_MAX = 500;
/** Of a page that has less than this in one place, everything that is in paragraphs is taken. */
const ARTICLE_LENGTH_MIN = 200;
const SILENT: ReadonlySet<string> = new Set(
  "script style template noscript iframe object svg form head title h1 figcaption".split(" "),
);

/**
 * The article on a page of HTML: what stands around it (menus, what others read, comments) is left out. Null where there is
 * none, or so much markup that nobody wrote it. `address` is where the page was found.
 */
export function articleOf(html: string, address: string | null): FoundArticle | null {
  if (html.split("<", TAGS_MAX + 1).length > TAGS_MAX) return null;
  const page = parseDocument(html);
  if (depthOf(page) > DEPTH_MAX) return null;
  const metadata = metadataOf(page, address);
  const dateline = datelineOf(paragraphsIn(bodyIn(page)));
  const { place, agency, paragraphs } = dateline;
  return {
    ...metadata,
    place,
    agency,
    paragraphs,
    byline: (metadata.byline ?? dateline.byline)?.replace(/^by\s+/i, "") ?? null,
    syndicatedFrom: metadata.syndicatedFrom ?? dateline.syndicatedFrom,
  };
}

/** How deep elements are nested, found level by level: a walk that goes down itself would not come back. */
function depthOf(page: Document): number {
  let depth = 0;
  for (let level: AnyNode[] = page.children; level.length > 0; depth += 1)
    level = level.flatMap((node) => ("children" in node ? node.children : []));
  return depth;
}

function bodyIn(page: Document): string {
  withoutSilent(page);
  const [body] = DomUtils.getElementsByTagName("body", page, true, 1);
  const inside = (body?.children ?? page.children).map((node) => written(node)).join("");
  const document = new JSDOMParser().parse(`<html><head></head><body>${inside}</body></html>`);
  const read = new Readability(document, { disableJSONLD: true, charThreshold: ARTICLE_LENGTH_MIN }).parse();
  return read?.content ?? inside;
}

/** Its parser knows well-formed markup alone; that of the page has made it so. */
function written(node: AnyNode): string {
  return DomUtils.getOuterHTML(node, { xmlMode: true, decodeEntities: true });
}

function withoutSilent(page: Document): void {
  const silent = DomUtils.find(
    (node) => node.type === "comment" || node.type === "directive" || ("name" in node && SILENT.has(String(node.name))),
    page,
    true,
    TAGS_MAX,
  );
  for (const node of silent) DomUtils.removeElement(node);
}

function paragraphsIn(html: string): string[] {
  return htmlText(html.replaceAll(/\s+/g, " "))
    .split("\n\n")
    .map((line) => line.replaceAll(/\s+/g, " ").trim())
    .filter((line) => line !== "");
}
