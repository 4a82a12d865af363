import type { CommentSort } from "./order.ts";
import { numberKey, siblingKey } from "./order.ts";

/** Deeper exchanges are read on a page of their own, under "continue". Counted from the top of a page. */
export const DEEPEST_ON_A_PAGE = 8;
/** The deepest a reply can stand: keeps a path short enough to be an index key. */
export const DEEPEST_REPLY = 200;

const NUMBER_WIDTH = numberKey(0).length;

/** What the order of a thread depends on, and nothing more. */
export interface CommentNode {
  readonly id: string;
  readonly parent: string | null;
  /** In the order of posting, from 1. */
  readonly number: number;
  readonly up: number;
  readonly down: number;
}

interface TreeComment<Node extends CommentNode> {
  readonly comment: Node;
  /** Replies deep, from 0 at the top of the page. */
  readonly depth: number;
  /** Whether it has replies that stand too deep for this page. */
  readonly continues: boolean;
}

/**
 * A comment's path: the numbers of its ancestors and its own, each of fixed width. In byte order a comment
 * stands before its replies, and everything below a comment begins with its path.
 */
export function commentPath(parentPath: string, number: number): string {
  return parentPath + numberKey(number);
}

/** Replies deep, from 0. */
export function pathDepth(path: string): number {
  return path.length / NUMBER_WIDTH - 1;
}

/** The paths of a comment's ancestors, the topmost first; without its own. */
export function ancestorPaths(path: string): readonly string[] {
  return Array.from({ length: pathDepth(path) }, (_, depth) => path.slice(0, (depth + 1) * NUMBER_WIDTH));
}

/**
 * A thread in reading order: every comment before its replies, siblings as sorted. What became of a comment
 * plays no part: one that is removed or deleted keeps its place, so that its replies keep theirs.
 */
export function readingOrder<Node extends CommentNode>(
  comments: readonly Node[],
  sort: CommentSort,
  deepest: number = DEEPEST_ON_A_PAGE,
): readonly TreeComment<Node>[] {
  const replies = repliesByParent(comments, sort);
  const placed: TreeComment<Node>[] = [];
  const waiting = (replies.get(null) ?? []).map((comment) => ({ comment, depth: 0 })).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const below = replies.get(next.comment.id) ?? [];
    const continues = next.depth === deepest && below.length > 0;
    placed.push({ ...next, continues });
    if (!continues) for (const comment of below.toReversed()) waiting.push({ comment, depth: next.depth + 1 });
  }
  return placed;
}

function repliesByParent<Node extends CommentNode>(
  comments: readonly Node[],
  sort: CommentSort,
): Map<string | null, Node[]> {
  const keys = new Map(comments.map((comment) => [comment.id, siblingKey(sort, comment, comment.number)]));
  const replies = new Map<string | null, Node[]>();
  for (const comment of comments) {
    const siblings = replies.get(comment.parent);
    if (siblings === undefined) replies.set(comment.parent, [comment]);
    else siblings.push(comment);
  }
  const keyOf = (comment: Node): string => keys.get(comment.id) ?? "";
  for (const siblings of replies.values()) siblings.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return replies;
}
