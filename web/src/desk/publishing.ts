import type { DeskMatch } from "@podium/protocol";

/** Where the forms of a desk go: its path, and the query that carries its filter. */
export interface DeskAddress {
  readonly path: string;
  readonly query: string;
}

/** The form that publishes what is ticked; the boxes stand in the rows, outside of it. */
export const PUBLISH_FORM = "publish-ticked";

/** Whether a match has a result that is not official yet, that no fork puts in doubt, and that the reader may make so. */
export function mayPublish({ row, published, leftToOthers, forks }: DeskMatch): boolean {
  const isOver = row.status === "over" && row.outcome?.undecided !== true;
  return isOver && !published && !leftToOthers && forks.length === 0;
}
