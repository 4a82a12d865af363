import type { DayOfPlayPage, Frame } from "@podium/protocol";
import { inLanguage } from "@podium/protocol";
import { deskWords } from "./desk-words.ts";

const ALL = ["tables", "calls", "results", "bracket", "medals"] as const;
const OF_EVENT = ["bracket", "ceremony"] as const;

/** What the screens of the hall show that follow the desk: one choice, and they all go there. */
export function ScreenChooser({ data, frame }: { readonly data: DayOfPlayPage; readonly frame: Frame }) {
  const { language } = frame;
  const t = deskWords(language);
  const { competition, screen } = data;
  return (
    <section class="desk-section" data-section="screen">
      <h2>
        {t("desk.screen")}
        <a href={`/screens/${competition.id}`}>{t("desk.screen.open")}</a>
      </h2>
      <form class="day-screen" method="post" action={`/desk/${competition.id}/screen`}>
        <label for="screen-shows" class="unseen">
          {t("desk.screen.shows")}
        </label>
        <select id="screen-shows" name="shows">
          {ALL.map((kind) => (
            <option key={kind} value={kind} selected={kind === screen.shows}>
              {t(`desk.screen.${kind}`)}
            </option>
          ))}
          {screen.events.flatMap(({ code, title }) =>
            OF_EVENT.map((kind) => (
              <option key={`${kind}:${code}`} value={`${kind}:${code}`} selected={`${kind}:${code}` === screen.shows}>
                {t(`desk.screen.${kind}`)}: {inLanguage(title, language)}
              </option>
            )),
          )}
        </select>
        <button class="quiet">{t("desk.screen.show")}</button>
      </form>
    </section>
  );
}
