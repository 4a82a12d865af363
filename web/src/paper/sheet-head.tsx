import type { CompetitionView, Language } from "@podium/protocol";
import type { ComponentChildren } from "preact";
import { CompetitionDetails } from "../live/competition-details.tsx";
import { Words } from "../ui/names.tsx";
import { shared } from "../ui/shared-words.ts";

interface SheetHeadProps {
  readonly competition: CompetitionView;
  readonly title: ComponentChildren;
  readonly language: Language;
}

/** The head of a sheet: what it is, and of which competition. */
export function SheetHead({ competition, title, language }: SheetHeadProps) {
  return (
    <header class="sheet-head">
      <h2>{title}</h2>
      <p class="facts">
        <Words text={competition.title} language={language} />
        <CompetitionDetails competition={competition} language={language} />
        {competition.invented ? <span>{shared(language)("ui.invented-competition")}</span> : null}
      </p>
    </header>
  );
}
