import { DEFAULT_LANGUAGE, type Language, languageWithTag } from "@podium/protocol";

const COOKIE = "podium-language";

/** The language the reader chose, else the first one the browser asks for that we speak, else English. */
export function languageFor(cookies: string | undefined, accepted: string | undefined): Language {
  const chosen = new RegExp(`(?:^|;\\s*)${COOKIE}=([a-z-]+)`).exec(cookies ?? "")?.[1];
  return languageWithTag(chosen) ?? preferred(accepted ?? "") ?? DEFAULT_LANGUAGE;
}

function preferred(accepted: string): Language | undefined {
  const wanted = accepted.split(",").map((part) => {
    const [tag = "", quality] = part.trim().split(/;\s*q=/);
    return { tag: tag.split("-", 1)[0]?.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
  });
  const best = wanted
    .filter((want) => want.quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .find((want) => languageWithTag(want.tag) !== undefined);
  return languageWithTag(best?.tag);
}

/** Remembers the choice for a year; a language we do not speak is not remembered. */
export function languageCookie(language: string): string[] {
  const known = languageWithTag(language);
  return known === undefined ? [] : [`${COOKIE}=${known}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`];
}
