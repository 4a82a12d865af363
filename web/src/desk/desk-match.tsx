import { incidentsWords } from "../ui/incidents-words.ts";
import { type DeskMatchPage, deskState, type Frame, type Language } from "@podium/protocol";
import { gamesWonText } from "../ui/games-won.ts";
import { matchName, slotName } from "../ui/match-names.ts";
import { Words } from "../ui/names.tsx";
import { InventedCompetition, PageHead } from "../ui/page-head.tsx";
import { MatchTime } from "../ui/time.tsx";
import { refusalSentence, shared } from "../ui/shared-words.ts";
import { confirmedInWords } from "./confirmed-words.ts";
import { Consequences, KeepDraw } from "./consequences.tsx";
import { deskWords } from "./desk-words.ts";
import { ForksOf } from "./fork-page.tsx";
import { EarlierLogs } from "../ui/earlier-logs.tsx";
import { RubberPlayers, TieAtDesk } from "./line-ups.tsx";
import { ReplayForm } from "./replay-form.tsx";
import { ResultForm } from "./result-form.tsx";
import { RowActs } from "./row-acts.tsx";
import { gamesText } from "../ui/score-text.ts";

interface MatchProps {
  readonly data: DeskMatchPage;
  readonly frame: Frame;
}

/** One match at the desk: what stands, what was entered, what would follow, and the form. */
export function DeskMatch({ data, frame }: MatchProps) {
  const { language } = frame;
  const t = deskWords(language);
  const { row } = data.desk;
  const toConfirm = data.entered !== null && data.refusal === null;
  const way = [
    { href: "/desk", words: t("desk.title") },
    { href: `/desk/${data.competition.id}`, words: <Words text={data.competition.title} language={language} /> },
  ];
  return (
    <div class="desk">
      <PageHead
        language={language}
        way={way}
        title={`${slotName(row.home, language)} – ${slotName(row.away, language)}`}
        details={<MatchDetails data={data} language={language} />}
      />
      <InventedCompetition competition={data.competition} language={language} />
      <Standing data={data} frame={frame} />
      <EarlierLogs logs={data.earlier} zone={data.desk.row.zone} language={language} />
      {toConfirm ? null : <TieAtDesk data={data} language={language} />}
      {toConfirm ? null : <RubberPlayers data={data} language={language} />}
      {toConfirm ? <Consequences data={data} language={language} /> : null}
      {row.status === "waiting" || row.status === "bye" ? null : (
        <section>
          <h2>
            {t(toConfirm ? "desk.confirm.change" : row.status === "over" ? "desk.result-correct" : "desk.result")}
          </h2>
          {data.refusal === null ? null : (
            <div class="refused" role="alert">
              <p dir="auto">{refusalSentence(data.refusal, language)}</p>
              {Object.keys(data.lineUpEntered).length > 0 ? null : <p class="quiet">{t("desk.result.refused")}</p>}
            </div>
          )}
          <ResultForm data={data} language={language} />
          {toConfirm ? null : <KeepDraw data={data} language={language} />}
          {toConfirm ? null : <ReplayForm data={data} language={language} />}
        </section>
      )}
    </div>
  );
}

function MatchDetails({ data, language }: { readonly data: DeskMatchPage; readonly language: Language }) {
  const { row } = data.desk;
  return (
    <>
      <span>
        <Words text={row.eventTitle} language={language} />, {matchName(row, language)}
      </span>
      <MatchTime match={row} language={language} />
      {row.table === null ? null : <span>{shared(language)("ui.table", { table: row.table })}</span>}
      <a href={`/matches/${row.id}`}>{deskWords(language)("desk.public")}</a>
      <a href={`/desk/${data.competition.id}/incidents?match=${row.id.slice(data.competition.id.length + 1)}`}>
        {incidentsWords(language)("incidents.note")}
      </a>
    </>
  );
}

/** The score as it is recorded, its state in words, and the chair. */
function Standing({ data, frame }: MatchProps) {
  const t = deskWords(frame.language);
  const { row } = data.desk;
  return (
    <section class="desk-standing" aria-label={t("desk.now")}>
      {row.games.length === 0 && row.outcome === null ? (
        <p class="quiet">{t("desk.now-nothing")}</p>
      ) : (
        <p class="desk-result">
          <b class="numeral">{gamesWonText(row)}</b> <span class="numeral">{gamesText(row)}</span>
        </p>
      )}
      <p>
        {t(`desk.state.${deskState(data.desk, frame.nowMs)}`)} {confirmedInWords(data.desk, frame.language)}
        <ForksOf match={data.desk} language={frame.language} />
      </p>
      <RowActs match={data.desk} query="" t={t} />
    </section>
  );
}
