import type { Language, MatchRow } from "@podium/protocol";
import { dayInWords, isoTime, type TimeForm, timeInWords } from "./times.ts";

interface TimeProps {
  /** Milliseconds since 1970. */
  readonly ms: number;
  readonly zone: string;
  readonly language: Language;
  readonly form?: TimeForm;
}

/** An instant, for people and for machines. */
export function Time({ ms, zone, language, form = "short" }: TimeProps) {
  return <time dateTime={isoTime(ms)}>{timeInWords(ms, { zone, language, form })}</time>;
}

interface MatchTimeProps {
  readonly match: Pick<MatchRow, "startMs" | "day" | "zone">;
  readonly language: Language;
  readonly form?: TimeForm;
}

/** When a match is played: the instant, or the day where nobody knows the hour; nothing where neither is known. */
export function MatchTime({ match: { startMs, day, zone }, language, form = "short" }: MatchTimeProps) {
  if (startMs !== null) return <Time ms={startMs} zone={zone} language={language} form={form} />;
  return day === null ? null : <time dateTime={day}>{dayInWords(day, language)}</time>;
}
