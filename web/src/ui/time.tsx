import type { Language, MatchRow } from "@podium/protocol";
import { shared } from "./shared-words.ts";
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
  readonly match: Pick<MatchRow, "startMs" | "day" | "zone" | "expectedMs">;
  readonly language: Language;
  readonly form?: TimeForm;
}

/** A day that runs this little otherwise than planned is on time. */
const ON_TIME_MS = 2 * 60_000;

/**
 * When a match is played: the instant, or the day where nobody knows the hour; nothing where neither is known. Beside the
 * planned time the one at which it is expected, where that is another.
 */
export function MatchTime({ match, language, form = "short" }: MatchTimeProps) {
  const { startMs, expectedMs, day, zone } = match;
  if (startMs !== null && expectedMs !== null && Math.abs(expectedMs - startMs) > ON_TIME_MS)
    return (
      <>
        <Time ms={startMs} zone={zone} language={language} form={form} />{" "}
        <span class="expected">
          {shared(language)("ui.expected-at", { time: timeInWords(expectedMs, { zone, language, form: "clock" }) })}
        </span>
      </>
    );
  if (startMs !== null) return <Time ms={startMs} zone={zone} language={language} form={form} />;
  return day === null ? null : <time dateTime={day}>{dayInWords(day, language)}</time>;
}
