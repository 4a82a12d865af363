import type { Refusal } from "@podium/engine";
import { z } from "zod";
import type { CommentView } from "./conversation.ts";
import { languageTag, type Text } from "./text.ts";

/** A member's translation of a comment. */
export const translationForm = z.strictObject({
  language: languageTag,
  body: z.string().max(10_000, { abort: true }).trim().min(1),
});
export type TranslationForm = z.infer<typeof translationForm>;

/** What the translation service of the installation is asked for. */
export const servedForm = z.strictObject({ language: languageTag });

/** A translation of a comment, as readers see it. */
export interface TranslationView {
  readonly id: string;
  /** BCP 47. */
  readonly language: string;
  /** Whose it is: a member's, or that of a service. */
  readonly by: "member" | "service";
  readonly name: string;
  /** By somebody who has left without their name: pages say so in the reader's language, in place of the name. */
  readonly left?: true;
  readonly atMs: number;
  readonly body: string;
  /** Null where there are only paragraphs. */
  readonly html: string | null;
  readonly state: "standing" | "held" | "removed";
  readonly removal: { readonly reason: string; readonly by: string } | null;
  /** Of words that stood there before an edit. */
  readonly isOld: boolean;
  readonly mine: boolean;
  readonly mayFlag: boolean;
  readonly mayRemove: boolean;
}

/** A comment in another language: the original, the translation that is shown for it, and all others. */
export interface TranslationsPage {
  readonly title: Text;
  readonly comment: CommentView;
  /** The language that it is read in. */
  readonly to: string;
  readonly shown: TranslationView | null;
  readonly others: readonly TranslationView[];
  /** The name of the service that can be asked for one; null where there is none. */
  readonly service: string | null;
  readonly may: "write" | "sign-in";
  readonly draft: (TranslationForm & { readonly refusal: Pick<Refusal, "code" | "message"> }) | null;
  /** Why the service translated nothing. */
  readonly unserved: Pick<Refusal, "code" | "message" | "detail"> | null;
}
