import type { Language, MatchRow, OrderOfPlayPage } from "@podium/protocol";
import { competitionStep, InventedCompetition, PageHead } from "../ui/page-head.tsx";
import { shared } from "../ui/shared-words.ts";
import { dayInWords } from "../ui/times.ts";
import { LiveTopics } from "./live-topics.tsx";
import { liveWords } from "./live-words.ts";
import { MatchList } from "./match-list.tsx";

interface OrderProps {
  readonly data: OrderOfPlayPage;
  readonly language: Language;
}

/** Who plays where and when on one day: match after match, or table after table. */
export function OrderOfPlayScreen({ data, language }: OrderProps) {
  const { competition, day, by, matches } = data;
  const t = liveWords(language);
  return (
    <LiveTopics topics={[`competition:${competition.id}`]} language={language}>
      <InventedCompetition competition={competition} language={language} />
      <PageHead
        language={language}
        way={[competitionStep(competition, language)]}
        title={t("live.order.title")}
        details={day === null ? null : <time dateTime={day}>{dayInWords(day, language)}</time>}
      />
      <Choices data={data} language={language} />
      {matches.length === 0 ? <p class="lead">{t("live.order.none")}</p> : null}
      {by === "table" ? (
        <ByTable matches={matches} language={language} />
      ) : (
        <div class="order-of-play">
          <MatchList matches={matches} language={language} empty="" time="clock" withEvent />
        </div>
      )}
    </LiveTopics>
  );
}

/** The other days, and the other order. */
function Choices({ data: { competition, days, day, by }, language }: OrderProps) {
  const t = liveWords(language);
  const hrefOf = (chosen: { readonly day: string | null; readonly by: string }) =>
    `/order-of-play/${competition.id}?${new URLSearchParams({ ...(chosen.day === null ? {} : { day: chosen.day }), by: chosen.by })}`;
  return (
    <nav class="order-choices no-print" aria-label={t("live.order.choose")}>
      {days.length < 2
        ? null
        : days.map((each) => (
            <a key={each} href={hrefOf({ day: each, by })} aria-current={each === day ? "page" : undefined}>
              {dayInWords(each, language)}
            </a>
          ))}
      {(["time", "table"] as const).map((order) => (
        <a key={order} href={hrefOf({ day, by: order })} aria-current={order === by ? "true" : undefined}>
          {t(`live.order.by-${order}`)}
        </a>
      ))}
    </nav>
  );
}

function ByTable({ matches, language }: { readonly matches: readonly MatchRow[]; readonly language: Language }) {
  const names = [...new Set(matches.map(({ table }) => table ?? ""))].sort((a, b) =>
    a.localeCompare(b, "en", { numeric: true }),
  );
  return (
    <div class="order-tables">
      {names.map((table) => (
        <section key={table}>
          <h2>{table === "" ? liveWords(language)("live.order.no-table") : shared(language)("ui.table", { table })}</h2>
          <MatchList
            matches={matches.filter((match) => (match.table ?? "") === table).map(withoutTable)}
            language={language}
            empty=""
            time="clock"
            withEvent
          />
        </section>
      ))}
    </div>
  );
}

/** Under the heading of its table a match need not name it again. */
function withoutTable(match: MatchRow): MatchRow {
  return { ...match, table: null };
}
