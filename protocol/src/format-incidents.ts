import { z } from "zod";
import { date, id, instant, webAddress, words } from "./format-fields.ts";
import { languageTag } from "./text.ts";

export const INCIDENT_KINDS = ["incident", "statement"] as const;
export const EQUIPMENT_KINDS = ["racket", "rubber-forehand", "rubber-backhand", "other"] as const;

export const incidentLine = z.string().trim().min(1).max(300);
export const matchOfCompetition = z
  .string()
  .regex(/^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/, "EVENT/MATCH, such as xd/final.");
/** A territory of ISO 3166-1, or 001 for the whole world. */
const territory = z.string().regex(/^([A-Z]{2}|001)$/, "Two capitals as in ISO 3166-1, such as KR, or 001 for all.");

/** What happened beside the play, or what somebody stated about it, as a file tells it. */
export const incidentPart = z.strictObject({
  id,
  kind: z.enum(INCIDENT_KINDS).optional(),
  at: instant.optional(),
  words: incidentLine,
  language: languageTag,
  /** What it hangs on: a match as EVENT/MATCH, a player, an equipment item of this file. */
  match: matchOfCompetition.optional(),
  player: id.optional(),
  equipment: id.optional(),
  /** Whose statement it is, or who saw it; a statement needs it. */
  source: words.optional(),
  url: webAddress.optional(),
  /** Noted by the umpire on the chair. */
  chair: z.literal(true).optional(),
});
export type IncidentPart = z.infer<typeof incidentPart>;

/** What a player has declared to play with. */
export const equipmentPart = z.strictObject({ id, player: id, kind: z.enum(EQUIPMENT_KINDS), name: words });
export type EquipmentPart = z.infer<typeof equipmentPart>;

/** Where something is or was shown. */
export const broadcastPart = z.strictObject({
  id,
  /** Code of the event; left out for the whole competition. */
  event: id.optional(),
  territory,
  language: languageTag,
  name: words,
  url: webAddress.optional(),
  /** The days in which it is to be seen; left open where nobody told. */
  from: date.optional(),
  until: date.optional(),
});
export type BroadcastPart = z.infer<typeof broadcastPart>;
