import type { Refusal } from "@podium/engine";
import { z } from "zod";
import type { PlayerView } from "./entries.ts";
import { id } from "./format-fields.ts";
import { EQUIPMENT_KINDS } from "./format-incidents.ts";
import { equipmentForm, type EquipmentView } from "./incidents.ts";
import type { Text } from "./text.ts";

/** What a member asks about the page of a player: to hold it, as the player themselves, or a correction of what it says. */
export const PAGE_REQUEST_KINDS = ["hold", "correction"] as const;
type PageRequestKind = (typeof PAGE_REQUEST_KINDS)[number];

/** How staff decide; what was granted to somebody who holds a page can be ended later. */
export const PAGE_REQUEST_DECISIONS = ["granted", "refused", "ended"] as const;
type PageRequestState = "open" | (typeof PAGE_REQUEST_DECISIONS)[number];

export const pageRequestForm = z.object({
  kind: z.enum(PAGE_REQUEST_KINDS, "It is hold or correction."),
  words: z.string("Say what is asked.").trim().min(3, "Say what is asked.").max(2000, "At most 2,000 characters."),
  reach: z.string("Say how you can be reached.").trim().min(3, "Say how you can be reached.").max(200),
});
export type PageRequestForm = z.infer<typeof pageRequestForm>;

export const pageRequestDecisionForm = z.object({
  decision: z.enum(PAGE_REQUEST_DECISIONS, "It is granted, refused or ended."),
  answer: z.string("Say why.").trim().min(3, "Say why.").max(1000, "At most 1,000 characters."),
});
export type PageRequestDecision = z.infer<typeof pageRequestDecisionForm>;

/** What somebody who holds a page declares to play with in a competition. */
export const ownEquipmentForm = equipmentForm
  .omit({ player: true })
  .extend({ competition: id, kind: z.enum(EQUIPMENT_KINDS, `It is one of ${EQUIPMENT_KINDS.join(", ")}.`) });

/** A request as its author and the staff see it: nobody else does. */
export interface PageRequestView {
  readonly id: string;
  readonly kind: PageRequestKind;
  readonly player: PlayerView;
  readonly words: string;
  readonly reach: string;
  readonly atMs: number;
  readonly state: PageRequestState;
  readonly answer: string | null;
  readonly answeredMs: number | null;
}

/** Where a member asks about the page of a player, and reads the answers. */
export interface PlayerRequestsPage {
  readonly player: PlayerView;
  /** Whether somebody holds the page, and whether that is who looks at it. */
  readonly isHeld: boolean;
  readonly isHeldByViewer: boolean;
  readonly requests: readonly PageRequestView[];
  /** For who holds it: the competitions in which equipment can be declared, and what was. */
  readonly competitions: readonly { readonly id: string; readonly title: Text }[];
  readonly equipment: readonly (EquipmentView & { readonly competition: string })[];
  readonly refusal: Refusal | null;
  readonly entered: Readonly<Record<string, string>>;
}

/** Requests about pages of players for those who answer them: what waits first. */
export interface PageRequestsPage {
  readonly requests: readonly (PageRequestView & { readonly by: string | null; readonly isHeldByAnother: boolean })[];
  readonly refusal: Refusal | null;
}
