import type { Doubt, KnownPerson } from "@podium/engine";
import { z } from "zod";
import type { CompetitionView } from "./competitions.ts";
import type { RefusalShown } from "./desk.ts";
import type { EventPart } from "./format.ts";
import type { Text } from "./languages.ts";

const wall = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "A time such as 2026-03-14T18:00.");
const words = z.string().trim().min(1).max(100);
const remark = z.string().trim().max(500).optional();
const code = z.string().max(60);
const id = z.string().min(1).max(60);

/**
 * On which terms people may enter themselves: until when, on the clock of the competition, and of each event that is open
 * (`open-CODE`) the fee as text (`fee-CODE`) and how many are taken (`limit-CODE`).
 */
export const entryTermsForm = z.object({ closes: wall, remark }).catchall(z.string().trim().max(200));
export type EntryTermsForm = z.infer<typeof entryTermsForm>;

/** Somebody asks to be entered; in doubles with a partner, or looking for one. */
export const applicationForm = z.strictObject({
  event: code,
  family: words,
  given: words.optional(),
  association: words.optional(),
  partner: words.optional(),
  partnerWanted: z.literal("yes").optional(),
  remark,
});
export type ApplicationForm = z.infer<typeof applicationForm>;

/** Somebody takes back what they asked for. */
export const applicationWithdrawalForm = z.strictObject({ application: id });

/** What becomes of it: `person` is who is meant where somebody is known here by this name. Who is declined is told why. */
export const applicationDecisionForm = z.strictObject({
  application: id,
  decision: z.enum(["enter", "reserve", "decline"]),
  person: z.string().max(60).optional(),
  reason: z.string().trim().max(500).optional(),
});
export type ApplicationDecisionForm = z.infer<typeof applicationDecisionForm>;

/** What became of somebody's wish to be entered. */
type ApplicationState = "waiting" | "entered" | "reserve" | "declined" | "withdrawn";

export interface ApplicationView {
  readonly id: string;
  /** The code of the event. */
  readonly event: string;
  /** Family name first. */
  readonly name: string;
  readonly association: string | null;
  /** Null in singles, and in doubles where one is wanted. */
  readonly partner: string | null;
  readonly remark: string | null;
  readonly atMs: number;
  readonly state: ApplicationState;
  /** Why it was declined. */
  readonly reason: string | null;
  /** The place on the reserve list, from 1. */
  readonly reserve: number | null;
}

/** An event for which people may enter themselves. */
export interface OpenEventView {
  readonly code: string;
  readonly title: Text;
  readonly kind: EventPart["kind"];
  readonly fee: string | null;
  readonly limit: number | null;
  readonly entered: readonly { readonly name: string; readonly association: string | null }[];
  /** Who looks for a partner, with consent: it is what they asked for. */
  readonly lookingForPartner: readonly { readonly name: string; readonly association: string | null }[];
  readonly waiting: number;
  readonly reserve: number;
}

export interface EntryTermsView {
  readonly closesAtMs: number;
  readonly isOpen: boolean;
  readonly remark: string | null;
  readonly events: readonly OpenEventView[];
}

/** The competition as it is announced. */
type About = Omit<CompetitionView, "invented">;

/** Where people enter themselves. */
export interface EnterPage {
  readonly competition: About;
  readonly terms: EntryTermsView;
  /** What the reader asked for; empty for who is not signed in. */
  readonly mine: readonly ApplicationView[];
  readonly entered: Readonly<Record<string, string>>;
  readonly refusal: RefusalShown | null;
}

/** The competitions that people may enter now, the one that closes first first. */
export interface EnterListPage {
  readonly competitions: readonly (About & { readonly closesAtMs: number })[];
}

/** An application that waits for the organiser, with what is doubtful about it. */
export interface ApplicationToDecide extends ApplicationView {
  readonly doubts: readonly Doubt[];
  readonly candidates: readonly KnownPerson[];
}
