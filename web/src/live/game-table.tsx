import type { Side } from "@podium/engine";
import type { Language, MatchRow } from "@podium/protocol";
import { gamesWonBy } from "../ui/games-won.ts";
import { slotName } from "../ui/match-names.ts";
import { liveWords } from "./live-words.ts";
import { gameColumns } from "./score-shown.ts";

interface MatchProps {
  readonly match: MatchRow;
  readonly language: Language;
}

/** Game by game. Its columns are all there before they are played, so that nothing moves. */
export function GameTable({ match, language }: MatchProps) {
  const columns = Array.from({ length: gameColumns(match) }, (_, index) => index);
  return (
    <section class="game-by-game">
      <h2>{liveWords(language)("live.game-by-game")}</h2>
      <div class="scroll" role="region" tabIndex={0} aria-label={liveWords(language)("live.game-by-game")}>
        <table class="game-table">
          <thead>
            <tr>
              <td />
              {columns.map((game) => (
                <th key={game} scope="col" class="number">
                  {game + 1}
                </th>
              ))}
              <th scope="col" class="number">
                {liveWords(language)("live.games-won")}
              </th>
            </tr>
          </thead>
          <tbody>
            <Row match={match} side="home" columns={columns} language={language} />
            <Row match={match} side="away" columns={columns} language={language} />
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({
  match,
  side,
  columns,
  language,
}: MatchProps & { readonly side: Side; readonly columns: readonly number[] }) {
  const other = side === "home" ? "away" : "home";
  return (
    <tr data-side={side} class={match.winner === side ? "winner" : undefined}>
      <th scope="row">{slotName(match[side], language)}</th>
      {columns.map((index) => {
        const game = match.games[index];
        return (
          <td key={index} class={game && game[side] > game[other] ? "number more" : "number"} data-game={index + 1}>
            {game?.[side] ?? ""}
          </td>
        );
      })}
      <td class="number total" data-part="won">
        {gamesWonBy(match, side)}
      </td>
    </tr>
  );
}
