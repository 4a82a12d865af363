import { isRefused, refuse, type Refusal } from "@podium/engine";
import { htmlText } from "../../reports/html-text.ts";
import { PLAIN_COMMENT, type SourceComment, type SourceState, type SourceThread } from "./source-thread.ts";
import { childrenOf, readXml, textOf, type Element } from "./xml.ts";

const NAMESPACE = /^https?:\/\/wordpress\.org\/export\/[\d.]+\/?$/;

/** The threads of a WordPress export: every item that has comments. Codes: `not-wxr` and those of the XML. */
export function readWxr(text: string): SourceThread[] | Refusal {
  const root = readXml(text);
  if (isRefused(root)) return root;
  const channel = root.name === "rss" ? childrenOf(root, "channel")[0] : undefined;
  if (channel === undefined) return refuse("not-wxr", "This is no WordPress export: it has no channel.");
  const prefix = prefixOf(root);
  const site = textOf(channel, `${prefix}base_blog_url`) || textOf(channel, "link") || "wordpress";
  return childrenOf(channel, "item")
    .filter((item) => childrenOf(item, `${prefix}comment`).length > 0)
    .map((item, index) => threadOf(item, { prefix, site, index }));
}

/** The prefix under which this file writes the names of WordPress. */
function prefixOf(root: Element): string {
  const [declared] = Object.entries(root.attributes).filter(
    ([name, value]) => name.startsWith("xmlns:") && NAMESPACE.test(value),
  );
  return `${declared?.[0].slice("xmlns:".length) ?? "wp"}:`;
}

interface Place {
  readonly prefix: string;
  readonly site: string;
  readonly index: number;
}

function threadOf(item: Element, { prefix, site, index }: Place): SourceThread {
  const key = textOf(item, `${prefix}post_id`) || textOf(item, "guid") || textOf(item, "link") || String(index);
  return {
    key: `wxr ${site} ${key}`,
    site: `wxr ${site}`,
    title: htmlText(textOf(item, "title")) || null,
    postedBy: textOf(item, "dc:creator") || null,
    text: null,
    atMs: timeOf(textOf(item, `${prefix}post_date_gmt`)) ?? timeOf(textOf(item, "pubDate")),
    claimed: null,
    comments: childrenOf(item, `${prefix}comment`).map((comment, number) => commentOf(comment, prefix, number)),
    more: [],
    ignored: [],
  };
}

function commentOf(comment: Element, prefix: string, number: number): SourceComment {
  const field = (name: string): string => textOf(comment, `${prefix}comment_${name}`);
  const parent = field("parent");
  return {
    ...PLAIN_COMMENT,
    id: field("id") || `n${number}`,
    parent: parent === "" || parent === "0" ? null : parent,
    author: field("author_email") || field("author") || null,
    atMs: timeOf(field("date_gmt")) ?? timeOf(field("date")),
    body: htmlText(field("content")),
    state: stateOf(field("approved")),
  };
}

function stateOf(approved: string): SourceState {
  if (approved === "spam") return "spam";
  if (approved === "trash" || approved === "post-trashed") return "removed";
  return approved === "0" ? "not-approved" : "shown";
}

/** `2014-01-14 17:31:03` in UTC, or a date of RFC 822; WordPress writes zeros where it does not know. */
function timeOf(text: string): number | null {
  const sql = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text);
  const ms = Date.parse(sql ? `${text.replace(" ", "T")}Z` : text);
  return Number.isFinite(ms) && ms > 0 ? ms : null;
}
