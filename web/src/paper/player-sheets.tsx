import { inLanguage, type Language, type PaperPage, type PlayerOnPaper } from "@podium/protocol";
import { PlayerName } from "../ui/names.tsx";
import { paperWords } from "./paper-words.ts";
import { SheetHead } from "./sheet-head.tsx";

interface PlayersProps {
  readonly data: PaperPage;
  readonly players: readonly PlayerOnPaper[];
  readonly language: Language;
}

/** Everybody who plays, by family name, with what they play and a box to tick. */
export function PlayerSheets({ data: { competition, events }, players, language }: PlayersProps) {
  const t = paperWords(language);
  const titleOf = (code: string) => inLanguage(events.find((event) => event.code === code)?.title ?? {}, language);
  return (
    <section class="paper-sheet">
      <SheetHead
        competition={competition}
        title={t("paper.players-count", { count: players.length })}
        language={language}
      />
      <table class="paper-table">
        <thead>
          <tr>
            <th>{t("paper.number")}</th>
            <th>{t("paper.name")}</th>
            <th>{t("paper.association")}</th>
            <th>{t("paper.events")}</th>
            <th>{t("paper.here")}</th>
          </tr>
        </thead>
        <tbody>
          {players.map(({ player, events: codes }, at) => (
            <tr key={player.id}>
              <td class="numeral">{at + 1}</td>
              <td>
                <span dir="auto">{`${player.family} ${player.given}`.trim()}</span>{" "}
                {player.names[language] === undefined ? null : <PlayerName player={player} language={language} />}
              </td>
              <td>{player.association}</td>
              <td dir="auto">{codes.map(titleOf).join(", ")}</td>
              <td>
                <span class="tick-box" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
