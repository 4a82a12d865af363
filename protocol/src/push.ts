import { z } from "zod";
import type { Language } from "./text.ts";

/** What a browser gives so that a message reaches it: the fields of a PushSubscription as JSON. */
export const deviceForm = z.object({
  endpoint: z.url({ protocol: /^https$/ }).max(1_000),
  keys: z.object({
    /** A point of P-256, and what authenticates: RFC 8291, 2. */
    p256dh: z.string().regex(/^[\w-]{87}=?$/),
    auth: z.string().regex(/^[\w-]{22}(?:==)?$/),
  }),
});

/** A device that is shown nothing any more: by its name here, or by the address that its browser knows. */
export const deviceRemovalForm = z.strictObject({
  device: z.string().max(100).optional(),
  endpoint: z.string().max(1_000).optional(),
});

/** A device of a member. `at`: by whose service it is reached. */
export interface DeviceView {
  readonly id: string;
  readonly at: string;
  readonly sinceMs: number;
}

/** What a device shows of something that somebody was told. */
export interface PushedWords {
  readonly title: string;
  readonly body: string;
  /** The path to read more. */
  readonly href: string;
  /** The same for the same: shown once. */
  readonly tag: string;
}

/** Something that somebody was told, before it stands in words. */
export interface PushedTold {
  readonly kind: string;
  readonly by: string | null;
  /** Of a call. */
  readonly table: string | null;
  readonly words: string;
  readonly count: number;
  readonly decision: string | number | null;
}

/** Says it in the language of a device. */
export type RenderPush = (told: PushedTold, language: Language) => Pick<PushedWords, "title" | "body">;
