import { refuse, type Refusal } from "@podium/engine";
import { z } from "zod";
import type { App } from "../app.ts";
import { askService, type ServiceAnswer } from "../fetcher/operator-address.ts";

/** A service of translation, as the settings name it. */
type TranslationSettings = NonNullable<App["config"]["translation"]>;

/** Words to be translated. */
export interface ToTranslate {
  readonly text: string;
  /** BCP 47; null where nobody has said it: the service finds it out. */
  readonly from: string | null;
  readonly to: string;
}

const PATIENCE_MS = 15_000;

/**
 * Asks the service of the settings for a translation. Refuses `translation-unavailable`, with why: it takes too long, its
 * quota is used up, it does not take the key, or it does not know the language.
 */
export async function translateBy(
  service: TranslationSettings,
  words: ToTranslate,
  patienceMs = PATIENCE_MS,
): Promise<string | Refusal> {
  const { path, headers, body, read } = SPOKEN[service.kind](service, words);
  const answer = await askService(`${service.url.endsWith("/") ? service.url.slice(0, -1) : service.url}${path}`, {
    headers,
    body,
    patienceMs,
  });
  if (answer.status !== 200) return unavailable(service, reasonOf(answer));
  const translated = read(answer.json)?.trim() ?? "";
  return translated === "" ? unavailable(service, ["other", "it answers with no translation"]) : translated;
}

interface Asking {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly read: (json: unknown) => string | undefined;
}

const ofLibreTranslate = z.object({ translatedText: z.string() });
const ofDeepL = z.object({ translations: z.array(z.object({ text: z.string() })).min(1) });

const SPOKEN: Readonly<
  Record<TranslationSettings["kind"], (service: TranslationSettings, words: ToTranslate) => Asking>
> = {
  libretranslate: ({ key }, { text, from, to }) => ({
    path: "/translate",
    headers: {},
    body: {
      q: text,
      source: from === null ? "auto" : primary(from),
      target: primary(to),
      format: "text",
      ...(key === null ? {} : { api_key: key }),
    },
    read: (json) => ofLibreTranslate.safeParse(json).data?.translatedText,
  }),
  deepl: ({ key }, { text, from, to }) => ({
    path: "/v2/translate",
    headers: { authorization: `DeepL-Auth-Key ${key ?? ""}` },
    body: {
      text: [text],
      target_lang: targetOfDeepL(to),
      ...(from === null ? {} : { source_lang: primary(from).toUpperCase() }),
    },
    read: (json) => ofDeepL.safeParse(json).data?.translations[0]?.text,
  }),
};

/** It wants to know which English and which Portuguese, and by which script Chinese is written. */
const OF_DEEPL: Readonly<Record<string, string>> = {
  en: "EN-GB",
  "en-US": "EN-US",
  pt: "PT-PT",
  "pt-BR": "PT-BR",
};

function targetOfDeepL(to: string): string {
  const name = primary(to).toUpperCase();
  const script = localeOf(to)?.script;
  if (script === "Hans" || script === "Hant") return `${name}-${script.toUpperCase()}`;
  return OF_DEEPL[servedLanguage(to) ?? to] ?? name;
}

/**
 * The language that a service is asked for in place of a tag, so that what is added to a tag does not ask anew for the same words:
 * the language alone, with the script of Chinese, American English and the Portuguese of Brazil apart. Null for what is no language.
 */
export function servedLanguage(tag: string): string | null {
  const locale = localeOf(tag);
  if (locale === null || LANGUAGE_NAMES.of(locale.language) === undefined) return null;
  const { language, script, region } = locale;
  if (script === "Hant") return `${language}-${script}`;
  const apart = `${language}-${region}`;
  return OF_DEEPL[apart] === undefined ? language : apart;
}

/** Whether who reads the one reads the other: the same language in the same script. */
export function isOneLanguage(tag: string | null, other: string): boolean {
  const [one, two] = [localeOf(tag ?? ""), localeOf(other)];
  return one !== null && one.language === two?.language && one.script === two.script;
}

const LANGUAGE_NAMES = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** What a tag means, with the script and the region that are most likely; null of what is no tag. */
function localeOf(
  tag: string,
): { readonly language: string; readonly script: string | undefined; readonly region: string | undefined } | null {
  try {
    const { language, region } = new Intl.Locale(tag);
    const { script } = new Intl.Locale(tag).maximize();
    return { language, script, region };
  } catch {
    return null;
  }
}

/** `pt` of `pt-BR`. */
function primary(tag: string): string {
  return tag.split("-", 1)[0] ?? tag;
}

/** Why nothing came, in words and as the code under which pages say it; not what the service says, which may repeat the key. */
function reasonOf({ status }: ServiceAnswer): readonly [code: string, words: string] {
  switch (status) {
    case null:
      return ["silent", "it does not answer"];
    case 400:
      return ["language", "it does not translate between these languages"];
    case 401:
    case 403:
      return ["other", "it does not take the key of this installation"];
    case 429:
      return ["often", "it is asked too often just now"];
    case 456:
      return ["quota", "its quota is used up"];
    default:
      return ["other", `it answers ${status}`];
  }
}

function unavailable({ name }: TranslationSettings, [why, words]: readonly [string, string]): Refusal {
  return refuse("translation-unavailable", `${name} translates nothing just now: ${words}.`, { service: name, why });
}
