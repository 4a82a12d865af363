import { z } from "zod";

/** An id: small letters, digits and single hyphens. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Small letters, digits and single hyphens.")
  .max(60);
const isOfOurTimes = (written: string) => written >= "1800" && written < "2200";
const OF_OUR_TIMES = "A year from 1800 to 2199.";
/** A day, such as 2026-03-14. */
export const date = z.iso.date().refine(isOfOurTimes, OF_OUR_TIMES);
/** A time with its offset, such as 2026-03-14T18:00:00+01:00. */
export const instant = z.iso.datetime({ offset: true }).refine(isOfOurTimes, OF_OUR_TIMES);
/** A line of text. */
export const words = z.string().trim().min(1).max(200);
/** An address of the web. */
export const webAddress = z.url({ protocol: /^https?$/ }).max(1000);
/** A time zone, such as Europe/Paris. */
export const zone = z
  .string()
  .refine(
    (name) => Intl.supportedValuesOf("timeZone").includes(name) || name === "UTC",
    "A time zone such as Europe/Paris.",
  );
export const medal = z.enum(["gold", "silver", "bronze"]);
