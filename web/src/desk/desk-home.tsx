import type { DeskHomePage, Frame } from "@podium/protocol";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { shared } from "../ui/shared-words.ts";
import { daysInWords } from "../ui/times.ts";
import { deskWords } from "./desk-words.ts";

/** The competitions that the viewer runs. */
export function DeskHome({ data, frame }: { readonly data: DeskHomePage; readonly frame: Frame }) {
  const { language } = frame;
  const t = deskWords(language);
  return (
    <>
      <PageHead language={language} way={[]} title={t("desk.title")} details={t("desk.competitions")} />
      {data.competitions.length === 0 ? <p>{t("desk.none")}</p> : null}
      {data.mayBegin ? (
        <p class="buttons">
          <a class="button quiet" href="/desk/drafts">
            {t("desk.new")}
          </a>
          <a class="button quiet" href="/desk/staff">
            {shared(language)("ui.staff")}
          </a>
          <a class="button quiet" href="/page-requests">
            {t("desk.page-requests")}
          </a>
        </p>
      ) : null}
      <ul class="desk-competitions">
        {data.competitions.map((competition) => (
          <li key={competition.id}>
            <a href={`/desk/${competition.id}`}>
              <Words text={competition.title} language={language} />
            </a>
            <span class="quiet">{daysInWords(competition.from, competition.to, language)}</span>
            {competition.invented ? <span class="quiet">{shared(language)("ui.invented")}</span> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
