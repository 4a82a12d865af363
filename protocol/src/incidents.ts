import { z } from "zod";
import type { PlayerView } from "./entries.ts";
import { id, webAddress, words } from "./format-fields.ts";
import {
  broadcastPart,
  equipmentPart,
  incidentLine,
  matchOfCompetition,
  type EQUIPMENT_KINDS,
  INCIDENT_KINDS,
} from "./format-incidents.ts";

const wallTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, "A day and a time, such as 2026-03-14T18:00.");

const WEEK_SECONDS = 7 * 24 * 3600;

/** One line of an umpire on the chair: it hangs on the match, and on a player in it. */
export const chairIncidentForm = z.object({
  words: incidentLine,
  player: id.optional(),
  /** What the phone calls it: sent twice under one id, it counts once. */
  id: z
    .string()
    .regex(/^[\w-]{8,64}$/, "8 to 64 letters, digits, _ and -.")
    .optional(),
  /** How long ago it was noted, where it had to wait for the network. */
  secondsAgo: z.coerce.number().int().min(0).max(WEEK_SECONDS).default(0),
});

/** The same at the desk, for all that it may hang on; the time by the clock of the competition, now where it is left out. */
export const incidentForm = z.object({
  kind: z.enum(INCIDENT_KINDS).default("incident"),
  words: incidentLine,
  at: wallTime.optional(),
  match: matchOfCompetition.optional(),
  player: id.optional(),
  equipment: id.optional(),
  source: words.optional(),
  url: webAddress.optional(),
});
export type IncidentForm = z.infer<typeof incidentForm>;
export const equipmentForm = equipmentPart.omit({ id: true }).strip();
export const broadcastForm = broadcastPart.omit({ id: true }).strip();

export interface EquipmentView {
  readonly id: string;
  readonly player: PlayerView;
  readonly kind: (typeof EQUIPMENT_KINDS)[number];
  readonly name: string;
}

/** An incident or a statement as everybody may read it, with what it hangs on. */
export interface IncidentView {
  readonly id: string;
  readonly kind: (typeof INCIDENT_KINDS)[number];
  readonly atMs: number | null;
  readonly zone: string;
  readonly words: string;
  readonly language: string;
  readonly match: string | null;
  readonly player: PlayerView | null;
  readonly equipment: Pick<EquipmentView, "kind" | "name"> | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly isOfChair: boolean;
}

export interface BroadcastView {
  readonly id: string;
  /** Null: the whole competition. */
  readonly event: string | null;
  readonly territory: string;
  readonly language: string;
  readonly name: string;
  readonly url: string | null;
  readonly from: string | null;
  readonly until: string | null;
}
