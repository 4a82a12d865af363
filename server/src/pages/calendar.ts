/** Something with a time in a calendar. */
export interface CalendarEntry {
  /** The same for as long as it is the same thing, whatever changes about it. */
  readonly uid: string;
  /** Rises whenever its time or place changes. */
  readonly sequence: number;
  readonly isCancelled: boolean;
  /** Milliseconds since 1970. */
  readonly startMs: number;
  readonly endMs: number;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly url: string;
}

export interface Calendar {
  readonly name: string;
  /** When it was made, in milliseconds since 1970. */
  readonly atMs: number;
  readonly entries: readonly CalendarEntry[];
}

/**
 * A calendar as RFC 5545 writes it. Times are in UTC, so that it needs no definitions of zones and each reader sees the clock
 * of their own place.
 */
export function calendarText({ name, atMs, entries }: Calendar): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Podium//Order of play//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT5M",
    "X-PUBLISHED-TTL:PT5M",
    ...entries.flatMap((entry) => eventLines(entry, atMs)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${inShortLines(line)}\r\n`).join("");
}

function eventLines(entry: CalendarEntry, atMs: number): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(entry.uid)}`,
    `DTSTAMP:${utc(atMs)}`,
    `SEQUENCE:${entry.sequence}`,
    `STATUS:${entry.isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    `DTSTART:${utc(entry.startMs)}`,
    `DTEND:${utc(entry.endMs)}`,
    `SUMMARY:${escaped(entry.summary)}`,
    ...(entry.description === "" ? [] : [`DESCRIPTION:${escaped(entry.description)}`]),
    ...(entry.location === "" ? [] : [`LOCATION:${escaped(entry.location)}`]),
    `URL:${entry.url}`,
    "END:VEVENT",
  ];
}

/** RFC 5545 3.3.5, form 2: `20260502T090000Z`. */
function utc(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

/** RFC 5545 3.3.11; what cannot stand in a text at all is left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, "");
}

const OCTETS_A_LINE = 75;

/** RFC 5545 3.1: no line of more than 75 octets; a letter is never torn apart. */
function inShortLines(line: string): string {
  const encoder = new TextEncoder();
  let lines = "";
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > OCTETS_A_LINE) {
      lines += "\r\n ";
      octets = 1;
    }
    lines += letter;
    octets += size;
  }
  return lines;
}
