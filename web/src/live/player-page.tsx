import type { EntryPage, Language, PlayerPage, PlayerView } from "@podium/protocol";
import { entryName } from "../ui/match-names.ts";
import { Association, PlayerName, Words } from "../ui/names.tsx";
import { competitionStep, InventedCompetition, PageHead } from "../ui/page-head.tsx";
import { Pager } from "../ui/pager.tsx";
import { Storylines } from "../ui/storylines.tsx";
import { shared } from "../ui/shared-words.ts";
import { liveWords } from "./live-words.ts";
import { PathLine } from "./path-line.tsx";

/** An athlete: the name in every script, and the way through every event. */
export function PlayerScreen({ data, language }: { readonly data: PlayerPage; readonly language: Language }) {
  const { association } = data;
  return (
    <article class="person-page">
      <PageHead
        language={language}
        way={[{ href: "/players", words: shared(language)("ui.around.players") }]}
        title={<PlayerName player={data.player} language={language} />}
        details={
          association ? (
            <span>
              <span class="code">{association.code}</span> <Words text={association.name} language={language} />
            </span>
          ) : (
            <span>{shared(language)("ui.no-association")}</span>
          )
        }
      />
      <Scripts player={data.player} language={language} />
      <Storylines storylines={data.storylines} language={language} />
      {data.paths.length === 0 ? <p class="quiet">{liveWords(language)("live.no-matches-yet")}</p> : null}
      {data.paths.map((path) => (
        <PathLine key={path.entry.id} path={path} language={language} />
      ))}
      <Pager later={data.later} earlier={data.earlier} language={language} />
    </article>
  );
}

/** A pair, or a player in one event. */
export function EntryScreen({ data, language }: { readonly data: EntryPage; readonly language: Language }) {
  const { entry, competition, event } = data.path;
  const way = [
    competitionStep(competition, language),
    { href: `/competitions/${event.id}`, words: <Words text={event.title} language={language} /> },
  ];
  return (
    <article class="person-page">
      <InventedCompetition competition={competition} language={language} />
      <PageHead
        language={language}
        way={way}
        title={<span dir="auto">{entryName(entry, language)}</span>}
        details={<EntryDetails data={data} language={language} />}
      />
      <ul class="people-of">
        {entry.players.map((player) => (
          <li key={player.id}>
            <p class="person">
              <a href={`/players/${player.id}`}>
                <PlayerName player={player} language={language} />
              </a>
            </p>
            <Scripts player={player} language={language} />
          </li>
        ))}
      </ul>
      <PathLine path={data.path} language={language} />
    </article>
  );
}

function EntryDetails({ data, language }: { readonly data: EntryPage; readonly language: Language }) {
  const { entry } = data.path;
  return (
    <>
      {entry.association ? (
        <span>
          <Association entry={entry} language={language} /> <Words text={entry.association.name} language={language} />
        </span>
      ) : null}
      {entry.seed === null ? null : <span>{shared(language)("ui.seed", { seed: entry.seed })}</span>}
      {entry.rank === null ? null : <span>{shared(language)("ui.rank", { rank: entry.rank })}</span>}
    </>
  );
}

/** The name in all the scripts we know; in the page's own language it already stands above. */
function Scripts({ player, language }: { readonly player: PlayerView; readonly language: Language }) {
  const names = Object.entries(player.names).filter(([tag]) => tag !== language);
  const latin = player.names[language] === undefined ? [] : [["en", `${player.family} ${player.given}`] as const];
  const all = [...latin, ...names.filter(([tag]) => tag !== "en" || latin.length === 0)];
  if (all.length === 0) return null;
  return (
    <p class="scripts">
      {all.map(([tag, name]) => (
        <span key={tag} lang={tag} dir="auto">
          {name}
        </span>
      ))}
    </p>
  );
}
