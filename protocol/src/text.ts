import { z } from "zod";
import type { Text } from "./languages.ts";

export type { Language, Text } from "./languages.ts";

const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "A language tag looks like en, ko or zh-Hant.");

/** A plain string counts as English. */
export const text = z.union([
  z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .transform((en): Text => ({ en })),
  z
    .record(languageTag, z.string().trim().min(1).max(2000))
    .refine((words) => Object.keys(words).length > 0, "At least one language."),
]);

export { languageTag };
