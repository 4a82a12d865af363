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
/**
 * A time zone, such as Europe/Paris, by any of its names: the list of the runtime has one name of each, which for India
 * and Ukraine is the former one.
 */
export const zone = z.string().max(60).refine(isZone, "A time zone such as Europe/Paris.");

function isZone(name: string): boolean {
  if (name !== "UTC" && !/^[A-Z][A-Za-z_]+\/[A-Z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

export const medal = z.enum(["gold", "silver", "bronze"]);
