import type { CeremonyAward, CeremonyPhase, CeremonyStep, Refusal } from "@podium/engine";
import { z } from "zod";
import type { CompetitionView, MedalRow } from "./competitions.ts";
import type { EntryView } from "./entries.ts";
import type { Text } from "./text.ts";

/** What the desk does with a ceremony: the next step, or back by one. `version` is the one that was seen; 0 before it is prepared. */
export const ceremonyForm = z.object({
  number: z.coerce.number().int().min(1).max(100),
  version: z.coerce.number().int().min(0),
  step: z.enum([
    "prepared",
    "called",
    "on-podium",
    "absent",
    "presenters",
    "medal",
    "music",
    "photo",
    "over",
    "take-back",
  ]),
  /** At `prepared`: it was held before, and nobody noted when which step was. */
  past: z.literal("yes").optional(),
  entry: z.string().max(60).optional(),
  /** Who gives the medals, one a line. */
  presenters: z.string().max(1000).optional(),
  piece: z.string().trim().min(1).max(200).optional(),
});
export type CeremonyForm = z.infer<typeof ceremonyForm>;

/** A ceremony as everybody may see it. */
export interface CeremonyView {
  readonly number: number;
  readonly version: number;
  readonly phase: CeremonyPhase;
  /** In the order in which they are given: bronze first. */
  readonly awards: readonly (MedalRow & { readonly state: CeremonyAward["state"] })[];
  readonly steps: readonly CeremonyStepView[];
}

export interface CeremonyStepView {
  readonly step: CeremonyStep["step"];
  /** Null where nobody has told when. */
  readonly atMs: number | null;
  /** Who was absent, or was given a medal. */
  readonly award: MedalRow | null;
  readonly presenters: readonly string[];
  readonly piece: string | null;
}

/** Where a ceremony is steered. */
export interface DeskCeremonyPage {
  readonly competition: CompetitionView;
  readonly event: { readonly id: string; readonly title: Text };
  /** Null until the medals are decided. */
  readonly moment: string | null;
  /** The oldest first. */
  readonly ceremonies: readonly CeremonyView[];
  /** What may come next in the last of them. */
  readonly next: readonly CeremonyStep["step"][];
  /** Entries to whom a medal may be given next. */
  readonly receivers: readonly EntryView[];
  /** Medals that are still to be given, and those to be handed back after a correction. */
  readonly due: readonly MedalRow[];
  readonly back: readonly MedalRow[];
  readonly refusal: Refusal | null;
  readonly entered: Readonly<Record<string, string>>;
}
