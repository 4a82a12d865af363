import type { Language, MatchRow } from "@podium/protocol";
import { shared } from "../ui/shared-words.ts";
import { MatchTime } from "../ui/time.tsx";
import type { TimeForm } from "../ui/times.ts";

interface WhenProps {
  readonly match: MatchRow;
  readonly language: Language;
  readonly form: TimeForm;
}

/** When a match is played. One to come may have no time yet; of one that is over an unknown time is not waited for. */
export function WhenPlayed({ match, language, form }: WhenProps) {
  if (match.startMs !== null || match.day !== null) return <MatchTime match={match} language={language} form={form} />;
  return match.status === "over" ? null : <span>{shared(language)("ui.not-planned")}</span>;
}
