import { type Language, LANGUAGES, localeOf } from "@podium/protocol";

/** How an instant is written: the clock, the clock with its day, the day in short or in full, all of it. The zone stands with every clock. */
export type TimeForm = "clock" | "short" | "date" | "day" | "full";

export interface TimeStyle {
  /** An IANA name: Europe/Paris. */
  readonly zone: string;
  readonly language: Language;
  readonly form: TimeForm;
}

const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" } as const;
const FORMS: Readonly<Record<TimeForm, Intl.DateTimeFormatOptions>> = {
  clock: CLOCK,
  short: { day: "numeric", month: "short", ...CLOCK },
  date: { day: "numeric", month: "short", year: "numeric" },
  day: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  full: { day: "numeric", month: "long", year: "numeric", ...CLOCK },
};

const formatters = new Map<string, Intl.DateTimeFormat>();

/** An instant in a zone, in words. `ms` since 1970. */
export function timeInWords(ms: number, { zone, language, form }: TimeStyle): string {
  const words = formatter(
    `${form} ${language} ${zone}`,
    () => new Intl.DateTimeFormat(localeOf(language), { ...FORMS[form], timeZone: zone }),
  ).format(ms);
  return OFFSET.test(words) ? words.replace(OFFSET, zoneName(ms, zone) ?? "$&") : words;
}

/** What a language writes for a zone that has no short name in it. */
const OFFSET = /GMT[+-][\d:]+/;

/** English of the places whose zones have names in it: CEST, EST, AEDT, SAST. */
const NAMING_LOCALES = ["en-GB", "en-US", "en-AU", "en-ZA"];

/** Names that people of the place use and CLDR has in no English. */
const NAMES: Readonly<Record<string, string>> = {
  "Asia/Seoul": "KST",
  "Asia/Pyongyang": "KST",
  "Asia/Tokyo": "JST",
  "Asia/Kolkata": "IST",
  "Asia/Calcutta": "IST",
};

/** The short name of a zone at an instant, the same in every language: CEST. Null where none is in use. */
function zoneName(ms: number, zone: string): string | null {
  for (const locale of NAMING_LOCALES) {
    const name = formatter(
      `zone ${locale} ${zone}`,
      () => new Intl.DateTimeFormat(locale, { timeZone: zone, hour: "numeric", timeZoneName: "short" }),
    )
      .formatToParts(ms)
      .find(({ type }) => type === "timeZoneName")?.value;
    if (name !== undefined && !OFFSET.test(name)) return name;
  }
  return NAMES[zone] ?? null;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** The units of what is not long ago, each up to where the next begins. */
const AGES = [
  { unit: "minute", ms: MINUTE_MS, below: HOUR_MS },
  { unit: "hour", ms: HOUR_MS, below: DAY_MS },
  { unit: "day", ms: DAY_MS, below: 7 * DAY_MS },
] as const;
const AGE_FORMATS = Object.fromEntries(
  LANGUAGES.map((language) => [language, new Intl.RelativeTimeFormat(localeOf(language), { numeric: "auto" })]),
) as Readonly<Record<Language, Intl.RelativeTimeFormat>>;

/** How long ago an instant was, `3 hours ago`; null from a week on, where a date says more. A clock that is ahead says "now". */
export function ageInWords(ms: number, nowMs: number, language: Language): string | null {
  const age = Math.max(0, nowMs - ms);
  const form = AGE_FORMATS[language];
  if (age < MINUTE_MS) return form.format(0, "second");
  const found = AGES.find(({ below }) => age < below);
  return found === undefined ? null : form.format(-Math.floor(age / found.ms), found.unit);
}

/** The day an instant falls on in a zone, as YYYY-MM-DD. */
export function dayOf(ms: number, zone: string): string {
  // Sweden writes days as ISO 8601 does.
  return formatter(
    `date ${zone}`,
    () => new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }),
  ).format(ms);
}

/** A day given as YYYY-MM-DD, in words. */
export function dayInWords(day: string, language: Language): string {
  return timeInWords(noonOf(day), { zone: "UTC", language, form: "day" });
}

/** Two days given as YYYY-MM-DD, as one span. */
export function daysInWords(from: string, to: string, language: Language): string {
  const day = formatter(
    `span ${language}`,
    () => new Intl.DateTimeFormat(localeOf(language), { dateStyle: "long", timeZone: "UTC" }),
  );
  if (from === to) return day.format(noonOf(from));
  const span = day.formatRange(noonOf(from), noonOf(to));
  // Where a range falls back to digits and slashes, as in Chinese, two written dates read better.
  return /\d\/\d/.test(span) ? `${day.format(noonOf(from))}–${day.format(noonOf(to))}` : span;
}

/** An instant for machines, in UTC. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}

function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

/** A formatter costs many times what it formats, so each is made once. */
function formatter(name: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const made = formatters.get(name) ?? make();
  formatters.set(name, made);
  return made;
}
