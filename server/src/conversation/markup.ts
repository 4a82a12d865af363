import { escapeHtml } from "@podium/protocol";
import MarkdownIt, { type Token } from "markdown-it";

/** So deep stand quotes in quotes and lists in lists; deeper ones are shown as they were typed. */
const DEEPEST = 40;

/**
 * The small Markdown of comments: emphasis, quotes, lists, links, code. What is not enabled stays as it was typed: raw
 * HTML, pictures, headings, tables, entities.
 */
const markdown = new MarkdownIt("zero", { html: false, linkify: true, breaks: true, maxNesting: DEEPEST }).enable([
  "backticks",
  "blockquote",
  "emphasis",
  "escape",
  "fence",
  "link",
  "linkify",
  "list",
  "newline",
]);
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

/** Every element that comments have, and by which kinds of tokens it is opened and closed; nothing else is written. */
const ELEMENTS: Readonly<Record<string, string>> = {
  paragraph: "p",
  blockquote: "blockquote",
  bullet_list: "ul",
  ordered_list: "ol",
  list_item: "li",
  em: "em",
  strong: "strong",
  link: "a",
};
const WITH_DIRECTION: ReadonlySet<string> = new Set(["p", "li"]);

const PLAIN: ReadonlySet<string> = new Set([
  "paragraph_open",
  "paragraph_close",
  "inline",
  "text",
  "softbreak",
  "hardbreak",
]);

const NOBODY: ReadonlyMap<string, string> = new Map();

/**
 * The words of a comment as HTML, made once when they are written; null where they have nothing but paragraphs. Every
 * element is one of the list above, and every text is escaped. Members that are named by "@" lead to their pages.
 */
export function markupOf(words: string, members: ReadonlyMap<string, string> = NOBODY): string | null {
  const tokens = markdown.parse(words, {});
  const isPlain =
    members.size === 0 &&
    tokens.every(({ type, children }) => PLAIN.has(type) && (children ?? []).every(isPlainInline));
  if (isPlain || tokens.some(({ level }) => level >= DEEPEST - 2)) return null;
  return tokens.map((token) => htmlOf(token, members)).join("");
}

/** A sign that a backslash kept plain is one character more in the words than on the page. */
const isPlainInline = ({ type, markup }: Token): boolean => PLAIN.has(type) && !markup.startsWith("\\");

function htmlOf(token: Token, members: ReadonlyMap<string, string>): string {
  const [, kind = "", end] = /^(\w+?)(?:_(open|close))?$/.exec(token.type) ?? [];
  const element = ELEMENTS[kind];
  if (element !== undefined && end !== undefined) return token.hidden ? "" : tagOf(element, token, end);
  switch (token.type) {
    case "inline":
      return inlineOf(token.children ?? [], members);
    case "softbreak":
    case "hardbreak":
      return "<br>";
    case "code_inline":
      return `<code dir="auto">${escapeHtml(token.content)}</code>`;
    case "fence":
      return `<pre dir="auto"><code>${escapeHtml(token.content)}</code></pre>`;
    default:
      return textOf(token.content, members);
  }
}

/** In a link nobody is led elsewhere. */
function inlineOf(children: readonly Token[], members: ReadonlyMap<string, string>): string {
  let links = 0;
  return children
    .map((child) => {
      if (child.type === "link_open") links += 1;
      if (child.type === "link_close") links -= 1;
      return htmlOf(child, links > 0 ? NOBODY : members);
    })
    .join("");
}

/** Text with those whom it names, the longest name first, as links to their pages. */
function textOf(text: string, members: ReadonlyMap<string, string>): string {
  const names = [...members.keys()].toSorted((one, other) => other.length - one.length);
  let html = "";
  let from = 0;
  for (let at = text.indexOf("@"); at >= 0 && names.length > 0; at = text.indexOf("@", at + 1)) {
    const name = names.find((each) => text.startsWith(each, at + 1));
    if (name === undefined || /[\p{L}\p{N}]$/u.test(text.slice(0, at))) continue;
    const link = `<a href="/members/${encodeURIComponent(members.get(name) ?? "")}">@<bdi>${escapeHtml(name)}</bdi></a>`;
    html += escapeHtml(text.slice(from, at)) + link;
    from = at + 1 + name.length;
  }
  return html + escapeHtml(text.slice(from));
}

function tagOf(element: string, token: Token, end: string): string {
  if (end === "close") return `</${element}>`;
  if (element === "a") return linkTag(String(token.attrGet("href") ?? ""));
  if (element === "ol") return listTag(token.attrGet("start"));
  return WITH_DIRECTION.has(element) ? `<${element} dir="auto">` : `<${element}>`;
}

/** A link leads to the web, or it is an anchor that leads nowhere. */
function linkTag(href: string): string {
  const address = URL.parse(href);
  if (address === null || (address.protocol !== "https:" && address.protocol !== "http:")) return "<a>";
  return `<a href="${escapeHtml(address.href)}" rel="ugc nofollow noopener">`;
}

function listTag(start: string | number | null): string {
  return start !== null && /^\d{1,9}$/.test(String(start)) ? `<ol start="${start}">` : "<ol>";
}
