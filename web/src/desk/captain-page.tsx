import type { CaptainPage, Frame, Language } from "@podium/protocol";
import { entryName, matchName, slotName } from "../ui/match-names.ts";
import { Words } from "../ui/names.tsx";
import { competitionStep, PageHead } from "../ui/page-head.tsx";
import { MatchTime } from "../ui/time.tsx";
import { refusalSentence } from "../ui/shared-words.ts";
import { deskWords } from "./desk-words.ts";
import { PlaceFields } from "./line-ups.tsx";

interface CaptainProps {
  readonly data: CaptainPage;
  readonly language: Language;
}

/** Where a captain hands in who plays the next ties of the team: nobody sees it before the other team has done so. */
export function Captain({ data, frame }: { readonly data: CaptainPage; readonly frame: Frame }) {
  const { language } = frame;
  const t = deskWords(language);
  return (
    <div class="desk captain">
      <PageHead
        language={language}
        way={[
          competitionStep(data.competition, language),
          { href: `/competitions/${data.event.id}`, words: <Words text={data.event.title} language={language} /> },
        ]}
        title={entryName(data.entry, language)}
        details={t("desk.captain.says")}
      />
      {data.refusal === null ? null : (
        <p class="refused" role="alert" dir="auto">
          {refusalSentence(data.refusal, language)}
        </p>
      )}
      {data.ties.length === 0 ? <p class="lead">{t("desk.captain.none")}</p> : null}
      {data.ties.map((tie) => (
        <Tie key={tie.row.id} data={data} tie={tie} language={language} />
      ))}
    </div>
  );
}

function Tie({ data, tie, language }: CaptainProps & { readonly tie: CaptainPage["ties"][number] }) {
  const { row, side, lineUp, isOpen } = tie;
  const t = deskWords(language);
  const code = row.id.slice(row.id.lastIndexOf("/") + 1);
  const typed = data.entered["tie"] === code ? data.entered : {};
  return (
    <section>
      <h2 dir="auto">
        {slotName(row.home, language)} – {slotName(row.away, language)}
      </h2>
      <p class="quiet">
        {matchName(row, language)} <MatchTime match={row} language={language} />
      </p>
      {isOpen ? (
        <p>
          <a href={`/matches/${row.id}`}>{t("desk.captain.open")}</a>
        </p>
      ) : (
        <form method="post" action={`/captains/${data.token}/line-ups`}>
          <input type="hidden" name="tie" value={code} />
          <p>{t(lineUp.isIn ? "desk.line-up.in" : "desk.line-up.missing")}</p>
          <PlaceFields name={`${code}-${side}`} lineUp={lineUp} typed={typed} language={language} />
          <button class={lineUp.isIn ? "quiet" : ""}>
            {t(lineUp.isIn ? "desk.line-up.again" : "desk.line-up.hand-in")}
          </button>
        </form>
      )}
    </section>
  );
}
