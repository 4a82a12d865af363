import { expectedBeside, type Language, type MatchRow } from "@podium/protocol";
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
  readonly match: Pick<MatchRow, "id" | "status" | "startMs" | "day" | "zone" | "expectedMs">;
  readonly language: Language;
  readonly form?: TimeForm;
}

/**
 * When a match is played: the instant, or the day where nobody knows the hour; nothing where neither is known. Beside the
 * planned time the one at which it is expected, where that is another.
 */
export function MatchTime({ match, language, form = "short" }: MatchTimeProps) {
  const { startMs, day, zone } = match;
  if (startMs !== null)
    return (
      <>
        <Time ms={startMs} zone={zone} language={language} form={form} />
        <Expected match={match} language={language} />
      </>
    );
  return day === null ? null : <time dateTime={day}>{dayInWords(day, language)}</time>;
}

/** An open page of a match to come says when it is expected, as soon as that is another time. */
function Expected({ match, language }: Pick<MatchTimeProps, "match" | "language">) {
  const { id, status, zone } = match;
  if (status === "over" || status === "bye") return null;
  const ms = expectedBeside(match);
  const t = shared(language);
  return (
    <>
      {" "}
      <span
        class="expected"
        data-expected={id}
        data-words={t("ui.expected-at", { time: "{time}" })}
        hidden={ms === null}
      >
        {ms === null ? "" : t("ui.expected-at", { time: timeInWords(ms, { zone, language, form: "clock" }) })}
      </span>
    </>
  );
}
