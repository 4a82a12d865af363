import type { Language, MatchRow } from "@podium/protocol";
import { liveWords } from "./live-words.ts";
import { ScoreRows } from "./score-rows.tsx";

interface RubbersProps {
  readonly rubbers: readonly MatchRow[];
  readonly language: Language;
}

/** The rubbers of a tie in their order, each with who plays it; or that nobody noted them. */
export function Rubbers({ rubbers, language }: RubbersProps) {
  const t = liveWords(language);
  if (rubbers.length === 0) return <p class="known quiet">{t("live.rubbers.unknown")}</p>;
  return (
    <section class="rubbers">
      <h2>{t("live.rubbers")}</h2>
      <ol>
        {rubbers.map((rubber) => (
          <li key={rubber.id}>
            <ScoreRows match={rubber} language={language} />
          </li>
        ))}
      </ol>
    </section>
  );
}
