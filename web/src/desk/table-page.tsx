import type { Frame, TablePage } from "@podium/protocol";
import { matchName, versus } from "../ui/match-names.ts";
import { Words } from "../ui/names.tsx";
import { refusalSentence, shared } from "../ui/shared-words.ts";
import { Time } from "../ui/time.tsx";
import { deskWords } from "./desk-words.ts";

/** A table, on the phone that stands at it: what is called here is opened as a chair; until then it waits. */
export function TableScreen({ data, frame }: { readonly data: TablePage; readonly frame: Frame }) {
  const { language } = frame;
  const t = deskWords(language);
  const { competition, table, match, heldSinceMs, address, refusal } = data;
  return (
    <div class="chair-next" data-desk={competition.id} data-from={address} data-clock="yes">
      <p class="quiet">
        <Words text={competition.title} language={language} />
      </p>
      <h1>{shared(language)("ui.table", { table })}</h1>
      {refusal === null ? null : (
        <p class="refused" role="alert">
          {refusalSentence(refusal, language)}
        </p>
      )}
      <section data-section="table" aria-live="polite">
        {match === null ? (
          <p class="lead">{t("desk.table.waits")}</p>
        ) : (
          <form method="post" action={`${address}/chair`}>
            <p class="lead">{versus(match, language)}</p>
            <p>
              <Words text={match.eventTitle} language={language} />, {matchName(match, language)}
            </p>
            {heldSinceMs === null ? null : (
              <p>
                {t("desk.table.held")}{" "}
                <Time ms={heldSinceMs} zone={competition.zone} language={language} form="clock" />
              </p>
            )}
            <button class="chair-start">{t(heldSinceMs === null ? "desk.table.open" : "desk.table.take-over")}</button>
          </form>
        )}
      </section>
    </div>
  );
}
