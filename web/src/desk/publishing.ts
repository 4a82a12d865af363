import type { DeskMatch } from "@podium/protocol";

/** Where the forms of a desk go: its path, and the query that carries its filter. */
export interface DeskAddress {
  readonly path: string;
  readonly query: string;
}

/** The form that publishes what is ticked; the boxes stand in the rows, outside of it. */
export const PUBLISH_FORM = "publish-ticked";

/** Whether a match has a result that is not official yet, and that the reader may make so. */
export function mayPublish({ row, published, leftToOthers }: DeskMatch): boolean {
  return row.status === "over" && !published && !leftToOthers && row.outcome?.undecided !== true;
}
