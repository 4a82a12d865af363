import { z } from "zod";
import type { Language } from "./text.ts";

/** How often a member is written to about what they are told: at once, once a day, once a week, or never. */
export const MAIL_RHYTHMS = ["each", "daily", "weekly", "never"] as const;
export type MailRhythm = (typeof MAIL_RHYTHMS)[number];

export const mailRhythmForm = z.strictObject({ rhythm: z.enum(MAIL_RHYTHMS, "Choose how often you are written to.") });
export const forgottenForm = z.strictObject({ email: z.email().max(200) });
export const resetForm = z.strictObject({ token: z.string().max(400), password: z.string().max(1000) });
export const mailTokenForm = z.strictObject({ token: z.string().max(400) });

/** `confirm`: is this address yours. `known`: somebody opened an account with an address that has one. `reset`: a new password. `told`: what somebody was told. */
export type LetterKind = "confirm" | "known" | "reset" | "told";

/** What is written to a member. */
export interface MailLetter {
  readonly kind: LetterKind;
  readonly language: Language;
  readonly name: string;
  readonly link: string;
  readonly unsubscribe: string | null;
  /** What they are told of. */
  readonly told: readonly {
    readonly kind: string;
    readonly by: string | null;
    /** Of a call. */
    readonly table: string | null;
    /** Of how many comments. */
    readonly count: number;
    readonly words: string;
    readonly href: string;
  }[];
}

/** A letter in words, as plain text and as HTML. */
export type RenderLetter = (letter: MailLetter) => {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** A page reached from a letter, or on the way to one. `done`: what was asked for is done. */
export interface MailPage {
  readonly step: "forgotten" | "reset" | "confirm" | "unsubscribe";
  readonly token: string;
  readonly isSetUp: boolean;
  readonly isDone: boolean;
  readonly refusal: { readonly code: string; readonly message: string } | null;
}
