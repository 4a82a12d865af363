import { isRefused, refuse, type Refusal } from "@podium/engine";
import { htmlText } from "../../reports/html-text.ts";
import { PLAIN_COMMENT, type SourceComment, type SourceState, type SourceThread } from "./source-thread.ts";
import { sourceTime } from "./source-time.ts";
import { childrenOf, readXml, textOf, type Element } from "./xml.ts";

/**
 * The threads of a Disqus export: each with its comments, and one more for every thread that comments name and the file
 * does not hold. Codes: `not-disqus` and those of the XML.
 */
export function readDisqus(text: string): SourceThread[] | Refusal {
  const root = readXml(text);
  if (isRefused(root)) return root;
  if (root.name !== "disqus")
    return refuse("not-disqus", "This is no Disqus export: its outermost element is not <disqus>.");
  const posts = new Map<string, Element[]>();
  for (const post of childrenOf(root, "post")) {
    const thread = idOf(childrenOf(post, "thread")[0]);
    const own = posts.get(thread);
    if (own === undefined) posts.set(thread, [post]);
    else own.push(post);
  }
  const known = new Map(childrenOf(root, "thread").map((thread) => [idOf(thread), thread]));
  const forum = textOf(childrenOf(root, "category")[0], "forum") || "disqus";
  return [...posts].map(([id, own]) => threadOf(known.get(id), own, { id, forum }));
}

function threadOf(
  thread: Element | undefined,
  posts: readonly Element[],
  { id, forum }: { readonly id: string; readonly forum: string },
): SourceThread {
  return {
    key: `disqus ${forum} ${id}`,
    site: `disqus ${forum}`,
    title: htmlText(textOf(thread, "title")) || null,
    postedBy: nameOf(thread),
    text: htmlText(textOf(thread, "message")) || null,
    atMs: sourceTime(textOf(thread, "createdAt")),
    claimed: null,
    comments: posts.map(commentOf),
    more: [],
    open: { true: false, false: true }[textOf(thread, "isClosed")] ?? null,
    ignored: [],
  };
}

function commentOf(post: Element, number: number): SourceComment {
  const state = stateOf(post);
  const [parent] = childrenOf(post, "parent");
  return {
    ...PLAIN_COMMENT,
    id: idOf(post) || `n${number}`,
    parent: parent === undefined ? null : idOf(parent) || null,
    author: authorOf(post),
    atMs: sourceTime(textOf(post, "createdAt")),
    body: htmlText(textOf(post, "message")),
    state,
  };
}

function stateOf(post: Element): SourceState {
  if (textOf(post, "isDeleted") === "true") return "deleted";
  if (textOf(post, "isSpam") === "true") return "spam";
  return textOf(post, "isApproved") === "false" ? "not-approved" : "shown";
}

/** A user name distinguishes people; without an account address and name together do. */
function authorOf(post: Element): string | null {
  const [author] = childrenOf(post, "author");
  const user = textOf(author, "username");
  const parts = user === "" ? [textOf(author, "email"), textOf(author, "name")] : [user];
  return parts.filter((part) => part !== "").join(" ") || null;
}

function nameOf(thread: Element | undefined): string | null {
  return thread === undefined ? null : textOf(childrenOf(thread, "author")[0], "name") || null;
}

function idOf(element: Element | undefined): string {
  const attribute = Object.entries(element?.attributes ?? {}).find(([name]) => name === "id" || name.endsWith(":id"));
  return attribute?.[1] ?? "";
}
