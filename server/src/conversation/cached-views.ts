import { LRUCache } from "lru-cache";
import type { CommentView } from "@podium/protocol";
import type { CommentRow } from "./comment-rows.ts";

const COMMENTS_CACHED = 2_000;

interface CachedView {
  readonly row: CommentRow;
  readonly view: CommentView;
}

/**
 * The views of comments that were read last. One that stands as it stood is handed out again, the same object: what a page
 * wrote of it holds, so that one comment more in a thread costs the writing of one, and not of the whole page.
 */
export interface CachedViews {
  /** The view of a comment on a page that goes so deep, made only where the comment is another than last time. */
  of(row: CommentRow, deepest: number, make: () => CommentView): CommentView;
}

export function openCachedViews(): CachedViews {
  const cached = new LRUCache<string, CachedView>({ max: COMMENTS_CACHED });
  return {
    of(row, deepest, make) {
      const key = `${deepest} ${row.id}`;
      const known = cached.get(key);
      if (known !== undefined && isSame(known.row, row)) return known.view;
      const view = make();
      cached.set(key, { row, view });
      return view;
    },
  };
}

/** Both rows come of one question: they have the same columns, of plain values. */
function isSame(a: CommentRow, b: CommentRow): boolean {
  for (const column in a) {
    if (!Object.is(a[column as keyof CommentRow], b[column as keyof CommentRow])) return false;
  }
  return true;
}
