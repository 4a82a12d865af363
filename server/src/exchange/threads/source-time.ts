const DATE = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?\s*(.*)$/;
const SECONDS = /^\d{9,10}(?:\.\d+)?$/;
const MILLISECONDS = /^\d{12,13}$/;
const ZONE = /(?:z|gmt|utc?|[ecmp][sd]t|[+-]\d\d:?\d\d)$/i;

/**
 * A time as exports write it, in ms since 1970: `2014-01-14 17:31:03`, ISO 8601, RFC 822, or seconds. Without a zone it
 * is UTC, whatever the zone of this machine. Null for what is none, and for the zeros of what is not known.
 */
export function sourceTime(text: string): number | null {
  const written = text.trim();
  if (SECONDS.test(written)) return Math.round(Number(written) * 1_000);
  if (MILLISECONDS.test(written)) return Number(written);
  const [, year, month = "", day = "", hour = "0", minute = "00", second = "00", zone = ""] = DATE.exec(written) ?? [];
  const two = (digits: string): string => digits.padStart(2, "0");
  const iso = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}`;
  const loose = ZONE.test(written) ? written : `${written} UTC`;
  if (written.startsWith("-")) return null;
  const ms = Date.parse(year === undefined ? loose : iso + zoneOf(zone));
  return Number.isFinite(ms) && ms > 0 ? ms : null;
}

/** `+0900`, `+09`, `UTC` or nothing as ISO 8601 has it. */
function zoneOf(zone: string): string {
  const [, sign, hours, minutes = "00"] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  if (sign !== undefined) return `${sign}${hours}:${minutes}`;
  return zone === "" || /^(?:z|utc|gmt)$/i.test(zone) ? "Z" : zone;
}
