import type { DeviceView } from "./push.ts";
import type { PersonId, Refusal } from "@podium/engine";
import { z } from "zod";
import type { MailRhythm } from "./mail.ts";
import type { CompetitionView } from "./competitions.ts";

export const ROLES = ["organiser", "referee", "editor", "moderator", "member"] as const;
export type Role = (typeof ROLES)[number];

/** What is given to a person; everybody who is signed in is a member without it. */
export const GIVEN_ROLES = ROLES.filter((role) => role !== "member");

/** Who is looking at a page. */
export interface Viewer {
  readonly id: PersonId;
  readonly name: string;
  /** What the person may be, by competition; "*" stands for all of them. */
  readonly roles: Readonly<Record<string, readonly Role[]>>;
  /** How many notifications they have not seen. */
  readonly unseen?: number;
}

export const signInForm = z.strictObject({
  email: z.email().max(200),
  password: z.string().min(1).max(200),
  next: z.string().max(300).optional(),
});
export const signUpForm = z.strictObject({
  name: z.string().trim().min(2).max(60),
  email: z.email().max(200),
  password: z.string().max(1000),
  next: z.string().max(300).optional(),
});

/** A new password in place of the present one. */
export const passwordForm = z.strictObject({ current: z.string().min(1).max(1000), password: z.string().max(1000) });

export interface SignInPage {
  readonly next: string;
  readonly refusal: Pick<Refusal, "code" | "message"> | null;
  readonly email: string;
  readonly name: string;
  readonly mode: "sign-in" | "sign-up";
  /** In demo mode: one click signs in as one of these. */
  readonly demo: readonly { readonly key: string; readonly name: string; readonly role: Role }[];
  /** What vouches for people beside Podium, by its name; null where nothing does. */
  readonly issuer: string | null;
}

export interface AccountPage {
  readonly viewer: Viewer;
  readonly email: string;
  /** Whether this Podium sends mail, whether the address is confirmed, and how often the member is written to. */
  /** The key by which browsers let this installation send to them, null where none does; and the devices of the member. */
  readonly push: { readonly key: string | null; readonly devices: readonly DeviceView[] };
  readonly mail: { readonly isSetUp: boolean; readonly isConfirmed: boolean; readonly rhythm: MailRhythm };
  /** What its owner tells the organisers who give them a role, to show that the account is theirs. */
  readonly code: string;
  /** Not who came by another service alone, until they chose one by mail. */
  readonly hasPassword: boolean;
  /** Why the password was not changed. */
  readonly refusal: Pick<Refusal, "code" | "message"> | null;
  readonly passkeys: readonly { readonly id: string; readonly name: string; readonly atMs: number }[];
}

/** What becomes of the words of who leaves; said twice, since it is not taken back. */
export const LEAVING = ["keep", "anonymous", "delete"] as const;
export const leavingForm = z.strictObject({
  choice: z.enum(LEAVING, "The words are kept, made anonymous or deleted."),
  sure: z.literal("on", "Say that you are sure: it is not taken back."),
});
export type LeavingForm = z.infer<typeof leavingForm>;

const person = z.string().min(1).max(200);

/** A role for the owner of an account, who has told the code on their own page. */
export const staffForm = z.strictObject({
  email: z.email().max(200),
  code: z.string().trim().min(1).max(40),
  role: z.enum(GIVEN_ROLES),
});
/** A role that is taken back from a person by their id, in the competition of the address. */
export const staffRemovalForm = z.strictObject({ person, role: z.enum(GIVEN_ROLES) });
/** The same from the page of all competitions: without a competition, the role that is held in all of them. */
export const anyStaffRemovalForm = z.strictObject({
  ...staffRemovalForm.shape,
  competition: z.string().min(1).max(200).optional(),
});
/** Whose sessions end: a person by their id, or by the e-mail address of the account. */
export const sessionsEndForm = z
  .strictObject({ person: person.optional(), email: z.email().max(200).optional() })
  .refine(({ person: id, email }) => (id === undefined) !== (email === undefined), {
    message: "a person or an e-mail address.",
    path: ["email"],
  });

/** A role that is offered to whoever opens the address first, and an offer that is taken back. */
export const invitationForm = z.strictObject({ role: z.enum(GIVEN_ROLES) });
export const invitationRemovalForm = z.strictObject({ invitation: z.string().min(1).max(60) });

/** An invitation that waits to be taken up. */
export interface InvitationView {
  readonly id: string;
  readonly role: Role;
  /** The name of who invites. */
  readonly inviter: string;
  readonly expiresAtMs: number;
}

/** What the invited sees before taking the invitation up. */
export interface InvitationPage {
  readonly competition: CompetitionView;
  readonly invitation: InvitationView;
  /** Where it is taken up. */
  readonly sendTo: string;
}

/** A role that somebody holds. */
export interface StaffRow {
  readonly person: string;
  readonly name: string;
  readonly role: Role;
  /** Where it is held; null for all competitions. */
  readonly competition: Pick<CompetitionView, "id" | "title"> | null;
  readonly sinceMs: number;
  /** The name of who gave it; null where whoever runs the installation did, or the demo. */
  readonly givenBy: string | null;
}

export interface StaffPage {
  /** Null on the page of all competitions. */
  readonly competition: CompetitionView | null;
  /** Of one competition, with those who hold a role in all of them; or everybody who holds one. */
  readonly staff: readonly StaffRow[];
  /** Whether the viewer runs all competitions: may take back what is held in all of them, and end sessions. */
  readonly runsAll: boolean;
  /** That wait to be taken up; none on the page of all competitions. */
  readonly invitations: readonly InvitationView[];
  /** The address of the invitation that was just made, shown once. */
  readonly invitedHref: string | null;
  readonly refusal: Refusal | null;
  /** The form that was refused, as it was typed. */
  readonly entered: Readonly<Record<string, string>>;
}
