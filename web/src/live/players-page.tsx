import type { Language, PlayersPage } from "@podium/protocol";
import { PlayerName } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { Pager } from "../ui/pager.tsx";
import { shared } from "../ui/shared-words.ts";
import { liveWords } from "./live-words.ts";

/** All players by their family names, a page at a time. */
export function PlayersScreen({ data, language }: { readonly data: PlayersPage; readonly language: Language }) {
  return (
    <article>
      <PageHead language={language} way={[]} title={shared(language)("ui.around.players")} />
      <p>
        <a class="button quiet" href="/conversations">
          {shared(language)("ui.comment-search")}
        </a>
      </p>
      {data.players.length === 0 ? <p class="lead">{liveWords(language)("live.none.players")}</p> : null}
      <ul class="players">
        {data.players.map((player) => (
          <li key={player.id}>
            <a href={`/players/${player.id}`}>
              <PlayerName player={player} language={language} />
            </a>{" "}
            {player.association === null ? null : <span class="code">{player.association}</span>}
          </li>
        ))}
      </ul>
      <Pager later={data.later} earlier={data.earlier} language={language} byTime={false} />
    </article>
  );
}
