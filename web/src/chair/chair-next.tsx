import { type Side, SIDES } from "@podium/engine";
import type { ChairNextPage, Frame, Language, MatchRow } from "@podium/protocol";
import { matchName, slotName, versus } from "../ui/match-names.ts";
import { Words } from "../ui/names.tsx";
import { Time } from "../ui/time.tsx";
import { translateChair } from "./translation.ts";
import { chairWords } from "./words.ts";

/** When a match is over: the next one of its table, and the way back. */
export function ChairNext({ data, frame }: { readonly data: ChairNextPage; readonly frame: Frame }) {
  const { match, next, chair, table } = data;
  const { language } = frame;
  const t = translateChair(chairWords(language));
  return (
    <div class="chair-next">
      <h1>{match.table === null ? t("chair.next") : t("chair.next-table", { table: match.table })}</h1>
      <Result data={data} language={language} />
      {table === null ? null : (
        <p>
          <a class="button" href={table}>
            {t("chair.next-at-table")}
          </a>
        </p>
      )}
      {next === null ? (
        <p>{t("chair.next-none")}</p>
      ) : (
        <form method="post" action={`${chair}/next`}>
          <p class="lead">{versus(next, language)}</p>
          <p>
            <Words text={next.eventTitle} language={language} />, {matchName(next, language)}
            {next.startMs === null ? null : (
              <>
                , <Time ms={next.startMs} zone={next.zone} language={language} />
              </>
            )}
          </p>
          <button class="chair-start">{t("chair.next-take")}</button>
          <p class="quiet">{t("chair.next-take-says")}</p>
        </form>
      )}
      <form method="post" action={`${chair}/return`}>
        <button class="quiet">{t("chair.next-return")}</button>
      </form>
      <p>
        <a href={chair}>{t("chair.next-back")}</a>
      </p>
    </div>
  );
}

/** What both sides confirm: who won, and by which games. */
function Result({ data, language }: { readonly data: ChairNextPage; readonly language: Language }) {
  const { match, confirmed } = data;
  return (
    <section class="chair-confirm">
      <p class="lead">
        {versus(match, language)} <b class="numeral">{resultWords(match)}</b>
      </p>
      {match.winner === null ? null : <p>{endWords(match, language)}</p>}
      {match.winner === null
        ? null
        : SIDES.map((side) => (
            <Confirmation key={side} side={side} data={data} isDone={confirmed.includes(side)} language={language} />
          ))}
    </section>
  );
}

/** Who won, and how where it was not by play. */
function endWords({ winner, outcome, ...match }: MatchRow, language: Language): string {
  const t = translateChair(chairWords(language));
  if (winner === null || outcome === null) return "";
  const won = t("chair.call.match-over-early", { side: slotName(match[winner], language) });
  return outcome.by === "play" ? won : `${won}: ${t(`chair.by.${outcome.by}`)}`;
}

function resultWords({ games }: MatchRow): string {
  return games.map(({ home, away }) => `${home}–${away}`).join(" ");
}

interface ConfirmationProps {
  readonly side: Side;
  readonly data: ChairNextPage;
  readonly isDone: boolean;
  readonly language: Language;
}

/** Each side takes the phone and says that this is the result; without it the desk can publish as well. */
function Confirmation({ side, data: { match, chair }, isDone, language }: ConfirmationProps) {
  const t = translateChair(chairWords(language));
  const name = slotName(match[side], language);
  if (isDone) return <p role="status">✓ {t("chair.confirmed", { side: name })}</p>;
  return (
    <form method="post" action={`${chair}/confirmation`}>
      <input type="hidden" name="version" value={match.version} />
      <button class="chair-start" name="side" value={side}>
        {t("chair.confirm", { side: name })}
      </button>
    </form>
  );
}
