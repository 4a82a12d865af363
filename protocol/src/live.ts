import type { MatchState } from "@podium/engine";
import type { CommentView, CountView } from "./conversation.ts";
import type { MatchRow } from "./matches.ts";

/**
 * What an open page is told. A page subscribes with `/live?topic=...` (repeatable):
 * `match:ID`, `event:ID`, `competition:ID`, `thread:ID`, `home`. Each message is one server-sent event
 * whose name is `kind` and whose data is the JSON of the rest.
 */
export type LiveMessage =
  | { readonly kind: "match"; readonly match: MatchRow; readonly state: MatchState | null }
  | { readonly kind: "comment"; readonly thread: string; readonly comment: CommentView; readonly count: CountView }
  | { readonly kind: "count"; readonly thread: string; readonly count: CountView };
