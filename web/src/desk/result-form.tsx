import type { DeskMatchPage, Language } from "@podium/protocol";
import { slotName } from "../ui/match-names.ts";
import { deskWords } from "./desk-words.ts";
import { gamesText } from "../ui/score-text.ts";

export const OUTCOMES = ["play", "lost", "walkover", "retired", "disqualified", "abandoned"] as const;

interface FormProps {
  readonly data: DeskMatchPage;
  readonly language: Language;
}

/** Where a result is typed, with what was typed before; nothing is recorded before its consequences were read. */
export function ResultForm({ data, language }: FormProps) {
  const { row } = data.desk;
  const t = deskWords(language);
  const { games, outcome, against } = data.entered ?? standing(data);
  return (
    <form method="post" action={`/desk/matches/${row.id}/result`} class="result-form">
      <input type="hidden" name="version" value={row.version} />
      <p class="field">
        <label for="games">
          {t(row.kind === "team" ? "desk.result.score" : "desk.result.games", { home: slotName(row.home, language) })}
        </label>
        <input
          id="games"
          name="games"
          defaultValue={games}
          autocomplete="off"
          inputMode="text"
          spellcheck={false}
          maxLength={200}
          aria-describedby="games-help"
        />
        <small id="games-help" class="quiet">
          {row.kind === "team"
            ? t("desk.result.score-help")
            : t("desk.result.games-help", { games: row.bestOf, home: slotName(row.home, language) })}
        </small>
      </p>
      <p class="field">
        <label for="outcome">{t("desk.result.outcome")}</label>
        <select id="outcome" name="outcome">
          {OUTCOMES.map((each) => (
            <option key={each} value={each} selected={each === outcome}>
              {t(`desk.outcome.${each}`)}
            </option>
          ))}
        </select>
      </p>
      <AgainstField data={data} against={against} language={language} />
      <button>{t("desk.result.check")}</button>
    </form>
  );
}

/** Against whom an end without play was, or who lost. */
function AgainstField({ data, against, language }: FormProps & { readonly against: string | null }) {
  const { row } = data.desk;
  const t = deskWords(language);
  return (
    <p class="field">
      <label for="against">{t("desk.result.against")}</label>
      <select id="against" name="against">
        <option value="">{t("desk.result.against-nobody")}</option>
        {(["home", "away"] as const).map((side) => (
          <option key={side} value={side} selected={side === against}>
            {slotName(row[side], language)}
          </option>
        ))}
        <option value="both" selected={against === "both"}>
          {t("desk.result.against-both")}
        </option>
      </select>
    </p>
  );
}

const ENTERED_AS = {
  play: "play",
  walkover: "walkover",
  retirement: "retired",
  disqualification: "disqualified",
  abandonment: "abandoned",
} as const;

/** The recorded result as it would have been typed. */
function standing({ desk: { row } }: DeskMatchPage): NonNullable<DeskMatchPage["entered"]> {
  const { outcome } = row;
  const loser = outcome?.winner === "home" ? "away" : "home";
  const isLost = outcome?.by === "play" && outcome.gamesWon === null;
  const isAgainst = outcome !== null && (outcome.by !== "play" || isLost);
  const score = outcome?.by === "play" || outcome?.by === "abandonment" ? outcome.gamesWon : null;
  return {
    games: score ? `${score.home}-${score.away}` : gamesText(row),
    outcome: outcome === null ? "play" : isLost ? "lost" : ENTERED_AS[outcome.by],
    against: !isAgainst || outcome.undecided === true ? null : outcome.winner === null ? "both" : loser,
    drawKept: null,
  };
}
