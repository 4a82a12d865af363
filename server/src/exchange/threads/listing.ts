import { readJson } from "@podium/protocol";
import { refuse, type Refusal } from "@podium/engine";
import {
  PLAIN_COMMENT,
  type MoreComments,
  type SourceComment,
  type SourceState,
  type SourceThread,
} from "./source-thread.ts";

type Fields = Readonly<Record<string, unknown>>;

const GONE: Readonly<Record<string, SourceState>> = {
  "[deleted]": "deleted",
  "[deleted by user]": "deleted",
  "[removed]": "removed",
  "[removed by reddit]": "removed",
  "[ removed by reddit ]": "removed",
};
const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/**
 * A discussion listing: the post and the tree of its comments, with placeholders for those that it leaves out.
 * Code: `not-listing`.
 */
export function readListing(text: string): SourceThread[] | Refusal {
  const things = thingsIn(parse(text));
  if (things === null) return refuse("not-listing", "This is no discussion listing: a listing has data with children.");
  const post = things.find(({ kind }) => kind === "t3")?.data ?? {};
  const held: Held = { comments: [], more: [] };
  walk(
    things.filter(({ kind }) => kind !== "t3"),
    held,
  );
  const linked =
    held.comments.length === 0 ? "" : textIn(things.find(({ kind }) => kind === "t1")?.data ?? {}, "link_id");
  const id = textIn(post, "name") || textIn(post, "id") || linked;
  const site = `listing ${textIn(post, "subreddit") || "discussion"}`;
  return [
    {
      key: `listing ${id}`,
      site,
      title: unescaped(textIn(post, "title")) || null,
      postedBy: textIn(post, "author") || null,
      text: unescaped(textIn(post, "selftext")) || null,
      atMs: timeIn(post, "created_utc") ?? timeIn(post, "created"),
      claimed: typeof post["num_comments"] === "number" ? post["num_comments"] : null,
      comments: held.comments,
      more: held.more,
      open: isTold(post) ? post["locked"] !== true && post["archived"] !== true : null,
      ignored: [],
    },
  ];
}

const isTold = ({ locked, archived }: Fields): boolean => typeof locked === "boolean" || typeof archived === "boolean";

interface Thing {
  readonly kind: string;
  readonly data: Fields;
}

/** What a file holds: listings, one or several; a list of comments; or a post with them. Null of anything else. */
function thingsIn(value: unknown): readonly Thing[] | null {
  if (value === undefined || value === null || value === "") return null;
  const { json, comments, post } = fieldsOf(value) ?? {};
  if (Array.isArray(comments)) {
    const own = thingsOf(comments);
    return own && [{ kind: "t3", data: fieldsOf(post) ?? fieldsOf(value) ?? {} }, ...own];
  }
  if (!Array.isArray(value)) return thingsOf(json ?? value);
  const isOfListings = value.some((each) => isListing(each));
  const lists = isOfListings ? value.map(thingsOf) : [thingsOf(value)];
  return lists.includes(null) ? null : lists.flatMap((own) => own ?? []);
}

function isListing(value: unknown): boolean {
  const data = fieldsOf(fieldsOf(value)?.["data"]);
  return Array.isArray(data?.["children"]) || Array.isArray(data?.["things"]);
}

interface Held {
  readonly comments: SourceComment[];
  readonly more: MoreComments[];
}

/** Depth first, in the order of the file; without recursion, since a chain may be long. */
function walk(top: readonly Thing[], held: Held): void {
  const waiting = top.toReversed().map((thing) => ({ thing, parent: null as string | null }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const {
      thing: { kind, data },
      parent,
    } = next;
    if (kind === "more") held.more.push(moreOf(data, parent));
    if (kind !== "t1") continue;
    const comment = commentOf(data, parent, held.comments.length);
    held.comments.push(comment);
    const replies = thingsOf(data["replies"]) ?? [];
    for (const reply of replies.toReversed()) waiting.push({ thing: reply, parent: comment.id });
  }
}

function commentOf(data: Fields, parent: string | null, number: number): SourceComment {
  const [body, author] = [unescaped(textIn(data, "body")), textIn(data, "author")];
  const named = namedIn(data);
  const score = numberIn(data, "score") ?? numberIn(data, "ups") ?? 0;
  return {
    ...PLAIN_COMMENT,
    id: textIn(data, "id") || textIn(data, "name").replace(/^t1_/, "") || `n${number}`,
    parent: parent ?? named,
    author: author === "" || author === "[deleted]" ? null : author,
    atMs: timeIn(data, "created_utc") ?? timeIn(data, "created"),
    editedAtMs: timeIn(data, "edited"),
    body,
    state: GONE[body.trim().toLowerCase()] ?? "shown",
    up: Math.max(0, score),
    down: Math.max(0, -score),
  };
}

/** A placeholder with a count of 0 stands where the exchange goes on further down: there is one answer at least. */
function moreOf(data: Fields, parent: string | null): MoreComments {
  const ids = Array.isArray(data["children"]) ? data["children"].filter((id) => typeof id === "string") : [];
  const count = Math.max(numberIn(data, "count") ?? 0, ids.length, 1);
  return { parent: parent ?? namedIn(data), count, ids };
}

/** The comment that something says it answers; null where that is the post. */
function namedIn(data: Fields): string | null {
  return /^t1_(.+)$/.exec(textIn(data, "parent_id"))?.[1] ?? null;
}

/** The children of a listing; none for the empty text that stands for no replies; null for anything else. */
function thingsOf(listing: unknown): readonly Thing[] | null {
  if (listing === "" || listing === undefined || listing === null) return [];
  const data = fieldsOf(fieldsOf(listing)?.["data"]);
  const children = Array.isArray(listing) ? listing : (data?.["children"] ?? data?.["things"]);
  if (!Array.isArray(children)) return null;
  const things = children.map(thingOf);
  // A list is one of comments where something in it is one.
  return Array.isArray(listing) && things.every((thing) => thing === null) && things.length > 0
    ? null
    : things.filter((thing) => thing !== null);
}

/** A thing in its envelope, or a comment without one; null of anything else. */
function thingOf(child: unknown): Thing | null {
  const fields = fieldsOf(child);
  const own = fieldsOf(fields?.["data"]);
  if (own !== null) return { kind: String(fields?.["kind"]), data: own };
  return fields !== null && typeof fields["body"] === "string" ? { kind: "t1", data: fields } : null;
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function textIn(data: Fields, name: string): string {
  const value = data[name];
  return typeof value === "string" ? value : "";
}

function numberIn(data: Fields, name: string): number | null {
  const value = data[name];
  return typeof value === "number" && Number.isFinite(value) ? Math.trunc(value) : null;
}

/** Seconds; false where there is no such time. */
function timeIn(data: Fields, name: string): number | null {
  const seconds = numberIn(data, name) ?? Number(textIn(data, name) || Number.NaN);
  return seconds > 0 ? Math.trunc(seconds) * 1000 : null;
}

/** Listings write three signs as entities in plain text. */
function unescaped(text: string): string {
  return text.replaceAll(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** JSON, or one comment in each line. */
function parse(text: string): unknown {
  const plain = text.replace(/^\uFEFF/, "");
  const read = readJson(plain);
  if ("json" in read) return read.json;
  const lines = plain.split("\n").filter((line) => line.trim() !== "");
  const each = lines.map((line) => readJson(line));
  return lines.length > 1 && each.every((line) => "json" in line) ? each.map((line) => line.json) : undefined;
}
