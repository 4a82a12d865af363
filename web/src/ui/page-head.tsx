import type { CompetitionView, Language } from "@podium/protocol";
import type { ComponentChildren } from "preact";
import { Words } from "./names.tsx";
import { shared } from "./shared-words.ts";

/** One step of the way from the top to this page. */
export interface PathStep {
  readonly href: string;
  readonly words: ComponentChildren;
}

interface PageHeadProps {
  readonly language: Language;
  readonly way: readonly PathStep[];
  readonly title: ComponentChildren;
  /** The quiet line under the title: day, place, table. */
  readonly details?: ComponentChildren;
}

/** The way here, the one headline of a page, and its quiet line. */
export function PageHead({ language, way, title, details }: PageHeadProps) {
  return (
    <header class="page-head">
      {way.length === 0 ? null : <Way language={language} way={way} />}
      <h1>{title}</h1>
      {details ? <p class="facts">{details}</p> : null}
    </header>
  );
}

function Way({ language, way }: Pick<PageHeadProps, "language" | "way">) {
  return (
    <nav class="way" aria-label={shared(language)("ui.where")}>
      <ol>
        {way.map((step) => (
          <li key={step.href}>
            <a href={step.href}>{step.words}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The step to a competition. */
export function competitionStep(competition: CompetitionView, language: Language): PathStep {
  return { href: `/competitions/${competition.id}`, words: <Words text={competition.title} language={language} /> };
}

/** Said on every page of a competition that was made up. */
export function InventedCompetition({
  competition,
  language,
}: {
  readonly competition: CompetitionView;
  readonly language: Language;
}) {
  return competition.invented ? <p class="invented">{shared(language)("ui.invented-competition")}</p> : null;
}
