import type { CompetitionView, Language } from "@podium/protocol";
import { Words } from "../ui/names.tsx";
import { daysInWords } from "../ui/times.ts";

/** When and where a competition is held. */
export function CompetitionDetails({
  competition,
  language,
}: {
  readonly competition: CompetitionView;
  readonly language: Language;
}) {
  return (
    <>
      <time dateTime={competition.from}>{daysInWords(competition.from, competition.to, language)}</time>
      {competition.place ? <Words text={competition.place} language={language} /> : null}
    </>
  );
}
