import "./screen-elements.ts";
import type { Language, MatchRow, ScreenPage, Slot } from "@podium/protocol";
import type { ComponentChildren } from "preact";
import { Bracket } from "../live/bracket.tsx";
import { MomentOnScreen } from "../moments/screen-page.tsx";
import { bracketParts } from "../paper/bracket-parts.ts";
import { gamesWonBy } from "../ui/games-won.ts";
import { entryName, matchName, shortEntryName, slotName } from "../ui/match-names.ts";
import { Medal } from "../ui/medal.tsx";
import { Association, Words } from "../ui/names.tsx";
import { inParts } from "../ui/parts.ts";
import { shared } from "../ui/shared-words.ts";
import { Time } from "../ui/time.tsx";
import { screenWords } from "./screen-words.ts";

interface ScreenProps {
  readonly data: ScreenPage;
  readonly language: Language;
}

interface PartProps<Kind> {
  readonly view: Extract<ScreenPage["shown"], { readonly kind: Kind }>;
  readonly language: Language;
}

const TABLES_A_PAGE = 8;
const FEW_TABLES = 4;
const ROWS_A_PAGE = 5;
const BRACKET_LINES_A_PAGE = 8;
const MEDAL_ROWS_A_PAGE = 8;

/** A screen in the hall. It is read anew when something changes, and turns its pages. */
export function Screen({ data, language }: ScreenProps) {
  const { competition, shown, pageSeconds } = data;
  if (shown.kind === "overlay")
    return (
      <hall-screen id="screen" class="screen-overlay" topics={`competition:${competition.id}`}>
        {shown.match === null ? null : <Overlay match={shown.match} language={language} />}
      </hall-screen>
    );
  const pages = pagesOf(data, language);
  return (
    <hall-screen
      id="screen"
      class={`screen screen-${shown.kind}`}
      topics={[`competition:${competition.id}`, ...data.moments.map((id) => `moment:${id}`)].join(" ")}
      seconds={String(pageSeconds)}
    >
      <header>
        <h1>{screenWords(language)(`screens.${shown.kind}`)}</h1>
        <p>
          <Words text={competition.title} language={language} />
        </p>
      </header>
      {pages.length === 0 ? <p class="screen-none">{screenWords(language)("screens.none")}</p> : null}
      {pages.map((page, at) => (
        <section class="screen-turn" data-shown={at === 0} key={at}>
          {page}
          <p class="screen-count numeral">{pages.length === 1 ? "" : `${at + 1}/${pages.length}`}</p>
        </section>
      ))}
    </hall-screen>
  );
}

function pagesOf({ shown }: ScreenPage, language: Language): ComponentChildren[] {
  switch (shown.kind) {
    case "tables":
      return inParts(shown.tables, TABLES_A_PAGE).map((tables) => (
        <TablesNow view={{ kind: "tables", tables }} language={language} />
      ));
    case "calls":
      return inParts(shown.matches, ROWS_A_PAGE).map((matches) => <Rows matches={matches} language={language} />);
    case "results":
      return inParts(shown.matches, ROWS_A_PAGE).map((matches) => (
        <Rows matches={matches} language={language} withResult />
      ));
    case "bracket":
      return bracketPages({ view: shown, language });
    case "medals":
      return medalPages({ view: shown, language });
    case "ceremony":
      return shown.screen === null ? [] : [<MomentOnScreen data={shown.screen} language={language} />];
    default:
      return [];
  }
}

function TablesNow({ view: { tables }, language }: PartProps<"tables">) {
  const t = shared(language);
  return (
    <ol class={tables.length <= FEW_TABLES ? "screen-tables-now few" : "screen-tables-now"}>
      {tables.map(({ table, match }) => (
        <li key={table} data-status={match?.status}>
          <h2>{t("ui.table", { table })}</h2>
          {match === null ? (
            <p class="screen-free">{screenWords(language)("screens.free")}</p>
          ) : (
            <>
              <p class="screen-what">
                <Words text={match.eventTitle} language={language} />, {matchName(match, language)}{" "}
                <b>{stateOf(match, language)}</b>
              </p>
              <Sides match={match} language={language} />
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Live, called, or when it comes. */
function stateOf(match: MatchRow, language: Language) {
  if (match.status === "live") return <span class="screen-live">{shared(language)("ui.live")}</span>;
  if (match.calledMs !== null) return screenWords(language)("screens.called");
  const atMs = match.expectedMs ?? match.startMs;
  return atMs === null ? null : <Time ms={atMs} zone={match.zone} language={language} form="clock" />;
}

/** Both sides in two lines, with games won and the points of the game under way. */
function Sides({ match, language }: { readonly match: MatchRow; readonly language: Language }) {
  const game = match.games.at(-1);
  return (
    <div class="screen-sides">
      {(["home", "away"] as const).map((side) => (
        <p key={side} class={match.winner === side ? "winner" : undefined}>
          <span class="screen-name" dir="auto">
            {nameOf(match[side], language)}{" "}
            {match[side].entry ? <Association entry={match[side].entry} language={language} /> : null}
          </span>
          <span class="numeral">
            {match.status === "live" || match.status === "over" ? gamesWonBy(match, side) : ""}
          </span>
          <span class="numeral screen-points">{match.status === "live" ? (game?.[side] ?? 0) : ""}</span>
        </p>
      ))}
    </div>
  );
}

/** Of a pair the family names, so that they are read from afar. */
function nameOf(slot: Slot, language: Language): string {
  return slot.entry !== null && slot.entry.players.length > 1
    ? shortEntryName(slot.entry, language)
    : slotName(slot, language);
}

interface RowsProps {
  readonly matches: readonly MatchRow[];
  readonly language: Language;
  readonly withResult?: boolean;
}

function Rows({ matches, language, withResult = false }: RowsProps) {
  return (
    <ol class="screen-rows">
      {matches.map((match) => (
        <li key={match.id} data-called={match.calledMs !== null}>
          <p class="screen-where">
            {withResult ? null : <b>{stateOf(match, language)}</b>}{" "}
            {match.table === null ? "" : shared(language)("ui.table", { table: match.table })}
          </p>
          <div>
            <p class="screen-what">
              <Words text={match.eventTitle} language={language} />, {matchName(match, language)}
            </p>
            <Sides match={match} language={language} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function bracketPages({ view: { phases }, language }: PartProps<"bracket">): ComponentChildren[] {
  return phases.flatMap(({ event, phase }) =>
    phase.brackets.flatMap((bracket) =>
      bracketParts(bracket, BRACKET_LINES_A_PAGE).map((part) => (
        <>
          <h2>
            <Words text={event} language={language} />
          </h2>
          <Bracket rounds={part.rounds} bronze={part.bronze} isJoined={bracket.part !== "lower"} language={language} />
        </>
      )),
    ),
  );
}

function medalPages({ view: { table, events }, language }: PartProps<"medals">): ComponentChildren[] {
  const t = shared(language);
  const ofTable = inParts(table, MEDAL_ROWS_A_PAGE).map((rows) => (
    <table class="screen-medals">
      <thead>
        <tr>
          <th />
          <th />
          {(["gold", "silver", "bronze"] as const).map((medal) => (
            <th key={medal}>
              <Medal medal={medal} language={language} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ rank, association, gold, silver, bronze }) => (
          <tr key={association.code}>
            <td class="numeral">{rank}</td>
            <th scope="row">
              {association.code} <Words text={association.name} language={language} />
            </th>
            <td class="numeral">{gold}</td>
            <td class="numeral">{silver}</td>
            <td class="numeral">{bronze}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ));
  const ofEvents = events.map(({ title, medals }) => (
    <>
      <h2>
        <Words text={title} language={language} />
      </h2>
      <ul class="screen-winners">
        {medals.map(({ medal, entry }) => (
          <li key={`${medal} ${entry.id}`}>
            <span>{t(`ui.medal.${medal}`)}</span>
            <b dir="auto">{entryName(entry, language)}</b> <Association entry={entry} language={language} />
          </li>
        ))}
      </ul>
    </>
  ));
  return [...ofTable, ...ofEvents];
}

/** Two lines over a picture, within the margins that every television shows. */
function Overlay({ match, language }: { readonly match: MatchRow; readonly language: Language }) {
  return (
    <div class="overlay-box">
      <p class="overlay-what">
        <Words text={match.eventTitle} language={language} />, {matchName(match, language)}
      </p>
      <Sides match={match} language={language} />
    </div>
  );
}
