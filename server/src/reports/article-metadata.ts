import { DomUtils } from "htmlparser2";
import type { Document, Element } from "domhandler";
import { htmlText } from "./html-text.ts";

/** What a page tells programs about the article on it. Anything may be missing, and nothing is believed but as words. */
export interface ArticleMetadata {
  readonly headline: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly syndicatedFrom: string | null;
  /** YYYY-MM-DD. */
  readonly date: string | null;
  readonly language: string | null;
  readonly licence: string | null;
  /** The address under which the page itself wants to be known. */
  readonly canonical: string | null;
}

type Json = Readonly<Record<string, unknown>>;

const ARTICLE = /(?:Article|BlogPosting|Report)$/;
const LENGTH_MAX = 200;
const ADDRESS_LENGTH_MAX = 1_000;
const LINKED_DATA_LENGTH_MAX = 200_000;

/** Reads JSON-LD first, then Open Graph and its kin, then the page itself. `address` is where it was found. */
export function metadataOf(page: Document, address: string | null): ArticleMetadata {
  const data = articleData(page);
  const meta = metaValues(page);
  const named = (...names: readonly string[]) =>
    names.map((name) => meta.get(name)).find((value) => value !== undefined);
  return {
    headline: words(
      data["headline"],
      named("og:title", "twitter:title", "dc.title"),
      textIn(page, "h1"),
      textIn(page, "title"),
    ),
    byline: words(
      namesOf(data["author"] ?? data["creator"]),
      withoutAddress(named("author", "article:author", "dc.creator")),
    ),
    publisher: words(namesOf(data["publisher"]), named("og:site_name", "application-name")),
    syndicatedFrom: words(namesOf(data["sourceOrganization"] ?? data["provider"])),
    date: dateOf(data["datePublished"], named("article:published_time", "dc.date", "date", "pubdate")),
    language: languageOf(data["inLanguage"], rootLanguage(page), named("og:locale", "content-language")),
    licence: words(data["license"], linkOf(page, "license"), named("dc.rights", "copyright")),
    canonical: webAddressOf(linkOf(page, "canonical") ?? named("og:url") ?? text(data["url"]), address),
  };
}

function articleData(page: Document): Json {
  const scripts = DomUtils.getElementsByTagName("script", page, true).filter(
    ({ attribs }) => attribs["type"]?.toLowerCase() === "application/ld+json",
  );
  const nodes = scripts.flatMap((script) => nodesIn(DomUtils.textContent(script)));
  return (
    nodes.find((node) => [node["@type"]].flat().some((type) => typeof type === "string" && ARTICLE.test(type))) ?? {}
  );
}

function nodesIn(json: string): Json[] {
  if (json.length > LINKED_DATA_LENGTH_MAX) return [];
  try {
    const parsed: unknown = JSON.parse(json);
    const nodes = [parsed].flat().filter(isJson);
    return nodes.flatMap((node) => [node, ...[node["@graph"]].flat().filter(isJson)]);
  } catch {
    return [];
  }
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function metaValues(page: Document): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { attribs } of DomUtils.getElementsByTagName("meta", page, true)) {
    const name = (attribs["property"] ?? attribs["name"] ?? attribs["http-equiv"] ?? "").toLowerCase();
    const value = attribs["content"]?.trim() ?? "";
    if (name !== "" && value !== "" && !values.has(name)) values.set(name, value);
  }
  return values;
}

function linkOf(page: Document, rel: string): string | undefined {
  const links = [
    ...DomUtils.getElementsByTagName("link", page, true),
    ...DomUtils.getElementsByTagName("a", page, true),
  ];
  return links.find(({ attribs }) => (attribs["rel"] ?? "").toLowerCase().split(" ").includes(rel))?.attribs["href"];
}

function textIn(page: Document, name: string): string | undefined {
  const [element] = DomUtils.getElementsByTagName(name, page, true, 1);
  return element === undefined ? undefined : DomUtils.textContent(element);
}

function rootLanguage(page: Document): string | undefined {
  const [root]: Element[] = DomUtils.getElementsByTagName("html", page, true, 1);
  return root?.attribs["lang"] ?? root?.attribs["xml:lang"];
}

/** A name, those of people or organisations, or a list of either. */
function namesOf(value: unknown): string | undefined {
  const names = [value].flat().map((each) => text(isJson(each) ? each["name"] : each));
  return names.filter((name) => name !== undefined).join(", ") || undefined;
}

/** Open Graph has the address of a profile where others have a name. */
function withoutAddress(value: string | undefined): string | undefined {
  return value === undefined || value.includes("://") ? undefined : value;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** The first that says anything, as one line of what a field takes. */
function words(...values: readonly unknown[]): string | null {
  const line = values.map(text).find((value) => value !== undefined);
  return line === undefined ? null : htmlText(line).replaceAll(/\s+/g, " ").trim().slice(0, LENGTH_MAX).trim() || null;
}

function dateOf(...values: readonly unknown[]): string | null {
  const date = values
    .map((value) => /^\d{4}-\d\d-\d\d/.exec(text(value) ?? "")?.[0])
    .find((each) => each !== undefined);
  return date !== undefined && !Number.isNaN(Date.parse(date)) ? date : null;
}

function languageOf(...values: readonly unknown[]): string | null {
  const tags = values.map((value) => canonicalTag(text(value)));
  return tags.find((tag) => tag !== null) ?? null;
}

function canonicalTag(tag: string | undefined): string | null {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag?.trim().replaceAll("_", "-"));
    return canonical ?? null;
  } catch {
    return null;
  }
}

function webAddressOf(href: string | undefined, base: string | null): string | null {
  const url = href === undefined ? null : URL.parse(href, base ?? undefined);
  const isOfWeb = url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
  return isOfWeb && url.href.length <= ADDRESS_LENGTH_MAX ? url.href : null;
}
