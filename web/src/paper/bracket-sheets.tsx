import type { CompetitionView, Language, PhaseOnPaper } from "@podium/protocol";
import { Bracket } from "../live/bracket.tsx";
import { Words } from "../ui/names.tsx";
import { bracketParts } from "./bracket-parts.ts";
import { paperWords } from "./paper-words.ts";
import { SheetHead } from "./sheet-head.tsx";

interface BracketsProps {
  readonly competition: CompetitionView;
  readonly phases: readonly PhaseOnPaper[];
  readonly language: Language;
}

/** Every bracket, sixteen lines on a sheet that lies across. */
export function BracketSheets({ competition, phases, language }: BracketsProps) {
  const t = paperWords(language);
  const sheets = phases.flatMap(({ event, phase }) =>
    phase.brackets.flatMap((bracket) => {
      const parts = bracketParts(bracket);
      return parts.map((part, at) => ({ event, phase, bracket, part, number: at + 1, of: parts.length }));
    }),
  );
  if (sheets.length === 0) return <p class="paper-sheet">{t("paper.nothing")}</p>;
  return sheets.map(({ event, phase, bracket, part, number, of }) => (
    <section class="paper-sheet lying" key={`${phase.code} ${bracket.part} ${number}`}>
      <SheetHead
        competition={competition}
        title={
          <>
            <Words text={event} language={language} />
            {phase.title === null ? null : (
              <>
                {": "}
                <Words text={phase.title} language={language} />
              </>
            )}
            {of === 1 ? null : ` (${t("paper.sheet", { number, of })})`}
          </>
        }
        language={language}
      />
      <Bracket rounds={part.rounds} bronze={part.bronze} isJoined={bracket.part !== "lower"} language={language} />
    </section>
  ));
}
