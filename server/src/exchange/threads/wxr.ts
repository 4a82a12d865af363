import { isRefused, refuse, type Refusal } from "@podium/engine";
import { htmlText } from "../../reports/html-text.ts";
import { PLAIN_COMMENT, type SourceComment, type SourceState, type SourceThread } from "./source-thread.ts";
import { sourceTime } from "./source-time.ts";
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
    atMs: sourceTime(textOf(item, `${prefix}post_date_gmt`)) ?? sourceTime(textOf(item, "pubDate")),
    claimed: null,
    comments: childrenOf(item, `${prefix}comment`).map((comment, number) => commentOf(comment, prefix, number)),
    more: [],
    open: { open: true, closed: false }[textOf(item, `${prefix}comment_status`)] ?? null,
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
    atMs: sourceTime(field("date_gmt")) ?? sourceTime(field("date")),
    body: htmlText(field("content")),
    state: stateOf(field("approved"), field("type")),
  };
}

/** What is written under a text for its readers. Plugins keep other things as comments: orders, logs, notes of editors. */
const PUBLIC_TYPES: ReadonlySet<string> = new Set(["", "comment", "pingback", "trackback", "review"]);
const STATES: Readonly<Record<string, SourceState>> = {
  spam: "spam",
  trash: "removed",
  "post-trashed": "removed",
  "0": "not-approved",
  hold: "not-approved",
  unapproved: "not-approved",
};

function stateOf(approved: string, type: string): SourceState {
  const state = STATES[approved.toLowerCase()] ?? "shown";
  return state === "shown" && !PUBLIC_TYPES.has(type.toLowerCase()) ? "not-public" : state;
}
