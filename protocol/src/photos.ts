import { TAG_CHOICES, type Refusal, type TagState } from "@podium/engine";
import { z } from "zod";
import type { CompetitionView } from "./competitions.ts";
import type { PlayerView } from "./entries.ts";
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

const percent = z.preprocess(
  (value) => (value === "" ? undefined : value),
  z.coerce.number().min(0).max(100).optional(),
);

/** Who is proposed as a person in a photo: by the id of a player. */
export const photoTagsForm = z.object({ player: z.string().trim().min(1).max(120) });

/** What is said at the desk of a person in a photo; their part of it in percent of its width and height. */
export const photoTagForm = z.object({
  act: z.enum(["save", "remove", "link"], "It is save, remove or link."),
  position: z.coerce.number().int().min(1).max(200).optional(),
  left: percent,
  top: percent,
  width: percent,
  height: percent,
  consent: z.literal("yes").optional(),
});
export type PhotoTagForm = z.infer<typeof photoTagForm>;

/** What a person decides by their own link; with `take-down` they say why. */
export const tagChoiceForm = z.object({
  choice: z.enum([...TAG_CHOICES, "take-down"], "It is accept, decline, blur or take-down."),
  reason: z.string().trim().max(1000).optional(),
});

/** Why a photo is to be taken down. */
export const photoRequestForm = z.object({
  reason: z.string("Say why.").trim().min(3, "Say why.").max(1000, "At most 1,000 characters."),
});

/** How a request is answered. */
export const photoAnswerForm = z.object({
  act: z.enum(["take-down", "keep"], "It is take-down or keep."),
  answer: z.string("Say why.").trim().min(3, "Say why.").max(1000, "At most 1,000 characters."),
});

/** A part of a photo, in percent of its width and height. */
export interface PhotoRegion {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A person in a photo, as the desk sees them. */
export interface DeskPhotoTag {
  readonly id: string;
  readonly player: PlayerView;
  readonly position: number;
  readonly state: TagState;
  readonly isBlurred: boolean;
  readonly isConsentNeeded: boolean;
  readonly region: PhotoRegion | null;
  readonly hasLink: boolean;
}

/** A request to take a photo down. */
export interface PhotoRequestView {
  readonly id: string;
  readonly photo: string;
  readonly reason: string;
  /** Whether somebody in the photo asks, by their own link. */
  readonly isByPersonInIt: boolean;
  readonly atMs: number;
  readonly dueMs: number;
  readonly answer: string | null;
  readonly answeredMs: number | null;
  readonly isTakenDown: boolean;
}

/** What a person sees by their own link. */
export interface PhotoTagPage {
  readonly token: string;
  readonly title: Text;
  readonly moment: string;
  readonly zone: string;
  readonly player: PlayerView;
  readonly state: TagState;
  readonly isBlurred: boolean;
  readonly isConsentNeeded: boolean;
  /** Whether the photo can be looked at: not while its files are made anew. */
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly isShown: boolean;
  readonly isDecided: boolean;
  readonly refusal: Refusal | null;
}

/** Where anybody asks to take a photo down, and where the answer stands. */
export interface PhotoRequestPage {
  readonly title: Text;
  readonly zone: string;
  /** The photo it is about, while it stands on its page; null once a request is made. */
  readonly photo: PhotoView | null;
  readonly request: PhotoRequestView | null;
  /** What was typed, beside a refusal. */
  readonly reason: string;
  readonly refusal: Refusal | null;
}

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
  /** Which of the words are withheld, since they name somebody who declined to be named. */
  readonly withheld: readonly ("alt" | "caption" | "credit" | "licence")[];
  readonly tags: readonly DeskPhotoTag[];
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
  /** Whose link it is; null for the one by which photos are sent. */
  readonly issuedFor: PlayerView | null;
  /** What waits for an answer first. */
  readonly requests: readonly PhotoRequestView[];
  /** Players of the event who can be added. */
  readonly players: readonly PlayerView[];
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
