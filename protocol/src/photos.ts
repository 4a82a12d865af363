import type { Refusal } from "@podium/engine";
import { z } from "zod";
import type { CompetitionView } from "./competitions.ts";
import type { PhotoView } from "./moments.ts";
import type { Text } from "./text.ts";

const shortText = z.string().trim().max(500).optional();

/** What is done with a photo at the desk. */
export const photoForm = z.object({
  act: z.enum(["describe", "show", "hide", "remove"], "It is describe, show, hide or remove."),
  alt: shortText,
  caption: shortText,
  credit: shortText,
  licence: shortText,
});
export type PhotoForm = z.infer<typeof photoForm>;

/** How a link for phones is opened. */
export const photoLinkForm = z.object({
  minutes: z.coerce.number().int().min(1).max(120),
  uploads: z.coerce.number().int().min(1).max(50),
  shown: z.literal("yes").optional(),
});

/** A photo at the desk: also one that readers do not see. */
export interface DeskPhoto {
  /** Its sizes where they are made; null while they wait. */
  readonly view: PhotoView | null;
  readonly id: string;
  readonly isShown: boolean;
  readonly atMs: number;
  /** Whether it came by a link. */
  readonly isByLink: boolean;
  readonly words: Pick<PhotoView, "alt" | "caption" | "credit" | "licence">;
}

export interface DeskPhotosPage {
  readonly competition: CompetitionView;
  readonly event: { readonly id: string; readonly title: Text };
  /** Null until somebody has prepared it or the medals are decided. */
  readonly moment: string | null;
  readonly photos: readonly DeskPhoto[];
  readonly link: { readonly untilMs: number; readonly uploadsLeft: number; readonly isShown: boolean } | null;
  /** The address of a link that was opened just now: it is told once. */
  readonly issued: string | null;
  readonly refusal: Refusal | null;
}

/** The page on a phone that sends a photo. */
export interface SelfiePage {
  readonly token: string;
  readonly title: Text;
  readonly uploadsLeft: number;
  readonly isSent: boolean;
  readonly refusal: Refusal | null;
}
