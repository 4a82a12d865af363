import { type Side, SIDES } from "@podium/engine";
import type { ChairNextPage, Frame, Language, MatchRow } from "@podium/protocol";
import { matchName, slotName, versus } from "../ui/match-names.ts";
import { Words } from "../ui/names.tsx";
import { outcomeInWords } from "../ui/outcome-words.ts";
import { gamesText } from "../ui/score-text.ts";
import { Time } from "../ui/time.tsx";
import { translateChair } from "./translation.ts";
import { chairWords } from "./words.ts";

/** When a match is over: what both sides confirm, the next one of its table, and the way back. */
export function ChairNext({ data, frame }: { readonly data: ChairNextPage; readonly frame: Frame }) {
  const { match, next, chair, table } = data;
  const { language } = frame;
  const t = translateChair(chairWords(language));
  return (
    <div class="chair-next">
      <Result data={data} language={language} />
      <h2>{match.table === null ? t("chair.next") : t("chair.next-table", { table: match.table })}</h2>
      <Unconfirmed data={data} language={language} />
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

interface ResultProps {
  readonly data: ChairNextPage;
  readonly language: Language;
}

/** What both sides confirm: who won, and by which games. */
function Result({ data, language }: ResultProps) {
  const { match, confirmed } = data;
  const t = translateChair(chairWords(language));
  return (
    <section class="chair-confirm">
      <h1>{t("chair.result")}</h1>
      <p class="lead">
        {versus(match, language)} <b class="numeral">{gamesText(match)}</b>
      </p>
      <p>{endWords(match, language)}</p>
      {match.winner === null
        ? null
        : SIDES.map((side) => (
            <Confirmation key={side} side={side} data={data} isDone={confirmed.includes(side)} language={language} />
          ))}
    </section>
  );
}

/** Said before the chair is left: who has not confirmed. */
function Unconfirmed({ data: { match, confirmed }, language }: ResultProps) {
  if (match.winner === null || confirmed.length === SIDES.length) return null;
  const sides = SIDES.filter((side) => !confirmed.includes(side)).map((side) => slotName(match[side], language));
  return (
    <p class="chair-unconfirmed">
      {translateChair(chairWords(language))("chair.next-unconfirmed", { sides: sides.join(", ") })}
    </p>
  );
}

/** Who won, and how where it was not by play. */
function endWords({ winner, outcome, ...match }: MatchRow, language: Language): string {
  const how = outcomeInWords(outcome, language);
  if (winner === null) return how;
  const t = translateChair(chairWords(language));
  const won = t("chair.call.match-over-early", { side: slotName(match[winner], language) });
  return how === "" ? won : `${won}: ${how}`;
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
