import type { ChairNextPage, Frame } from "@podium/protocol";
import { matchName, versus } from "../ui/match-names.ts";
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
