import type { Refusal } from "@podium/engine";
import { z } from "zod";

/** What files of other sites may be. */
export const SOURCE_KINDS = ["wxr", "disqus", "listing", "page", "podium"] as const;

/** Beside the file: what it is, and what the conversation is about, as `moment:ID`, `match:ID` and so on. */
export const threadImportForm = z.strictObject({
  kind: z.enum(SOURCE_KINDS, "A file is wxr, disqus, listing, page or podium."),
  subject: z.string().min(3).max(260),
});

/** What came of an import: what the source claims, what was found, and what became of it. */
export interface ThreadImportView {
  readonly thread: string;
  readonly title: string | null;
  readonly postedBy: string | null;
  readonly claimed: number | null;
  readonly found: number;
  readonly imported: number;
  readonly alreadyThere: number;
  readonly deleted: number;
  readonly removed: number;
  readonly more: number;
  readonly withoutParent: number;
  readonly tooDeep: number;
  readonly withoutTime: number;
  readonly repeated: number;
  /** Lines behind the comments of a page that belong to none. */
  readonly ignored: readonly string[];
}

/** Where staff bring in the conversation of another site. */
export interface ThreadImportPage {
  readonly kind: string;
  readonly subject: string;
  readonly done: ThreadImportView | null;
  readonly refusal: Pick<Refusal, "code" | "message"> | null;
}
