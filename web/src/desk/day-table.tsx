import { callState } from "@podium/engine";
import type { DeskMatch, Frame, PlayerView } from "@podium/protocol";
import { gamesWonText } from "../ui/games-won.ts";
import { matchName, playerName, shortEntryName } from "../ui/match-names.ts";
import { Words } from "../ui/names.tsx";
import { shared } from "../ui/shared-words.ts";
import { Time } from "../ui/time.tsx";
import { timeInWords } from "../ui/times.ts";
import { deskWords } from "./desk-words.ts";

/** How long the desk waits for somebody who was called, unless it says otherwise. */
const NO_SHOW_MINUTES = 5;

interface TableProps {
  readonly table: string;
  /** For the phone that stands at it. */
  readonly address: string;
  readonly matches: readonly DeskMatch[];
  readonly frame: Frame;
}

/** A table of the hall: what is played at it, or who is called to it. */
export function DayTable({ table, address, matches, frame }: TableProps) {
  const here = matches.filter(({ row }) => row.table === table);
  const live = here.filter(({ row }) => row.status === "live");
  const called = here.filter(({ call }) => call !== null);
  const isFree = live.length + called.length === 0;
  const t = deskWords(frame.language);
  return (
    <li class={isFree ? "is-free" : live.length > 0 ? "is-live" : "is-called"}>
      <h3>{shared(frame.language)("ui.table", { table })}</h3>
      {isFree ? <p class="quiet">{t("desk.day.free")}</p> : null}
      {live.map((match) => (
        <Live key={match.row.id} match={match} frame={frame} />
      ))}
      {called.map((match) => (
        <Called key={match.row.id} match={match} frame={frame} />
      ))}
      <p class="day-address">
        <a href={address}>{t("desk.table.address")}</a>
      </p>
    </li>
  );
}

interface MatchProps {
  readonly match: DeskMatch;
  readonly frame: Frame;
}

function Head({ match: { row }, frame: { language } }: MatchProps) {
  const sides = [row.home, row.away].flatMap(({ entry }) => (entry === null ? [] : [shortEntryName(entry, language)]));
  return (
    <a class="day-match" href={`/desk/matches/${row.id}`}>
      <span class="quiet">
        <Words text={row.eventTitle} language={language} />, {matchName(row, language)}
      </span>
      <b dir="auto">{sides.join(" – ")}</b>
    </a>
  );
}

function Live({ match, frame }: MatchProps) {
  const game = match.row.games.at(-1);
  return (
    <>
      <Head match={match} frame={frame} />
      <p class="day-score">
        <b>{gamesWonText(match.row)}</b> {game === undefined ? null : `${game.home}-${game.away}`}{" "}
        <span class="quiet">{deskWords(frame.language)("desk.state.live")}</span>
      </p>
    </>
  );
}

/** Who is there and who is not, the clock, and what the desk can do. */
function Called({ match, frame }: MatchProps) {
  const { row, call } = match;
  if (call === null) return null;
  const { language } = frame;
  const t = deskWords(language);
  const players = [row.home, row.away].flatMap(({ entry }) => entry?.players ?? []);
  const state = callState(
    call,
    players.map(({ id }) => id),
    frame.nowMs,
  );
  return (
    <>
      <Head match={match} frame={frame} />
      <p class={`day-call-state is-${state}`}>
        {t(`desk.day.state.${state}`)}{" "}
        <span class="quiet">
          {state === "called" ? "" : `${t("desk.day.called-at")} `}
          <Time ms={call.calledMs} zone={row.zone} language={language} form="clock" />
        </span>
      </p>
      <ul class="day-players">
        {players.map((player) => (
          <Player
            key={player.id}
            player={player}
            match={match}
            isThere={call.present.includes(player.id)}
            frame={frame}
          />
        ))}
      </ul>
      {state === "present" ? null : <NoShow match={match} frame={frame} />}
      <form method="post" action={`/desk/matches/${row.id}/call/withdrawal`}>
        <button class="quiet">{t("desk.day.take-back")}</button>
      </form>
    </>
  );
}

interface PlayerProps extends MatchProps {
  readonly player: PlayerView;
  readonly isThere: boolean;
}

function Player({ player, match, isThere, frame }: PlayerProps) {
  const t = deskWords(frame.language);
  const { text, lang } = playerName(player, frame.language);
  return (
    <li>
      <form method="post" action={`/desk/matches/${match.row.id}/call/lines`}>
        <input type="hidden" name="player" value={player.id} />
        <button
          class="quiet"
          name="kind"
          value={isThere ? "missing" : "came"}
          aria-pressed={isThere ? "true" : "false"}
        >
          <span dir="auto" lang={lang ?? undefined}>
            {text}
          </span>
          : {t(isThere ? "desk.day.there" : "desk.day.missing")}
        </button>
      </form>
    </li>
  );
}

/** The clock until a no-show; a walkover is one press here and one more where its consequences are shown. */
function NoShow({ match: { row, call }, frame }: MatchProps) {
  const { language } = frame;
  const t = deskWords(language);
  const absent = (["home", "away"] as const).filter((side) =>
    (row[side].entry?.players ?? []).some(({ id }) => call?.present.includes(id) !== true),
  );
  const against = absent.length === 2 ? "both" : (absent[0] ?? "both");
  const due = call?.dueMs ?? null;
  return (
    <div class="day-no-show">
      <form method="post" action={`/desk/matches/${row.id}/call/lines`}>
        {due === null ? (
          <>
            <input type="hidden" name="minutes" value={NO_SHOW_MINUTES} />
            <button class="quiet" name="kind" value="clock-started">
              {t("desk.day.clock-start", { minutes: NO_SHOW_MINUTES })}
            </button>
          </>
        ) : (
          <button class="quiet" name="kind" value="clock-stopped">
            {t("desk.day.clock-stop", { time: timeInWords(due, { zone: row.zone, language, form: "clock" }) })}
          </button>
        )}
      </form>
      <form method="post" action={`/desk/matches/${row.id}/result`}>
        <input type="hidden" name="version" value={row.version} />
        <input type="hidden" name="outcome" value="walkover" />
        <input type="hidden" name="against" value={against} />
        <button class="quiet">{t("desk.day.walkover")}</button>
      </form>
    </div>
  );
}
