import type {
  EntryPage,
  Language,
  PairPage,
  PlayerAgainstPage,
  PlayerPage,
  PlayerRecordPage,
  PlayerView,
} from "@podium/protocol";
import { Equipment, Incidents } from "../ui/incidents.tsx";
import { entryName } from "../ui/match-names.ts";
import { Association, PlayerName, Words } from "../ui/names.tsx";
import { competitionStep, InventedCompetition, PageHead } from "../ui/page-head.tsx";
import { Pager } from "../ui/pager.tsx";
import { Storylines } from "../ui/storylines.tsx";
import { shared } from "../ui/shared-words.ts";
import { liveWords } from "./live-words.ts";
import { Meeting } from "./meeting.tsx";
import { PathLine } from "./path-line.tsx";
import { Balance, MedalCounts, OpponentForm, pairAddress, RecordTables } from "./player-record.tsx";
import { PageHeld } from "./player-requests-page.tsx";
import { playersWords } from "./players-words.ts";
import { NamedInTexts, PhotosOf } from "./named-in-texts.tsx";

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
          <>
            {association ? (
              <span>
                <span class="code">{association.code}</span> <Words text={association.name} language={language} />
              </span>
            ) : (
              <span>{shared(language)("ui.no-association")}</span>
            )}
            <a href={`/players/${data.player.id}/matches`}>{liveWords(language)("live.my.title")}</a>
            <a href={`/players/${data.player.id}/matches.ics`}>{liveWords(language)("live.calendar")}</a>
          </>
        }
      />
      <Scripts player={data.player} language={language} />
      <Storylines storylines={data.storylines} language={language} />
      {data.paths.length === 0 ? <p class="quiet">{liveWords(language)("live.no-matches-yet")}</p> : null}
      {data.paths.map((path) => (
        <PathLine key={path.entry.id} path={path} language={language} />
      ))}
      <Pager later={data.later} earlier={data.earlier} language={language} />
      <PhotosOf photos={data.photos} language={language} />
      {data.record === null ? (
        <p>
          <a href={`/players/${data.player.id}/record`}>{playersWords(language)("players.whole-record")}</a>
        </p>
      ) : (
        <RecordTables player={data.player} record={data.record} language={language} />
      )}
      <section>
        <h2>{playersWords(language)("players.head-to-head")}</h2>
        <OpponentForm player={data.player} name="" language={language} />
      </section>
      <Equipment equipment={data.equipment} language={language} />
      <Incidents incidents={data.incidents} language={language} at="player" />
      <NamedInTexts named={data.named} language={language} />
      <PageHeld player={data.player} isHeld={data.isHeld} language={language} />
    </article>
  );
}

interface WayProps {
  readonly player: PlayerView;
  readonly language: Language;
}

/** The steps from the list of players to what is told of one. */
function wayTo({ player, language }: WayProps) {
  return [
    { href: "/players", words: shared(language)("ui.around.players") },
    { href: `/players/${player.id}`, words: <PlayerName player={player} language={language} /> },
  ];
}

/** The whole record of a player, page by page. */
export function PlayerRecordScreen({
  data,
  language,
}: {
  readonly data: PlayerRecordPage;
  readonly language: Language;
}) {
  const { player, record } = data;
  return (
    <article class="person-page">
      <PageHead
        language={language}
        way={wayTo({ player, language })}
        title={playersWords(language)("players.whole-record")}
      />
      <RecordTables player={player} record={record} language={language} />
      <Pager later={data.later} earlier={data.earlier} language={language} byTime={false} />
    </article>
  );
}

/** Two players against each other, or the choice of an opponent. */
export function PlayerAgainstScreen({
  data,
  language,
}: {
  readonly data: PlayerAgainstPage;
  readonly language: Language;
}) {
  const t = playersWords(language);
  const { player, meetings } = data;
  return (
    <article class="person-page">
      <PageHead
        language={language}
        way={wayTo({ player, language })}
        title={
          meetings === null ? (
            t("players.head-to-head")
          ) : (
            <>
              <PlayerName player={player} language={language} /> –{" "}
              <a href={`/players/${meetings.opponent.id}`}>
                <PlayerName player={meetings.opponent} language={language} />
              </a>
            </>
          )
        }
      />
      {meetings === null ? (
        <Found data={data} language={language} />
      ) : (
        <Meetings meetings={meetings} language={language} />
      )}
      <Pager later={data.later} earlier={data.earlier} language={language} />
      <OpponentForm player={player} name={data.name} language={language} />
    </article>
  );
}

function Found({ data, language }: { readonly data: PlayerAgainstPage; readonly language: Language }) {
  if (data.name === "") return null;
  if (data.found.length === 0) return <p role="status">{playersWords(language)("players.none-called")}</p>;
  return (
    <ul class="players">
      {data.found.map((player) => (
        <li key={player.id}>
          <a href={`/players/${data.player.id}/against/${player.id}`}>
            <PlayerName player={player} language={language} />
          </a>{" "}
          {player.association === null ? null : <span class="code">{player.association}</span>}
        </li>
      ))}
    </ul>
  );
}

function Meetings({
  meetings,
  language,
}: {
  readonly meetings: NonNullable<PlayerAgainstPage["meetings"]>;
  readonly language: Language;
}) {
  if (meetings.matches.length === 0) return <p>{playersWords(language)("players.never-met")}</p>;
  return (
    <section class="meetings">
      <Balance balance={meetings.balance} language={language} />
      <ul>
        {meetings.matches.map((meeting) => (
          <li key={meeting.match.id}>
            <Meeting meeting={meeting} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A pair in every event that it has played here. */
export function PairScreen({ data, language }: { readonly data: PairPage; readonly language: Language }) {
  const [one, other] = data.players;
  return (
    <article class="person-page">
      <PageHead
        language={language}
        way={[{ href: "/players", words: shared(language)("ui.around.players") }]}
        title={
          <>
            <PlayerName player={one} language={language} /> / <PlayerName player={other} language={language} />
          </>
        }
      />
      <People players={data.players} language={language} />
      <section class="player-record">
        <h2>{playersWords(language)("players.record")}</h2>
        <Balance balance={data.balance} language={language} />
        <MedalCounts medals={data.medals} language={language} />
      </section>
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
      <People players={entry.players} language={language} />
      <PairLink players={entry.players} language={language} />
      <PathLine path={data.path} language={language} />
    </article>
  );
}

/** The page of the pair across all events. */
function PairLink({ players, language }: { readonly players: readonly PlayerView[]; readonly language: Language }) {
  const [one, other, third] = players;
  if (one === undefined || other === undefined || third !== undefined) return null;
  return (
    <p>
      <a href={pairAddress(one, other)}>{playersWords(language)("players.pair")}</a>
    </p>
  );
}

/** Each with the way to their own page, and the name in every script. */
function People({ players, language }: { readonly players: readonly PlayerView[]; readonly language: Language }) {
  return (
    <ul class="people-of">
      {players.map((player) => (
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
