import type { Language } from "@podium/protocol";
import type en from "./en/embed.json";

export const DEFAULT_LANGUAGE = "en";

type Words = Readonly<Partial<typeof en> & Pick<typeof en, Exclude<keyof typeof en, `${string}_one`>>>;

const FILES = import.meta.glob<Words>("./*/embed.json", { eager: true, import: "default" });

/**
 * What stands around a conversation under the page of another site: these words alone, of every folder of a language, since every
 * byte counts there.
 */
export const EMBEDDED_WORDS = Object.fromEntries(
  Object.entries(FILES).map(([file, words]) => [file.split("/")[1], words]),
) as Readonly<Record<Language, Words>>;
