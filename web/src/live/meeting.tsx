import type { Language, MeetingView } from "@podium/protocol";
import { gamesWonText } from "../ui/games-won.ts";
import { matchName, slotName } from "../ui/match-names.ts";
import { Words } from "../ui/names.tsx";
import { WhenPlayed } from "./when-played.tsx";

const SIDES = ["home", "away"] as const;

/** A match of two as two lines: when and where it was played, and how it ended. */
export function Meeting({
  meeting: { competition, match },
  language,
}: {
  readonly meeting: MeetingView;
  readonly language: Language;
}) {
  return (
    <>
      <p class="match-line">
        <WhenPlayed match={match} language={language} form="date" />
        <Words text={competition} language={language} />
        <a href={`/matches/${match.id}`}>{matchName(match, language)}</a>
      </p>
      <p>
        {SIDES.map((side, index) => (
          <span key={side}>
            {index === 1 ? <b class="numeral"> {gamesWonText(match) ?? "–"} </b> : null}
            <span class={match.winner === side ? "won-by" : undefined} dir="auto">
              {slotName(match[side], language)}
            </span>
          </span>
        ))}
      </p>
    </>
  );
}
