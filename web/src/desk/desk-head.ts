import { inLanguage, type Language, type Text } from "@podium/protocol";
import type { Head } from "../ui/document.tsx";
import { incidentsWords } from "../ui/incidents-words.ts";
import { versus } from "../ui/match-names.ts";
import { shared } from "../ui/shared-words.ts";
import type { OfficialPage } from "./official-page.ts";

/** What the pages of officials say of themselves. */
export function deskHead(page: OfficialPage, language: Language): Head {
  const t = shared(language);
  const atDesk = (title: Text) => `${t("ui.desk")}: ${inLanguage(title, language)}`;
  switch (page.page) {
    case "desk-home":
      return { title: t("ui.desk"), hidden: true, scripts: ["entry-desk.ts"] };
    case "desk":
      return { title: atDesk(page.data.competition.title), hidden: true, layout: "wide", scripts: ["entry-desk.ts"] };
    case "desk-incidents":
      return { title: incidentsWords(language)("incidents.desk"), hidden: true };
    case "desk-photos":
      return { title: inLanguage(page.data.event.title, language), hidden: true, scripts: ["entry-desk.ts"] };
    case "desk-ceremony":
      return { title: `${t("ui.ceremony")}: ${inLanguage(page.data.event.title, language)}`, hidden: true };
    case "desk-event":
      return { title: atDesk(page.data.event.title), hidden: true, scripts: ["entry-desk.ts"] };
    case "desk-day":
      return { title: atDesk(page.data.competition.title), hidden: true, layout: "wide", scripts: ["entry-desk.ts"] };
    case "day-moves":
      return { title: atDesk(page.data.competition.title), hidden: true, layout: "wide", scripts: ["entry-desk.ts"] };
    case "desk-fork":
    case "desk-table-cards":
    case "day-plan":
      return { title: atDesk(page.data.competition.title), hidden: true, layout: "wide" };
    case "desk-match":
      return { title: versus(page.data.desk.row, language), hidden: true, scripts: ["entry-desk.ts"] };
  }
}
